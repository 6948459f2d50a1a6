// Blocks of a CSV file put together in order: one dictionary a column, one code or number a row, and what is wrong with records. The result
// depends on the records alone, never on where blocks were cut or who scanned them. Scanning one is scan-block.ts.
import { roomFor } from '../../../counts/crew.ts';
import { kernel } from '../../../counts/planes.ts';
import { halvesFor, MOST_PACKED, pack, packing, recodePacked, unpack, type Packed } from '../../../counts/packed.ts';
import { codesFor, emptyCodes, type Codes } from '../../../counts/points.ts';
import { MadeCodes, RemadePoints } from '../../../counts/remade.ts';
import { pointColumn, type Column } from '../../frame.ts';
import { NUMBER, SKIP, type Scan } from '../csv-scan.ts';
import { levelBuilder } from '../text-builder.ts';
import { distinctCells } from './distinct-cells.ts';
import { listedCells, type ListedCells } from './listed-cells.ts';
import { recordCount } from './record-count.ts';
import type { Block, BlockColumn, CellBytes, Cells } from './block.ts';

export interface Merged {
  readonly rows: number;
  readonly rowNumbers: Int32Array | null;
  readonly faults: Scan['faults'];
  /** Null where a column was not asked for, or has to be read once more as texts. */
  readonly columns: readonly (Column | null)[];
  /** Columns that begin with many numbers and then hold something else. */
  readonly again: readonly number[];
}

export interface Merging {
  readonly add: (block: Block) => void;
  /** Columns that blocks to come may read as numbers at once. */
  readonly floats: ReadonlySet<number>;
  readonly finish: () => Merged;
}

/** `expected`: how many rows there may be, by the size of the file; `before`: records of the table that stand before the first block. */
export function mergeBlocks(
  names: readonly string[],
  kinds: readonly number[],
  before: number,
  expected: (rows: number) => number,
  most: number,
  many: number,
): Merging {
  const width = kinds.length;
  const columns = kinds.map((kind, at) => (kind === SKIP ? null : growing(at, kind === NUMBER, most, many)));
  const floats = new Set<number>();
  const records = recordCount(before, width);
  let rows = 0;
  let room = 0;
  return {
    floats,
    add(block) {
      if (rows + block.rows > room) room = Math.max(expected(rows + block.rows), rows + block.rows);
      const entries = entriesByColumn(block.cells, width);
      for (const [at, column] of columns.entries()) {
        if (column === null) continue;
        column.add(block.columns[at]!, block.cells, entries[at]!, rows, block.rows, room);
        if (column.isFloat()) floats.add(at);
      }
      records.add(block);
      rows += block.rows;
    },
    finish() {
      const told = records.finish();
      const again = columns.flatMap((column, at) => (column?.isMixed() === true ? [at] : []));
      return {
        ...told,
        columns: columns.map((column, at) => (column === null || column.isMixed() ? null : column.finish(names[at]!, told.rows))),
        again,
      };
    },
  };
}

/** Positions of each column's cells among those of a block. */
function entriesByColumn(cells: Cells, width: number): Int32Array[] {
  const counts = new Int32Array(width);
  for (const column of cells.columns) counts[column] = counts[column]! + 1;
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let entry = 0; entry < cells.columns.length; entry++) {
    const column = cells.columns[entry]!;
    lists[column]![counts[column]!] = entry;
    counts[column] = counts[column]! + 1;
  }
  return lists;
}

interface Growing {
  readonly add: (block: BlockColumn, cells: Cells, entries: Int32Array, from: number, rows: number, room: number) => void;
  readonly isFloat: () => boolean;
  readonly isMixed: () => boolean;
  readonly finish: (name: string, rows: number) => Column;
}

/** The places of cells that are a column's own. */
const allOf = ({ hashes }: CellBytes): Int32Array => Int32Array.from(hashes.keys());

/** A column that grows block by block; `at` is its place among the others. */
function growing(at: number, asNumber: boolean, most: number, many: number): Growing {
  let codes: Codes = new Int8Array(0);
  /** In their place while there are few of them: two a byte. */
  let halves: Uint8Array | null = null;
  let values: Float64Array | null = null;
  let mixed = false;
  /** All cells so far are numbers. */
  let numeric = asNumber;
  let limit = most;
  let cells = distinctCells(asNumber);
  /** Where hardly any cell stands twice. */
  let listed: ListedCells | null = null;

  const cellCount = (): number => (listed ?? cells).count();
  /** What is not written is not there yet. */
  const room = (size: number): void => {
    if (values !== null) {
      if (values.length < size) values = widened(values, floatsFor(size));
    } else if (halves !== null) {
      if (halves.length * 2 < size) halves = widened(halves, halvesFor(size));
    } else if (numeric && codes.length === 0 && size >= packing.from) halves = halvesFor(size);
    else if (codes.length < size) codes = widened(codes, codesFor(size, cellCount()));
  };
  const toCodes = (rows: number): void => {
    if (halves === null) return;
    const made = new Int8Array(roomFor(halves.length * 2));
    unpack({ halves, rows, levels: MOST_PACKED }, 0, made.subarray(0, rows));
    codes = made;
    halves = null;
  };
  const toFloats = (rows: number, size: number): void => {
    toCodes(rows);
    const table = cells.numbers();
    const made = floatsFor(Math.max(size, codes.length));
    for (let row = 0; row < rows; row++) made[row] = codes[row]! < 0 ? NaN : table[codes[row]!]!;
    values = made;
    codes = new Int8Array(0);
  };
  const list = (rows: number): void => {
    const map = new Int32Array(cells.count());
    listed = listedCells(cells, at, map);
    cells = distinctCells(false);
    for (let row = 0; row < rows; row++) if (codes[row]! >= 0) codes[row] = map[codes[row]!]!;
  };
  const takeNumbers = (block: BlockColumn, found: Cells, entries: Int32Array, from: number, rows: number): void => {
    if (block.is === 'numbers') return values!.set(block.values, from);
    if (block.is !== 'coded') return;
    const table = new Float64Array(entries.length + 1).fill(NaN);
    for (const [at, entry] of entries.entries()) table[at + 1] = found.numbers[entry]!;
    for (let row = 0; row < rows; row++) values![from + row] = table[block.codes[row]!]!;
  };

  return {
    isFloat: () => values !== null,
    isMixed: () => mixed,
    add(block, found, entries, from, rows, size) {
      if (mixed) return;
      const isText = asNumber && entries.some((entry) => found.texts[entry] === 1);
      if (block.is === 'mixed' || (block.is === 'numbers' && !numeric) || (isText && values !== null)) {
        mixed = true;
        codes = new Int8Array(0);
        halves = values = null;
        listed = null;
        return;
      }
      if (isText) {
        numeric = false;
        toCodes(from);
      }
      if (values === null && block.is === 'numbers') toFloats(from, size);
      room(size);
      if (values !== null) return takeNumbers(block, found, entries, from, rows);
      if (block.is !== 'coded' && block.is !== 'listed') return;
      const own = block.is === 'listed' ? block.cells : found;
      const places = block.is === 'listed' ? allOf(block.cells) : entries;
      const map = listed?.add(own, places) ?? cells.add(own, places, from === 0 && numeric);
      if (cellCount() > MOST_PACKED) toCodes(from);
      if (halves !== null) packRecoded(block.codes, map, halves, from, rows);
      else {
        if (cellCount() > capacityOf(codes)) codes = widened(codes, codesFor(codes.length, cellCount()));
        recode(block.codes, map, codes, from, rows);
      }
      if (listed === null && !numeric && cells.count() >= many && cells.count() * 2 > from + rows) list(from + rows);
      if (numeric && cells.count() > limit) {
        if (new Set(cells.numbers()).size > most) toFloats(from + rows, size);
        else limit = cells.count() * 2;
      }
    },
    finish(name, rows) {
      if (values !== null) return { kind: 'number', name, values: values.subarray(0, rows) };
      if (halves !== null) {
        const packed = { halves: halves.subarray(0, (rows + 1) >> 1), rows, levels: cells.count() };
        const column = packedColumn(name, packed, cells.numbers(), most);
        if (column !== null) return column;
        toCodes(rows);
      }
      const kept = codes.subarray(0, rows);
      if (asNumber && numeric) return numberColumn(name, kept, cells.numbers(), most);
      if (listed !== null) {
        const { levels, map } = listed.finish();
        return { kind: 'text', name, codes: map === null ? kept : recoded(kept, map, levels.length), levels };
      }
      cells.close();
      const { levels, add } = levelBuilder();
      const map = new Int32Array(cells.count());
      cells.each((bytes, start, end, cell) => {
        map[cell] = add(bytes, start, end);
      });
      return { kind: 'text', name, codes: recoded(kept, map, levels.length), levels };
    },
  };
}

/** The distinct numbers, ascending, and of each cell which of them it is. */
function distinctOf(numbers: Float64Array): { readonly values: Float64Array; readonly map: Int32Array } {
  const values = Float64Array.from(new Set(numbers.filter((value) => !Number.isNaN(value)))).sort();
  const at = new Map(Array.from(values, (value, code) => [value, code]));
  return { values, map: Int32Array.from(numbers, (value) => at.get(value) ?? -1) };
}

/** Null where there are more than `most` numbers. */
function packedColumn(name: string, packed: Packed, numbers: Float64Array, most: number): Column | null {
  const { values, map } = distinctOf(numbers);
  if (values.length > most) return null;
  if (map.some((to, from) => to !== from)) recodePacked(packed, map);
  return pointColumn({ name }, new RemadePoints(new MadeCodes({ ...packed, levels: values.length }), values));
}

/** Few distinct numbers are points; else they are written out. */
function numberColumn(name: string, codes: Codes, numbers: Float64Array, most: number): Column {
  const { values, map } = distinctOf(numbers);
  if (values.length <= most) {
    return pointColumn({ name }, { codes: recoded(codes, map, values.length), values });
  }
  const floats = new Float64Array(codes.length);
  for (let row = 0; row < floats.length; row++) floats[row] = codes[row]! < 0 ? NaN : numbers[codes[row]!]!;
  return { kind: 'number', name, values: floats };
}

/** Codes of so many levels hold no more without being widened. */
const capacityOf = (codes: Codes): number => (codes instanceof Int8Array ? 0x80 : codes instanceof Int16Array ? 0x8000 : Infinity);

function widened<A extends Codes | Float64Array | Uint8Array>(array: Codes | Float64Array | Uint8Array, made: A): A {
  made.set(array);
  return made;
}

const floatsFor = (rows: number): Float64Array => new Float64Array(roomFor(8 * rows));

/** Codes of a block as those of the column: `map` has the blank cell first. */
function recode(from: Uint8Array | Int32Array, map: Int32Array, to: Codes, start: number, rows: number): void {
  if (from instanceof Uint8Array && to instanceof Int8Array) return recodeNarrow(from, Int8Array.from(map), to, start, rows);
  for (let row = 0; row < rows; row++) to[start + row] = map[from[row]!]!;
}

/** Rows that are recoded and packed together: they stay in the processor's nearest cache. */
const ROOM = 8192;
const room = new Int8Array(ROOM);

function packRecoded(from: Uint8Array | Int32Array, map: Int32Array, to: Uint8Array, start: number, rows: number): void {
  for (let at = 0; at < rows; at += ROOM) {
    const some = Math.min(ROOM, rows - at);
    recode(from.subarray(at, at + some), map, room, 0, some);
    pack(to, room.subarray(0, some), start + at);
  }
}

/** A table of more codes is looked up faster one by one. */
const MOST_AT_ONCE = 128;

function recodeNarrow(from: Uint8Array, map: Int8Array, to: Int8Array, start: number, rows: number): void {
  const engine = map.length <= MOST_AT_ONCE ? kernel() : null;
  if (engine !== null) engine.recode(from, map, to, start);
  else for (let row = 0; row < rows; row++) to[start + row] = map[from[row]!]!;
}

/** In place where their width stays. */
function recoded(codes: Codes, map: Int32Array, levels: number): Codes {
  const fits = capacityOf(codes) === (levels <= 0x80 ? 0x80 : levels <= 0x8000 ? 0x8000 : Infinity);
  if (fits && map.every((to, from) => to === from)) return codes;
  const made = fits ? codes : emptyCodes(codes.length, levels);
  for (let row = 0; row < codes.length; row++) made[row] = codes[row]! < 0 ? -1 : map[codes[row]!]!;
  return made;
}
