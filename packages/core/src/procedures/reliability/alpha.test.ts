import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { momentsOf } from '../../moments/moments.ts';
import { oneFactorLeastSquares, oneFactorLikelihood } from './one-factor.ts';
import { reliability } from './alpha.ts';

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
const one = numbers(1, 2, 3, 4, 5, 5, 2, 1, 4);
const two = numbers(2, 2, 3, 5, 4, 5, 1, 1, 3);
const three = numbers(1, 3, 3, 4, 5, 4, 2, 2, 5);

function everyNumberIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(everyNumberIn) : [];
}

describe('reliability', () => {
  test('two items: no alpha if deleted, no omega; halves are the items', () => {
    const found = reliability(momentsOf([one, two]));
    expect(found.items.map((item) => [item.alphaIfDeleted, item.standardizedIfDeleted])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(found.omega).toBeNull();
    expect(found.splitHalf!.r).toBeCloseTo(found.meanInterItemCorrelation!, 14);
    expect(found.splitHalf!.guttman).toBeCloseTo(found.alpha!, 14);
  });

  test('identical items: alpha is 1, and what needs the inverse is not defined', () => {
    const found = reliability(momentsOf([one, one, one]));
    expect(found.alpha).toBeCloseTo(1, 14);
    expect(found.items[0]!.smc).toBeNull();
    expect([found.omega, found.lambda6]).toEqual([null, null]);
  });

  test('an item that never varies leaves alpha and takes the correlations away', () => {
    const found = reliability(momentsOf([one, two, new Float64Array(9).fill(3)]));
    expect(found.alpha).not.toBeNull();
    expect([found.standardized, found.meanInterItemCorrelation, found.items[2]!.correctedItemTotal]).toEqual([null, null, null]);
    expect(found.items[2]!.alphaIfDeleted).toBeCloseTo(reliability(momentsOf([one, two])).alpha!, 14);
  });

  test('one item, one case, none: null and never NaN', () => {
    for (const columns of [
      [one],
      [numbers(1), numbers(2), numbers(3)],
      [numbers(), numbers()],
      [new Float64Array(4), new Float64Array(4)],
      [one, one.map((x) => 6 - x)],
    ]) {
      const found = reliability(momentsOf(columns));
      expect(everyNumberIn(found).every(Number.isFinite)).toBe(true);
      if (columns.length === 1 || columns[0]!.length < 2) expect(found.alpha).toBeNull();
    }
  });

  test('alpha lies between λ1 and λ2, and the analysis of variance gives it too', () => {
    const found = reliability(momentsOf([one, two, three]));
    expect(found.lambda1!).toBeLessThan(found.alpha!);
    expect(found.alpha!).toBeLessThanOrEqual(found.lambda2!);
    // Hoyt 1941: 1 − MS residual / MS people.
    expect(1 - found.anova!.ssResidual / 16 / (found.anova!.ssPeople / 8)).toBeCloseTo(found.alpha!, 13);
  });

  test('random answers: no NaN anywhere, if-deleted agrees with leaving out', () => {
    const answers = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(answers, (rows) => {
        const columns = [0, 1, 2, 3].map((j) => Float64Array.from(rows, (row) => row[j]!));
        const found = reliability(momentsOf(columns));
        expect(everyNumberIn(found).every(Number.isFinite)).toBe(true);
        const without = reliability(momentsOf(columns.slice(1))).alpha;
        const claimed = found.items[0]!.alphaIfDeleted;
        if (without === null || claimed === null) expect(claimed).toBe(without);
        else expect(Math.abs(claimed - without)).toBeLessThan(1e-8 * (1 + Math.abs(without)));
      }),
      { seed: 8, numRuns: 60 },
    );
  });
});

describe('one factor', () => {
  const loadings = [0.9, 0.7, -0.6, 0.5, 0.8];
  const exact = loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)));
  const smc = [0.7, 0.5, 0.4, 0.2, 0.6];

  test('both methods find an exact factor again, with its sum not negative', () => {
    const leastSquares = oneFactorLeastSquares(exact, smc)!;
    const likelihood = oneFactorLikelihood(exact, smc, leastSquares)!;
    loadings.forEach((loading, i) => {
      expect(leastSquares.loadings[i]).toBeCloseTo(loading, 8);
      expect(likelihood.loadings[i]).toBeCloseTo(loading, 6);
    });
    expect([likelihood.heywood, likelihood.converged, leastSquares.heywood]).toEqual([false, true, false]);
  });

  test('a Heywood case is said to be one', () => {
    // r12·r13/r23 = 1.28 would have to be the square of the first loading.
    const improper = [
      [1, 0.8, 0.8],
      [0.8, 1, 0.5],
      [0.8, 0.5, 1],
    ];
    const found = oneFactorLikelihood(improper, [0.8, 0.6, 0.6], null)!;
    expect(found.heywood).toBe(true);
    expect(oneFactorLeastSquares(improper, [0.8, 0.6, 0.6])!.heywood).toBe(true);
  });
});
