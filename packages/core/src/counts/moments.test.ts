import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { pairwiseDesignMoments } from '../moments/design-weights.ts';
import { momentsOf, weightedMomentsOf, type Moments } from '../moments/moments.ts';
import { pairwiseMoments, type PairwiseMoments } from '../moments/pairwise.ts';
import { meanSubstituted } from '../moments/substitution.ts';
import { completeMask, jointCounts, type Joint } from './joint.ts';
import { countable, momentsOfCounts, pairwiseOfCounts, substitutedOfCounts } from './moments.ts';
import type { Points } from './points.ts';

/** Tables in no order, with two codes of one value, a code that is missing, decimals, and large values that differ little. */
const TABLES = [
  [1, 2, 3, 4, 5],
  [3, 1, NaN, 2, 1],
  [0.1, 0.7, 0.3],
  [1e9 + 3, 1e9 + 1, 1e9 + 2],
  [-2.5, 0, 40],
  [0.3, 0.1 + 0.2],
];
const floats = ({ codes, values }: Points): Float64Array => Float64Array.from(codes, (code) => (code < 0 ? NaN : values[code]!));
const study = fc
  .array(fc.constantFrom(...TABLES), { minLength: 1, maxLength: 5 })
  .chain((tables) =>
    fc
      .array(fc.tuple(...tables.map((table) => fc.integer({ min: -1, max: table.length - 1 }))), { minLength: 0, maxLength: 50 })
      .map((rows) =>
        tables.map((table, at): Points => ({ codes: Int8Array.from(rows, (row) => row[at]!), values: Float64Array.from(table) })),
      ),
  );
const weightOf = (row: number): number => 0.5 + ((row * 7) % 5) / 3;
const byWeights = (columns: readonly Points[], mask: Uint8Array | null): Joint => {
  const { columns: counted } = countable(columns);
  const { starts, size, levels } = jointCounts(counted);
  const counts = new Float64Array(size * size);
  let n = 0;
  for (let row = 0; row < columns[0]!.codes.length; row++) {
    if (mask !== null && mask[row] !== 1) continue;
    n += weightOf(row);
    const set = counted.flatMap(({ codes }, at) => (codes[row]! < 0 ? [] : [starts[at]! + codes[row]!]));
    for (const i of set) for (const j of set) counts[i * size + j]! += weightOf(row);
  }
  return { n, levels, starts, size, counts };
};

/** Within 1e-12 of the larger, beside the size of what was added up. */
function close(found: number | null, expected: number | null, size: number, what: string): void {
  if (found === null || expected === null || Number.isNaN(expected)) expect(found, what).toBe(expected);
  else
    expect(Math.abs(found - expected), `${what}: ${found} for ${expected}`).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(expected), size));
}
const sizes = (moments: Moments): number[] => moments.cross.map((row, i) => Math.sqrt(row[i]!));
function sameMoments(found: Moments, expected: Moments): void {
  close(found.n, expected.n, 0, 'n');
  const spread = sizes(expected);
  expected.means.forEach((mean, i) => close(found.means[i]!, mean, 0, `mean ${i}`));
  expected.cross.forEach((row, i) =>
    row.forEach((value, j) => close(found.cross[i]![j]!, value, spread[i]! * spread[j]!, `cross ${i} ${j}`)),
  );
}
function samePairs(found: PairwiseMoments, expected: PairwiseMoments): void {
  expect(found.n).toEqual(expected.n);
  expect(found.minimumN).toBe(expected.minimumN);
  expect(found.correlation === null).toBe(expected.correlation === null);
  expected.correlation?.forEach((row, i) => row.forEach((r, j) => close(found.correlation![i]![j]!, r, 1, `r ${i} ${j}`)));
  expected.means.forEach((mean, i) => close(found.means[i]!, mean, 0, `mean ${i}`));
  expected.sds.forEach((sd, i) => close(found.sds[i]!, sd, 0, `sd ${i}`));
  expected.covariance.forEach((row, i) =>
    row.forEach((value, j) => close(found.covariance[i]![j]!, value, expected.sds[i]! * expected.sds[j]!, `covariance ${i} ${j}`)),
  );
}

describe('moments of counts are those of rows', () => {
  test('listwise', () => {
    fc.assert(
      fc.property(study, (points) => {
        const { columns, tables } = countable(points);
        sameMoments(momentsOfCounts(jointCounts(columns, completeMask(points).mask), tables), momentsOf(points.map(floats)));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  test('listwise with weights', () => {
    fc.assert(
      fc.property(study, (points) => {
        const { mask } = completeMask(points);
        const weights = Float64Array.from(mask, (_, row) => weightOf(row));
        sameMoments(momentsOfCounts(byWeights(points, mask), countable(points).tables), weightedMomentsOf(points.map(floats), weights));
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  test('pairwise, without and with sampling weights', () => {
    fc.assert(
      fc.property(study, (points) => {
        const { columns, tables } = countable(points);
        const rows = points.map(floats);
        samePairs(pairwiseOfCounts(jointCounts(columns), tables), pairwiseMoments(rows));
        samePairs(
          pairwiseOfCounts(jointCounts(columns), tables, byWeights(points, null)),
          pairwiseDesignMoments(
            rows,
            rows[0]!.map((_, row) => weightOf(row)),
          ),
        );
      }),
      { seed: 13, numRuns: 150 },
    );
  });

  test('mean-substituted', () => {
    fc.assert(
      fc.property(study, (points) => {
        const { columns, tables } = countable(points);
        const rows = meanSubstituted(points.map(floats));
        const found = substitutedOfCounts(jointCounts(columns), tables);
        sameMoments(found.moments, momentsOf(rows.columns));
        expect(found.filled).toEqual(rows.filled);
      }),
      { seed: 14, numRuns: 150 },
    );
  });

  test('columns that share their codes are counted once, whatever their tables', () => {
    const codes = Int8Array.of(0, 1, 2, 1, 0, 2, 2);
    const points = [
      { codes, values: Float64Array.of(1, 2, 3) },
      { codes, values: Float64Array.of(3, 2, 1) },
      { codes: Int8Array.of(1, 0, 1, 0, 1, 1, 0), values: Float64Array.of(0, 1) },
    ];
    const { columns, tables } = countable(points);
    expect(columns.map(({ levels }) => levels)).toEqual([3, 2]);
    const found = momentsOfCounts(jointCounts(columns), tables);
    sameMoments(found, momentsOf(points.map(floats)));
    expect(found.cross[0]![1]).toBe(-found.cross[0]![0]!);
  });

  test('shuffled rows and another dictionary give the same bytes', () => {
    const rows = Array.from({ length: 999 }, (_, row) => [(row * 7919) % 5, (row * row) % 3]);
    const tables = [
      // Two codes of one value.
      [0.1, 0.2, 0.7, 0.1, 2.9],
      [-0.3, 1e5, 7.7],
    ];
    const points = (order: (row: number) => number, dictionary: readonly (readonly number[])[]): Points[] =>
      tables.map((table, at) => ({
        codes: Int8Array.from(rows, (_, row) => dictionary[at]!.indexOf(rows[order(row)]![at]!)),
        values: Float64Array.from(dictionary[at]!, (level) => table[level]!),
      }));
    const all = (given: Points[]): unknown => {
      const { columns, tables: own } = countable(given);
      const joint = jointCounts(columns);
      return [momentsOfCounts(joint, own), pairwiseOfCounts(joint, own), substitutedOfCounts(joint, own)];
    };
    const plain = all(
      points(
        (row) => row,
        [
          [0, 1, 2, 3, 4],
          [0, 1, 2],
        ],
      ),
    );
    expect(
      all(
        points(
          (row) => (row * 10 + 3) % 999,
          [
            [3, 1, 4, 0, 2],
            [2, 0, 1],
          ],
        ),
      ),
    ).toEqual(plain);
  });
});
