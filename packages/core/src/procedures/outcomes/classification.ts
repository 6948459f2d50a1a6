// How well probabilities tell two values apart: the table at a cut, the area under the ROC curve, calibration by groups, R² of several
// kinds.
import { square } from '../../numerics/powers.ts';
import { mean } from '../../numerics/sums.ts';
import { casesIn } from './indices.ts';
import { ranksOf } from '../../numerics/ranks.ts';
import { chiSquareUpper } from '../../numerics/distributions.ts';

export interface Classification {
  readonly cut: number;
  readonly trueNegative: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly truePositive: number;
  readonly percentCorrect: number;
  /** Of those with the event, and of those without, the share that is predicted so. */
  readonly sensitivity: number;
  readonly specificity: number;
}

/** Probabilities this near are the same: a fit ends before their last digits settle. */
export const SAME_CHANCE = 1e-9;

/**
 * Each probability as the least of those that follow one another within rounding: cases of other predictors may have the same by
 * arithmetic, and what is counted of ties must not hang on last digits.
 */
export function tiedChances(p: Float64Array): Float64Array {
  const order = Uint32Array.from(p.keys()).sort((a, b) => p[a]! - p[b]!);
  const tied = p.slice();
  for (let at = 1; at < order.length; at += 1) {
    const [before, here] = [order[at - 1]!, order[at]!];
    if (p[here]! - p[before]! <= SAME_CHANCE * p[here]!) tied[here] = tied[before]!;
  }
  return tied;
}

/** A case is predicted to have the event when p ≥ cut, or is as large but for rounding. */
export function classified(y: Float64Array, p: Float64Array, cut: number, times?: Float64Array): Classification {
  const counts = [0, 0, 0, 0];
  for (const [row, one] of p.entries()) {
    const cell = 2 * y[row]! + (one >= cut * (1 - SAME_CHANCE) ? 1 : 0);
    counts[cell] = counts[cell]! + (times?.[row] ?? 1);
  }
  const [trueNegative, falsePositive, falseNegative, truePositive] = counts as [number, number, number, number];
  return {
    cut,
    trueNegative,
    falsePositive,
    falseNegative,
    truePositive,
    percentCorrect: (100 * (trueNegative + truePositive)) / casesIn(y, times),
    sensitivity: truePositive / (truePositive + falseNegative),
    specificity: trueNegative / (trueNegative + falsePositive),
  };
}

/** P(a case with the event has the higher p), ties half (Hanley & McNeil 1982, Radiology 143:29–36): U/(n₁n₀). */
export function areaUnderRoc(y: Float64Array, p: Float64Array, times?: Float64Array): number {
  if (times !== undefined) return areaOfAlike(y, p, times);
  const { ranks } = ranksOf(p);
  let sum = 0;
  let events = 0;
  for (const [row, one] of y.entries()) {
    if (one !== 1) continue;
    sum += ranks[row]!;
    events += 1;
  }
  return (sum - (events * (events + 1)) / 2) / (events * (y.length - events));
}

/** The same of cases that each stand for so many. */
function areaOfAlike(y: Float64Array, p: Float64Array, times: Float64Array): number {
  const order = Uint32Array.from(p.keys()).sort((a, b) => p[a]! - p[b]!);
  let [below, events, higher] = [0, 0, 0];
  for (let from = 0; from < order.length; ) {
    let [own, others] = [0, 0];
    let to = from;
    for (; to < order.length && p[order[to]!] === p[order[from]!]; to++) {
      if (y[order[to]!] === 1) own += times[order[to]!]!;
      else others += times[order[to]!]!;
    }
    higher += own * (below + others / 2);
    below += others;
    events += own;
    from = to;
  }
  return higher / (events * below);
}

export interface ChanceFit {
  /** Mean p with the event less mean p without (Tjur 2009, The American Statistician 63:366–372). */
  readonly tjur: number;
  /** 1 − Σ(y − p)²/Σ(y − ȳ)² (Efron 1978). */
  readonly efron: number;
  /** Mean (y − p)² (Brier 1950). */
  readonly brier: number;
  /** Var(η)/(Var(η) + the link's own variance), divisor n (McKelvey & Zavoina 1975). */
  readonly mckelveyZavoina: number;
}

export function chanceFit(y: Float64Array, p: Float64Array, eta: Float64Array, linkVariance: number): ChanceFit {
  const n = y.length;
  const share = mean(y);
  const middle = mean(eta);
  let [withEvent, without, miss, spread] = [0, 0, 0, 0];
  for (let row = 0; row < n; row++) {
    if (y[row] === 1) withEvent += p[row]!;
    else without += p[row]!;
    miss += square(y[row]! - p[row]!);
    spread += square(eta[row]! - middle);
  }
  return {
    tjur: withEvent / (n * share) - without / (n * (1 - share)),
    efron: 1 - miss / (n * share * (1 - share)),
    brier: miss / n,
    mckelveyZavoina: spread / n / (spread / n + linkVariance),
  };
}

export interface HosmerLemeshow {
  readonly chi2: number;
  readonly df: number;
  /** Null with fewer than three groups. */
  readonly p: number | null;
  readonly n: readonly number[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * Σ (O − E)²/(E(1 − E/n)) over groups by the deciles of p, groups − 2 degrees of freedom (Hosmer & Lemeshow 2000, ch. 5). Deciles are
 * type 7 and right-closed, ties stay together; SPSS and Stata part ties otherwise.
 */
export function hosmerLemeshow(y: Float64Array, p: Float64Array, groups = 10, times?: Float64Array): HosmerLemeshow {
  const { length, at: sorted } = inOrder(p, times);
  const cuts = [
    ...new Set(
      Array.from({ length: groups - 1 }, (_, g) => {
        const at = ((g + 1) / groups) * (length - 1);
        const low = Math.floor(at);
        return sorted(low) + (at - low) * (sorted(Math.min(low + 1, length - 1)) - sorted(low));
      }),
    ),
  ].filter((cut) => cut < sorted(length - 1));
  const size = cuts.length + 1;
  const [n, observed, expected] = [0, 0, 0].map(() => Array.from({ length: size }, () => 0)) as [number[], number[], number[]];
  for (const [row, one] of p.entries()) {
    const found = cuts.findIndex((cut) => one <= cut);
    const group = found < 0 ? size - 1 : found;
    const many = times?.[row] ?? 1;
    n[group] = n[group]! + many;
    observed[group] = observed[group]! + many * y[row]!;
    expected[group] = expected[group]! + many * one;
  }
  const used = n.map((count, group) => ({ count, group })).filter(({ count }) => count > 0);
  const chi2 = used.reduce((sum, { count, group }) => {
    const e = expected[group]!;
    return sum + square(observed[group]! - e) / (e * (1 - e / count));
  }, 0);
  const df = used.length - 2;
  return {
    chi2,
    df,
    p: df > 0 ? chiSquareUpper(chi2, df) : null,
    n: used.map(({ count }) => count),
    observed: used.map(({ group }) => observed[group]!),
    expected: used.map(({ group }) => expected[group]!),
  };
}

/** The values from the least to the largest, each as often as it stands for a case. */
function inOrder(
  values: Float64Array,
  times: Float64Array | undefined,
): { readonly length: number; readonly at: (place: number) => number } {
  if (times === undefined) {
    const sorted = values.slice().sort();
    return { length: sorted.length, at: (place) => sorted[place]! };
  }
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  let upTo = 0;
  const ends = Float64Array.from(order, (one) => (upTo += times[one]!));
  return { length: upTo, at: (place) => values[order[ends.findIndex((end) => place < end)]!]! };
}
