// Rows that stand twice, and respondents with the same id.
import { numberAt, rowNumber, type Column, type Frame } from './frame.ts';
import { keyOf } from './keys.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { duplicateId } from '../problems/data/duplicate-id.ts';
import { duplicateRows } from '../problems/data/duplicate-rows.ts';

/** Without ids, two rows are told to be one answer twice only if they could hardly agree by chance: so many answers, of so many kinds. */
const MANY_CELLS = 12;
const DISTINCT = 3;

/**
 * Two rows with the same id that are equal in every cell are one questionnaire sent or pasted twice (one problem); others with the same id
 * are another (one problem). Without ids only rows that share a time, an address or a text that is one's own, or very many answers, are
 * told.
 */
export function duplicates(frame: Frame, ids: readonly string[] | null): Problem[] {
  return ids === null ? repeatedAnswers(frame) : repeatedIds(frame, ids);
}

function repeatedIds(frame: Frame, ids: readonly string[]): Problem[] {
  const first = new Map<string, number>();
  const same: Pair[] = [];
  const part = inPart(frame);
  let others = 0;
  let other: Pair | null = null;
  for (const [row, id] of ids.entries()) {
    if (id === '') continue;
    const key = keyOf(id);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row);
      continue;
    }
    if (!part && isEqual(frame, before, row)) {
      same.push([before, row]);
      continue;
    }
    others++;
    other ??= [before, row];
  }
  const id = other === null ? '' : ids[other[1]]!;
  return [
    ...rowsTold(frame, same),
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

function repeatedAnswers(frame: Frame): Problem[] {
  const { rows, columns } = frame;
  if (rows < 2 || columns.length === 0 || inPart(frame)) return [];
  const hashes = new Int32Array(rows);
  for (const column of columns) mix(column, hashes);
  const pairs = firstWithSame(hashes).filter(([before, row]) => isEqual(frame, before, row));
  if (pairs.length === 0) return [];
  const own = columns.some(
    (column) => column.kind === 'text' && column.levels.length > 2 && column.levels.length >= rows - pairs.length - rows * 0.1,
  );
  return rowsTold(
    frame,
    own ? pairs.filter(([, row]) => columns.some((column) => !isBlank(column, row))) : pairs.filter(([, row]) => isRich(columns, row)),
  );
}

/** Columns that were not decoded may tell rows apart. */
export function inPart({ about, columns }: Frame): boolean {
  if (about === undefined) return false;
  const decoded = new Set(columns.map((column) => column.name));
  return about.names.some((name) => !decoded.has(name));
}

type Pair = readonly [first: number, second: number];

function rowsTold(frame: Frame, pairs: readonly Pair[]): Problem[] {
  if (pairs.length === 0) return [];
  const numbered = pairs.map(([first, second]) => [rowNumber(frame, first), rowNumber(frame, second)] as const);
  return [
    raise(
      duplicateRows,
      { file: frame.file, pairs: numbered.slice(0, 5), count: pairs.length },
      { at: 'data', data: { file: frame.file, row: numbered[0]![1] } },
    ),
  ];
}

function isBlank(column: Column, row: number): boolean {
  return column.kind === 'number' ? Number.isNaN(numberAt(column, row)) : column.codes[row]! < 0;
}

function isRich(columns: readonly Column[], row: number): boolean {
  const filled = columns.filter((column) => !isBlank(column, row));
  return (
    filled.length >= MANY_CELLS &&
    new Set(filled.map((column) => (column.kind === 'number' ? numberAt(column, row) : column.levels[column.codes[row]!]!))).size >=
      DISTINCT
  );
}

export function isEqual(frame: Frame, a: number, b: number): boolean {
  return frame.columns.every((column) =>
    column.kind === 'number'
      ? Object.is(numberAt(column, a), numberAt(column, b))
      : column.codes[a] === column.codes[b] ||
        (column.codes[a]! >= 0 &&
          column.codes[b]! >= 0 &&
          keyOf(column.levels[column.codes[a]!]!) === keyOf(column.levels[column.codes[b]!]!)),
  );
}

/** Each row whose hash an earlier one has, with the first of these. Places in a table of twice as many, looked for one after the other. */
function firstWithSame(hashes: Int32Array): Pair[] {
  const bits = 33 - Math.clz32(hashes.length);
  const last = -1 >>> (32 - bits);
  const taken = new Int32Array(last + 1);
  const pairs: Pair[] = [];
  for (let row = 0; row < hashes.length; row++) {
    const hash = hashes[row]!;
    let place = Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
    while (taken[place] !== 0 && hashes[taken[place]! - 1] !== hash) place = (place + 1) & last;
    if (taken[place] === 0) taken[place] = row + 1;
    else pairs.push([taken[place]! - 1, row]);
  }
  return pairs;
}

/** FNV-like: the bits of every cell of a column into the hashes of its rows. */
function mix(column: Column, hashes: Int32Array): void {
  if (column.kind === 'text') {
    for (let row = 0; row < hashes.length; row++) hashes[row] = Math.imul(hashes[row]! ^ (column.codes[row]! + 1), 0x01000193) + 0x9e3779b9;
    return;
  }
  if (column.points !== undefined) {
    const { codes, values } = column.points;
    // Of the code that is one less.
    const bits = new Int32Array(Float64Array.of(NaN, ...values).buffer);
    for (let row = 0; row < hashes.length; row++) {
      const at = 2 * (codes[row]! + 1);
      hashes[row] = Math.imul(Math.imul(hashes[row]! ^ bits[at + 1]!, 0x01000193) ^ bits[at]!, 0x01000193) + 0x9e3779b9;
    }
    return;
  }
  const { values } = column;
  const cell = new Float64Array(1);
  const bits = new Int32Array(cell.buffer);
  for (let row = 0; row < hashes.length; row++) {
    cell[0] = values[row]!;
    hashes[row] = Math.imul(Math.imul(hashes[row]! ^ bits[1]!, 0x01000193) ^ bits[0]!, 0x01000193) + 0x9e3779b9;
  }
}
