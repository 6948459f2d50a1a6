// Scans a block of whole records of a CSV file: each cell becomes a code into a dictionary of the block, known by its bytes, and no text
// is made. Where blocks begin and end is blocks.ts; what all blocks together say of a column is merge-blocks.ts; the rules of cells and
// records are those of csv-scan.ts, which reads small files and is what this is tested against.
import { tenTo } from '../../../numerics/powers.ts';
import { cut, NUMBER, SKIP, TEXT } from '../csv-scan.ts';
import { decodeCell } from '../text-builder.ts';
import { BlockCells } from './block-cells.ts';
import type { CellList } from './cell-list.ts';
import { compact, spareRoom } from './spare.ts';
import type { UsualRecords } from './usual-records.ts';
import {
  cellHash,
  cellNumber,
  enlarged,
  hashOf,
  longHash,
  type Block,
  type BlockColumn,
  type BlockFaults,
  type BlockLayout,
} from './block.ts';

const NARROW = 0;
const WIDE = 1;
const FLOAT = 2;
const PASSED = 3;
/** As wide, and no cell is looked up. */
const LISTED = 4;
const POWERS = Float64Array.from({ length: 23 }, (_, i) => tenTo(i));

/**
 * Reads the records that begin before `limit`. `bytes[limit]` exists: the first byte after the block, or a line break that stands for
 * the end of the file, where `isLast`. In a block that is not the last a record without an end is left for the next. `engine`: holds the
 * bytes too; null: all is done here.
 */
export function scanBlock(bytes: Uint8Array, limit: number, isLast: boolean, layout: BlockLayout, engine: UsualRecords | null): Block {
  return new BlockScan(bytes, limit, isLast, layout, engine).read();
}

/** Where more than each of so many records is another than the usual ones, they are all read here. */
const RARELY = 4;
/** Records that tell it. */
const TRIAL = 256;

class BlockScan {
  readonly #bytes: Uint8Array;
  readonly #limit: number;
  readonly #isLast: boolean;
  readonly #delimiter: number;
  readonly #kinds: readonly number[];
  readonly #most: number;
  /** From so many distinct texts on, where they are as good as one a row, they are listed. */
  readonly #many: number;
  /** How each column is kept. */
  readonly #mode: Uint8Array;
  /** 1 while all cells of a column have been numbers. */
  readonly #numeric: Uint8Array;
  /** 1 where many numbers were followed by something else. */
  readonly #mixed: Uint8Array;
  #capacity: number;
  /** Codes of all columns of few cells, a column after another. */
  #narrow: Uint8Array;
  readonly #wide: Int32Array[] = [];
  readonly #lists: CellList[] = [];
  readonly #values: Float64Array[] = [];
  readonly #counts: Int32Array;
  readonly #limits: Int32Array;
  /** Codes of cells of one byte. */
  readonly #short: Int16Array;
  readonly #cells = new BlockCells();
  readonly #faults: BlockFaults = {};
  readonly #unfilled: number[] = [];
  #scratch = new Uint8Array(256);
  #row = 0;
  #record = 0;
  /** Null from where on all records are read here. */
  #engine: UsualRecords | null;
  /** The codes lie in its memory. */
  #lent: boolean;

  constructor(
    bytes: Uint8Array,
    limit: number,
    isLast: boolean,
    { delimiter, kinds, most, many, floats }: BlockLayout,
    engine: UsualRecords | null,
  ) {
    const width = kinds.length;
    this.#engine = floats.size === 0 ? engine : null;
    this.#lent = this.#engine !== null;
    this.#bytes = bytes;
    this.#limit = limit;
    this.#isLast = isLast;
    this.#delimiter = delimiter;
    this.#kinds = kinds;
    this.#most = most;
    this.#many = many / 4;
    this.#mode = Uint8Array.from(kinds, (kind, column) =>
      kind === SKIP ? PASSED : kind === NUMBER && floats.has(column) ? FLOAT : NARROW,
    );
    this.#numeric = Uint8Array.from(kinds, (kind) => (kind === NUMBER ? 1 : 0));
    this.#mixed = new Uint8Array(width);
    const room = this.#engine?.begin(kinds, delimiter) ?? spareRoom(width);
    [this.#narrow, this.#capacity] = [room.codes, room.capacity];
    this.#counts = new Int32Array(width);
    this.#limits = new Int32Array(width).fill(most);
    this.#short = new Int16Array(width << 8);
    for (let column = 0; column < width; column++)
      if (this.#mode[column] === FLOAT) this.#values[column] = new Float64Array(this.#capacity);
  }

  read(): Block {
    let at = 0;
    for (let others = 0; ; others++) {
      at = this.#usualRecords(at);
      if (at >= this.#limit) break;
      if (others > TRIAL && others * RARELY > this.#row) this.#engine = null;
      if (this.#row === this.#capacity) this.#grow(at);
      else {
        const next = this.#anyRecord(at);
        if (next === at) break;
        at = next;
      }
    }
    const row = this.#row;
    if (this.#lent) this.#takeCodes();
    const capacity = this.#capacity;
    return {
      rows: row,
      records: this.#record,
      next: at,
      unfilled: Int32Array.from(this.#unfilled),
      faults: this.#faults,
      columns: this.#kinds.map((_, column): BlockColumn => {
        if (this.#mixed[column] === 1) return { is: 'mixed' };
        const mode = this.#mode[column];
        if (mode === PASSED) return { is: 'skipped' };
        if (mode === LISTED) return { is: 'listed', codes: this.#wide[column]!.subarray(0, row), cells: this.#lists[column]!.cells() };
        if (mode === FLOAT) return { is: 'numbers', values: this.#values[column]!.subarray(0, row) };
        return {
          is: 'coded',
          codes: mode === WIDE ? this.#wide[column]!.subarray(0, row) : this.#narrow.subarray(column * capacity, column * capacity + row),
        };
      }),
      cells: this.#cells.told(),
    };
  }

  /** Where the first other one begins, or one of which something is not known yet. */
  #usualRecords(start: number): number {
    if (this.#engine === null) return this.#plainRecords(start);
    const { at, row } = this.#engine.read(start, this.#limit, this.#row);
    this.#record += row - this.#row;
    this.#row = row;
    return at;
  }

  /** The codes of all rows in a buffer that can be handed over. */
  #takeCodes(): void {
    this.#narrow = compact(
      this.#narrow,
      this.#capacity,
      this.#row,
      this.#mode.map((mode) => (mode === NARROW ? 1 : 0)),
    );
    [this.#capacity, this.#engine] = [this.#row, null];
  }

  /** The usual records: as many cells as columns, none quoted and none with blanks around it. Where the first other one begins. */
  #plainRecords(start: number): number {
    const bytes = this.#bytes;
    const limit = this.#limit;
    const delimiter = this.#delimiter;
    const mode = this.#mode;
    const short = this.#short;
    const width = this.#kinds.length;
    const last = width - 1;
    const capacity = this.#capacity;
    const narrow = this.#narrow;
    const wide = this.#wide;
    const values = this.#values;
    let slots = this.#cells.slots;
    let mask = (slots.length >> 2) - 1;
    const before = this.#row;
    let row = before;
    let i = start;
    records: while (i < limit && row < capacity) {
      let p = i;
      let answered = false;
      for (let column = 0, place = row; column < width; column++, place += capacity) {
        const first = bytes[p]!;
        let at = p + 1;
        let byte = bytes[at]!;
        const kept = mode[column]!;
        if (first === delimiter || first === 10 || first === 13) {
          at = p;
          byte = first;
          if (kept === NARROW) narrow[place] = 0;
          else if (kept === WIDE || kept === LISTED) wide[column]![row] = 0;
          else if (kept === FLOAT) values[column]![row] = NaN;
        } else if (first <= 34) break records;
        else if (kept === NARROW && (byte === delimiter || byte === 10 || byte === 13)) {
          answered = true;
          const code = short[(column << 8) | first]!;
          if (code === 0) break records;
          narrow[place] = code;
        } else if (kept === FLOAT) {
          answered = true;
          let digit = first;
          at = p;
          if (first === 45 || first === 43) digit = bytes[++at]!;
          let value = 0;
          const front = at;
          while (digit >= 48 && digit <= 57) {
            value = value * 10 + (digit - 48);
            digit = bytes[++at]!;
          }
          let digits = at - front;
          let decimals = 0;
          if (digit === 46) {
            const point = at;
            digit = bytes[++at]!;
            while (digit >= 48 && digit <= 57) {
              value = value * 10 + (digit - 48);
              digit = bytes[++at]!;
            }
            decimals = at - point - 1;
            digits += decimals;
          }
          byte = digit;
          if ((byte !== delimiter && byte !== 10 && byte !== 13) || digits === 0 || digits > 15) break records;
          // Up to 15 digits and 22 decimals, one division is correctly rounded (Clinger 1990).
          if (decimals > 0) value /= POWERS[decimals]!;
          values[column]![row] = first === 45 ? 0 - value : value;
        } else {
          answered = true;
          let low = first;
          let high = 0;
          while ((byte > 13 || (byte !== 10 && byte !== 13)) && byte !== delimiter) {
            high = (high << 8) | (low >>> 24);
            low = (low << 8) | byte;
            byte = bytes[++at]!;
          }
          const end = low & 0xff;
          if (end === 32 || end === 9) break records;
          if (kept === LISTED) {
            const hash = at - p > 8 ? longHash(bytes, p, at, column) : hashOf(low, high, column);
            wide[column]![row] = this.#lists[column]!.add(bytes, p, at, hash);
          } else if (kept !== PASSED) {
            const length = at - p;
            let code = 0;
            if (length <= 8) {
              const slot = (hashOf(low, high, column) & mask) << 2;
              if (slots[slot] === low && slots[slot + 1] === high && slots[slot + 2] === ((column << 4) | length) + 1)
                code = slots[slot + 3]!;
            }
            if (code === 0) {
              this.#row = row;
              code = this.#find(column, bytes, p, at, low, high);
              slots = this.#cells.slots;
              mask = (slots.length >> 2) - 1;
            }
            const now = mode[column];
            if (now === NARROW) narrow[place] = code;
            else if (now === WIDE || now === LISTED) wide[column]![row] = code;
            else break records;
          }
        }
        if (column < last ? byte !== delimiter : byte === delimiter) break records;
        p = column < last ? at + 1 : at;
      }
      if (!answered) break;
      i = p + (bytes[p] === 13 && bytes[p + 1] === 10 && p + 1 < limit ? 2 : 1);
      row++;
    }
    this.#record += row - before;
    this.#row = row;
    return i;
  }

  /** One record of any sort; where the next begins. The same place where it has no end in this block. */
  #anyRecord(start: number): number {
    const bytes = this.#bytes;
    const limit = this.#limit;
    const delimiter = this.#delimiter;
    const width = this.#kinds.length;
    const record = this.#record + 1;
    const strays: { readonly cells: number; readonly text: string }[] = [];
    let column = 0;
    let filled = false;
    let beyond = false;
    let i = start;
    for (;;) {
      let byte = bytes[i]!;
      while (byte === 32 || (byte === 9 && delimiter !== 9)) byte = bytes[++i]!;
      if (byte === 34) {
        const open = i;
        let length = 0;
        let closed = false;
        for (i++; i < limit; i++) {
          const inside = bytes[i]!;
          if (inside === 34) {
            if (bytes[i + 1] === 34 && i + 1 < limit) i++;
            else {
              closed = true;
              i++;
              break;
            }
          }
          if (length === this.#scratch.length) this.#scratch = enlarged(this.#scratch, length * 2, Uint8Array);
          this.#scratch[length++] = inside;
        }
        if (!closed) {
          if (this.#isLast) this.#note('unclosed', record, column + 1, decodeCell(bytes, open + 1, cut(bytes, open + 1, limit)));
          return start;
        }
        const after = i;
        byte = bytes[i]!;
        while (byte !== delimiter && byte !== 10 && byte !== 13) byte = bytes[++i]!;
        let to = i;
        while (to > after && (bytes[to - 1] === 32 || bytes[to - 1] === 9)) to--;
        if (to > after) {
          if (length + to - after > this.#scratch.length) this.#scratch = enlarged(this.#scratch, (length + to - after) * 2, Uint8Array);
          this.#scratch.set(bytes.subarray(after, to), length);
          length += to - after;
          strays.push({ cells: column + 1, text: decodeCell(this.#scratch, 0, Math.min(length, 60)) });
        }
        let from = 0;
        while (from < length && (this.#scratch[from] === 32 || this.#scratch[from] === 9)) from++;
        if (from === length) length = 0;
        else if (column < width) filled = true;
        else beyond = true;
        if (column < width) this.#put(column, this.#scratch, 0, length);
      } else {
        const from = i;
        while (byte !== delimiter && byte !== 10 && byte !== 13) byte = bytes[++i]!;
        let to = i;
        while (to > from && (bytes[to - 1] === 32 || bytes[to - 1] === 9)) to--;
        if (to > from) {
          if (column < width) filled = true;
          else beyond = true;
        }
        if (column < width) this.#put(column, bytes, from, to);
      }
      column++;
      if (bytes[i] !== delimiter || i >= limit) break;
      i++;
    }
    i += bytes[i] === 13 && bytes[i + 1] === 10 && i + 1 < limit ? 2 : 1;
    for (let rest = column; rest < width; rest++) this.#put(rest, bytes, 0, 0);
    for (const { cells, text } of strays) this.#note('stray', record, cells, text);
    this.#record = record;
    if (!filled && !beyond) {
      const empty = column === 1;
      this.#unfilled.push(record * 2 + (empty ? 1 : 0));
      if (!empty) this.#row++;
      return i;
    }
    if (column < width) this.#note('short', record, column);
    if (beyond) this.#note('long', record, column);
    this.#row++;
    return i;
  }

  #note(name: keyof BlockFaults, record: number, cells: number, text = ''): void {
    const known = this.#faults[name];
    this.#faults[name] = known === undefined ? { record, cells, text, count: 1 } : { ...known, count: known.count + 1 };
  }

  /** Any cell, its blanks and quotation marks taken off. */
  #put(column: number, at: Uint8Array, from: number, to: number): void {
    const mode = this.#mode[column];
    if (mode === PASSED) return;
    if (mode === FLOAT) {
      const number = from === to ? NaN : cellNumber(at, from, to);
      if (number === null) {
        this.#mixed[column] = 1;
        this.#mode[column] = PASSED;
      } else this.#values[column]![this.#row] = number;
      return;
    }
    if (mode === LISTED) {
      this.#wide[column]![this.#row] = from === to ? 0 : this.#lists[column]!.add(at, from, to, cellHash(at, from, to, column));
      return;
    }
    let code = 0;
    if (to > from) {
      let low = 0;
      let high = 0;
      for (let of = Math.max(from, to - 8); of < to; of++) {
        high = (high << 8) | (low >>> 24);
        low = (low << 8) | at[of]!;
      }
      code = this.#find(column, at, from, to, low, high);
    }
    const now = this.#mode[column];
    if (now === NARROW) this.#narrow[column * this.#capacity + this.#row] = code;
    else if (now === WIDE || now === LISTED) this.#wide[column]![this.#row] = code;
    else this.#put(column, at, from, to);
  }

  /** The code of a cell. The column may be kept otherwise afterwards. */
  #find(column: number, at: Uint8Array, from: number, to: number, low: number, high: number): number {
    const known = this.#cells.codeOf(column, at, from, to, low, high);
    if (known !== 0) return known;
    const code = (this.#counts[column] = this.#counts[column]! + 1);
    const number = this.#numeric[column] === 1 ? cellNumber(at, from, to) : null;
    if (number === null) this.#numeric[column] = 0;
    this.#cells.add(column, at, from, to, low, high, code, number);
    if (to === from + 1 && code < 0x8000) this.#short[(column << 8) | at[from]!] = code;
    if (this.#engine?.learn(column, code, at, from, to) === false) this.#engine = null;
    if (this.#mode[column] === NARROW && code > 255) this.#toWide(column);
    if (this.#numeric[column] === 1 && code > this.#limits[column]!) {
      if (this.#cells.distinct(column) > this.#most) this.#toFloats(column);
      else this.#limits[column] = code * 2;
    }
    return this.#kinds[column] === TEXT && code >= this.#many && code * 2 > this.#row ? this.#toList(column, code) : code;
  }

  #toWide(column: number): void {
    const start = column * this.#capacity;
    const codes = new Int32Array(this.#capacity);
    codes.set(this.#narrow.subarray(start, start + this.#row));
    this.#wide[column] = codes;
    this.#mode[column] = WIDE;
  }

  /** From now on cells are listed; the number of the one that was learnt last, in a row that has no code yet. */
  #toList(column: number, last: number): number {
    if (this.#mode[column] === NARROW) this.#toWide(column);
    const list = this.#cells.list(column, last, this.#capacity);
    this.#lists[column] = list.of;
    this.#mode[column] = LISTED;
    this.#engine = null;
    const codes = this.#wide[column]!;
    for (let row = 0; row < this.#row; row++) if (codes[row] !== 0) codes[row] = list.add(codes[row]!);
    return list.add(last);
  }

  #toFloats(column: number): void {
    const table = this.#cells.numbersOf(column, this.#counts[column]!);
    const made = new Float64Array(this.#capacity);
    const start = column * this.#capacity;
    const codes = this.#mode[column] === WIDE ? this.#wide[column]! : this.#narrow.subarray(start, start + this.#row);
    for (let row = 0; row < this.#row; row++) made[row] = table[codes[row]!]!;
    this.#values[column] = made;
    this.#mode[column] = FLOAT;
    this.#engine = null;
  }

  /** Room for as many rows as the block seems to have, when `at` bytes of it are read. */
  #grow(at: number): void {
    const old = this.#capacity;
    const capacity = Math.ceil(Math.max(old * 1.5, (this.#limit / Math.max(1, at)) * this.#row * 1.05)) + 64;
    const narrow = new Uint8Array(capacity * this.#kinds.length);
    for (const [column, mode] of this.#mode.entries()) {
      if (mode === NARROW) narrow.set(this.#narrow.subarray(column * old, column * old + this.#row), column * capacity);
      else if (mode === WIDE || mode === LISTED) this.#wide[column] = enlarged(this.#wide[column]!, capacity, Int32Array);
      else if (mode === FLOAT) this.#values[column] = enlarged(this.#values[column]!, capacity, Float64Array);
    }
    this.#narrow = narrow;
    this.#capacity = capacity;
    [this.#engine, this.#lent] = [null, false];
  }
}
