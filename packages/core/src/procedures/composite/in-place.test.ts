// Scores that are brought to a range where they stand are those of an array of their own, and so is everything that is asked of them after.
import { afterEach, expect, it } from 'vitest';
import { coding } from '../../counts/points.ts';
import { remaking } from '../../counts/remade.ts';
import { seededRandom } from '../../numerics/random.ts';
import { summarize } from '../describe/describe.ts';
import { minMax, rangeOfValues, rescaledComposite, standardScores, type RescaleRule } from './composite.ts';

const usual = remaking.from;
afterEach(() => {
  remaking.from = usual;
});

const ROWS = coding.from + 100;
function scores(seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: ROWS }, (_, row) => (row % 50 === 3 ? NaN : random.normal()));
}
/** With what is remembered of an array that was looked at. */
function looked(values: Float64Array): Float64Array {
  rangeOfValues(values);
  summarize(values);
  return values;
}
const seen = (values: Float64Array) => ({ summary: summarize(values), range: rangeOfValues(values) });
const sameRows = (a: Float64Array, b: Float64Array): boolean => a.length === b.length && a.every((value, row) => Object.is(value, b[row]));

it('stretches and standardises over what it was given', () => {
  for (const made of [
    (values: Float64Array, over: boolean) => minMax(values, 0, 100, over),
    (values: Float64Array, over: boolean) => standardScores(values, 50, 10, undefined, over),
  ]) {
    const apart = made(scores(1), false);
    const given = looked(scores(1));
    const found = made(given, true);
    expect(found.buffer).toBe(given.buffer);
    expect(sameRows(found, apart)).toBe(true);
    expect(seen(found)).toEqual(seen(apart.slice()));
  }
});

it('gives the composites that it gives apart, where rows are many', () => {
  const rules: readonly RescaleRule[] = [{ kind: 'none' }, { kind: 't' }, { kind: 'range', low: 0, high: 1 }];
  for (const rule of rules)
    for (const [composed, weights] of [
      [
        [0, 1],
        [0.25, 0.75],
      ],
      [[1], [1]],
    ] as const) {
      const whole = (from: number, over: boolean) => {
        remaking.from = from;
        return rescaledComposite([looked(scores(1)), looked(scores(2))], [], composed, weights, rule, null, undefined, over).values;
      };
      const apart = whole(ROWS + 1, false);
      for (const found of [whole(ROWS, false), whole(ROWS, composed.length === 1)]) {
        expect(sameRows(found, apart)).toBe(true);
        const [own, others] = [summarize(found), summarize(apart.slice())];
        for (const key of ['n', 'mean', 'sd', 'min', 'max'] as const) expect(own[key]).toBeCloseTo(others[key]!, 9);
      }
    }
});
