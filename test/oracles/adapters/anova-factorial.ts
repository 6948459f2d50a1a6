// `anova_factorial`: crossed factors and covariates, types II and III, adjusted means.
import { factorialAnalysis, type AdjustedMean, type EffectTest } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const given = Object.entries((options.factors ?? {}) as Record<string, unknown>);
  const categorical = Object.fromEntries(given.map(([name, levels]) => [name, { levels }]));
  const found = factorialAnalysis(
    numbers(data, String(options.dependent), options),
    given.map(([name]) => ({ name, ...category(data, name, { ...options, categorical }) })),
    names(options.covariates).map((name) => ({ name, values: numbers(data, name, options) })),
    options.interaction !== false,
  );
  if ('problem' in found) return {};
  const effects = (all: readonly EffectTest[]) =>
    Object.fromEntries(
      all.map((one) => [
        one.term,
        {
          ss: one.ss,
          df: one.df,
          ms: one.ms,
          F: one.f,
          p: one.p,
          eta2: one.eta2,
          partial_eta2: one.partialEta2,
          partial_omega2: one.partialOmega2,
        },
      ]),
    );
  const level = (one: AdjustedMean): OracleValues => {
    const name = one.levels[0]!;
    return { mean: one.mean, se: { [name]: one.se }, ci95_low: { [name]: one.low }, ci95_high: { [name]: one.high } };
  };
  const cellName = (levels: readonly string[]): string => levels.join('|');
  // R numbers the cells with the first factor running fastest.
  const position = (levels: readonly string[]): string =>
    String(1 + levels.reduceRight((at, one, f) => at * found.factors[f]!.levels.length + found.factors[f]!.levels.indexOf(one), 0));
  return {
    n: found.n,
    type2: effects(found.type2),
    type3: effects(found.type3),
    residual: found.residual,
    total_ss_corrected: found.ssTotal,
    r2: found.r2,
    adj_r2: found.adjustedR2,
    covariate_means: Object.fromEntries(found.covariates.map((one) => [one.name, one.mean])),
    covariate_b: Object.fromEntries(found.covariates.map(({ name, b, se, t, p }) => [name, { b, se, t, p }])),
    cells: Object.fromEntries(found.cells.map(({ levels, n, mean, sd }) => [cellName(levels), { n, mean, sd }])),
    adjusted_means: {
      ...Object.fromEntries(
        found.factors.map((factor, f) => [factor.name, Object.fromEntries(found.adjusted[f]!.map((one) => [one.levels[0], level(one)]))]),
      ),
      cells: Object.fromEntries(
        found.adjustedCells.map((one) => [cellName(one.levels), { mean: one.mean, se: { [position(one.levels)]: one.se } }]),
      ),
    },
    pairwise: Object.fromEntries(
      found.factors.map((factor, f) => [
        factor.name,
        Object.fromEntries(
          found.differences[f]!.map((one) => [
            `${one.i} - ${one.j}`,
            {
              difference: one.difference,
              se: one.se,
              t: one.t,
              p_lsd: one.lsdP,
              p_bonferroni: one.bonferroniP,
              p_sidak: one.sidakP,
            },
          ]),
        ),
      ]),
    ),
    levene_cells_mean: variances(found.levene),
    levene_residuals_spss_ancova: variances(found.leveneResiduals),
    ...(found.homogeneity && { homogeneity_of_slopes: variances(found.homogeneity) }),
  };
}

const variances = ({ f, df1, df2, p }: { f: number | null; df1: number; df2: number; p: number | null }) => ({ F: f, df1, df2, p });
