// The pages of one column in one row group of a Parquet file: unpacked, with what is said of each. What stands before a page is read by
// hyparquet, values by values.ts; nothing is believed that the file cannot hold.
import { gunzipSync } from 'fflate';
import { decompress } from 'fzstd';
import { parquetHeader } from 'hyparquet/src/column.js';
import { Damage, grouped } from '../binary/cursor.ts';
import { unsnapped } from './snappy.ts';
import { presence, type Presence } from './unpack.ts';
import { levelsIn, placeIn, type Place } from './values.ts';

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

/** A column of one row group, as the footer has it: plain JSON. */
export interface Chunk {
  /** For the words of a problem. */
  readonly name: string;
  readonly codec: string;
  /** Cells may be missing. */
  readonly optional: boolean;
  readonly rows: number;
  /** Where it begins in the file. */
  readonly start: number;
  readonly size: number;
}

/** A page of cells, of which `there` have a value, written one after another at `place`. */
export interface Page {
  readonly place: Place;
  readonly encoding: string;
  readonly count: number;
  readonly there: number;
  /** Null where all are there. */
  readonly present: Presence | null;
}

export interface PageTaker {
  readonly dictionary: (place: Place, count: number) => void;
  readonly cells: (page: Page) => void;
}

/** Goes through all pages of a column's bytes in their order. */
export function eachPage(bytes: Uint8Array, chunk: Chunk, take: PageTaker): void {
  const { codec, rows, start, size, optional } = chunk;
  const room = `its column ${chunk.name}`;
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, size), offset: 0 };
  let read = 0;
  const cells = (place: Place, encoding: string, present: Presence | null, count: number): void => {
    take.cells({ place, encoding, count, there: present?.there ?? count, present });
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
    const page = bytes.subarray(reader.offset, reader.offset + packed);
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
    if (header.dictionary_page_header !== undefined) take.dictionary(placeIn(open(page, whole)), bounded(whole * 8));
    else if (v1 !== undefined) {
      const count = bounded(rows - read);
      const place = placeIn(open(page, whole));
      cells(place, v1.encoding, optional ? presence(levelsIn(place), count) : null, count);
    } else if (v2 !== undefined) {
      const count = bounded(rows - read);
      const repeats = Number(v2.repetition_levels_byte_length);
      const before = repeats + Number(v2.definition_levels_byte_length);
      if (!(repeats >= 0 && before >= repeats && before <= page.length && before <= whole))
        throw new Damage(`${room} has a page that ends within its levels`, at, 'cut off');
      const present = optional ? presence(placeIn(page.subarray(repeats, before)), count) : null;
      const body = page.subarray(before);
      cells(placeIn(v2.is_compressed === false || whole === before ? body : open(body, whole - before)), v2.encoding, present, count);
    }
  }
}
