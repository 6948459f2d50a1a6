// Ordinary least squares with everything a regression table shows. Design columns come from design.ts; which rows take part is
// decided before.
import { log } from '../../numerics/exponential.ts';
import { isConstant } from '../../numerics/constant.ts';
import { square } from '../../numerics/powers.ts';
import { commonOffset, withoutOffset } from '../../numerics/sums.ts';
import { fUpper, tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { inverseSymmetric, solve, type Matrix } from '../../numerics/linear-algebra.ts';
import { chiSquareUpper } from '../../numerics/distributions.ts';
import { isWorthRefining, refinedFit } from './refined.ts';
import { reflectionsOf, withOutcome, type Reflections, type Triangle } from './triangle.ts';

export interface Coefficient {
  /** `intercept` or the term's text. */
  readonly term: string;
  readonly b: number;
  readonly se: number | null;
  readonly t: number | null;
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly beta: number | null;
  readonly tolerance: number | null;
  readonly vif: number | null;
  /** Degrees of freedom of its own, where its standard error has them; null: they are not defined. */
  readonly df?: number | null;
  readonly zeroOrder: number | null;
  readonly partial: number | null;
  readonly part: number | null;
}

export interface LinearFit {
  readonly n: number;
  readonly predictors: number;
  /**
   * The residuals are nothing but rounding (below 1e-13 of the outcome's spread): what rests on them, standard errors and tests, is null.
   */
  readonly perfect: boolean;
  readonly r2: number | null;
  readonly adjustedR2: number | null;
  readonly f: number | null;
  readonly df1: number;
  readonly df2: number;
  readonly p: number | null;
  readonly rmse: number | null;
  readonly ssRegression: number;
  readonly ssResidual: number;
  readonly ssTotal: number;
  /** SPSS's selection criteria, n·ln(SSE/n) + 2p′ and + p′·ln n, p′ with the intercept. */
  readonly aic: number | null;
  readonly bic: number | null;
  /** Of the full normal likelihood (R's AIC and BIC, which count σ). */
  readonly aicFull: number | null;
  readonly bicFull: number | null;
  readonly logLikelihood: number | null;
  /** From the rows in their order; null when only moments were at hand (pairwise). */
  readonly durbinWatson: number | null;
  readonly breuschPagan: { readonly lm: number; readonly df: number; readonly p: number } | null;
  readonly coefficients: readonly Coefficient[];
  /** Residual a used row, in order; empty when only moments were at hand. */
  readonly residuals: Float64Array;
  /** (X′X)⁻¹ with the intercept first, of the predictors less `offsets`: `atOrigin` gives that of the predictors themselves. */
  readonly unscaledCovariance: Matrix;
  /** What was taken off each predictor, so that many leading digits in common cost none of the others: 0 of most. */
  readonly offsets: readonly number[];
  /** Number of clusters when the standard errors are clustered; then `df2` is one less. */
  readonly clusters?: number;
  /** Of the coefficients, where their standard errors are not classical. */
  readonly covariance?: Matrix;
  /** Copies of the data that the fit is made of, and of each coefficient the fraction of information that is missing. */
  readonly imputed?: { readonly copies: number; readonly missingInformation: readonly (number | null)[] };
  /** Samples that standard errors were drawn from, and those of no use; exact: all that there are. */
  readonly samples?: { readonly count: number; readonly unusable: number; readonly exact: boolean };
}

export type FitFailure =
  /** `terms` depend exactly on `on`. */
  | { readonly problem: 'collinear'; readonly term: string; readonly on: readonly string[] }
  | { readonly problem: 'too-few'; readonly n: number; readonly parameters: number }
  | { readonly problem: 'constant-outcome'; readonly n: number }
  /** Pairwise correlations that no data can have; `loads` of terms and outcome in the direction of negative variance. */
  | { readonly problem: 'indefinite'; readonly terms: readonly string[]; readonly smallest: number; readonly loads: readonly number[] }
  /** The fit is there, its standard errors of the kind asked for are not. */
  | { readonly problem: 'no-errors'; readonly why: string };

export interface FitInput {
  readonly y: Float64Array;
  readonly x: readonly Float64Array[];
  readonly terms: readonly string[];
  readonly confidence: number;
  /** What `preparedDesign(x)` gave, when several outcomes have the same predictors. */
  readonly prepared?: PreparedDesign;
}

/** What a fit needs of its predictors alone. `x` are the predictors less `offsets`. */
export interface PreparedDesign {
  readonly x: readonly Float64Array[];
  readonly offsets: readonly number[];
  readonly reflections: Reflections;
  readonly lengths: readonly { readonly mean: number; readonly sum: number }[];
}

export function preparedDesign(given: readonly Float64Array[], n: number): PreparedDesign {
  const offsets = given.map(commonOffset);
  const x = given.map((column, j) => withoutOffset(column, offsets[j]!));
  return { x, offsets, reflections: reflectionsOf(x, n), lengths: x.map(centredSquares) };
}

/**
 * The covariance of coefficients (intercept first) whose predictors had offsets taken off, with the intercept where the predictors
 * themselves are 0.
 */
export function atOrigin(covariance: Matrix, offsets: readonly number[]): number[][] {
  if (offsets.every((offset) => offset === 0)) return covariance.map((row) => [...row]);
  const move = [1, ...offsets.map((offset) => -offset)];
  const first = covariance.map((_, j) => move.reduce((total, factor, i) => total + factor * covariance[i]![j]!, 0));
  const corner = move.reduce((total, factor, j) => total + factor * first[j]!, 0);
  return covariance.map((row, i) => (i === 0 ? [corner, ...first.slice(1)] : [first[i]!, ...row.slice(1)]));
}

/** Each coefficient where the predictors themselves are 0 as a sum of coefficients whose predictors had offsets taken off. */
export function originContrasts({ offsets }: Pick<LinearFit, 'offsets'>): number[][] {
  const size = offsets.length + 1;
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : i === 0 ? -offsets[j - 1]! : 0)));
}

/** A column counts as dependent when what the columns before it leave of it is below this share of its own length. */
const DEPENDENT = 1e-10;

/**
 * Least squares of y on an intercept and the columns x (no missing values in either), by Householder QR (normal equations lose
 * half the digits). Beta = b·s_x/s_y, VIF_j = Σ(x_j − x̄_j)²·[(X′X)⁻¹]_jj, adjusted R² = 1 − (1 − R²)(n − 1)/(n − k − 1),
 * partial r = t/√(t² + df), part r = t·√((1 − R²)/df) (Cohen, Cohen, West & Aiken 2003, chapters 3 and 10); Durbin–Watson in row
 * order (1950, Biometrika 37:409–428); Breusch–Pagan in Koenker's studentised form (1981, Journal of Econometrics 17:107–112).
 */
export function linearFit(input: FitInput): LinearFit | FitFailure {
  const { terms, confidence } = input;
  const offset = commonOffset(input.y);
  const y = withoutOffset(input.y, offset);
  const n = y.length;
  const k = input.x.length;
  if (n < k + 2) return { problem: 'too-few', n, parameters: k + 1 };
  const spread = centredSquares(y);
  if (spread.sum === 0) return { problem: 'constant-outcome', n };
  const { x, offsets, reflections, lengths } = input.prepared ?? preparedDesign(input.x, n);
  const triangle = withOutcome(reflections, y);
  const dependent = firstDependent(
    triangle,
    lengths.map((one) => one.sum),
    terms,
  );
  if (dependent !== null) return dependent;
  const refined = isWorthRefining(triangle, k) ? refinedFit(y, x) : null;
  const b = refined?.b ?? backSubstitute(triangle.r, k + 1);
  const inverse = refined?.inverse ?? inverseOfGram(triangle.r, k + 1);
  const residuals = refined?.residuals ?? residualsOf(y, x, b);
  const ssResidual = refined?.ssResidual ?? sumOfSquares(residuals);
  const intercept = offsets.reduce((value, own, j) => value - b[j + 1]! * own, b[0]! + offset);
  const fit = fitOfSums({
    n,
    k,
    terms,
    confidence,
    b: [intercept, ...b.slice(1)],
    inverse,
    offsets,
    ssResidual,
    ssTotal: spread.sum,
    sdY: Math.sqrt(spread.sum / (n - 1)),
    sdX: lengths.map((one) => Math.sqrt(one.sum / (n - 1))),
    centredX: lengths.map((one) => one.sum),
    zeroOrder: x.map((column, j) => correlation(column, y, lengths[j]!, spread)),
  });
  // Of a perfect fit the residuals are rounding: nothing is tested on them.
  return {
    ...fit,
    durbinWatson: fit.perfect ? null : durbinWatson(residuals, ssResidual),
    breuschPagan: fit.perfect ? null : breuschPagan(residuals, reflections, k),
    residuals,
  };
}

/**
 * The same from correlations, means and SDs (predictors first, outcome last), as pairwise deletion yields them; `n` is the smallest
 * pairwise n, which gives the degrees of freedom, as IBM's documentation of REGRESSION says. No residuals, hence no
 * Durbin–Watson. Null-safe: 'collinear' without partners when the correlations cannot be inverted.
 */
export function linearFitFromCorrelations(input: {
  readonly correlation: Matrix;
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly n: number;
  readonly terms: readonly string[];
  readonly confidence: number;
}): LinearFit | FitFailure {
  const { correlation: r, means, sds, n, terms, confidence } = input;
  const k = terms.length;
  if (n < k + 2) return { problem: 'too-few', n, parameters: k + 1 };
  const inner = r.slice(0, k).map((row) => row.slice(0, k));
  const outer = r.slice(0, k).map((row) => [row[k]!]);
  const inverseR = inverseSymmetric(inner);
  const betas = inverseR === null ? null : solve(inner, outer);
  if (inverseR === null || betas === null) return { problem: 'collinear', term: terms.at(-1) ?? '', on: [] };
  const sdY = sds[k]!;
  const slopes = betas.map((row, j) => (row[0]! * sdY) / sds[j]!);
  const intercept = means[k]! - slopes.reduce((sum, slope, j) => sum + slope * means[j]!, 0);
  const r2 = betas.reduce((sum, row, j) => sum + row[0]! * outer[j]![0]!, 0);
  const ssTotal = (n - 1) * square(sdY);
  const inverse = Array.from({ length: k + 1 }, (_, i) =>
    Array.from({ length: k + 1 }, (_, j) => {
      if (i > 0 && j > 0) return inverseR[i - 1]![j - 1]! / ((n - 1) * sds[i - 1]! * sds[j - 1]!);
      return 0;
    }),
  );
  for (let j = 1; j <= k; j++) {
    inverse[0]![j] = -inverse[j]!.slice(1).reduce((sum, value, m) => sum + value * means[m]!, 0);
    inverse[j]![0] = inverse[0]![j]!;
  }
  inverse[0]![0] = 1 / n - inverse[0]!.slice(1).reduce((sum, value, m) => sum + value * means[m]!, 0);
  return {
    ...fitOfSums({
      n,
      k,
      terms,
      confidence,
      b: [intercept, ...slopes],
      inverse,
      offsets: slopes.map(() => 0),
      ssResidual: ssTotal * (1 - r2),
      ssTotal,
      sdY,
      sdX: sds.slice(0, k),
      centredX: sds.slice(0, k).map((sd) => (n - 1) * sd * sd),
      zeroOrder: outer.map((row) => row[0]!),
    }),
    durbinWatson: null,
    breuschPagan: null,
    residuals: new Float64Array(0),
  };
}

interface Parts {
  n: number;
  k: number;
  terms: readonly string[];
  confidence: number;
  b: readonly number[];
  inverse: Matrix;
  offsets: readonly number[];
  ssResidual: number;
  ssTotal: number;
  sdY: number;
  sdX: readonly number[];
  centredX: readonly number[];
  zeroOrder: readonly number[];
}

export function fitOfSums(parts: Parts): Omit<LinearFit, 'durbinWatson' | 'breuschPagan' | 'residuals'> {
  const { n, k, b, inverse, ssResidual, ssTotal } = parts;
  const df2 = n - k - 1;
  // A perfect fit leaves only rounding: with it, no standard error or test means anything.
  const perfect = ssResidual <= 1e-26 * ssTotal;
  const variance = ssResidual / df2;
  const r2 = 1 - ssResidual / ssTotal;
  const f = k > 0 && !perfect ? (ssTotal - ssResidual) / k / variance : null;
  const quantile = tQuantile(1 - (1 - parts.confidence) / 2, df2);
  const own = atOrigin(inverse, parts.offsets);
  const coefficients = b.map((value, j): Coefficient => {
    const se = perfect ? null : Math.sqrt(variance * own[j]![j]!);
    const t = se === null || se === 0 ? null : value / se;
    const common = {
      term: j === 0 ? 'intercept' : parts.terms[j - 1]!,
      b: value,
      se,
      t,
      p: t === null ? null : tTwoSided(t, df2),
      low: se === null ? null : value - quantile * se,
      high: se === null ? null : value + quantile * se,
    };
    if (j === 0) return { ...common, beta: null, tolerance: null, vif: null, zeroOrder: null, partial: null, part: null };
    const vif = parts.centredX[j - 1]! * inverse[j]![j]!;
    return {
      ...common,
      beta: (value * parts.sdX[j - 1]!) / parts.sdY,
      tolerance: 1 / vif,
      vif,
      zeroOrder: parts.zeroOrder[j - 1]!,
      partial: t === null ? null : t / Math.sqrt(t * t + df2),
      part: t === null ? null : t * Math.sqrt((1 - r2) / df2),
    };
  });
  const logLikelihood = perfect ? null : -0.5 * n * (log(2 * Math.PI) + log(ssResidual / n) + 1);
  return {
    n,
    predictors: k,
    perfect,
    r2: perfect ? 1 : r2,
    adjustedR2: perfect ? 1 : 1 - ((1 - r2) * (n - 1)) / df2,
    f,
    df1: k,
    df2,
    p: f === null ? null : fUpper(Math.max(0, f), k, df2),
    rmse: perfect ? 0 : Math.sqrt(variance),
    ssRegression: ssTotal - ssResidual,
    ssResidual,
    ssTotal,
    unscaledCovariance: inverse,
    offsets: parts.offsets,
    aic: perfect ? null : n * log(ssResidual / n) + 2 * (k + 1),
    bic: perfect ? null : n * log(ssResidual / n) + (k + 1) * log(n),
    logLikelihood,
    aicFull: logLikelihood === null ? null : -2 * logLikelihood + 2 * (k + 2),
    bicFull: logLikelihood === null ? null : -2 * logLikelihood + (k + 2) * log(n),
    coefficients,
  };
}

/** The first predictor that the ones before it determine, with those that take part; constants depend on the intercept. */
export function firstDependent(triangle: Triangle, squares: readonly number[], terms: readonly string[]): FitFailure | null {
  for (let j = 1; j <= terms.length; j++) {
    const length = Math.sqrt(squares[j - 1]!);
    if (Math.abs(triangle.r[j]![j]!) > DEPENDENT * length && length > 0) continue;
    if (length === 0) return { problem: 'collinear', term: terms[j - 1]!, on: [] };
    const weights = backSubstituteColumn(triangle.r, j);
    const on = terms.slice(0, j - 1).filter((_, m) => Math.abs(weights[m + 1]!) * Math.sqrt(squares[m]!) > 1e-6 * length);
    return { problem: 'collinear', term: terms[j - 1]!, on };
  }
  return null;
}

/**
 * The same of predictors of which only correlations are known, by the triangle of these (Cholesky): what the ones before leave of a
 * predictor is its squared length there. The outcome's, which stands last, are not looked at.
 */
export function dependentAmong(correlation: Matrix, terms: readonly string[]): FitFailure | null {
  for (const [j, term] of terms.entries()) {
    if (j === 0) continue;
    const before = correlation.slice(0, j).map((row) => row.slice(0, j));
    const own = correlation.slice(0, j).map((row) => [row[j]!]);
    const weights = solve(before, own);
    const rest = weights === null ? 0 : 1 - weights.reduce((sum, row, m) => sum + row[0]! * own[m]![0]!, 0);
    if (rest > ROUNDING_OF_SQUARES) continue;
    return { problem: 'collinear', term, on: terms.slice(0, j).filter((_, m) => weights !== null && Math.abs(weights[m]![0]!) > 1e-6) };
  }
  return null;
}

/** What rounding leaves of the square of a length of 1. */
const ROUNDING_OF_SQUARES = 1e-11;

/** Solves R·b = last column, for the leading `size` unknowns. */
export function backSubstitute(r: readonly Float64Array[], size: number): number[] {
  return solveUpper(
    r,
    size,
    Float64Array.from({ length: size }, (_, i) => r[i]![size]!),
  );
}

function backSubstituteColumn(r: readonly Float64Array[], column: number): number[] {
  return solveUpper(
    r,
    column,
    Float64Array.from({ length: column }, (_, i) => r[i]![column]!),
  );
}

function solveUpper(r: readonly Float64Array[], size: number, right: Float64Array): number[] {
  const b = Array.from({ length: size }, () => 0);
  for (let i = size - 1; i >= 0; i--) {
    let rest = right[i]!;
    for (let j = i + 1; j < size; j++) rest -= r[i]![j]! * b[j]!;
    b[i] = rest / r[i]![i]!;
  }
  return b;
}

/** (X′X)⁻¹ = R⁻¹R⁻ᵀ. */
export function inverseOfGram(r: readonly Float64Array[], size: number): number[][] {
  const columns = Array.from({ length: size }, (_, j) =>
    solveUpper(
      r,
      size,
      Float64Array.from({ length: size }, (_, i) => (i === j ? 1 : 0)),
    ),
  );
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => {
      let sum = 0;
      for (let m = Math.max(i, j); m < size; m++) sum += columns[m]![i]! * columns[m]![j]!;
      return sum;
    }),
  );
}

function residualsOf(y: Float64Array, x: readonly Float64Array[], b: readonly number[]): Float64Array {
  const n = y.length;
  const residuals = new Float64Array(n);
  for (let row = 0; row < n; row++) residuals[row] = y[row]! - b[0]!;
  let j = 0;
  // Two columns at a time: half the passes over the residuals, in the same order of subtractions.
  for (; j + 1 < x.length; j += 2) {
    const [first, second] = [x[j]!, x[j + 1]!];
    const [a, c] = [b[j + 1]!, b[j + 2]!];
    for (let row = 0; row < n; row++) residuals[row] = residuals[row]! - a * first[row]! - c * second[row]!;
  }
  if (j < x.length) for (let row = 0; row < n; row++) residuals[row] = residuals[row]! - b[j + 1]! * x[j]![row]!;
  return residuals;
}

function sumOfSquares(values: Float64Array): number {
  let total = 0;
  for (let row = 0; row < values.length; row++) total += values[row]! * values[row]!;
  return total;
}

function centredSquares(values: Float64Array): { mean: number; sum: number } {
  let mean = 0;
  for (let pass = 0; pass < 2; pass++) {
    let total = 0;
    for (let row = 0; row < values.length; row++) total += values[row]! - mean;
    mean += total / values.length;
  }
  let sum = 0;
  let rest = 0;
  for (let row = 0; row < values.length; row++) {
    const deviation = values[row]! - mean;
    sum += deviation * deviation;
    rest += deviation;
  }
  sum -= (rest * rest) / values.length;
  // Whether a column varies is seen from its values: neither may rounding of the mean make a constant one vary, nor may large values that
  // differ by little pass for one.
  return { mean, sum: isConstant(values) ? 0 : sum };
}

function correlation(x: Float64Array, y: Float64Array, ofX: { mean: number; sum: number }, ofY: { mean: number; sum: number }): number {
  let cross = 0;
  for (let row = 0; row < x.length; row++) cross += (x[row]! - ofX.mean) * (y[row]! - ofY.mean);
  return cross / Math.sqrt(ofX.sum * ofY.sum);
}

function durbinWatson(residuals: Float64Array, ssResidual: number): number | null {
  let total = 0;
  for (let row = 1; row < residuals.length; row++) total += square(residuals[row]! - residuals[row - 1]!);
  return ssResidual > 0 ? total / ssResidual : null;
}

/** Koenker's LM = n·R² of the squared residuals on the predictors. */
function breuschPagan(residuals: Float64Array, reflections: Reflections, k: number): LinearFit['breuschPagan'] {
  const n = residuals.length;
  const squared = new Float64Array(n);
  for (let row = 0; row < n; row++) squared[row] = residuals[row]! * residuals[row]!;
  const total = centredSquares(squared).sum;
  if (k === 0 || total === 0) return null;
  const triangle = withOutcome(reflections, squared);
  const unexplained = square(triangle.r[k + 1]![k + 1]!);
  const lm = n * (1 - unexplained / total);
  return { lm, df: k, p: chiSquareUpper(Math.max(0, lm), k) };
}
