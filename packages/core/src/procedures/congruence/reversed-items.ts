// Items that one study asked the other way round and nobody said so: their correlations with the other items have the opposite sign.
import { atanh, tanh } from '../../numerics/exponential.ts';
import { correlationOf, momentsOf } from '../../moments/moments.ts';
import { normalQuantile, normalUpper } from '../../numerics/distributions.ts';
import { inverseSymmetric, type Matrix } from '../../numerics/linear-algebra.ts';
import type { IntervalEstimate } from './interval.ts';

export interface ReversalCheck {
  readonly item: string;
  /**
   * Correlation of the item with what the other items predict for it by the original's regression; R of that regression in the original.
   */
  readonly original: number;
  readonly originalInterval: IntervalEstimate;
  readonly other: number;
  readonly otherInterval: IntervalEstimate;
  /** Fisher's z of the difference between the two, and its two-sided p. */
  readonly z: number;
  readonly p: number;
  /**
   * The original's interval lies above 0, the other's below (in the order in which items were turned back, so that one reversed item does
   * not accuse its neighbours).
   */
  readonly suspect: boolean;
  /** Items whose reversal instead would explain the signs as well: two items that only have each other cannot be told apart. */
  readonly orInstead: readonly string[];
}

export interface ReversalChecks {
  readonly n: readonly [number, number];
  readonly items: readonly ReversalCheck[];
  /** Why nothing was checked. */
  readonly problem: 'too-few-cases' | 'constant-item' | 'singular' | null;
}

/**
 * For each item: its best prediction from all others in the original (standardised coefficients β), then r of the item with Σβz in
 * both studies; listwise. The most negative item is turned back and all are looked at again, until none is negative. The fewest
 * reversals that explain the signs are reported: where most items of a dimension were reversed, the others are named, and a dimension
 * reversed as a whole cannot be seen. An item that the original's other items do not predict cannot be suspected.
 */
export function reversalChecks(
  items: readonly string[],
  original: readonly Float64Array[],
  other: readonly Float64Array[],
  confidence = 0.95,
): ReversalChecks {
  const [first, second] = [momentsOf(original), momentsOf(other)];
  const n = [first.n, second.n] as const;
  if (items.length < 2 || Math.min(...n) <= items.length + 3) return { n, items: [], problem: 'too-few-cases' };
  if ([first, second].some((moments) => moments.cross.some((row, i) => !(row[i]! > 0)))) return { n, items: [], problem: 'constant-item' };
  const [r, s] = [correlationOf(first), correlationOf(second)];
  const inverse = inverseSymmetric(r);
  if (inverse === null) return { n, items: [], problem: 'singular' };
  // β of item i on the others: −r^ij/r^ii.
  const beta = inverse.map((row, i) => row.map((value, j) => (i === j ? 0 : -value / row[i]!)));
  const quantile = normalQuantile((1 + confidence) / 2);
  const before = beta.map((weights, i) => predicted(r, weights, i));
  const negative = (signs: readonly number[]): number[] => {
    const now = beta.map((weights, i) => predicted(turned(s, signs), weights, i));
    return items
      .map((_, i) => i)
      .filter((i) => fisher(before[i]!, n[0], quantile).low > 0 && fisher(now[i]!, n[1], quantile).high < 0)
      .sort((a, b) => now[a]! - now[b]!);
  };
  let signs = items.map(() => 1);
  const suspects = new Map<number, readonly string[]>();
  for (let round = 0; round < items.length; round++) {
    const found = negative(signs);
    const worst = found.find((i) => !suspects.has(i));
    if (worst === undefined) break;
    const flipped = (i: number): number[] => signs.map((sign, j) => (j === i ? -sign : sign));
    const remaining = negative(flipped(worst)).length;
    suspects.set(
      worst,
      found.filter((i) => i !== worst && !suspects.has(i) && negative(flipped(i)).length <= remaining).map((i) => items[i]!),
    );
    signs = flipped(worst);
  }
  const end = beta.map((weights, i) => predicted(turned(s, signs), weights, i) * signs[i]!);
  return {
    n,
    problem: null,
    items: items.map((item, i) => {
      const now = suspects.has(i) ? end[i]! : end[i]! * signs[i]!;
      const z = (atanh(clip(before[i]!)) - atanh(clip(now))) / Math.sqrt(1 / (n[0] - 3) + 1 / (n[1] - 3));
      return {
        item,
        original: before[i]!,
        originalInterval: fisher(before[i]!, n[0], quantile),
        other: now,
        otherInterval: fisher(now, n[1], quantile),
        z,
        p: 2 * normalUpper(Math.abs(z)),
        suspect: suspects.has(i),
        orInstead: suspects.get(i) ?? [],
      };
    }),
  };
}

function turned(correlation: Matrix, signs: readonly number[]): number[][] {
  return correlation.map((row, i) => row.map((value, j) => value * signs[i]! * signs[j]!));
}

/** r of item i with Σβz of the others; 0 when that does not vary. */
function predicted(correlation: Matrix, weights: readonly number[], i: number): number {
  let cross = 0;
  let variance = 0;
  for (let j = 0; j < weights.length; j++) {
    cross += weights[j]! * correlation[i]![j]!;
    for (let k = 0; k < weights.length; k++) variance += weights[j]! * weights[k]! * correlation[j]![k]!;
  }
  return variance > 1e-12 ? Math.max(-1, Math.min(1, cross / Math.sqrt(variance))) : 0;
}

function fisher(r: number, n: number, quantile: number): IntervalEstimate {
  const centre = atanh(clip(r));
  const half = quantile / Math.sqrt(n - 3);
  return { low: tanh(centre - half), high: tanh(centre + half) };
}

function clip(r: number): number {
  return Math.max(-1 + 1e-12, Math.min(1 - 1e-12, r));
}
