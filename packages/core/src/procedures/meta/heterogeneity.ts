// The variance between studies, τ²: DerSimonian–Laird, restricted maximum likelihood, Paule–Mandel, and an interval for it.
import { log } from '../../numerics/exponential.ts';
import { wholePower, square } from '../../numerics/powers.ts';
import { chiSquareQuantile } from '../../numerics/distributions.ts';
import { rootBetween } from '../../numerics/roots.ts';

export type HeterogeneityMethod = 'reml' | 'dersimonian-laird' | 'paule-mandel';

/** Estimates with the squares of their standard errors; at least two. */
export interface Effects {
  readonly values: readonly number[];
  readonly variances: readonly number[];
}

export interface WeightedMean {
  readonly mean: number;
  readonly weight: number;
  readonly q: number;
}

/** Mean weighted by 1/(v + τ²), the sum of the weights, and Σw(y − mean)². */
export function weightedMean({ values, variances }: Effects, tau2: number): WeightedMean {
  const weights = variances.map((variance) => 1 / (variance + tau2));
  const weight = weights.reduce((sum, value) => sum + value, 0);
  const mean = values.reduce((sum, value, i) => sum + weights[i]! * value, 0) / weight;
  return { mean, weight, q: values.reduce((sum, value, i) => sum + weights[i]! * square(value - mean), 0) };
}

export interface Heterogeneity {
  readonly tau2: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/** τ² ≥ 0 by the method asked for. */
export function heterogeneity(effects: Effects, method: HeterogeneityMethod): Heterogeneity {
  if (method === 'dersimonian-laird') return { tau2: derSimonianLaird(effects), converged: true, iterations: 0 };
  return method === 'paule-mandel'
    ? { tau2: generalizedQ(effects, effects.values.length - 1), converged: true, iterations: 0 }
    : restrictedLikelihood(effects);
}

/** (Q − (k − 1))/(Σw − Σw²/Σw) with w = 1/v (DerSimonian & Laird 1986, Controlled Clinical Trials 7:177–188). */
function derSimonianLaird(effects: Effects): number {
  const { q, weight } = weightedMean(effects, 0);
  const squares = effects.variances.reduce((sum, variance) => sum + 1 / square(variance), 0);
  return Math.max(0, (q - (effects.values.length - 1)) / (weight - squares / weight));
}

/** τ² at which Σ(y − ȳ)²/(v + τ²) equals `target`; 0 when it is below that at 0 already (Paule & Mandel 1982, with target k − 1). */
function generalizedQ(effects: Effects, target: number): number {
  const excess = (tau2: number): number => weightedMean(effects, tau2).q - target;
  if (!(excess(0) > 0)) return 0;
  let high = Math.max(...effects.variances);
  while (excess(high) > 0 && high < 1e300) high *= 4;
  return rootBetween(excess, 0, high);
}

/**
 * Restricted maximum likelihood (Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261–293) by Fisher scoring from the
 * DerSimonian–Laird value: with w = 1/(v + τ²), S = Σw² − 2Σw³/Σw + (Σw²/Σw)², the step is (Σw²(y − ȳ)² − (Σw − Σw²/Σw))/S. Halved where it
 * would leave τ² ≥ 0 or lower the likelihood; until it is below 1e-10 of the scale. A score below 0 at τ² = 0 means τ² = 0.
 */
function restrictedLikelihood(effects: Effects): Heterogeneity {
  const scale = Math.min(...effects.variances);
  let tau2 = derSimonianLaird(effects);
  let height = restrictedLogLikelihood(effects, tau2);
  for (let iteration = 1; iteration <= 500; iteration++) {
    const { score, information } = restrictedScore(effects, tau2);
    if (tau2 === 0 && score <= 0) return { tau2, converged: true, iterations: iteration };
    let step = score / information;
    let next = Math.max(0, tau2 + step);
    let there = restrictedLogLikelihood(effects, next);
    for (let halving = 0; there < height - 1e-12 * (1 + Math.abs(height)) && halving < 40; halving++) {
      step /= 2;
      next = Math.max(0, tau2 + step);
      there = restrictedLogLikelihood(effects, next);
    }
    const change = Math.abs(next - tau2);
    tau2 = next;
    height = there;
    if (change <= 1e-10 * (scale + tau2)) return { tau2, converged: true, iterations: iteration };
  }
  return { tau2, converged: false, iterations: 500 };
}

/** Of the restricted log-likelihood by τ², times 2, and twice its expected information. */
function restrictedScore(effects: Effects, tau2: number): { score: number; information: number } {
  const { mean, weight } = weightedMean(effects, tau2);
  const power = (exponent: number): number => effects.variances.reduce((sum, variance) => sum + wholePower(variance + tau2, -exponent), 0);
  const second = power(2);
  const squares = effects.values.reduce((sum, value, i) => sum + square((value - mean) / (effects.variances[i]! + tau2)), 0);
  return { score: squares - (weight - second / weight), information: second - (2 * power(3)) / weight + square(second / weight) };
}

function restrictedLogLikelihood(effects: Effects, tau2: number): number {
  const { weight, q } = weightedMean(effects, tau2);
  return -0.5 * (effects.variances.reduce((sum, variance) => sum + log(variance + tau2), 0) + log(weight) + q);
}

/** Standard error of the restricted-likelihood τ²: √(2/S). */
export function restrictedStandardError(effects: Effects, tau2: number): number {
  return Math.sqrt(2 / restrictedScore(effects, tau2).information);
}

/**
 * The Q-profile interval: τ² at which the generalised Q meets the χ² quantiles of k − 1 df (Viechtbauer 2007, Statistics in Medicine
 * 26:37–52).
 */
export function heterogeneityInterval(effects: Effects, confidence: number): { readonly low: number; readonly high: number } {
  const df = effects.values.length - 1;
  const tail = (1 - confidence) / 2;
  return { low: generalizedQ(effects, chiSquareQuantile(1 - tail, df)), high: generalizedQ(effects, chiSquareQuantile(tail, df)) };
}
