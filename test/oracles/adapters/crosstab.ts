// `crosstab`: a cross table with everything that it is told by, weighted or not.
import { association, columnTests, crossTable, percentages, risksOf } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, matrix, names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const row = String(options.row);
  const column = String(options.col);
  const levels = { [row]: { levels: names(options.row_levels) }, [column]: { levels: names(options.col_levels) } };
  const [rows, columns] = [row, column].map((name) => category(data, name, { ...options, categorical: levels }));
  const weights = options.weight === undefined ? undefined : numbers(data, String(options.weight), options);
  const found = crossTable(rows!.codes, rows!.levels, columns!.codes, columns!.levels, weights);
  if (found === null) return {};
  const table = <T>(cells: readonly (readonly T[])[]) => matrix(found.rows, found.columns, cells);
  const percent = percentages(found);
  const more = association(found);
  const risks = risksOf(found);
  return {
    n: found.n,
    counts: table(found.observed),
    row_percent: table(percent.row),
    col_percent: table(percent.column),
    total_percent: table(percent.total),
    expected: table(found.expected),
    standardised_residual: table(found.residuals),
    adjusted_residual: table(found.adjustedResiduals),
    chi2: found.chi2,
    df: found.df,
    p: found.p,
    lr_chi2: found.likelihoodRatio,
    lr_p: found.likelihoodRatioP,
    min_expected: found.leastExpected,
    percent_cells_expected_below_5: found.percentBelow5,
    cramers_v: found.cramersV,
    cramers_v_bias_corrected: found.cramersVCorrected,
    contingency_coefficient: found.contingency,
    lambda_row_given_col: more.lambdaRows,
    lambda_col_given_row: more.lambdaColumns,
    gamma: found.gamma,
    kendall_tau_b: found.tauB,
    stuart_tau_c: more.tauC,
    somers_d_row_dependent: more.somersRows,
    somers_d_col_dependent: more.somersColumns,
    linear_by_linear: { chi2: found.linearByLinear, p: found.linearByLinearP },
    fisher_p: found.fisherP,
    ...(found.yates && { yates_chi2: found.yates.chi2, yates_p: found.yates.p, phi: found.phi }),
    ...(risks && {
      odds_ratio: risks.oddsRatio,
      odds_ratio_ci95: [risks.low, risks.high],
      risk_difference_first_col: risks.difference,
      risk_ratio_first_col: risks.ratio,
    }),
    column_proportions_z: Object.fromEntries(
      columnTests(found).map(({ row: of, i, j, z, p, bonferroniP }) => [`${of}: ${i} - ${j}`, { z, p, p_bonferroni: bonferroniP }]),
    ),
  };
}
