// The cells of one column in one row group of a Parquet file: codes of a table of what stands there, or a number each. Whoever has several
// threads has several groups and columns read at once; columns are put together in columns.ts.
import type { RowTask } from '../../../counts/crew.ts';
import { MOST_POINTS } from '../../../counts/points.ts';
import type { FileFault } from '../../../problems/data-phrases.ts';
import { byteTexts } from '../binary/byte-texts.ts';
import { Damage } from '../binary/cursor.ts';
import { numbersOf, plainNumbers, textOf, type Meaning } from './meaning.ts';
import { eachPage, type Chunk, type Page } from './pages.ts';
import { spreadBytes, THERE, unpackTo, type Presence } from './unpack.ts';
import { astray, byteOf, plain, pointersOf, textAt, valuesOf, type Numbers, type Place } from './values.ts';

/** A column of one row group that is to be read. */
export interface ChunkPlan extends Chunk {
  /** Of those that are given. */
  readonly column: number;
  /** The first of its rows in the file. */
  readonly row: number;
  /** Where it begins among the bytes. */
  readonly at: number;
}

interface CellsGiven {
  readonly bytes: Uint8Array;
  readonly chunks: readonly ChunkPlan[];
  readonly meanings: readonly Meaning[];
}

/** What stands in the rows of a group: the used ones of `size` codes in the order in which they first stand, and what each of them is. */
interface Coded {
  readonly size: number;
  readonly order: Int32Array;
  readonly table: Float64Array | readonly string[];
}
export type Found =
  /** Of each row its code and 1, 0 where there is none. */
  | (Coded & { readonly is: 'bytes'; readonly bytes: Uint8Array })
  /** Of each row its code, -1 where there is none. */
  | (Coded & { readonly is: 'codes'; readonly codes: Int32Array })
  /** `isMany`: more different ones than are coded. */
  | { readonly is: 'numbers'; readonly values: Float64Array; readonly isMany: boolean }
  /** Whole numbers that a double does not hold. */
  | { readonly is: 'inexact' }
  | { readonly is: 'damaged'; readonly what: string; readonly byte: number | null; readonly fault: FileFault };

/** Reads chunks, each by itself. */
export const cellsTask: RowTask<CellsGiven, Found[]> = {
  name: 'cells',
  work: ({ bytes, chunks, meanings }, from, to) =>
    chunks.slice(from, to).map((chunk) => {
      try {
        return cellsOf(bytes.subarray(chunk.at, chunk.at + chunk.size), chunk, meanings[chunk.column]!);
      } catch (error) {
        if (!(error instanceof Damage)) throw error;
        const { what, byte, fault } = error;
        // Told when those before it have been taken: of several always the first.
        return { is: 'damaged', what, byte, fault };
      }
    }),
};

/** Bytes that were taken, for rows to come: of a large file thousands of them would lie about until somebody collects them. */
const spare: Uint8Array[] = [];
const MOST_SPARE = 4;

export function takeBytesBack(bytes: Uint8Array): void {
  if (spare.length < MOST_SPARE) spare.push(bytes);
}

/** Whatever stands in them. */
function bytesFor(rows: number): Uint8Array {
  const found = spare.pop();
  return found !== undefined && found.buffer.byteLength >= rows ? new Uint8Array(found.buffer, 0, rows) : new Uint8Array(rows);
}

/** As many codes as have room in a byte beside the cell that is missing, and in the signed one that becomes of it. */
const MOST_BYTES = 127;
/** Whole numbers from 0 that are codes of themselves where a file has no dictionary. */
const OWN_CODES = Float64Array.from({ length: MOST_BYTES }, (_, value) => value);

function cellsOf(packed: Uint8Array, chunk: Chunk, meaning: Meaning): Found {
  const { rows } = chunk;
  const bytes = bytesFor(rows);
  const { asTexts } = meaning;
  let read = 0;
  const texts: string[] = [];
  let numbers: Float64Array = new Float64Array(0);
  const inexact = new Set<number>();
  let isOwn = false;
  /** The dictionary that holds, among the codes. */
  let [base, size] = [0, 0];
  /** Codes that have no room in bytes, and numbers that are none. */
  let codes: Int32Array | null = null;
  let floats: Float64Array | null = null;
  const count = (): number => (asTexts ? texts.length : numbers.length);

  const add = (found: Numbers): void => {
    for (const at of found.inexact) inexact.add(numbers.length + at);
    const longer = new Float64Array(numbers.length + found.values.length);
    longer.set(numbers);
    longer.set(found.values, numbers.length);
    numbers = longer;
  };
  const toCodes = (): Int32Array => {
    if (codes !== null) return codes;
    codes = new Int32Array(rows);
    for (let row = 0; row < read; row++) codes[row] = bytes[row]! - 1;
    return codes;
  };
  const toFloats = (): Float64Array => {
    if (floats !== null) return floats;
    floats = new Float64Array(rows);
    for (let row = 0; row < read; row++) {
      const code = codes === null ? bytes[row]! - 1 : codes[row]!;
      floats[row] = code < 0 ? NaN : numbers[code]!;
    }
    return floats;
  };

  const pointed = ({ place, there, present }: Page): void => {
    const width = there === 0 ? 0 : byteOf(place);
    if (codes === null && floats === null && base === 0 && size <= MOST_BYTES && width <= 8 && !isOwn) {
      if (there > 0 && unpackTo(place, width, there, bytes, read) >= size) throw astray();
      if (present !== null) spreadBytes(bytes, read, present);
      return;
    }
    const pointers = there === 0 ? new Int32Array(0) : pointersOf(place, width, there, size);
    if (floats !== null) {
      if (inexact.size > 0 && pointers.some((pointer) => inexact.has(base + pointer))) throw new Inexact();
      for (let at = 0; at < there; at++) floats[read + at] = numbers[base + pointers[at]!]!;
      return spread(floats, read, present, NaN);
    }
    const to = toCodes();
    for (let at = 0; at < there; at++) to[read + at] = base + pointers[at]!;
    spread(to, read, present, -1);
  };
  const written = ({ place, encoding, there, present }: Page): void => {
    const found = numbersIn(place, encoding, there, meaning);
    if (found.inexact.length > 0) throw new Inexact();
    const { values } = found;
    const mayBeOwn = codes === null && floats === null && (isOwn || numbers.length === 0);
    if (mayBeOwn && values.every((value) => value >= 0 && value < MOST_BYTES && Math.floor(value) === value)) {
      if (!isOwn) numbers = OWN_CODES;
      isOwn = true;
      for (let at = 0; at < there; at++) bytes[read + at] = values[at]! + 1;
      if (present !== null) spreadBytes(bytes, read, present);
      return;
    }
    const to = toFloats();
    to.set(values, read);
    spread(to, read, present, NaN);
  };
  const spelled = ({ place, encoding, there, present }: Page): void => {
    const to = toCodes();
    const before = texts.length;
    const found = distinct(place, encoding, there, meaning);
    for (const text of found.levels) texts.push(text);
    for (let at = 0; at < there; at++) to[read + at] = found.codes[at]! < 0 ? -1 : before + found.codes[at]!;
    spread(to, read, present, -1);
  };

  try {
    eachPage(packed, chunk, {
      dictionary(place, length) {
        if (read > 0 && codes === null && floats === null && count() > 0) toCodes();
        base = count();
        if (asTexts) for (const value of plain(place, meaning.type, length, meaning.fixed)) texts.push(textOf(value, meaning));
        else add(plainNumbers(place, length, meaning));
        size = length;
        if (base > 0) isOwn = false;
      },
      cells(page) {
        if (page.encoding === 'PLAIN_DICTIONARY' || page.encoding === 'RLE_DICTIONARY') pointed(page);
        else if (asTexts) spelled(page);
        else written(page);
        read += page.count;
      },
    });
  } catch (error) {
    if (error instanceof Inexact) return { is: 'inexact' };
    throw error;
  }
  if (floats !== null) return { is: 'numbers', values: floats, isMany: false };
  const order = codes === null ? usedBytes(bytes, count()) : usedCodes(codes, count());
  if (order.some((code) => inexact.has(code))) return { is: 'inexact' };
  const table = asTexts ? Array.from(order, (code) => texts[code]!) : Float64Array.from(order, (code) => numbers[code]!);
  if (codes === null) return { is: 'bytes', size: count(), order, table, bytes };
  if (!asTexts && order.length > MOST_POINTS && new Set<unknown>(table).size > MOST_POINTS)
    return { is: 'numbers', values: toFloats(), isMany: true };
  return { is: 'codes', size: count(), order, table, codes };
}

/** Thrown where a column has to be read once more, as texts. */
class Inexact extends Error {}

/** Values that stand one after another from row `from` on are brought to the rows that have one; `missing` to the others. */
function spread(cells: Int32Array | Float64Array, from: number, present: Presence | null, missing: number): void {
  if (present === null) return;
  const { levels, there } = present;
  for (let row = levels.length - 1, at = there; row >= 0; row--) cells[from + row] = levels[row] === THERE ? cells[from + --at]! : missing;
}

function numbersIn(place: Place, encoding: string, count: number, meaning: Meaning): Numbers {
  if (encoding === 'PLAIN' && meaning.type !== 'BOOLEAN') return plainNumbers(place, count, meaning);
  return numbersOf(valuesOf(place, encoding, meaning.type, count, meaning.fixed), meaning);
}

/** Values as texts, each once; -1 where one is blank. */
function distinct(
  place: Place,
  encoding: string,
  count: number,
  meaning: Meaning,
): { readonly codes: Int32Array; readonly levels: readonly string[] } {
  const cells = byteTexts(count);
  const read = (bytes: Uint8Array): string => textOf(bytes, meaning);
  if (encoding === 'PLAIN' && meaning.type === 'BYTE_ARRAY') {
    for (let row = 0; row < count; row++) {
      const from = textAt(place);
      cells.set(row, place.bytes, from, place.at);
    }
    return cells.read(count, read);
  }
  const values = valuesOf(place, encoding, meaning.type, count, meaning.fixed);
  if (!values.every((value) => value instanceof Uint8Array)) {
    const levels = values.map((value) => textOf(value, meaning));
    return { codes: Int32Array.from(levels, (_, at) => at), levels };
  }
  for (const [row, bytes] of values.entries()) cells.set(row, bytes, 0, bytes.length);
  return cells.read(count, read);
}

/** Codes that stand in some row, in the order in which they first do. */
function usedCodes(codes: Int32Array, size: number): Int32Array {
  const seen = new Uint8Array(size);
  const order = new Int32Array(size);
  let used = 0;
  for (let row = 0; row < codes.length && used < size; row++) {
    const code = codes[row]!;
    if (code < 0 || seen[code] === 1) continue;
    seen[code] = 1;
    order[used++] = code;
  }
  return order.slice(0, used);
}
/** The same of bytes. */
function usedBytes(bytes: Uint8Array, size: number): Int32Array {
  const seen = new Uint8Array(size + 1);
  seen[0] = 1;
  const order = new Int32Array(size);
  let used = 0;
  for (let row = 0; row < bytes.length && used < size; row++) {
    const code = bytes[row]!;
    if (seen[code] === 1) continue;
    seen[code] = 1;
    order[used++] = code - 1;
  }
  return order.slice(0, used);
}
