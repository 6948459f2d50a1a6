// A logistic regression in a study with a design: weighted estimating equations with Taylor's standard errors, in the shape of the other
// models. What rests on a likelihood (pseudo R², AIC) or on counted cases (classification) has no weighted form and is null.
import { tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { exp } from '../../numerics/exponential.ts';
import { surveyFit } from '../../procedures/survey/model.ts';
import type { DesignColumn } from '../../procedures/regression/design.ts';
import type { StudyDesign } from '../design/study-design.ts';
import { nothing, type ModelCoefficient, type ModelFailure, type ModelFit, type ModelMargin } from './models.ts';

/** `found`: the same model without weights, whose levels and separation it has. `event`: 1 and 0 of the chosen rows, NaN missing. */
export function weightedLogit(
  found: ModelFit,
  columns: readonly DesignColumn[],
  event: Float64Array,
  rows: Uint32Array,
  { survey, broken }: StudyDesign,
  confidence: number,
): ModelFit | ModelFailure {
  const all = survey.weights.length;
  const scattered = (values: Float64Array): Float64Array => {
    const whole = new Float64Array(all).fill(NaN);
    for (const [at, row] of rows.entries()) whole[row] = values[at]!;
    return whole;
  };
  const x = columns.map((column) => scattered(column.values));
  const y = scattered(event);
  const fit = surveyFit(survey, { family: 'logit', y, x });
  if ('problem' in fit) return fit.problem === 'too-few' ? fit : { problem: 'not-converged' };
  if (broken !== null) return { problem: 'no-errors', why: broken };
  if (!(fit.df > 0)) return { problem: 'no-errors', why: 'there are no more sampling units than strata' };
  const quantile = tQuantile(1 - (1 - confidence) / 2, fit.df);
  const coefficients = fit.b.map((b, j): ModelCoefficient => {
    const se = Math.sqrt(fit.covariance[j]![j]!);
    const t = b / se;
    return {
      term: j === 0 ? 'intercept' : columns[j - 1]!.text,
      b,
      se,
      statistic: t,
      df: fit.df,
      p: tTwoSided(t, fit.df),
      low: b - quantile * se,
      high: b + quantile * se,
    };
  });
  const weight = survey.weights.map((value, row) => (fit.rows[row] === 1 ? value : 0));
  const base = weight.reduce((sum, value) => sum + value, 0);
  return {
    ...nothing,
    levels: found.levels,
    n: fit.n,
    equations: [{ level: found.equations[0]?.level ?? null, coefficients }],
    margins: columns.map((column, j): ModelMargin => {
      const isDummy = column.levels.some((level) => level !== null);
      return {
        term: column.text,
        level: null,
        effect: isDummy ? changeOf(fit.b, x, j, columns, weight, base) : fit.averageMarginal![j]!,
        se: null,
        statistic: null,
        p: null,
        low: null,
        high: null,
      };
    }),
    events: event.reduce((sum, value, at) => sum + (value === 1 && fit.rows[rows[at]!] === 1 ? 1 : 0), 0),
    logLikelihood: NaN,
    drawn: true,
  };
}

/** Weighted mean of the change of p from the reference to a level, the variable's other dummies at 0. */
function changeOf(
  b: readonly number[],
  x: readonly Float64Array[],
  j: number,
  columns: readonly DesignColumn[],
  weight: Float64Array,
  base: number,
): number {
  const name = columns[j]!.variables.join(':');
  const own = columns.map((column) => column.variables.join(':') === name);
  const p = (eta: number): number => 1 / (1 + exp(-eta));
  let total = 0;
  for (let row = 0; row < weight.length; row++) {
    if (weight[row] === 0) continue;
    const rest = x.reduce((sum, column, k) => sum + (own[k]! ? 0 : b[k + 1]! * column[row]!), b[0]!);
    total += weight[row]! * (p(rest + b[j + 1]!) - p(rest));
  }
  return total / base;
}
