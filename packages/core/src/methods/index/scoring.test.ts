import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../numerics/random.ts';
import type { RescaleRule } from '../../procedures/composite/composite.ts';
import { rescaledComponents, rescaledComposite } from '../../procedures/composite/composite.ts';
import { applyScoring, estimateScoring, type ScoringRecipe } from './scoring.ts';
import { scoresOf } from '../../procedures/factor/scores.ts';
import { scoresThreeWays } from '../comparison/three-ways.ts';

/** Five-point answers of six items on two components; `level` moves all of them. */
function answers(seed: number, n: number, level = 0): Float64Array[] {
  const random = seededRandom(seed);
  const columns = Array.from({ length: 6 }, () => new Float64Array(n));
  for (let row = 0; row < n; row++) {
    const [f, g] = [random.normal(), random.normal()];
    columns.forEach((column, i) => {
      column[row] = Math.max(1, Math.min(5, Math.round(3 + level + 0.9 * (i < 3 ? f : g) + 0.5 * random.normal())));
    });
  }
  return columns;
}

const recipe = (rescale: RescaleRule): ScoringRecipe => ({
  components: 2,
  rule: { extract: { kind: 'components' }, rotate: { kind: 'varimax', kaiser: true } },
  composed: [0, 1],
  weights: 'explained',
  rescale,
});
const rules: readonly RescaleRule[] = [
  { kind: 'none' },
  { kind: 't' },
  { kind: 'range', low: 0, high: 100 },
  { kind: 'components', low: 0, high: 10 },
];

describe('a scoring held fast', () => {
  test.each(rules)("$kind: applied to its own answers it gives the index's own scores", (rule) => {
    const columns = answers(1, 120);
    columns[2]![7] = NaN;
    const scoring = estimateScoring(columns, recipe(rule))!;
    const found = applyScoring(scoring, columns);
    const raw = scoresOf(columns, scoring.means, scoring.sds, scoring.coefficients);
    const parts = rescaledComponents(raw, rule);
    const whole = rescaledComposite(raw, parts, [0, 1], scoring.weights, rule).values;
    for (const [a, b] of [[found.index, whole], ...found.components.map((column, k) => [column, parts[k]!] as const)] as const)
      a.forEach((value, row) => {
        expect(Math.abs((Number.isNaN(value) ? 0 : value) - (Number.isNaN(b[row]!) ? 0 : b[row]!))).toBeLessThan(1e-9);
      });
    expect([...found.index].flatMap((value, row) => (Number.isNaN(value) ? [row] : []))).toEqual([7]);
    expect(found.outside).toEqual({
      index: { below: 0, above: 0 },
      components: [
        { below: 0, above: 0 },
        { below: 0, above: 0 },
      ],
    });
  });

  test("answers more extreme than the original's leave the goalposts, are kept and counted", () => {
    // The original never used 1 and 5.
    const narrow = answers(2, 150).map((column) => column.map((value) => Math.max(2, Math.min(4, value))));
    const scoring = estimateScoring(narrow, recipe({ kind: 'range', low: 0, high: 100 }))!;
    const found = applyScoring(scoring, answers(3, 150));
    const outside = [...found.index].filter((value) => value < 0 || value > 100).length;
    expect(outside).toBeGreaterThan(0);
    expect(found.outside.index.below + found.outside.index.above).toBe(outside);
    expect(Math.min(...found.index)).toBeLessThan(0);
  });

  test('given weights are brought to a sum of 1; a target sets order and signs', () => {
    const columns = answers(4, 200);
    const plain = estimateScoring(columns, { ...recipe({ kind: 'none' }), weights: [3, 1] })!;
    expect(plain.weights).toEqual([0.75, 0.25]);
    const swapped = plain.loadings.map((row) => [-row[1]!, row[0]!]);
    const turned = estimateScoring(columns, { ...recipe({ kind: 'none' }), target: swapped })!;
    turned.loadings.forEach((row, i) =>
      row.forEach((value, k) => {
        expect(value).toBeCloseTo(swapped[i]![k]!, 12);
      }),
    );
  });

  test('no scoring where an item does not vary or rows are few', () => {
    const columns = answers(5, 50);
    expect(
      estimateScoring(
        columns.map((column, i) => (i === 0 ? column.map(() => 3) : column)),
        recipe({ kind: 'none' }),
      ),
    ).toBeNull();
    expect(
      estimateScoring(
        columns.map((column) => column.slice(0, 6)),
        recipe({ kind: 'none' }),
      ),
    ).toBeNull();
    expect(scoresThreeWays([], recipe({ kind: 'none' }))).toBeNull();
  });
});

describe('three ways', () => {
  const studies = [
    { name: 'first', columns: answers(6, 200) },
    { name: 'second', columns: answers(7, 240, 0.6) },
  ];
  const found = scoresThreeWays(studies, recipe({ kind: 'range', low: 0, high: 100 }))!;

  test('the original is the same by its own rule both ways', () => {
    const [first] = found.studies;
    expect(first!.reestimated!.scores.index).toEqual(first!.frozen.scores.index);
    expect(first!.frozenWithReestimated).toBeCloseTo(1, 12);
  });

  test("a difference of level shows frozen and pooled; the study's own stretch hides part of it", () => {
    expect(found.stretches).toBe(true);
    const gap = (way: 'frozen' | 'reestimated' | 'pooled'): number =>
      found.studies[1]![way]!.index.mean! - found.studies[0]![way]!.index.mean!;
    expect([gap('frozen') > 8, gap('pooled') > 8, gap('reestimated') < gap('frozen')]).toEqual([true, true, true]);
    expect(found.studies[1]!.frozenWithReestimated).toBeGreaterThan(0.98);
  });

  test("a study that cannot be scored by itself still is by the original's rule", () => {
    const few = scoresThreeWays([studies[0]!, { name: 'few', columns: answers(8, 5) }], recipe({ kind: 't' }))!.studies[1]!;
    expect([few.reestimated, few.frozen.index.n, few.pooled!.index.n, few.frozenWithReestimated]).toEqual([null, 5, 5, null]);
  });
});
