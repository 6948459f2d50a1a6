// Weights of the members of an index: from the data (entropy, CRITIC, coefficient of variation), from judgements (AHP), and two of them
// together. Weights sum to 1. What is weighted is aggregate.ts.
import { exp, log } from '../../numerics/exponential.ts';
import { mean, sum } from '../../numerics/sums.ts';
import { momentsOf, correlationOf } from '../../moments/moments.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { proportionalWeights } from './composite.ts';

/** Why there are no weights. */
export type NoWeights =
  /** A value below 0 has no share. */
  | { readonly why: 'negative'; readonly member: number }
  /** A member that does not vary, or whose mean is 0. */
  | { readonly why: 'constant'; readonly member: number }
  /** Nothing distinguishes cases: there are fewer than two, or every member's values are alike. */
  | { readonly why: 'nothing' };

export interface EntropyWeights {
  readonly entropy: readonly number[];
  readonly divergence: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Entropy weights: pᵢⱼ = xᵢⱼ / Σᵢ xᵢⱼ, eⱼ = −Σᵢ pᵢⱼ ln pᵢⱼ / ln n with 0 ln 0 = 0, wⱼ = (1 − eⱼ) / Σ(1 − eⱼ) (Shannon 1948, Bell System
 * Technical Journal 27:379–423; Zeleny 1982, Multiple Criteria Decision Making, ch. 7). Columns are complete (no NaN), normalised, not
 * negative, and not shifted.
 */
export function entropyWeights(columns: readonly Float64Array[]): EntropyWeights | NoWeights {
  const n = columns[0]?.length ?? 0;
  if (n < 2) return { why: 'nothing' };
  const entropy: number[] = [];
  for (const [member, column] of columns.entries()) {
    if (column.some((value) => value < 0)) return { why: 'negative', member };
    const total = sum(column);
    if (!(total > 0)) return { why: 'constant', member };
    entropy.push(
      -sum(
        column.map((value) => {
          const p = value / total;
          return p > 0 ? p * log(p) : 0;
        }),
      ) / log(n),
    );
  }
  const divergence = entropy.map((e) => 1 - e);
  // Members that are all alike distinguish nothing; what is left is rounding.
  if (divergence.every((d) => d < 1e-14)) return { why: 'nothing' };
  return { entropy, divergence, weights: proportionalWeights(divergence) };
}

export interface CriticWeights {
  readonly sd: readonly number[];
  readonly conflict: readonly number[];
  readonly information: readonly number[];
  readonly weights: readonly number[];
}

/**
 * CRITIC: Cⱼ = sⱼ · Σₖ(1 − rⱼₖ), wⱼ = Cⱼ / ΣC, s with n − 1 (Diakoulaki, Mavrotas & Papayannakis 1995, Computers & Operations Research
 * 22:763–770). Columns are complete and normalised.
 */
export function criticWeights(columns: readonly Float64Array[]): CriticWeights | NoWeights {
  const moments = momentsOf(columns);
  if (moments.n < 2) return { why: 'nothing' };
  const sd = moments.cross.map((row, j) => Math.sqrt(row[j]! / (moments.n - 1)));
  const flat = sd.findIndex((s) => !(s > 0));
  if (flat >= 0) return { why: 'constant', member: flat };
  const correlation = correlationOf(moments)!;
  const conflict = correlation.map((row) => row.reduce((total, r) => total + (1 - r), 0));
  const information = sd.map((s, j) => s * conflict[j]!);
  // Members that all rank cases alike do not conflict: nothing is told by any of them that the others do not tell.
  if (information.every((one) => one < 1e-12)) return { why: 'nothing' };
  return { sd, conflict, information, weights: proportionalWeights(information) };
}

/** Coefficient of variation: vⱼ = sⱼ / |x̄ⱼ|, s with n − 1, wⱼ = vⱼ / Σv. Columns are complete. */
export function variationWeights(columns: readonly Float64Array[]): { readonly weights: readonly number[] } | NoWeights {
  const n = columns[0]?.length ?? 0;
  if (n < 2) return { why: 'nothing' };
  const variation: number[] = [];
  for (const [member, column] of columns.entries()) {
    const centre = mean(column);
    const spread = Math.sqrt(sum(column.map((value) => (value - centre) * (value - centre))) / (n - 1));
    // A mean that is rounding beside the spread (standard scores) is no mean to divide by.
    if (!(Math.abs(centre) > 1e-12 * spread)) return { why: 'constant', member };
    variation.push(spread / Math.abs(centre));
  }
  return variation.every((v) => v === 0) ? { why: 'nothing' } : { weights: proportionalWeights(variation) };
}

/** Saaty's random index by the number of things compared (Saaty 1980, The Analytic Hierarchy Process; 11 to 15 of the same table). */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

export interface JudgedWeights {
  readonly weights: readonly number[];
  readonly lambda: number;
  /** (λ − n) / (n − 1). */
  readonly consistencyIndex: number;
  /** The random index; 0 for two. */
  readonly randomIndex: number;
  /** Consistency index by random index; 0 for two, which cannot contradict each other. */
  readonly consistencyRatio: number;
  /** Row geometric means and column averages, brought to a sum of 1: two shorter ways that others use. */
  readonly geometric: readonly number[];
  readonly averaged: readonly number[];
}

/**
 * Analytic hierarchy process: the principal right eigenvector of a matrix of positive ratios aᵢⱼ = wᵢ / wⱼ, by power iteration (Perron
 * 1907: the largest root of a positive matrix is simple, so it converges); λ is its root. Saaty 1980.
 */
export function judgedWeights(ratios: Matrix): JudgedWeights {
  const n = ratios.length;
  let weights = ratios.map(() => 1 / n);
  let lambda = n;
  for (let round = 0; round < 10_000; round++) {
    const image = ratios.map((row) => row.reduce((total, ratio, j) => total + ratio * weights[j]!, 0));
    lambda = image.reduce((total, value) => total + value, 0);
    const next = image.map((value) => value / lambda);
    const moved = Math.max(...next.map((value, i) => Math.abs(value - weights[i]!)));
    weights = next;
    if (moved < 1e-16) break;
  }
  const consistencyIndex = n > 1 ? (lambda - n) / (n - 1) : 0;
  const randomIndex = RANDOM_INDEX[n] ?? NaN;
  const columns = ratios.map((_, j) => ratios.reduce((total, row) => total + row[j]!, 0));
  return {
    weights,
    lambda,
    consistencyIndex,
    randomIndex,
    consistencyRatio: n > 2 ? consistencyIndex / randomIndex : 0,
    geometric: proportionalWeights(ratios.map((row) => exp(row.reduce((total, ratio) => total + log(ratio), 0) / n))),
    averaged: ratios.map((row) => row.reduce((total, ratio, j) => total + ratio / columns[j]!, 0) / n),
  };
}

/** Two sets of weights together: `share`·a + (1 − `share`)·b. */
export function averagedWeights(a: readonly number[], b: readonly number[], share = 0.5): readonly number[] {
  return a.map((weight, j) => share * weight + (1 - share) * b[j]!);
}

/** Two sets of weights together: their products, brought to a sum of 1. */
export function multipliedWeights(a: readonly number[], b: readonly number[]): readonly number[] {
  return proportionalWeights(a.map((weight, j) => weight * b[j]!));
}
