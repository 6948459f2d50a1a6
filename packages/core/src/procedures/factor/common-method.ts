// Does one source stand behind all answers? Harman's single-factor test and the full collinearity of all variables.
import { inverseSymmetric } from '../../numerics/linear-algebra.ts';
import { correlationOf, momentsOf } from '../../moments/moments.ts';
import { listwiseColumns } from '../../moments/rows.ts';
import { oneFactorLeastSquares } from '../reliability/one-factor.ts';
import { principalComponents, sumsOfSquares } from './components.ts';

export interface CommonMethod {
  readonly n: number;
  readonly eigenvalues: readonly number[];
  readonly aboveOne: number;
  /** Share of the items' variance, in percent, of the first unrotated component; of one factor by principal axes. */
  readonly firstComponent: number;
  readonly oneFactor: number | null;
  readonly oneFactorSquares: number | null;
  readonly aboveHalf: boolean;
  /** In the order of the columns. */
  readonly vif: readonly number[];
}

/**
 * Harman's test: when the first unrotated component holds more than half of the variance, one factor may stand behind all answers
 * (Podsakoff & Organ 1986, Journal of Management 12:531–544); also the share of a single factor by principal axes. Full collinearity:
 * the variance inflation of every column by all others, the diagonal of R⁻¹; above 3.3 a common method is suspected (Kock 2015,
 * International Journal of e-Collaboration 11:1–10). Over complete rows; null where R cannot be inverted or has fewer than two columns.
 */
export function commonMethod(columns: readonly Float64Array[]): CommonMethod | null {
  const used = listwiseColumns(columns);
  const p = used.length;
  const n = used[0]?.length ?? 0;
  if (p < 2 || n < 3) return null;
  const correlation = correlationOf(momentsOf(used));
  if (correlation.some((row) => row.some(Number.isNaN))) return null;
  const inverse = inverseSymmetric(correlation);
  if (inverse === null) return null;
  const { eigenvalues } = principalComponents(correlation);
  const factor = oneFactorLeastSquares(
    correlation,
    inverse.map((row, i) => 1 - 1 / row[i]!),
  );
  const squares = factor === null ? null : sumsOfSquares(factor.loadings.map((loading) => [loading]))[0]!;
  const firstComponent = (100 * eigenvalues[0]!) / p;
  return {
    n,
    eigenvalues,
    aboveOne: eigenvalues.filter((value) => value > 1).length,
    firstComponent,
    oneFactor: squares === null ? null : (100 * squares) / p,
    oneFactorSquares: squares,
    aboveHalf: firstComponent > 50,
    vif: inverse.map((row, i) => row[i]!),
  };
}
