// Computed numbers: evaluates a Formula over whole columns. A result that is not defined (x / 0, log of 0) is missing, never Infinity;
// which rows those are is reported. Where the operands come from is the caller's.
import type { Formula } from '../plan/plan.ts';

export interface FormulaFunction {
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  readonly doc: string;
}

interface Implementation extends FormulaFunction { readonly apply: (values: readonly number[]) => number; readonly overValid?: boolean }

const implementations: Readonly<Record<string, Implementation>> = {
  log: { least: 1, most: 1, doc: 'natural logarithm (SPSS LN)', apply: ([x]) => Math.log(x!) },
  ln: { least: 1, most: 1, doc: 'natural logarithm, as log', apply: ([x]) => Math.log(x!) },
  log10: { least: 1, most: 1, doc: 'logarithm to base 10 (SPSS LG10)', apply: ([x]) => Math.log10(x!) },
  exp: { least: 1, most: 1, doc: 'e to the power of x', apply: ([x]) => Math.exp(x!) },
  sqrt: { least: 1, most: 1, doc: 'square root', apply: ([x]) => Math.sqrt(x!) },
  abs: { least: 1, most: 1, doc: 'value without its sign', apply: ([x]) => Math.abs(x!) },
  round: { least: 1, most: 1, doc: 'nearest whole number, halves away from zero (SPSS RND)', apply: ([x]) => Math.sign(x!) * Math.floor(Math.abs(x!) + 0.5) },
  mean: { least: 1, most: Infinity, doc: 'mean of those that are not missing (SPSS MEAN)', overValid: true, apply: (v) => v.reduce((a, b) => a + b, 0) / v.length },
  sum: { least: 1, most: Infinity, doc: 'sum of those that are not missing (SPSS SUM)', overValid: true, apply: (v) => v.reduce((a, b) => a + b, 0) },
  min: { least: 1, most: Infinity, doc: 'smallest of those that are not missing (SPSS MIN)', overValid: true, apply: (v) => v.reduce((a, b) => Math.min(a, b)) },
  max: { least: 1, most: Infinity, doc: 'largest of those that are not missing (SPSS MAX)', overValid: true, apply: (v) => v.reduce((a, b) => Math.max(a, b)) },
};

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
 * result is missing. An operator with a missing operand gives missing; `mean`, `sum`, `min`, `max` use the arguments that are there.
 */
export function evaluateFormula(formula: Formula, rows: number, operand: (name: string) => Float64Array | null): FormulaResult {
  const undefinedRows = new Set<number>();
  const values = evaluate(formula, rows, operand, undefinedRows);
  return { values: typeof values === 'number' ? new Float64Array(rows).fill(values) : values,
    undefinedRows: [...undefinedRows].sort((a, b) => a - b) };
}

/** The names that a formula uses, in order of first use. */
export function formulaVariables(formula: Formula): string[] {
  const names = new Set<string>();
  const visit = (part: Formula): void => {
    if (part.kind === 'variable') names.add(part.name);
    else if (part.kind === 'call') part.arguments.forEach(visit);
    else if (part.kind === 'negate') visit(part.operand);
    else if (part.kind === 'binary') { visit(part.left); visit(part.right); }
  };
  visit(formula);
  return [...names];
}

/** As one writes it, with only the parentheses that it needs. */
export function writeFormula(formula: Formula): string {
  const rank = (part: Formula): number => (part.kind !== 'binary' ? 3 : part.operator === '+' || part.operator === '-' ? 1 : 2);
  const wrap = (part: Formula, least: number): string => (rank(part) < least ? `(${writeFormula(part)})` : writeFormula(part));
  switch (formula.kind) {
    case 'number': return String(formula.value);
    case 'variable': return formula.name;
    case 'call': return `${formula.name}(${formula.arguments.map(writeFormula).join(', ')})`;
    case 'negate': return `-${wrap(formula.operand, 3)}`;
    case 'binary': return `${wrap(formula.left, rank(formula))} ${formula.operator} ${wrap(formula.right, rank(formula) + 1)}`;
  }
}

type Values = Float64Array | number;

function evaluate(formula: Formula, rows: number, operand: (name: string) => Float64Array | null, undefinedRows: Set<number>): Values {
  switch (formula.kind) {
    case 'number': return formula.value;
    case 'variable': return operand(formula.name) ?? NaN;
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
      return apply(values, rows, implementation.apply, implementation.overValid === true, undefinedRows);
    }
  }
}

const operators: Readonly<Record<'+' | '-' | '*' | '/', (values: readonly number[]) => number>> = {
  '+': ([a, b]) => a! + b!, '-': ([a, b]) => a! - b!, '*': ([a, b]) => a! * b!, '/': ([a, b]) => a! / b!,
};

function apply(operands: readonly Values[], rows: number, operation: (values: readonly number[]) => number, overValid: boolean, undefinedRows: Set<number>): Float64Array {
  const result = new Float64Array(rows).fill(NaN);
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    values.length = 0;
    let missing = false;
    for (const part of operands) {
      const value = typeof part === 'number' ? part : part[row]!;
      if (!Number.isNaN(value)) values.push(value);
      else if (!overValid) { missing = true; break; }
    }
    if (missing || values.length === 0) continue;
    const value = operation(values);
    if (Number.isFinite(value)) result[row] = value;
    else undefinedRows.add(row);
  }
  return result;
}
