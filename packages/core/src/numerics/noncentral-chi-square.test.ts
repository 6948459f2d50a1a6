import { describe, expect, test } from 'vitest';
import { noncentralChiSquareCdf, noncentralityAt } from './noncentral-chi-square.ts';

describe('non-central χ²', () => {
  test('as R 4.2.2 pchisq(x, df, ncp)', () => {
    for (const [x, df, lambda, p] of [
      [10, 5, 3, 0.7172368464311434],
      [100, 48, 20, 0.9855641364154341],
      [115.85, 48, 67, 0.536754775105628],
      [5, 5, 50, 5.22396716630029e-8],
      [4545, 530, 4000, 0.5486436932364969],
      [1, 3, 0.01, 0.1979430850448149],
    ] as const) {
      expect(Math.abs(noncentralChiSquareCdf(x, df, lambda) - p)).toBeLessThan(1e-10);
    }
    expect([
      noncentralChiSquareCdf(0, 3, 1),
      noncentralChiSquareCdf(-1, 3, 1),
      noncentralChiSquareCdf(1, 0, 1),
      noncentralChiSquareCdf(1, 3, -1),
    ]).toEqual([0, 0, NaN, NaN]);
  });

  test("the non-centrality that leaves p below, by R's uniroot on pchisq", () => {
    for (const [x, df, p, lambda] of [
      [115.85, 48, 0.95, 40.09958812874748],
      [115.85, 48, 0.05, 103.3020029775435],
      [4545, 530, 0.95, 3803.510279272255],
      [40, 48, 0.05, 9.714089034711265],
    ] as const) {
      expect(Math.abs(noncentralityAt(x, df, p) - lambda)).toBeLessThan(1e-6 * lambda);
    }
    expect(noncentralityAt(40, 48, 0.95)).toBe(0);
  });
});
