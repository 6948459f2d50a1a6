import { expect, test } from 'vitest';
import { ranksOf } from './ranks.ts';
import { positiveRoot, rootBetween } from './roots.ts';
import { logGamma } from './special-functions.ts';
import { mean, sum } from './sums.ts';

test('a compensated sum keeps what plain addition loses', () => {
  expect(sum([1e16, 1, -1e16])).toBe(1);
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum([])).toBe(0);
  expect(mean(Array.from({ length: 10 }, () => 0.1))).toBe(0.1);
  expect(mean([])).toBeNaN();
});

test('ranks share ties', () => {
  expect([...ranksOf([30, 10, 20, 10, 10]).ranks]).toEqual([5, 2, 4, 2, 2]);
  expect(ranksOf([30, 10, 20, 10, 10]).ties).toBe(24);
  expect(ranksOf([]).ties).toBe(0);
});

test('roots are found to the last digits, near zero and far out', () => {
  expect(rootBetween((x) => x ** 3 - 2, 0, 5)).toBeCloseTo(Math.cbrt(2), 14);
  expect(positiveRoot((x) => x - 1e-9, 1) / 1e-9).toBeCloseTo(1, 13);
  expect(positiveRoot((x) => Math.log(x) - 20, 1) / Math.exp(20)).toBeCloseTo(1, 13);
});

test('ln Γ: factorials and the half', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  expect(logGamma(1)).toBeCloseTo(0, 14);
  expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 13);
});
