// The same regression in several studies: are its coefficients equal, and what do they amount to together?
import { fittedRows, fittedWith } from '../regression/fitted-rows.ts';
import { metaAnalysis, type MetaAnalysis } from '../../procedures/meta/index.ts';
import {
  coefficientsOf,
  equalityOfCoefficients,
  type EqualityOfCoefficients,
  type StudyCoefficients,
} from '../../procedures/regression/equality.ts';
import type { LinearFit } from '../../procedures/regression/ols.ts';
import { pooledModels, type PooledFailure, type PooledModels } from '../../procedures/regression/pooled.ts';
import { indexOfScore } from '../plan.ts';
import { valuesByFirstRule, type ComparedScores } from './scores.ts';
import { TOO_FEW } from '../../contract/quantity.ts';
import { isFewIn, leastOf, regressionOf, type ComparedStudy } from './study.ts';

export interface ComparedOutcome {
  readonly outcome: string;
  /** One entry a study; null where the outcome was not explained or could not be, with the reason. `few`: by fewer than so many cases. */
  readonly studies: readonly { readonly fit: LinearFit | null; readonly reason: string | null; readonly few?: number }[];
  readonly equality: EqualityOfCoefficients;
  /**
   * Over the terms that every study's model has; null where rows are not at hand (pairwise deletion). Classical standard errors, whatever
   * the studies' own.
   */
  readonly pooled: { readonly terms: readonly string[]; readonly models: PooledModels | PooledFailure } | null;
  /** A term each, over the studies that have it. */
  readonly metas: readonly { readonly term: string; readonly meta: MetaAnalysis }[];
  /**
   * In which units the coefficients are. A score is made anew in every study, and stretched over its own range, so coefficients of the
   * studies' own scores are in units of their own: `first` has them from every study's answers scored by the first study's rule.
   * `as-measured`: the outcome is no score.
   */
  readonly units: 'as-measured' | 'first';
  /**
   * Each study's level against the first's at equal predictors, from the model with study effects and common slopes; empty where there is
   * no such model.
   */
  readonly effects: readonly {
    readonly study: string;
    readonly estimate: number;
    readonly se: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly p: number | null;
  }[];
}

export interface ComparedRegression {
  readonly name: string;
  readonly outcomes: readonly ComparedOutcome[];
  /**
   * Outcomes that fewer than two studies could explain, with the reason where one failed; or scores that no common rule makes comparable.
   */
  readonly left: readonly { readonly outcome: string; readonly why: 'too-few' | 'own-units'; readonly reason: string | null }[];
}

/** Regressions that at least two studies have, by name, with the outcomes that at least two of them explain. */
export function comparedRegressions(studies: readonly ComparedStudy[], scores: readonly ComparedScores[]): ComparedRegression[] {
  const names = [...new Set(studies.flatMap((study) => study.results.regressions.map((one) => one.job.name)))];
  const shared = names.filter((name) => studies.filter((study) => regressionOf(study, name) !== null).length > 1);
  return shared.map((name) => {
    const outcomes = [...new Set(studies.flatMap((study) => regressionOf(study, name)?.job.outcomes ?? []))];
    // Each study's own scores are in units of their own: without a rule that all can be scored by, nothing is set side by side.
    const shared = (outcome: string): boolean =>
      studies.filter((study) => regressionOf(study, name)?.job.outcomes.includes(outcome) === true).length > 1;
    const apart = outcomes.filter(
      (outcome) => shared(outcome) && isScore(studies, outcome) && valuesByFirstRule(studies, scores, outcome) === null,
    );
    const found = outcomes.filter((outcome) => !apart.includes(outcome)).map((outcome) => comparedOutcome(studies, scores, name, outcome));
    const enough = (one: ComparedOutcome): boolean => one.studies.filter((study) => study.fit !== null).length > 1;
    return {
      name,
      outcomes: found.filter(enough),
      left: [
        ...apart.map((outcome) => ({ outcome, why: 'own-units' as const, reason: null })),
        ...found
          .filter((one) => !enough(one))
          .map((one) => ({
            outcome: one.outcome,
            why: 'too-few' as const,
            reason: one.studies.find((study) => study.reason !== null)?.reason ?? null,
          })),
      ],
    };
  });
}

function comparedOutcome(
  studies: readonly ComparedStudy[],
  scores: readonly ComparedScores[],
  name: string,
  outcome: string,
): ComparedOutcome {
  const byRule = isScore(studies, outcome) ? valuesByFirstRule(studies, scores, outcome) : null;
  const found = studies.map((study, k) => {
    const job = regressionOf(study, name);
    const own = job?.result.outcomes.find((one) => one.outcome === outcome);
    if (own === undefined || job === null) return { fit: null, reason: null };
    if (job.job.method.kind !== 'linear') return { fit: null, reason: 'only coefficients of least squares are compared' };
    // The first study's own scores are those of its rule, unless fewer items were asked everywhere.
    const { fit, reason } = byRule === null ? own : fittedWith(study.results, study.coded, study.frame, job.job, outcome, byRule[k]!);
    // Left out of all that is made of several studies, from which it could be computed.
    return fit !== null && isFewIn(study, fit.n) ? { fit: null, reason: TOO_FEW, few: leastOf(study) } : { fit, reason };
  });
  const fitted = studies.flatMap((study, k) => {
    const { fit } = found[k]!;
    return fit === null ? [] : [{ study, fit, job: regressionOf(study, name)!.job, values: byRule?.[k] ?? null }];
  });
  const coefficients = fitted.map(({ study, fit, job }): StudyCoefficients => {
    const own = coefficientsOf(study.name, fit);
    // Clustered standard errors have a covariance of their own, which a fit does not keep: only single coefficients are tested.
    return job.errors.kind === 'classical' ? own : { ...own, covariance: null };
  });
  const equality = equalityOfCoefficients(coefficients);
  const terms = [...new Set(coefficients.flatMap((one) => one.terms))].filter((term) => term !== 'intercept');
  const metas = terms.map((term) => ({
    term,
    meta: metaAnalysis(
      coefficients.flatMap((one) => {
        const at = one.terms.indexOf(term);
        const se = at < 0 ? null : one.se[at]!;
        return se === null ? [] : [{ study: one.name, estimate: one.b[at]!, se }];
      }),
    ),
  }));
  const pooled = pooledOver(fitted, outcome);
  return { outcome, studies: found, equality, pooled, metas, units: byRule === null ? 'as-measured' : 'first', effects: effectsOf(pooled) };
}

function effectsOf(pooled: ComparedOutcome['pooled']): ComparedOutcome['effects'] {
  if (pooled === null || 'problem' in pooled.models) return [];
  const { effects, studies } = pooled.models;
  return studies.slice(1).flatMap(({ name }) => {
    const found = effects.coefficients.find((one) => one.term === `study.${name}`);
    return found === undefined ? [] : [{ study: name, estimate: found.b, se: found.se, low: found.low, high: found.high, p: found.p }];
  });
}

function pooledOver(
  fitted: readonly {
    readonly study: ComparedStudy;
    readonly job: Parameters<typeof fittedRows>[3];
    readonly values: Float64Array | null;
  }[],
  outcome: string,
): ComparedOutcome['pooled'] {
  const samples = fitted.flatMap(({ study, job, values }) => {
    const rows = fittedRows(study.results, study.coded, study.frame, job, outcome, new Map(values === null ? [] : [[outcome, values]]));
    return rows === null ? [] : [{ name: study.name, ...rows }];
  });
  if (samples.length < fitted.length || samples.length < 2) return null;
  const terms = samples[0]!.terms.filter((term) => samples.every((sample) => sample.terms.includes(term)));
  if (terms.length === 0) return null;
  return {
    terms,
    models: pooledModels(
      samples.map((sample) => ({ name: sample.name, y: sample.y, x: terms.map((term) => sample.x[sample.terms.indexOf(term)]!) })),
      terms,
    ),
  };
}

/** An index or a component of one, in any of the studies. */
function isScore(studies: readonly ComparedStudy[], outcome: string): boolean {
  return studies.some((study) => indexOfScore(study.plan, outcome) !== undefined);
}
