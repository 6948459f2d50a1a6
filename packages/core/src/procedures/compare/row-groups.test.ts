import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { minMax } from '../composite/composite.ts';
import { compareGroups } from './groups.ts';
import { compareRows, independentTestOfRows } from './row-groups.ts';
import { independentTest } from './t-test.ts';

/** Every number of a comparison, by name. */
function numbersIn(value: unknown, path = ''): readonly (readonly [string, number | string | null])[] {
  if (value === null || typeof value !== 'object') return [[path, value as number | string | null]];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, `${path}/${key}`));
}
function same(found: unknown, expected: unknown): void {
  const [a, b] = [numbersIn(found), numbersIn(expected)];
  expect(a.map(([path]) => path)).toEqual(b.map(([path]) => path));
  a.forEach(([path, value], at) => {
    const other = b[at]![1];
    if (typeof value !== 'number' || typeof other !== 'number') expect(value, path).toBe(other);
    else expect(Math.abs(value - other), `${path}: ${value} for ${other}`).toBeLessThanOrEqual(1e-9 * Math.abs(other) + 1e-12);
  });
}

const levels = ['a', 'b', 'c', 'd'];
/** Spread evenly, with ties, far apart, of two sizes, nearly alike within a group. */
const number = fc.oneof(
  fc.double({ min: -3, max: 3, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6),
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom(NaN, 1000, -1000),
);
const rowsOf = (numbers: fc.Arbitrary<number>) => fc.array(fc.tuple(numbers, fc.integer({ min: -1, max: 3 })), { maxLength: 60 });
const rows = rowsOf(number);
const columns = (given: readonly (readonly [number, number])[]) => ({
  values: Float64Array.from(given, (row) => row[0]),
  codes: Int8Array.from(given, (row) => row[1]),
});
let compared = 0;

describe('groups of many rows', () => {
  test('are compared as from lists of values: every test and every pair', () => {
    fc.assert(
      // Two that are one but for rounding; a linear map may make one of them.
      fc.property(rowsOf(fc.oneof(number, fc.constantFrom(0.1 + 0.2, 0.3))), (given) => {
        const { values, codes } = columns(given);
        const found = compareRows(values, codes, levels);
        if (found === null) return;
        compared++;
        same(found, compareGroups(values, codes, levels));
      }),
      { seed: 62, numRuns: 120 },
    );
    // Nothing, one group and digits in common are left to the other way.
    expect(compared).toBeGreaterThan(60);
  });

  test('after a linear map, of which no row is looked at', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom([0, 1], [0, 100], [-5, 5]), (given, [low, high]) => {
        const { values, codes } = columns(given);
        const mapped = minMax(values, low!, high!);
        const found = compareRows(mapped, codes, levels);
        if (found === null) return;
        // A copy of which nothing is known.
        same(found, compareGroups(mapped.slice(), codes, levels));
        mapped.fill(NaN);
        expect(numbersIn(compareRows(mapped, codes, levels))).toEqual(numbersIn(found));
      }),
      { seed: 63, numRuns: 60 },
    );
  });

  test('two of them by t, U and what goes with them', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (given, ranged) => {
        const { values: raw, codes } = columns(given.map(([value, code]) => [value, Math.min(1, code)] as const));
        const values = ranged ? minMax(raw, 1, 5) : raw;
        const found = independentTestOfRows(values, codes, 2);
        if (found === null) return;
        const of = (group: number): Float64Array => values.filter((_, row) => codes[row] === group);
        same(found, independentTest(of(0), of(1)));
      }),
      { seed: 64, numRuns: 60 },
    );
  });

  test('nothing is made of the rounding of computed values that are alike', () => {
    const codes = Int8Array.of(0, 0, 0, 1, 1, 1, 1);
    // Distances from either mean are thirds, but for rounding; the second group is one number, but for rounding.
    const thirds = Float64Array.of(0, 1, 2, 7.1, 7.1, 0.1 + 7, 7.1);
    const found = compareRows(thirds, codes, levels)!;
    same(found, compareGroups(thirds, codes, levels));
    expect(found.groups[1]!.sd).toBe(0);
    const alike = Float64Array.of(0, 2, 0, 2, 5, 7, 5, 7);
    const even = compareRows(alike, Int8Array.of(0, 0, 0, 0, 1, 1, 1, 1), levels)!;
    expect([even.leveneMean.f, even.leveneMedian.f]).toEqual([null, null]);
  });

  test('too many levels, codes of another kind and digits in common are left to lists of values', () => {
    const values = Float64Array.of(1, 2, 3, 4);
    expect(compareRows(values, Int16Array.of(0, 0, 1, 1), levels)).toBeNull();
    expect(
      compareRows(
        values.map((value) => 1e9 + value),
        Int8Array.of(0, 0, 1, 1),
        levels,
      ),
    ).toBeNull();
    expect(compareRows(values, Int8Array.of(1, 1, 1, 1), levels)).toBeNull();
  });
});
