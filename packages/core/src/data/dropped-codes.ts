// Codes that stand for no answer elsewhere in the study and are answers of one variable, because its own list replaces the outer one: said
// where they occur.
import { columnOf, type Frame } from './frame.ts';
import type { Codes } from '../counts/points.ts';
import type { VariablePlan } from '../contract/variables.ts';
import { codeCounts } from '../problems/data/code-counts.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { cellText, setMatchesText, writeValueSet } from './values.ts';

/** How many different codes a message names. */
const NAMED = 3;

/** `values` are the variable's numbers or levels, as coded: a code that is no answer for another reason is not told here. */
export function droppedCodes(variable: VariablePlan, values: Float64Array | Codes, frame: Frame): Problem[] {
  const { dropped, column: name } = variable;
  const column = name === null ? undefined : columnOf(frame, name);
  // A joined file has missing codes of its own; the data block's never were its.
  if (dropped === undefined || column === undefined || (column.missing !== undefined && dropped.from === null)) return [];
  const counts = new Map<string, number>();
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!) || (values[row]! < 0 && variable.kind === 'category')) continue;
    const text = cellText(column, row);
    if (text !== null && setMatchesText(dropped.codes, text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const texts = [...counts.keys()];
  const rows = [...counts.values()].reduce((total, count) => total + count, 0);
  const listed = `${texts.slice(0, NAMED).join(', ')}${texts.length > NAMED ? ', …' : ''}`;
  return [
    raise(
      codeCounts,
      { variable: variable.name, values: listed, several: texts.length > 1, rows, codes: writeValueSet(dropped.codes), from: dropped.from },
      { at: `${variable.name}/missing`, data: { file: frame.file, column: name! } },
    ),
  ];
}
