// Binary, ordered, multinomial, count and censored outcomes by maximum likelihood: from values to a fit, or why there is none. Predictors
// without the intercept, no missing values; which rows take part is decided before.
import { log } from '../../numerics/exponential.ts';
import { logGamma } from '../../numerics/special-functions.ts';
import { mean } from '../../numerics/sums.ts';
import { square } from '../../numerics/powers.ts';
import { multiply, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { SAME_CHANCE } from './classification.ts';
import { goodnessOf, type Goodness } from './estimates.ts';
import { casesIn, layoutOf, maximise, meanBy, type IndexFit, type Kernel, type Sample } from './indices.ts';
import { binaryKernel, multinomialKernel, orderedKernel, poissonKernel, tobitKernel, type Responses } from './kernels.ts';
import { links, type Link } from './links.ts';
import { predictedBy } from './predicted.ts';
import { separatingAlone, separationOf, type SeparationKind } from './separation.ts';

export type ModelKernel = Kernel & { readonly responses: Responses };
export interface OutcomeModel {
  readonly fit: IndexFit;
  readonly kernel: ModelKernel;
  readonly goodness: Goodness;
}
export type OutcomeFailure =
  | { readonly problem: 'separation'; readonly kind: Exclude<SeparationKind, 'none'>; readonly along: readonly number[] }
  | { readonly problem: 'not-converged'; readonly why: string }
  | { readonly problem: 'too-few'; readonly n: number; readonly parameters: number };

/**
 * Where no |η| of standardised predictors is this large a maximum was found, and a concave likelihood with a maximum is not separated:
 * the search, which costs more than the fit, is for the others.
 */
const FAR = 9;

function fitted(kernel: ModelKernel, sample: Sample, start: readonly number[], nullLogLikelihood: number): OutcomeModel | OutcomeFailure {
  const { size } = layoutOf(kernel.blocks, sample.x.length);
  const n = sample.weights === undefined ? sample.n : casesIn(sample.weights, sample.weights);
  if (n <= size) return { problem: 'too-few', n, parameters: size };
  const fit = maximise(kernel, sample, start);
  if (fit.reach > FAR || 'problem' in fit) {
    const found = separationOf(kernel, sample);
    if (found === null) return { problem: 'not-converged', why: 'rounding' };
    if (found.kind !== 'none') return { problem: 'separation', kind: found.kind, along: found.along };
  }
  if ('problem' in fit) return { problem: 'not-converged', why: fit.why };
  const slopes = fit.layout.slopes.filter((first) => first >= 0).length * sample.x.length;
  return { fit, kernel, goodness: goodnessOf(fit.logLikelihood, nullLogLikelihood, n, slopes, fit.layout.size) };
}

/** ln likelihood of a sample whose cases have the probabilities of their values' shares. */
function ofShares(counts: readonly number[]): number {
  const n = counts.reduce((sum, one) => sum + one, 0);
  return counts.reduce((sum, one) => sum + (one > 0 ? one * log(one / n) : 0), 0);
}

/** How many cases each of those that are alike stands for; once each when left out. */
type Times = Float64Array | undefined;

const sampleOf = (y: Float64Array, x: readonly Float64Array[], times: Times): Sample =>
  times === undefined ? { n: y.length, x } : { n: y.length, x, weights: times };

function countsOf(y: Float64Array, levels: number, times: Times): number[] {
  const counts = Array.from({ length: levels }, () => 0);
  for (let row = 0; row < y.length; row++) counts[y[row]!] = counts[y[row]!]! + (times?.[row] ?? 1);
  return counts;
}

/** `y` is 0 or 1, both of which occur. */
export function binaryModel(y: Float64Array, x: readonly Float64Array[], link: Link, times?: Float64Array): OutcomeModel | OutcomeFailure {
  const share = meanBy(y, times);
  const found = fitted(binaryKernel(y, link), sampleOf(y, x, times), [links[link].at(share)], ofShares(countsOf(y, 2, times)));
  // Two values are told by the predictors that part them by themselves, where there are any.
  if (!('problem' in found) || found.problem !== 'separation') return found;
  const alone = separatingAlone(y, x);
  return alone.length === 0 ? found : { ...found, along: alone };
}

/** `y` is 0 … levels − 1, each of which occurs. */
export function orderedModel(
  y: Float64Array,
  x: readonly Float64Array[],
  levels: number,
  link: Exclude<Link, 'cloglog'>,
  times?: Float64Array,
): OutcomeModel | OutcomeFailure {
  const counts = countsOf(y, levels, times);
  const n = casesIn(y, times);
  let below = 0;
  const thresholds = counts.slice(0, -1).map((count) => {
    below += count;
    return links[link].at(below / n);
  });
  return fitted(orderedKernel(y, levels, link), sampleOf(y, x, times), [0, ...thresholds], ofShares(counts));
}

/** `y` is 0 … levels − 1, each of which occurs; the equations are of the levels but `base`, in order. */
export function multinomialModel(
  y: Float64Array,
  x: readonly Float64Array[],
  levels: number,
  base: number,
  times?: Float64Array,
): (OutcomeModel & { readonly percentCorrect: number }) | OutcomeFailure {
  const counts = countsOf(y, levels, times);
  const start = counts.flatMap((count, level) => (level === base ? [] : [log(count / counts[base]!)]));
  const found = fitted(multinomialKernel(y, levels, base), sampleOf(y, x, times), start, ofShares(counts));
  return 'problem' in found ? found : { ...found, percentCorrect: percentCorrect(found, y, times) };
}

/** `y` is a whole number of at least 0, not always 0. */
export function poissonModel(y: Float64Array, x: readonly Float64Array[], times?: Float64Array): OutcomeModel | OutcomeFailure {
  const rate = meanBy(y, times);
  let nullLogLikelihood = 0;
  for (const [at, one] of y.entries()) nullLogLikelihood += (times?.[at] ?? 1) * (one * log(rate) - rate - logGamma(one + 1));
  return fitted(poissonKernel(y), sampleOf(y, x, times), [log(rate)], nullLogLikelihood);
}

export interface Tobit extends OutcomeModel {
  readonly sigma: number;
  readonly left: number;
  readonly right: number;
  /** Cases that are not censored. */
  readonly between: number;
  readonly sigmaSe: number;
  readonly logSigma: number;
  readonly logSigmaSe: number;
  /** β and σ, in that order, and what of Olsen's parameters they are made of: ∂(β, σ)/∂(δ, γ). */
  readonly parameters: Float64Array;
  readonly jacobian: Matrix;
  readonly covariance: Matrix;
}

/**
 * `low` and `high` may be −∞ and ∞. Some case lies between them. A value that computing has left within 12 digits of a limit is at the
 * limit: a weighted score of 0.9999999999999999 is 1.
 */
export function tobitModel(given: Float64Array, x: readonly Float64Array[], low: number, high: number): Tobit | OutcomeFailure {
  const n = given.length;
  const y = given.map((value) => atLimit(value, low) ?? atLimit(value, high) ?? value);
  const kernel = tobitKernel(y, low, high);
  const middle = mean(y);
  let squares = 0;
  for (const one of y) squares += square(one - middle);
  const spread = Math.sqrt(squares / n);
  const start = [middle / spread, 1 / spread];
  const alone = maximise(kernel, { n, x: [] }, start);
  if ('problem' in alone) return { problem: 'not-converged', why: alone.why };
  const found = fitted(kernel, { n, x }, [alone.theta[0]!, alone.theta[1]!], alone.logLikelihood);
  if ('problem' in found) return found;
  const { theta, covariance } = found.fit;
  const size = theta.length;
  const gamma = theta[size - 1]!;
  const jacobian = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) =>
      i === size - 1 ? (j === i ? -1 / (gamma * gamma) : 0) : j === i ? 1 / gamma : j === size - 1 ? -theta[i]! / (gamma * gamma) : 0,
    ),
  );
  const turned = multiply(multiply(jacobian, covariance), transpose(jacobian));
  const sigmaSe = Math.sqrt(turned[size - 1]![size - 1]!);
  const left = y.reduce((count, one) => count + (one <= low ? 1 : 0), 0);
  const right = y.reduce((count, one) => count + (one >= high ? 1 : 0), 0);
  return {
    ...found,
    sigma: 1 / gamma,
    sigmaSe,
    logSigma: -log(gamma),
    logSigmaSe: sigmaSe * gamma,
    left,
    right,
    between: n - left - right,
    parameters: theta.map((one, at) => (at === size - 1 ? 1 / gamma : one / gamma)),
    jacobian,
    covariance: turned,
  };
}

const atLimit = (value: number, limit: number): number | null =>
  Number.isFinite(limit) && Math.abs(value - limit) <= 1e-12 * Math.max(1, Math.abs(value), Math.abs(limit)) ? limit : null;

/** Share of the cases whose likeliest value, the first of those that are as likely but for rounding, is their own. */
function percentCorrect({ fit, kernel }: OutcomeModel, y: Float64Array, times: Times): number {
  const { values } = predictedBy(fit, kernel.responses);
  let right = 0;
  for (let row = 0; row < y.length; row++) {
    const likeliest = values.reduce((best, one, level) => (one[row]! * (1 - SAME_CHANCE) > values[best]![row]! ? level : best), 0);
    if (likeliest === y[row]) right += times?.[row] ?? 1;
  }
  return (100 * right) / casesIn(y, times);
}
