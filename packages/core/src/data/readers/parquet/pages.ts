// The pages of one column of a Parquet file: its distinct values as they are stored, and of each row which of them it has. What stands in
// the file's footer and before each page is read by hyparquet, values by values.ts; nothing is believed that the file cannot hold.
import { gunzipSync } from 'fflate';
import { decompress } from 'fzstd';
import { parquetHeader } from 'hyparquet/src/column.js';
import type { ColumnChunk, SchemaElement } from 'hyparquet';
import { Damage, grouped } from '../binary/cursor.ts';
import { unsnapped } from './snappy.ts';
import { levels, placeIn, plain, pointersOf, runs, valuesOf, type Place, type Stored } from './values.ts';

/** No page of a file is larger: writers make them of a megabyte. */
const PAGE = 1 << 26;

/** Runs what a library does; whatever it trips over is damage of the file. */
export function attempt<T>(room: string, byte: number | null, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Damage) throw error;
    throw new Damage(`${room} cannot be read`, byte, 'packed');
  }
}

function unpacked(bytes: Uint8Array, codec: string, size: number): Uint8Array | null {
  switch (codec) {
    case 'UNCOMPRESSED':
      return bytes;
    case 'SNAPPY':
      return unsnapped(bytes, size);
    case 'ZSTD':
      return decompress(bytes, new Uint8Array(size));
    case 'GZIP':
      return gunzipSync(bytes, { out: new Uint8Array(size) });
    default:
      throw new Damage(`it is compressed by ${codec}, which is not read (snappy, zstd and gzip are)`, null, 'packed');
  }
}

/** The cells of a column: of each row one of `values`, -1 where there is none. A value may stand among them twice, or in no row. */
export interface StoredCells {
  readonly codes: Int32Array;
  readonly values: Stored[];
}

/** Reads one row group of a column into the cells from row `from` on. */
export function readChunk(
  bytes: Uint8Array,
  element: SchemaElement,
  chunk: ColumnChunk,
  rows: number,
  cells: StoredCells,
  from: number,
): void {
  const meta = chunk.meta_data;
  const room = `its column ${element.name}`;
  if (meta === undefined || meta.type !== element.type) throw new Damage(`${room} is not what its footer says`, null);
  const data = Number(meta.data_page_offset);
  const first = Number(meta.dictionary_page_offset ?? 0);
  // Some writers put an offset of 0 where there is no dictionary.
  const start = first > 0 ? Math.min(first, data) : data;
  const size = Number(meta.total_compressed_size);
  if (!(start >= 4 && size >= 0 && start + size <= bytes.length))
    throw new Damage(`${room} lies beyond the end of the file`, start + 1, 'more than it holds');
  const { type, codec } = meta;
  const fixed = Number(element.type_length ?? 0);
  const optional = element.repetition_type !== 'REQUIRED';
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset + start, size), offset: 0 };
  let read = 0;
  /** Where the values of the dictionary begin among those of the column, and how many they are. */
  let [dictionaryAt, dictionarySize] = [0, 0];
  /** The cells of a page: those that are there one after another, none in the other rows. */
  const spread = (place: Place, encoding: string, levelled: Int32Array | null, count: number): void => {
    const there = presentIn(levelled, count);
    // As a rule all are there.
    const present = there === count ? null : levelled;
    const pointed = pointersOf(place, encoding, there, dictionarySize);
    const base = pointed === null ? cells.values.length : dictionaryAt;
    if (pointed === null) for (const value of valuesOf(place, encoding, type, there, fixed)) cells.values.push(value);
    if (present === null && pointed !== null) {
      cells.codes.set(pointed, from + read);
      if (base !== 0) for (let row = from + read; row < from + read + count; row++) cells.codes[row] = cells.codes[row]! + base;
      read += count;
      return;
    }
    for (let row = 0, at = 0; row < count; row++) {
      if (present !== null && present[row] !== 1) cells.codes[from + read + row] = -1;
      else {
        cells.codes[from + read + row] = base + (pointed === null ? at : pointed[at]!);
        at++;
      }
    }
    read += count;
  };
  while (read < rows) {
    const at = start + reader.offset + 1;
    if (reader.offset >= size) throw new Damage(`${room} has ${grouped(read)} of ${grouped(rows)} values`, at, 'cut off');
    const header = attempt(room, at, () => parquetHeader(reader));
    const { data_page_header: v1, data_page_header_v2: v2 } = header;
    // In a damaged header a number may be one of another kind.
    const packed = Number(header.compressed_page_size);
    const whole = Number(header.uncompressed_page_size);
    if (!(packed >= 0 && reader.offset + packed <= size))
      throw new Damage(`${room} has a page that is longer than the column`, at, 'more than it holds');
    if (!(whole >= 0 && whole <= PAGE)) throw new Damage(`${room} announces a page of ${grouped(whole)} bytes`, at, 'more than it holds');
    const page = bytes.subarray(start + reader.offset, start + reader.offset + packed);
    reader.offset += packed;
    const open = (body: Uint8Array, length: number): Uint8Array => {
      const found = attempt(room, at, () => unpacked(body, codec, length));
      if (found === null || found.length !== length) throw new Damage(`${room} has a page that cannot be unpacked`, at, 'packed');
      return found;
    };
    const listed = Number(header.dictionary_page_header?.num_values ?? v1?.num_values ?? v2?.num_values ?? 0);
    const bounded = (most: number): number => {
      if (!(listed >= 0 && listed <= most))
        throw new Damage(`${room} announces a page of ${grouped(listed)} values`, at, 'more than it holds');
      return listed;
    };
    if (header.dictionary_page_header !== undefined) {
      const dictionary = plain(placeIn(open(page, whole)), type, bounded(whole * 8), fixed);
      [dictionaryAt, dictionarySize] = [cells.values.length, dictionary.length];
      for (const value of dictionary) cells.values.push(value);
    } else if (v1 !== undefined) {
      const count = bounded(rows - read);
      const place = placeIn(open(page, whole));
      const present = optional ? levels(place, count) : null;
      spread(place, v1.encoding, present, count);
    } else if (v2 !== undefined) {
      const count = bounded(rows - read);
      const repeats = Number(v2.repetition_levels_byte_length);
      const before = repeats + Number(v2.definition_levels_byte_length);
      if (!(repeats >= 0 && before >= repeats && before <= page.length && before <= whole))
        throw new Damage(`${room} has a page that ends within its levels`, at, 'cut off');
      const present = optional ? runs(placeIn(page.subarray(repeats, before)), 1, count) : null;
      const body = page.subarray(before);
      const place = placeIn(v2.is_compressed === false || whole === before ? body : open(body, whole - before));
      spread(place, v2.encoding, present, count);
    }
  }
}

function presentIn(present: Int32Array | null, count: number): number {
  if (present === null) return count;
  let there = 0;
  for (let row = 0; row < present.length; row++) if (present[row] === 1) there++;
  return there;
}
