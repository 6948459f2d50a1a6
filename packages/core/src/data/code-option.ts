// One option of a question with several answers: 1 where it was chosen, 0 where the question was answered otherwise, missing where it was
// not answered at all: who skips a question has not said no five times.
import { columnOf, missingIn, numberAt } from './frame.ts';
import type { CodedVariable, CodingContext } from './coding.ts';
import { findingOf, unlistedProblems } from './coding-problems.ts';
import { keyOf } from './keys.ts';
import { levelNeverOccurs } from '../problems/data/level-never-occurs.ts';
import { raise, type Problem } from '../problems/problem.ts';
import type { ChosenOption, NumberPlan, ValueSet } from '../contract/variables.ts';
import { cellText, levelNumbers, levelsIn, setMatchesNumber, setMatchesText, writeValueSet } from './values.ts';

export function codeOption(number: NumberPlan, chosen: ChosenOption, context: CodingContext): CodedVariable<Float64Array> {
  return chosen.split === null ? ofColumns(number, chosen, context) : ofCell(number, chosen, chosen.split, context);
}

/** Several answers in a cell. */
function ofCell(number: NumberPlan, { codes, listed }: ChosenOption, split: string, context: CodingContext): CodedVariable<Float64Array> {
  const { frame } = context;
  const values = new Float64Array(frame.rows).fill(NaN);
  const column = columnOf(frame, number.column ?? number.name);
  if (column === undefined) return { values, dataProblems: [], problems: [] };
  const missing = number.missing ?? missingIn(column, context.missing);
  const all = (listed ?? []).map(({ name, codes: own }) => ({ name, codes: writeValueSet(own) }));
  const expected = all.map(({ name, codes: own }) => `${name} = ${own}`).join(', ');
  const [question] = number.name.split('.');
  const unlisted = findingOf(context, 'unlisted-code', question!, column.name, expected);
  const partsOf = (text: string): readonly string[] =>
    text
      .split(split)
      .map(keyOf)
      .filter((part) => part !== '');
  const known = (part: string): boolean => listed!.some((option) => setMatchesText(option.codes, part));
  if (column.kind === 'number') {
    for (let row = 0; row < values.length; row++) {
      const value = numberAt(column, row);
      if (Number.isNaN(value) || setMatchesNumber(missing, value)) continue;
      values[row] = setMatchesNumber(codes, value) ? 1 : 0;
      if (listed !== undefined && !listed.some((option) => setMatchesNumber(option.codes, value))) unlisted.add(row, String(value));
    }
  } else {
    const gone = levelsIn(missing, column);
    const parts = column.levels.map(partsOf);
    const found = parts.map((own, code) =>
      gone[code]! || own.length === 0 ? NaN : own.some((part) => setMatchesText(codes, part)) ? 1 : 0,
    );
    const others = parts.map((own, code) => (listed === undefined || gone[code]! ? [] : own.filter((part) => !known(part))));
    for (let row = 0; row < values.length; row++) {
      const code = column.codes[row]!;
      if (code < 0) continue;
      values[row] = found[code]!;
      for (const part of others[code]!) unlisted.add(row, part);
    }
  }
  const problems: Problem[] = unlistedProblems(unlisted, question!, all, [], null, null);
  return {
    values,
    dataProblems: unlisted.dataProblems,
    problems: [...problems, ...neverChosen(number, codes, column.name, values, context)],
  };
}

/** A column each: a blank is no tick where another option of the row has anything at all. */
function ofColumns(number: NumberPlan, { codes, beside }: ChosenOption, context: CodingContext): CodedVariable<Float64Array> {
  const { frame } = context;
  const values = new Float64Array(frame.rows).fill(NaN);
  const answered = new Uint8Array(frame.rows);
  for (const name of beside) {
    const column = columnOf(frame, name);
    if (column === undefined) continue;
    const missing = number.missing ?? missingIn(column, context.missing);
    const gone = column.kind === 'text' ? levelsIn(missing, column) : [];
    for (let row = 0; row < values.length; row++) {
      const there =
        column.kind === 'text'
          ? column.codes[row]! >= 0 && !gone[column.codes[row]!]!
          : !Number.isNaN(numberAt(column, row)) && !setMatchesNumber(missing, numberAt(column, row));
      if (there) answered[row] = 1;
    }
  }
  const own = columnOf(frame, number.column ?? number.name);
  if (own === undefined) return { values, dataProblems: [], problems: [] };
  const numbers = own.kind === 'text' ? levelNumbers(own) : [];
  const ticks = own.kind === 'text' ? own.levels.map((level, code) => setMatchesText(codes, level, numbers[code]!)) : [];
  for (let row = 0; row < values.length; row++) {
    if (answered[row] === 0) continue;
    const ticked = own.kind === 'text' ? own.codes[row]! >= 0 && ticks[own.codes[row]!]! : setMatchesNumber(codes, numberAt(own, row));
    values[row] = ticked && cellText(own, row) !== null ? 1 : 0;
  }
  return { values, dataProblems: [], problems: neverChosen(number, codes, own.name, values, context) };
}

/** An option that nobody chose, though the question was answered: its code may be another one. */
function neverChosen(
  number: NumberPlan,
  codes: ValueSet,
  column: string,
  values: Float64Array,
  { frame }: CodingContext,
): readonly Problem[] {
  if (values.every((value) => value !== 0) || values.includes(1)) return [];
  const [category, level] = number.name.split('.') as [string, string];
  return [
    raise(
      levelNeverOccurs,
      { category, level, codes: writeValueSet(codes), column },
      { at: number.name, data: { file: frame.file, column } },
    ),
  ];
}
