// Executes a plan on coded answers, when something is asked for. The order in which everything stands: the sample, variables, groups, both
// by level, indices (whose scores the rest may use), comparisons, regressions, claims.
import { conditionVariables } from '../data/condition.ts';
import type { CodedStudy } from '../data/coding.ts';
import type { Frame } from '../data/frame.ts';
import { sampleQuantities } from '../methods/describe/quantities.ts';
import { quantitiesUnder } from '../contract/declared-quantity.ts';
import type { QuantitySource } from '../contract/quantity.ts';
import { once } from '../numerics/once.ts';
import { fewClusters, raise, type Problem } from '../problems/catalogue.ts';
import { collector } from '../methods/collector.ts';
import { groupByLevel, variableByLevel } from '../methods/score/by-level.ts';
import { boundedMemo, type Memo } from '../memo/memo.ts';
import { costOf } from './cost.ts';
import { allOf, askedOf, counted, piece, type CountedPiece, type Piece } from './pieces.ts';
import type { CompareJob } from '../methods/compare/job.ts';
import type { CorrelateJob } from '../methods/correlate/job.ts';
import type { MediationJob } from '../methods/mediation/job.ts';
import { scoreNames, type Plan } from '../methods/plan.ts';
import type { RegressionJob } from '../methods/regression/job.ts';
import { errorsOfMethod } from '../methods/regression/model-errors.ts';
import type { Execution, StudyResults } from '../methods/results.ts';
import { runHypotheses, runPublished } from '../methods/claims/run.ts';
import { sampleDesignQuantities } from '../methods/design/quantities.ts';
import { studyDesignOf } from '../methods/design/study-design.ts';
import { runCompare } from '../methods/compare/run.ts';
import { runComposite } from '../methods/composite/run.ts';
import { runCorrelate } from '../methods/correlate/run.ts';
import { runChoices } from '../methods/describe/choices.ts';
import { runGroup, runVariable } from '../methods/describe/run.ts';
import { runIndex } from '../methods/index/run.ts';
import { runQuantity } from '../methods/quantity/run.ts';
import { runMeasurement } from '../methods/measurement/run.ts';
import { runDeprivation } from '../methods/deprivation/run.ts';
import { runMediation } from '../methods/mediation/run.ts';
import { runRegression } from '../methods/regression/run.ts';
import { gridOf, restingOnGrids } from './grid.ts';
import { clusterOf, stateOf, type State } from '../methods/state.ts';
import { withScores } from '../methods/score/with-scores.ts';

/**
 * Results depend only on plan and data, not on the order in which they are read. Nothing throws on bad data: problems are in the results,
 * and values null with reasons. With a `memo` that is kept from call to call, only what depends on a change is computed again, if the
 * unchanged columns of `coded` are the same objects: code with the same memo.
 */
export function execute(plan: Plan, answers: CodedStudy, frame: Frame, memo: Memo = boundedMemo()): Execution {
  return executing(plan, answers, frame, memo, false);
}

/** `later`: grids of specifications are left to whoever asks for them. */
function executing(plan: Plan, answers: CodedStudy, frame: Frame, memo: Memo, later: boolean): Execution {
  const design = studyDesignOf(plan, answers, frame, memo);
  const { coded, problems: late, failed } = withScores(plan, answers, frame, memo, design);
  const state = stateOf(plan, coded, frame, collector(), memo, design);
  for (const [name, reason] of failed) state.failed.set(name, reason);
  const jobs = <K extends 'index' | 'composite' | 'compare' | 'correlate' | 'regression' | 'measurement' | 'mediation' | 'deprivation'>(
    kind: K,
  ) => plan.jobs.filter((job): job is Extract<Plan['jobs'][number], { kind: K }> => job.kind === kind);

  const kept = coded.dataProblems.filter((problem) => problem.kept).length;
  const sample = piece(state, ['sample'], (own) => {
    quantitiesUnder(
      [],
      sampleQuantities,
      {
        rows: coded.rows,
        unusable: coded.rowless?.unusable ?? coded.dataProblems.length - kept,
        kept: coded.rowless?.kept ?? kept,
        flow: frame.flow ?? { rows: coded.rows, rules: [] },
        reason: '',
      },
      own.quantities.set,
    );
    if (design === null) return;
    quantitiesUnder([], sampleDesignQuantities, { design, reason: 'no row has a weight' }, own.quantities.set);
    own.problems.push(...design.problems);
  });
  const variables = plan.variables.map((variable) => piece(state, [variable.name], (own) => runVariable(own, variable)));
  const lists = plan.groups.filter((group) => group.kind !== 'choices');
  const choices = plan.groups
    .filter((group) => group.kind === 'choices')
    .map((group) => piece(state, [group.name, ...group.members], (own) => runChoices(own, group)));
  const groups = lists.map((group) => piece(state, [group.name, ...group.members], (own) => runGroup(own, group)));
  const levels = [
    ...plan.variables.flatMap((variable) =>
      variable.kind === 'category'
        ? []
        : [
            piece(state, [variable.name], (own) => {
              variableByLevel(own, variable);
            }),
          ],
    ),
    ...lists.map((group) =>
      piece(state, [group.name], (own) => {
        groupByLevel(own, group);
      }),
    ),
  ];
  /** What follows reads scores by name: those of an index are there once it was run. */
  const scored = (names: readonly string[]): void => {
    for (const one of [...indices, ...composites]) if (one.names.some((name) => names.includes(name))) one.own.run();
  };
  const indices = jobs('index').map((job) => ({
    names: scoreNames(job),
    own: piece(state, scoreNames(job), (own) => {
      scored(job.items);
      return runIndex(own, job);
    }),
  }));
  // Of other indices, through however many: there is no circle, the language refuses it.
  const composites = jobs('composite').map((job) => ({
    names: scoreNames(job),
    own: piece(state, [job.name], (own) => {
      scored(job.members);
      return runComposite(own, job);
    }),
  }));
  const comparisons = jobs('compare').map((job) =>
    piece(state, [job.name], (own) => {
      scored(readBy(job));
      return runCompare(own, job);
    }),
  );
  const correlations = jobs('correlate').map((job) =>
    piece(state, [job.name], (own) => {
      scored(readBy(job));
      return runCorrelate(own, job);
    }),
  );
  const regressions = jobs('regression').map((job) =>
    piece(state, [job.name], (own) => {
      scored(readBy(job));
      return runRegression(own, job);
    }),
  );
  const measurements = jobs('measurement').map((job) =>
    piece(state, [job.name], (own) => {
      scored(job.where === null ? [] : conditionVariables(job.where));
      return runMeasurement(own, job);
    }),
  );
  const mediations = jobs('mediation').map((job) =>
    piece(state, [job.name], (own) => {
      scored(readBy(job));
      return runMediation(own, job);
    }),
  );
  const deprivations = jobs('deprivation').map((job) =>
    piece(state, [job.name], (own) => {
      scored(job.where === null ? [] : conditionVariables(job.where));
      return runDeprivation(own, job);
    }),
  );
  const clusters = piece(state, [], (own) => {
    warnOfClusters(own, jobs('regression').filter(couldBeClustered).length);
  });
  const computed: readonly Piece<unknown>[] = [
    sample,
    ...variables,
    ...groups,
    ...choices,
    ...levels,
    ...indices.map((one) => one.own),
    ...composites.map((one) => one.own),
    ...comparisons,
    ...correlations,
    ...regressions,
    ...measurements,
    ...mediations,
    ...deprivations,
  ];
  // Made of numbers of the pieces before, and of each other: `asked` holds them all by the time that one is read.
  const made: readonly Piece<unknown>[] = (plan.quantities ?? []).map((one) =>
    piece(state, [one.name], (own) => {
      own.quantities.set(runQuantity(one, asked));
    }),
  );
  const grids = (plan.robustness ?? []).map((one) =>
    piece(state, [one.name], (own) =>
      gridOf(own, one, (changed, kept) => {
        const { robustness: _robustness, ...rest } = plan;
        return execute({ ...rest, jobs: plan.jobs.map(changed) }, answers, frame, kept).asked;
      }),
    ),
  );
  const numbers = [...computed, ...made];
  // Neither a list of problems nor an editor has a grid computed: only who reads one of its numbers, or the report.
  const asked: QuantitySource = askedOf(later ? numbers : [...numbers, ...grids]);
  const unasked: ReadonlySet<string> = later ? restingOnGrids(plan) : new Set();
  const published = piece(state, [], (own) => runPublished({ plan, quantities: asked, problems: own.problems, unasked }));
  const hypotheses = piece(state, [], (own) => runHypotheses({ plan, quantities: asked, problems: own.problems, unasked }));
  // Counts and means by level raise nothing, and a long study has a million of them.
  const silent: ReadonlySet<Piece<unknown>> = new Set(levels);
  const raising = [...numbers.filter((one) => !silent.has(one)), clusters, published, hypotheses];
  const costing = (own: readonly Piece<unknown>[], of: readonly Parameters<typeof costOf>[0][]): CountedPiece[] =>
    own.map((one, at) => ({ kind: of[at]!.kind, name: of[at]!.name, cost: costOf(of[at]!, coded.rows), piece: one }));
  const named = <K extends CountedPiece['kind']>(kind: K, name: string) => ({ kind, name });
  counted([
    ...costing([sample, published], [named('sample', ''), named('published', '')]),
    ...costing(
      variables,
      plan.variables.map(({ name }) => named('variable', name)),
    ),
    ...costing(
      groups,
      lists.map(({ name, members }) => ({ kind: 'group' as const, name, members })),
    ),
    ...costing(
      indices.map((one) => one.own),
      jobs('index'),
    ),
    ...costing(
      composites.map((one) => one.own),
      jobs('composite'),
    ),
    ...costing(comparisons, jobs('compare')),
    ...costing(correlations, jobs('correlate')),
    ...costing(regressions, jobs('regression')),
    ...costing(measurements, jobs('measurement')),
    ...costing(mediations, jobs('mediation')),
    ...costing(deprivations, jobs('deprivation')),
  ]);
  const quantities = once(() => allOf(later ? numbers : [...numbers, ...grids]));
  const problems = once((): readonly Problem[] => [...late, ...raising.flatMap((one) => one.run().problems)]);
  const resultsOf = <T>(of: readonly Piece<T>[]): (() => readonly T[]) => once(() => of.map((one) => one.run().result));
  const results = {
    variables: resultsOf(variables),
    groups: resultsOf(groups),
    indices: resultsOf(indices.map((one) => one.own)),
    composites: resultsOf(composites.map((one) => one.own)),
    comparisons: resultsOf(comparisons),
    correlations: resultsOf(correlations),
    regressions: resultsOf(regressions),
    measurements: resultsOf(measurements),
    mediations: resultsOf(mediations),
    deprivations: resultsOf(deprivations),
    robustness: resultsOf(grids),
  };
  const execution: Execution = {
    plan,
    sample: coded.rows,
    dataProblems: coded.dataProblems,
    ...(coded.rowless === undefined ? {} : { unusableElsewhere: coded.rowless.unusable + coded.rowless.kept }),
    asked,
    only: (names) => {
      const within = <T extends { readonly heads: readonly string[] }>(all: readonly T[]): readonly T[] =>
        all.filter((one) => one.heads.some((head) => names.includes(head)));
      // As the whole execution, with getters: nothing is read here.
      return Object.defineProperties(Object.create(execution) as Execution, {
        indices: { get: resultsOf(within(indices.map((one) => one.own))) },
        composites: { get: resultsOf(within(composites.map((one) => one.own))) },
        comparisons: { get: resultsOf(within(comparisons)) },
        correlations: { get: resultsOf(within(correlations)) },
        regressions: { get: resultsOf(within(regressions)) },
        robustness: { get: resultsOf(within(grids)) },
        measurements: { get: resultsOf(within(measurements)) },
        mediations: { get: resultsOf(within(mediations)) },
        deprivations: { get: resultsOf(within(deprivations)) },
        quantities: { get: once(() => allOf(within([...numbers, ...grids]))) },
      });
    },
    raised: () => [...late, ...raising.flatMap((one) => one.found()?.problems ?? [])],
    get variables() {
      return results.variables();
    },
    get groups() {
      return results.groups();
    },
    get indices() {
      return results.indices();
    },
    get composites() {
      return results.composites();
    },
    get comparisons() {
      return results.comparisons();
    },
    get correlations() {
      return results.correlations();
    },
    get regressions() {
      return results.regressions();
    },
    get robustness() {
      return later ? [] : results.robustness();
    },
    get measurements() {
      return results.measurements();
    },
    get mediations() {
      return results.mediations();
    },
    get deprivations() {
      return results.deprivations();
    },
    get published() {
      return published.run().result;
    },
    get hypotheses() {
      return hypotheses.run().result;
    },
    get quantities() {
      return quantities();
    },
    get problems() {
      return problems();
    },
  };
  return execution;
}

/**
 * All of it at once, as plain values, but for grids of specifications. Of the numbers by level those only that the study itself reads:
 * there are as many as variables times levels, which an editor neither shows nor passes from thread to thread at every key.
 */
export const executeRead = (plan: Plan, answers: CodedStudy, frame: Frame, memo: Memo = boundedMemo()): StudyResults =>
  readOf(executeLater(plan, answers, frame, memo));

/** Grids of specifications are left to whoever asks for them. */
export const executeLater = (plan: Plan, answers: CodedStudy, frame: Frame, memo: Memo): Execution =>
  executing(plan, answers, frame, memo, true);

export function readOf(execution: Execution): StudyResults {
  const { asked: _asked, raised: _raised, only: _only, quantities, ...results } = execution;
  return { ...results, quantities: quantities.made() };
}

/** Every name whose values a comparison, a table of correlations, a regression or a mediation may read. */
function readBy(job: CompareJob | CorrelateJob | RegressionJob | MediationJob): readonly string[] {
  const where = job.where === null ? [] : conditionVariables(job.where);
  if (job.kind === 'correlate') return [...job.variables, ...job.controls, ...where];
  if (job.kind === 'mediation') {
    const held = job.covariates.flatMap((entry) => entry.term);
    return [job.outcome, job.predictor, ...job.mediators.map((one) => one.name), ...held, ...where];
  }
  return [
    ...job.outcomes,
    ...where,
    ...(job.kind === 'compare' ? [...job.by, ...(job.adjust ?? []), ...(job.with ?? [])] : job.terms.flatMap((entry) => entry.term)),
  ];
}

/** Respondents of one site are alike: with a `cluster` column and classical standard errors, say so. */
/** Standard errors are classical, and the method has clustered ones: groups of a mixed model are its own way to allow for them. */
const couldBeClustered = ({ errors, method }: RegressionJob): boolean =>
  errors.kind === 'classical' &&
  (method.kind === 'linear' || errorsOfMethod(method.kind, method.kind === 'logit' && method.firth).includes('cluster'));

function warnOfClusters(state: State, regressions: number): void {
  const cluster = state.plan.data?.cluster;
  if (cluster === undefined || regressions === 0) return;
  const groups = clusterOf(state, cluster);
  if (groups === null) return;
  const seen = new Set<number>();
  for (let row = 0; row < groups.length; row++) if (groups[row]! >= 0) seen.add(groups[row]!);
  const clusters = seen.size;
  state.problems.push(raise(fewClusters, { column: cluster, clusters }, { at: 'data/cluster' }));
}
