// One declared number: read from its column, or computed by its formula. A number has no scale, so nothing is out of range.
import { columnOf, missingIn, rowNumber, type Column } from './frame.ts';
import type { CodedVariable, CodingContext } from './coding.ts';
import { findingOf, lossOf, notNumberProblems, severalProblems, undefinedProblems, type Finding } from './coding-problems.ts';
import { inRowOrder } from './code-indicator.ts';
import { evaluateFormula, formulaNames, writeFormula } from './formula.ts';
import { numbersIn } from './read-answers.ts';
import { isNoAnswer } from './readers/heading-rows.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { allMissing } from '../problems/data/all-missing.ts';
import type { Formula, NumberPlan } from '../contract/variables.ts';
import { cellText, numericCells, setMatchesNumber, writeNumber, type NumericCells } from './values.ts';

export function codeNumber(number: NumberPlan, context: CodingContext): CodedVariable<Float64Array> {
  if (number.formula !== null) return codeFormula(number, number.formula, context);
  const name = number.column ?? number.name;
  const column = columnOf(context.frame, name);
  if (column === undefined) return { values: new Float64Array(context.frame.rows).fill(NaN), dataProblems: [], problems: [] };
  const read = numericCells(column, number.missing ?? missingIn(column, context.missing));
  const { values, answered } = read;
  const others = otherCells(number.name, name, column, read, context);
  if (answered > 0 || values.length === 0) return { values, ...others };
  return {
    values,
    dataProblems: others.dataProblems,
    problems: [
      ...others.problems,
      raise(
        allMissing,
        { variable: number.name, column: name, rows: values.length },
        { at: number.name, data: { file: context.frame.file, column: name } },
      ),
    ],
  };
}

/** What is said of the cells of a column that are no numbers. */
function otherCells(
  variable: string,
  name: string,
  column: Column,
  { notNumbers, answered }: NumericCells,
  context: CodingContext,
): { dataProblems: Finding['dataProblems']; problems: Problem[] } {
  const words = findingOf(context, 'not-a-number', variable, name, 'a number', false, null);
  const several = findingOf(context, 'several-answers', variable, name, 'a number', false, null);
  for (const row of notNumbers) {
    const text = cellText(column, row) ?? '';
    (numbersIn(text) === null ? words : several).add(row, text);
  }
  const loss = lossOf(notNumbers.length, answered);
  const early =
    notNumbers.length <= 3 &&
    notNumbers.length < answered &&
    notNumbers.every((row, at) => rowNumber(context.frame, row) === at + 1 && !isNoAnswer(cellText(column, row) ?? ''));
  return {
    dataProblems: inRowOrder(words.dataProblems, several.dataProblems),
    problems: [
      ...severalProblems(several, variable, 'number', loss),
      ...notNumberProblems(words, variable, answered, { early, scale: false }, loss),
    ],
  };
}

function codeFormula(number: NumberPlan, formula: Formula, context: CodingContext): CodedVariable<Float64Array> {
  const names = formulaNames(formula);
  // Cells of a column that nobody declares are told here: nobody else reads them.
  const raw = new Map(
    names.flatMap((name) => {
      const own = context.numbers(name) === null ? context.columnCells(name) : null;
      return own === null ? [] : [[name, own] as const];
    }),
  );
  const operands = new Map(names.map((name) => [name, context.numbers(name) ?? raw.get(name)?.cells.values ?? null]));
  const others = [...raw].map(([name, { column, cells }]) => otherCells(number.name, name, column, cells, context));
  const { values, undefinedRows } = evaluateFormula(formula, context.frame.rows, (name) => operands.get(name) ?? null);
  const finding = findingOf(
    context,
    'not-a-number',
    number.name,
    number.name,
    `a value of ${writeFormula(formula)}`,
    false,
    writeFormula(formula),
  );
  for (const row of undefinedRows) {
    if (!Number.isNaN(values[row]!)) continue;
    finding.add(row, names.map((name) => `${name} = ${writeOperand(operands.get(name)?.[row])}`).join(', '));
  }
  // A computed value may still be one of the number's own missing codes.
  if (number.missing !== null)
    for (let row = 0; row < values.length; row++) if (setMatchesNumber(number.missing, values[row]!)) values[row] = NaN;
  return {
    values,
    dataProblems: others.reduce((all, one) => inRowOrder(all, one.dataProblems), finding.dataProblems),
    problems: [...others.flatMap((one) => one.problems), ...undefinedProblems(finding, number.name)],
  };
}

function writeOperand(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? 'missing' : writeNumber(value);
}
