// One declared number: read from its column, or computed by its formula. A number has no scale, so nothing is out of range.
import { columnOf } from './frame.ts';
import type { CodedVariable, CodingContext } from './coding.ts';
import { findingOf, notNumberProblems, undefinedProblems } from './coding-problems.ts';
import { evaluateFormula, formulaVariables, writeFormula } from './formula.ts';
import { raise } from '../problems/problem.ts';
import { allMissing } from '../problems/data/all-missing.ts';
import type { Formula, NumberPlan } from '../plan/plan.ts';
import { cellText, numericCells, setMatchesNumber, writeNumber } from './values.ts';

export function codeNumber(number: NumberPlan, context: CodingContext): CodedVariable<Float64Array> {
  if (number.formula !== null) return codeFormula(number, number.formula, context);
  const name = number.column ?? number.name;
  const column = columnOf(context.frame, name);
  if (column === undefined) return { values: new Float64Array(context.frame.rows).fill(NaN), dataProblems: [], problems: [] };
  const { values, notNumbers, answered } = numericCells(column, number.missing ?? context.missing);
  const words = findingOf(context, 'not-a-number', number.name, name, 'a number');
  for (const row of notNumbers) words.add(row, cellText(column, row) ?? '');
  const problems = notNumberProblems(words, number.name, answered);
  if (answered === 0 && values.length > 0) {
    problems.push(raise(allMissing, { variable: number.name, column: name, rows: values.length }, { at: number.name, data: { file: context.frame.file, column: name } }));
  }
  return { values, dataProblems: words.dataProblems, problems };
}

function codeFormula(number: NumberPlan, formula: Formula, context: CodingContext): CodedVariable<Float64Array> {
  const names = formulaVariables(formula);
  const operands = new Map(names.map((name) => [name, context.numbers(name) ?? context.columnNumbers(name)]));
  const { values, undefinedRows } = evaluateFormula(formula, context.frame.rows, (name) => operands.get(name) ?? null);
  const finding = findingOf(context, 'not-a-number', number.name, number.name, `a value of ${writeFormula(formula)}`);
  for (const row of undefinedRows) {
    if (!Number.isNaN(values[row]!)) continue;
    finding.add(row, names.map((name) => `${name} = ${writeOperand(operands.get(name)?.[row])}`).join(', '));
  }
  // A computed value may still be one of the number's own missing codes.
  if (number.missing !== null) for (let row = 0; row < values.length; row++) if (setMatchesNumber(number.missing, values[row]!)) values[row] = NaN;
  return { values, dataProblems: finding.dataProblems, problems: undefinedProblems(finding, number.name) };
}

function writeOperand(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? 'missing' : writeNumber(value);
}
