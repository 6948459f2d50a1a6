// Numbers of a large file in waves, first what costs least: the sample, items and reliability; then indices, whose scores the rest needs;
// then everything. Each wave is what the execution has so far, of a plan that holds no more than that.
import type { CodedStudy } from '../data/coding.ts';
import type { Frame } from '../data/frame.ts';
import { boundedMemo, type Memo } from '../memo/memo.ts';
import { scoreNames, type Job, type Plan } from '../methods/plan.ts';
import type { Execution, StudyResults } from '../methods/results.ts';
import { executeLater, readOf } from './execute.ts';

export interface Wave {
  readonly results: StudyResults;
  /** These are all; the plan is the one that was given. */
  readonly isLast: boolean;
}

/** Jobs that make scores. */
const scoring = (job: Job): boolean => ['index', 'composite', 'measurement'].includes(job.kind);

/** The last wave is what `executeRead` gives. */
export function* executeInWaves(plan: Plan, answers: CodedStudy, frame: Frame, memo: Memo = boundedMemo()): Generator<Wave> {
  const execution = executeLater(plan, answers, frame, memo);
  yield { results: waveOf(execution, []), isLast: false };
  yield { results: waveOf(execution, plan.jobs.filter(scoring)), isLast: false };
  yield { results: readOf(execution), isLast: true };
}

function waveOf(execution: Execution, jobs: readonly Job[]): StudyResults {
  const { plan, sample, dataProblems, variables, groups } = execution;
  const described = ['sample', ...plan.variables.map(({ name }) => name), ...plan.groups.map(({ name }) => name)];
  const done = execution.only([...described, ...jobs.flatMap((job) => ('components' in job ? scoreNames(job) : [job.name]))]);
  const withJobs = jobs.length > 0;
  return {
    plan: partOfPlan(plan, new Set(jobs.map(({ name }) => name))),
    sample,
    dataProblems,
    variables,
    groups,
    indices: withJobs ? execution.indices : [],
    composites: withJobs ? execution.composites : [],
    measurements: withJobs ? execution.measurements : [],
    comparisons: [],
    correlations: [],
    regressions: [],
    mediations: [],
    deprivations: [],
    published: [],
    hypotheses: [],
    quantities: done.quantities.made(),
    problems: execution.raised(),
  };
}

/** The plan as far as those jobs: nothing that is claimed or made of numbers is known yet. */
export function partOfPlan(plan: Plan, done: ReadonlySet<string>): Plan {
  const { quantities: _quantities, robustness: _robustness, ...rest } = plan;
  return { ...rest, jobs: plan.jobs.filter((job) => done.has(job.name)), published: [], hypotheses: [] };
}
