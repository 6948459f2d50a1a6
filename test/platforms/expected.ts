// What a platform file must give (expected.json), and how a reading is held against it: every field, cell by cell.
import { gunzipSync } from 'node:zlib';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  cellText,
  readData,
  setMatchesNumber,
  setMatchesText,
  type Column,
  type TableReading,
  type Frame,
  type ReadOptions,
} from '@studyspec/core';

export interface ExpectedColumn {
  readonly name: string;
  readonly type: string;
  readonly label?: string;
  readonly value_labels?: Readonly<Record<string, string>>;
  readonly missing_codes?: { readonly values?: readonly number[]; readonly range?: readonly (number | null)[]; readonly source: string };
  readonly n_valid: number;
  readonly n_missing: number;
  readonly n_blank: number;
  readonly n_distinct?: number;
  readonly max_characters?: number;
  readonly missing_by_code?: Readonly<Record<string, number>>;
  readonly mean?: number;
  readonly sd?: number;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly first: readonly unknown[];
  readonly last: readonly unknown[];
  readonly measure?: string;
  readonly format?: string;
  readonly stored_as?: string;
  readonly exact?: boolean;
}

export interface ExpectedFile {
  readonly file: string;
  readonly format: string;
  readonly encoding: string;
  readonly respondents: number;
  readonly weight?: string;
  readonly multiple_response_sets?: readonly {
    readonly name: string;
    readonly kind: string;
    readonly label: string;
    readonly counted?: number;
    readonly variables: readonly string[];
  }[];
  readonly columns: readonly ExpectedColumn[];
  readonly header_rows?: number;
  readonly separator?: string;
  readonly decimal?: string;
  readonly must?: string;
  readonly accept?: readonly string[];
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export function expectedFiles(folder: string): readonly ExpectedFile[] {
  return (JSON.parse(readFileSync(here(`${folder}/expected.json`), 'utf8')) as { files: ExpectedFile[] }).files;
}

export function platformBytes(folder: string, file: string): Uint8Array {
  const plain = here(`${folder}/${file}`);
  return new Uint8Array(existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`)));
}

export function readPlatform(folder: string, file: string, options: ReadOptions = {}): TableReading {
  return readData(platformBytes(folder, file), file, options);
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b) + 1e-12;

/** Faults of one column, in words. */
export function faults(frame: Frame, want: ExpectedColumn): string[] {
  const wrong: string[] = [];
  const column = frame.columns.find((one) => one.name === want.name);
  if (column === undefined) return [`${want.name}: no such column`];
  const same = (what: string, got: unknown, expected: unknown): void => {
    if (JSON.stringify(got) !== JSON.stringify(expected))
      wrong.push(`${want.name}: ${what} is ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
  };
  const close = (what: string, got: number, expected: number): void => {
    if (!near(got, expected)) wrong.push(`${want.name}: ${what} is ${got}, expected ${expected}`);
  };
  if (want.label !== undefined) same('label', column.label, want.label);
  if (want.measure !== undefined && column.measure !== undefined) same('measure', column.measure, want.measure);
  if (want.format !== undefined) same('format', column.format, want.format);
  // haven and foreign store as they like; what is expected is the variable's kind in the script that wrote the others.
  if (want.stored_as !== undefined && /^(?:survey|cfps)/u.test(frame.file)) same('storage', column.storedAs, want.stored_as);
  if (want.value_labels !== undefined)
    same(
      'value labels',
      (column.valueLabels ?? []).map(({ value, label }) => `${value} ${label}`).sort(),
      Object.entries(want.value_labels)
        .map(([value, label]) => `${value} ${label}`)
        .sort(),
    );
  else same('value labels', column.valueLabels, undefined);
  const declared = want.missing_codes?.source === 'declared in the file';
  same('declared codes', column.declaredMissing !== undefined, declared);

  // Codes known only by their labels are proposed; here they are accepted.
  const proposed = declared ? [] : (want.missing_codes?.values ?? []);
  const cells = Array.from({ length: frame.rows }, (_, row) => shownCell(column, row));
  const isMissing = (row: number): boolean => {
    const cell = cells[row];
    if (cell === null || typeof cell === 'string')
      return cell === null || /^\.[a-z]$/u.test(cell) || setMatchesText(column.declaredMissing ?? [], cell);
    return setMatchesNumber(column.declaredMissing ?? [], cell!) || proposed.includes(cell!);
  };
  const valid = cells.filter((_, row) => !isMissing(row));
  same('n_valid', valid.length, want.n_valid);
  same('n_missing', cells.length - valid.length, want.n_missing);
  same('n_blank', cells.filter((cell) => cell === null).length, want.n_blank);
  const byCode: Record<string, number> = {};
  for (const [row, cell] of cells.entries()) if (cell !== null && isMissing(row)) byCode[String(cell)] = (byCode[String(cell)] ?? 0) + 1;
  same('missing by code', sorted(byCode), sorted(want.missing_by_code ?? {}));
  // Whole numbers beyond 2^53 are no longer what they were.
  const exact = want.exact !== false;
  if (want.counts !== undefined && exact) {
    const counts: Record<string, number> = {};
    for (const cell of valid) counts[String(cell)] = (counts[String(cell)] ?? 0) + 1;
    same('counts', sorted(counts), sorted(want.counts));
  }
  if (want.n_distinct !== undefined) same('n_distinct', new Set(valid).size, want.n_distinct);
  if (want.max_characters !== undefined)
    same('max_characters', Math.max(...valid.map((cell) => [...String(cell)].length)), want.max_characters);
  if (want.type === 'number') {
    same('kind', column.kind, 'number');
    const numbers = valid as number[];
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    if (want.mean !== undefined) close('mean', mean, want.mean);
    if (want.sd !== undefined && exact)
      close('sd', Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (numbers.length - 1)), want.sd);
    if (typeof want.min === 'number') close('min', Math.min(...numbers), want.min);
    if (typeof want.max === 'number') close('max', Math.max(...numbers), want.max as number);
  } else {
    same('kind', column.kind, 'text');
    const texts = (valid as string[]).slice().sort();
    if (want.min !== undefined) same('min', texts[0], want.min);
    if (want.max !== undefined) same('max', texts.at(-1), want.max);
    const moment = column.kind === 'text' ? column.moment : undefined;
    same('moment', moment, ['date', 'datetime', 'time'].includes(want.type) ? want.type : undefined);
  }
  want.first.forEach((value, row) => sameCell(`row ${row + 1}`, cells[row], value));
  want.last.forEach((value, at) =>
    sameCell(`last row but ${want.last.length - 1 - at}`, cells[cells.length - want.last.length + at], value),
  );
  return wrong;

  function sameCell(what: string, got: unknown, value: unknown): void {
    if (value !== null && typeof value === 'object') {
      const { start, end, characters } = value as { start: string; end: string; characters: number };
      const text = String(got);
      if (!text.startsWith(start) || !text.endsWith(end) || [...text].length !== characters)
        wrong.push(`${want.name}: ${what} is another long text`);
    } else if (typeof value === 'number' && typeof got === 'number') close(what, got, value);
    else same(what, got ?? null, value);
  }
}

/** As stored: codes for no answer too, Stata's as `.a`. */
function shownCell(column: Column, row: number): number | string | null {
  if (column.kind === 'text') return cellText(column, row);
  const reason = column.reasons?.[row] ?? 0;
  if (reason > 0) return `.${String.fromCharCode(96 + reason)}`;
  const value = column.values[row]!;
  return Number.isNaN(value) ? null : value;
}

const sorted = (of: Readonly<Record<string, number>>): [string, number][] => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
