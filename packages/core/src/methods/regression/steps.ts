// Regressions whose predictors enter step by step: the models before the last, and what each step adds.
import { fUpper } from '../../numerics/distributions.ts';
import type { FitFailure, LinearFit } from '../../procedures/regression/ols.ts';
import { changeBetween, type ModelChange } from '../../procedures/regression/steps.ts';
import { waldF } from './errors.ts';

export interface Step {
  /** Of the predictors so far; null where there are none yet. */
  readonly fit: LinearFit | null;
  /** Null where the step adds nothing. */
  readonly change: ModelChange | null;
}

/**
 * The models of every step, on the cases of the last: `entered` is the step of each predictor that is used, in order; `fitOf` fits the
 * first so many of them. Empty without a second step. With other than classical errors ΔF is Wald's test of what the step adds, as the
 * covariance of its model has it.
 */
export function fitSteps(
  steps: number,
  entered: readonly number[],
  last: LinearFit,
  fitOf: (predictors: number) => LinearFit | FitFailure,
): readonly Step[] {
  if (steps < 2) return [];
  const found: Step[] = [];
  for (let step = 0; step < steps; step++) {
    const size = entered.filter((one) => one <= step).length;
    const before = found.at(-1)?.fit ?? null;
    const own = size === entered.length ? last : size === 0 ? null : size === before?.predictors ? before : fitOf(size);
    const fit = own === null || 'problem' in own ? null : own;
    const change = fit === null ? null : changeBetween(before, fit);
    found.push({ fit, change: fit === null || change === null ? null : robust(fit, change) });
  }
  return found;
}

function robust(fit: LinearFit, change: ModelChange): ModelChange {
  if (fit.covariance === undefined || change.f === null) return change;
  const added = fit.coefficients.slice(-change.df1).map((one) => one.b);
  const f = fit.df2 < change.df1 ? null : waldF(fit.covariance, added);
  return { ...change, df2: fit.df2, f, p: f === null ? null : fUpper(Math.max(0, f), change.df1, fit.df2) };
}
