import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { correlate, correlationTable, partialCorrelations } from './correlation.ts';
import { kendallTauB } from './kendall.ts';
import { polychoric, thresholdsOf } from './polychoric.ts';
import { seededRandom } from '../../numerics/random.ts';

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);

describe('correlations', () => {
  test('Kendall by merging is Kendall by counting all pairs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), { minLength: 2, maxLength: 40 }),
        (rows) => {
          let s = 0;
          let notTiedX = 0;
          let notTiedY = 0;
          rows.forEach(([x, y], i) =>
            rows.slice(0, i).forEach(([u, v]) => {
              s += Math.sign(x - u) * Math.sign(y - v);
              notTiedX += x === u ? 0 : 1;
              notTiedY += y === v ? 0 : 1;
            }),
          );
          const { tau } = kendallTauB(
            Float64Array.from(rows, (row) => row[0]),
            Float64Array.from(rows, (row) => row[1]),
          );
          if (notTiedX === 0 || notTiedY === 0) expect(tau).toBeNull();
          else expect(tau).toBeCloseTo(s / Math.sqrt(notTiedX * notTiedY), 12);
        },
      ),
      { seed: 7 },
    );
  });

  test("Kendall's z without ties: S over √(n(n−1)(2n+5)/18)", () => {
    expect(kendallTauB(numbers(1, 2, 3, 4, 5), numbers(2, 1, 3, 5, 4)).z).toBeCloseTo(6 / Math.sqrt(300 / 18), 13);
  });

  test('Spearman ranks within the rows of the pair and sees order only', () => {
    const x = numbers(1, 2, 3, 4, NaN, 6);
    const y = numbers(1, 8, 27, 64, 5, 216);
    expect(correlate(x, y, 'spearman')).toMatchObject({ n: 5, r: 1, p: 0, low: 1, covariance: null });
  });

  test('too few rows, constants, perfect agreement', () => {
    expect(correlate(numbers(1, NaN), numbers(1, 2))).toEqual({ n: 1, r: null, p: null, low: null, high: null, z: null, covariance: null });
    expect(correlate(numbers(1, 1, 1), numbers(1, 2, 3))).toMatchObject({ n: 3, r: null, p: null, covariance: 0 });
    expect(correlate(numbers(1, 2), numbers(3, 7))).toMatchObject({ n: 2, r: 1, p: null, low: null });
    expect(correlate(numbers(1, 2, 3), numbers(2, 4, 6))).toMatchObject({ r: 1, p: 0 });
    expect(correlate(numbers(), numbers())).toMatchObject({ n: 0, r: null });
  });

  test('listwise drops a row for all pairs, pairwise for its own', () => {
    const columns = [numbers(1, 2, 3, 5, 4), numbers(2, 1, 4, 3, 5), numbers(NaN, 1, 2, 3, 9)];
    expect(
      correlationTable(columns)
        .cells.flat()
        .map((cell) => cell.n),
    ).toEqual(Array.from({ length: 9 }, () => 4));
    expect(correlationTable(columns, 'pearson', 'pairwise').cells[0]!.map((cell) => cell.n)).toEqual([5, 5, 4]);
  });

  test('a partial correlation is that of the residuals, and vanishes where the control explains all', () => {
    const found = partialCorrelations([numbers(1, 4, 2, 6, 5, 3), numbers(3, 4, 1, 6, 2, 7)], [numbers(1, 2, 3, 4, 5, 6)])!;
    const { cells } = correlationTable([numbers(1, 4, 2, 6, 5, 3), numbers(3, 4, 1, 6, 2, 7), numbers(1, 2, 3, 4, 5, 6)]);
    const [xy, xz, yz] = [cells[0]![1]!.r!, cells[0]![2]!.r!, cells[1]![2]!.r!];
    expect(found.r[0]![1]).toBeCloseTo((xy - xz * yz) / Math.sqrt((1 - xz ** 2) * (1 - yz ** 2)), 13);
    expect(found.df).toBe(3);
    const determined = partialCorrelations([numbers(1, 2, 3, 4, 5), numbers(3, 4, 1, 6, 2)], [numbers(2, 4, 6, 8, 10)])!;
    expect(determined.r).toEqual([
      [null, null],
      [null, 1],
    ]);
    expect(partialCorrelations([numbers(1, 2, 3, 4)], [numbers(1, 1, 1, 1)])).toBeNull();
  });

  test('polychoric: dichotomies at the medians follow sin(2π(p − ¼))', () => {
    const x = Float64Array.from({ length: 400 }, (_, i) => (i < 200 ? 0 : 1));
    const y = Float64Array.from({ length: 400 }, (_, i) => (i < 150 || (i >= 200 && i < 250) ? 0 : 1));
    expect(thresholdsOf(x)).toEqual([0]);
    expect(polychoric(x, y).rho).toBeCloseTo(Math.sin(2 * Math.PI * (150 / 400 - 0.25)), 12);
  });

  test('polychoric: recovers the correlation that answers were cut from, and stops at the edge', () => {
    const random = seededRandom(11);
    const latent = Array.from({ length: 20_000 }, () => {
      const z = random.normal();
      return [z, 0.6 * z + 0.8 * random.normal()] as const;
    });
    const cut = (z: number): number => (z < -1 ? 1 : z < 0.2 ? 2 : z < 1.3 ? 3 : 4);
    expect(
      Math.abs(
        polychoric(
          Float64Array.from(latent, (row) => cut(row[0])),
          Float64Array.from(latent, (row) => cut(row[1])),
        ).rho! - 0.6,
      ),
    ).toBeLessThan(0.03);
    expect(polychoric(numbers(1, 2, 3, 1, 2, 3), numbers(1, 2, 3, 1, 2, 3)).rho).toBe(0.9999);
    expect(polychoric(numbers(1, 2, 3, 1, 2, 3), numbers(3, 2, 1, 3, 2, 1)).rho).toBe(-0.9999);
    expect(polychoric(numbers(1, 1), numbers(1, 2)).rho).toBeNull();
  });
});
