// Cronbach's alpha and what goes with it: item–total statistics, Guttman's bounds, halves, omega.
import { square } from '../../numerics/powers.ts';
import { fQuantile } from '../../numerics/distributions.ts';
import { finite, finitePair } from '../../numerics/finite.ts';
import { once } from '../../numerics/once.ts';
import { inverseSymmetric } from '../../numerics/linear-algebra.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { correlationOf, covarianceOf } from '../../moments/moments.ts';
import type { Moments } from '../../moments/moments.ts';
import { omegaOf } from './omega.ts';
import type { Omega } from './omega.ts';

export interface ItemReliability {
  readonly mean: number;
  readonly sd: number;
  readonly scaleMeanIfDeleted: number;
  readonly scaleVarianceIfDeleted: number;
  readonly correctedItemTotal: number | null;
  readonly itemTotal: number | null;
  readonly smc: number | null;
  readonly alphaIfDeleted: number | null;
  readonly standardizedIfDeleted: number | null;
}

export interface Reliability {
  readonly n: number;
  readonly k: number;
  readonly alpha: number | null;
  readonly standardized: number | null;
  readonly feldt: readonly [number, number] | null;
  readonly meanInterItemCorrelation: number | null;
  readonly meanInterItemCovariance: number | null;
  /** McDonald's omega total of one maximum-likelihood factor; null when it has no proper solution. */
  readonly omega: number | null;
  readonly omegaDetails: Omega | null;
  readonly scaleMean: number;
  readonly scaleVariance: number;
  readonly scaleSd: number;
  readonly items: readonly ItemReliability[];
  /** Guttman's lower bounds; λ6 once with the items' variances and once on correlations. */
  readonly lambda1: number | null;
  readonly lambda2: number | null;
  readonly lambda6: number | null;
  readonly lambda6Correlation: number | null;
  /** First half: the first ⌈k/2⌉ items. */
  readonly splitHalf: {
    readonly firstItems: number;
    readonly r: number | null;
    /** Of halves as if they were equally long. */
    readonly spearmanBrown: number | null;
    /** Of halves of unequal length. */
    readonly unequal: number | null;
    readonly guttman: number | null;
  } | null;
  /** People by items, without interaction. */
  readonly anova: {
    readonly ssPeople: number;
    readonly ssItems: number;
    readonly ssResidual: number;
    readonly fItems: number | null;
  } | null;
}

/**
 * Reliability of the sum of k items, from their listwise moments. Nothing is defined for one item or fewer than two cases; an item
 * that never varies leaves alpha standing and takes away all that rests on correlations.
 *
 * α = k/(k−1)·(1 − Σs²ᵢ/s²ₜ) (Cronbach 1951, Psychometrika 16:297–334, equation 2); standardised k·r̄/(1 + (k−1)·r̄); interval by
 * Feldt 1965 (Psychometrika 30:357–370) at 95 %; squared multiple correlations 1 − 1/rⁱⁱ; λ₁, λ₂, λ₆ by Guttman 1945 (Psychometrika
 * 10:255–282); halves by Spearman–Brown and Guttman–Flanagan. "If deleted" needs three items.
 */
export function reliability(moments: Moments, drawn = false): Reliability {
  const k = moments.means.length;
  const n = moments.n;
  const covariance = covarianceOf(moments);
  const correlation = correlationOf(moments);
  const defined = k >= 2 && n >= 2;
  const varies = defined && covariance.every((row, i) => row[i]! > 0);
  const total = sumOf(covariance);
  const own = covariance.reduce((t, row, i) => t + row[i]!, 0);
  const alpha = defined ? alphaOf(covariance) : null;
  const r = varies ? meanOffDiagonal(correlation) : null;
  const inverse = varies ? inverseSymmetric(correlation) : null;
  // A singular or indefinite matrix of listwise correlations: some item is a combination of others.
  const smc = inverse === null || inverse.some((row, i) => !(row[i]! >= 1 - 1e-9)) ? null : inverse.map((row, i) => 1 - 1 / row[i]!);
  const lambda1 = defined ? 1 - own / total : NaN;
  // Its factor is fitted from several starts: most who ask for alpha never ask for it.
  const omega = once(() =>
    varies && smc !== null
      ? omegaOf(
          correlation,
          covariance.map((row, i) => Math.sqrt(row[i]!)),
          smc,
        )
      : null,
  );
  return {
    n,
    k,
    alpha,
    standardized: standardizedOf(r, k),
    // It is of a simple random sample.
    feldt: drawn ? null : feldtInterval(alpha, n, k),
    meanInterItemCorrelation: r,
    meanInterItemCovariance: defined ? finite((total - own) / (k * (k - 1))) : null,
    get omega() {
      return omega()?.total ?? null;
    },
    get omegaDetails() {
      return omega();
    },
    scaleMean: moments.means.reduce((t, mean) => t + mean, 0),
    scaleVariance: n > 1 ? total : 0,
    scaleSd: n > 1 ? Math.sqrt(total) : 0,
    items: moments.means.map((mean, i) => itemOf(i, mean, moments, covariance, correlation, varies, smc)),
    lambda1: finite(lambda1),
    lambda2: finite(lambda1 + Math.sqrt((k / (k - 1)) * offDiagonalSquares(covariance)) / total),
    lambda6: smc === null ? null : finite(1 - covariance.reduce((t, row, i) => t + row[i]! * (1 - smc[i]!), 0) / total),
    lambda6Correlation: smc === null ? null : finite(1 - smc.reduce((t, value) => t + 1 - value, 0) / sumOf(correlation)),
    splitHalf: defined ? splitHalf(covariance) : null,
    anova: defined ? peopleByItems(moments) : null,
  };
}

function itemOf(
  i: number,
  mean: number,
  moments: Moments,
  covariance: Matrix,
  correlation: Matrix,
  varies: boolean,
  smc: readonly number[] | null,
): ItemReliability {
  const k = covariance.length;
  const others = covariance.map((_, j) => j).filter((j) => j !== i);
  const rest = others.map((row) => others.map((column) => covariance[row]![column]!));
  const restVariance = sumOf(rest);
  const withRest = others.reduce((t, j) => t + covariance[i]![j]!, 0);
  const variance = covariance[i]![i]!;
  const three = k >= 3 && moments.n >= 2;
  return {
    mean,
    sd: moments.n > 1 ? Math.sqrt(variance) : 0,
    scaleMeanIfDeleted: others.reduce((t, j) => t + moments.means[j]!, 0),
    scaleVarianceIfDeleted: moments.n > 1 ? restVariance : 0,
    correctedItemTotal: finite(withRest / Math.sqrt(variance) / Math.sqrt(restVariance)),
    itemTotal: finite((withRest + variance) / Math.sqrt(variance) / Math.sqrt(sumOf(covariance))),
    smc: smc === null ? null : smc[i]!,
    alphaIfDeleted: three ? alphaOf(rest) : null,
    standardizedIfDeleted:
      three && varies
        ? standardizedOf(meanOffDiagonal(others.map((row) => others.map((column) => correlation[row]![column]!))), k - 1)
        : null,
  };
}

function alphaOf(covariance: Matrix): number | null {
  const k = covariance.length;
  return finite((k / (k - 1)) * (1 - covariance.reduce((t, row, i) => t + row[i]!, 0) / sumOf(covariance)));
}

function standardizedOf(r: number | null, k: number): number | null {
  return r === null ? null : finite((k * r) / (1 + (k - 1) * r));
}

function feldtInterval(alpha: number | null, n: number, k: number): readonly [number, number] | null {
  if (alpha === null) return null;
  const df1 = n - 1;
  const df2 = (n - 1) * (k - 1);
  return finitePair(1 - (1 - alpha) * fQuantile(0.975, df1, df2), 1 - (1 - alpha) * fQuantile(0.025, df1, df2));
}

function splitHalf(covariance: Matrix): Reliability['splitHalf'] {
  const k = covariance.length;
  const first = Math.ceil(k / 2);
  const block = (rows: readonly [number, number], columns: readonly [number, number]): number =>
    sumOf(covariance.slice(...rows).map((row) => row.slice(...columns)));
  const a = block([0, first], [0, first]);
  const b = block([first, k], [first, k]);
  const r = finite(block([0, first], [first, k]) / Math.sqrt(a) / Math.sqrt(b));
  return {
    firstItems: first,
    r,
    spearmanBrown: r === null ? null : finite((2 * r) / (1 + r)),
    unequal: r === null ? null : unequalHalves(r, first / k),
    guttman: finite(2 * (1 - (a + b) / sumOf(covariance))),
  };
}

/** Horst 1951, Psychometrika 16:361–376: of a whole whose halves have these shares of its items. */
function unequalHalves(r: number, share: number): number | null {
  const product = share * (1 - share);
  const open = 1 - square(r);
  if (open <= 0) return r > 0 ? 1 : null;
  return finite((Math.sqrt(square(square(r)) + 4 * square(r) * open * product) - square(r)) / (2 * open * product));
}

/** From the moments: people differ by the variance of the sum, items by their means. */
function peopleByItems(moments: Moments): Reliability['anova'] {
  const k = moments.means.length;
  const n = moments.n;
  const grand = moments.means.reduce((t, mean) => t + mean, 0) / k;
  const ssPeople = sumOf(moments.cross) / k;
  const ssItems = n * moments.means.reduce((t, mean) => t + square(mean - grand), 0);
  const within = moments.cross.reduce((t, row, i) => t + row[i]!, 0);
  const ssResidual = within - ssPeople;
  return { ssPeople, ssItems, ssResidual, fItems: finite(ssItems / (k - 1) / (ssResidual / ((n - 1) * (k - 1)))) };
}

function sumOf(a: Matrix): number {
  return a.reduce((total, row) => total + row.reduce((t, value) => t + value, 0), 0);
}

function meanOffDiagonal(a: Matrix): number | null {
  const k = a.length;
  let total = 0;
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) total += a[i]![j]!;
  return finite((2 * total) / (k * (k - 1)));
}

function offDiagonalSquares(a: Matrix): number {
  return a.reduce((total, row, i) => total + row.reduce((t, value, j) => (i === j ? t : t + value * value), 0), 0);
}
