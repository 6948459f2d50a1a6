// `reliability`: Cronbach's alpha, item–total statistics, Guttman's bounds, omega.
import { meanSubstituted, momentsOf, reliability } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const variables = names(options.variables);
  const raw = variables.map((name) => numbers(data, name, options));
  const found = reliability(momentsOf(options.missing === 'mean' ? meanSubstituted(raw).columns : raw));
  const omega = found.omegaDetails;
  return {
    n: found.n,
    k: found.k,
    alpha_raw: found.alpha,
    alpha_standardized: found.standardized,
    mean_interitem_r: found.meanInterItemCorrelation,
    mean_interitem_cov: found.meanInterItemCovariance,
    feldt_ci95: found.feldt,
    scale_mean: found.scaleMean,
    scale_var: found.scaleVariance,
    scale_sd: found.scaleSd,
    items: Object.fromEntries(
      variables.map((name, index) => {
        const item = found.items[index]!;
        return [
          name,
          {
            mean: item.mean,
            sd: item.sd,
            scale_mean_if_deleted: item.scaleMeanIfDeleted,
            scale_var_if_deleted: item.scaleVarianceIfDeleted,
            corrected_item_total_r: item.correctedItemTotal,
            item_total_r: item.itemTotal,
            smc: item.smc,
            alpha_if_deleted: item.alphaIfDeleted,
            std_alpha_if_deleted: item.standardizedIfDeleted,
          },
        ];
      }),
    ),
    guttman_lambda1: found.lambda1,
    guttman_lambda2: found.lambda2,
    guttman_lambda6_raw_cov: found.lambda6,
    guttman_lambda6_corr: found.lambda6Correlation,
    split_half: found.splitHalf && {
      first_n: found.splitHalf.firstItems,
      r: found.splitHalf.r,
      spearman_brown_equal: found.splitHalf.spearmanBrown,
      guttman: found.splitHalf.guttman,
    },
    omega: omega && {
      omega_total_ml_1f_corr: omega.total,
      omega_total_minres_1f_corr: omega.totalLeastSquares,
      ml_loadings: Object.fromEntries(variables.map((name, index) => [name, omega.loadings[index]])),
      ml_loadings_cov_metric_omega: omega.totalRaw,
    },
    anova: found.anova && {
      ss_between_people: found.anova.ssPeople,
      ss_between_items: found.anova.ssItems,
      ss_residual: found.anova.ssResidual,
      F_items: found.anova.fItems,
    },
  };
}
