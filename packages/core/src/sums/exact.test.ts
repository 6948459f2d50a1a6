// Sums of measures to the last digit: whole numbers of any size, added up one by one, are the judge; of numbers cut quickly and slowly, of
// pieces that are crossed, and of more rows than doubles hold products of.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimalOf, readDecimal, type Decimal } from '../numerics/decimals.ts';
import { isSummable, measureOf, sumsByLevel, sumsTogether } from './exact.ts';

const LEVELS = 3;
/** No number that is added up has more, and no product more than twice as many. */
const PLACES = 21;
const unitsOf = ({ units, places }: Decimal, at: number): bigint => units * 10n ** BigInt(at - places);
const read = (text: string | undefined, at: number): bigint => unitsOf(readDecimal(text!)!, at);
const total = (all: readonly bigint[]): bigint => all.reduce((sum, one) => sum + one, 0n);

const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2_000_000, max: 2_000_000 }).map((units) => units / 100) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 5 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
/** With as many digits as a double has. */
const long = fc.oneof(value, fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter(isSummable));
const row = (number: fc.Arbitrary<number>) =>
  fc.tuple(number, number, fc.integer({ min: -1, max: LEVELS - 1 }), fc.constantFrom(0, 1, 1, 1));

it('adds up as whole numbers do', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(row(value), { maxLength: 40 }), fc.array(row(long), { maxLength: 40 })), (all) => {
      const [xs, ys] = [0, 1].map((at) => Float64Array.from(all, (one) => one[at]!)) as [Float64Array, Float64Array];
      const [x, y] = [measureOf(xs)!, measureOf(ys)!];
      const rows = Uint8Array.from(all, (one) => one[3]);
      const by = { codes: Int8Array.from(all, (one) => one[2]), size: LEVELS };
      const wholes = (values: Float64Array) => Array.from(values, (one) => (Number.isNaN(one) ? null : unitsOf(decimalOf(one), PLACES)));
      const [a, b] = [wholes(xs), wholes(ys)];
      const answered = [...all.keys()].filter((at) => rows[at] === 1 && a[at] !== null);
      const levels = Array.from({ length: LEVELS }, (_, level) => answered.filter((at) => by.codes[at] === level).map((at) => a[at]!));
      const found = sumsByLevel(
        x,
        by,
        rows,
        levels.map((own) => own.length),
      );
      for (const [level, own] of levels.entries()) {
        expect(read(found[level]![0], PLACES)).toBe(total(own));
        expect(read(found[level]![1], 2 * PLACES)).toBe(total(own.map((one) => one * one)));
      }
      const both = answered.filter((at) => b[at] !== null);
      const products = sumsTogether(x, y, rows, both.length)[2]![0];
      expect(read(products, 2 * PLACES)).toBe(total(both.map((at) => a[at]! * b[at]!)));
    }),
    { seed: 17, numRuns: 300 },
  );
});

it('adds up products of more rows than doubles hold', () => {
  const [rows, most] = [300_000, 0x3ffff];
  const values = new Float64Array(rows).fill(most);
  values[0] = 0;
  const all = { codes: new Int8Array(rows), size: 1 };
  const [sum, square, low, high] = sumsByLevel(measureOf(values)!, all, new Uint8Array(rows).fill(1), [rows])[0]!;
  expect([sum, low, high]).toEqual([String((rows - 1) * most), '0', String(most)]);
  expect(square).toBe(String(BigInt(rows - 1) * BigInt(most) ** 2n));
});
