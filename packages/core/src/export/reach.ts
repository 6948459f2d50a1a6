// What each target writes of what an author can choose. A choice that is not listed is said in the script at its place: "not in this
// script". So a new option is said before anybody writes code for it.
import type { CompareJob } from '../methods/compare/job.ts';
import type { CompositeJob, MemberWeight } from '../methods/composite/job.ts';
import type { CorrelateJob } from '../methods/correlate/job.ts';
import type { IndexJob } from '../methods/index/job.ts';
import type { Job, Plan } from '../methods/plan.ts';
import type { RegressionJob } from '../methods/regression/job.ts';

export type Target = 'r' | 'spss' | 'stata';

/** By kind of job and clause: the choices that are written, by their kinds in the plan. */
type Reach = Readonly<Record<'index' | 'composite' | 'compare' | 'correlate' | 'regression', Readonly<Record<string, readonly string[]>>>>;

const reachOf: Readonly<Record<Target, Reach>> = {
  r: {
    index: {
      missing: ['listwise', 'pairwise', 'mean'],
      correlations: ['pearson'],
      extract: ['components'],
      keep: ['fixed', 'eigenvalue', 'variance'],
      rotate: ['varimax', 'quartimax', 'equamax', 'none'],
      weight: ['explained', 'equal', 'given'],
      rescale: ['range', 'components', 'none', 't'],
      goalposts: ['observed', 'range'],
    },
    composite: {
      score: ['mean', 'sum', 'members'],
      normalize: ['range', 'scale', 'z', 'rank', 'none'],
      weight: ['equal', 'given', 'entropy', 'critic', 'cv', 'ahp'],
      aggregate: ['arithmetic', 'geometric'],
      rescale: ['range', 'none', 't'],
      goalposts: ['observed', 'scale', 'range'],
    },
    compare: { missing: ['pairwise', 'listwise'], post_hoc: ['tukey', 'games_howell', 'bonferroni', 'sidak', 'holm'] },
    correlate: { method: ['pearson', 'spearman', 'kendall'], missing: ['listwise', 'pairwise'] },
    regression: {
      missing: ['listwise', 'pairwise', 'mean'],
      method: ['linear', 'logit'],
      errors: ['classical', 'cluster', 'hc0', 'hc1', 'hc2', 'hc3', 'hc4', 'hc4m'],
    },
  },
  spss: {
    index: {
      missing: ['listwise', 'mean'],
      correlations: ['pearson'],
      extract: ['components'],
      keep: ['fixed'],
      rotate: ['varimax'],
      weight: ['explained', 'equal', 'given'],
      rescale: ['range', 'none', 't'],
      goalposts: ['observed', 'range'],
    },
    composite: {
      score: ['mean', 'sum'],
      normalize: ['none'],
      weight: ['equal'],
      aggregate: ['arithmetic'],
      rescale: ['range', 'none'],
      goalposts: ['observed', 'scale', 'range'],
    },
    compare: { missing: ['pairwise', 'listwise'], post_hoc: ['tukey', 'games_howell', 'bonferroni', 'sidak'] },
    correlate: { method: ['pearson'], missing: ['listwise', 'pairwise'] },
    regression: { missing: ['listwise', 'mean'], method: ['linear'], errors: ['classical'] },
  },
  // Of Stata 16 what its manuals say beyond doubt: nobody here has one to run.
  stata: {
    index: {
      missing: ['listwise', 'mean'],
      correlations: ['pearson'],
      extract: ['components'],
      keep: ['fixed'],
      rotate: ['varimax', 'none'],
      weight: ['explained', 'equal', 'given'],
      rescale: ['range', 'none', 't'],
      goalposts: ['observed', 'range'],
    },
    composite: {
      score: ['mean', 'sum'],
      normalize: ['none'],
      weight: ['equal'],
      aggregate: ['arithmetic'],
      rescale: ['range', 'none'],
      goalposts: ['observed', 'scale', 'range'],
    },
    compare: { missing: ['pairwise', 'listwise'], post_hoc: ['tukey', 'bonferroni', 'sidak'] },
    correlate: { method: ['pearson', 'spearman', 'kendall'], missing: ['listwise', 'pairwise'] },
    regression: {
      missing: ['listwise', 'mean'],
      method: ['linear', 'logit'],
      errors: ['classical', 'cluster', 'hc1', 'hc2', 'hc3'],
    },
  },
};

type Written = 'index' | 'composite' | 'compare' | 'correlate' | 'regression';
/** What an author chose, clause by clause, by its kind in the plan. */
const chosen: {
  readonly [K in Written]: (job: Extract<Job, { readonly kind: K }>) => readonly (readonly [clause: string, kind: string])[];
} = {
  index: (job: IndexJob) => [
    ['missing', job.missing],
    ['correlations', job.correlations.kind],
    ['extract', job.extract.kind],
    ['keep', job.keep.kind],
    ['rotate', job.rotate.kind],
    ['weight', job.weight.kind],
    ['rescale', job.rescale.kind],
    ['goalposts', job.goalposts.kind],
  ],
  composite: (job: CompositeJob) => [
    ['score', job.score],
    ['normalize', job.normalize],
    ...(job.score === 'members' ? weightsIn(job.weight).map((kind): [string, string] => ['weight', kind]) : []),
    ['aggregate', job.aggregate],
    ['rescale', job.rescale.kind],
    ['goalposts', job.goalposts.kind],
  ],
  compare: (job: CompareJob) => [
    ['missing', job.missing],
    ['post_hoc', job.postHoc],
    ...(job.factors === undefined ? [] : [['by', '*'] as const]),
    ...(job.adjust === undefined ? [] : [['adjust', job.adjust.join(', ')] as const]),
    ...(job.with === undefined ? [] : [['with', job.with.join(', ')] as const]),
    ...(job.against === undefined ? [] : [['against', String(job.against)] as const]),
  ],
  correlate: (job: CorrelateJob) => [
    ['method', job.method],
    ['missing', job.missing],
    ...(job.controls.length === 0 ? [] : [['control', job.controls.join(', ')] as const]),
  ],
  regression: (job: RegressionJob) => [
    ['missing', job.missing],
    ['method', job.method.kind],
    ['errors', job.errors.kind],
    ...(job.random.length === 0 ? [] : [['random', job.random.join(', ')] as const]),
    ...(job.center === undefined ? [] : [['center', job.center.join(', ')] as const]),
    ...(job.slopes === undefined ? [] : [['slopes', ''] as const]),
  ],
};

const isWritten = (job: Job): job is Extract<Job, { readonly kind: Written }> => Object.hasOwn(chosen, job.kind);

const weightsIn = (weight: MemberWeight): readonly string[] =>
  weight.kind === 'both' ? weight.parts.map(({ kind }) => kind) : [weight.kind];

export type NotWritten =
  | { readonly why: 'kind'; readonly kind: string }
  | { readonly why: 'design' }
  | { readonly why: 'clause'; readonly clause: string };

/** Why a target does not write a job; null: it does. */
export function notWritten(target: Target, job: Job, plan: Plan): NotWritten | null {
  if (!isWritten(job)) return { why: 'kind', kind: job.kind };
  const design = plan.data?.design;
  if (design !== undefined && job.unweighted !== true) return { why: 'design' };
  const reach: Readonly<Record<string, readonly string[]>> = reachOf[target][job.kind];
  const clauses = (chosen[job.kind] as (one: Job) => readonly (readonly [string, string])[])(job);
  const missed = clauses.find(([clause, kind]) => !(reach[clause] ?? []).includes(kind));
  return missed === undefined ? null : { why: 'clause', clause: `${missed[0]} ${missed[1]}`.trim() };
}
