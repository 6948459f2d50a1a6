// Reads a Parquet file: bytes in, a frame and problems out. Only what is wanted of it is read: the footer, and the bytes of wanted columns,
// some at a time. What stands in a column of a row group is cells.ts', a column columns.ts'.
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import type { FileMetaData, SchemaElement } from 'hyparquet';
import type { FileFacts } from '../../codebook.ts';
import { inParts, roomFor } from '../../../counts/crew.ts';
import type { Column } from '../../frame.ts';
import { tellPart } from '../../../numerics/parts.ts';
import { Damage, grouped } from '../binary/cursor.ts';
import { asNames, framed, reading, wantedAmong, type ReadOptions, type TableReading } from '../binary/reading.ts';
import { sourceOf, type ByteSource } from '../blocks/blocks.ts';
import { cellsTask, takeBytesBack, type ChunkPlan, type Found } from './cells.ts';
import { columnOf, type GroupCells } from './columns.ts';
import { meaningOf, type Meaning } from './meaning.ts';
import { attempt } from './pages.ts';

export function readParquet(bytes: Uint8Array, file: string, options: ReadOptions = {}): TableReading {
  return readParquetParts(sourceOf(bytes), file, options);
}

export function readParquetParts(source: ByteSource, file: string, options: ReadOptions): TableReading {
  return reading(file, 'parquet', () => read(source, file, options));
}

/** A file of repeated values may have many more rows than bytes; more than these are a lie. */
const rowsIn = (size: number): number => Math.max(1e6, size * 64);
/** So many bytes of columns are read before they are taken apart. */
const AT_ONCE = 1 << 23;
/** From so many rows on several threads help. */
const MANY = 1 << 17;
/** The length of the footer, and the magic of the end. */
const END = 8;

function read(source: ByteSource, file: string, options: ReadOptions): TableReading {
  const metadata = footerOf(source);
  const rows = Number(metadata.num_rows);
  const groups = metadata.row_groups;
  if (!(rows >= 0 && rows <= rowsIn(source.size)))
    throw new Damage(`it announces ${grouped(rows)} rows, more than the file can hold`, null, 'more than it holds');
  if (groups.some((group) => !(group.num_rows >= 0n)) || groups.reduce((sum, group) => sum + Number(group.num_rows), 0) !== rows)
    throw new Damage(`it announces ${grouped(rows)} rows, and its parts have others`, null);
  const leaves = attempt('its footer', null, () => leavesOf(metadata));
  const names = leaves.map(({ name }) => name);
  if (names.some((name) => typeof name !== 'string')) throw new Damage('its footer has a column without a name', null);
  const isWanted = wantedAmong(names, options);
  const about: FileFacts = {
    format: 'parquet',
    version: 'Parquet',
    encoding: 'utf-8',
    notes: [],
    multipleResponseSets: [],
    names,
  };
  const asText = new Set([...(options.text ?? []), ...(options.id === undefined ? [] : [options.id])]);
  const wanted = leaves.filter((_, at) => isWanted(at));
  const columns = columnsOf(source, metadata, rows, wanted, asText);
  return framed(
    file,
    rows,
    columns.map((column) => asNames(column, asText)),
    about,
    [],
  );
}

function footerOf({ size, read: bytesFrom }: ByteSource): FileMetaData {
  // A copy: what is read is valid until the next reading.
  const copyFrom = (from: number): Uint8Array => new Uint8Array(bytesFrom(from, size));
  const tail = size < 12 ? new Uint8Array(0) : copyFrom(size - END);
  if (String.fromCharCode(...tail.subarray(4)) !== 'PAR1') throw new Damage('it does not end as such a file does', size, 'cut off');
  const length = new DataView(tail.buffer).getUint32(0, true) + END;
  if (length > size) throw new Damage('its footer cannot be read', size, 'packed');
  return attempt('its footer', size, () => parquetMetadata(copyFrom(size - length), { geoparquet: false }));
}

/** Columns with a value a row. Lists, maps and structures are no columns of answers. */
function leavesOf({ schema }: FileMetaData): SchemaElement[] {
  const leaves: SchemaElement[] = [];
  // A table of answers is flat: what has children is passed over with all of them.
  for (let at = 1, within = 0; at < schema.length; at++) {
    const element = schema[at]!;
    if (within > 0) within += (element.num_children ?? 0) - 1;
    else if ((element.num_children ?? 0) > 0) within = element.num_children!;
    else if (element.repetition_type !== 'REPEATED') leaves.push(element);
  }
  return leaves;
}

/** A column that is read. */
interface Wanted {
  readonly name: string;
  readonly meaning: Meaning;
}

function columnsOf(
  source: ByteSource,
  metadata: FileMetaData,
  rows: number,
  elements: readonly SchemaElement[],
  asText: ReadonlySet<string>,
): Column[] {
  const read = (some: readonly SchemaElement[], isName: (name: string) => boolean): (Column | null)[] =>
    readAll(
      source,
      rows,
      chunksOf(source, metadata, some),
      some.map((element) => ({ name: element.name, meaning: meaningOf(element, isName(element.name)) })),
    );
  const found = read(elements, (name) => asText.has(name));
  // Whole numbers that a double does not hold are texts, digit by digit: what they are shows only when all have been read.
  const again = elements.filter((_, at) => found[at] === null);
  const spelled = again.length === 0 ? [] : read(again, () => true);
  return found.map((column) => column ?? spelled.shift()!);
}

/** The parts of all columns, one after another. */
function chunksOf({ size }: ByteSource, { row_groups: groups }: FileMetaData, elements: readonly SchemaElement[]): ChunkPlan[] {
  return elements.flatMap((element, column) => {
    let row = 0;
    return groups.map(({ columns, num_rows }): ChunkPlan => {
      const { name } = element;
      const chunk = columns.find(({ meta_data: its }) => its?.path_in_schema?.length === 1 && its.path_in_schema[0] === name);
      if (chunk === undefined) throw new Damage(`a part of it has no column ${name}`, null);
      const { meta_data: meta } = chunk;
      if (meta === undefined || meta.type !== element.type) throw new Damage(`its column ${name} is not what its footer says`, null);
      const data = Number(meta.data_page_offset);
      const first = Number(meta.dictionary_page_offset ?? 0);
      // Some writers put an offset of 0 where there is no dictionary.
      const start = first > 0 ? Math.min(first, data) : data;
      const length = Number(meta.total_compressed_size);
      if (!(start >= 4 && length >= 0 && start + length <= size))
        throw new Damage(`its column ${name} lies beyond the end of the file`, start + 1, 'more than it holds');
      const rows = Number(num_rows);
      const plan = { name, codec: meta.codec, optional: element.repetition_type !== 'REQUIRED', rows, start, size: length };
      row += rows;
      return { ...plan, column, row: row - rows, at: 0 };
    });
  });
}

/** Where the chunks end that are read together, of those from `from` on. */
function endOfSome(chunks: readonly ChunkPlan[], from: number): number {
  let [to, length] = [from, 0];
  while (to < chunks.length && (to === from || length + chunks[to]!.size <= AT_ONCE)) length += chunks[to++]!.size;
  return to;
}

/** Reads all chunks, some at a time; a column is put together when its last one has been read. Null where it has to be read as texts. */
function readAll(source: ByteSource, rows: number, chunks: readonly ChunkPlan[], wanted: readonly Wanted[]): (Column | null)[] {
  const columns: (Column | null)[] = [];
  const meanings = wanted.map(({ meaning }) => meaning);
  // What every column, and all that is read together, is written over again: such arrays would lie about until somebody collects them.
  const bytes = roomOf(rows);
  const [whole, longest] = chunks.reduce(([sum, most], { size }) => [sum + size, Math.max(most, size)], [0, 0]);
  const room = new Uint8Array(roomFor(Math.min(whole, Math.max(longest, AT_ONCE))));
  /** Of the column that is being read; null where it has to be read once more. */
  let groups: GroupCells[] | null = [];
  const finishTo = (end: number): void => {
    for (; columns.length < end; groups = []) {
      const { name, meaning } = wanted[columns.length]!;
      columns.push(groups === null ? null : columnOf(name, meaning, groups, bytes));
    }
  };
  for (let from = 0, to = 0; from < chunks.length; from = to) {
    to = endOfSome(chunks, from);
    let at = 0;
    const some = chunks.slice(from, to).map((chunk) => {
      room.set(source.read(chunk.start, chunk.start + chunk.size), at);
      at += chunk.size;
      return { ...chunk, at: at - chunk.size };
    });
    const take = (found: Found, { column, row, rows: count }: ChunkPlan): void => {
      finishTo(column);
      if (found.is === 'damaged') throw new Damage(found.what, found.byte, found.fault);
      if (found.is === 'inexact') groups = null;
      else if (found.is === 'bytes') {
        bytes.set(found.bytes, row);
        takeBytesBack(found.bytes);
        const { bytes: _, ...rest } = found;
        groups?.push({ found: rest, row, rows: count });
      } else groups?.push({ found, row, rows: count });
    };
    const takeAll = (found: readonly Found[], first: number): void => {
      tellPart(from + first, chunks.length);
      for (const [part, one] of found.entries()) take(one, some[first + part]!);
    };
    // Who could help with few rows is not there before they are read.
    inParts(cellsTask, { bytes: room, chunks: some, meanings }, some.length, takeAll, rows < MANY ? some.length : 1);
  }
  finishTo(wanted.length);
  return columns;
}

function roomOf(rows: number): Uint8Array {
  try {
    return new Uint8Array(rows);
  } catch {
    throw new Damage(`it announces ${grouped(rows)} rows, more than the file can hold`, null, 'more than it holds');
  }
}
