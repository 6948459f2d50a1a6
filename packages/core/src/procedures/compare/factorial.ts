// Analysis of variance of several crossed factors, with or without covariates: sums of squares of types II and III, adjusted means.
import type { Codes } from '../../counts/points.ts';
import { expm1, log1p } from '../../numerics/exponential.ts';
import { fUpper, tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { commonOffset, mean, withoutOffset } from '../../numerics/sums.ts';
import { linearFit, preparedDesign, type FitFailure, type LinearFit } from '../regression/ols.ts';
import { groupsOf, leveneTest, type Group } from './groups.ts';

/** Level index a row (-1: missing) and the levels in their order. */
export interface CrossedFactor {
  readonly name: string;
  readonly codes: Codes;
  readonly levels: readonly string[];
}

export interface Covariate {
  readonly name: string;
  readonly values: Float64Array;
}

export interface EffectTest {
  /** `age`, `mode`, `mode:sex`. */
  readonly term: string;
  readonly ss: number | null;
  readonly df: number;
  readonly ms: number | null;
  readonly f: number | null;
  readonly p: number | null;
  readonly eta2: number | null;
  readonly partialEta2: number | null;
  readonly partialOmega2: number | null;
}

export interface AdjustedMean {
  /** One level a factor that it is of: `['cities']`, `['cities', 'female']` of a cell. */
  readonly levels: readonly string[];
  readonly mean: number;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface AdjustedDifference {
  readonly i: string;
  readonly j: string;
  readonly difference: number;
  readonly se: number | null;
  readonly t: number | null;
  readonly lsdP: number | null;
  readonly bonferroniP: number | null;
  readonly sidakP: number | null;
}

export interface FactorialAnalysis {
  readonly n: number;
  readonly type2: readonly EffectTest[];
  readonly type3: readonly EffectTest[];
  readonly residual: { readonly ss: number; readonly df: number; readonly ms: number };
  readonly ssTotal: number;
  readonly r2: number | null;
  readonly adjustedR2: number | null;
  readonly covariates: readonly {
    readonly name: string;
    readonly mean: number;
    readonly b: number;
    readonly se: number | null;
    readonly t: number | null;
    readonly p: number | null;
  }[];
  readonly factors: readonly { readonly name: string; readonly levels: readonly string[] }[];
  /** Observed; in the order of the first factor's levels, then the second's. */
  readonly cells: readonly { readonly levels: readonly string[]; readonly n: number; readonly mean: number; readonly sd: number | null }[];
  /** By factor, in order of its levels; and of the cells, where there are several factors. */
  readonly adjusted: readonly (readonly AdjustedMean[])[];
  readonly adjustedCells: readonly AdjustedMean[];
  readonly differences: readonly (readonly AdjustedDifference[])[];
  /** Levene's test over the cells: of the values, and (with covariates, as SPSS prints it) of the residuals. */
  readonly levene: TestOfVariances;
  readonly leveneResiduals: TestOfVariances;
  /** Do the covariates' slopes differ between the levels? All products of factors and covariates at once; null without covariates. */
  readonly homogeneity: TestOfVariances | null;
}

interface TestOfVariances {
  readonly f: number | null;
  readonly df1: number;
  readonly df2: number;
  readonly p: number | null;
}

export type FactorialFailure =
  | FitFailure
  /** Fewer than two levels of a factor have a case. */
  | { readonly problem: 'one-level'; readonly factor: string }
  /** Nobody is in these cells: what an interaction would be there is not known. */
  | { readonly problem: 'empty-cell'; readonly cells: readonly (readonly string[])[] };

/** Contrasts: coded columns of one term, and the names of the factors it is made of. */
interface CodedTerm {
  readonly name: string;
  readonly of: readonly string[];
  readonly columns: readonly Float64Array[];
}

/**
 * The linear model y = intercept + covariates + main effects + (unless `interaction` is false) all their products, each factor coded by
 * effects (1, 0, …; the last level −1), over the rows that have everything. Type III: each term against the full model without its columns.
 * Type II: each term against the model of all terms that do not contain it. Errors from the full model throughout (SPSS GLM UNIANOVA; Fox
 * 2016, Applied Regression Analysis, chapter 8). Partial η² = SS/(SS + SSE), partial ω² = (SS − df·MSE)/(SS + (n − df)·MSE) (Keren &
 * Lewis 1979). Adjusted means: at the means of the covariates, every cell of the other factors counting alike (SPSS EMMEANS).
 */
export function factorialAnalysis(
  outcome: Float64Array,
  factors: readonly CrossedFactor[],
  covariates: readonly Covariate[] = [],
  interaction = true,
): FactorialAnalysis | FactorialFailure {
  const taken = rowsOf(outcome, factors, covariates);
  const n = taken.length;
  const cut = factors.map((factor) => withoutEmptyLevels(factor, taken));
  const single = cut.find((factor) => factor.levels.length < 2);
  if (single !== undefined) return n === 0 ? { problem: 'too-few', n, parameters: 2 } : { problem: 'one-level', factor: single.name };
  const cells = cellsOf(cut);
  const empty = cells.paths.filter((_, at) => !cells.codes.includes(at));
  if (interaction && empty.length > 0)
    return { problem: 'empty-cell', cells: empty.map((path) => path.map((level, f) => cut[f]!.levels[level]!)) };
  const offset = commonOffset(Float64Array.from(taken, (row) => outcome[row]!));
  const y = withoutOffset(
    Float64Array.from(taken, (row) => outcome[row]!),
    offset,
  );
  const covariateMeans = covariates.map(({ values }) => mean(Float64Array.from(taken, (row) => values[row]!)));
  const main = cut.map((factor): CodedTerm => ({ name: factor.name, of: [factor.name], columns: effectColumns(factor) }));
  const terms: readonly CodedTerm[] = [
    // Centred: the intercept then is at the means, and nothing is lost to their distance from 0.
    ...covariates.map(
      ({ name, values }, c): CodedTerm => ({
        name,
        of: [name],
        columns: [Float64Array.from(taken, (row) => values[row]! - covariateMeans[c]!)],
      }),
    ),
    ...main,
    ...(interaction ? subsetsOf(main).map(productOf) : []),
  ];
  const fit = fitOf(y, terms);
  if ('problem' in fit) return fit;
  const ms = fit.ssResidual / fit.df2;
  const effect = (term: CodedTerm, ss: number): EffectTest => {
    const df = term.columns.length;
    const f = fit.perfect ? null : finite(ss / df / ms);
    return {
      term: term.name,
      ss,
      df,
      ms: ss / df,
      f,
      p: f === null ? null : finite(fUpper(f, df, fit.df2)),
      eta2: finite(ss / fit.ssTotal),
      partialEta2: finite(ss / (ss + fit.ssResidual)),
      partialOmega2: finite((ss - df * ms) / (ss + (n - df) * ms)),
    };
  };
  const type3 = terms.map((term) =>
    effect(
      term,
      without(
        y,
        terms.filter((one) => one !== term),
        fit.ssTotal,
      ) - fit.ssResidual,
    ),
  );
  const type2 = terms.map((term) => {
    const others = terms.filter((one) => one !== term && !term.of.every((name) => one.of.includes(name)));
    return effect(term, without(y, others, fit.ssTotal) - without(y, [...others, term], fit.ssTotal));
  });
  const contrast = (path: readonly (number | null)[]): number[] => [1, ...terms.flatMap((term) => contrastOf(term, cut, path))];
  const adjustedAt = (path: readonly (number | null)[], levels: readonly string[]): AdjustedMean => {
    const at = estimateAt(fit, contrast(path));
    const half = at.se === null ? NaN : tQuantile(0.975, fit.df2) * at.se;
    const value = at.value + offset;
    return { levels, mean: value, se: at.se, low: finite(value - half), high: finite(value + half) };
  };
  const residuals = fit.residuals;
  const homogeneity = covariates.length === 0 ? null : slopesTest(y, terms, main, covariates.length, fit);
  const names = cells.paths.map((path) => path.map((level, f) => cut[f]!.levels[level]!));
  const groups = groupsOf(
    y,
    cells.codes,
    cells.paths.map((_, at) => String(at)),
  );
  const byResidual = groupsOf(
    residuals,
    cells.codes,
    cells.paths.map((_, at) => String(at)),
  );
  return {
    n,
    type2,
    type3,
    residual: { ss: fit.ssResidual, df: fit.df2, ms },
    ssTotal: fit.ssTotal,
    r2: fit.r2,
    adjustedR2: fit.adjustedR2,
    covariates: covariates.map(({ name }, c) => {
      const { b, se, t, p } = fit.coefficients[c + 1]!;
      return { name, mean: covariateMeans[c]!, b, se, t, p };
    }),
    factors: cut.map(({ name, levels }) => ({ name, levels })),
    cells: groups.map((group) => ({
      levels: names[Number(group.level)]!,
      n: group.n,
      mean: group.mean + offset,
      sd: finite(Math.sqrt(group.variance)),
    })),
    adjusted: cut.map((factor, f) =>
      factor.levels.map((level, at) =>
        adjustedAt(
          cut.map((_, other) => (other === f ? at : null)),
          [level],
        ),
      ),
    ),
    adjustedCells: cut.length < 2 ? [] : cells.paths.map((path, at) => adjustedAt(path, names[at]!)),
    differences: cut.map((factor, f) => differencesOf(fit, factor, (at) => contrast(cut.map((_, other) => (other === f ? at : null))))),
    levene: varianceTest(groups, (group) => group.mean),
    // SPSS takes the sizes of the residuals as they are: their centre is 0.
    leveneResiduals: varianceTest(byResidual, () => 0),
    homogeneity,
  };
}

function rowsOf(outcome: Float64Array, factors: readonly CrossedFactor[], covariates: readonly Covariate[]): number[] {
  return Array.from(outcome, (_, row) => row).filter(
    (row) =>
      !Number.isNaN(outcome[row]!) &&
      factors.every((factor) => factor.codes[row]! >= 0) &&
      covariates.every((covariate) => !Number.isNaN(covariate.values[row]!)),
  );
}

function withoutEmptyLevels(factor: CrossedFactor, taken: readonly number[]): CrossedFactor {
  const used = factor.levels.flatMap((_, level) => (taken.some((row) => factor.codes[row] === level) ? [level] : []));
  return {
    name: factor.name,
    codes: Int32Array.from(taken, (row) => used.indexOf(factor.codes[row]!)),
    levels: used.map((level) => factor.levels[level]!),
  };
}

/** The cell of each row, and what levels each is made of. */
function cellsOf(factors: readonly CrossedFactor[]): { readonly codes: Codes; readonly paths: readonly (readonly number[])[] } {
  const paths = factors.reduce<number[][]>((all, factor) => all.flatMap((path) => factor.levels.map((_, at) => [...path, at])), [[]]);
  const codes = Int32Array.from(factors[0]!.codes, (_, row) =>
    factors.reduce((at, factor) => at * factor.levels.length + factor.codes[row]!, 0),
  );
  return { codes, paths };
}

const effect = (level: number, column: number, levels: number): number => (level === column ? 1 : level === levels - 1 ? -1 : 0);

function effectColumns({ codes, levels }: CrossedFactor): Float64Array[] {
  return levels.slice(1).map((_, column) => Float64Array.from(codes, (level) => effect(level, column, levels.length)));
}

/** Every set of two and more, smaller ones first. */
function subsetsOf(terms: readonly CodedTerm[]): CodedTerm[][] {
  const all = terms.reduce<CodedTerm[][]>((sets, term) => [...sets, ...sets.map((set) => [...set, term])], [[]]);
  return all.filter((set) => set.length > 1).sort((a, b) => a.length - b.length);
}

function productOf(terms: readonly CodedTerm[]): CodedTerm {
  return {
    name: terms.map((term) => term.name).join(':'),
    of: terms.flatMap((term) => term.of),
    columns: terms
      .map((term) => term.columns)
      .reduce((left, right) => left.flatMap((a) => right.map((b) => a.map((value, row) => value * b[row]!)))),
  };
}

function fitOf(y: Float64Array, terms: readonly CodedTerm[]): LinearFit | FitFailure {
  const x = terms.flatMap((term) => term.columns);
  const names = terms.flatMap((term) => term.columns.map(() => term.name));
  return linearFit({ y, x, terms: names, confidence: 0.95, prepared: preparedDesign(x, y.length) });
}

/** What a model of fewer terms leaves; of none, everything. */
function without(y: Float64Array, terms: readonly CodedTerm[], total: number): number {
  if (terms.length === 0) return total;
  const fit = fitOf(y, terms);
  return 'problem' in fit ? NaN : fit.ssResidual;
}

/** The columns of a term where the factors stand at `path` (null: the mean of the levels, effects 0), covariates at their means. */
function contrastOf(term: CodedTerm, factors: readonly CrossedFactor[], path: readonly (number | null)[]): number[] {
  const parts = term.of.map((name): number[] => {
    const f = factors.findIndex((factor) => factor.name === name);
    if (f < 0) return [0];
    const { levels } = factors[f]!;
    const at = path[f] ?? null;
    return levels.slice(1).map((_, column) => (at === null ? 0 : effect(at, column, levels.length)));
  });
  return parts.reduce((left, right) => left.flatMap((a) => right.map((b) => a * b)));
}

/** l′b and √(l′Vl), where what was taken off the predictors is added again. */
function estimateAt(fit: LinearFit, contrast: readonly number[]): { readonly value: number; readonly se: number | null } {
  const value = contrast.reduce((total, c, i) => total + c * fit.coefficients[i]!.b, 0);
  if (fit.perfect) return { value, se: null };
  const moved = contrast.map((c, i) => (i === 0 ? c : c - contrast[0]! * fit.offsets[i - 1]!));
  const square = moved.reduce((total, a, i) => total + a * moved.reduce((t, b, j) => t + b * fit.unscaledCovariance[i]![j]!, 0), 0);
  return { value, se: finite(Math.sqrt((square * fit.ssResidual) / fit.df2)) };
}

function differencesOf(fit: LinearFit, factor: CrossedFactor, contrast: (level: number) => readonly number[]): AdjustedDifference[] {
  const k = factor.levels.length;
  const pairs = (k * (k - 1)) / 2;
  return factor.levels.flatMap((i, first) =>
    factor.levels.slice(first + 1).map((j, rest): AdjustedDifference => {
      const other = contrast(first + 1 + rest);
      const { value, se } = estimateAt(
        fit,
        contrast(first).map((c, at) => c - other[at]!),
      );
      const t = se === null ? null : finite(value / se);
      const p = t === null ? null : tTwoSided(t, fit.df2);
      return {
        i,
        j,
        difference: value,
        se,
        t,
        lsdP: finite(p),
        bonferroniP: p === null ? null : Math.min(1, p * pairs),
        sidakP: p === null ? null : finite(-expm1(pairs * log1p(-p))),
      };
    }),
  );
}

function varianceTest(groups: readonly Group[], centre: (group: Group) => number): TestOfVariances {
  const { f, df1, df2, p } = leveneTest(groups, centre);
  return { f: df2 > 0 ? f : null, df1, df2, p: df2 > 0 ? p : null };
}

function slopesTest(
  y: Float64Array,
  terms: readonly CodedTerm[],
  main: readonly CodedTerm[],
  covariates: number,
  fit: LinearFit,
): TestOfVariances {
  const products = main.flatMap((factor) => terms.slice(0, covariates).map((covariate) => productOf([factor, covariate])));
  const df1 = products.reduce((total, term) => total + term.columns.length, 0);
  const larger = fitOf(y, [...terms, ...products]);
  if ('problem' in larger || larger.perfect) return { f: null, df1, df2: Math.max(0, fit.df2 - df1), p: null };
  const f = finite((fit.ssResidual - larger.ssResidual) / df1 / (larger.ssResidual / larger.df2));
  return { f, df1, df2: larger.df2, p: f === null ? null : finite(fUpper(f, df1, larger.df2)) };
}
