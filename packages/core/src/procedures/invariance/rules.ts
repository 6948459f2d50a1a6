// What is said about a step of invariance: rules of the literature applied to how the fit changes, as data.
import { chiSquareUpper } from '../../numerics/distributions.ts';
import type { MultiGroupFit } from './fit.ts';

/** Of the more constrained model against the less constrained one; changes are constrained minus free. */
export interface FitDifference {
  readonly chi2: number;
  readonly df: number;
  readonly p: number | null;
  readonly cfi: number | null;
  readonly rmsea: number | null;
  readonly srmr: number;
}

export interface FitThreshold {
  readonly measure: 'cfi' | 'rmsea' | 'srmr' | 'p';
  /** The value, or its change between two models. */
  readonly value: number;
  readonly limit: number;
  readonly crossed: boolean;
}

export type RuleName = 'model-fit' | 'chen-2007' | 'cheung-rensvold-2002' | 'likelihood-ratio';

/** `holds` is null where the rule's measures are not defined. */
export interface InvarianceVerdict {
  readonly holds: boolean | null;
  readonly rule: RuleName;
  readonly why: readonly FitThreshold[];
}

/** Δχ² between nested models (both maximum likelihood, the same rows). Its p is null without a difference in df. */
export function fitDifference(constrained: MultiGroupFit, free: MultiGroupFit): FitDifference {
  const chi2 = Math.max(0, constrained.chi2 - free.chi2);
  const df = constrained.df - free.df;
  const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
  return {
    chi2,
    df,
    p: df > 0 ? chiSquareUpper(chi2, df) : null,
    cfi: minus(constrained.cfi, free.cfi),
    rmsea: minus(constrained.rmsea, free.rmsea),
    srmr: constrained.srmr - free.srmr,
  };
}

/** Does the form itself fit? CFI ≥ .90 and RMSEA ≤ .08 (Browne & Cudeck 1993), SRMR ≤ .08 (Hu & Bentler 1999, SEM 6:1–55). */
export function modelFitVerdict(fit: MultiGroupFit): InvarianceVerdict {
  const why: FitThreshold[] = [];
  if (fit.cfi !== null) why.push({ measure: 'cfi', value: fit.cfi, limit: 0.9, crossed: fit.cfi < 0.9 });
  if (fit.rmsea !== null) why.push({ measure: 'rmsea', value: fit.rmsea, limit: 0.08, crossed: fit.rmsea > 0.08 });
  why.push({ measure: 'srmr', value: fit.srmr, limit: 0.08, crossed: fit.srmr > 0.08 });
  return { holds: fit.converged ? why.every((one) => !one.crossed) : null, rule: 'model-fit', why };
}

/**
 * The step by each rule. Chen 2007 (Structural Equation Modeling 14:464–504): not invariant when CFI falls by .010 or more and RMSEA
 * rises by .015 or SRMR by .030 (loadings; .010 for intercepts and residuals) or more; with 300 cases or fewer, .005, .010 and .025
 * (.005). Cheung & Rensvold 2002 (Structural Equation Modeling 9:233–255): not invariant when CFI falls by more than .01. The likelihood
 * ratio: p < .05, which large samples reach for trifles.
 */
export function stepVerdicts(difference: FitDifference, constrained: MultiGroupFit, free: MultiGroupFit): InvarianceVerdict[] {
  const usable = constrained.converged && free.converged;
  return [chen(difference, constrained), cheungRensvold(difference), likelihoodRatio(difference)].map((verdict) =>
    usable ? verdict : { ...verdict, holds: null },
  );
}

function chen(difference: FitDifference, constrained: MultiGroupFit): InvarianceVerdict {
  const few = constrained.n <= 300;
  const metric = constrained.level === 'metric';
  const why: FitThreshold[] = [];
  const put = (measure: 'cfi' | 'rmsea' | 'srmr', value: number | null, limit: number): void => {
    if (value !== null) why.push({ measure, value, limit, crossed: limit < 0 ? value <= limit : value >= limit });
  };
  put('cfi', difference.cfi, few ? -0.005 : -0.01);
  put('rmsea', difference.rmsea, few ? 0.01 : 0.015);
  put('srmr', difference.srmr, metric ? (few ? 0.025 : 0.03) : few ? 0.005 : 0.01);
  const cfi = why.find((one) => one.measure === 'cfi');
  return { holds: cfi === undefined ? null : !(cfi.crossed && why.some((one) => one !== cfi && one.crossed)), rule: 'chen-2007', why };
}

function cheungRensvold(difference: FitDifference): InvarianceVerdict {
  if (difference.cfi === null) return { holds: null, rule: 'cheung-rensvold-2002', why: [] };
  const crossed = difference.cfi < -0.01;
  return { holds: !crossed, rule: 'cheung-rensvold-2002', why: [{ measure: 'cfi', value: difference.cfi, limit: -0.01, crossed }] };
}

function likelihoodRatio(difference: FitDifference): InvarianceVerdict {
  if (difference.p === null) return { holds: null, rule: 'likelihood-ratio', why: [] };
  const crossed = difference.p < 0.05;
  return { holds: !crossed, rule: 'likelihood-ratio', why: [{ measure: 'p', value: difference.p, limit: 0.05, crossed }] };
}
