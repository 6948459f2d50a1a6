// Fisher's exact test of a 2 × 2 table.
import { exp } from '../../numerics/exponential.ts';
import { logGamma } from '../../numerics/special-functions.ts';

/**
 * Two-sided exact p of the table a b / c d with its margins fixed: the hypergeometric probabilities of all tables that are no likelier
 * than this one, where a relative difference of 1e-7 counts as equal (as R and SPSS do).
 */
export function fisherTwoSided(a: number, b: number, c: number, d: number): number {
  const row = a + b;
  const column = a + c;
  const n = row + c + d;
  const least = Math.max(0, column - (n - row));
  const most = Math.min(row, column);
  const logChoose = (m: number, x: number): number => logGamma(m + 1) - logGamma(x + 1) - logGamma(m - x + 1);
  const mode = Math.min(most, Math.max(least, Math.floor(((row + 1) * (column + 1)) / (n + 2))));
  // Probabilities relative to that of the likeliest table, by the ratio of neighbours: no error grows from logarithms of factorials.
  const relative = new Float64Array(most - least + 1);
  relative[mode - least] = 1;
  for (let x = mode; x < most; x++)
    relative[x + 1 - least] = relative[x - least]! * (((row - x) * (column - x)) / ((x + 1) * (n - row - column + x + 1)));
  for (let x = mode; x > least; x--)
    relative[x - 1 - least] = relative[x - least]! * ((x * (n - row - column + x)) / ((row - x + 1) * (column - x + 1)));
  const limit = relative[a - least]! * (1 + 1e-7);
  // So far out that even the ratio underflows: the table's own probability says how small the sum is.
  if (limit === 0) return exp(logChoose(row, a) + logChoose(n - row, column - a) - logChoose(n, column));
  let all = 0;
  let unlikely = 0;
  for (const value of relative.slice().sort()) {
    all += value;
    if (value <= limit) unlikely += value;
  }
  return Math.min(1, unlikely / all);
}
