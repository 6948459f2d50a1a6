// Tails and quantiles against R 4.2.2 (pnorm, qnorm, pt, qt, pf, qf, pchisq, qchisq, ptukey, qtukey), and against what must hold of them.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import * as distributions from './distributions.ts';
import { bivariateNormalCdf } from './bivariate-normal.ts';

const {
  chiSquareLog10Upper,
  chiSquareUpper,
  fQuantile,
  fUpper,
  normalCdf,
  normalQuantile,
  normalUpper,
  studentizedRangeQuantile,
  studentizedRangeUpper,
  tQuantile,
  tTwoSided,
  tUpper,
} = distributions;

type Name =
  | 'normalUpper'
  | 'normalQuantile'
  | 'tTwoSided'
  | 'tQuantile'
  | 'fUpper'
  | 'fQuantile'
  | 'chiSquareUpper'
  | 'chiSquareLog10Upper'
  | 'chiSquareQuantile'
  | 'studentizedRangeUpper'
  | 'studentizedRangeQuantile';
type Reference = readonly [Name, readonly number[], number];

const references: readonly Reference[] = [
  ['normalUpper', [-8], 0.99999999999999933],
  ['normalUpper', [-1.2], 0.88493032977829178],
  ['normalUpper', [0.29999999999999999], 0.38208857781104733],
  ['normalUpper', [1.5], 0.066807201268858071],
  ['normalUpper', [5], 2.8665157187919391e-7],
  ['normalUpper', [20], 2.7536241186062337e-89],
  ['normalUpper', [37], 5.7255712225245771e-300],
  ['normalQuantile', [1e-300], -37.047096299361201],
  ['normalQuantile', [1.0000000000000001e-5], -4.2648907939228256],
  ['normalQuantile', [0.29999999999999999], -0.52440051270804067],
  ['normalQuantile', [0.97499999999999998], 1.9599639845400536],
  ['tTwoSided', [0.01, 0.69999999999999996], 0.99410751259637353],
  ['tTwoSided', [1.96, 1.0], 0.30034289177603307],
  ['tTwoSided', [6.0, 9.3000000000000007], 0.0001774335452109475],
  ['tTwoSided', [40, 55], 2.3982323012654364e-42],
  ['tTwoSided', [40, 2500], 7.1150459599045019e-271],
  ['tTwoSided', [1.96, 1.0e6], 0.049996067585269796],
  ['tTwoSided', [1e5, 2], 9.9999999985000001e-11],
  ['tQuantile', [9.9999999999999998e-13, 3.0e1], -11.397217523311411],
  ['tQuantile', [0.001, 0.80000000000000004], -1304.6870205993509],
  ['tQuantile', [0.29999999999999999, 4.40000000000000036], -0.56443699744382625],
  ['tQuantile', [0.97499999999999998, 2800.0], 1.9608115843941936],
  ['fUpper', [1e-3, 1, 3e1], 0.97498233223075315],
  ['fUpper', [0.40000000000000002, 4.0, 2.5], 0.80166176070955564],
  ['fUpper', [3, 25, 297], 4.7306236103318649e-6],
  ['fUpper', [50, 25, 297], 3.5623168756161971e-91],
  ['fUpper', [900, 25, 297], 1.0910101229090147e-263],
  ['fUpper', [3, 3, 1e5], 0.02929567302489991],
  ['fUpper', [1, 10000, 10000], 0.5],
  ['fQuantile', [0.025000000000000001, 25.0, 297.0], 0.51633622549896419],
  ['fQuantile', [0.40000000000000002, 4.0, 2.5], 0.8189064859003109],
  ['fQuantile', [9.7499999999999998e-1, 2.799e3, 1.1196e4], 1.0597818953238143],
  ['fQuantile', [0.999, 1.0, 1.0], 405284.06790284824],
  ['chiSquareUpper', [0.001, 1.0], 0.97477287936996038],
  ['chiSquareUpper', [3.0, 7.7000000000000002], 0.92192428796337245],
  ['chiSquareUpper', [979, 55], 2.4895761790099805e-169],
  ['chiSquareUpper', [1400, 1], 2.1010145162641344e-306],
  ['chiSquareUpper', [1400, 1000], 7.0321456418285883e-16],
  ['chiSquareUpper', [30, 300], 1],
  ['chiSquareLog10Upper', [3, 10], -0.0081432976513998792],
  ['chiSquareLog10Upper', [979, 55], -168.60387458012661],
  ['chiSquareLog10Upper', [20163.790000000001, 300.0], -4042.5579187689168],
  ['chiSquareLog10Upper', [90000, 1], -19545.826871664925],
  ['chiSquareQuantile', [1e-10, 5e-1], 1.3499395786223513e-40],
  ['chiSquareQuantile', [0.025000000000000001, 10.0], 3.2469727802368413],
  ['chiSquareQuantile', [0.94999999999999996, 1.0], 3.841458820694124],
  ['chiSquareQuantile', [0.999, 300.0], 381.42524852041157],
];

/** R computes the studentised range to about nine digits here, and to fewer with few degrees of freedom. */
const ranges: readonly Reference[] = [
  ['studentizedRangeUpper', [2, 3, 120], 0.33682379736520474],
  ['studentizedRangeUpper', [3.5, 5.0, 120.0], 0.10329104001706757],
  ['studentizedRangeUpper', [6, 3, 120], 0.00012879485855332717],
  ['studentizedRangeUpper', [3.5, 3.0, 20.5], 0.055381072353110516],
  ['studentizedRangeQuantile', [0.94999999999999996, 3.0, 120.0], 3.3561383966868901],
  ['studentizedRangeQuantile', [0.94999999999999996, 4.0, 27.0], 3.8700855435774493],
  ['studentizedRangeQuantile', [0.98999999999999999, 5.0, 60.0], 4.8177817258357978],
];

function valueOf([name, parameters]: Reference): number {
  return (distributions[name] as (...values: number[]) => number)(...parameters);
}

describe('distributions', () => {
  test.each(references)('%s(%s)', (...reference) => {
    const [, , expected] = reference;
    expect(Math.abs(valueOf(reference) / expected - 1)).toBeLessThan(1e-12);
  });

  test.each(ranges)('%s(%s)', (...reference) => {
    expect(Math.abs(valueOf(reference) - reference[2])).toBeLessThan(2e-7);
  });

  test('with two means the studentised range is √2·|t|, far into the tail', () => {
    for (const q of [0.1, 1, 3, 6, 20, 40]) {
      for (const df of [1, 3, 10, 50, 1000, 1e6]) {
        expect(Math.abs(studentizedRangeUpper(q, 2, df) / tTwoSided(q / Math.SQRT2, df) - 1)).toBeLessThan(1e-11);
      }
    }
  });

  test('with two degrees of freedom the published table, where R errs by 4', () => {
    // Harter 1960, Annals of Mathematical Statistics 31:1122–1147: upper 1 % point of 12 means.
    expect(studentizedRangeQuantile(0.99, 12, 2)).toBeCloseTo(33.4, 1);
  });

  test('quantiles invert tails', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        fc.double({ min: 0.5, max: 5000, noNaN: true }),
        fc.integer({ min: 2, max: 30 }),
        (p, df, k) => {
          expect(Math.abs(1 - tUpper(tQuantile(p, df), df) - p)).toBeLessThan(1e-12);
          expect(Math.abs(1 - fUpper(fQuantile(p, k, df), k, df) - p)).toBeLessThan(1e-11);
          expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12);
          expect(Math.abs(1 - studentizedRangeUpper(studentizedRangeQuantile(p, k, df), k, df) - p)).toBeLessThan(1e-10);
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  test('families meet: t² is F, F of many degrees of freedom is χ², t of many is normal', () => {
    expect(fUpper(2.3 ** 2, 1, 17)).toBeCloseTo(tTwoSided(2.3, 17), 14);
    expect(fUpper(2.3, 6, Infinity)).toBeCloseTo(chiSquareUpper(13.8, 6), 14);
    expect(tTwoSided(2.3, Infinity)).toBeCloseTo(2 * normalUpper(2.3), 14);
    expect(chiSquareUpper(4, 2)).toBeCloseTo(Math.exp(-2), 15);
  });

  test('the logarithm goes on where the probability underflows', () => {
    expect(chiSquareUpper(20163.79, 300)).toBe(0);
    expect(chiSquareLog10Upper(20163.79, 300)).toBeLessThan(-3000);
  });

  test('ends of the range', () => {
    expect([normalUpper(Infinity), normalUpper(-Infinity), normalQuantile(0), normalQuantile(1)]).toEqual([0, 1, -Infinity, Infinity]);
    expect([tTwoSided(Infinity, 3), tTwoSided(0, 3), fUpper(0, 2, 3), fUpper(Infinity, 2, 3), chiSquareUpper(0, 4)]).toEqual([
      0, 1, 1, 0, 1,
    ]);
    expect([studentizedRangeUpper(0, 3, 5), studentizedRangeUpper(Infinity, 3, 5), fQuantile(0, 2, 2), fQuantile(1, 2, 2)]).toEqual([
      1,
      0,
      0,
      Infinity,
    ]);
    expect(
      [tTwoSided(1, 0), fUpper(1, 0, 3), chiSquareUpper(1, 0), tQuantile(1.5, 3), studentizedRangeUpper(1, 1, 3)].every(Number.isNaN),
    ).toBe(true);
  });

  test('the bivariate normal: quadrants, margins, and the edge of |rho| = 1', () => {
    for (const rho of [-0.99999, -0.7, 0, 0.3, 0.95, 0.99999]) {
      expect(bivariateNormalCdf(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 13);
      expect(bivariateNormalCdf(0.7, 9, rho)).toBeCloseTo(normalCdf(0.7), 13);
      expect(bivariateNormalCdf(0.4, -1.1, rho) + bivariateNormalCdf(0.4, 1.1, -rho)).toBeCloseTo(normalCdf(0.4), 13);
    }
    expect(bivariateNormalCdf(0.5, 0.7, 0.9999999)).toBeCloseTo(normalCdf(0.5), 10);
  });
});
