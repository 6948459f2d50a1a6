// `cfa`: confirmatory factor analysis.
import { fitMeasurement, fitOrdinal, type MeasurementEstimate, type MeasurementFit, type MeasurementModel } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { matrix, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const lists = (of: unknown): [string, string[]][] => Object.entries((of ?? {}) as Record<string, string[]>);
  const model: MeasurementModel = {
    factors: lists(options.factors).map(([name, items]) => ({ name, items })),
    secondOrder: lists(options.second_order).map(([name, factors]) => ({ name, factors })),
    residualCovariances: (options.residual_covariances ?? []) as [string, string][],
    orthogonal: options.orthogonal === true,
  };
  const items = [...new Set(model.factors.flatMap((factor) => factor.items))];
  const columns = items.map((name) => numbers(data, name, options));
  const estimator = String(options.estimator ?? 'ML').toLowerCase();
  const scaling = options.scaling === 'marker' ? 'marker' : 'std';
  if (estimator !== 'ml' && estimator !== 'mlr' && estimator !== 'wlsmv') throw new Unsupported(`the estimator ${estimator}`);
  const fit =
    estimator === 'wlsmv'
      ? fitOrdinal(model, columns, { scaling })
      : fitMeasurement(model, columns, {
          estimator,
          scaling,
          missing: options.missing === 'fiml' ? 'fiml' : 'listwise',
        });
  if (fit.items === undefined) throw new Unsupported(JSON.stringify(fit.problems));
  return documentOf(fit, options, columns[0]!.length);
}

function documentOf(fit: MeasurementFit, options: OracleOptions, rows: number): OracleValues {
  const of = (kind: MeasurementEstimate['kind']): readonly MeasurementEstimate[] => fit.estimates.filter((one) => one.kind === kind);
  const tested = (one: MeasurementEstimate): object => ({
    b: one.value,
    se: one.se,
    z: one.z,
    p: one.p,
    ci95_low: one.low,
    ci95_high: one.high,
    std: one.standardised,
    std_se: one.standardisedSe,
  });
  const byFactor = (kind: 'loading' | 'path'): object =>
    Object.fromEntries(
      [...new Set(of(kind).map((one) => one.other!))].map((factor) => [
        factor,
        Object.fromEntries(
          of(kind)
            .filter((one) => one.other === factor)
            .map((one) => [one.name, tested(one)]),
        ),
      ]),
    );
  const pairs = (ones: readonly MeasurementEstimate[], r: boolean): object =>
    Object.fromEntries(ones.map((one) => [`${one.name}~~${one.other!}`, { ...tested(one), ...(r ? { r: one.standardised } : {}) }]));
  const { likelihood, scaled, factors } = fit;
  const wishart = (fit.n - 1) / fit.n;
  return {
    n: fit.n,
    n_rows: rows,
    n_excluded: rows - fit.n,
    estimator: options.estimator ?? 'ML',
    scaling: options.scaling,
    npar: fit.parameters,
    loadings: byFactor('loading'),
    second_order_loadings: byFactor('path'),
    residual_variances: Object.fromEntries(
      of('residual')
        .filter((one) => one.name === one.other)
        .map((one) => [one.name, tested(one)]),
    ),
    residual_covariances: pairs(
      of('residual').filter((one) => one.name !== one.other),
      false,
    ),
    r2: Object.fromEntries(fit.items.map((item, i) => [item, fit.r2[i]])),
    factor_variances: Object.fromEntries(
      of('covariance')
        .filter((one) => one.name === one.other)
        .map((one) => [one.name, tested(one)]),
    ),
    factor_covariances: pairs(
      of('covariance').filter((one) => one.name !== one.other),
      true,
    ),
    thresholds: Object.fromEntries(of('threshold').map((one) => [`${one.name}|t${one.other!}`, tested(one)])),
    intercepts: Object.fromEntries(of('intercept').map((one) => [one.name, tested(one)])),
    factor_correlations: matrix(factors, factors, fit.correlations),
    fit: {
      chi2: fit.chi2,
      df: fit.df,
      p: fit.p,
      chi2_df: fit.chi2 / fit.df,
      baseline_chi2: fit.baselineChi2,
      baseline_df: fit.baselineDf,
      cfi: fit.cfi,
      tli: fit.tli,
      nfi: fit.nfi,
      ifi: fit.ifi,
      rni: fit.rni,
      rmsea: fit.rmsea,
      rmsea_ci90_low: fit.rmseaInterval?.low,
      rmsea_ci90_high: fit.rmseaInterval?.high,
      rmsea_p_close: fit.closeFit,
      srmr: fit.srmr,
      rmr: fit.rmr,
      gfi: fit.gfi,
      agfi: fit.agfi,
      loglik: likelihood?.logLikelihood,
      loglik_saturated: likelihood?.saturated,
      aic: likelihood?.aic,
      bic: likelihood?.bic,
      sabic: likelihood?.adjustedBic,
    },
    fit_robust: scaled && {
      chi2_scaled: scaled.chi2,
      df_scaled: scaled.df,
      p_scaled: scaled.p,
      scaling_factor: scaled.factor,
      cfi_scaled: scaled.cfi,
      tli_scaled: scaled.tli,
      rmsea_scaled: scaled.rmsea,
      rmsea_scaled_ci90_low: scaled.rmseaInterval?.low,
      rmsea_scaled_ci90_high: scaled.rmseaInterval?.high,
      cfi_robust: scaled.robust?.cfi,
      tli_robust: scaled.robust?.tli,
      rmsea_robust: scaled.robust?.rmsea,
      baseline_chi2_scaled: scaled.baselineChi2,
    },
    alt_wishart: { chi2: fit.chi2 * wishart, ...fit.wishart },
    validity: Object.fromEntries(
      fit.validity.map((one) => [
        one.factor,
        {
          n_items: one.items,
          ave: one.ave,
          cr: one.cr,
          min_std_loading: one.leastLoading,
          omega_model_implied: one.omega,
          omega_observed_variance: one.omegaObserved,
          alpha: one.alpha,
          sqrt_ave: one.ave === null ? null : Math.sqrt(one.ave),
          max_abs_r: one.largestCorrelation,
          msv: one.msv,
          asv: one.asv,
          fornell_larcker_met: one.fornellLarcker,
        },
      ]),
    ),
    fornell_larcker: matrix(
      factors,
      factors,
      fit.correlations.map((row, i) => row.map((value, j) => (i === j ? Math.sqrt(fit.validity[i]!.ave ?? NaN) : value))),
    ),
    htmt: matrix(factors, factors, fit.htmt),
    htmt2: matrix(factors, factors, fit.htmt2),
    largest_residual_correlation: fit.largestResidual && { ...fit.largestResidual, items: [...fit.largestResidual.items].sort() },
    modification_indices: Object.fromEntries(
      fit.modifications.map((one) => [
        one.kind === 'loading' ? `${one.other}=~${one.name}` : [one.name, one.other].sort().join('~~'),
        { mi: one.index, epc: one.change, epc_std: one.standardised },
      ]),
    ),
    max_modification_index: fit.modifications[0]?.index,
    improper_solution: {
      heywood: fit.problems.some((one) => one.problem === 'negative-variance' && fit.items.includes(one.what)),
      factor_correlation_above_1: fit.problems.some((one) => one.problem === 'correlation-beyond-one'),
      factor_matrix_not_positive_definite: fit.problems.some(
        (one) => one.problem === 'correlation-beyond-one' || one.problem === 'factors-not-positive-definite',
      ),
    },
    factor_scores_regression:
      fit.scores && Object.fromEntries(factors.map((name, f) => [name, { head: fit.scores![f]!.slice(0, 6), sd: fit.scoreSds?.[f] }])),
  };
}
