// A column of a Parquet file out of what its row groups hold (cells.ts), in their order: the same however the file is cut, and whoever read
// which part of it.
import { roomFor } from '../../../counts/crew.ts';
import { halvesFor, MOST_PACKED, pack, packing } from '../../../counts/packed.ts';
import { kernel } from '../../../counts/planes.ts';
import { codesFor, coding, MOST_POINTS, pointsOf, type Codes } from '../../../counts/points.ts';
import { MadeCodes, RemadePoints } from '../../../counts/remade.ts';
import { isoDate, isoDateTime, isoTime } from '../binary/moments.ts';
import { asMoments } from '../binary/reading.ts';
import { pointColumn, type Column } from '../../frame.ts';
import type { Found } from './cells.ts';
import type { Meaning } from './meaning.ts';

/** What is found of a group's rows, and where they begin; bytes stand among those of the whole column. */
export interface GroupCells {
  readonly found: Exclude<Found, { is: 'bytes' | 'damaged' | 'inexact' }> | Omit<Extract<Found, { is: 'bytes' }>, 'bytes'>;
  readonly row: number;
  readonly rows: number;
}
type CodedCells = GroupCells & { readonly found: Exclude<GroupCells['found'], { is: 'numbers' }> };

export function columnOf(name: string, meaning: Meaning, groups: readonly GroupCells[], bytes: Uint8Array): Column {
  const { storedAs, moment } = meaning;
  const codebook = { name, storedAs };
  if (meaning.asTexts) return { kind: 'text', ...codebook, ...textsOf(groups as readonly CodedCells[], bytes) };
  if (moment !== undefined)
    return asMoments(codebook, floatsOf(groups, bytes), moment, moment === 'date' ? isoDate : moment === 'time' ? isoTime : isoDateTime);
  return numbersOf(codebook, groups, bytes);
}

/** Texts once each, in the order in which they first stand; a text of white space only is blank. */
function textsOf(groups: readonly CodedCells[], bytes: Uint8Array): { readonly codes: Codes; readonly levels: readonly string[] } {
  const levels: string[] = [];
  const byText = new Map<string, number>();
  const maps = groups.map(({ found: { size, order, table } }) => {
    const map = new Int32Array(size + 1).fill(-1);
    for (const [at, code] of order.entries()) {
      const text = table[at] as string;
      if (text === '') continue;
      const known = byText.get(text);
      map[code + 1] = known ?? levels.length;
      if (known === undefined) byText.set(text, levels.push(text) - 1);
    }
    return map;
  });
  return { codes: codesOf(groups, maps, bytes, levels.length), levels };
}

/** Few distinct numbers in many rows are points; else they are written out. */
function numbersOf(
  codebook: { readonly name: string; readonly storedAs: string },
  groups: readonly GroupCells[],
  bytes: Uint8Array,
): Column {
  const isPacked = (values: Float64Array): boolean => bytes.length >= packing.from && values.length <= MOST_PACKED;
  const packedColumn = (halves: Uint8Array, values: Float64Array): Column =>
    pointColumn(codebook, new RemadePoints(new MadeCodes({ halves, rows: bytes.length, levels: values.length }), values));
  const plain = (): Column => ({ kind: 'number', ...codebook, values: floatsOf(groups, bytes) });
  if (bytes.length < coding.from) return plain();
  const distinct = new Set<number>();
  let isCoded = true;
  for (const { found } of groups) {
    if (found.is === 'numbers') {
      if (found.isMany) return plain();
      isCoded = false;
    } else for (const value of found.table as Float64Array) if (!Number.isNaN(value)) distinct.add(value);
    if (distinct.size > MOST_POINTS) return plain();
  }
  if (!isCoded) {
    const floats = floatsOf(groups, bytes);
    const points = pointsOf(floats);
    if (points === null) return { kind: 'number', ...codebook, values: floats };
    const { codes, values } = points;
    if (!isPacked(values) || !(codes instanceof Int8Array)) return pointColumn(codebook, points);
    const halves = halvesFor(codes.length);
    pack(halves, codes, 0);
    return packedColumn(halves, values);
  }
  const values = Float64Array.from(distinct).sort();
  const at = new Map(Array.from(values, (value, code) => [value, code]));
  const coded = groups as readonly CodedCells[];
  const maps = coded.map(({ found: { size, order, table } }) => {
    const map = new Int32Array(size + 1).fill(-1);
    for (const [place, code] of order.entries()) map[code + 1] = at.get(table[place] as number) ?? -1;
    return map;
  });
  return isPacked(values)
    ? packedColumn(halvesOf(coded, maps, bytes), values)
    : pointColumn(codebook, { codes: codesOf(coded, maps, bytes, values.length), values });
}

/** A number a row; NaN where there is none. */
function floatsOf(groups: readonly GroupCells[], bytes: Uint8Array): Float64Array {
  const floats = new Float64Array(roomFor(8 * bytes.length));
  for (const { found, row: from, rows } of groups) {
    if (found.is === 'numbers') {
      floats.set(found.values, from);
      continue;
    }
    const byCode = new Float64Array(found.size + 1).fill(NaN);
    for (const [at, code] of found.order.entries()) byCode[code + 1] = found.table[at] as number;
    if (found.is === 'bytes') for (let row = from; row < from + rows; row++) floats[row] = byCode[bytes[row]!]!;
    else for (let row = 0; row < rows; row++) floats[from + row] = byCode[found.codes[row]! + 1]!;
  }
  return floats;
}

/** The codes of a column of so many levels. `maps`: of each group, blank first. */
function codesOf(groups: readonly CodedCells[], maps: readonly Int32Array[], bytes: Uint8Array, levels: number): Codes {
  const rows = bytes.length;
  const codes = rows < coding.from ? new Int32Array(rows) : codesFor(rows, levels);
  for (const [at, { found, row: from, rows: count }] of groups.entries()) {
    const map = maps[at]!;
    if (found.is === 'codes') for (let row = 0; row < count; row++) codes[from + row] = map[found.codes[row]! + 1]!;
    else if (codes instanceof Int8Array) recode(bytes.subarray(from, from + count), map, codes, from);
    else for (let row = from; row < from + count; row++) codes[row] = map[bytes[row]!]!;
  }
  return codes;
}

/** Rows that are recoded and packed together: they stay in the processor's nearest cache. */
const ROOM = 8192;

/** The same of few levels, two codes a byte. */
function halvesOf(groups: readonly CodedCells[], maps: readonly Int32Array[], bytes: Uint8Array): Uint8Array {
  const halves = halvesFor(bytes.length);
  const room = new Int8Array(ROOM);
  for (const [at, { found, row: start, rows }] of groups.entries()) {
    const map = maps[at]!;
    for (let from = 0; from < rows; from += ROOM) {
      const some = room.subarray(0, Math.min(ROOM, rows - from));
      if (found.is === 'bytes') recode(bytes.subarray(start + from, start + from + some.length), map, some, 0);
      else for (let row = 0; row < some.length; row++) some[row] = map[found.codes[from + row]! + 1]!;
      pack(halves, some, start + from);
    }
  }
  return halves;
}

function recode(from: Uint8Array, map: Int32Array, to: Int8Array, start: number): void {
  const table = Int8Array.from(map);
  const engine = kernel();
  if (engine !== null) engine.recode(from, table, to, start);
  else for (let row = 0; row < from.length; row++) to[start + row] = table[from[row]!]!;
}
