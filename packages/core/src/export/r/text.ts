// R as text: strings, numbers, vectors, values that a set holds, conditions, formulas.
import type { Bound, Condition, Formula, ValueSet } from '../../contract/variables.ts';
import { columnOf, missingIn, type Frame } from '../../data/frame.ts';
import { levelsIn } from '../../data/values.ts';
import { columnsOfRun } from '../request.ts';

/** A string of R that holds exactly the text: what could end it, or a line, is written as an escape. */
export const text = (value: string): string =>
  `"${value
    .replaceAll('\0', '')
    .replace(/["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) =>
      sign === '"' || sign === '\\' ? `\\${sign}` : `\\u{${sign.codePointAt(0)!.toString(16)}}`,
    )}"`;
export const texts = (values: readonly string[]): string => `c(${values.map(text).join(', ')})`;
export const numeral = (value: number): string => (Object.is(value, -0) ? '0' : String(value));
const numerals = (values: readonly number[]): string =>
  values.length === 1 ? numeral(values[0]!) : `c(${values.map(numeral).join(', ')})`;
/** A column of the respondents. */
export const own = (name: string): string => `d[[${text(name)}]]`;
export const raw = (column: string): string => `raw[[${text(column)}]]`;

const bound = (value: string, low: Bound, high: Bound): string => {
  const parts = [
    ...(low === null ? [] : [`${value} ${low.open ? '>' : '>='} ${numeral(low.value)}`]),
    ...(high === null ? [] : [`${value} ${high.open ? '<' : '<='} ${numeral(high.value)}`]),
  ];
  return parts.length === 0 ? `!is.na(${value})` : `(${parts.join(' & ')})`;
};

/** Whether a value is in a set; null: it never is. `cells`: the answers as texts, `values` as numbers. A blank is no value here. */
export function inSet(set: ValueSet, values: string, cells: string | null, frame: Frame, column: string): string | null {
  const source = cells === null ? undefined : columnOf(frame, column);
  const found = source?.kind === 'text' ? source.levels.filter((_, at) => levelsIn(set, source)[at]!) : null;
  if (found !== null) return found.length === 0 ? null : `${cells} %in% ${texts(found)}`;
  const numbers = set.flatMap((code) => (code.kind === 'number' ? [code.value] : []));
  const parts = [
    ...(numbers.length === 0 ? [] : [`${values} %in% ${numerals(numbers)}`]),
    ...set.flatMap((code) => (code.kind === 'range' ? [bound(values, code.low, code.high)] : [])),
  ];
  return parts.length === 0 ? null : parts.join(' | ');
}

export interface Names {
  readonly frame: Frame;
  readonly categories: ReadonlySet<string>;
  readonly declared: ReadonlySet<string>;
  /** The data block's codes for no answer. */
  readonly missing: ValueSet;
}

/** Values of a name: a declared number's, else a column's, without codes for no answer. */
export function valuesOf(name: string, { frame, declared, missing }: Names): string {
  if (declared.has(name)) return own(name);
  const column = columnOf(frame, name);
  const gone = column === undefined ? null : inSet(missingIn(column, missing), 'v', 'x', frame, name);
  return `numbers(${raw(name)}${gone === null ? '' : `, function(x, v) ${gone}`})`;
}

/** TRUE, FALSE or NA: as SPSS, R knows three values. */
export function conditionText(condition: Condition, names: Names): string {
  if ('parts' in condition)
    return `(${condition.parts.map((part) => conditionText(part, names)).join(condition.kind === 'and' ? ' & ' : ' | ')})`;
  const { variable } = condition;
  if (condition.kind === 'compare')
    return `${valuesOf(variable, names)} ${condition.operator === '=' ? '==' : condition.operator} ${numeral(condition.value)}`;
  const values = condition.values ?? [];
  const blank = values.some((code) => code.kind === 'blank');
  const not = condition.not ? '!' : '';
  if (names.categories.has(variable)) {
    const levels = `${own(variable)} %in% ${texts(condition.levels ?? [])}`;
    if (blank) return `${not}(${levels} | is.na(${own(variable)}))`;
    return `ifelse(is.na(${own(variable)}), NA, ${not}(${levels}))`;
  }
  const isNumber = names.declared.has(variable);
  const source = columnOf(names.frame, variable);
  const textual = !isNumber && source?.kind === 'text';
  const there = textual ? `cells(${raw(variable)}, ${missingFunction(variable, names)})` : valuesOf(variable, names);
  const matches = textual
    ? `${there} %in% ${texts(source.levels.filter((_, at) => levelsIn(values, source)[at]!))}`
    : (inSet(values, there, null, names.frame, variable) ?? `rep(FALSE, nrow(raw))`);
  return blank ? `${not}(${matches} | is.na(${there}))` : `ifelse(is.na(${there}), NA, ${not}(${matches}))`;
}

export function missingFunction(name: string, { frame, missing }: Names, own?: ValueSet | null): string {
  const column = columnOf(frame, name);
  const set = own ?? (column === undefined ? missing : missingIn(column, missing));
  return `function(x, v) ${inSet(set, 'v', 'x', frame, name) ?? 'FALSE'}`;
}

const functions: Readonly<Record<string, string>> = { ln: 'log', log: 'log', log10: 'log10', exp: 'exp', sqrt: 'sqrt', abs: 'abs' };

export function formulaText(formula: Formula, names: Names): string {
  switch (formula.kind) {
    case 'number':
      return numeral(formula.value);
    case 'variable':
      return valuesOf(formula.name, names);
    case 'run':
      return columnsOfRun(names.frame, formula.first, formula.last)
        .map((name) => valuesOf(name, names))
        .join(', ');
    case 'negate':
      return `-(${formulaText(formula.operand, names)})`;
    case 'binary':
      return `(${formulaText(formula.left, names)} ${formula.operator} ${formulaText(formula.right, names)})`;
    case 'call': {
      const given = formula.arguments.map((part) => formulaText(part, names)).join(', ');
      if (Object.hasOwn(functions, formula.name)) return `${functions[formula.name]!}(${given})`;
      if (formula.name === 'round') return `sign(${given}) * floor(abs(${given}) + 0.5)`;
      return `across_row(${text(formula.name)}, ${formula.needs === undefined ? '' : `needs = ${formula.needs}, `}${given})`;
    }
  }
}
