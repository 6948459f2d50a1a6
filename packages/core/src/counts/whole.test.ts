// Whole numbers that count several times: what the moments of weighted rows are, exactly.
import { describe, expect, it } from 'vitest';
import { weightedMomentsOf } from '../moments/moments.ts';
import { seededRandom } from '../numerics/random.ts';
import { timesMoments, wholeColumns } from './whole.ts';

const random = seededRandom(7);
const rows = 5000;
const column = (low: number, high: number): Float64Array => Float64Array.from({ length: rows }, () => low + random.integer(high - low + 1));

describe('moments of rows that count several times', () => {
  // Six columns: four at a time, and those that are left.
  const columns = [column(1, 5), column(0, 1), column(-3, 3), column(2000, 2004), column(1, 7), column(10, 100)];
  const times = Float64Array.from({ length: rows }, () => random.integer(4));

  it('are those of weights', () => {
    const [own, wanted] = [timesMoments(wholeColumns(columns)!, times)!, weightedMomentsOf(columns, times)];
    expect(own.n).toBe(wanted.n);
    for (const [i, mean] of wanted.means.entries()) {
      expect(own.means[i]).toBeCloseTo(mean, 9);
      for (const [j, value] of wanted.cross[i]!.entries()) expect(own.cross[i]![j]! / value).toBeCloseTo(1, 10);
    }
  });

  it('keep the largest products whole', () => {
    const far = Float64Array.from({ length: rows }, (_, row) => (row === 0 ? 0 : row % 2 === 0 ? 100 : -100));
    const often = new Float64Array(rows).fill(100);
    const { n, cross } = timesMoments(wholeColumns([far, far])!, often)!;
    expect(n).toBe(100 * rows);
    const [sum, squares] = [100 * far.reduce((a, b) => a + b, 0), 100 * far.reduce((a, b) => a + b * b, 0)];
    expect(cross[0]![1]).toBe(squares - (sum * sum) / n);
  });

  it('are not there of what is missing, broken, far or too often', () => {
    expect(wholeColumns([Float64Array.of(1, 2.5)])).toBeNull();
    expect(wholeColumns([Float64Array.of(1, NaN)])).toBeNull();
    expect(wholeColumns([Float64Array.of(1, 102)])).toBeNull();
    expect(timesMoments(wholeColumns([Float64Array.of(1, 2)])!, Float64Array.of(1, 101))).toBeNull();
  });
});
