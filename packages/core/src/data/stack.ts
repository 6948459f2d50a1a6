// Files of the same questions one below another (`append`): rows in the order of the files, columns by their names, and columns that have
// another name in some of the files (`from a | b`). Columns beside each other are assemble.ts; reading the files is the host's.
import { rowNumber, type Column, type Frame, type NumberColumn, type StackedFile, type TextColumn } from './frame.ts';
import { keyOf } from './keys.ts';
import type { DataPlan, EitherColumn } from './survey-plan.ts';
import { levelNumbers, levelsIn, setMatchesNumber, writeNumber } from './values.ts';
import type { ValueLabel } from './codebook.ts';
import { nearest } from '../text/nearest.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { appendClash } from '../problems/data/append-clash.ts';
import { eitherBoth } from '../problems/data/either-both.ts';
import { relabelledCodes } from '../problems/data/relabelled-codes.ts';
import { unknownColumn } from '../problems/data/unknown-column.ts';

export interface Stack {
  readonly frame: Frame;
  /** Each with its plan path in `at`. */
  readonly problems: readonly Problem[];
}

/**
 * Puts files below each other. `appended` holds the frames in the order of the plan's `appends`; null is one that could not be read (the
 * host has said why). A column that a file lacks is blank in its rows; one that holds numbers in one file and texts in another holds texts.
 * With nothing to append and no column of several names the frame is `main` itself. Never throws.
 */
export function stack(data: Pick<DataPlan, 'appends' | 'either'>, main: Frame, appended: readonly (Frame | null)[]): Stack {
  const { appends = [], either = [] } = data;
  if (appends.length === 0 && either.length === 0) return { frame: main, problems: [] };
  const files = [main, ...appended.flatMap((one) => one ?? [])];
  const rows = files.reduce((sum, one) => sum + one.rows, 0);
  const problems: Problem[] = [];
  const names = [...new Set(files.flatMap((one) => one.columns.map((column) => column.name)))];
  const columns = files.length === 1 ? [...main.columns] : names.map((name) => stacked(name, files, rows, problems));
  for (const one of either) columns.push(eitherColumn(one, files, rows, columns, problems));
  for (const name of new Set(appends.flatMap((one) => one.as ?? []))) {
    if (columns.some((column) => column.name === name)) {
      const file = files.find((one) => one.columns.some((column) => column.name === name))?.file ?? main.file;
      problems.push(raise(appendClash, { column: name, file }, { at: `data/append/${appends.findIndex((one) => one.as === name)}/as` }));
    } else columns.push(fileColumn(name, files, rows));
  }
  if (files.length === 1) return { frame: { ...main, columns }, problems };
  const rowNumbers = new Int32Array(rows);
  const of = new Uint16Array(rows);
  let from = 0;
  for (const [at, file] of files.entries()) {
    of.fill(at, from, from + file.rows);
    for (let row = 0; row < file.rows; row++) rowNumbers[from + row] = rowNumber(file, row);
    from += file.rows;
  }
  return {
    frame: {
      ...main,
      rows,
      columns,
      rowNumbers,
      stacked: {
        files: files.map(
          (one): StackedFile => ({
            file: one.file,
            rows: one.rows,
            decoded: one.columns.length,
            ...(one.about === undefined ? {} : { about: one.about }),
          }),
        ),
        of,
      },
    },
    problems,
  };
}

const columnIn = (file: Frame, name: string): Column | undefined => file.columns.find((column) => column.name === name);

/** The column of a name in all files. */
function stacked(name: string, files: readonly Frame[], rows: number, problems: Problem[]): Column {
  const found = files.map((file) => columnIn(file, name));
  const first = found.find((column) => column !== undefined)!;
  problems.push(...relabelled(name, files, found));
  return { ...together(name, files, found, rows), ...aboutAll(first, found) } as Column;
}

/** The cells of one column a file, one below another; blank where a file has none. */
function together(name: string, files: readonly Frame[], given: readonly (Column | undefined)[], rows: number): Column {
  const found = withoutDeclared(given);
  const present = found.filter((column) => column !== undefined);
  if (present.every((column) => column.kind === 'number')) {
    const values = new Float64Array(rows).fill(NaN);
    const reasons = new Uint8Array(rows);
    let from = 0;
    for (const [at, column] of found.entries()) {
      if (column?.kind === 'number') {
        values.set(column.values, from);
        if (column.reasons !== undefined) reasons.set(column.reasons, from);
      }
      from += files[at]!.rows;
    }
    return { kind: 'number', name, values, ...(present.some((column) => column.reasons !== undefined) ? { reasons } : {}) };
  }
  // Where files write numbers in different ways, each is brought to the plain one: `3,5` of the one is `3.5` of the other.
  const styles = new Set(present.map((column) => (column.kind === 'text' ? JSON.stringify(column.style ?? null) : 'numbers')));
  const plainly = styles.size > 1;
  const codes = new Int32Array(rows).fill(-1);
  const place = new Map<string, number>();
  const numbers: (number | null)[] = [];
  const codeOf = (text: string, value: number | null): number => {
    const known = place.get(text);
    if (known !== undefined) return known;
    numbers.push(value);
    place.set(text, place.size);
    return place.size - 1;
  };
  let from = 0;
  for (const [at, column] of found.entries()) {
    if (column?.kind === 'number')
      for (const [row, value] of column.values.entries()) codes[from + row] = Number.isNaN(value) ? -1 : codeOf(writeNumber(value), value);
    else if (column?.kind === 'text') {
      const values = levelNumbers(column);
      const own = column.levels.map((level, code) => {
        const value = values[code] ?? null;
        return codeOf(plainly && column.style !== undefined && value !== null ? writeNumber(value) : level, value);
      });
      for (const [row, code] of column.codes.entries()) codes[from + row] = code < 0 ? -1 : own[code]!;
    }
    from += files[at]!.rows;
  }
  const style = plainly ? undefined : present.find((column): column is TextColumn => column.kind === 'text')?.style;
  return { kind: 'text', name, codes, levels: [...place.keys()], ...(style === undefined ? {} : { style, numbers }) };
}

/** What the files say of a column beside its cells, as far as they agree; labels of codes of all of them, the first file's first. */
function aboutAll(first: Column, given: readonly (Column | undefined)[]): Partial<Column> {
  const present = given.filter((column) => column !== undefined);
  const agreed = <K extends 'unit' | 'moment' | 'declaredMissing'>(key: K): object => {
    const values = present.map((column) => (column as Partial<NumberColumn & TextColumn>)[key]);
    return values.every((value) => value !== undefined && JSON.stringify(value) === JSON.stringify(values[0])) ? { [key]: values[0] } : {};
  };
  const labels = new Map<string, ValueLabel>();
  for (const column of present)
    for (const label of column.valueLabels ?? []) {
      const key = JSON.stringify(label.value);
      if (!labels.has(key)) labels.set(key, label);
    }
  return {
    ...(first.label === undefined ? {} : { label: first.label }),
    ...(first.measure === undefined ? {} : { measure: first.measure }),
    ...(first.format === undefined ? {} : { format: first.format }),
    ...(first.storedAs === undefined ? {} : { storedAs: first.storedAs }),
    ...(labels.size === 0 ? {} : { valueLabels: [...labels.values()] }),
    ...agreed('declaredMissing'),
    ...agreed('unit'),
    ...agreed('moment'),
  };
}

/** What one file alone declares as no answer is none in its own rows only. */
function withoutDeclared(given: readonly (Column | undefined)[]): readonly (Column | undefined)[] {
  const said = new Set(given.flatMap((column) => (column === undefined ? [] : [JSON.stringify(column.declaredMissing ?? [])])));
  if (said.size < 2) return given;
  return given.map((column) => {
    const gone = column?.declaredMissing ?? [];
    if (column === undefined || gone.length === 0) return column;
    if (column.kind === 'number') return { ...column, values: column.values.map((value) => (setMatchesNumber(gone, value) ? NaN : value)) };
    const missing = levelsIn(gone, column);
    return { ...column, codes: column.codes.map((code) => (code >= 0 && missing[code]! ? -1 : code)) };
  });
}

/** Codes that stand for one thing in one file and for another in the next. */
function relabelled(name: string, files: readonly Frame[], found: readonly (Column | undefined)[]): Problem[] {
  const words = new Map<string, { readonly label: string; readonly file: string }>();
  for (const [at, column] of found.entries())
    for (const { value, label } of column?.valueLabels ?? []) {
      const before = words.get(JSON.stringify(value));
      if (before === undefined) words.set(JSON.stringify(value), { label, file: files[at]!.file });
      else if (keyOf(before.label) !== keyOf(label)) {
        const facts = { column: name, code: String(value), first: before.label, second: label, file: before.file, other: files[at]!.file };
        return [raise(relabelledCodes, facts, { at: 'data', data: { file: files[at]!.file, column: name } })];
      }
    }
  return [];
}

/** `from a | b`: in each row the one of them that its file has. */
function eitherColumn(
  { name, of, at }: EitherColumn,
  files: readonly Frame[],
  rows: number,
  known: readonly Column[],
  problems: Problem[],
): Column {
  const all = known.map((column) => column.name);
  for (const one of of)
    if (!files.some((file) => columnIn(file, one) !== undefined))
      problems.push(
        raise(
          unknownColumn,
          { column: one, file: files[0]!.file, nearest: nearest(one, all), columns: all },
          { at: `${at}/${one}`, data: { file: files[0]!.file, column: one } },
        ),
      );
  const found = files.map((file) => of.flatMap((one) => columnIn(file, one) ?? []));
  const twice = found.findIndex((one) => one.length > 1);
  if (twice >= 0)
    problems.push(
      raise(
        eitherBoth,
        { columns: found[twice]!.map((column) => column.name), file: files[twice]!.file },
        { at, data: { file: files[twice]!.file, column: found[twice]![0]!.name } },
      ),
    );
  const chosen = found.map((one) => one[0]);
  const first = chosen.find((column) => column !== undefined);
  if (first === undefined) return { kind: 'text', name, codes: new Int32Array(rows).fill(-1), levels: [] };
  problems.push(...relabelled(name, files, chosen));
  return { ...together(name, files, chosen, rows), ...aboutAll(first, chosen) } as Column;
}

/** Of each row the file that it stands in, as the spec names it. */
function fileColumn(name: string, files: readonly Frame[], rows: number): Column {
  const codes = new Int32Array(rows);
  const levels = [...new Set(files.map((file) => file.file))];
  let from = 0;
  for (const file of files) {
    codes.fill(levels.indexOf(file.file), from, from + file.rows);
    from += file.rows;
  }
  return { kind: 'text', name, codes, levels };
}
