// Linear and logistic regression under a design: weighted estimating equations, Taylor's standard errors.
import { fUpper, tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { exp, log } from '../../numerics/exponential.ts';
import { finite } from '../../numerics/finite.ts';
import { inverseSymmetric, multiply, solve, type Matrix } from '../../numerics/linear-algebra.ts';
import { designMomentsOf } from '../../moments/design-weights.ts';
import { designSize, taylor, type SurveyDesign } from './design.ts';
import { answeredRows, weightSummary } from './estimates.ts';

export interface SurveyFit {
  readonly n: number;
  readonly sumOfWeights: number;
  /** PSUs − strata with a row that is analysed, the degrees of freedom of t in SPSS Complex Samples; `df + 1 − parameters` are R's. */
  readonly df: number;
  /** Intercept first. */
  readonly b: readonly number[];
  readonly covariance: Matrix;
  /** 1 − Σw(y − ŷ)²/Σw(y − ȳ)²; null for a logit. */
  readonly r2: number | null;
  /** b times the weighted mean of p(1 − p), a slope each; null for a linear model. */
  readonly averageMarginal: readonly number[] | null;
  /** Fitted values of the analysed rows, NaN elsewhere: the mean, or the probability of the event. */
  readonly fitted: Float64Array;
  readonly rows: Uint8Array;
}

export type SurveyFitFailure =
  | { readonly problem: 'too-few'; readonly n: number; readonly parameters: number }
  | { readonly problem: 'constant-outcome'; readonly n: number }
  /** Position of a predictor that those before it determine. */
  | { readonly problem: 'collinear'; readonly at: number }
  /** The likelihood has no largest value: some predictors tell the outcome apart. */
  | { readonly problem: 'separated' };

export interface SurveyFitInput {
  readonly family: 'gaussian' | 'logit';
  /** For a logit 1 and 0; NaN is missing, and its row outside the domain. */
  readonly y: Float64Array;
  readonly x: readonly Float64Array[];
  readonly members?: Uint8Array | undefined;
}

/** Of a predictor's variance, what the others must leave. */
const DEPENDENT = 1e-14;
const STEPS = 60;

/**
 * Solves Σ wᵢxᵢ(yᵢ − μᵢ) = 0 with μ = x′b or 1/(1 + e^(−x′b)) by Newton's steps on predictors brought to weighted mean 0 and SD 1;
 * covariance A⁻¹ V(Σ wᵢxᵢ(yᵢ − μᵢ)) A⁻¹ with A = Σ wᵢxᵢxᵢ′v(μᵢ) (Binder 1983, International Statistical Review 51:279–292; R's
 * survey::svyglm; SPSS CSGLM and CSLOGISTIC).
 */
export function surveyFit(design: SurveyDesign, input: SurveyFitInput): SurveyFit | SurveyFitFailure {
  const { y, x } = input;
  const k = x.length;
  const rows = answeredRows(design, [y, ...x], input.members);
  const { n, sum: total } = weightSummary(design.weights, rows);
  if (n < k + 2) return { problem: 'too-few', n, parameters: k + 1 };
  const moments = designMomentsOf([...x, y], design.weights, rows);
  const spread = moments.cross.map((row, i) => Math.sqrt(row[i]! / n));
  if (spread[k] === 0) return { problem: 'constant-outcome', n };
  const dependent = dependentAt(moments.cross.slice(0, k).map((row) => row.slice(0, k)));
  if (dependent !== null) return { problem: 'collinear', at: dependent };
  const used = Uint32Array.from(rows.keys()).filter((row) => rows[row] === 1);
  const weight = Float64Array.from(used, (row) => (design.weights[row]! * n) / total);
  const z = [
    new Float64Array(n).fill(1),
    ...x.map((column, j) => Float64Array.from(used, (row) => (column[row]! - moments.means[j]!) / spread[j]!)),
  ];
  const outcome = Float64Array.from(used, (row) => y[row]!);
  const solved = solvedFor(input.family, outcome, z, weight, moments.means[k]!);
  if (solved === null) return { problem: 'separated' };
  const { b, mean, bread } = solved;
  const inverse = inverseSymmetric(bread);
  if (inverse === null) return { problem: 'separated' };
  const influence = z.map((column) => {
    const all = new Float64Array(y.length);
    for (const [at, row] of used.entries()) all[row] = column[at]! * weight[at]! * (outcome[at]! - mean[at]!);
    return all;
  });
  const standardised = multiply(multiply(inverse, taylor(design, influence, rows)), inverse);
  const { b: slopes, covariance } = onPredictors(moments.means, spread, b, standardised);
  const fitted = new Float64Array(y.length).fill(NaN);
  for (const [at, row] of used.entries()) fitted[row] = mean[at]!;
  let residual = 0;
  let whole = 0;
  let variability = 0;
  for (let at = 0; at < n; at++) {
    const [own, w] = [mean[at]!, weight[at]!];
    residual += w * (outcome[at]! - own) * (outcome[at]! - own);
    whole += w * (outcome[at]! - moments.means[k]!) * (outcome[at]! - moments.means[k]!);
    variability += w * own * (1 - own);
  }
  return {
    n,
    sumOfWeights: total,
    df: designSize(design, rows).df,
    b: slopes,
    covariance,
    r2: input.family === 'gaussian' ? finite(1 - residual / whole) : null,
    averageMarginal: input.family === 'logit' ? slopes.slice(1).map((slope) => (slope * variability) / n) : null,
    fitted,
    rows,
  };
}

/** Back from predictors brought to mean 0 and SD 1 to these as they are: b₀ = c₀ − Σ cⱼx̄ⱼ/sⱼ, bⱼ = cⱼ/sⱼ. */
export function onPredictors(
  means: readonly number[],
  spread: readonly number[],
  b: readonly number[],
  covariance: Matrix,
): Pick<SurveyFit, 'b' | 'covariance'> {
  const back = b.map((_, i) =>
    b.map((__, j) => (i === 0 ? (j === 0 ? 1 : -means[j - 1]! / spread[j - 1]!) : i === j ? 1 / spread[j - 1]! : 0)),
  );
  return {
    b: back.map((row) => row.reduce((sum, value, j) => sum + value * b[j]!, 0)),
    covariance: multiply(
      multiply(back, covariance),
      back.map((_, i) => back.map((row) => row[i]!)),
    ),
  };
}

/** Position of the first predictor without a variance of its own after those before it; null when there is none. */
export function dependentAt(cross: Matrix, least = DEPENDENT): number | null {
  const left = cross.map((row) => [...row]);
  for (let j = 0; j < left.length; j++) {
    if (!(left[j]![j]! > least * cross[j]![j]!) || cross[j]![j] === 0) return j;
    for (let i = j + 1; i < left.length; i++) {
      const factor = left[i]![j]! / left[j]![j]!;
      for (let m = j; m < left.length; m++) left[i]![m] = left[i]![m]! - factor * left[j]![m]!;
    }
  }
  return null;
}

interface Solved {
  readonly b: readonly number[];
  readonly mean: Float64Array;
  readonly bread: Matrix;
}

function solvedFor(
  family: SurveyFitInput['family'],
  y: Float64Array,
  z: readonly Float64Array[],
  weight: Float64Array,
  centre: number,
): Solved | null {
  const size = z.length;
  let b = z.map((_, j) => (j > 0 ? 0 : family === 'gaussian' ? centre : log(centre / (1 - centre))));
  let mean = meansAt(family, z, b);
  let far = deviance(family, y, mean, weight);
  for (let step = 0; step < STEPS; step++) {
    const bread = breadAt(family, z, weight, mean);
    const score = z.map((column) => column.reduce((sum, value, at) => sum + value * weight[at]! * (y[at]! - mean[at]!), 0));
    const move = solve(
      bread,
      score.map((value) => [value]),
    )?.map((row) => row[0]!);
    if (move === undefined || move.some((value) => !Number.isFinite(value))) return null;
    let share = 1;
    let next = b;
    for (let half = 0; half < 20; half++, share /= 2) {
      next = b.map((value, j) => value + share * move[j]!);
      mean = meansAt(family, z, next);
      const now = deviance(family, y, mean, weight);
      if (now <= far * (1 + 1e-12) || family === 'gaussian') {
        far = now;
        break;
      }
    }
    b = next;
    // A linear predictor beyond 40 is a probability of 1 to the last digit: nothing but separation brings it there.
    if (family === 'logit' && z[0]!.some((_, at) => Math.abs(predictor(z, b, at)) > 40)) return null;
    const largest = Math.max(...move.map((value, j) => Math.abs(value) / (1 + Math.abs(b[j]!))));
    // One more step than needed: the last digits are those of the residuals.
    if (largest < 1e-13 || (step >= 2 && largest < 1e-10) || (family === 'gaussian' && step >= 2))
      return { b, mean, bread: size === 0 ? [] : breadAt(family, z, weight, mean) };
  }
  return null;
}

const predictor = (z: readonly Float64Array[], b: readonly number[], at: number): number =>
  z.reduce((sum, column, j) => sum + column[at]! * b[j]!, 0);

function meansAt(family: SurveyFitInput['family'], z: readonly Float64Array[], b: readonly number[]): Float64Array {
  return Float64Array.from(z[0]!, (_, at) => {
    const own = predictor(z, b, at);
    return family === 'gaussian' ? own : 1 / (1 + exp(-own));
  });
}

function deviance(family: SurveyFitInput['family'], y: Float64Array, mean: Float64Array, weight: Float64Array): number {
  let total = 0;
  for (let at = 0; at < y.length; at++)
    total +=
      family === 'gaussian'
        ? weight[at]! * (y[at]! - mean[at]!) * (y[at]! - mean[at]!)
        : -2 * weight[at]! * log(Math.max(y[at] === 1 ? mean[at]! : 1 - mean[at]!, 1e-300));
  return total;
}

function breadAt(family: SurveyFitInput['family'], z: readonly Float64Array[], weight: Float64Array, mean: Float64Array): number[][] {
  const own = family === 'gaussian' ? weight : weight.map((value, at) => value * mean[at]! * (1 - mean[at]!));
  return z.map((left) =>
    z.map((right) => {
      let total = 0;
      for (let at = 0; at < own.length; at++) total += own[at]! * left[at]! * right[at]!;
      return total;
    }),
  );
}

export interface SurveyTests {
  readonly se: readonly (number | null)[];
  readonly t: readonly (number | null)[];
  readonly p: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** Wald's F of all slopes: W/k on k and df. */
  readonly f: number | null;
  readonly fP: number | null;
}

/** t and intervals of every coefficient on `df` degrees of freedom, and Wald's F of all slopes. Null where df is not positive. */
export function surveyTests(fit: Pick<SurveyFit, 'b' | 'covariance'>, df: number, confidence = 0.95): SurveyTests {
  const known = df > 0;
  const quantile = known ? tQuantile(1 - (1 - confidence) / 2, df) : NaN;
  const se = fit.b.map((_, j) => (known ? finite(Math.sqrt(fit.covariance[j]![j]!)) : null));
  const t = fit.b.map((value, j) => (se[j] === null || se[j] === 0 ? null : value / se[j]!));
  const k = fit.b.length - 1;
  const slopes = fit.b.slice(1);
  const solved =
    known && k > 0
      ? solve(
          fit.covariance.slice(1).map((row) => row.slice(1)),
          slopes.map((value) => [value]),
        )
      : null;
  const f = solved === null ? null : finite(slopes.reduce((sum, value, j) => sum + value * solved[j]![0]!, 0) / k);
  return {
    se,
    t,
    p: t.map((value) => (value === null ? null : finite(tTwoSided(value, df)))),
    low: fit.b.map((value, j) => (se[j] === null ? null : finite(value - quantile * se[j]!))),
    high: fit.b.map((value, j) => (se[j] === null ? null : finite(value + quantile * se[j]!))),
    f,
    fP: f === null ? null : finite(fUpper(f, k, df)),
  };
}
