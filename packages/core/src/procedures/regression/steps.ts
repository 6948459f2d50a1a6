// What a step of predictors adds to a model of the same cases. Fits are ols.ts'.
import { fUpper } from '../../numerics/distributions.ts';
import type { LinearFit } from './ols.ts';

export interface ModelChange {
  /** What the step adds to R². */
  readonly r2: number;
  readonly df1: number;
  readonly df2: number;
  /** Null where the larger model fits perfectly. */
  readonly f: number | null;
  readonly p: number | null;
}

/**
 * ΔR² and its test: F = (ΔR²/q)/((1 − R²)/(n − k − 1)) on q and n − k − 1 degrees of freedom, q the predictors that the step adds and k
 * those of the larger model (Cohen, Cohen, West & Aiken 2003, eq. 5.5.1; SPSS REGRESSION /STATISTICS CHANGE). `before` null: the model
 * without predictors, so that the first step has its own R² and F. Both fits are of the same cases; null when they are not, or when the
 * step adds nothing.
 */
export function changeBetween(before: LinearFit | null, after: LinearFit): ModelChange | null {
  const df1 = after.predictors - (before?.predictors ?? 0);
  if (df1 < 1 || after.r2 === null || (before !== null && (before.n !== after.n || before.r2 === null))) return null;
  const df2 = after.n - after.predictors - 1;
  const r2 = after.r2 - (before?.r2 ?? 0);
  const f = after.perfect ? null : ((before?.ssResidual ?? after.ssTotal) - after.ssResidual) / df1 / (after.ssResidual / df2);
  return { r2, df1, df2, f, p: f === null ? null : fUpper(Math.max(0, f), df1, df2) };
}
