// Columns that were mistaken for each other are told from an item that truly stands elsewhere: simulated surveys of three dimensions of
// four items.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../numerics/random.ts';
import { mistakenColumns } from './mistaken-columns.ts';

const dimensionOf = Array.from({ length: 12 }, (_, i) => Math.floor(i / 4));
const items = dimensionOf.map((dimension, i) => `${'abc'[dimension]}${(i % 4) + 1}`);
const inOrder = items.map((_, i) => i);

function answers(seed: number, homes: readonly number[], columns: readonly number[]): Float64Array[] {
  const random = seededRandom(seed);
  const rows = Array.from({ length: 300 }, () => {
    const common = random.normal();
    const factors = [0, 1, 2].map(() => Math.sqrt(0.3) * common + Math.sqrt(0.7) * random.normal());
    return homes.map((home) => Math.max(1, Math.min(5, Math.round(3 + 0.6 * factors[home]! + 0.8 * random.normal()))));
  });
  return columns.map((column) => Float64Array.from(rows, (row) => row[column]!));
}
const found = (seed: number, homes: readonly number[], columns: readonly number[]) =>
  mistakenColumns(items, dimensionOf, answers(seed, dimensionOf, inOrder), answers(seed + 500, homes, columns))!.items;
const seeds = Array.from({ length: 60 }, (_, i) => i + 1);
const placed = (...pairs: readonly (readonly [number, number])[]): number[] =>
  inOrder.map((i) => pairs.find(([name]) => name === i)?.[1] ?? i);

describe('mistaken columns', () => {
  it('are not seen in an item that truly stands elsewhere', () => {
    const homes = dimensionOf.map((home, i) => (i === 2 ? 1 : home));
    // One in two hundred is (of those before each column was asked, one in five was).
    expect(seeds.filter((seed) => found(seed, homes, inOrder).length > 0).length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['two exchanged', placed([2, 6], [6, 2]), 2],
    ['three in a circle', placed([1, 5], [5, 9], [9, 1]), 3],
    ['three pairs', placed([1, 5], [5, 1], [6, 10], [10, 6], [3, 11], [11, 3]), 6],
  ] as const)('%s are seen', (_, columns, wanted) => {
    // Columns of one dimension are alike: which of them it was is not asked, nor that each of six is named.
    const seen = seeds.filter((seed) => found(seed, dimensionOf, columns).length >= Math.min(4, wanted));
    expect(seen.length).toBeGreaterThanOrEqual(58);
  });

  it('are not seen where there are none', () => {
    expect(seeds.filter((seed) => found(seed, dimensionOf, inOrder).length > 0)).toEqual([]);
  });
});
