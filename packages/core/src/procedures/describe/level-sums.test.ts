import { afterEach, describe, expect, test } from 'vitest';
import { coding } from '../../counts/points.ts';
import { minMax, rangeOfValues, standardScores } from '../composite/composite.ts';
import { summariesByLevel } from './by-level.ts';
import { summarize, type Summary } from './describe.ts';
import { wholeSums } from './level-sums.ts';

const few = coding.from;
afterEach(() => {
  coding.from = few;
});

const n = 40_000;
const values = Float64Array.from({ length: n }, (_, row) => (row % 17 === 3 ? NaN : Math.sin(row) + ((row * 7) % 5)));
const codes = Int8Array.from({ length: n }, (_, row) => (row % 11) - 1);
const bytes = (one: Int8Array): Int16Array => Int16Array.from(one);

/** Row by row, as few rows are. */
function plainly(given: Float64Array): Summary {
  coding.from = Infinity;
  const found = summarize(given.slice());
  coding.from = few;
  return found;
}
function same(found: Summary, wanted: Summary): void {
  for (const key of ['n', 'mean', 'sd', 'min', 'max', 'se', 'low', 'high'] as const)
    expect(Math.abs(found[key]! - wanted[key]!), key).toBeLessThan(1e-12 * Math.max(1, Math.abs(wanted[key]!)));
}

describe('sums of many rows', () => {
  test('describe them as rows do, and scores brought to another range by what they are made of', () => {
    same(summarize(values), plainly(values));
    for (const ranged of [minMax(values, 0, 100), standardScores(values, 50, 10)]) {
      const wanted = plainly(ranged);
      const levels = summariesByLevel(ranged.slice(), codes, 10);
      ranged.fill(NaN);
      same(summarize(ranged), wanted);
      summariesByLevel(ranged, codes, 10).forEach((one, level) => {
        same(one, levels[level]!);
      });
    }
  });

  test('by level, whatever kind of codes', () => {
    const found = summariesByLevel(values, codes, 10);
    expect(found).toEqual(summariesByLevel(values.slice(), bytes(codes), 10));
    found.forEach((one, level) => {
      same(one, plainly(values.filter((_, row) => codes[row] === level)));
    });
  });

  test('the two least and the two largest, one twice where two rows have it', () => {
    const ends = (...given: number[]) => {
      const { lowest, secondLowest, highest, secondHighest } = wholeSums(Float64Array.from(given));
      return [lowest, secondLowest, secondHighest, highest];
    };
    expect(ends(3, 1, NaN, 4, 1, 5, 9, 2)).toEqual([1, 1, 5, 9]);
    expect(ends(9, 9, 5, 2, 3)).toEqual([2, 3, 9, 9]);
    expect(ends(7)).toEqual([7, Infinity, -Infinity, 7]);
    expect(rangeOfValues(new Float64Array(n).fill(NaN))).toBeNull();
  });
});
