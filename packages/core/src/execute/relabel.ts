// Results without the plan they belong to, and with it again: labels and titles are no numbers, so an editor keeps numbers while labels
// change, and a worker need not send back the plan it was sent.
import type { LinearFit } from '../procedures/regression/ols.ts';
import type { DeprivationResult } from '../methods/deprivation/run.ts';
import type { MediationResult } from '../methods/mediation/run.ts';
import type { MeasurementResult } from '../methods/measurement/run.ts';
import type { Plan } from '../methods/plan.ts';
import type {
  CheckedClaim,
  CheckedFigure,
  CompareResult,
  CompositeResult,
  CorrelateResult,
  GroupResult,
  HypothesisResult,
  IndexResult,
  PublishedResult,
  RegressionResult,
  StudyResults,
  VariableResult,
} from '../methods/results.ts';

export interface BareResults
  extends Omit<
    StudyResults,
    | 'plan'
    | 'variables'
    | 'groups'
    | 'indices'
    | 'composites'
    | 'comparisons'
    | 'correlations'
    | 'regressions'
    | 'measurements'
    | 'mediations'
    | 'deprivations'
    | 'published'
    | 'hypotheses'
  > {
  readonly variables: readonly Omit<VariableResult, 'variable'>[];
  readonly groups: readonly Omit<GroupResult, 'group'>[];
  readonly indices: readonly (Omit<IndexResult, 'job'> & { readonly name: string })[];
  readonly composites: readonly (Omit<CompositeResult, 'job'> & { readonly name: string })[];
  readonly comparisons: readonly {
    readonly name: string;
    readonly others: CompareResult['others'];
    readonly cells: readonly (Omit<CompareResult['cells'][number], 'category'> & { readonly category: string })[];
  }[];
  readonly correlations: readonly (Omit<CorrelateResult, 'job'> & { readonly name: string })[];
  readonly regressions: readonly (Omit<RegressionResult, 'job'> & { readonly name: string })[];
  readonly measurements: readonly (Omit<MeasurementResult, 'job'> & { readonly name: string })[];
  readonly mediations: readonly (Omit<MediationResult, 'job'> & { readonly name: string })[];
  readonly deprivations: readonly (Omit<DeprivationResult, 'job'> & { readonly name: string })[];
  readonly published: readonly { readonly figures: readonly Omit<CheckedFigure, 'figure'>[] }[];
  readonly hypotheses: readonly (Pick<HypothesisResult, 'verdict'> & { readonly claims: readonly Omit<CheckedClaim, 'claim'>[] })[];
}

/** The same fit, without a number a case: the same object again, so that what did not change is seen to be the same. */
function withoutResiduals<T extends LinearFit | null>(fit: T): T {
  if (fit === null) return fit;
  const known = bare.get(fit) ?? { ...fit, residuals: new Float64Array(0) };
  bare.set(fit, known);
  return known as T;
}
const bare = new WeakMap<LinearFit, LinearFit>();

/** Leaves out the plan and the scores and residuals of single respondents. */
export function withoutPlan(results: StudyResults): BareResults {
  const { sample, quantities, dataProblems, problems } = results;
  return {
    sample,
    quantities,
    dataProblems,
    problems,
    variables: results.variables.map(({ variable: _variable, ...one }) => one),
    groups: results.groups.map(({ group: _group, ...one }) => one),
    indices: results.indices.map(({ job, ...one }) => ({ ...one, name: job.name, scores: new Map() })),
    composites: results.composites.map(({ job, ...one }) => ({ ...one, name: job.name, scores: new Map() })),
    comparisons: results.comparisons.map(({ job, others, cells }) => ({
      name: job.name,
      others,
      cells: cells.map((cell) => ({ ...cell, category: cell.category.name })),
    })),
    correlations: results.correlations.map(({ job, ...one }) => ({ ...one, name: job.name })),
    regressions: results.regressions.map(({ job, outcomes, ...one }) => ({
      ...one,
      outcomes: outcomes.map((outcome) => ({ ...outcome, fit: withoutResiduals(outcome.fit) })),
      name: job.name,
    })),
    measurements: results.measurements.map(({ job, fit, ...one }) => ({ ...one, fit: withoutScores(fit), name: job.name })),
    mediations: results.mediations.map(({ job, ...one }) => ({ ...one, name: job.name })),
    deprivations: results.deprivations.map(({ job, ...one }) => ({ ...one, name: job.name })),
    published: results.published.map(({ figures }) => ({ figures: figures.map(({ figure: _figure, ...one }) => one) })),
    hypotheses: results.hypotheses.map(({ verdict, claims }) => ({ verdict, claims: claims.map(({ claim: _claim, ...one }) => one) })),
  };
}

/** Scores are of single respondents. */
function withoutScores(fit: MeasurementResult['fit']): MeasurementResult['fit'] {
  return fit === null ? null : { ...fit, scores: null };
}

/** Null when the plan is not one that differs from the results' own in labels, titles and the report's wishes only. */
export function withPlan(bare: BareResults, plan: Plan): StudyResults | null {
  const jobs = new Map(plan.jobs.map((job) => [job.name, job]));
  const variables = new Map(plan.variables.map((variable) => [variable.name, variable]));
  const same =
    bare.variables.length === plan.variables.length &&
    bare.groups.length === plan.groups.length &&
    bare.published.length === plan.published.length &&
    bare.hypotheses.length === plan.hypotheses.length &&
    bare.published.every(({ figures }, at) => figures.length === plan.published[at]!.figures.length) &&
    bare.hypotheses.every(({ claims }, at) => claims.length === plan.hypotheses[at]!.claims.length);
  if (!same) return null;
  const indices: IndexResult[] = [];
  for (const { name, ...one } of bare.indices) {
    const job = jobs.get(name);
    if (job?.kind !== 'index') return null;
    indices.push({ ...one, job });
  }
  const composites: CompositeResult[] = [];
  for (const { name, ...one } of bare.composites) {
    const job = jobs.get(name);
    if (job?.kind !== 'composite') return null;
    composites.push({ ...one, job });
  }
  const comparisons: CompareResult[] = [];
  for (const { name, others, cells } of bare.comparisons) {
    const job = jobs.get(name);
    if (job?.kind !== 'compare') return null;
    const placed: CompareResult['cells'][number][] = [];
    for (const cell of cells) {
      const category = variables.get(cell.category);
      if (category?.kind !== 'category') return null;
      placed.push({ ...cell, category });
    }
    comparisons.push({ job, others, cells: placed });
  }
  const correlations: CorrelateResult[] = [];
  for (const { name, ...one } of bare.correlations) {
    const job = jobs.get(name);
    if (job?.kind !== 'correlate') return null;
    correlations.push({ ...one, job });
  }
  const regressions: RegressionResult[] = [];
  for (const { name, ...one } of bare.regressions) {
    const job = jobs.get(name);
    if (job?.kind !== 'regression') return null;
    regressions.push({ ...one, job });
  }
  const measurements: MeasurementResult[] = [];
  for (const { name, ...one } of bare.measurements) {
    const job = jobs.get(name);
    if (job?.kind !== 'measurement') return null;
    measurements.push({ ...one, job });
  }
  const mediations: MediationResult[] = [];
  for (const { name, ...one } of bare.mediations) {
    const job = jobs.get(name);
    if (job?.kind !== 'mediation') return null;
    mediations.push({ ...one, job });
  }
  const deprivations: DeprivationResult[] = [];
  for (const { name, ...one } of bare.deprivations) {
    const job = jobs.get(name);
    if (job?.kind !== 'deprivation') return null;
    deprivations.push({ ...one, job });
  }
  return {
    ...bare,
    plan,
    indices,
    composites,
    comparisons,
    correlations,
    regressions,
    measurements,
    mediations,
    deprivations,
    variables: bare.variables.map((one, at) => ({ ...one, variable: plan.variables[at]! })),
    groups: bare.groups.map((one, at) => ({ ...one, group: plan.groups[at]! })),
    published: bare.published.map(
      ({ figures }, at): PublishedResult => ({
        plan: plan.published[at]!,
        figures: figures.map((one, place) => checked(one, plan.published[at]!.figures[place]!)),
      }),
    ),
    hypotheses: bare.hypotheses.map(
      ({ verdict, claims }, at): HypothesisResult => ({
        plan: plan.hypotheses[at]!,
        verdict,
        claims: claims.map((one, place) => ({ ...one, claim: plan.hypotheses[at]!.claims[place]! })),
      }),
    ),
  };
}

const figures = new WeakMap<Omit<CheckedFigure, 'figure'>, CheckedFigure>();

/** A paper prints hundreds of figures, and an edit leaves almost all of them alone. */
function checked(bare: Omit<CheckedFigure, 'figure'>, figure: CheckedFigure['figure']): CheckedFigure {
  const before = figures.get(bare);
  if (before?.figure === figure) return before;
  const one: CheckedFigure = { ...bare, figure };
  figures.set(bare, one);
  return one;
}

const WORDS: ReadonlySet<string> = new Set(['label', 'title', 'source', 'report']);
/** The report's wish that says which numbers there are. */
const KEPT = ['cells'] as const;
/** Of points and levels a label may be what stands in the file, so that another one is another answer. */
const ANSWERS: ReadonlySet<string> = new Set(['scale', 'askedOn', 'levels']);

/**
 * Whether two plans (or parts of plans) ask for the same numbers: they differ, if at all, in labels, titles, the source and the report's
 * wishes.
 */
export function sameNumbers(a: unknown, b: unknown, words: ReadonlySet<string> = WORDS): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, at) => sameNumbers(one, b[at], words));
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(first);
  return (
    keys.length === Object.keys(second).length &&
    keys.every(
      (key) =>
        (words.has(key) && (key !== 'report' || KEPT.every((one) => Object.is(part(first, one), part(second, one))))) ||
        (Object.hasOwn(second, key) && sameNumbers(first[key], second[key], ANSWERS.has(key) ? NONE : words)),
    )
  );
}

const NONE: ReadonlySet<string> = new Set();
const part = (plan: Record<string, unknown>, name: string): unknown =>
  (plan['report'] as Record<string, unknown> | null | undefined)?.[name];
