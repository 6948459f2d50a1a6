import { describe, expect, test } from 'vitest';
import { crossTable } from './chi-square.ts';
import { fisherTwoSided } from './fisher.ts';
import { hedgesCorrection, independentTest, oneSampleTest, pairedTest } from './t-test.ts';

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);

describe('two means', () => {
  test("Hedges's correction: exact values and its approximation 1 − 3/(4m − 1)", () => {
    // Γ(1)/(1·Γ(½)) = 1/√π
    expect(hedgesCorrection(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 14);
    expect(hedgesCorrection(1e6)).toBeCloseTo(1 - 3 / (4e6 - 1), 12);
    expect(hedgesCorrection(1)).toBeNaN();
  });

  test('groups of one, constants, nobody', () => {
    expect(independentTest(numbers(), numbers(1, 2))).toBeNull();
    expect(independentTest(numbers(1), numbers(2))).toMatchObject({
      sd: [null, null],
      equal: { t: null, p: null },
      welch: { t: null },
      cohenD: null,
      hedgesG: null,
    });
    expect(independentTest(numbers(3, 3), numbers(5, 5))).toMatchObject({ equal: { t: null, df: 2, p: null, se: 0 }, cohenD: null });
    expect(oneSampleTest(numbers(NaN), 3)).toBeNull();
    expect(oneSampleTest(numbers(4), 3)).toMatchObject({ n: 1, difference: 1, t: null, cohenD: null });
    expect(pairedTest(numbers(1, NaN), numbers(NaN, 1))).toBeNull();
    expect(pairedTest(numbers(1, 2), numbers(1, 2))).toMatchObject({ n: 2, meanDifference: 0, t: null, wilcoxon: { z: null, p: null } });
  });

  test('Mann–Whitney and Wilcoxon by hand', () => {
    // Ranks of the first group: 1, 2.5, 4, so that U = 7.5 − 6.
    expect(independentTest(numbers(1, 2, 3), numbers(2, 5, 6))!.mannWhitney.statistic).toBe(1.5);
    // Differences 1, −2, 0, 3: ranks 1, 2, 3.
    expect(pairedTest(numbers(2, 1, 4, 8), numbers(1, 3, 4, 5))!.wilcoxon.statistic).toBe(4);
  });
});

describe('cross tables', () => {
  const table = (counts: readonly (readonly number[])[]): ReturnType<typeof crossTable> => {
    const rows = counts.flatMap((line, i) => line.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)));
    return crossTable(
      Int32Array.from(rows, (row) => row[0]),
      counts.map((_, i) => `r${i}`),
      Int32Array.from(rows, (row) => row[1]),
      counts[0]!.map((_, j) => `c${j}`),
    );
  };

  test('Fisher: the lady tasting tea, and a table too unlikely for floating point ratios', () => {
    expect(fisherTwoSided(3, 1, 1, 3)).toBeCloseTo(34 / 70, 14);
    expect(fisherTwoSided(0, 0, 3, 5)).toBe(1);
    const p = fisherTwoSided(3000, 0, 0, 3000);
    expect(p).toBeGreaterThanOrEqual(0);
    expect(p).toBeLessThan(1e-300);
  });

  test('empty rows and columns go, and with one row left nothing is tested', () => {
    const found = table([
      [3, 0, 4],
      [0, 0, 0],
      [1, 0, 5],
    ])!;
    expect([found.rows, found.columns]).toEqual([
      ['r0', 'r2'],
      ['c0', 'c2'],
    ]);
    const single = table([[3, 4]])!;
    expect(single).toMatchObject({
      n: 7,
      df: 0,
      chi2: null,
      p: null,
      cramersV: null,
      likelihoodRatio: null,
      phi: null,
      yates: null,
      fisherP: null,
      gamma: null,
    });
    expect(single.adjustedResiduals).toEqual([[null, null]]);
    expect(table([[0, 0]])).toBeNull();
  });

  test('perfect association: V, phi, tau-b and gamma are 1', () => {
    const found = table([
      [7, 0],
      [0, 7],
    ])!;
    expect(found).toMatchObject({ chi2: 14, cramersV: 1, phi: 1, gamma: 1 });
    expect(found.tauB).toBeCloseTo(1, 14);
    expect(found.linearByLinear).toBeCloseTo(13, 12);
  });

  test('Yates never corrects beyond the difference itself', () => {
    expect(
      table([
        [5, 5],
        [5, 5],
      ])!.yates,
    ).toEqual({ chi2: 0, p: 1 });
  });
});
