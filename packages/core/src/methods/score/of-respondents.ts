// Everything that an execution knows of single respondents: their coded answers and their scores, as a state to be asked. Nothing is
// computed again but the variables that are computed from scores.
import type { CodedStudy } from '../../data/coding.ts';
import type { Frame } from '../../data/frame.ts';
import { noMemo } from '../../memo/memo.ts';
import { formatName } from '../../contract/quantity.ts';
import { scoreNames as namesOfScores } from '../plan.ts';
import { collector } from '../collector.ts';
import type { Execution, StudyResults } from '../results.ts';
import { stateOf, type State } from '../state.ts';
import { studyDesignOf } from '../design/study-design.ts';
import { withScores } from './with-scores.ts';

/** What was executed, and the answers that it was executed on. */
export interface Answered {
  readonly results: Execution;
  readonly coded: CodedStudy;
  readonly frame: Frame;
}

/** Single numbers are asked where nothing else has to be computed for them. */
type Asked = StudyResults & Partial<Pick<Execution, 'asked'>>;

export function ofRespondents({ results, coded, frame }: Omit<Answered, 'results'> & { readonly results: Asked }): State {
  const { plan } = results;
  const design = studyDesignOf(plan, coded, frame, noMemo);
  const completed = withScores(plan, coded, frame, noMemo, design);
  const state = stateOf(plan, completed.coded, frame, collector(), noMemo, design);
  for (const [name, reason] of completed.failed) state.failed.set(name, reason);
  for (const { job, scores } of [...results.indices, ...results.composites]) {
    for (const [name, values] of scores) state.scores.set(name, values);
    for (const name of namesOfScores(job))
      if (!scores.has(name))
        state.failed.set(name, (results.asked ?? results.quantities).get(`${formatName(name)}.mean`)?.reason ?? 'it could not be computed');
  }
  return state;
}
