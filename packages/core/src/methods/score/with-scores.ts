// Numbers and categories that are computed from scores of indices: coded when those scores are known, in the order of their dependence.
// What is not yet known when answers are coded is completed here, before anything is described.
import { columnsIn, isCodes, NumberColumns, type Values } from '../../counts/points.ts';
import { coderOf, waitingFor, type CodedStudy } from '../../data/coding.ts';
import type { Frame } from '../../data/frame.ts';
import { usedNames } from '../../data/uses.ts';
import type { Problem } from '../../problems/problem.ts';
import { NEEDS_ROWS } from '../../rowless/needs-rows.ts';
import { collector } from '../collector.ts';
import type { Memo } from '../../memo/memo.ts';
import { runComposite } from '../composite/run.ts';
import type { CompositeJob } from '../composite/job.ts';
import type { IndexJob } from '../index/job.ts';
import { madeOf, scoreNames, type Plan } from '../plan.ts';
import { runIndex } from '../index/run.ts';
import { stateOf } from '../state.ts';
import type { StudyDesign } from '../design/study-design.ts';

export interface Completed {
  readonly coded: CodedStudy;
  /** Of the variables that were coded late, each with its plan path in `at`. */
  readonly problems: readonly Problem[];
  /** Variables of which there is nothing, since a score that they need could not be computed; with the reason. */
  readonly failed: ReadonlyMap<string, string>;
}

export function withScores(plan: Plan, coded: CodedStudy, frame: Frame, memo: Memo, design: StudyDesign | null): Completed {
  let waiting = waitingFor(plan, new Map());
  if (coded.rowless !== undefined)
    return {
      coded,
      problems: [],
      failed: new Map([...[...waiting].map((name): [string, string] => [name, NEEDS_ROWS]), ...coded.rowless.lacking]),
    };
  if (waiting.size === 0) return { coded, problems: [], failed: new Map() };
  const scores = new Map<string, Float64Array>();
  const failed = new Map<string, string>();
  const problems: Problem[] = [];
  let now = coded;
  const left = new Set(plan.jobs.filter((job): job is IndexJob | CompositeJob => job.kind === 'index' || job.kind === 'composite'));
  /** Scores that are not known yet, and what is computed from them. */
  const lacking = new Set([...left].flatMap(scoreNames));
  while (waiting.size > 0) {
    const ready = [...left].filter((job) => !madeOf(job).some((name) => waiting.has(name) || lacking.has(name)));
    // A circle: the language has refused it.
    if (ready.length === 0) break;
    for (const job of ready) {
      left.delete(job);
      // By levels of what is coded so far; the whole is computed where the study is executed, with these scores.
      const state = stateOf(
        { ...plan, variables: plan.variables.filter((variable) => !waiting.has(variable.name)) },
        now,
        frame,
        collector(),
        memo,
        design,
      );
      for (const [name, reason] of failed) state.failed.set(name, reason);
      for (const [name, values] of scores) state.scores.set(name, values);
      if (job.kind === 'index') runIndex(state, job);
      else runComposite(state, job);
      for (const name of scoreNames(job)) {
        lacking.delete(name);
        scores.set(name, state.scores.get(name) ?? new Float64Array(frame.rows).fill(NaN));
        const reason = state.failed.get(name);
        if (reason !== undefined) failed.set(name, reason);
      }
    }
    const still = waitingFor(plan, scores);
    const coder = coderOf(plan, frame, memo, scores);
    const numbers = new Map<string, Values>(columnsIn(now.numbers));
    const categories = new Map(now.categories);
    const dataProblems = [...now.dataProblems];
    for (const variable of plan.variables) {
      if (!waiting.has(variable.name) || still.has(variable.name)) continue;
      const { values, ...outcome } = coder.code(variable);
      if (isCodes(values)) categories.set(variable.name, values);
      else numbers.set(variable.name, values);
      const lost = usedNames(variable).find((name) => failed.has(name));
      if (lost !== undefined) {
        failed.set(variable.name, `${lost} could not be computed: ${failed.get(lost)!}`);
        continue;
      }
      dataProblems.push(...outcome.dataProblems);
      problems.push(...outcome.problems);
    }
    now = { ...now, numbers: new NumberColumns(numbers), categories, dataProblems };
    waiting = still;
  }
  const variables = new Set(plan.variables.map((variable) => variable.name));
  return { coded: now, problems, failed: new Map([...failed].filter(([name]) => variables.has(name))) };
}
