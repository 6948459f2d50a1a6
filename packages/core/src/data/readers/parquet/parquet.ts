// Reads a Parquet file: bytes in, a frame and problems out. Only columns that are wanted are decoded; their pages are pages.ts'.
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import type { FileMetaData, SchemaElement } from 'hyparquet';
import type { FileFacts, Moment } from '../../codebook.ts';
import { coding, emptyCodes, MOST_POINTS, type Codes } from '../../../counts/points.ts';
import { pointColumn, type Column } from '../../frame.ts';
import { tellPart } from '../../../numerics/parts.ts';
import { Damage, grouped } from '../binary/cursor.ts';
import { isoDate, isoDateTime, isoTime } from '../binary/moments.ts';
import { asMoments, asNames, framed, reading, wantedAmong, type ReadOptions, type TableReading } from '../binary/reading.ts';
import { decodeUtf8 } from '../decode.ts';
import { attempt, readChunk, type StoredCells } from './pages.ts';
import type { Stored } from './values.ts';

export function readParquet(bytes: Uint8Array, file: string, options: ReadOptions = {}): TableReading {
  return reading(file, 'parquet', () => read(bytes, file, options));
}

/** A file of repeated values may have many more rows than bytes; more than these are a lie. */
const rowsIn = (bytes: Uint8Array): number => Math.max(1e6, bytes.length * 64);
const EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function read(bytes: Uint8Array, file: string, options: ReadOptions): TableReading {
  const tail = bytes.length < 12 ? '' : String.fromCharCode(...bytes.subarray(-4));
  if (tail !== 'PAR1') throw new Damage('it does not end as such a file does', bytes.length, 'cut off');
  const metadata = attempt('its footer', bytes.length, () => parquetMetadata(bytes, { geoparquet: false }));
  const rows = Number(metadata.num_rows);
  const groups = metadata.row_groups;
  if (!(rows >= 0 && rows <= rowsIn(bytes)))
    throw new Damage(`it announces ${grouped(rows)} rows, more than the file can hold`, null, 'more than it holds');
  if (groups.some((group) => !(group.num_rows >= 0n)) || groups.reduce((sum, group) => sum + Number(group.num_rows), 0) !== rows)
    throw new Damage(`it announces ${grouped(rows)} rows, and its parts have others`, null);
  const leaves = attempt('its footer', null, () => leavesOf(metadata));
  const names = leaves.map(({ name }) => name);
  if (names.some((name) => typeof name !== 'string')) throw new Damage('its footer has a column without a name', null);
  const isWanted = wantedAmong(names, options);
  const asText = new Set([...(options.text ?? []), ...(options.id === undefined ? [] : [options.id])]);
  const columns = leaves
    .filter((_, at) => isWanted(at))
    .map((leaf, at, wanted): Column => {
      const cells: StoredCells = { codes: new Int32Array(rows), values: [] };
      let from = 0;
      for (const group of groups) {
        tellPart(at + (rows === 0 ? 0 : from / rows), wanted.length);
        const chunk = group.columns.find(
          (one) => one.meta_data?.path_in_schema?.length === 1 && one.meta_data.path_in_schema[0] === leaf.name,
        );
        if (chunk === undefined) throw new Damage(`a part of it has no column ${leaf.name}`, null);
        readChunk(bytes, leaf, chunk, Number(group.num_rows), cells, from);
        from += Number(group.num_rows);
      }
      return asNames(columnOf(leaf, withUsed(cells), asText), asText);
    });
  const about: FileFacts = {
    format: 'parquet',
    version: 'Parquet',
    encoding: 'utf-8',
    notes: [],
    multipleResponseSets: [],
    names,
  };
  return framed(file, rows, columns, about, []);
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

/** Micro- and nanoseconds are brought to seconds as whole numbers first, so that no digit is lost of them. */
const PER_SECOND: Readonly<Record<string, number>> = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 };

interface Meaning {
  readonly storedAs: string;
  readonly moment?: Moment;
  /** How many of its units make a second. */
  readonly perSecond?: number;
  readonly scale?: number;
  readonly unsigned?: boolean;
}

function meaningOf({ type, converted_type: converted, logical_type: logical, scale: stated }: SchemaElement): Meaning {
  const scale = Number(stated ?? 0);
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return { storedAs: 'DECIMAL', scale };
  if (converted === 'DATE' || logical?.type === 'DATE') return { storedAs: 'DATE', moment: 'date' };
  if (type === 'INT96') return { storedAs: 'TIMESTAMP', moment: 'datetime', perSecond: 1e9 };
  if (logical?.type === 'TIMESTAMP') return { storedAs: 'TIMESTAMP', moment: 'datetime', perSecond: PER_SECOND[logical.unit] ?? 1e3 };
  if (logical?.type === 'TIME') return { storedAs: 'TIME', moment: 'time', perSecond: PER_SECOND[logical.unit] ?? 1e3 };
  const [, what, unit] = /^(TIMESTAMP|TIME)_(MILLIS|MICROS)$/u.exec(converted ?? '') ?? [];
  if (what !== undefined) return { storedAs: what, moment: what === 'TIME' ? 'time' : 'datetime', perSecond: PER_SECOND[unit!]! };
  if (type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY') return { storedAs: logical?.type === 'UUID' ? 'UUID' : 'STRING' };
  const whole = /^(?<sign>U?)INT_(?<bits>\d+)$/u.exec(converted ?? '')?.groups;
  if (whole !== undefined) return { storedAs: `${whole['sign']}INT${whole['bits']}`, unsigned: whole['sign'] === 'U' };
  return { storedAs: type ?? 'INT32' };
}

/** Values that stand in some row alone, in the order in which they first do; those that are one object are one. */
function withUsed({ codes, values }: StoredCells): StoredCells {
  const place = new Int32Array(values.length).fill(-1);
  const used: Stored[] = [];
  for (let row = 0; row < codes.length && used.length < values.length; row++) {
    const code = codes[row]!;
    if (code >= 0 && place[code]! < 0) place[code] = used.push(values[code]!) - 1;
  }
  // Writers list values in the order in which they first stand.
  if (used.length === values.length && place.every((own, at) => own === at)) return { codes, values };
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) codes[row] = place[codes[row]!]!;
  return { codes, values: used };
}

function columnOf(element: SchemaElement, cells: StoredCells, asText: ReadonlySet<string>): Column {
  const { name } = element;
  const { storedAs, moment, perSecond = 1, scale, unsigned = false } = meaningOf(element);
  const codebook = { name, storedAs };
  if (storedAs === 'STRING' || storedAs === 'UUID') return { kind: 'text', ...codebook, ...textsOf(cells, storedAs === 'UUID') };
  const bits = element.type === 'INT64' ? 64 : 32;
  const table = new Float64Array(cells.values.length);
  let exact = true;
  for (const [at, value] of cells.values.entries()) {
    const number = numberOf(value, unsigned, bits, scale);
    if (typeof value === 'bigint' && (value > EXACT || value < -EXACT)) exact = false;
    // Not a number and infinite are no answers.
    table[at] = Number.isFinite(number) ? number + 0 : NaN;
  }
  if (moment === 'date') return asMoments(codebook, written(cells.codes, table), moment, isoDate);
  if (moment !== undefined) {
    const seconds = table.map((_, at) => secondsOf(cells.values[at]!, perSecond));
    return asMoments(codebook, written(cells.codes, seconds), moment, moment === 'time' ? isoTime : isoDateTime);
  }
  // Whole numbers that a double does not hold are texts, digit by digit; those that are names are so too.
  if (element.type === 'INT64' && scale === undefined && (!exact || asText.has(name)))
    return { kind: 'text', ...codebook, ...wholeTexts(cells, unsigned) };
  return numberColumn(codebook, cells.codes, table);
}

/** A number a row. */
const written = (codes: Int32Array, table: Float64Array): Float64Array =>
  Float64Array.from(codes, (code) => (code < 0 ? NaN : table[code]!));

/** Few distinct numbers in many rows are points; else they are written out. */
function numberColumn(codebook: { readonly name: string; readonly storedAs: string }, codes: Int32Array, table: Float64Array): Column {
  if (codes.length >= coding.from) {
    const values = Float64Array.from(new Set(table.filter((value) => !Number.isNaN(value)))).sort();
    if (values.length <= MOST_POINTS) {
      const at = new Map(Array.from(values, (value, code) => [value, code]));
      const map = Int32Array.from(table, (value) => at.get(value) ?? -1);
      const narrow = emptyCodes(codes.length, values.length);
      for (let row = 0; row < codes.length; row++) narrow[row] = codes[row]! < 0 ? -1 : map[codes[row]!]!;
      return pointColumn(codebook, { codes: narrow, values });
    }
  }
  return { kind: 'number', ...codebook, values: written(codes, table) };
}

function numberOf(value: Stored, unsigned: boolean, bits: number, scale: number | undefined): number {
  if (value === null) return NaN;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const signed = value instanceof Uint8Array ? wholeOf(value) : value;
  const whole = unsigned && signed < 0 ? Number(BigInt.asUintN(bits, BigInt(signed))) : Number(signed);
  return scale === undefined || scale === 0 ? whole : whole / Number(`1e${scale}`);
}

/** A whole number of any length, its highest byte first, in two's complement. */
function wholeOf(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** Days and nanoseconds of the old 96 bits come as one number. */
function secondsOf(value: Stored, perSecond: number): number {
  if (value === null || typeof value === 'boolean' || value instanceof Uint8Array) return NaN;
  if (typeof value === 'number') return value / perSecond;
  if (perSecond === 1e9 && value > 1n << 64n) {
    const days = (value >> 64n) - 2440588n;
    return Number(days) * 86400 + Number((value & 0xffffffffffffffffn) / 1000n) / 1e6;
  }
  // To the millionth, which a double still tells apart in these centuries.
  return Number(perSecond === 1e9 ? value / 1000n : value) / (perSecond === 1e9 ? 1e6 : perSecond);
}

interface Texts {
  readonly codes: Codes;
  readonly levels: string[];
}

function wholeTexts(cells: StoredCells, unsigned: boolean): Texts {
  return coded(cells, (value) => String(unsigned && typeof value === 'bigint' ? BigInt.asUintN(64, value) : value));
}

function textsOf(cells: StoredCells, isUuid: boolean): Texts {
  return coded(cells, (value) => (value instanceof Uint8Array ? (isUuid ? uuidOf(value) : decodeUtf8(value).trim()) : String(value)));
}

function uuidOf(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

/** Texts once each, in the order in which they first stand; a text of white space only is blank. */
function coded({ codes, values }: StoredCells, write: (value: Stored) => string): Texts {
  const levels: string[] = [];
  const byText = new Map<string, number>();
  const map = Int32Array.from(values, (value) => {
    const text = write(value);
    if (text === '') return -1;
    const code = byText.get(text) ?? levels.push(text) - 1;
    byText.set(text, code);
    return code;
  });
  const narrow = codes.length < coding.from ? new Int32Array(codes.length) : emptyCodes(codes.length, levels.length);
  for (let row = 0; row < codes.length; row++) narrow[row] = codes[row]! < 0 ? -1 : map[codes[row]!]!;
  return { codes: narrow, levels };
}
