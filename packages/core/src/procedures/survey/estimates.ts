// Weighted means, totals, shares and quantiles with design-based standard errors, in the whole sample or a domain of it.
import { countRows, type Codes } from '../../counts/points.ts';
import { tQuantile } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { sum } from '../../numerics/sums.ts';
import { covarianceOf } from '../../moments/moments.ts';
import { designMomentsOf } from '../../moments/design-weights.ts';
import { designSize, taylor, type SurveyDesign } from './design.ts';
import { logitInterval } from './logit-interval.ts';

export interface WeightSummary {
  /** Rows that count. */
  readonly n: number;
  readonly sum: number;
  /** (Σw)²/Σw² (Kish 1965, Survey Sampling, section 11.7), and n over it. */
  readonly kishN: number | null;
  readonly kishDeff: number | null;
  /** SD over mean of the weights, of all of them: √(n Σw²/(Σw)² − 1). */
  readonly cv: number | null;
}

/** Of the weights of `members` (all that are sampled when left out). */
export function weightSummary(weights: Float64Array, members?: Uint8Array): WeightSummary {
  const own = weights.filter((weight, row) => weight > 0 && (members === undefined || members[row] === 1));
  const n = own.length;
  const total = sum(own);
  const squares = sum(own.map((weight) => weight * weight));
  const mean = total / n;
  return {
    n,
    sum: total,
    kishN: n === 0 ? null : finite((total * total) / squares),
    kishDeff: n === 0 ? null : finite((n * squares) / (total * total)),
    cv: n === 0 ? null : finite(Math.sqrt(sum(own.map((weight) => (weight - mean) * (weight - mean))) / n) / mean),
  };
}

export interface SurveyMean {
  readonly n: number;
  readonly weights: WeightSummary;
  readonly mean: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** SE over the mean. */
  readonly cv: number | null;
  /** Variance over that of a simple random sample without replacement of n from Σw; null where Σw < n, or nothing varies. */
  readonly deff: number | null;
  readonly total: number | null;
  /** √(Σw(x − x̄)²/Σw · n/(n − 1)), and without the last factor. */
  readonly sd: number | null;
  readonly sdPopulation: number | null;
  /** PSUs − strata of the design. */
  readonly df: number;
}

/** Rows of the domain that have a number. */
export function answeredRows(design: SurveyDesign, columns: readonly Float64Array[], members?: Uint8Array): Uint8Array {
  return Uint8Array.from(design.weights, (weight, row) =>
    weight > 0 && (members === undefined || members[row] === 1) && columns.every((column) => !Number.isNaN(column[row]!)) ? 1 : 0,
  );
}

/** (x − x̄)·w/Σw of the rows that count, 0 of all others: what a mean's variance is the variance of the total of. */
export function meanInfluence(design: SurveyDesign, values: Float64Array, rows: Uint8Array, mean: number, total: number): Float64Array {
  return Float64Array.from(values, (value, row) => (rows[row] === 1 ? ((value - mean) * design.weights[row]!) / total : 0));
}

export interface EstimateOptions {
  /** The domain, one byte a row: rows outside stay in the design with 0. */
  readonly members?: Uint8Array | undefined;
  readonly confidence?: number;
  /** Of t; PSUs − strata in the domain when left out. */
  readonly df?: number;
}

/**
 * Mean Σwx/Σw and its Taylor standard error, total Σwx, the interval by t on PSUs − strata (in a domain: of those with a row of it), and
 * the design effect (Kish 1965, section 8.2; R's survey::svymean(deff = TRUE)). Values that are missing count as outside the domain. One
 * unit more than strata: SE null.
 */
export function surveyMean(design: SurveyDesign, values: Float64Array, options: EstimateOptions = {}): SurveyMean {
  const { members, confidence = 0.95 } = options;
  const rows = answeredRows(design, [values], members);
  const weights = weightSummary(design.weights, rows);
  const { n } = weights;
  const df = options.df ?? designSize(design, members ?? undefined).df;
  const moments = designMomentsOf([values], design.weights, rows);
  if (n === 0) return meanWith(weights, null, df);
  const mean = moments.means[0]!;
  const influence = meanInfluence(design, values, rows, mean, weights.sum);
  const variance = taylor(design, [influence], rows)[0]![0]!;
  return meanWith(weights, { mean, variance, spread: n > 1 ? covarianceOf(moments)[0]![0]! : NaN }, df, confidence);
}

/**
 * What follows from a mean, Taylor's variance of it and the variance of the values by weights that sum to n (`spread`); null of nobody.
 * `weights` are kept as they are.
 */
export function meanWith<W extends Pick<WeightSummary, 'n' | 'sum'>>(
  weights: W,
  found: { readonly mean: number; readonly variance: number; readonly spread: number } | null,
  df: number,
  confidence = 0.95,
): Omit<SurveyMean, 'weights'> & { readonly weights: W } {
  const { n, sum: total } = weights;
  if (found === null) {
    const none = { mean: null, se: null, low: null, high: null, cv: null, deff: null, total: null, sd: null, sdPopulation: null };
    return { n, weights, ...none, df };
  }
  const { mean, variance, spread } = found;
  const known = df > 0;
  const se = known ? Math.sqrt(variance) : null;
  const half = se === null ? null : tQuantile(1 - (1 - confidence) / 2, df) * se;
  const simple = (spread * (total - n)) / (total * n);
  return {
    n,
    weights,
    mean,
    se: finite(se),
    low: half === null ? null : finite(mean - half),
    high: half === null ? null : finite(mean + half),
    cv: se === null || mean === 0 ? null : finite(se / mean),
    deff: known && simple > 0 ? finite(variance / simple) : null,
    total: total * mean,
    sd: finite(Math.sqrt(spread)),
    sdPopulation: finite(Math.sqrt((spread * (n - 1)) / n)),
    df,
  };
}

/** Taylor's standard error of the total Σwx. One unit more than strata: null. */
export function surveyTotalError(design: SurveyDesign, values: Float64Array, { members, df }: EstimateOptions = {}): number | null {
  const rows = answeredRows(design, [values], members);
  if (!rows.includes(1) || (df ?? designSize(design, members).df) <= 0) return null;
  const total = Float64Array.from(values, (value, row) => (rows[row] === 1 ? value * design.weights[row]! : 0));
  return finite(Math.sqrt(taylor(design, [total], rows)[0]![0]!));
}

export interface SurveyQuantile {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The smallest value up to which a share of at least p of the weight lies, and Woodruff's interval: that of the share below the quantile,
 * read off the same distribution (Woodruff 1952, JASA 47:635–646; R's survey::svyquantile(interval.type = "mean", qrule = "math")). An
 * end whose share lies outside 0..1 is null.
 */
export function surveyQuantile(design: SurveyDesign, values: Float64Array, p: number, options: EstimateOptions = {}): SurveyQuantile {
  const rows = answeredRows(design, [values], options.members);
  const order = Uint32Array.from(values.keys())
    .filter((row) => rows[row] === 1)
    .sort((a, b) => values[a]! - values[b]!);
  if (order.length === 0) return { value: null, low: null, high: null };
  const total = sum(Float64Array.from(order, (row) => design.weights[row]!));
  const at = (share: number): number => {
    let upTo = 0;
    for (const row of order) {
      upTo += design.weights[row]!;
      // Sums of weights that should meet the share exactly do so up to rounding.
      if (upTo >= share * total - 1e-12 * total) return values[row]!;
    }
    return values[order.at(-1)!]!;
  };
  const value = at(p);
  const below = surveyMean(
    design,
    values.map((one) => (Number.isNaN(one) ? NaN : one <= value ? 1 : 0)),
    options,
  );
  const end = (share: number | null): number | null => (share === null || share < 0 || share > 1 ? null : at(share));
  return { value, low: end(below.low), high: end(below.high) };
}

export interface SurveyShare {
  readonly n: number;
  readonly weight: number;
  readonly percent: number | null;
  readonly se: number | null;
  /** By t on the logit scale, and symmetric. */
  readonly logit: readonly [number, number] | null;
  readonly wald: readonly [number, number] | null;
  readonly deff: number | null;
  readonly unweighted: number | null;
}

/**
 * Shares of the levels in percent (codes from 0; -1 missing), as means of indicators. Interval on the logit scale: t on PSUs − strata
 * (R's survey::svyciprop; SPSS CSTABULATE); none of 0 or 100 %.
 */
export function surveyShares(design: SurveyDesign, codes: Codes, levels: number, options: EstimateOptions = {}): readonly SurveyShare[] {
  const { confidence = 0.95, members } = options;
  const takes = (row: number): boolean => design.weights[row]! > 0 && (members === undefined || members[row] === 1);
  const answered = countRows(codes, (code, row) => code >= 0 && takes(row));
  return Array.from({ length: levels }, (_, level) => {
    const indicator = Float64Array.from(codes, (code) => (code < 0 ? NaN : code === level ? 1 : 0));
    const found = surveyMean(design, indicator, options);
    const n = countRows(codes, (code, row) => code === level && takes(row));
    const { mean, se } = found;
    return {
      n,
      weight: found.total ?? 0,
      percent: mean === null ? null : 100 * mean,
      se: se === null ? null : 100 * se,
      logit: logitInterval(design, indicator, answeredRows(design, [indicator], members), found.df, confidence),
      wald: found.low === null || found.high === null ? null : [100 * found.low, 100 * found.high],
      deff: found.deff,
      unweighted: answered === 0 ? null : (100 * n) / answered,
    };
  });
}
