// `svy_model` and `svyglm`: linear and logistic regression under a design; R's degrees of freedom.
import { surveyFit, surveyMean, surveyTests, type SurveyFit } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { category, matrix, names, numbers } from './columns.ts';
import { designOf } from './ols.ts';
import { complete, designFor, membersOf } from './survey-design.ts';

function outcomeOf(data: OracleData, options: OracleOptions): Float64Array {
  const name = String(options.dependent);
  if (options.event == null) return numbers(data, name, options);
  const { codes, levels } = category(data, name, options);
  const event = levels.indexOf(String(options.event));
  return Float64Array.from(codes, (code) => (code < 0 ? NaN : code === event ? 1 : 0));
}

function fitted(data: OracleData, options: OracleOptions) {
  const design = designFor(data, options);
  const y = outcomeOf(data, options);
  const predictors = designOf(data, [...names(options.predictors), ...names(options.interactions)], options);
  const members = membersOf(data, options);
  const fit = surveyFit(design, { family: options.family === 'logit' ? 'logit' : 'gaussian', y, x: predictors.columns, members });
  if ('problem' in fit) throw new Unsupported(`a model that cannot be fitted: ${fit.problem}`);
  const r = fit.df + 1 - fit.b.length;
  return {
    design,
    y,
    terms: ['(Intercept)', ...predictors.terms],
    fit,
    tests: surveyTests(fit, r),
    df: r,
    rows: complete([y, ...predictors.columns], members),
  };
}

const odds = (values: readonly (number | null)[]): (number | null)[] => values.map((value) => (value === null ? null : Math.exp(value)));

function logitValues(fit: SurveyFit, tests: ReturnType<typeof surveyTests>): OracleValues {
  return fit.averageMarginal === null
    ? { r2_weighted: fit.r2 }
    : {
        odds_ratio: odds(fit.b),
        or_ci95_low: odds(tests.low),
        or_ci95_high: odds(tests.high),
        ame_derivative_weighted: fit.averageMarginal,
      };
}

export function surveyModel(data: OracleData, options: OracleOptions): OracleValues {
  const { terms, fit, tests, df } = fitted(data, options);
  return {
    n: fit.n,
    sum_w: fit.sumOfWeights,
    design_df: fit.df,
    df_residual: df,
    terms,
    b: fit.b,
    se: tests.se,
    t: tests.t,
    p: tests.p,
    ci95_low: tests.low,
    ci95_high: tests.high,
    wald_F: tests.f,
    df1: fit.b.length - 1,
    df2: df,
    wald_F_p: tests.fP,
    vcov: matrix(terms, terms, fit.covariance),
    ...logitValues(fit, tests),
  };
}

export function svyglm(data: OracleData, options: OracleOptions): OracleValues {
  const { design, y, terms, fit, tests, df, rows } = fitted(data, options);
  const dependent = surveyMean(design, y, { members: rows });
  return {
    n: fit.n,
    terms,
    b: fit.b,
    se: tests.se,
    t: tests.t,
    p: tests.p,
    design_df: fit.df,
    df_residual: df,
    mean_dependent: dependent.mean,
    se_mean_dependent: dependent.se,
    deff_mean: dependent.deff,
  };
}
