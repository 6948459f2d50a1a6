// A study's answers, coded: whether the file has what the plan names, then every variable.
import { codeColumns, type CodedStudy } from '../data/coding.ts';
import type { Frame } from '../data/frame.ts';
import { schemaOf } from '../data/schema.ts';
import { derivation, same } from '../memo/derivation.ts';
import { noMemo, type Memo } from '../memo/memo.ts';
import type { Plan } from '../methods/plan.ts';
import { checkColumns } from './check-columns.ts';

/**
 * Codes every declared variable of a plan. A variable whose column is not in the file is missing throughout (its problem is among
 * `problems`). Never throws. One value a row of the frame; the order of rows and of columns changes nothing else.
 * With a `memo`, a variable whose plan, data block and operands are those of an earlier call on the same frame (the same object) is not
 * coded again.
 */
export function codeStudy(plan: Plan, frame: Frame, memo: Memo = noMemo): CodedStudy {
  return codeColumns(plan, frame, memo, checkColumns(plan, schemaOnce(memo, { frame })));
}

const schemaOnce = derivation('schema', { frame: same<Frame>() }, ({ frame }) => schemaOf(frame));
