// One frame out of the file of answers and the files joined to it: columns that a map renames or recodes, and columns looked up by a key.
// Reading the files is the host's; what answers mean is coding.ts.
import type { CodedLevel } from '../problems/data-phrases.ts';
import { columnOf, fileOf, missingIn, numberAt, pointColumn, rowNumber, type Column, type Frame } from './frame.ts';
import { keyOf, numberLikenessOf } from './keys.ts';
import { inexact, lookAlikes } from './look-alikes.ts';
import type { DataPlan, JoinPlan, MappedColumn } from './survey-plan.ts';
import type { ValueSet } from '../contract/variables.ts';
import type { DataProblem } from './data-problem.ts';
import { derivation, each, fields, same } from '../memo/derivation.ts';
import { noMemo, type Memo } from '../memo/memo.ts';
import { nearest } from '../text/nearest.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { joinClash } from '../problems/replication/join-clash.ts';
import { joinDuplicateKey } from '../problems/replication/join-duplicate-key.ts';
import { joinKeyMissing } from '../problems/replication/join-key-missing.ts';
import { joinUnmatched } from '../problems/replication/join-unmatched.ts';
import { unknownColumn } from '../problems/data/unknown-column.ts';
import { unlistedCode } from '../problems/data/unlisted-code.ts';
import { cellText, levelNumbers, levelsIn, setMatchesNumber, setMatchesText, writeValueSet } from './values.ts';

export interface Assembly {
  /** The file of answers with the mapped and the joined columns behind its own; rows and their order are its own. */
  readonly frame: Frame;
  /** Keys that the joined file lacks, codes that a mapped column does not list: one entry an answer. */
  readonly dataProblems: readonly DataProblem[];
  /** Each with its plan path in `at`. */
  readonly problems: readonly Problem[];
}

/**
 * Puts a study's columns together. `joined` holds the frames of the joins in order; null is one that could not be read (the host has said
 * why). A join is many to one: every row of answers takes the columns of the one row with its key. A key that the joined file lacks leaves
 * the joined columns blank and is reported with row and value; a blank key is a missing answer and only leaves them blank. Keys are names
 * and compare as written (keys.ts). What stands for no answer in a joined file is the join's to say; the survey's codes do not touch it.
 * Never throws. With nothing to map or join the frame is `main` itself; with a `memo` the same files and maps give the same frame.
 */
export function assemble(data: DataPlan, main: Frame, joined: readonly (Frame | null)[] = [], memo: Memo = noMemo): Assembly {
  if ((data.columns ?? []).length === 0 && data.joins.length === 0) return { frame: main, dataProblems: [], problems: [] };
  return assembled(memo, { data, main, joined: data.joins.map((_, at) => joined[at] ?? null) });
}

type Assembled = Pick<DataPlan, 'id' | 'missing' | 'columns' | 'joins'>;
const assembled = derivation(
  'assemble',
  { data: fields<DataPlan>()('id', 'missing', 'columns', 'joins'), main: same<Frame>(), joined: each<Frame | null>() },
  ({ data, main, joined }) => put(data, main, joined),
);

function put(data: Assembled, main: Frame, joined: readonly (Frame | null)[]): Assembly {
  const columns: Column[] = [...main.columns];
  const dataProblems: DataProblem[] = [];
  const problems: Problem[] = [];
  const idColumn = data.id === undefined ? undefined : columnOf(main, data.id);
  const idOf = (row: number): string | null => (idColumn === undefined ? null : cellText(idColumn, row));
  const files = joined.flatMap((one) =>
    one === null ? [] : [{ file: one.file, rows: one.rows, ...(one.about === undefined ? {} : { about: one.about }) }],
  );
  const frame = (): Frame => ({ ...main, columns, ...(files.length === 0 ? {} : { joined: files }) });
  const waiting = new Set(data.columns ?? []);
  const map = (): void => {
    // A mapped column may be made of another one, or of a joined one: each as soon as its source is there.
    for (let before = -1; before !== waiting.size; ) {
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
    const other = joined[at] ?? null;
    if (other === null) continue;
    joinOne(frame(), other, join, `data/join/${at}`, columns, idOf, dataProblems, problems);
    map();
  }
  const names = columns.map((column) => column.name);
  for (const { name, from } of waiting) {
    problems.push(
      raise(
        unknownColumn,
        { column: from, file: main.file, nearest: nearest(from, names), columns: names },
        { at: `data/column/${name}/from`, data: { file: main.file, column: from } },
      ),
    );
  }
  return { frame: frame(), dataProblems, problems };
}

function mappedColumn(
  mapped: MappedColumn,
  source: Column,
  data: Assembled,
  main: Frame,
  idOf: (row: number) => string | null,
  dataProblems: DataProblem[],
  problems: Problem[],
): Column {
  const missing = mapped.missing ?? missingIn(source, data.missing);
  const rows = main.rows;
  const { values } = mapped;
  if (mapped.broken === true) return { kind: 'text', name: mapped.name, codes: new Int32Array(rows).fill(-1), levels: [] };
  // What is missing has been taken out: no other codes touch a mapped column.
  if (values === null) {
    if (source.kind === 'number')
      return {
        kind: 'number',
        name: mapped.name,
        missing: [],
        values: source.values.map((value) => (setMatchesNumber(missing, value) ? NaN : value)),
      };
    const gone = levelsIn(missing, source);
    return { ...source, name: mapped.name, missing: [], codes: source.codes.map((code) => (code >= 0 && gone[code]! ? -1 : code)) };
  }
  const codes = new Int32Array(rows).fill(-1);
  const counts = new Map<string, number>();
  const listed = values.map((value) => `${value.text} = ${writeValueSet(value.codes)}`);
  const valueOf = valueFinder(source, missing, values);
  let first: DataProblem | null = null;
  for (let row = 0; row < rows; row++) {
    const found = valueOf(row);
    if (found !== null) {
      codes[row] = found;
      continue;
    }
    const text = cellText(source, row)!;
    const problem: DataProblem = {
      kind: 'unlisted-code',
      variable: mapped.name,
      column: mapped.from,
      file: fileOf(main, row),
      row: rowNumber(main, row),
      id: idOf(row),
      value: text,
      expected: listed.join(', '),
      kept: false,
    };
    first ??= problem;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    dataProblems.push(problem);
  }
  if (first !== null) {
    const facts = {
      variable: mapped.name,
      row: first.row,
      id: first.id,
      value: first.value,
      expected: first.expected,
      count: total(counts),
      values: listOf(counts),
      distinct: counts.size,
    };
    problems.push(
      raise(
        unlistedCode,
        {
          ...facts,
          levels: values.map(codedValue),
          silent: values.filter((_, at) => !codes.includes(at)).map(codedValue),
        },
        { at: `data/column/${mapped.name}`, data: placeOf(first) },
      ),
    );
  }
  return { kind: 'text', name: mapped.name, missing: [], codes, levels: values.map((value) => value.text) };
}

/** The value that a row's cell stands for: -1 where it is missing, null where none lists it. */
function valueFinder(source: Column, missing: ValueSet, values: NonNullable<MappedColumn['values']>): (row: number) => number | null {
  const settle = (isMissing: boolean, at: number): number | null => (isMissing ? -1 : at < 0 ? null : at);
  if (source.kind === 'number') {
    return (row) => {
      const value = numberAt(source, row);
      return settle(
        Number.isNaN(value) || setMatchesNumber(missing, value),
        values.findIndex(({ codes }) => setMatchesNumber(codes, value)),
      );
    };
  }
  const gone = levelsIn(missing, source);
  const numbers = levelNumbers(source);
  const found = source.levels.map((level, code) =>
    settle(
      gone[code]!,
      values.findIndex(({ codes }) => setMatchesText(codes, level, numbers[code]!)),
    ),
  );
  return (row) => (source.codes[row]! < 0 ? -1 : found[source.codes[row]!]!);
}

/** So many rows are named in a problem; all are among the data problems. */
const NAMED_ROWS = 25;

function joinOne(
  frame: Frame,
  other: Frame,
  join: JoinPlan,
  at: string,
  columns: Column[],
  idOf: (row: number) => string | null,
  dataProblems: DataProblem[],
  problems: Problem[],
): void {
  const names = (of: Frame): string[] => of.columns.map((column) => column.name);
  const otherName = join.key ?? join.on;
  const key = columnOf(frame, join.on);
  const otherKey = columnOf(other, otherName);
  if (key === undefined)
    problems.push(
      raise(
        joinKeyMissing,
        {
          key: join.on,
          file: frame.file,
          other: other.file,
          side: 'answers',
          nearest: nearest(join.on, names(frame)),
          columns: names(frame),
        },
        { at: `${at}/on`, data: { file: frame.file, column: join.on } },
      ),
    );
  if (otherKey === undefined)
    problems.push(
      raise(
        joinKeyMissing,
        {
          key: otherName,
          file: other.file,
          other: frame.file,
          side: 'joined',
          nearest: nearest(otherName, names(other)),
          columns: names(other),
        },
        { at: `${at}/key`, data: { file: other.file, column: otherName } },
      ),
    );
  if (key === undefined || otherKey === undefined) return;
  const rounded = [...inexact(key, frame, 'key', `${at}/on`), ...inexact(otherKey, other, 'key', at)];
  problems.push(...rounded);
  if (rounded.length > 0) return;

  const rowOf = new Map<string, number>();
  for (let row = 0; row < other.rows; row++) {
    const text = cellText(otherKey, row);
    if (text === null) continue;
    const before = rowOf.get(keyOf(text));
    if (before !== undefined) {
      problems.push(
        raise(
          joinDuplicateKey,
          { key: otherName, value: text, file: other.file, first: rowNumber(other, before), second: rowNumber(other, row) },
          { at, data: { file: other.file, row: rowNumber(other, row), column: otherName, value: text } },
        ),
      );
      return;
    }
    rowOf.set(keyOf(text), row);
  }
  problems.push(...lookAlikes(key, frame, `${at}/on`), ...lookAlikes(otherKey, other, at));

  const source = new Int32Array(frame.rows).fill(-1);
  const counts = new Map<string, number>();
  const rows: number[] = [];
  let first: DataProblem | null = null;
  for (let row = 0; row < frame.rows; row++) {
    const text = cellText(key, row);
    if (text === null) continue;
    const found = rowOf.get(keyOf(text));
    if (found !== undefined) {
      source[row] = found;
      continue;
    }
    const problem: DataProblem = {
      kind: 'unmatched-key',
      variable: join.on,
      column: join.on,
      file: fileOf(frame, row),
      row: rowNumber(frame, row),
      id: idOf(row),
      value: text,
      expected: `a ${otherName} that ${other.file} lists`,
      kept: false,
    };
    first ??= problem;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (rows.length < NAMED_ROWS) rows.push(problem.row);
    dataProblems.push(problem);
  }
  if (first !== null) {
    const known = [...rowOf.values()].map((row) => cellText(otherKey, row)!);
    const alike = new Map(known.map((text) => [numberLikenessOf(text), text]));
    const pairs = [...counts.keys()].flatMap((value) => {
      const twin = alike.get(numberLikenessOf(value));
      return twin === undefined ? [] : [{ value, known: twin }];
    });
    problems.push(
      raise(
        joinUnmatched,
        {
          key: join.on,
          file: other.file,
          row: first.row,
          id: first.id,
          value: first.value,
          rows,
          count: total(counts),
          values: listOf(counts),
          distinct: counts.size,
          nearest: /\p{L}/u.test(first.value) ? nearest(first.value, known) : null,
          known,
          alike: pairs,
        },
        { at, data: placeOf(first) },
      ),
    );
  }
  const clashes = names(other).filter((name) => name !== otherName && columns.some((column) => column.name === name));
  if (clashes.length > 0) problems.push(raise(joinClash, { columns: clashes, file: other.file, main: frame.file }, { at }));
  for (const column of other.columns)
    if (column.name !== otherName && !clashes.includes(column.name))
      columns.push({ ...picked(column, source, join.missing ?? []), joinedFrom: other.file });
}

function picked(column: Column, source: Int32Array, missing: ValueSet): Column {
  if (column.kind === 'number' && column.points !== undefined) {
    const { codes, values } = column.points;
    return pointColumn(column, { codes: Int32Array.from(source, (row) => (row < 0 ? -1 : codes[row]!)), values }, { missing });
  }
  if (column.kind === 'number')
    return {
      ...column,
      missing,
      values: Float64Array.from(source, (row) => (row < 0 ? NaN : column.values[row]!)),
      ...(column.reasons === undefined ? {} : { reasons: Uint8Array.from(source, (row) => (row < 0 ? 0 : column.reasons![row]!)) }),
    };
  return { ...column, missing, codes: Int32Array.from(source, (row) => (row < 0 ? -1 : column.codes[row]!)) };
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
const listOf = (counts: ReadonlyMap<string, number>): { value: string; count: number }[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 10);
function placeOf({ file, row, column, value, id }: DataProblem): NonNullable<Problem['data']> {
  return id === null ? { file, row, column, value } : { file, row, column, value, id };
}

const codedValue = ({ text, codes }: NonNullable<MappedColumn['values']>[number]): CodedLevel => ({
  name: text,
  codes: writeValueSet(codes),
});
