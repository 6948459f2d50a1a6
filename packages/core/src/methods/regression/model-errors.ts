// Which standard errors go with maximum likelihood, and how: by the cases' scores. Those of least squares are errors.ts'.
import type { Codes } from '../../counts/points.ts';
import { clusterSandwich, leveragesOf, scoreSandwich, caseScores, type IndexFit } from '../../procedures/outcomes/index.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import type { Errors } from './errors.ts';
import type { ModelKind } from './method.ts';

type Kind = Errors['kind'];
type ByLikelihood = (fit: IndexFit, groups: Codes | null) => { readonly covariance: Matrix; readonly clusters?: number } | string;

const robust =
  (kind: 'hc0' | 'hc1' | 'hc2' | 'hc3' | 'hc4' | 'hc4m'): ByLikelihood =>
  (fit) => {
    const covariance = scoreSandwich(fit, kind, kind === 'hc0' || kind === 'hc1' ? null : leveragesOf(fit));
    return covariance === null ? `a case determines a coefficient by itself, so ${kind} is not defined` : { covariance };
  };

/** By the kinds that make sense under a likelihood: bootstrap and few-cluster corrections are of least squares. */
const estimators: Readonly<Partial<Record<Kind, ByLikelihood>>> = {
  classical: ({ covariance }) => ({ covariance }),
  cluster: (fit, groups) =>
    groups === null
      ? 'there is no such column'
      : (clusterSandwich(fit.covariance, caseScores(fit), groups) ?? 'the cases are all of one cluster'),
  hc0: robust('hc0'),
  hc1: robust('hc1'),
  hc2: robust('hc2'),
  hc3: robust('hc3'),
  hc4: robust('hc4'),
  hc4m: robust('hc4m'),
};

/** Leverages, which hc2 and on correct for, are of models with one linear index. */
const one: readonly Kind[] = ['classical', 'cluster', 'hc0', 'hc1', 'hc2', 'hc3', 'hc4', 'hc4m'];
const several: readonly Kind[] = ['classical', 'cluster', 'hc0', 'hc1'];
const byMethod: Readonly<Record<ModelKind, readonly Kind[]>> = {
  logit: one,
  probit: one,
  poisson: one,
  ordered: several,
  multinomial: several,
  tobit: several,
  tobitFrom: several,
  tobitTo: several,
  mixed: ['classical'],
};

export const errorsOfMethod = (kind: ModelKind, firth: boolean): readonly Kind[] => (firth ? ['classical'] : byMethod[kind]);

export function likelihoodErrors(fit: IndexFit, kind: Kind, groups: Codes | null): ReturnType<ByLikelihood> {
  const estimator = estimators[kind];
  return estimator === undefined ? `errors ${kind} are not defined under maximum likelihood` : estimator(fit, groups);
}
