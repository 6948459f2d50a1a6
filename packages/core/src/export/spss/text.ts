// SPSS syntax as text: names, strings, numbers, comments, conditions, formulas. What PSPP reads, too.
import type { Condition, Formula, ValueSet } from '../../contract/variables.ts';
import { columnOf, missingIn, type Frame } from '../../data/frame.ts';
import { levelsIn } from '../../data/values.ts';
import { oneLine } from '../comment.ts';
import { argumentsCode } from '../request.ts';

const RESERVED = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']);
const LONGEST_LINE = 200;

/** Names of variables: letters, digits and `_` of ASCII, each once whatever its case. The same key has the same name again. */
export class SpssNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  of(key: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const plain = key.replace(/[^A-Za-z0-9_]+/gu, '_').slice(0, 50);
    const base =
      /^[A-Za-z]/u.test(plain) && !plain.endsWith('_') && !RESERVED.has(plain.toLowerCase()) ? plain : `v${plain.replace(/_+$/u, '')}`;
    let name = base;
    for (let more = 2; this.#taken.has(name.toLowerCase()); more++) name = `${base}_${more}`;
    this.#taken.add(name.toLowerCase());
    this.#names.set(key, name);
    return name;
  }
}

/** A string of one line; SPSS knows no other. */
export const quoted = (value: string): string => `'${value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll("'", "''")}'`;
/** A label: at most 255 bytes. */
export const labelled = (value: string): string => quoted([...oneLine(value)].slice(0, 80).join(''));
export const numeral = (value: number): string => (Object.is(value, -0) ? '0' : String(value).toUpperCase());

/** A comment; a long one in several. A period at the end of a line ends it. */
export function comment(said: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(said).split(' ')) {
    if (line !== '' && line.length + word.length > LONGEST_LINE) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((one) => `* ${one.replace(/[.\s]+$/u, '')}.`).join('\n');
}

/** A list of names over several lines. */
export const listed = (names: readonly string[]): string => names.join('\n    ');

export interface Reading {
  readonly names: SpssNames;
  readonly frame: Frame;
  readonly missing: ValueSet;
  readonly declared: ReadonlySet<string>;
  /** Levels of each category, in order: their codes count them from 1. */
  readonly levels: ReadonlyMap<string, readonly string[]>;
}

export const rawName = ({ names }: Pick<Reading, 'names'>, column: string): string => names.of(`raw_${column}`);

/** Whether a value is in a set; null: it never is. A blank is no value here. */
export function inSet(set: ValueSet, value: string, texts: readonly string[] | null): string | null {
  if (texts !== null) return texts.length === 0 ? null : `ANY(RTRIM(${value}), ${texts.map(quoted).join(', ')})`;
  const numbers = set.flatMap((code) => (code.kind === 'number' ? [numeral(code.value)] : []));
  const parts = [
    ...(numbers.length === 0 ? [] : [`ANY(${value}, ${numbers.join(', ')})`]),
    ...set.flatMap((code) => {
      if (code.kind !== 'range') return [];
      const ends = [
        ...(code.low === null ? [] : [`${value} ${code.low.open ? '>' : '>='} ${numeral(code.low.value)}`]),
        ...(code.high === null ? [] : [`${value} ${code.high.open ? '<' : '<='} ${numeral(code.high.value)}`]),
      ];
      return ends.length === 0 ? [`NOT MISSING(${value})`] : [`(${ends.join(' AND ')})`];
    }),
  ];
  return parts.length === 0 ? null : parts.join(' OR ');
}

/** The texts of a column that are in a set; null for a column of numbers. */
export function textsIn(set: ValueSet, column: string, frame: Frame): readonly string[] | null {
  const source = columnOf(frame, column);
  return source?.kind === 'text' ? source.levels.filter((_, at) => levelsIn(set, source)[at]!) : null;
}

/** A value by name: a variable's, or a column's without its codes for no answer (`undefined`: it is a text). */
function valueOf(name: string, reading: Reading): string | undefined {
  if (reading.declared.has(name)) return reading.names.of(name);
  const column = columnOf(reading.frame, name);
  if (column === undefined || column.kind === 'text') return undefined;
  return missingIn(column, reading.missing).some((code) => code.kind !== 'blank') ? undefined : rawName(reading, name);
}

/** Undefined: it cannot be said so. */
export function conditionText(condition: Condition, reading: Reading): string | undefined {
  if ('parts' in condition) {
    const parts = condition.parts.map((part) => conditionText(part, reading));
    return parts.includes(undefined) ? undefined : `(${parts.join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
  }
  const value = valueOf(condition.variable, reading);
  if (value === undefined) return undefined;
  if (condition.kind === 'compare') return `${value} ${condition.operator} ${numeral(condition.value)}`;
  const levels = reading.levels.get(condition.variable);
  const values = condition.values ?? [];
  const blank = values.some((code) => code.kind === 'blank');
  const codes: ValueSet =
    levels === undefined ? values : (condition.levels ?? []).map((level) => ({ kind: 'number', value: levels.indexOf(level) + 1 }));
  const inside = inSet(codes, value, null) ?? '1 = 0';
  const matches = blank ? `(MISSING(${value}) OR ${inside})` : `(${inside})`;
  return condition.not ? `(NOT ${matches})` : matches;
}

const functions: Readonly<Record<string, string>> = {
  ln: 'LN',
  log10: 'LG10',
  exp: 'EXP',
  sqrt: 'SQRT',
  abs: 'ABS',
  round: 'RND',
  min: 'MIN',
  max: 'MAX',
  valid: 'NVALID',
};

/** 0, or missing where a value is missing: SPSS takes 0 times or by a missing value for 0. */
export const orMissing = (value: string): string => `(${value} - ${value})`;

export function formulaText(formula: Formula, reading: Reading): string | undefined {
  const all = (parts: readonly Formula[]): readonly string[] | undefined =>
    argumentsCode(
      parts,
      reading.frame,
      (name) => valueOf(name, reading),
      (part) => formulaText(part, reading),
    );
  switch (formula.kind) {
    case 'number':
      return numeral(formula.value);
    case 'variable':
      return valueOf(formula.name, reading);
    case 'run':
      return undefined;
    case 'negate': {
      const operand = formulaText(formula.operand, reading);
      return operand === undefined ? undefined : `(-(${operand}))`;
    }
    case 'binary': {
      const [left, right] = [formulaText(formula.left, reading), formulaText(formula.right, reading)];
      if (left === undefined || right === undefined) return undefined;
      const isNumeral = [formula.left, formula.right].some(({ kind }) => kind === 'number');
      const guarded = isNumeral ? [] : formula.operator === '*' ? [left, right] : formula.operator === '/' ? [right] : [];
      return `(${[`${left} ${formula.operator} ${right}`, ...guarded.map(orMissing)].join(' + ')})`;
    }
    case 'call': {
      const given = all(formula.arguments);
      if (given === undefined) return undefined;
      const list = given.join(', ');
      if (formula.name === 'log') return given.length === 1 ? `LN(${list})` : `(LN(${given[0]!}) / LN(${given[1]!}))`;
      const needs = formula.needs ?? 1;
      if (formula.name === 'mean') return `MEAN.${needs}(${list})`;
      if (formula.name === 'sum')
        return formula.needs === undefined ? `(${given.join(' + ')})` : `(${given.length} * MEAN.${needs}(${list}))`;
      const known = Object.hasOwn(functions, formula.name) ? functions[formula.name]! : undefined;
      if (known === undefined || (formula.needs !== undefined && formula.name !== 'valid')) return undefined;
      return `${known}(${list})`;
    }
  }
}
