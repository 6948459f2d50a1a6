// Computed numbers: evaluates a Formula over whole columns. A result that is not defined (x / 0, log of 0) is missing, never Infinity;
// which rows those are is reported. Where the operands come from is the caller's.
import { log10, exp, log } from '../numerics/exponential.ts';
import type { Formula } from '../contract/variables.ts';

export interface FormulaFunction {
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  /** The same in words. */
  readonly takes: 'one formula' | 'formulas' | 'formula and base';
  readonly doc: string;
}

/** `overValid`: of the arguments that are there; `ofNone`: its value when none is, missing when left out. */
interface Implementation extends FormulaFunction {
  readonly apply: (values: readonly number[]) => number;
  readonly overValid?: boolean;
  readonly ofNone?: number;
}

const one = { least: 1, most: 1, takes: 'one formula' } as const;
const many = { least: 1, most: Infinity, takes: 'formulas' } as const;
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const implementations: Readonly<Record<string, Implementation>> = {
  log: {
    least: 1,
    most: 2,
    takes: 'formula and base',
    doc: 'natural logarithm (SPSS LN); log(x, b) to the base b, ln x / ln b',
    apply: ([x, base]) => logarithm(x!, base),
  },
  ln: { ...one, doc: 'natural logarithm, as log', apply: ([x]) => log(x!) },
  log10: { ...one, doc: 'logarithm to base 10 (SPSS LG10)', apply: ([x]) => log10(x!) },
  exp: { ...one, doc: 'e to the power of x', apply: ([x]) => exp(x!) },
  sqrt: { ...one, doc: 'square root', apply: ([x]) => Math.sqrt(x!) },
  abs: { ...one, doc: 'value without its sign', apply: ([x]) => Math.abs(x!) },
  round: {
    ...one,
    doc: 'nearest whole number, halves away from zero (SPSS RND)',
    apply: ([x]) => Math.sign(x!) * Math.floor(Math.abs(x!) + 0.5),
  },
  mean: { ...many, doc: 'mean of those that are not missing (SPSS MEAN)', overValid: true, apply: (v) => total(v) / v.length },
  sum: { ...many, doc: 'sum; missing where one of them is (SPSS +)', apply: total },
  min: {
    ...many,
    doc: 'smallest of those that are not missing (SPSS MIN)',
    overValid: true,
    apply: (v) => v.reduce((a, b) => Math.min(a, b)),
  },
  max: {
    ...many,
    doc: 'largest of those that are not missing (SPSS MAX)',
    overValid: true,
    apply: (v) => v.reduce((a, b) => Math.max(a, b)),
  },
  valid: { ...many, doc: 'how many of them are not missing (SPSS NVALID)', overValid: true, ofNone: 0, apply: (v) => v.length },
};

/** ln x / ln b; to the base 10 as log10, so that 1000 gives 3. */
function logarithm(x: number, base: number | undefined): number {
  return base === undefined ? log(x) : base === 10 ? log10(x) : log(x) / log(base);
}

/** The functions a formula may call, with how many arguments each takes. */
const implementationsByName: ReadonlyMap<string, Implementation> = new Map(Object.entries(implementations));
export const formulaFunctions: ReadonlyMap<string, FormulaFunction> = implementationsByName;

export interface FormulaResult {
  /** NaN: missing. */
  readonly values: Float64Array;
  /** Rows (from 0) where an operation had all it needed and yet no defined result. */
  readonly undefinedRows: readonly number[];
}

/**
 * Evaluates a formula for `rows` rows. `operand` gives the values of a name (NaN missing), or null when the name is unknown: then every
 * result is missing. An operator with a missing operand gives missing; `mean`, `min`, `max`, `valid` use the arguments that are there.
 */
export function evaluateFormula(formula: Formula, rows: number, operand: (name: string) => Float64Array | null): FormulaResult {
  const undefinedRows = new Set<number>();
  // A bare name is its own column: the result is the caller's to change, the column is not.
  const lent = new Set<Float64Array>();
  const lend = (name: string): Float64Array | null => {
    const column = operand(name);
    if (column !== null) lent.add(column);
    return column;
  };
  const values = evaluate(formula, rows, lend, undefinedRows);
  return {
    values: typeof values === 'number' ? new Float64Array(rows).fill(values) : lent.has(values) ? values.slice() : values,
    undefinedRows: [...undefinedRows].sort((a, b) => a - b),
  };
}

/** The names that a formula names, in order of first use; of a run, its two ends. */
export function formulaNames(formula: Formula): string[] {
  const names = new Set<string>();
  const visit = (part: Formula): void => {
    if (part.kind === 'variable') names.add(part.name);
    else if (part.kind === 'run') {
      names.add(part.first);
      names.add(part.last);
    } else if (part.kind === 'call') part.arguments.forEach(visit);
    else if (part.kind === 'negate') visit(part.operand);
    else if (part.kind === 'binary') {
      visit(part.left);
      visit(part.right);
    }
  };
  visit(formula);
  return [...names];
}

/** The runs of columns in a formula. */
export function formulaRuns(formula: Formula): Extract<Formula, { kind: 'run' }>[] {
  switch (formula.kind) {
    case 'run':
      return [formula];
    case 'number':
    case 'variable':
      return [];
    case 'negate':
      return formulaRuns(formula.operand);
    case 'binary':
      return [...formulaRuns(formula.left), ...formulaRuns(formula.right)];
    case 'call':
      return formula.arguments.flatMap(formulaRuns);
  }
}

/** ` needs 2`, where it is said. */
const needsText = (needs: number | undefined): string => (needs === undefined ? '' : ` needs ${needs}`);

/** As one writes it, with only the parentheses that it needs. */
export function writeFormula(formula: Formula): string {
  const rank = (part: Formula): number => (part.kind !== 'binary' ? 3 : part.operator === '+' || part.operator === '-' ? 1 : 2);
  const wrap = (part: Formula, least: number): string => (rank(part) < least ? `(${writeFormula(part)})` : writeFormula(part));
  switch (formula.kind) {
    case 'number':
      return String(formula.value);
    case 'variable':
      return formula.name;
    case 'run':
      return `${formula.first}..${formula.last}`;
    case 'call':
      return `${formula.name}(${formula.arguments.map(writeFormula).join(', ')})${needsText(formula.needs)}`;
    case 'negate':
      return `-${wrap(formula.operand, 3)}`;
    case 'binary':
      return `${wrap(formula.left, rank(formula))} ${formula.operator} ${wrap(formula.right, rank(formula) + 1)}`;
  }
}

/** The formula with every run of columns as the names it stands for; `between` gives them, none when it is no run (reported elsewhere). */
export function unfolded(formula: Formula, between: (first: string, last: string) => readonly string[]): Formula {
  switch (formula.kind) {
    case 'number':
    case 'variable':
    case 'run':
      return formula;
    case 'negate':
      return { ...formula, operand: unfolded(formula.operand, between) };
    case 'binary':
      return { ...formula, left: unfolded(formula.left, between), right: unfolded(formula.right, between) };
    case 'call':
      return {
        ...formula,
        arguments: formula.arguments.flatMap((part): Formula[] =>
          part.kind === 'run' ? between(part.first, part.last).map((name) => ({ kind: 'variable', name })) : [unfolded(part, between)],
        ),
      };
  }
}

type Values = Float64Array | number;

function evaluate(formula: Formula, rows: number, operand: (name: string) => Float64Array | null, undefinedRows: Set<number>): Values {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'variable':
      return operand(formula.name) ?? NaN;
    // Unfolded before (unfolded, below): a run that stands for nothing is missing.
    case 'run':
      return NaN;
    case 'negate': {
      const values = evaluate(formula.operand, rows, operand, undefinedRows);
      return apply([values], rows, ([x]) => -x! + 0, false, undefinedRows);
    }
    case 'binary': {
      const left = evaluate(formula.left, rows, operand, undefinedRows);
      const right = evaluate(formula.right, rows, operand, undefinedRows);
      return apply([left, right], rows, operators[formula.operator], false, undefinedRows);
    }
    case 'call': {
      const implementation = implementationsByName.get(formula.name);
      if (implementation === undefined || formula.arguments.length < implementation.least) return NaN;
      const values = formula.arguments.map((argument) => evaluate(argument, rows, operand, undefinedRows));
      const { needs } = formula;
      if (needs === undefined)
        return apply(values, rows, implementation.apply, implementation.overValid === true, undefinedRows, implementation.ofNone);
      // Of those that are there, if they are enough: a sum stands for all of them then, mean of those there times how many there are.
      const share = formula.name === 'sum' ? values.length : null;
      const own = (given: readonly number[]): number =>
        given.length < needs ? NaN : implementation.apply(given) * (share === null ? 1 : share / given.length);
      return apply(values, rows, own, true, undefinedRows);
    }
  }
}

const operators: Readonly<Record<'+' | '-' | '*' | '/', (values: readonly number[]) => number>> = {
  '+': ([a, b]) => a! + b!,
  '-': ([a, b]) => a! - b!,
  '*': ([a, b]) => a! * b!,
  '/': ([a, b]) => a! / b!,
};

function apply(
  operands: readonly Values[],
  rows: number,
  operation: (values: readonly number[]) => number,
  overValid: boolean,
  undefinedRows: Set<number>,
  ofNone = NaN,
): Float64Array {
  const result = new Float64Array(rows).fill(NaN);
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    values.length = 0;
    let missing = false;
    for (const part of operands) {
      const value = typeof part === 'number' ? part : part[row]!;
      if (!Number.isNaN(value)) values.push(value);
      else if (!overValid) {
        missing = true;
        break;
      }
    }
    if (missing) continue;
    if (values.length === 0) {
      result[row] = ofNone;
      continue;
    }
    const value = operation(values);
    if (Number.isFinite(value)) result[row] = value;
    else if (values.length === operands.length || !overValid) undefinedRows.add(row);
  }
  return result;
}
