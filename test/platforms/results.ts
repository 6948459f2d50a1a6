// What a reading gives in the shape that expected.json has (type, counts, mean, first and last cells …), and how the two are compared. A
// column is found by its name or by its headings; codes that are only to be proposed are accepted here.
import { cellText, numericCells, setMatchesText, type Column, type Frame } from '@studyspec/core';
import type { ExpectedColumn } from './expected.ts';

export interface TextColumnWanted extends ExpectedColumn {
  readonly header?: readonly string[];
  readonly points?: Readonly<Record<string, number>>;
  readonly as_points?: Readonly<Record<'mean' | 'sd' | 'min' | 'max', number>>;
  readonly unread?: Readonly<Record<string, string>>;
  readonly unit?: string;
  readonly raw_first?: readonly unknown[];
  readonly raw_last?: readonly unknown[];
}

type Cell = string | number | null;
export type Result = Readonly<Record<string, unknown>>;

const columnFor = (frame: Frame, { name, header = [] }: TextColumnWanted): Column | undefined =>
  frame.columns.find((one) => one.name === name || one.name === header[0] || one.name === header.join(' / '));

/** What the column gives, in the fields that are wanted; null where there is no such column. */
export function resultOf(frame: Frame, want: TextColumnWanted): Result | null {
  const column = columnFor(frame, want);
  if (column === undefined) return null;
  const isNumber = want.type === 'number' || want.type === 'duration';
  const accepted = (want.missing_codes?.source.startsWith('to be proposed') === true ? (want.missing_codes.values ?? []) : []).map(String);
  const texts = Array.from({ length: frame.rows }, (_, row) => cellText(column, row));
  const missing = texts.map((text) => text !== null && (setMatchesText(column.declaredMissing ?? [], text) || accepted.includes(text)));
  const numbers = isNumber ? numericCells(column, column.declaredMissing ?? []) : null;
  const unread = new Set(numbers?.notNumbers ?? []);
  const cells = texts.map((text, row): Cell => {
    if (text === null || unread.has(row)) return null;
    return isNumber && (!missing[row]! || accepted.includes(text)) ? numbers!.values[row]! : text;
  });
  const valid = cells.filter((cell, row) => cell !== null && !missing[row]!);
  const byCode = countsOf(cells.filter((cell, row) => cell !== null && missing[row]!));
  const figures = want.type === 'labels' ? valid.map((cell) => want.points![String(cell)] ?? NaN) : isNumber ? (valid as number[]) : [];
  const mean = figures.reduce((sum, value) => sum + value, 0) / figures.length;
  const moments = ['date', 'datetime', 'time'].includes(want.type) ? (valid as string[]).slice().sort() : null;
  return {
    kind: column.kind === 'text' && column.moment !== undefined ? column.moment : isNumber ? 'number' : 'text',
    n_valid: valid.length,
    n_missing: cells.length - valid.length,
    n_blank: cells.filter((cell) => cell === null).length,
    n_distinct: new Set(valid).size,
    max_characters: Math.max(0, ...valid.map((cell) => [...String(cell)].length)),
    missing_by_code: byCode,
    counts: countsOf(valid),
    unread: Object.fromEntries([...unread].map((row) => [String(row + 1), texts[row]])),
    ...(figures.length === 0
      ? {}
      : {
          mean,
          sd: Math.sqrt(figures.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (figures.length - 1)),
          min: Math.min(...figures),
          max: Math.max(...figures),
        }),
    ...(moments === null ? {} : { min: moments[0], max: moments.at(-1) }),
    first: cells.slice(0, 3),
    last: cells.slice(-2),
  };
}

function countsOf(cells: readonly Cell[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b) + 1e-12;

/** Numbers to nine digits, everything else exactly; keys of objects in any order. */
function equal(got: unknown, want: unknown): boolean {
  if (typeof got === 'number' && typeof want === 'number') return near(got, want);
  if (got === null || want === null || typeof got !== 'object' || typeof want !== 'object') return Object.is(got, want);
  const [a, b] = [Object.entries(got), Object.entries(want)];
  return a.length === b.length && b.every(([key, value]) => equal((got as Record<string, unknown>)[key], value));
}

/** Every difference between a file and what is expected of it, in words. */
export function differences(frame: Frame, columns: readonly TextColumnWanted[]): string[] {
  return columns.flatMap((want) => {
    const got = resultOf(frame, want);
    if (got === null) return [`${want.name}: no such column`];
    const kind = { date: 'date', datetime: 'datetime', time: 'time', number: 'number', duration: 'number' }[want.type] ?? 'text';
    // Several answers in a cell are one text until a study names its choices.
    const cells = want.type === 'choices' ? { first: want.raw_first ?? [], last: want.raw_last ?? [] } : {};
    const fields: Readonly<Record<string, unknown>> = {
      ...pick(want, 'n_valid', 'n_missing', 'n_distinct', 'max_characters', 'missing_by_code', 'mean', 'sd', 'min', 'max'),
      ...pick(want, 'first', 'last', 'unread'),
      // What was not asked counts among the blanks of such a question.
      ...(want.type === 'choices' ? {} : pick(want, 'counts', 'n_blank')),
      ...(want.as_points === undefined ? {} : pick(want.as_points as never, 'mean', 'sd', 'min', 'max')),
      ...cells,
      kind,
    };
    return Object.entries(fields).flatMap(([field, value]) =>
      equal(got[field], value) ? [] : [`${want.name}: ${field} is ${JSON.stringify(got[field])}, expected ${JSON.stringify(value)}`],
    );
  });
}

function pick(from: object, ...fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => fields.includes(key)));
}
