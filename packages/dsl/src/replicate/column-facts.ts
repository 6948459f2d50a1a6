// What is said of a column outside the cells: by the file itself, by a codebook, by a form. What the cells say is column-seen.ts.
import type { Column } from '@studyspec/core';
import type { CodebookEntry } from './codebook.ts';

export interface ColumnFacts {
  /** In several languages, the file's or the codebook's own first. */
  readonly labels: readonly string[];
  readonly values: readonly { readonly value: number | string; readonly labels: readonly string[] }[];
  /** Codes for no answer that a codebook lists. Those that the file declares hold anyway. */
  readonly missing: readonly number[];
  readonly range: { readonly low: number; readonly high: number } | null;
  /** Null: nothing is said. */
  readonly reversed: boolean | null;
  /** The dimension that a codebook puts it into. */
  readonly dimension: string | null;
  /** Several answers in a cell. */
  readonly several?: true;
  /** No question. */
  readonly aside?: true;
}

const NONE: ColumnFacts = { labels: [], values: [], missing: [], range: null, reversed: null, dimension: null };

export function factsOfFile(column: Column): ColumnFacts {
  return {
    ...NONE,
    labels: column.label === undefined || column.label.trim() === '' ? [] : [column.label],
    values: (column.valueLabels ?? [])
      .filter(({ value }) => typeof value === 'number' || !/^\.[a-z]$/u.test(value))
      .map(({ value, label }) => ({ value, labels: [label] })),
  };
}

export function factsOfCodebook(entry: CodebookEntry): ColumnFacts {
  const values = new Map<number, string[]>();
  for (const { code, label } of entry.codes) values.set(code, [...(values.get(code) ?? []), label]);
  return {
    labels: entry.labels,
    values: [...values].map(([value, labels]) => ({ value, labels })),
    missing: entry.missing,
    range: entry.range,
    reversed: entry.range === null && entry.codes.length === 0 ? null : entry.reversed,
    dimension: entry.dimension,
  };
}

/** A codebook's word before the file's; where it has none, the file's. */
export function joinedFacts(file: ColumnFacts, said: ColumnFacts | undefined): ColumnFacts {
  if (said === undefined) return file;
  return {
    ...said,
    labels: said.labels.length > 0 ? said.labels : file.labels,
    values: said.values.length > 0 ? said.values : file.values,
  };
}
