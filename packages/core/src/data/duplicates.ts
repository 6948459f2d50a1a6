// Rows that stand twice, and respondents with the same id.
import { giveBack } from '../counts/crew.ts';
import { columnOf, numberAt, rowNumber, type Column, type Frame, type NumberColumn, type TextColumn } from './frame.ts';
import { pointsOf, type Codes } from '../counts/points.ts';
import { firstAlike, keyOf, stayApart } from './keys.ts';
import { eachAlike, rowHashes } from './row-hashes.ts';
import { writeNumber } from './values.ts';
import { tellPart } from '../numerics/parts.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { duplicateId } from '../problems/data/duplicate-id.ts';
import { duplicateRows } from '../problems/data/duplicate-rows.ts';

/** Without ids, two rows are told to be one answer twice only if they could hardly agree by chance: so many answers, of so many kinds. */
const MANY_CELLS = 12;
const DISTINCT = 3;

/**
 * Two rows with the same id that are equal in every cell are one questionnaire sent or pasted twice (one problem); others with the same id
 * are another (one problem). Without ids only rows that share a time, an address or a text that is one's own, or very many answers, are
 * told. So many rows are looked through `atOnce`.
 */
export function duplicates(frame: Frame, id: string | undefined, atOnce = AT_ONCE): Problem[] {
  const column = id === undefined ? undefined : columnOf(frame, id);
  return column === undefined ? repeatedAnswers(frame, atOnce) : repeatedIds(frame, column);
}

function repeatedIds(frame: Frame, ids: Column): Problem[] {
  const { codes, levels: texts }: Pick<TextColumn, 'codes' | 'levels'> = ids.kind === 'text' ? ids : writtenOut(ids);
  const areKeys = stayApart(texts, keyOf);
  if (areKeys && filled(codes) === texts.length) return [];
  const keys = areKeys ? null : firstAlike(texts, keyOf);
  const first = new Int32Array(texts.length).fill(-1);
  const same: Pair[] = [];
  let count = 0;
  const part = inPart(frame);
  let others = 0;
  let other: Pair | null = null;
  for (let row = 0; row < codes.length; row++) {
    if (row % TOLD === 0) tellPart(row, codes.length);
    const code = codes[row]!;
    if (code < 0) continue;
    const key = keys === null ? code : keys[code]!;
    const before = first[key]!;
    if (before < 0) {
      first[key] = row;
      continue;
    }
    if (!part && isEqual(frame, before, row)) {
      count++;
      if (same.length < NAMED) same.push([before, row]);
      continue;
    }
    others++;
    other ??= [before, row];
  }
  const id = other === null ? '' : texts.at(codes[other[1]]!)!;
  return [
    ...rowsTold(frame, same, count),
    ...(other === null
      ? []
      : [
          raise(
            duplicateId,
            { id, first: rowNumber(frame, other[0]), second: rowNumber(frame, other[1]), count: others },
            { at: 'data/id', data: { file: frame.file, row: rowNumber(frame, other[1]), value: id, id } },
          ),
        ]),
  ];
}

function writtenOut({ points, values }: NumberColumn): Pick<TextColumn, 'codes' | 'levels'> {
  const of = points ?? pointsOf(values, Infinity)!;
  return { codes: of.codes, levels: Array.from(of.values, writeNumber) };
}

/** Rows that hold something. */
function filled(codes: Codes): number {
  let count = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) count++;
  return count;
}

/** Rows that are found at once; more are looked for in turns, so that what tells them apart stays small, and in the processor's cache. */
const AT_ONCE = 1 << 20;
/** After so many rows it is told how far it is. */
const TOLD = 1 << 19;

function repeatedAnswers(frame: Frame, atOnce: number): Problem[] {
  const { rows, columns } = frame;
  if (rows < 2 || columns.length === 0 || inPart(frame)) return [];
  // To compare rows takes about as long as to make their keys.
  const hashes = rowHashes(columns, rows, (done) => tellPart(done, 2 * rows));
  try {
    return repeatedAmong(frame, hashes, atOnce);
  } finally {
    giveBack(hashes.buffer);
  }
}

function repeatedAmong(frame: Frame, hashes: Int32Array, atOnce: number): Problem[] {
  const { rows, columns } = frame;
  const { repeated, count } = repeatedIn(frame, hashes, atOnce);
  if (count === 0) return [];
  const own = columns.some(
    (column) => column.kind === 'text' && column.levels.length > 2 && column.levels.length >= rows - count - rows * 0.1,
  );
  const pairs: Pair[] = [];
  let told = 0;
  for (let row = 0; row < rows; row++) {
    if (!has(repeated, row) || !(own ? columns.some((column) => !isBlank(column, row)) : isRich(columns, row))) continue;
    told++;
    if (pairs.length === NAMED) continue;
    let first = 0;
    while (hashes[first] !== hashes[row] || !isEqual(frame, first, row)) first++;
    pairs.push([first, row]);
  }
  return rowsTold(frame, pairs, told);
}

const has = (rows: Uint8Array, row: number): boolean => (rows[row >> 3]! & (1 << (row & 7))) !== 0;

/** A bit a row: it equals one that stands before it; and how many do. */
function repeatedIn(frame: Frame, hashes: Int32Array, atOnce: number): { readonly repeated: Uint8Array; readonly count: number } {
  const repeated = new Uint8Array((hashes.length + 7) >> 3);
  let count = 0;
  /** Of the first row that has a hash: all rows of this hash that differ, where there is more than that one. */
  const different = new Map<number, readonly number[]>();
  const see = (row: number, first: number): void => {
    const known = different.get(first) ?? [first];
    if (known.some((before) => isEqual(frame, before, row))) {
      repeated[row >> 3]! |= 1 << (row & 7);
      count++;
    } else different.set(first, [...known, row]);
  };
  eachAlike(hashes, atOnce, see, (share) => tellPart(1 + share, 2));
  return { repeated, count };
}

/** Columns that were not decoded may tell rows apart. */
export function inPart({ about, columns }: Frame): boolean {
  if (about === undefined) return false;
  const decoded = new Set(columns.map((column) => column.name));
  return about.names.some((name) => !decoded.has(name));
}

type Pair = readonly [first: number, second: number];

/** So many pairs are named. */
const NAMED = 5;

function rowsTold(frame: Frame, pairs: readonly Pair[], count: number): Problem[] {
  if (pairs.length === 0) return [];
  const numbered = pairs.map(([first, second]) => [rowNumber(frame, first), rowNumber(frame, second)] as const);
  return [
    raise(duplicateRows, { file: frame.file, pairs: numbered, count }, { at: 'data', data: { file: frame.file, row: numbered[0]![1] } }),
  ];
}

function isBlank(column: Column, row: number): boolean {
  return column.kind === 'number' ? Number.isNaN(numberAt(column, row)) : column.codes[row]! < 0;
}

function isRich(columns: readonly Column[], row: number): boolean {
  const seen: (number | string)[] = [];
  let filled = 0;
  for (const column of columns) {
    if (isBlank(column, row)) continue;
    filled++;
    const value = column.kind === 'number' ? numberAt(column, row) : column.levels.at(column.codes[row]!)!;
    if (seen.length < DISTINCT && !seen.includes(value)) seen.push(value);
    if (filled >= MANY_CELLS && seen.length === DISTINCT) return true;
  }
  return false;
}

export function isEqual(frame: Frame, a: number, b: number): boolean {
  return frame.columns.every((column) =>
    column.kind === 'number'
      ? Object.is(numberAt(column, a), numberAt(column, b))
      : column.codes[a] === column.codes[b] ||
        (column.codes[a]! >= 0 &&
          column.codes[b]! >= 0 &&
          keyOf(column.levels.at(column.codes[a]!)!) === keyOf(column.levels.at(column.codes[b]!)!)),
  );
}
