// A linear model with an intercept, and slopes where asked, that vary between groups: by restricted or ordinary maximum likelihood.
import type { Codes } from '../../counts/points.ts';
import { log } from '../../numerics/exponential.ts';
import { choleskyFactor, inverseSymmetric, multiply, solvePositive, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { mean } from '../../numerics/sums.ts';
import { square } from '../../numerics/powers.ts';
import { back, layoutOf, standardised } from './indices.ts';
import { minimise } from '../../numerics/minimise.ts';

export interface MixedInput {
  readonly y: Float64Array;
  /** Predictors without the intercept. */
  readonly x: readonly Float64Array[];
  /** The group of each case, from 0. */
  readonly groups: Codes;
  readonly count: number;
  /** Places in `x` of the predictors whose slopes vary between groups. */
  readonly random: readonly number[];
  readonly restricted: boolean;
}

export interface MixedFit {
  /** Intercept first. */
  readonly b: readonly number[];
  readonly covariance: Matrix;
  /** Satterthwaite's degrees of freedom of each coefficient; n − k − 1 where the variances lie on their bound. */
  readonly df: readonly number[];
  /** Covariance matrix of what varies between groups: the intercept, then the random slopes. */
  readonly between: Matrix;
  readonly residual: number;
  /** Share of the variance beside the fixed effects that lies between groups; null with random slopes, where it is another everywhere. */
  readonly icc: number | null;
  /** −2 times the (restricted) ln likelihood, with its constants, as lme4 and SPSS have it. */
  readonly deviance: number;
  /** A variance of 0, or a correlation of ±1: the data support less than what was asked. */
  readonly singular: boolean;
  /** Best linear unbiased predictions: a row a group. */
  readonly predictions: Matrix;
  readonly iterations: number;
}
export type MixedFailure = { readonly problem: 'not-converged'; readonly why: string };

interface GroupSums {
  readonly zz: number[][];
  readonly zx: number[][];
  readonly zy: number[];
}
interface Sums {
  readonly n: number;
  readonly groups: readonly GroupSums[];
  readonly xx: number[][];
  readonly xy: number[];
  readonly yy: number;
}

const zeros = (rows: number, columns: number): number[][] => Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));

function sumsOf(y: Float64Array, x: readonly Float64Array[], z: readonly Float64Array[], groups: Codes, count: number): Sums {
  const [p, q] = [x.length, z.length];
  const all = Array.from(
    { length: count },
    (): GroupSums => ({ zz: zeros(q, q), zx: zeros(q, p), zy: Array.from({ length: q }, () => 0) }),
  );
  const xx = zeros(p, p);
  const xy = Array.from({ length: p }, () => 0);
  let yy = 0;
  for (let row = 0; row < y.length; row++) {
    const own = all[groups[row]!]!;
    for (let i = 0; i < q; i++) {
      const value = z[i]![row]!;
      for (let j = 0; j < q; j++) own.zz[i]![j]! += value * z[j]![row]!;
      for (let j = 0; j < p; j++) own.zx[i]![j]! += value * x[j]![row]!;
      own.zy[i]! += value * y[row]!;
    }
    for (let i = 0; i < p; i++) {
      const value = x[i]![row]!;
      for (let j = 0; j <= i; j++) xx[i]![j]! += value * x[j]![row]!;
      xy[i]! += value * y[row]!;
    }
    yy += square(y[row]!);
  }
  for (let i = 0; i < p; i++) for (let j = i + 1; j < p; j++) xx[i]![j] = xx[j]![i]!;
  return { n: y.length, groups: all, xx, xy, yy };
}

interface Profile {
  /** ln |Λ′Z′ZΛ + I| and ln |R′R|. */
  readonly logBetween: number;
  readonly logFixed: number;
  readonly fixed: Matrix;
  readonly b: readonly number[];
  readonly rest: number;
}

/** Λ, lower triangular, from its elements column by column. */
function lambdaOf(theta: ArrayLike<number>, q: number): number[][] {
  const lambda = zeros(q, q);
  let at = 0;
  for (let j = 0; j < q; j++) for (let i = j; i < q; i++) lambda[i]![j] = theta[at++]!;
  return lambda;
}

function forward(lower: Matrix, right: Matrix): number[][] {
  const solved = right.map((row) => [...row]);
  for (let i = 0; i < lower.length; i++)
    for (let c = 0; c < solved[i]!.length; c++) {
      let rest = solved[i]![c]!;
      for (let k = 0; k < i; k++) rest -= lower[i]![k]! * solved[k]![c]!;
      solved[i]![c] = rest / lower[i]![i]!;
    }
  return solved;
}

/** What a group has beyond the fixed effects, given Λ: L⁻¹Λ′Z′[X y]. */
function groupPart(own: GroupSums, lambda: Matrix): { readonly lower: number[][]; readonly solved: number[][] } | null {
  const turned = transpose(lambda);
  const inner = multiply(multiply(turned, own.zz), lambda).map((row, i) => row.map((one, j) => one + (i === j ? 1 : 0)));
  const lower = choleskyFactor(inner);
  if (lower === null) return null;
  const right = multiply(
    turned,
    own.zx.map((row, i) => [...row, own.zy[i]!]),
  );
  return { lower, solved: forward(lower, right) };
}

/** Penalised least squares at one Λ (Bates, Mächler, Bolker & Walker 2015, Journal of Statistical Software 67(1), §3). */
function profileAt(sums: Sums, theta: ArrayLike<number>, q: number): Profile | null {
  const p = sums.xy.length;
  const lambda = lambdaOf(theta, q);
  const xx = sums.xx.map((row) => [...row]);
  const xy = [...sums.xy];
  let yy = sums.yy;
  let logBetween = 0;
  for (const own of sums.groups) {
    const part = groupPart(own, lambda);
    if (part === null) return null;
    for (const [i, row] of part.lower.entries()) logBetween += 2 * log(row[i]!);
    for (const row of part.solved) {
      const last = row[p]!;
      for (let i = 0; i < p; i++) {
        for (let j = 0; j <= i; j++) xx[i]![j]! -= row[i]! * row[j]!;
        xy[i]! -= row[i]! * last;
      }
      yy -= last * last;
    }
  }
  for (let i = 0; i < p; i++) for (let j = i + 1; j < p; j++) xx[i]![j] = xx[j]![i]!;
  const lower = choleskyFactor(xx);
  const b = solvePositive(xx, xy);
  if (lower === null || b === null) return null;
  return {
    logBetween,
    logFixed: lower.reduce((total, row, i) => total + 2 * log(row[i]!), 0),
    fixed: xx,
    b,
    rest: yy - b.reduce((total, one, j) => total + one * xy[j]!, 0),
  };
}

const STEP = 1e-3;
const stepOf = (value: number): number => STEP * Math.max(Math.abs(value), 0.1);

/** First derivatives by five points, whose error is of the fourth power of the step. */
function derivatives(f: (x: Float64Array) => number, x: Float64Array): Float64Array {
  return x.map((value, at) => {
    const h = stepOf(value);
    const moved = (times: number): number => f(x.map((one, j) => (j === at ? one + times * h : one)));
    return (moved(-2) - 8 * moved(-1) + 8 * moved(1) - moved(2)) / (12 * h);
  });
}

function secondDerivatives(f: (x: Float64Array) => number, x: Float64Array): number[][] {
  const gradients = Array.from(x, (value, at) => {
    const h = stepOf(value);
    const moved = (times: number): Float64Array =>
      derivatives(
        f,
        x.map((one, j) => (j === at ? one + times * h : one)),
      );
    const points = [-2, -1, 1, 2].map(moved);
    return Array.from(x, (_, j) => (points[0]![j]! - 8 * points[1]![j]! + 8 * points[2]![j]! - points[3]![j]!) / (12 * h));
  });
  return gradients.map((row, i) => row.map((one, j) => (one + gradients[j]![i]!) / 2));
}

/**
 * y = Xβ + Zu + e, u ~ N(0, σ²ΛΛ′) a group, by the profiled deviance in Λ (Bates et al. 2015, eq. 34 and 41). Standard errors σ²(R′R)⁻¹;
 * degrees of freedom of t by Satterthwaite's approximation, as SPSS MIXED and lmerTest have them (Fai & Cornelius 1996; Kuznetsova,
 * Brockhoff & Christensen 2017, Journal of Statistical Software 82(13)).
 */
export function mixedModel({ y, x, groups, count, random, restricted }: MixedInput): MixedFit | MixedFailure {
  const n = y.length;
  const standard = standardised(x);
  const level = mean(y);
  const own = y.map((one) => one - level);
  const ones = new Float64Array(n).fill(1);
  const columns = [ones, ...standard.x];
  const z = [ones, ...random.map((at) => standard.x[at]!)];
  const [p, q] = [columns.length, z.length];
  const sums = sumsOf(own, columns, z, groups, count);
  const dfOfScale = restricted ? n - p : n;
  const logScale = (rest: number): number => dfOfScale * (1 + log((2 * Math.PI * rest) / dfOfScale));
  const deviance = (theta: Float64Array): number => {
    const profile = profileAt(sums, theta, q);
    return profile === null || !(profile.rest > 0)
      ? Infinity
      : profile.logBetween + (restricted ? profile.logFixed : 0) + logScale(profile.rest);
  };
  const start = Float64Array.from({ length: (q * (q + 1)) / 2 }, () => 0);
  for (let at = 0, j = 0; j < q; at += q - j, j++) start[at] = 1;
  const found = minimise(
    { value: deviance, gradient: (theta) => derivatives(deviance, theta), hessian: (theta) => secondDerivatives(deviance, theta) },
    start,
  );
  const profile = profileAt(sums, found.x, q);
  if (!found.converged || profile === null) return { problem: 'not-converged', why: found.reason };
  const s2 = profile.rest / dfOfScale;
  const lambda = lambdaOf(found.x, q);
  const inverse = inverseSymmetric(profile.fixed);
  if (inverse === null) return { problem: 'not-converged', why: 'the fixed effects determine each other' };
  const singular = lambda.some((row, i) => Math.abs(row[i]!) < 1e-4);
  const turn = back({ blocks: [{ intercept: true, slopes: true }] }, layoutOf([{ intercept: true, slopes: true }], x.length), standard);
  const covariance = multiply(multiply(turn, inverse), transpose(turn)).map((row) => row.map((one) => one * s2));
  const b = turn.map((row) => row.reduce((total, one, j) => total + one * profile.b[j]!, 0));
  // What varies, in the predictors' own units: the same turn, of the random ones.
  const pick = [0, ...random.map((at) => at + 1)];
  const turnRandom = pick.map((i) => pick.map((j) => turn[i]![j]!));
  const between = multiply(multiply(turnRandom, multiply(lambda, transpose(lambda))), transpose(turnRandom)).map((row) =>
    row.map((one) => one * s2),
  );
  const predictions = sums.groups.map((one) => {
    const part = groupPart(one, lambda)!;
    const right = part.solved.map((row) => row[p]! - profile.b.reduce((total, value, j) => total + value * row[j]!, 0));
    const u = backward(part.lower, right);
    const standardUnits = lambda.map((row) => row.reduce((total, value, j) => total + value * u[j]!, 0));
    return turnRandom.map((row) => row.reduce((total, value, j) => total + value * standardUnits[j]!, 0));
  });
  return {
    b: b.map((one, j) => (j === 0 ? one + level : one)),
    covariance,
    df: singular ? b.map(() => n - p) : (satterthwaite(sums, found.x, Math.sqrt(s2), q, restricted, turn) ?? b.map(() => n - p)),
    between,
    residual: s2,
    icc: q > 1 ? null : between[0]![0]! / (between[0]![0]! + s2),
    deviance: found.value + (restricted ? 2 * standard.sds.reduce((total, sd) => total + log(sd), 0) : 0),
    singular,
    predictions,
    iterations: found.iterations,
  };
}

/** x with L′x = b. */
function backward(lower: Matrix, b: readonly number[]): number[] {
  const solved = [...b];
  for (let i = solved.length - 1; i >= 0; i--) {
    let rest = solved[i]!;
    for (let k = i + 1; k < solved.length; k++) rest -= lower[k]![i]! * solved[k]!;
    solved[i] = rest / lower[i]![i]!;
  }
  return solved;
}

/** 2V²/(g′Ag): V of a coefficient, g its gradient by (θ, σ), A twice the inverse of the deviance's second derivatives by them. */
function satterthwaite(sums: Sums, theta: Float64Array, sigma: number, q: number, restricted: boolean, turn: Matrix): number[] | null {
  const { n } = sums;
  const p = sums.xy.length;
  const at = Float64Array.of(...theta, sigma);
  const full = (parameters: Float64Array): number => {
    const s = parameters[parameters.length - 1]!;
    const profile = profileAt(sums, parameters, q);
    if (profile === null) return NaN;
    return (
      profile.logBetween +
      (restricted ? profile.logFixed : 0) +
      (restricted ? n - p : n) * log(2 * Math.PI * square(s)) +
      profile.rest / square(s)
    );
  };
  const curvature = secondDerivatives(full, at);
  if (choleskyFactor(curvature) === null) return null;
  const a = inverseSymmetric(curvature);
  if (a === null) return null;
  const variancesAt = (parameters: Float64Array): number[] | null => {
    const profile = profileAt(sums, parameters, q);
    const inverse = profile === null ? null : inverseSymmetric(profile.fixed);
    if (inverse === null) return null;
    const turned = multiply(multiply(turn, inverse), transpose(turn));
    return turned.map((row, j) => row[j]! * square(parameters[parameters.length - 1]!));
  };
  const variances = variancesAt(at);
  if (variances === null) return null;
  return variances.map((variance, j) => {
    const gradient = derivatives((parameters) => variancesAt(parameters)?.[j] ?? NaN, at);
    let spread = 0;
    for (let i = 0; i < gradient.length; i++)
      for (let k = 0; k < gradient.length; k++) spread += gradient[i]! * 2 * a[i]![k]! * gradient[k]!;
    return (2 * square(variance)) / spread;
  });
}
