// `chisq`: cross table, tests of independence, measures of association.
import { crossTable } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, matrix } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const row = category(data, String(options.row), options);
  const column = category(data, String(options.col), options);
  const found = crossTable(row.codes, row.levels, column.codes, column.levels);
  if (found === null) return {};
  const table = <T>(cells: readonly (readonly T[])[]) => matrix(found.rows, found.columns, cells);
  return {
    n: found.n,
    observed: table(found.observed),
    expected: table(found.expected),
    chi2: found.chi2,
    df: found.df,
    p: found.p,
    likelihood_ratio: found.likelihoodRatio,
    likelihood_ratio_p: found.likelihoodRatioP,
    cramers_v: found.cramersV,
    cramers_v_bias_corrected: found.cramersVCorrected,
    contingency_coefficient: found.contingency,
    std_residuals: table(found.residuals),
    adjusted_residuals: table(found.adjustedResiduals),
    cells_expected_lt5: found.cellsBelow5,
    min_expected: found.leastExpected,
    ...(found.yates && { yates_chi2: found.yates.chi2, yates_p: found.yates.p, fisher_p_two_sided: found.fisherP, phi: found.phi }),
    ...(options.ordinal === true && { linear_by_linear: found.linearByLinear, kendall_tau_b: found.tauB, gamma: found.gamma }),
  };
}
