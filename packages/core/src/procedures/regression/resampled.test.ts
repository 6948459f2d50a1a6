// Samples of many cases: those that leave one out are made of the products of all, cases that are alike are counted together, and the
// estimates equal those of each case by itself, drawn from the same numbers.
import { afterEach, expect, it } from 'vitest';
import { coding } from '../../counts/points.ts';
import { seededRandom } from '../../numerics/random.ts';
import { casesOf } from './bootstrap.ts';
import { mediationOf, resampledMediation, type MediationInput } from './mediation.ts';
import { resampledCoefficients } from './resampled.ts';

const usual = coding.from;
afterEach(() => {
  coding.from = usual;
});

const random = seededRandom(17);
const n = 60;
const x = Float64Array.from({ length: n }, () => 1000 + random.normal());
const s = Float64Array.from(x, (value) => 0.4 * value + random.normal());
const y = Float64Array.from(x, (value, row) => 0.2 * value - 0.7 * s[row]! + random.normal());
const both = <T>(make: () => T): readonly [few: T, many: T] => {
  coding.from = n + 1;
  const few = make();
  coding.from = n;
  return [few, make()];
};

it('of a regression', () => {
  const [few, many] = both(() => resampledCoefficients([x, s, y], 20, seededRandom(1).integer, true));
  expect(many.replicates).toEqual(few.replicates);
  for (const [j, left] of few.leftOut!.entries())
    for (const [row, value] of left.entries()) expect(Math.abs(many.leftOut![j]![row]! / value - 1), `${j} ${row}`).toBeLessThan(1e-9);
});

it('of a mediation', () => {
  const input: MediationInput = { x, y, mediators: [{ name: 's', step: 0, values: s }], covariates: [], confidence: 0.95 };
  const found = mediationOf(input);
  if ('problem' in found) throw new Error(found.problem);
  const [few, many] = both(() => resampledMediation(input, found, 200, seededRandom(1).integer));
  expect(many.indirect[0]!.percentile).toEqual(few.indirect[0]!.percentile);
  for (const at of [0, 1]) expect(many.indirect[0]!.accelerated![at]! / few.indirect[0]!.accelerated![at]!).toBeCloseTo(1, 9);
});

/** Answers of few values: 120 cases, of which many are alike. */
const answers = 120;
const a = Float64Array.from({ length: answers }, (_, row) => row % 3);
const b = Float64Array.from(a, (value, row) => (row % 7 < 4 ? value : (row * 5) % 3));
const c = Float64Array.from(a, (value, row) => value + b[row]! + (row % 2));
const alike = <T>(make: () => T): readonly [few: T, many: T] => {
  coding.from = answers + 1;
  const few = make();
  coding.from = 1;
  expect(casesOf([a, b, c]).times.length).toBeLessThan(answers / 4);
  return [few, make()];
};
const near = (own: ArrayLike<number>, wanted: ArrayLike<number>): void => {
  expect(own.length).toBe(wanted.length);
  for (const [at, value] of Array.from(wanted).entries()) expect(Math.abs(own[at]! - value), String(at)).toBeLessThan(1e-9);
};

it('of a regression on few values', () => {
  const [few, many] = alike(() => resampledCoefficients([a, b, c], 50, seededRandom(3).integer, true));
  expect(many.unusable).toBe(few.unusable);
  for (const j of [0, 1, 2]) {
    near(many.replicates[j]!, few.replicates[j]!);
    near(many.leftOut![j]!, few.leftOut![j]!);
  }
});

it('of a mediation of few values', () => {
  const input: MediationInput = { x: a, y: c, mediators: [{ name: 'b', step: 0, values: b }], covariates: [], confidence: 0.95 };
  const found = mediationOf(input);
  if ('problem' in found) throw new Error(found.problem);
  const [few, many] = alike(() => resampledMediation(input, found, 150, seededRandom(5).integer));
  for (const limits of ['percentile', 'accelerated'] as const) near(many.indirect[0]![limits]!, few.indirect[0]![limits]!);
  near([many.indirect[0]!.p, many.totalIndirect!.se], [few.indirect[0]!.p, few.totalIndirect!.se]);
  coding.from = usual;
  expect(resampledMediation(input, found, 150, seededRandom(5).integer, false).indirect[0]).toEqual({
    ...few.indirect[0],
    accelerated: null,
    acceleration: null,
  });
});
