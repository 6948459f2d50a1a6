// One frame out of the file of answers and the files joined to it: columns that a map renames or recodes, and columns looked up by a key.
// Reading the files is the host's; what answers mean is coding.ts.
import { columnOf, rowNumber, type Column, type Frame, type TextColumn } from './frame.ts';
import type { DataPlan, MappedColumn } from '../plan/plan.ts';
import type { DataProblem } from '../plan/results.ts';
import { idOf, idsOf, noMemo, type Memo } from '../plan/memo.ts';
import { nearest } from '../problems/nearest.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { joinClash } from '../problems/replication/join-clash.ts';
import { joinDuplicateKey } from '../problems/replication/join-duplicate-key.ts';
import { joinKeyMissing } from '../problems/replication/join-key-missing.ts';
import { joinUnmatched } from '../problems/replication/join-unmatched.ts';
import { unknownColumn } from '../problems/data/unknown-column.ts';
import { unlistedCode } from '../problems/data/unlisted-code.ts';
import { cellText, numberOf, setMatchesNumber, setMatchesText, writeNumber, writeValueSet } from './values.ts';

export interface Assembly {
  /** The file of answers with the mapped and the joined columns behind its own; rows and their order are its own. */
  readonly frame: Frame;
  /** Keys that the joined file lacks, codes that a mapped column does not list: one entry an answer. */
  readonly dataProblems: readonly DataProblem[];
  /** Each with its plan path in `at`. */
  readonly problems: readonly Problem[];
}

/**
 * Puts a study's columns together. `joined` holds the frame of each `join` by the file name of the plan; one that could not be read is left
 * out (the host has said why). A join is many to one: every row of answers takes the columns of the one row with its key. A key that the joined
 * file lacks leaves the joined columns blank and is reported with row and value; a blank key is a missing answer and only leaves them blank.
 * Keys are compared as text without outer blanks, or as numbers where either file holds numbers (`01` is 1). Never throws. With nothing to map or
 * join the frame is `main` itself; with a `memo` the same files and maps give the same frame.
 */
export function assemble(data: DataPlan, main: Frame, joined: ReadonlyMap<string, Frame> = new Map(), memo: Memo = noMemo): Assembly {
  if ((data.columns ?? []).length === 0 && data.joins.length === 0) return { frame: main, dataProblems: [], problems: [] };
  const key = JSON.stringify([data.id, data.missing, data.columns, data.joins]);
  return memo.recall(`assemble ${idOf(main)} ${idsOf(data.joins.map((join) => joined.get(join.file)))} ${key}`, () => put(data, main, joined));
}

function put(data: DataPlan, main: Frame, joined: ReadonlyMap<string, Frame>): Assembly {
  const columns: Column[] = [...main.columns];
  const dataProblems: DataProblem[] = [];
  const problems: Problem[] = [];
  const idColumn = data.id === undefined ? undefined : columnOf(main, data.id);
  const idOf = (row: number): string | null => (idColumn === undefined ? null : cellText(idColumn, row));
  const frame = (): Frame => ({ ...main, columns });
  const waiting = new Set(data.columns ?? []);
  const map = (): void => {
    // A mapped column may be made of another one, or of a joined one: each as soon as its source is there.
    for (let before = -1; before !== waiting.size;) {
      before = waiting.size;
      for (const mapped of waiting) {
        // What a map line calls `from` is a column of this file first.
        const source = columnOf(main, mapped.from) ?? columnOf(frame(), mapped.from);
        if (source === undefined) continue;
        waiting.delete(mapped);
        const made = mappedColumn(mapped, source, data, main, idOf, dataProblems, problems);
        const own = columns.findIndex((column) => column.name === mapped.name);
        if (own >= 0) columns[own] = made;
        else columns.push(made);
      }
    }
  };
  map();
  for (const [at, join] of data.joins.entries()) {
    const other = joined.get(join.file);
    if (other === undefined) continue;
    joinOne(frame(), other, join, `data/join/${at}`, columns, idOf, dataProblems, problems);
    map();
  }
  const names = columns.map((column) => column.name);
  for (const { name, from } of waiting) {
    problems.push(raise(unknownColumn, { column: from, file: main.file, nearest: nearest(from, names), columns: names }, { at: `data/column/${name}/from`, data: { file: main.file, column: from } }));
  }
  return { frame: frame(), dataProblems, problems };
}

function mappedColumn(mapped: MappedColumn, source: Column, data: DataPlan, main: Frame, idOf: (row: number) => string | null, dataProblems: DataProblem[], problems: Problem[]): Column {
  const missing = mapped.missing ?? data.missing;
  const rows = main.rows;
  const { values } = mapped;
  if (mapped.broken === true) return { kind: 'text', name: mapped.name, codes: new Int32Array(rows).fill(-1), levels: [] };
  if (values === null) {
    if (source.kind === 'number') return { kind: 'number', name: mapped.name, values: source.values.map((value) => (setMatchesNumber(missing, value) ? NaN : value)) };
    const gone = source.levels.map((level) => setMatchesText(missing, level));
    return { ...source, name: mapped.name, codes: source.codes.map((code) => (code >= 0 && gone[code]! ? -1 : code)) };
  }
  const codes = new Int32Array(rows).fill(-1);
  const counts = new Map<string, number>();
  const listed = values.map((value) => `${value.text} = ${writeValueSet(value.codes)}`);
  let first: DataProblem | null = null;
  for (let row = 0; row < rows; row++) {
    const text = cellText(source, row);
    if (text === null || setMatchesText(missing, text)) continue;
    const found = values.findIndex((value) => setMatchesText(value.codes, text));
    if (found >= 0) { codes[row] = found; continue; }
    const problem: DataProblem = { kind: 'unlisted-code', variable: mapped.name, column: mapped.from, file: main.file, row: rowNumber(main, row), id: idOf(row), value: text, expected: listed.join(', '), kept: false };
    first ??= problem;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    dataProblems.push(problem);
  }
  if (first !== null) {
    const facts = { variable: mapped.name, where: whereOf(first), value: first.value, expected: first.expected, count: total(counts), values: listOf(counts), distinct: counts.size };
    problems.push(raise(unlistedCode, { ...facts, levels: listed, silent: values.filter((_, at) => !codes.includes(at)).map((value) => `${value.text} (= ${writeValueSet(value.codes)})`) },
      { at: `data/column/${mapped.name}`, data: placeOf(first) }));
  }
  return { kind: 'text', name: mapped.name, codes, levels: values.map((value) => value.text) };
}

function joinOne(frame: Frame, other: Frame, join: { readonly file: string; readonly on: string }, at: string, columns: Column[], idOf: (row: number) => string | null, dataProblems: DataProblem[], problems: Problem[]): void {
  const names = (of: Frame): string[] => of.columns.map((column) => column.name);
  const key = columnOf(frame, join.on);
  const otherKey = columnOf(other, join.on);
  if (key === undefined) problems.push(raise(joinKeyMissing, { key: join.on, file: frame.file, other: other.file, side: 'answers', nearest: nearest(join.on, names(frame)), columns: names(frame) }, { at: `${at}/on`, data: { file: frame.file, column: join.on } }));
  if (otherKey === undefined) problems.push(raise(joinKeyMissing, { key: join.on, file: other.file, other: frame.file, side: 'joined', nearest: nearest(join.on, names(other)), columns: names(other) }, { at: `${at}/on`, data: { file: other.file, column: join.on } }));
  if (key === undefined || otherKey === undefined) return;

  const numeric = key.kind === 'number' || otherKey.kind === 'number';
  const plain = (text: string): string => { const value = numeric ? numberOf(text) : null; return value === null ? text.trim() : writeNumber(value); };
  const rowOf = new Map<string, number>();
  for (let row = 0; row < other.rows; row++) {
    const text = cellText(otherKey, row);
    if (text === null) continue;
    const before = rowOf.get(plain(text));
    if (before !== undefined) {
      problems.push(raise(joinDuplicateKey, { key: join.on, value: text, file: other.file, first: rowNumber(other, before), second: rowNumber(other, row) },
        { at, data: { file: other.file, row: rowNumber(other, row), column: join.on, value: text } }));
      return;
    }
    rowOf.set(plain(text), row);
  }

  const source = new Int32Array(frame.rows).fill(-1);
  const counts = new Map<string, number>();
  let first: DataProblem | null = null;
  for (let row = 0; row < frame.rows; row++) {
    const text = cellText(key, row);
    if (text === null) continue;
    const found = rowOf.get(plain(text));
    if (found !== undefined) { source[row] = found; continue; }
    const problem: DataProblem = { kind: 'unmatched-key', variable: join.on, column: join.on, file: frame.file, row: rowNumber(frame, row), id: idOf(row), value: text, expected: `a ${join.on} that ${other.file} lists`, kept: false };
    first ??= problem;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    dataProblems.push(problem);
  }
  if (first !== null) {
    const known = [...new Set(Array.from({ length: other.rows }, (_, row) => cellText(otherKey, row)).filter((text): text is string => text !== null))];
    problems.push(raise(joinUnmatched, { key: join.on, file: other.file, where: whereOf(first), value: first.value, count: total(counts), values: listOf(counts), distinct: counts.size, nearest: nearest(first.value, known), known }, { at, data: placeOf(first) }));
  }
  const clashes = names(other).filter((name) => name !== join.on && columns.some((column) => column.name === name));
  if (clashes.length > 0) problems.push(raise(joinClash, { columns: clashes, file: other.file, main: frame.file }, { at }));
  for (const column of other.columns) if (column.name !== join.on && !clashes.includes(column.name)) columns.push(picked(column, source));
}

function picked(column: Column, source: Int32Array): Column {
  if (column.kind === 'number') return { kind: 'number', name: column.name, values: Float64Array.from(source, (row) => (row < 0 ? NaN : column.values[row]!)) };
  const text: TextColumn = column;
  return { ...text, codes: Int32Array.from(source, (row) => (row < 0 ? -1 : text.codes[row]!)) };
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
const listOf = (counts: ReadonlyMap<string, number>): { value: string; count: number }[] => [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count).slice(0, 10);
const whereOf = (problem: DataProblem): string => (problem.id === null ? `Row ${problem.row}` : `Row ${problem.row} (${problem.id})`);

function placeOf({ file, row, column, value, id }: DataProblem): NonNullable<Problem['data']> {
  return id === null ? { file, row, column, value } : { file, row, column, value, id };
}
