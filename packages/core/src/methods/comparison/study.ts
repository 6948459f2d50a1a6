// What studies are compared by: each with its plan, its coded answers and its results. The first one is what the others are held against.
import type { CodedStudy } from '../../data/coding.ts';
import type { Frame } from '../../data/frame.ts';
import { meanSubstituted } from '../../moments/substitution.ts';
import { noMemo } from '../../memo/memo.ts';
import { studyDesignOf } from '../design/study-design.ts';
import type { IndexJob } from '../index/job.ts';
import type { IndicatorPlan, MissingPolicy } from '../../contract/variables.ts';
import type { Plan } from '../plan.ts';
import type { RegressionJob } from '../regression/job.ts';
import type { IndexResult, RegressionResult, StudyResults } from '../results.ts';

export interface ComparedStudy {
  /** Short and unique: stands over columns. */
  readonly name: string;
  readonly plan: Plan;
  readonly coded: CodedStudy;
  readonly frame: Frame;
  readonly results: StudyResults;
}

export function indicatorOf(study: ComparedStudy, name: string): IndicatorPlan | null {
  const variable = study.plan.variables.find((one) => one.name === name);
  return variable?.kind === 'indicator' ? variable : null;
}

export function indexOf(study: ComparedStudy, name: string): { readonly job: IndexJob; readonly result: IndexResult } | null {
  const result = study.results.indices.find((one) => one.job.name === name);
  // Of scores of other indices studies have no answers in common.
  const answered = result?.job.items.every((item) => study.coded.numbers.has(item)) ?? false;
  return result === undefined || result.kept === 0 || !answered ? null : { job: result.job, result };
}

/** Fewer respondents than this are not shown of a study; 0 where all are. */
export const leastOf = ({ plan }: ComparedStudy): number => plan.report.cells ?? 0;
export const isFewIn = (study: ComparedStudy, n: number): boolean => n > 0 && n < leastOf(study);

/** Whether too few to be shown answered all items of an index. */
export function isIndexOfFew(study: ComparedStudy, name: string): boolean {
  const job = study.plan.jobs.find((one): one is IndexJob => one.kind === 'index' && one.name === name);
  const answered = job?.items.filter((item) => study.coded.numbers.has(item)) ?? [];
  if (leastOf(study) === 0 || job === undefined || answered.length === 0) return false;
  const columns = itemColumns(study, answered, job.missing);
  let n = 0;
  for (let row = 0; row < study.coded.rows; row++) if (columns.every((column) => !Number.isNaN(column[row]!))) n++;
  return isFewIn(study, n);
}

export function regressionOf(
  study: ComparedStudy,
  name: string,
): { readonly job: RegressionJob; readonly result: RegressionResult } | null {
  const result = study.results.regressions.find((one) => one.job.name === name);
  return result === undefined ? null : { job: result.job, result };
}

/** Sampling weights of a job's cases; null where every row counts once. */
export function weightsOf({ plan, coded, frame }: ComparedStudy, job: { readonly unweighted?: true }): Float64Array | null {
  return job.unweighted === true ? null : (studyDesignOf(plan, coded, frame, noMemo)?.survey.weights ?? null);
}

/**
 * A study that declares another scale of its own (rather than `on`, which brings answers to the first one's) has other units: differences
 * of level say nothing.
 */
export function onOneScale(own: IndicatorPlan | null, first: IndicatorPlan | null): boolean {
  return own?.scale?.low === first?.scale?.low && own?.scale?.high === first?.scale?.high;
}

/** Those of the common items that every study has on the first one's scale: what levels can be compared by. */
export function comparableItems(studies: readonly ComparedStudy[], index: string): string[] {
  return commonItems(studies, index).filter((item) =>
    studies.every((study) => onOneScale(indicatorOf(study, item), indicatorOf(studies[0]!, item))),
  );
}

/** Items that every study has in its index of that name, in the first one's order. */
export function commonItems(studies: readonly ComparedStudy[], index: string): string[] {
  const lists = studies.map(
    (study) => study.plan.jobs.find((job): job is IndexJob => job.kind === 'index' && job.name === index)?.items ?? [],
  );
  return [...(lists[0] ?? [])].filter((item) => lists.every((list) => list.includes(item)));
}

/** Answers to these items, after the missing policy of the index that they are compared by: substituted means, or as they are. */
export function itemColumns(study: ComparedStudy, items: readonly string[], missing: MissingPolicy): readonly Float64Array[] {
  const raw = items.map((item) => study.coded.numbers.get(item)!);
  return missing === 'mean' ? meanSubstituted(raw).columns : raw;
}
