import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { compareGroups, type GroupComparison } from './groups.ts';
import { comparePoints, independentTestOfPoints } from './point-groups.ts';
import { independentTest } from './t-test.ts';

const TABLES = [[1, 2, 3, 4, 5], [4, 0.1, NaN, 0.7, 0.1], [1e9 + 2, 1e9, 1e9 + 1], [0.3, 0.1 + 0.2], [5]];
const study = fc.constantFrom(...TABLES).chain((table) =>
  fc.record({
    table: fc.constant(table),
    rows: fc.array(fc.tuple(fc.integer({ min: -1, max: table.length - 1 }), fc.integer({ min: -1, max: 3 })), { maxLength: 60 }),
  }),
);

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
    // A tail probability shrinks a relative error of its statistic no further than its own size allows.
    else expect(Math.abs(value - other), `${path}: ${value} for ${other}`).toBeLessThanOrEqual(1e-10 * Math.abs(other) + 1e-12);
  });
}

describe('groups of an outcome of few values', () => {
  test('are compared as from rows: every test and every pair', () => {
    fc.assert(
      fc.property(study, ({ table, rows }) => {
        const codes = Int8Array.from(rows, (row) => row[0]);
        const groups = Int8Array.from(rows, (row) => row[1]);
        const values = Float64Array.from(codes, (code) => (code < 0 ? NaN : table[code]!));
        const levels = ['a', 'b', 'c', 'd'];
        same(comparePoints({ codes, values: Float64Array.from(table) }, groups, levels), compareGroups(values, groups, levels));
      }),
      { seed: 51, numRuns: 150 },
    );
  });

  test('two of them by t, U and what goes with them', () => {
    fc.assert(
      fc.property(study, ({ table, rows }) => {
        const codes = Int8Array.from(rows, (row) => row[0]);
        const groups = Int8Array.from(rows, (row) => Math.min(1, row[1]));
        const values = Float64Array.from(codes, (code) => (code < 0 ? NaN : table[code]!));
        const of = (group: number): Float64Array => values.filter((_, row) => groups[row] === group);
        same(independentTestOfPoints({ codes, values: Float64Array.from(table) }, groups, 2), independentTest(of(0), of(1)));
      }),
      { seed: 52, numRuns: 150 },
    );
  });

  test('the order of rows and of codes changes no digit', () => {
    const rows = Array.from({ length: 600 }, (_, row) => [(row * 7919) % 5, (row * row) % 3] as const);
    const table = [0.1, 1.3, 2.2, 2.9, 4.7];
    const of = (order: (row: number) => number, dictionary: readonly number[]): GroupComparison | null =>
      comparePoints(
        {
          codes: Int8Array.from(rows, (_, row) => dictionary.indexOf(rows[order(row)]![0])),
          values: Float64Array.from(dictionary, (value) => table[value]!),
        },
        Int8Array.from(rows, (_, row) => rows[order(row)]![1]),
        ['a', 'b', 'c'],
      );
    const plain = of((row) => row, [0, 1, 2, 3, 4]);
    expect(plain).not.toBeNull();
    expect(numbersIn(of((row) => (row * 7 + 3) % 600, [4, 2, 0, 1, 3]))).toEqual(numbersIn(plain));
  });
});
