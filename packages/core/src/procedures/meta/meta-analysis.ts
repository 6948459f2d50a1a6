// One coefficient over several studies: pooled estimate, heterogeneity, prediction, and what each study does to it.
import { square } from '../../numerics/powers.ts';
import { chiSquareUpper, normalQuantile, normalUpper, tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import {
  heterogeneity,
  heterogeneityInterval,
  restrictedStandardError,
  weightedMean,
  type Effects,
  type HeterogeneityMethod,
} from './heterogeneity.ts';

export interface StudyEffect {
  readonly study: string;
  readonly estimate: number;
  readonly se: number;
}

export interface PooledEstimate {
  readonly estimate: number;
  readonly se: number;
  /** z, or t with `df` degrees of freedom (Knapp–Hartung). */
  readonly statistic: number;
  readonly df: number | null;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

export interface PredictionInterval {
  /** `t`: Higgins, Thompson & Spiegelhalter 2009, t with k − 2 df. `normal`: metafor's predict() after a z test. */
  readonly rule: 't' | 'normal';
  readonly low: number;
  readonly high: number;
}

/** Why a number is not there. */
export type MetaReason = 'no-study' | 'one-study' | 'two-studies' | 'all-estimates-equal';

export interface MetaAnalysis {
  readonly k: number;
  readonly method: HeterogeneityMethod;
  readonly converged: boolean;
  readonly studies: readonly (StudyEffect & {
    readonly low: number;
    readonly high: number;
    readonly weight: number;
    readonly fixedWeight: number;
  })[];
  /** Studies left out for want of an estimate with a standard error above 0. */
  readonly unusable: readonly string[];
  /** Common effect, weights 1/se². Null without a study. */
  readonly fixed: PooledEstimate | null;
  /** Random effects, normal. For one study, the study. */
  readonly random: PooledEstimate | null;
  /**
   * The same estimate with Knapp & Hartung's standard error and t with k − 1 df. Null below two studies and where all estimates are equal.
   */
  readonly knappHartung: PooledEstimate | null;
  /** Cochran's Q of the common effect. Null below two studies. */
  readonly q: number | null;
  readonly qDf: number;
  readonly qP: number | null;
  readonly tau2: number | null;
  readonly tau: number | null;
  /** Of the REML estimate only. */
  readonly tau2Se: number | null;
  readonly tau2Interval: { readonly low: number; readonly high: number } | null;
  /** Percent of the total variance that lies between studies, and total over typical sampling variance. */
  readonly i2: number | null;
  readonly h2: number | null;
  /** Null below three studies. */
  readonly prediction: PredictionInterval | null;
  readonly predictionNormal: PredictionInterval | null;
  /** Null below three studies. */
  readonly leaveOneOut:
    | readonly {
        readonly without: string;
        readonly random: PooledEstimate;
        readonly q: number;
        readonly tau2: number;
        readonly i2: number;
      }[]
    | null;
  /** For every measure that is null, why. */
  readonly reasons: readonly MetaReason[];
}

export interface MetaOptions {
  readonly method?: HeterogeneityMethod;
  readonly confidence?: number;
}

/**
 * Random-effects meta-analysis y_i ~ N(μ, se_i² + τ²), τ² by REML unless another method is asked for. Weights 1/(se² + τ²); I² = 100·τ²/(τ²
 * + s²) and H² = (τ² + s²)/s² with the typical variance s² = (k − 1)Σw/((Σw)² − Σw²), w = 1/se² (Higgins & Thompson 2002, Statistics in
 * Medicine 21:1539–1558; with DerSimonian–Laird that is (Q − df)/Q). Knapp & Hartung 2003 (Statistics in Medicine 22:2693–2710): se² times
 * Σw(y − μ)²/(k − 1), which may fall below the normal one; it is not held up. Prediction interval: μ ± t·√(τ² + se²) with k − 2 df
 * (Higgins, Thompson & Spiegelhalter 2009, JRSS A 172:137–159), metafor's with the normal quantile beside it. Never throws: studies without
 * a usable standard error are named, and what few studies forbid is null with its reason.
 */
export function metaAnalysis(given: readonly StudyEffect[], options: MetaOptions = {}): MetaAnalysis {
  const method = options.method ?? 'reml';
  const confidence = options.confidence ?? 0.95;
  const usable = given.filter((one) => Number.isFinite(one.estimate) && Number.isFinite(one.se) && one.se > 0);
  const unusable = given.filter((one) => !usable.includes(one)).map((one) => one.study);
  const k = usable.length;
  const effects: Effects = { values: usable.map((one) => one.estimate), variances: usable.map((one) => square(one.se)) };
  const z = normalQuantile((1 + confidence) / 2);
  const none = {
    tau2: null,
    tau: null,
    tau2Se: null,
    tau2Interval: null,
    q: null,
    qDf: Math.max(0, k - 1),
    qP: null,
    i2: null,
    h2: null,
    knappHartung: null,
    prediction: null,
    predictionNormal: null,
    leaveOneOut: null,
  } as const;
  const common = { k, method, unusable };
  const about = (tau2: number): MetaAnalysis['studies'] => {
    const total = weightedMean(effects, tau2).weight;
    const fixedTotal = weightedMean(effects, 0).weight;
    return usable.map((one) => ({
      ...one,
      low: one.estimate - z * one.se,
      high: one.estimate + z * one.se,
      weight: 1 / (square(one.se) + tau2) / total,
      fixedWeight: 1 / square(one.se) / fixedTotal,
    }));
  };
  if (k === 0) return { ...common, ...none, converged: true, studies: [], fixed: null, random: null, reasons: ['no-study'] };
  const fixed = normalEstimate(effects, 0, z);
  if (k === 1) return { ...common, ...none, converged: true, studies: about(0), fixed, random: fixed, reasons: ['one-study'] };

  const found = heterogeneity(effects, method);
  const { tau2 } = found;
  const { q } = weightedMean(effects, 0);
  const random = normalEstimate(effects, tau2, z);
  const typical = typicalVariance(effects);
  const knappHartung = knappHartungEstimate(effects, tau2, confidence);
  const half = Math.sqrt(tau2 + square(random.se));
  const interval = (rule: PredictionInterval['rule'], quantile: number): PredictionInterval => ({
    rule,
    low: random.estimate - quantile * half,
    high: random.estimate + quantile * half,
  });
  const reasons: MetaReason[] = [
    ...(k === 2 ? ['two-studies' as const] : []),
    ...(knappHartung === null ? ['all-estimates-equal' as const] : []),
  ];
  return {
    ...common,
    converged: found.converged,
    studies: about(tau2),
    fixed,
    random,
    knappHartung,
    q,
    qDf: k - 1,
    qP: chiSquareUpper(q, k - 1),
    tau2,
    tau: Math.sqrt(tau2),
    tau2Se: method === 'reml' ? restrictedStandardError(effects, tau2) : null,
    tau2Interval: heterogeneityInterval(effects, confidence),
    i2: (100 * tau2) / (tau2 + typical),
    h2: (tau2 + typical) / typical,
    prediction: k < 3 ? null : interval('t', tQuantile((1 + confidence) / 2, k - 2)),
    predictionNormal: k < 3 ? null : interval('normal', z),
    leaveOneOut: k < 3 ? null : usable.map((one, i) => leftOut(one.study, effects, i, method, z)),
    reasons,
  };
}

function normalEstimate(effects: Effects, tau2: number, quantile: number): PooledEstimate {
  const { mean, weight } = weightedMean(effects, tau2);
  const se = Math.sqrt(1 / weight);
  return {
    estimate: mean,
    se,
    statistic: mean / se,
    df: null,
    p: 2 * normalUpper(Math.abs(mean / se)),
    low: mean - quantile * se,
    high: mean + quantile * se,
  };
}

function knappHartungEstimate(effects: Effects, tau2: number, confidence: number): PooledEstimate | null {
  const { mean, weight, q } = weightedMean(effects, tau2);
  const df = effects.values.length - 1;
  const se = Math.sqrt(q / df / weight);
  if (!(se > 0) || !Number.isFinite(mean / se)) return null;
  const half = tQuantile((1 + confidence) / 2, df) * se;
  return { estimate: mean, se, statistic: mean / se, df, p: tTwoSided(mean / se, df), low: mean - half, high: mean + half };
}

function typicalVariance({ variances }: Effects): number {
  const weight = variances.reduce((sum, variance) => sum + 1 / variance, 0);
  const squares = variances.reduce((sum, variance) => sum + 1 / square(variance), 0);
  return ((variances.length - 1) * weight) / (square(weight) - squares);
}

function leftOut(
  study: string,
  effects: Effects,
  i: number,
  method: HeterogeneityMethod,
  quantile: number,
): NonNullable<MetaAnalysis['leaveOneOut']>[number] {
  const rest: Effects = { values: effects.values.filter((_, j) => j !== i), variances: effects.variances.filter((_, j) => j !== i) };
  const { tau2 } = heterogeneity(rest, method);
  return {
    without: study,
    random: normalEstimate(rest, tau2, quantile),
    q: weightedMean(rest, 0).q,
    tau2,
    i2: (100 * tau2) / (tau2 + typicalVariance(rest)),
  };
}
