// Executes a plan on coded answers. Order: what is computed from scores, descriptions, indices (whose scores the rest may use), comparisons, regressions, claims.
import type { CodedStudy } from '../data/coding.ts';
import type { Frame } from '../data/frame.ts';
import { sampleQuantities } from '../methods/describe/quantities.ts';
import { quantitiesUnder } from '../methods/quantity.ts';
import { fewClusters, raise } from '../problems/catalogue.ts';
import { collector } from './addresses.ts';
import { runByLevel } from './by-level.ts';
import { boundedMemo, idOf, type Memo } from './memo.ts';
import type { Plan } from './plan.ts';
import type { StudyResults } from './results.ts';
import { runHypotheses, runPublished } from './run-claims.ts';
import { runCompare } from './run-compare.ts';
import { runDescribe, runGroups } from './run-describe.ts';
import { runIndex } from './run-index.ts';
import { runRegression } from './run-regression.ts';
import { stateOf, type State } from './state.ts';
import { withScores } from './with-scores.ts';

/**
 * Results depend only on plan and data. Nothing throws on bad data: problems are in the results, and values null with reasons. With a
 * `memo` that is kept from call to call, only what depends on a change is computed again, if the unchanged columns of `coded` are the same
 * objects: code with the same memo.
 */
export function execute(plan: Plan, answers: CodedStudy, frame: Frame, memo: Memo = boundedMemo()): StudyResults {
  const quantities = collector();
  const { coded, problems, failed } = withScores(plan, answers, frame, memo);
  const state = stateOf(plan, coded, frame, quantities, memo);
  state.problems.push(...problems);
  for (const [name, reason] of failed) state.failed.set(name, reason);
  const kept = coded.dataProblems.filter((problem) => problem.kept).length;
  quantitiesUnder([], sampleQuantities, { rows: coded.rows, unusable: coded.dataProblems.length - kept, kept, reason: '' }, quantities.set);
  const variables = runDescribe(state);
  const groups = runGroups(state);
  runByLevel(state);
  const indices = plan.jobs.flatMap((job) => (job.kind === 'index' ? [runIndex(state, job)] : []));
  const comparisons = plan.jobs.flatMap((job) => (job.kind === 'compare' ? [runCompare(state, job)] : []));
  const regressions = plan.jobs.flatMap((job) => (job.kind === 'regression' ? [runRegression(state, job)] : []));
  warnOfClusters(state, plan.jobs.filter((job) => job.kind === 'regression' && job.errors.kind === 'classical').length);
  const published = runPublished(state);
  const hypotheses = runHypotheses(state);
  return { plan, sample: coded.rows, variables, groups, indices, comparisons, regressions, published, hypotheses, quantities: quantities.map, dataProblems: coded.dataProblems, problems: state.problems };
}

/** Respondents of one site are alike: with a `cluster` column and classical standard errors, say so. */
function warnOfClusters(state: State, regressions: number): void {
  const cluster = state.plan.data?.cluster;
  if (cluster === undefined || regressions === 0) return;
  const column = state.frame.columns.find((candidate) => candidate.name === cluster);
  if (column === undefined) return;
  const clusters = state.memo.recall(`clusters ${idOf(column)}`, () =>
    (column.kind === 'text' ? new Set(column.codes.filter((code) => code >= 0)) : new Set(column.values.filter((value) => !Number.isNaN(value)))).size);
  state.problems.push(raise(fewClusters, { column: cluster, clusters }, { at: 'data/cluster' }));
}
