// The wild cluster bootstrap-t of single coefficients: for few clusters. How a cluster's sums are made is clustered.ts'.
import { square, wholePower } from '../../numerics/powers.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { inPart, mayEnd, tellPart } from '../../numerics/parts.ts';
import type { ClusterSums } from './clustered.ts';

export interface WildTest {
  readonly p: number;
  /** Values of the coefficient that the test does not reject; null where it rejects none on that side. */
  readonly low: number | null;
  readonly high: number | null;
}
export interface WildBootstrap {
  /** Intercept first. */
  readonly tests: readonly WildTest[];
  /** Samples of signs: all 2^G of them, or those drawn. */
  readonly samples: number;
  readonly exact: boolean;
}

/**
 * Cameron, Gelbach & Miller 2008, Review of Economics and Statistics 90:414–427; Roodman, MacKinnon, Nielsen & Webb 2019, Stata Journal
 * 19:4–60. The null β_j = r is imposed; the residuals of each cluster keep or change their sign together (Rademacher); each sample's
 * t* = (b* − r)/se*, se* by CR1S, is held against t = (b − r)/se. All 2^G samples are gone through where there are no more than `draws`:
 * p = #{|t*| ≥ |t|}/2^G, at least 1/2^(G − 1) as two of them are the data themselves and their mirror; else signs are drawn and
 * p = (1 + #)/(1 + draws). The interval holds the r whose p is above 1 − confidence.
 */
export function wildClusterBootstrap(input: {
  readonly sums: ClusterSums;
  readonly b: readonly number[];
  /** (X′X)⁻¹. */
  readonly bread: Matrix;
  readonly draws: number;
  readonly confidence: number;
  readonly uniform: () => number;
}): WildBootstrap | 'one cluster' {
  const { sums, b, bread, draws, confidence, uniform } = input;
  const { grams, scores } = sums;
  const clusters = grams.length;
  if (clusters < 2) return 'one cluster';
  const exact = clusters < 31 && wholePower(2, clusters) <= draws;
  const samples = exact ? wholePower(2, clusters) : draws;
  const signs = signsOf(clusters, samples, exact, uniform);
  const tests = b.map((own, j): WildTest => {
    // Least squares with b_j = r held are b − M_j(b_j − r)/M_jj, M = (X′X)⁻¹: their residuals are e + z·(b_j − r) with z = XM_j/M_jj.
    const direction = bread.map((row) => row[j]! / bread[j]![j]!);
    const perUnit = grams.map((gram) => gram.map((row) => row.reduce((sum, value, m) => sum + value * direction[m]!, 0)));
    const atNull = scores.map((score, g) => score.map((value, m) => value + own * perUnit[g]![m]!));
    const given = { j, b: own, bread, grams, scores, atNull, perUnit, signs, exact, confidence };
    return inPart(j, b.length, () => test(given));
  });
  return { tests, samples, exact };
}

/** A sign a cluster, sample after sample. */
function signsOf(clusters: number, samples: number, exact: boolean, uniform: () => number): Int8Array {
  const signs = new Int8Array(clusters * samples);
  for (let s = 0; s < samples; s++)
    for (let g = 0; g < clusters; g++) signs[s * clusters + g] = (exact ? ((s >> g) & 1) === 0 : uniform() < 0.5) ? 1 : -1;
  return signs;
}

/** |t*| counts as no smaller than |t| within rounding: the mirror of the data must. */
const TIE = 1e-9;

function test(of: {
  readonly j: number;
  readonly b: number;
  readonly bread: Matrix;
  readonly grams: readonly Matrix[];
  readonly scores: readonly (readonly number[])[];
  readonly atNull: readonly (readonly number[])[];
  readonly perUnit: readonly (readonly number[])[];
  readonly signs: Int8Array;
  readonly exact: boolean;
  readonly confidence: number;
}): WildTest {
  const { bread, grams, signs } = of;
  const clusters = grams.length;
  const size = bread.length;
  const row = bread[of.j]!;
  const dot = (v: readonly number[]): number => row.reduce((sum, value, m) => sum + value * v[m]!, 0);
  const a = of.atNull.map(dot);
  const d = of.perUnit.map(dot);
  // Row j of (X′X)⁻¹X_g′X_g(X′X)⁻¹: what of the drawn scores' sum each cluster takes off again.
  const taken = grams.map((gram) => {
    const first = Array.from({ length: size }, (_, m) => row.reduce((sum, value, i) => sum + value * gram[i]![m]!, 0));
    return Array.from({ length: size }, (_, m) => first.reduce((sum, value, i) => sum + value * bread[i]![m]!, 0));
  });
  const samples = signs.length / clusters;
  // t*(r)² = (A − rD)²/(P − 2rQ + r²R), up to one factor.
  const drawn = Array.from({ length: 5 }, () => new Float64Array(samples));
  const [A, D, P, Q, R] = drawn as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const sumA = new Float64Array(size);
  const sumD = new Float64Array(size);
  for (let s = 0; s < samples; s++) {
    if ((s & 63) === 0) tellPart(s, samples);
    sumA.fill(0);
    sumD.fill(0);
    for (let g = 0; g < clusters; g++) {
      const sign = signs[s * clusters + g]!;
      A[s] = A[s]! + sign * a[g]!;
      D[s] = D[s]! + sign * d[g]!;
      for (let m = 0; m < size; m++) {
        sumA[m] = sumA[m]! + sign * of.atNull[g]![m]!;
        sumD[m] = sumD[m]! + sign * of.perUnit[g]![m]!;
      }
    }
    for (let g = 0; g < clusters; g++) {
      const sign = signs[s * clusters + g]!;
      let p = sign * a[g]!;
      let q = sign * d[g]!;
      for (let m = 0; m < size; m++) {
        p -= taken[g]![m]! * sumA[m]!;
        q -= taken[g]![m]! * sumD[m]!;
      }
      P[s] = P[s]! + p * p;
      Q[s] = Q[s]! + p * q;
      R[s] = R[s]! + q * q;
    }
  }
  const variance = of.scores.reduce((sum, score) => sum + square(dot(score)), 0);
  const pOf = (r: number): number => {
    const t = square(of.b - r) / variance;
    let count = 0;
    mayEnd();
    for (let s = 0; s < samples; s++) {
      const below = P[s]! - 2 * r * Q[s]! + r * r * R[s]!;
      if (square(A[s]! - r * D[s]!) >= t * below * (1 - TIE)) count++;
    }
    return of.exact ? count / samples : (1 + count) / (1 + samples);
  };
  const alpha = 1 - of.confidence;
  const scale = Math.sqrt(variance);
  return { p: pOf(0), low: limit(pOf, of.b, -scale, alpha), high: limit(pOf, of.b, scale, alpha) };
}

/** Where p falls to alpha on one side of the estimate; null where it does not within a thousand standard errors. */
function limit(pOf: (r: number) => number, b: number, step: number, alpha: number): number | null {
  let inside = 0;
  let outside = 2;
  while (pOf(b + outside * step) > alpha) {
    inside = outside;
    outside *= 2;
    if (outside > 1000) return null;
  }
  for (let i = 0; i < 60 && outside - inside > 1e-10 * outside; i++) {
    const middle = (inside + outside) / 2;
    if (pOf(b + middle * step) > alpha) inside = middle;
    else outside = middle;
  }
  return b + ((inside + outside) / 2) * step;
}
