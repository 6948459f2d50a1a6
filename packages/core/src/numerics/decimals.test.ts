// Decimal numbers: as they are written, in any order, and rounded once.
import { expect, it } from 'vitest';
import fc from 'fast-check';
import { decimalOf, decimalText, minus, NOTHING, over, plus, readDecimal, times } from './decimals.ts';

it('are written as they are read, without a needless zero', () => {
  for (const [value, text] of [
    [0, '0'],
    [-0, '0'],
    [0.1, '0.1'],
    [-12.5, '-12.5'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-3e22, '-30000000000000000000000'],
  ] as const)
    expect(decimalText(decimalOf(value))).toBe(text);
  for (const text of ['00', '1.0', '1.', '.5', '+1', '-0', '1e5', '', ' 1', '1,5']) expect(readDecimal(text), text).toBeNull();
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => Number(decimalText(decimalOf(x))) === x));
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), (x) => {
      const text = decimalText(decimalOf(x));
      return decimalText(readDecimal(text)!) === text;
    }),
  );
});

it('add up to the same in any order, and to nothing what is taken off again', () => {
  const some = fc.array(fc.double({ noNaN: true, min: -1e18, max: 1e18 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(some, (values) => {
      const total = (list: readonly number[]): string => decimalText(list.map(decimalOf).reduce(plus, NOTHING));
      expect(total([...values].reverse())).toBe(total(values));
      const sum = values.map(decimalOf).reduce(plus, NOTHING);
      expect(decimalText(values.map(decimalOf).reduce(minus, sum))).toBe('0');
    }),
  );
});

it('are divided to the nearest double', () => {
  expect(over(decimalOf(1), 3)).toBe(1 / 3);
  expect(over(decimalOf(-2), 7)).toBe(-2 / 7);
  expect(over(NOTHING, 5)).toBe(0);
  // 0.1 · 0.1 is a hundredth here.
  expect(over(times(decimalOf(0.1), decimalOf(0.1)), 1)).toBe(0.01);
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 1_000_000_000 }), (a, b) => {
      expect(over(decimalOf(a), b)).toBe(a === 0 ? 0 : a / b);
    }),
  );
});
