// `mi_pool`: estimates from completed copies of the data, by Rubin's rules.
import { describe, atOrigin, imputedEstimate, imputedR2, imputedTest, linearFit, type ImputedEstimate } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { category, names, numbers } from './columns.ts';
import { checked, designOf, predictorsOf } from './ols.ts';

interface Copy {
  readonly estimates: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly df: number;
  readonly n: number;
  readonly r2: number | null;
}

export function miPool(data: OracleData, options: OracleOptions): OracleValues {
  const { codes, levels } = category(data, String(options.imputation), { ...options, categorical: undefined });
  const parts = levels.map(
    (_, level) =>
      (values: Float64Array): Float64Array =>
        values.filter((__, row) => codes[row] === level),
  );
  const { terms, copies } = options.model === 'mean' ? means(data, options, parts) : linear(data, options, parts);
  const pooled = terms.map((_, j) =>
    imputedEstimate(
      copies.map((one) => one.estimates[j]!),
      copies.map((one) => one.covariance[j]![j]!),
      copies[0]!.df,
      0.95,
    ),
  );
  const list = (pick: (one: ImputedEstimate) => number | null): (number | null)[] => pooled.map((one) => (one === null ? null : pick(one)));
  const joint =
    options.model === 'mean'
      ? null
      : imputedTest(
          copies.map((one) => one.estimates.slice(1)),
          copies.map((one) => one.covariance.slice(1).map((row) => row.slice(1))),
        );
  const squares = copies.flatMap((one) => (one.r2 === null ? [] : [one.r2]));
  return {
    m: copies.length,
    n: copies[0]!.n,
    df_complete: copies[0]!.df,
    terms,
    b: list((one) => one.estimate),
    se: list((one) => one.se),
    within: list((one) => one.within),
    between: list((one) => one.between),
    total: list((one) => one.total),
    t: list((one) => one.t),
    df_barnard_rubin: list((one) => one.df),
    df_rubin1987: list((one) => one.df1987),
    p: list((one) => one.p),
    ci95_low: list((one) => one.low),
    ci95_high: list((one) => one.high),
    riv: list((one) => one.increase),
    lambda: list((one) => one.lambda),
    fmi: list((one) => one.missingInformation),
    relative_efficiency: list((one) => one.efficiency),
    ...(squares.length === 0 ? {} : { r2_pooled_fisher_z: imputedR2(squares) }),
    ...(joint === null ? {} : { d1_all_predictors: { F: joint.f, df1: joint.df1, df2: joint.df2, arv: joint.increase, p: joint.p } }),
  };
}

type Part = (values: Float64Array) => Float64Array;

function means(data: OracleData, options: OracleOptions, parts: readonly Part[]): { terms: string[]; copies: Copy[] } {
  const terms = names(options.variables);
  const columns = terms.map((name) => numbers(data, name, options));
  return {
    terms,
    copies: parts.map((part) => {
      const found = columns.map((column) => describe(part(column)));
      const estimates = found.map((one) => one.mean ?? NaN);
      return {
        estimates,
        covariance: found.map((one, i) => found.map((__, j) => (i === j ? (one.se ?? NaN) ** 2 : 0))),
        df: found[0]!.n - 1,
        n: found[0]!.n,
        r2: null,
      };
    }),
  };
}

function linear(data: OracleData, options: OracleOptions, parts: readonly Part[]): { terms: string[]; copies: Copy[] } {
  if (options.model !== 'ols') throw new Unsupported(`pooling of ${String(options.model)}`);
  const design = designOf(data, predictorsOf(options), options);
  const outcome = numbers(data, String(options.dependent), options);
  return {
    terms: ['(Intercept)', ...design.terms],
    copies: parts.map((part) => {
      const fit = checked(linearFit({ y: part(outcome), x: design.columns.map(part), terms: design.terms, confidence: 0.95 }));
      const s2 = fit.ssResidual / fit.df2;
      return {
        estimates: fit.coefficients.map((one) => one.b),
        covariance: atOrigin(fit.unscaledCovariance, fit.offsets).map((row) => row.map((value) => value * s2)),
        df: fit.df2,
        n: fit.n,
        r2: fit.r2,
      };
    }),
  };
}
