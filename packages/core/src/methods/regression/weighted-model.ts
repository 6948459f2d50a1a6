// A logistic regression in a study with a design: weighted estimating equations with Taylor's standard errors, in the shape of the other
// models. What rests on a likelihood (pseudo R², AIC) or on counted cases (classification) has no weighted form and is null.
import { tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { scattered } from '../../moments/rows.ts';
import { binaryModel, marginalEffects } from '../../procedures/outcomes/index.ts';
import { layoutOf } from '../../procedures/outcomes/indices.ts';
import { binaryKernel } from '../../procedures/outcomes/kernels.ts';
import { surveyFit, type SurveyFit } from '../../procedures/survey/model.ts';
import type { StudyDesign } from '../design/study-design.ts';
import {
  eventOf,
  failureOf,
  nothing,
  type ModelCoefficient,
  type ModelFailure,
  type ModelFit,
  type ModelInput,
  type ModelMargin,
} from './models.ts';

/** `rows`: which of the file the input's cases are; each has a weight. */
export function weightedLogit(
  event: string | null,
  input: Omit<ModelInput, 'errors' | 'random'>,
  rows: Uint32Array,
  { survey, broken }: StudyDesign,
): ModelFit | ModelFailure {
  const found = eventOf(event, input);
  if ('problem' in found) return found;
  const { columns, confidence } = input;
  const x = columns.map((column) => column.values);
  const whole = (values: Float64Array): Float64Array => scattered(values, rows, survey.weights.length);
  const fit = surveyFit(survey, { family: 'logit', y: whole(found.y), x: x.map(whole) });
  if ('problem' in fit) {
    if (fit.problem === 'too-few') return fit;
    // Which predictors tell the values apart, no weight changes.
    const plainly = binaryModel(found.y, x, 'logit');
    return 'problem' in plainly ? failureOf(plainly, input) : { problem: 'not-converged' };
  }
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
  return {
    ...nothing,
    levels: found.levels,
    n: fit.n,
    equations: [{ level: null, coefficients }],
    margins: marginsOf(
      fit,
      found.y,
      columns,
      Float64Array.from(rows, (row) => survey.weights[row]!),
    ),
    events: found.y.reduce((sum, value) => sum + value, 0),
    logLikelihood: NaN,
    drawn: true,
  };
}

/** Means over the cases by their weights; their standard errors have no weighted form here. */
function marginsOf(fit: SurveyFit, y: Float64Array, columns: ModelInput['columns'], weights: Float64Array): ModelMargin[] {
  const { blocks, responses } = binaryKernel(y, 'logit');
  const all = marginalEffects({
    columns,
    n: y.length,
    layout: layoutOf(blocks, columns.length),
    theta: Float64Array.from(fit.b),
    covariance: fit.covariance,
    responses,
    weights,
  });
  return all.flatMap(({ term, effects }) =>
    effects.map(({ effect }) => ({ term, level: null, effect, se: null, statistic: null, p: null, low: null, high: null })),
  );
}
