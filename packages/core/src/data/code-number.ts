// One declared number: read from its column, computed by its formula, or 1 where a condition holds; then what it can be (`within`), and the
// mean of its group (`per`).
import { columnOf, missingIn, rowNumber, type Column } from './frame.ts';
import type { CodedVariable, CodingContext } from './coding.ts';
import {
  beyondProblems,
  findingOf,
  lossOf,
  notNumberProblems,
  outOfRangeProblems,
  severalProblems,
  undefinedProblems,
  type Finding,
} from './coding-problems.ts';
import { codeOption } from './code-option.ts';
import { conditionVariables, FALSE, testRows, TRUE } from './condition.ts';
import { meansWithin } from './group-means.ts';
import { rowGroups } from './row-groups.ts';
import { inRowOrder } from './code-indicator.ts';
import { evaluateFormula, formulaNames, writeFormula } from './formula.ts';
import { numbersIn } from './read-answers.ts';
import { isNoAnswer } from './readers/heading-rows.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { allMissing } from '../problems/data/all-missing.ts';
import { proratedSums } from '../problems/data/prorated-sums.ts';
import type { Condition, Formula, NumberPlan, ValueSet } from '../contract/variables.ts';
import { floatsOf, isPoints, keptAs, keptOf, NumberColumns, type Codes, type Values } from '../counts/points.ts';
import {
  cellText,
  numericCells,
  pointCells,
  setMatchesNumber,
  withinBounds,
  writeNumber,
  writeValueSet,
  type NumericCells,
} from './values.ts';

/** Order of the steps: cells, formula or condition; missing codes; `within`; `per`; `rescale`; `reversed`. */
export function codeNumber(number: NumberPlan, context: CodingContext): CodedVariable<Values> {
  const coded =
    number.chosen !== undefined
      ? codeOption(number, number.chosen, context)
      : number.when !== undefined
        ? codeCondition(number, number.when, context)
        : number.formula !== null
          ? codeFormula(number, number.formula, context)
          : codeCells(number, context);
  if (isPoints(coded.values)) return coded;
  const groups = number.per === undefined ? null : groupsBy(number.per, context);
  const values = groups === null ? coded.values : meansWithin(coded.values, groups);
  const brought = broughtOn(number, { ...coded, values }, context);
  return { ...brought, values: keptOf(brought.values) };
}

/**
 * `rescale` a..b from the goalposts p..q: x ↦ a + (x − p)(b − a)/(q − p), what lies beyond a goalpost held at it; then reversal
 * x ↦ a + b − x. Without goalposts the smallest and the largest value are they; where these are one, nothing is told apart and all is
 * missing.
 */
function broughtOn(number: NumberPlan, coded: CodedVariable<Float64Array>, context: CodingContext): CodedVariable<Float64Array> {
  const { rescale, reversed, within, name } = number;
  const { values } = coded;
  const flip = (low: number, high: number): Float64Array => (reversed === true ? values.map((value) => low + high - value) : values);
  if (rescale === undefined)
    return reversed !== true || within?.low == null || within.high === null
      ? coded
      : { ...coded, values: flip(within.low.value, within.high.value) };
  const known = values.filter((value) => !Number.isNaN(value));
  const posts = rescale.goalposts ?? {
    low: known.reduce((a, b) => Math.min(a, b), Infinity),
    high: known.reduce((a, b) => Math.max(a, b), -Infinity),
  };
  const range = `${writeNumber(posts.low)}..${writeNumber(posts.high)}`;
  const beyond = findingOf(context, 'out-of-range', name, number.column ?? name, range, true);
  const slope = (rescale.high - rescale.low) / (posts.high - posts.low);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (value < posts.low || value > posts.high) beyond.add(row, writeNumber(value));
    // The ends map exactly.
    values[row] =
      posts.high === posts.low
        ? NaN
        : value >= posts.high
          ? rescale.high
          : value <= posts.low
            ? rescale.low
            : rescale.low + (value - posts.low) * slope;
  }
  return {
    ...coded,
    values: flip(rescale.low, rescale.high),
    problems: [...coded.problems, ...beyondProblems(beyond, name, posts.low, posts.high)],
  };
}

function codeCells(number: NumberPlan, context: CodingContext): CodedVariable<Values> {
  const name = number.column ?? number.name;
  const column = columnOf(context.frame, name);
  if (column === undefined) return { values: new Float64Array(context.frame.rows).fill(NaN), dataProblems: [], problems: [] };
  const missing = number.missing ?? missingIn(column, context.missing);
  // What stands in each row is looked at where something is to be told of it, or done to it.
  const coded = !further(number) && column.kind === 'number' ? pointCells(column, missing) : null;
  const read = coded === null ? numericCells(column, missing) : { ...coded, values: keptAs(coded.values) };
  const { values, answered } = read;
  const rows = context.frame.rows;
  const outside = isPoints(values) ? null : outsideOf(number, name, values, context, (row) => cellText(column, row) ?? '');
  const others = otherCells(number.name, name, column, read, context, outside);
  if (answered > 0 || rows === 0) return { values, ...others };
  return {
    values,
    dataProblems: others.dataProblems,
    problems: [
      ...others.problems,
      raise(
        allMissing,
        { variable: number.name, column: name, rows },
        { at: number.name, data: { file: context.frame.file, column: name } },
      ),
    ],
  };
}

/** Something is told of its values, or done to them, row by row. */
const further = ({ within, per, rescale, reversed }: NumberPlan): boolean =>
  within !== undefined || per !== undefined || rescale !== undefined || reversed === true;

/** 1 where the condition holds, 0 where it does not, missing where it is not known (testRows). */
function codeCondition(number: NumberPlan, when: Condition, context: CodingContext): CodedVariable<Values> {
  const names = conditionVariables(when);
  const numbers = new Map<string, Values>();
  const categories = new Map<string, Codes>();
  const levelNames = new Map<string, readonly string[]>();
  for (const name of names) {
    const category = context.categories(name);
    const values = context.kept(name);
    if (values !== null) numbers.set(name, values);
    if (category === null) continue;
    categories.set(name, category.values);
    levelNames.set(name, category.levels);
  }
  const { frame, missing } = context;
  // What a condition is of a row is a code: of what holds 1, of what does not 0, of what is not known none.
  const codes = testRows(when, { rows: frame.rows, numbers: new NumberColumns(numbers), categories, levelNames, missing }, frame);
  const values = Float64Array.of(FALSE, TRUE);
  if (number.missing !== null) takeOut(values, number.missing);
  return { values: further(number) ? floatsOf({ codes, values }).slice() : keptAs({ codes, values }), dataProblems: [], problems: [] };
}

/** A computed value may still be one of the number's own missing codes. */
function takeOut(values: Float64Array, missing: ValueSet): void {
  for (let row = 0; row < values.length; row++) if (setMatchesNumber(missing, values[row]!)) values[row] = NaN;
}

/** The group of each row: a category's level, else what stands in the column; -1 where that is missing. */
function groupsBy(name: string, context: CodingContext): Codes | null {
  const category = context.categories(name);
  if (category !== null) return category.values;
  const values = context.numbers(name);
  const column: Column | undefined = values === null ? columnOf(context.frame, name) : { kind: 'number', name, values };
  if (column === undefined) return null;
  // What stands for no answer in a declared number has been taken out of it.
  return rowGroups(column, values === null ? missingIn(column, context.missing) : []);
}

/** Values that the number cannot have (`within`), told like answers outside their scale; taken out, unless the study keeps them. */
function outsideOf(
  number: NumberPlan,
  column: string,
  values: Float64Array,
  context: CodingContext,
  textOf: (row: number) => string,
): Finding | null {
  if (number.within === undefined) return null;
  const { low, high } = number.within;
  const kept = context.outOfRange === 'kept';
  const range = writeValueSet([{ kind: 'range', low, high }]);
  const outside = findingOf(context, 'out-of-range', number.name, column, range, kept);
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!) || withinBounds(values[row]!, low, high)) continue;
    outside.add(row, textOf(row));
    if (!kept) values[row] = NaN;
  }
  return outside;
}

/** What is said of the cells of a column that are no numbers. */
export function otherCells(
  variable: string,
  name: string,
  column: Column,
  { notNumbers, answered }: Pick<NumericCells, 'notNumbers' | 'answered'>,
  context: CodingContext,
  outside: Finding | null,
): { dataProblems: Finding['dataProblems']; problems: Problem[] } {
  const words = findingOf(context, 'not-a-number', variable, name, 'a number', false, null);
  const several = findingOf(context, 'several-answers', variable, name, 'a number', false, null);
  for (const row of notNumbers) {
    const text = cellText(column, row) ?? '';
    (numbersIn(text) === null ? words : several).add(row, text);
  }
  const kept = context.outOfRange === 'kept';
  const loss = lossOf(notNumbers.length + (kept || outside === null ? 0 : outside.count()), answered);
  const early =
    notNumbers.length <= 3 &&
    notNumbers.length < answered &&
    notNumbers.every((row, at) => rowNumber(context.frame, row) === at + 1 && !isNoAnswer(cellText(column, row) ?? ''));
  return {
    dataProblems: inRowOrder(inRowOrder(words.dataProblems, several.dataProblems), outside?.dataProblems ?? []),
    problems: [
      ...(outside === null ? [] : outOfRangeProblems(outside, variable, answered, kept ? null : loss, true)),
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
  const others = [...raw].map(([name, { column, cells }]) => otherCells(number.name, name, column, cells, context, null));
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
  if (number.missing !== null) takeOut(values, number.missing);
  const computed = values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  const outside = outsideOf(number, number.name, values, context, (row) => writeNumber(values[row]!));
  const prorated = proratedIn(number, formula, operands, values);
  const told = outside === null ? [] : outOfRangeProblems(outside, number.name, computed, null, true);
  return {
    values,
    dataProblems: others.reduce(
      (all, one) => inRowOrder(all, one.dataProblems),
      inRowOrder(finding.dataProblems, outside?.dataProblems ?? []),
    ),
    problems: [...others.flatMap((one) => one.problems), ...undefinedProblems(finding, number.name), ...told, ...prorated],
  };
}

/** How many sums stand for values that are not there. */
function proratedIn(
  number: NumberPlan,
  formula: Formula,
  operands: ReadonlyMap<string, Float64Array | null>,
  values: Float64Array,
): readonly Problem[] {
  if (formula.kind !== 'call' || formula.name !== 'sum' || formula.needs === undefined) return [];
  const parts = formula.arguments.map((part) => evaluateFormula(part, values.length, (name) => operands.get(name) ?? null).values);
  const cases = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
  const count = values.reduce(
    (sum, value, row) => sum + (!Number.isNaN(value) && parts.some((part) => Number.isNaN(part[row]!)) ? 1 : 0),
    0,
  );
  if (count === 0) return [];
  const facts = { number: number.name, count, cases, needs: formula.needs, of: parts.length };
  return [raise(proratedSums, facts, { at: `${number.name}/needs` })];
}

function writeOperand(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? 'missing' : writeNumber(value);
}
