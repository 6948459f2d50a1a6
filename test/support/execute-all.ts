// Everything that an execution has, computed at once, as plain values.
import { execute } from '@studyspec/core';
import type { CodedStudy, Frame, Memo, Plan, StudyResults } from '@studyspec/core';

export function executeAll(plan: Plan, answers: CodedStudy, frame: Frame, memo?: Memo): StudyResults {
  const { asked: _asked, raised: _raised, only: _only, quantities, ...results } = execute(plan, answers, frame, memo);
  return { ...results, quantities: new Map(quantities) };
}
