import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { orderOf, ROW } from './order.ts';

/** Rows by comparison, which keeps the order of equal ones. */
function compared(values: Float64Array): { readonly rows: number[]; readonly ties: number[] } {
  const rows = [...values.keys()].filter((row) => !Number.isNaN(values[row]!)).sort((a, b) => values[a]! - values[b]! || a - b);
  return { rows, ties: rows.map((row, at) => (at > 0 && values[rows[at - 1]!] === values[row] ? 1 : 0)) };
}
function same(values: Float64Array): void {
  const order = orderOf(values);
  const wanted = compared(values);
  expect(Array.from(order, (place) => place & ROW)).toEqual(wanted.rows);
  expect(Array.from(order, (place) => (place < 0 ? 1 : 0))).toEqual(wanted.ties);
}

describe('rows in the order of their values', () => {
  test('of any numbers, ties marked, missing ones left out', () => {
    const number = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(NaN, 0, -0, 1, 2, 2, Infinity, -Infinity, 5e-324, 1e308, -1e308));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 300 }), (values) => {
        same(Float64Array.from(values));
      }),
      { seed: 61, numRuns: 200 },
    );
  });

  // What classes of equal width make of it: about even, many ties, nearly all in one class, all one number, none.
  const shapes: Readonly<Record<string, (row: number) => number>> = {
    even: (row) => (row * 7919) % 9973,
    ties: (row) => (row * 31) % 7,
    'in one class': (row) => (row === 5 ? 1e9 : Math.sin(row)),
    'far apart': (row) => 2 ** ((row % 600) - 300),
    falling: (row) => -row,
    one: () => 3,
    none: () => NaN,
  };
  test.each(Object.entries(shapes))('%s', (_, at) => {
    same(Float64Array.from({ length: 9000 }, (__, row) => at(row)));
  });
});
