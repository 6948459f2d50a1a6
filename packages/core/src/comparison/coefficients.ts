// The same regression in several studies: are its coefficients equal, and what do they amount to together?
import { fittedRows } from '../plan/run-regression.ts';
import { metaAnalysis, type MetaAnalysis } from '../procedures/meta/index.ts';
import { coefficientsOf, equalityOfCoefficients, type EqualityOfCoefficients, type StudyCoefficients } from '../procedures/regression/equality.ts';
import type { LinearFit } from '../procedures/regression/ols.ts';
import { pooledModels, type PooledFailure, type PooledModels } from '../procedures/regression/pooled.ts';
import type { RescaleRule } from '../plan/plan.ts';
import { regressionOf, type ComparedStudy } from './study.ts';

export interface ComparedOutcome {
  readonly outcome: string;
  /** One entry a study; null where the outcome was not explained or could not be, with the reason. */
  readonly studies: readonly { readonly fit: LinearFit | null; readonly reason: string | null }[];
  readonly equality: EqualityOfCoefficients;
  /** Over the terms that every study's model has; null where rows are not at hand (pairwise deletion). Classical standard errors, whatever the studies' own. */
  readonly pooled: { readonly terms: readonly string[]; readonly models: PooledModels | PooledFailure } | null;
  /** A term each, over the studies that have it. */
  readonly metas: readonly { readonly term: string; readonly meta: MetaAnalysis }[];
  /** The outcome is a score that every study stretches over its own range: coefficients of different studies are in different units. */
  readonly stretched: boolean;
}

export interface ComparedRegression { readonly name: string; readonly outcomes: readonly ComparedOutcome[];
  /** Outcomes that fewer than two studies could explain, with the reason where one failed. */
  readonly left: readonly { readonly outcome: string; readonly reason: string | null }[] }

/** Regressions that at least two studies have, by name, with the outcomes that at least two of them explain. */
export function comparedRegressions(studies: readonly ComparedStudy[]): ComparedRegression[] {
  const names = [...new Set(studies.flatMap((study) => study.results.regressions.map((one) => one.job.name)))];
  const shared = names.filter((name) => studies.filter((study) => regressionOf(study, name) !== null).length > 1);
  return shared.map((name) => {
    const outcomes = [...new Set(studies.flatMap((study) => regressionOf(study, name)?.job.outcomes ?? []))];
    const found = outcomes.map((outcome) => comparedOutcome(studies, name, outcome));
    const enough = (one: ComparedOutcome): boolean => one.studies.filter((study) => study.fit !== null).length > 1;
    return { name, outcomes: found.filter(enough), left: found.filter((one) => !enough(one)).map((one) => ({ outcome: one.outcome, reason: one.studies.find((study) => study.reason !== null)?.reason ?? null })) };
  });
}

function comparedOutcome(studies: readonly ComparedStudy[], name: string, outcome: string): ComparedOutcome {
  const found = studies.map((study) => {
    const own = regressionOf(study, name)?.result.outcomes.find((one) => one.outcome === outcome);
    return { fit: own?.fit ?? null, reason: own === undefined ? null : own.reason };
  });
  const fitted = studies.flatMap((study, k) => {
    const { fit } = found[k]!;
    return fit === null ? [] : [{ study, fit, job: regressionOf(study, name)!.job }];
  });
  const coefficients = fitted.map(({ study, fit, job }): StudyCoefficients => {
    const own = coefficientsOf(study.name, fit);
    // Clustered standard errors have a covariance of their own, which a fit does not keep: only single coefficients are tested.
    return job.errors.kind === 'classical' ? own : { ...own, covariance: null };
  });
  const equality = equalityOfCoefficients(coefficients);
  const terms = [...new Set(coefficients.flatMap((one) => one.terms))].filter((term) => term !== 'intercept');
  const metas = terms.map((term) => ({ term, meta: metaAnalysis(coefficients.flatMap((one) => {
    const at = one.terms.indexOf(term);
    const se = at < 0 ? null : one.se[at]!;
    return se === null ? [] : [{ study: one.name, estimate: one.b[at]!, se }];
  })) }));
  return { outcome, studies: found, equality, pooled: pooledOver(fitted, outcome), metas, stretched: isStretched(studies, outcome) };
}

function pooledOver(fitted: readonly { readonly study: ComparedStudy; readonly job: Parameters<typeof fittedRows>[3] }[], outcome: string): ComparedOutcome['pooled'] {
  const samples = fitted.flatMap(({ study, job }) => {
    const rows = fittedRows(study.results, study.coded, study.frame, job, outcome);
    return rows === null ? [] : [{ name: study.name, ...rows }];
  });
  if (samples.length < fitted.length || samples.length < 2) return null;
  const terms = samples[0]!.terms.filter((term) => samples.every((sample) => sample.terms.includes(term)));
  if (terms.length === 0) return null;
  return { terms, models: pooledModels(samples.map((sample) => ({ name: sample.name, y: sample.y, x: terms.map((term) => sample.x[sample.terms.indexOf(term)]!) })), terms) };
}

const STRETCHES: readonly RescaleRule['kind'][] = ['range', 'components', 't'];

function isStretched(studies: readonly ComparedStudy[], outcome: string): boolean {
  return studies.some((study) => study.results.indices.some(({ job }) => (job.name === outcome || job.components.some((component) => component.name === outcome)) && STRETCHES.includes(job.rescale.kind)));
}
