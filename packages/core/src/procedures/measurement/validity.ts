// Reliability and validity of factors: from their loadings, and from the items' correlations.
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { exp, log } from '../../numerics/exponential.ts';
import { finite } from '../../numerics/finite.ts';
import { square } from '../../numerics/powers.ts';
import type { Implied } from './implied.ts';

export interface FactorValidity {
  readonly factor: string;
  readonly items: number;
  readonly ave: number | null;
  readonly cr: number | null;
  readonly leastLoading: number | null;
  /** Of the unweighted sum of the factor's items: by the model's variance of the sum, and by the sample's. */
  readonly omega: number | null;
  readonly omegaObserved: number | null;
  readonly alpha: number | null;
  /** With the other factors: the largest |r|, the largest and the mean r². Null for a single factor. */
  readonly largestCorrelation: number | null;
  readonly msv: number | null;
  readonly asv: number | null;
  readonly fornellLarcker: boolean | null;
}

/**
 * AVE = Σl²/k and CR = (Σl)²/((Σl)² + Σ(1 − l²)) of standardised loadings l (Fornell & Larcker 1981, Journal of Marketing Research
 * 18:39–50); ω = (Σλ)²φ over the variance of the sum (McDonald 1999; Bentler 2009); the Fornell–Larcker criterion is met where √AVE exceeds
 * every |r|.
 */
export function factorValidity(
  factors: readonly { readonly name: string; readonly items: readonly number[] }[],
  implied: Implied,
  covariance: Matrix,
  correlations: Matrix,
  alphas: readonly (number | null)[],
): FactorValidity[] {
  return factors.map(({ name, items }, f) => {
    const sd = Math.sqrt(implied.factorCovariance[f]![f]!);
    const raw = items.map((i) => implied.loadings[i]![f]!);
    const std = raw.map((value, at) => (value * sd) / Math.sqrt(implied.implied[items[at]!]![items[at]!]!));
    const total = std.reduce((sum, value) => sum + value, 0);
    const unique = std.reduce((sum, value) => sum + 1 - value * value, 0);
    const ave = std.reduce((sum, value) => sum + value * value, 0) / std.length;
    const common = square(raw.reduce((sum, value) => sum + value, 0) * sd);
    const summed = (matrix: Matrix): number => items.reduce((sum, i) => sum + items.reduce((inner, j) => inner + matrix[i]![j]!, 0), 0);
    const k = items.length;
    const others = correlations[f]!.filter((_, g) => g !== f);
    const largest = others.length === 0 ? null : Math.max(...others.map(Math.abs));
    return {
      factor: name,
      items: k,
      ave: finite(ave),
      cr: finite(square(total) / (square(total) + unique)),
      leastLoading: finite(Math.min(...std.map(Math.abs))),
      omega: finite(common / summed(implied.implied)),
      omegaObserved: finite(common / summed(covariance)),
      alpha: alphas[f]!,
      largestCorrelation: finite(largest ?? NaN),
      msv: largest === null ? null : finite(square(largest)),
      asv: others.length === 0 ? null : finite(others.reduce((sum, r) => sum + r * r, 0) / others.length),
      fornellLarcker: largest === null || !Number.isFinite(largest) || !Number.isFinite(ave) ? null : Math.sqrt(ave) > largest,
    };
  });
}

/**
 * Heterotrait–monotrait ratios: the mean |r| between the items of two factors over the geometric mean of the mean |r| within each
 * (Henseler, Ringle & Sarstedt 2015, Journal of the Academy of Marketing Science 43:115–135); `geometric` takes geometric means
 * throughout (Roemer, Schuberth & Henseler 2021). Null for a factor of one item, and where a geometric mean meets a correlation of 0.
 */
export function heterotraitMonotrait(
  factors: readonly (readonly number[])[],
  correlations: Matrix,
  geometric: boolean,
): (number | null)[][] {
  const mean = (values: readonly number[]): number => {
    if (values.length === 0) return NaN;
    if (!geometric) return values.reduce((sum, r) => sum + r, 0) / values.length;
    return values.some((r) => r < 1e-10) ? NaN : exp(values.reduce((sum, r) => sum + log(r), 0) / values.length);
  };
  const within = factors.map((own) => mean(own.flatMap((i, a) => own.slice(0, a).map((j) => Math.abs(correlations[i]![j]!)))));
  return factors.map((own, f) =>
    factors.map((others, g) => {
      if (f === g) return 1;
      const between = mean(own.flatMap((i) => others.filter((j) => j !== i).map((j) => Math.abs(correlations[i]![j]!))));
      return finite(between / Math.sqrt(within[f]! * within[g]!));
    }),
  );
}
