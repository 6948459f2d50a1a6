// What every reader of a data file is asked and answers, and the common turns of those of binary files. A format's own is in its folder;
// the table of formats is readers/formats.ts.
import { raise, type Problem } from '../../../problems/problem.ts';
import { damagedDataFile } from '../../../problems/data/damaged-data-file.ts';
import type { DataFileKind } from '../../../problems/data-phrases.ts';
import { duplicateColumn } from '../../../problems/data/duplicate-column.ts';
import { noRows } from '../../../problems/data/no-rows.ts';
import type { ValueSet } from '../../../contract/variables.ts';
import type { FileFacts, ValueLabel } from '../../codebook.ts';
import type { Column, Frame, NumberColumn, TextColumn } from '../../frame.ts';
import { setMatchesNumber, writeNumber } from '../../values.ts';
import type { CsvOptions } from '../csv.ts';
import { Damage } from './cursor.ts';

export interface ReadOptions extends CsvOptions {
  /**
   * The columns to decode, by name, where the others are not needed; without it all. Names that the file does not have are the caller's
   * matter.
   */
  readonly columns?: readonly string[];
  /** Runs of columns to decode beside them, each by its first and its last in the file's order. */
  readonly runs?: readonly (readonly [first: string, last: string])[];
  /** The sheet of a workbook; without it the only one that has cells. */
  readonly sheet?: string;
  /** The table of a database file; without it the only one that there is. */
  readonly table?: string;
  /** Only a file of more columns than this is read in part. */
  readonly wide?: number;
}

export interface TableReading {
  /** Null when the file cannot be used; then a problem of severity error says why. */
  readonly frame: Frame | null;
  /** With `at: 'data'`. */
  readonly problems: readonly Problem[];
  readonly encoding: string;
}

/** Runs a reader; what it finds to be untrue ends in one problem. */
export function reading(file: string, kind: DataFileKind, read: () => TableReading): TableReading {
  try {
    const found = read();
    return found.problems.some((problem) => problem.severity === 'error') ? { ...found, frame: null } : found;
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    const { what, fault, byte } = error;
    return {
      frame: null,
      problems: [raise(damagedDataFile, { file, kind, fault, what, byte }, { at: 'data', data: { file } })],
      encoding: '',
    };
  }
}

/** Which of a file's columns are to be decoded, by their positions. */
export function wantedAmong(names: readonly string[], { columns, runs = [], wide = 0 }: ReadOptions): (at: number) => boolean {
  if (columns === undefined || names.length <= wide) return () => true;
  const wanted = new Set(columns);
  const within = new Set<number>();
  for (const [first, last] of runs) {
    const to = names.indexOf(last);
    for (let at = names.indexOf(first); at >= 0 && at <= to; at++) within.add(at);
  }
  return (at) => wanted.has(names[at]!) || within.has(at);
}

type Codebook = Omit<NumberColumn, 'kind' | 'values' | 'unit' | 'reasons'>;

/** Stata's `.a` to `.z`, by their numbers from 1. */
export function reasonText(reason: number): string {
  return `.${String.fromCharCode(96 + reason)}`;
}

/** A column of texts out of one of numbers; NaN is blank. `write` is called once a value. */
function asTexts(values: Float64Array, write: (value: number) => string): { codes: Int32Array; levels: string[] } {
  const known = new Map<number, number>();
  const levels: string[] = [];
  const byText = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    const before = known.get(value);
    if (before !== undefined) return before;
    const text = write(value);
    const code = byText.get(text) ?? levels.push(text) - 1;
    byText.set(text, code);
    known.set(value, code);
    return code;
  });
  return { codes, levels };
}

/**
 * A column of moments: as texts where `iso` writes them, and as the plain number where it is a code that the file declares missing, or no
 * moment.
 */
export function asMoments(
  codebook: Codebook,
  values: Float64Array,
  moment: TextColumn['moment'],
  iso: (value: number) => string | null,
  reasons: Uint8Array | null = null,
): TextColumn {
  const { declaredMissing = [], valueLabels = [], ...rest } = codebook;
  const gone = new Set<string>();
  const write = (value: number): string => {
    if (!setMatchesNumber(declaredMissing, value)) return iso(value) ?? writeNumber(value);
    gone.add(writeNumber(value));
    return writeNumber(value);
  };
  const texts = asTexts(values, write);
  for (let row = 0; reasons !== null && row < reasons.length; row++) {
    if (reasons[row] === 0) continue;
    const text = reasonText(reasons[row]!);
    gone.add(text);
    const known = texts.levels.indexOf(text);
    texts.codes[row] = known >= 0 ? known : texts.levels.push(text) - 1;
  }
  const missing: ValueSet = [...gone].map((text) => ({ kind: 'text', text }));
  const labels: ValueLabel[] = valueLabels.map(({ value, label }) => ({ value: typeof value === 'number' ? write(value) : value, label }));
  return {
    ...rest,
    kind: 'text',
    ...texts,
    ...(moment === undefined ? {} : { moment }),
    ...(missing.length === 0 ? {} : { declaredMissing: missing }),
    ...(labels.length === 0 ? {} : { valueLabels: labels }),
  };
}

/**
 * A column of numbers that the study uses as names (ids, keys) is one of texts: as a person writes the number. Numbers that are too large
 * to be exact name nothing and stay numbers.
 */
export function asNames(column: Column, names: ReadonlySet<string>): Column {
  if (column.kind === 'text' || !names.has(column.name) || column.values.some((value) => Math.abs(value) > Number.MAX_SAFE_INTEGER))
    return column;
  const { values, points: _points, reasons: _reasons, unit: _unit, ...rest } = column;
  return { ...rest, kind: 'text', ...asTexts(values, writeNumber) };
}

/** The frame of a file that has been read; what is wrong with any table is told here. */
export function framed(
  file: string,
  rows: number,
  columns: readonly Column[],
  about: FileFacts,
  problems: readonly Problem[],
): TableReading {
  const place = { at: 'data', data: { file } };
  const clashes = new Map<string, number[]>();
  for (const [at, name] of about.names.entries()) clashes.set(name, [...(clashes.get(name) ?? []), at + 1]);
  const several = [...clashes].filter(([, positions]) => positions.length > 1);
  const [clash] = several;
  return {
    frame: { file, rows, columns, about },
    problems: [
      ...problems,
      ...(clash === undefined
        ? []
        : [raise(duplicateColumn, { file, column: clash[0], positions: clash[1], others: several.length - 1 }, place)]),
      ...(rows === 0 ? [raise(noRows, { file, columns: about.names.length }, place)] : []),
    ],
    encoding: about.encoding,
  };
}
