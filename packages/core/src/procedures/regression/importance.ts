// How much of R² each predictor accounts for: shares over all orderings, first, last, Pratt's measure, relative weights.
import { inverseSymmetric, logDeterminant, solvePositive, symmetricEigen, type Matrix } from '../../numerics/linear-algebra.ts';
import { exp } from '../../numerics/exponential.ts';
import { square } from '../../numerics/powers.ts';

/** With more players than these, the models of all their subsets are too many: 2¹⁶ of them. */
export const MOST_PLAYERS = 16;

export interface Importance {
  readonly r2: number;
  /** Per player. */
  readonly lmg: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Per player, by the number of players before it, from 0: what it adds on average. */
  readonly bySize: readonly (readonly number[])[];
}

/**
 * Lindeman, Merenda & Gold 1980, Introduction to Bivariate and Multivariate Analysis, pp. 119ff. (Grömping 2006, Journal of Statistical
 * Software 17(1)): what a player adds to R², averaged over all orders in which the players can enter; it is the Shapley value, so that the
 * shares sum to R². `correlation`: predictors, then the outcome; `players`: places of each player's columns (all dummies of a category are
 * one). A text: why there is none.
 */
export function importanceOf(correlation: Matrix, players: readonly (readonly number[])[]): Importance | 'too many' | 'collinear' {
  const p = players.length;
  const outcome = correlation.length - 1;
  if (p > MOST_PLAYERS) return 'too many';
  const subsets = 1 << p;
  const r2 = new Float64Array(subsets);
  for (let set = 1; set < subsets; set++) {
    const columns = players.flatMap((own, i) => (((set >> i) & 1) === 1 ? own : []));
    const right = columns.map((column) => correlation[column]![outcome]!);
    const beta = solvePositive(
      columns.map((row) => columns.map((column) => correlation[row]![column]!)),
      right,
    );
    if (beta === null) return 'collinear';
    r2[set] = beta.reduce((sum, value, j) => sum + value * right[j]!, 0);
  }
  const bySize = players.map((_, i) => {
    const sums = players.map(() => 0);
    const counts = players.map(() => 0);
    for (let set = 0; set < subsets; set++) {
      if (((set >> i) & 1) === 1) continue;
      let size = 0;
      for (let bits = set; bits !== 0; bits &= bits - 1) size += 1;
      sums[size] = sums[size]! + r2[set | (1 << i)]! - r2[set]!;
      counts[size] = counts[size]! + 1;
    }
    return sums.map((sum, size) => sum / counts[size]!);
  });
  return {
    r2: r2[subsets - 1]!,
    lmg: bySize.map((own) => own.reduce((sum, value) => sum + value, 0) / p),
    first: bySize.map((own) => own[0]!),
    last: bySize.map((own) => own[p - 1]!),
    bySize,
  };
}

/** β·r of each predictor (Pratt 1987, in Proceedings of the Second International Tampere Conference in Statistics). */
export function prattMeasures(correlation: Matrix): number[] | null {
  const k = correlation.length - 1;
  const right = correlation[k]!.slice(0, k);
  const beta = solvePositive(
    correlation.slice(0, k).map((row) => row.slice(0, k)),
    right,
  );
  return beta === null ? null : beta.map((value, j) => value * right[j]!);
}

/**
 * Johnson 2000, Multivariate Behavioral Research 35:1–19: with R^(1/2) the symmetric root of the predictors' correlations,
 * ε = (R^(1/2))∘² · (R^(−1/2) r)∘².
 */
export function johnsonWeights(correlation: Matrix): number[] | null {
  const k = correlation.length - 1;
  const { values, vectors } = symmetricEigen(correlation.slice(0, k).map((row) => row.slice(0, k)));
  if (!(values.at(-1)! > 1e-12)) return null;
  const power = (exponent: 'root' | 'inverse root'): number[][] =>
    vectors.map((row) =>
      vectors.map((column) =>
        values.reduce((sum, value, m) => sum + row[m]! * column[m]! * (exponent === 'root' ? Math.sqrt(value) : 1 / Math.sqrt(value)), 0),
      ),
    );
  const root = power('root');
  const weights = power('inverse root').map((row) => row.reduce((sum, value, j) => sum + value * correlation[k]![j]!, 0));
  return root.map((row) => row.reduce((sum, value, j) => sum + square(value) * square(weights[j]!), 0));
}

/**
 * Fox & Monette 1992, JASA 87:178–183: det R₁₁·det R₂₂/det R, R₁₁ the correlations of a player's columns, R₂₂ those of the others. Of
 * one column it is the variance inflation factor.
 */
export function generalisedInflation(correlation: Matrix, players: readonly (readonly number[])[]): (number | null)[] {
  const k = correlation.length - 1;
  const all = Array.from({ length: k }, (_, j) => j);
  const part = (columns: readonly number[]): number | null =>
    columns.length === 0 ? 0 : logDeterminant(columns.map((row) => columns.map((column) => correlation[row]![column]!)));
  const whole = part(all);
  const inverse = inverseSymmetric(correlation.slice(0, k).map((row) => row.slice(0, k)));
  return players.map((own) => {
    if (own.length === 1) return inverse === null ? null : inverse[own[0]!]![own[0]!]!;
    const [inner, outer] = [part(own), part(all.filter((j) => !own.includes(j)))];
    return inner === null || outer === null || whole === null ? null : exp(inner + outer - whole);
  });
}
