// Thresholds and polychoric correlations of ordered answers, with the covariances of these estimates: what an ordinal model is fitted to.
import type { Codes } from '../../counts/points.ts';
import { normalCdf, normalDensity } from '../../numerics/distributions.ts';
import { bivariateNormalCdf, bivariateNormalDensity } from '../../numerics/bivariate-normal.ts';
import { inverseSymmetric, type Matrix } from '../../numerics/linear-algebra.ts';
import { tellPart } from '../../numerics/parts.ts';
import { codedAnswers, polychoric } from '../describe/polychoric.ts';

export interface OrdinalMoments {
  readonly n: number;
  readonly thresholds: readonly (readonly number[])[];
  readonly thresholdErrors: readonly (readonly number[])[];
  readonly correlations: Matrix;
  /** Pairs (i, j), i < j, in order of j, then i: that of `covariance`. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Of the correlations' estimates. */
  readonly covariance: Matrix;
}

interface Answers {
  readonly codes: Codes;
  readonly cuts: readonly number[];
}

/**
 * Two steps (Olsson 1979), and the covariances of all estimates from the cases' influence (Muthén 1984, Psychometrika 49:115–132): with s
 * the scores of the thresholds (margins) and of the correlations (pairs), A their cross-products within an item or pair,
 * IF_τ = s_τA₁₁⁻¹, IF_ρ = (s_ρ − A₂₁IF_τ)/A₂₂, and the covariance n/(n − 1)·Σ IF·IF′. Complete columns. The pair of which the
 * correlation is ±1 or not defined where there is one.
 */
export function ordinalMoments(columns: readonly Float64Array[]): OrdinalMoments | { readonly pair: readonly [number, number] } {
  const n = columns[0]?.length ?? 0;
  const answers = columns.map(codedAnswers);
  const influence: Float64Array[][] = [];
  for (const one of answers) {
    const scores = one.cuts.map((_, k) => Float64Array.from(one.codes, (code) => marginScore(one.cuts, code, k)));
    const inverse = inverseSymmetric(scores.map((a) => scores.map((b) => dot(a, b))));
    if (inverse === null) return { pair: [0, 0] };
    influence.push(scores.map((_, k) => combined(scores, inverse[k]!, n)));
  }
  const correlations: number[][] = columns.map((_, i) => columns.map((_unused, j) => (i === j ? 1 : 0)));
  const pairs: [number, number][] = [];
  const ofPairs: Float64Array[] = [];
  for (let j = 0; j < columns.length; j++)
    for (let i = 0; i < j; i++) {
      tellPart(pairs.length, (columns.length * (columns.length - 1)) / 2);
      const { rho } = polychoric(columns[i]!, columns[j]!);
      if (rho === null || Math.abs(rho) > 0.9998) return { pair: [i, j] };
      correlations[i]![j] = correlations[j]![i] = rho;
      pairs.push([i, j]);
      ofPairs.push(pairInfluence([answers[i]!, answers[j]!], [influence[i]!, influence[j]!], rho));
    }
  const unbiased = n / (n - 1);
  return {
    n,
    thresholds: answers.map((one) => one.cuts),
    thresholdErrors: influence.map((own) => own.map((one) => Math.sqrt(unbiased * dot(one, one)))),
    correlations,
    pairs,
    covariance: ofPairs.map((a) => ofPairs.map((b) => unbiased * dot(a, b))),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

function combined(scores: readonly Float64Array[], weights: readonly number[], n: number): Float64Array {
  const out = new Float64Array(n);
  for (const [k, column] of scores.entries()) for (let row = 0; row < n; row++) out[row] = out[row]! + weights[k]! * column[row]!;
  return out;
}

/** ∂ ln P(code)/∂τ_k. */
function marginScore(cuts: readonly number[], code: number, k: number): number {
  if (k !== code && k !== code - 1) return 0;
  const upper = code < cuts.length ? normalCdf(cuts[code]!) : 1;
  const lower = code > 0 ? normalCdf(cuts[code - 1]!) : 0;
  return ((k === code ? 1 : -1) * normalDensity(cuts[k]!)) / (upper - lower);
}

/** Influence of each case on one correlation. */
function pairInfluence(
  [a, b]: readonly [Answers, Answers],
  influence: readonly [readonly Float64Array[], readonly Float64Array[]],
  rho: number,
): Float64Array {
  const root = Math.sqrt(1 - rho * rho);
  const cdf = (k: number, l: number): number =>
    k < 0 || l < 0
      ? 0
      : k >= a.cuts.length
        ? l >= b.cuts.length
          ? 1
          : normalCdf(b.cuts[l]!)
        : l >= b.cuts.length
          ? normalCdf(a.cuts[k]!)
          : bivariateNormalCdf(a.cuts[k]!, b.cuts[l]!, rho);
  const density = (k: number, l: number): number =>
    k < 0 || l < 0 || k >= a.cuts.length || l >= b.cuts.length ? 0 : bivariateNormalDensity(a.cuts[k]!, b.cuts[l]!, rho);
  /** ∂P/∂(upper threshold of the one), the other between its two. */
  const edge = (cuts: readonly number[], k: number, others: readonly number[], code: number): number => {
    if (k < 0 || k >= cuts.length) return 0;
    const at = (l: number): number => (l < 0 ? 0 : l >= others.length ? 1 : normalCdf((others[l]! - rho * cuts[k]!) / root));
    return normalDensity(cuts[k]!) * (at(code) - at(code - 1));
  };
  const n = a.codes.length;
  const score = new Float64Array(n);
  const cross = [a.cuts.map(() => 0), b.cuts.map(() => 0)];
  const cells = new Map<number, { readonly rho: number; readonly first: readonly number[]; readonly second: readonly number[] }>();
  let own = 0;
  for (let row = 0; row < n; row++) {
    const [k, l] = [a.codes[row]!, b.codes[row]!];
    const key = k * (b.cuts.length + 1) + l;
    let cell = cells.get(key);
    if (cell === undefined) {
      const p = Math.max(1e-300, cdf(k, l) - cdf(k - 1, l) - cdf(k, l - 1) + cdf(k - 1, l - 1));
      cell = {
        rho: (density(k, l) - density(k - 1, l) - density(k, l - 1) + density(k - 1, l - 1)) / p,
        first: [edge(a.cuts, k, b.cuts, l) / p, -edge(a.cuts, k - 1, b.cuts, l) / p],
        second: [edge(b.cuts, l, a.cuts, k) / p, -edge(b.cuts, l - 1, a.cuts, k) / p],
      };
      cells.set(key, cell);
    }
    score[row] = cell.rho;
    own += cell.rho * cell.rho;
    for (const [side, code, slopes] of [
      [cross[0]!, k, cell.first],
      [cross[1]!, l, cell.second],
    ] as const) {
      if (code < side.length) side[code] = side[code]! + cell.rho * slopes[0]!;
      if (code > 0) side[code - 1] = side[code - 1]! + cell.rho * slopes[1]!;
    }
  }
  for (const [side, weights] of cross.entries())
    for (const [k, weight] of weights.entries()) {
      const other = influence[side]![k]!;
      for (let row = 0; row < n; row++) score[row] = score[row]! - weight * other[row]!;
    }
  return score.map((value) => value / own);
}
