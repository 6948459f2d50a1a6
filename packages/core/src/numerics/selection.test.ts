import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { orderStatistics } from './selection.ts';

const sorted = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value)).sort();
const N = 30_000;

describe('order statistics', () => {
  const random = seededRandom(41);
  const kinds: Readonly<Record<string, (row: number) => number>> = {
    uniform: () => random.uniform(),
    normal: () => random.normal(),
    'few values': () => Math.floor(random.uniform() * 5),
    'large values that differ little': () => 1e9 + Math.floor(random.uniform() * 40_000) / 1000,
    'with missing ones': (row) => (row % 7 === 0 ? NaN : random.normal()),
    'one far away': (row) => (row === 5 ? 1e200 : random.normal()),
    'a long tail': () => 1 / (random.uniform() + 1e-12),
    'every size': (row) => (random.uniform() - 0.5) * Number(`1e${(row % 600) - 300}`),
    constant: () => 0.1,
    'all missing': () => NaN,
    'with infinite ones': (row) => (row % 3 === 0 ? Infinity : row % 3 === 1 ? -Infinity : random.uniform()),
  };
  test.each(Object.entries(kinds))('%s: those of a sorted copy', (_, of) => {
    const values = Float64Array.from({ length: N }, (__, row) => of(row));
    const before = values.slice();
    const expected = sorted(values);
    const places = [0, 1, 7499, 7500, 14_999, 15_000, 22_499, N - 1, expected.length - 1, N + 3, 14_999];
    expect(orderStatistics(values, places)).toEqual(places.map((place) => expected[place] ?? NaN));
    expect(values).toEqual(before);
  });

  test('few numbers, and none', () => {
    expect(orderStatistics(Float64Array.of(3, NaN, 1, 2), [2, 0, 3])).toEqual([3, 1, NaN]);
    expect(orderStatistics(new Float64Array(0), [0])).toEqual([NaN]);
  });
});
