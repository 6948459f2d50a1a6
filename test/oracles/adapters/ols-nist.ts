// `ols_nist`: NIST's certified least squares, with columns or with the powers of one, with an intercept or through the origin.
import { fitThroughOrigin, linearFit } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { numbers } from './columns.ts';

export default function olsNist(data: OracleData, options: OracleOptions): OracleValues {
  const terms = (options.terms as readonly string[]).filter((term) => term !== '(Intercept)');
  const y = numbers(data, String(options.dependent), options);
  const columns = terms.map((term) => {
    const [name, power] = term.split('^');
    const base = numbers(data, name!, options);
    return power === undefined ? base : base.map((value) => Array.from({ length: Number(power) }).reduce<number>((all) => all * value, 1));
  });
  if (options.intercept === false) {
    const fit = fitThroughOrigin(y, columns);
    if (fit === null) throw new Unsupported('a model that cannot be fitted');
    return {
      n: fit.n,
      terms: options.terms,
      b: fit.b,
      se: fit.se,
      residual_sd: Math.sqrt(fit.ssResidual / fit.df2),
      r2: fit.r2,
      ss_regression: fit.ssRegression,
      ss_residual: fit.ssResidual,
      df_regression: fit.df1,
      df_residual: fit.df2,
      F: fit.f,
    };
  }
  const fit = linearFit({ y, x: columns, terms, confidence: 0.95 });
  if ('problem' in fit) throw new Unsupported(`a model that cannot be fitted: ${fit.problem}`);
  return {
    n: fit.n,
    terms: options.terms,
    b: fit.coefficients.map((one) => one.b),
    se: fit.coefficients.map((one) => one.se ?? 0),
    residual_sd: fit.rmse,
    r2: fit.r2,
    ss_regression: fit.ssRegression,
    ss_residual: fit.perfect ? 0 : fit.ssResidual,
    df_regression: fit.df1,
    df_residual: fit.df2,
    F: fit.f ?? 'Infinity',
  };
}
