// Stata code as text: names, strings, numbers, comments, conditions, formulas. In Stata a missing value is larger than every number, so
// whatever compares says what it does with missing values.
import type { Condition, Formula, ValueSet } from '../../contract/variables.ts';
import { columnOf, missingIn, type Column, type Frame } from '../../data/frame.ts';
import { levelsIn } from '../../data/values.ts';
import { oneLine } from '../comment.ts';
import { argumentsCode } from '../request.ts';

const RESERVED = new Set(['byte', 'double', 'float', 'if', 'in', 'int', 'long', 'str', 'strL', 'using', 'with']);
/** What `import` calls columns itself: v1, v2 … of text, A, B … of a sheet. */
const IMPORTED = /^(?:v\d+|[A-Z]{1,3}|str\d+)$/u;

/** Names of variables and scalars: letters, digits and `_`, at most 32, each once. The same key has the same name again. */
export class StataNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  #made = 0;

  /** A number that no other name of this script was made of. */
  next(): number {
    this.#made += 1;
    return this.#made;
  }

  of(key: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const plain = [...key.normalize('NFC').replace(/[^\p{L}\p{Nd}_]+/gu, '_')].slice(0, 26).join('');
    const base = /^\p{L}/u.test(plain) && !RESERVED.has(plain) && !IMPORTED.test(plain) ? plain : `x_${plain.replace(/^_+/u, '')}`;
    let name = base;
    for (let more = 2; this.#taken.has(name); more++) name = `${base}_${more}`;
    this.#taken.add(name);
    this.#names.set(key, name);
    return name;
  }
}

/** What opens or continues a comment, or a macro, is taken apart: Stata looks for both in comments and in strings. */
const inert = (value: string): string =>
  oneLine(value)
    .replaceAll('`', '‘')
    .replaceAll('$', '＄')
    .replace(/(?<=[/*])(?=[/*])/gu, ' ');

export const comment = (said: string): string => `* ${inert(said)}`.trimEnd();

/** A label, in compound quotes. */
export const labelled = (value: string, longest = 80): string => {
  const text = [...inert(value)].slice(0, longest).join('').replaceAll(`"'`, `" '`);
  return `\`"${text.endsWith('"') ? `${text} ` : text}"'`;
};

/** A string as an expression, sign by sign the same: what Stata would take for a macro, a quote or a comment is put together. */
export function quoted(value: string): string {
  const pieces = value.split(/([`$"\p{Cc}\p{Cf}\p{Zl}\p{Zp}])|(?<=[/*])(?=[/*])/u).filter((piece) => piece !== undefined && piece !== '');
  const parts = pieces.map((piece) => {
    const code = piece.codePointAt(0)!;
    if (!/^[`$"\p{Cc}\p{Cf}\p{Zl}\p{Zp}]$/u.test(piece)) return `"${piece}"`;
    return code < 128 ? `char(${code})` : `uchar(${code})`;
  });
  return parts.length === 0 ? '""' : parts.length === 1 ? parts[0]! : `(${parts.join(' + ')})`;
}

export const numeral = (value: number): string => (Object.is(value, -0) ? '0' : String(value));

/** In a formula: one below 0 in parentheses. */
export const figure = (value: number): string => (value < 0 ? `(${numeral(value)})` : numeral(value));

const WIDEST = 90;

/** A list over several lines. */
export function listed(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDEST) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(' ///\n    ');
}

export interface Reading {
  readonly names: StataNames;
  readonly frame: Frame;
  readonly missing: ValueSet;
  readonly declared: ReadonlySet<string>;
  /** Levels of each category, in order: their codes count them from 1. */
  readonly levels: ReadonlyMap<string, readonly string[]>;
  /** Whether the file is read as text, cell by cell. */
  readonly asText: boolean;
  readonly decimal: '.' | ',' | null;
}

export const rawName = ({ names }: Pick<Reading, 'names'>, column: string): string => names.of(`raw_${column}`);

/** The numbers of a column as it is in the file. */
export function rawNumbers(reading: Reading, column: Column): string {
  const raw = rawName(reading, column.name);
  if (!reading.asText && column.kind === 'number') return raw;
  const comma = reading.decimal === ',' || (column.kind === 'text' && column.style?.decimal === ',');
  return comma ? `real(subinstr(${raw}, ",", ".", .))` : `real(${raw})`;
}

/** Whether a value is in a set; null: it never is. A blank is no value here, and a missing value is in no set. */
export function inSet(
  set: ValueSet,
  value: string,
  texts: readonly { readonly raw: string; readonly level: string }[] | null,
): string | null {
  if (texts !== null) return texts.length === 0 ? null : texts.map(({ raw, level }) => `${raw} == ${quoted(level)}`).join(' | ');
  const numbers = [...new Set(set.flatMap((code) => (code.kind === 'number' ? [numeral(code.value)] : [])))];
  const parts = [
    ...(numbers.length === 0 ? [] : [numbers.length === 1 ? `${value} == ${numbers[0]!}` : `inlist(${value}, ${numbers.join(', ')})`]),
    ...set.flatMap((code) => {
      if (code.kind !== 'range') return [];
      const low = code.low === null ? [] : [`${value} ${code.low.open ? '>' : '>='} ${numeral(code.low.value)}`];
      const high = code.high === null ? [`!missing(${value})`] : [`${value} ${code.high.open ? '<' : '<='} ${numeral(code.high.value)}`];
      return [`(${[...low, ...high].join(' & ')})`];
    }),
  ];
  return parts.length === 0 ? null : parts.join(' | ');
}

/** The texts of a column that are in a set; null for a column of numbers. */
export function textsIn(
  set: ValueSet,
  column: string,
  reading: Reading,
): readonly { readonly raw: string; readonly level: string }[] | null {
  const source = columnOf(reading.frame, column);
  if (source?.kind !== 'text') return null;
  const inside = levelsIn(set, source);
  const raw = rawName(reading, column);
  return source.levels.flatMap((level, at) => (inside[at]! ? [{ raw, level }] : []));
}

/** A value by name: a variable's, or a column's without its codes for no answer (`undefined`: it is a text). */
function valueOf(name: string, reading: Reading): string | undefined {
  if (reading.declared.has(name)) return reading.names.of(name);
  const column = columnOf(reading.frame, name);
  if (column === undefined || column.kind === 'text' || column.joinedFrom !== undefined) return undefined;
  return missingIn(column, reading.missing).some((code) => code.kind !== 'blank') ? undefined : rawNumbers(reading, column);
}

export interface Decided {
  readonly holds: string;
  /** Where it is known not to hold: neither is where an answer is missing. */
  readonly fails: string;
}

/** Undefined: it cannot be said so. */
export function conditionText(condition: Condition, reading: Reading): Decided | undefined {
  if ('parts' in condition) {
    const parts = condition.parts.map((part) => conditionText(part, reading));
    if (parts.some((part) => part === undefined)) return undefined;
    const all = (which: keyof Decided, sign: string): string => `(${parts.map((part) => part![which]).join(sign)})`;
    return condition.kind === 'and'
      ? { holds: all('holds', ' & '), fails: all('fails', ' | ') }
      : { holds: all('holds', ' | '), fails: all('fails', ' & ') };
  }
  const value = valueOf(condition.variable, reading);
  if (value === undefined) return undefined;
  if (condition.kind === 'compare') {
    const compared = `${value} ${condition.operator} ${numeral(condition.value)}`;
    return { holds: `(${compared} & !missing(${value}))`, fails: `(!(${compared}) & !missing(${value}))` };
  }
  const levels = reading.levels.get(condition.variable);
  const values = condition.values ?? [];
  const blank = values.some((code) => code.kind === 'blank');
  const codes: ValueSet =
    levels === undefined ? values : (condition.levels ?? []).map((level) => ({ kind: 'number', value: levels.indexOf(level) + 1 }));
  const inside = inSet(codes, value, null) ?? '0';
  const decided = blank
    ? { holds: `(missing(${value}) | ${inside})`, fails: `(!missing(${value}) & !(${inside}))` }
    : { holds: `((${inside}) & !missing(${value}))`, fails: `(!(${inside}) & !missing(${value}))` };
  return condition.not ? { holds: decided.fails, fails: decided.holds } : decided;
}

const functions: Readonly<Record<string, string>> = { ln: 'ln', log10: 'log10', exp: 'exp', sqrt: 'sqrt', abs: 'abs' };
const acrossRows: Readonly<Record<string, string>> = { mean: 'rowmean', sum: 'rowmean', min: 'rowmin', max: 'rowmax', valid: 'rownonmiss' };

/** A formula's value; `before` gets the lines that make what it needs, each of a name of its own. Undefined: it cannot be said so. */
export function formulaText(formula: Formula, reading: Reading, before: string[]): string | undefined {
  const { names } = reading;
  const all = (parts: readonly Formula[]): readonly string[] | undefined =>
    argumentsCode(
      parts,
      reading.frame,
      (name) => valueOf(name, reading),
      (part) => formulaText(part, reading, before),
    );
  const made = (line: (name: string) => readonly string[]): string => {
    const name = names.of(`part ${names.next()}`);
    before.push(...line(name));
    return name;
  };
  switch (formula.kind) {
    case 'number':
      return numeral(formula.value);
    case 'variable':
      return valueOf(formula.name, reading);
    case 'run':
      return undefined;
    case 'negate': {
      const operand = formulaText(formula.operand, reading, before);
      return operand === undefined ? undefined : `(-(${operand}))`;
    }
    case 'binary': {
      const [left, right] = [formulaText(formula.left, reading, before), formulaText(formula.right, reading, before)];
      return left === undefined || right === undefined ? undefined : `(${left} ${formula.operator} ${right})`;
    }
    case 'call': {
      const given = all(formula.arguments);
      if (given === undefined || given.length === 0) return undefined;
      const { name, needs } = formula;
      if (name === 'log') return given.length === 1 ? `ln(${given[0]!})` : `(ln(${given[0]!}) / ln(${given[1]!}))`;
      if (name === 'sum' && needs === undefined) return `(${given.join(' + ')})`;
      const across = Object.hasOwn(acrossRows, name) ? acrossRows[name]! : undefined;
      if (across === undefined || (needs !== undefined && !['mean', 'sum'].includes(name)))
        return Object.hasOwn(functions, name) && needs === undefined && given.length === 1
          ? `${functions[name]!}(${given[0]!})`
          : undefined;
      const isName = /^\p{L}[\p{L}\p{Nd}_]*$/u;
      const members = given.map((one) => (isName.test(one) ? one : made((own) => [`generate double ${own} = ${one}`])));
      const value = made((own) => [`egen double ${own} = ${across}(${listed(members)})`]);
      if (name === 'mean' || name === 'sum') {
        const answered = made((own) => [`egen double ${own} = rownonmiss(${listed(members)})`]);
        before.push(`replace ${value} = . if ${answered} < ${needs ?? 1}`);
      }
      return name === 'sum' ? `(${members.length} * ${value})` : value;
    }
  }
}
