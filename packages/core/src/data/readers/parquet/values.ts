// The values of one page of a Parquet file, by the encoding they are written in (github.com/apache/parquet-format, Encodings.md). Each is
// bounded by the number of values that the page announces and by its bytes.
import { Damage } from '../binary/cursor.ts';

/** As stored: whole numbers of 64 bits are bigints, texts are bytes. */
export type Stored = number | bigint | boolean | Uint8Array | null;

export type StoredType = 'BOOLEAN' | 'INT32' | 'INT64' | 'INT96' | 'FLOAT' | 'DOUBLE' | 'BYTE_ARRAY' | 'FIXED_LEN_BYTE_ARRAY';

/** A place in the bytes of a page. */
export interface Place {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;
}

export function placeIn(bytes: Uint8Array): Place {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 };
}

function past(place: Place, count: number): number {
  const from = place.at;
  if (!(count >= 0 && from + count <= place.bytes.length)) throw new Damage('a page ends within its values', null, 'cut off');
  place.at = from + count;
  return from;
}

/** An unsigned number, seven bits a byte. */
function varint(place: Place): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = place.bytes[past(place, 1)]!;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  throw new Damage('a page has a number without an end', null);
}

const zigzag = (value: bigint): bigint => (value >> 1n) ^ -(value & 1n);

/** Runs of one number, and numbers packed by their bits: `count` of them, each of `width` bits. */
export function runs(place: Place, width: number, count: number): Int32Array {
  if (!(width >= 0 && width <= 32)) throw new Damage(`a page has numbers of ${width} bits`, null);
  const values = new Int32Array(count);
  let seen = 0;
  while (seen < count) {
    const header = Number(varint(place));
    if (header % 2 === 0) {
      const bytes = (width + 7) >> 3;
      const from = past(place, bytes);
      let value = 0;
      for (let i = 0; i < bytes; i++) value |= place.bytes[from + i]! << (8 * i);
      const length = Math.min(header / 2, count - seen);
      if (length === 0) throw new Damage('a page has a run of nothing', null);
      values.fill(value, seen, seen + length);
      seen += length;
      continue;
    }
    const groups = (header - 1) / 2;
    const needed = Math.min(groups * 8, count - seen);
    if (needed === 0) throw new Damage('a page has a run of nothing', null);
    // The last group may be cut off after the values that are needed.
    const bits = unpacked(place.bytes, place.at, width, needed);
    values.set(bits, seen);
    place.at = Math.min(place.bytes.length, place.at + groups * width);
    seen += needed;
  }
  return values;
}

function unpacked(bytes: Uint8Array, from: number, width: number, count: number): Int32Array {
  if (from + Math.ceil((width * count) / 8) > bytes.length) throw new Damage('a page ends within its values', null, 'cut off');
  const values = new Int32Array(count);
  if (width <= 24) {
    const mask = (1 << width) - 1;
    for (let i = 0, at = from, held = 0, bits = 0; i < count; i++) {
      for (; held < width; held += 8) bits |= bytes[at++]! << held;
      values[i] = bits & mask;
      bits >>>= width;
      held -= width;
    }
    return values;
  }
  let bit = from * 8;
  for (let i = 0; i < count; i++, bit += width) {
    let value = 0;
    for (let got = 0; got < width; ) {
      const at = bit + got;
      const take = Math.min(8 - (at & 7), width - got);
      value |= ((bytes[at >> 3]! >> (at & 7)) & ((1 << take) - 1)) << got;
      got += take;
    }
    values[i] = value;
  }
  return values;
}

/** Levels of a page of the first version stand behind their length. */
export function levelsIn(place: Place): Place {
  const length = place.view.getUint32(past(place, 4), true);
  const from = past(place, length);
  return placeIn(place.bytes.subarray(from, from + length));
}

const WIDTHS: Readonly<Partial<Record<StoredType, number>>> = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 };

function plainAt(view: DataView, bytes: Uint8Array, at: number, type: StoredType, width: number): Stored {
  switch (type) {
    case 'INT32':
      return view.getInt32(at, true);
    case 'INT64':
      return view.getBigInt64(at, true);
    case 'INT96':
      return (BigInt(view.getInt32(at + 8, true)) << 64n) | view.getBigUint64(at, true);
    case 'FLOAT':
      return view.getFloat32(at, true);
    case 'DOUBLE':
      return view.getFloat64(at, true);
    default:
      return bytes.subarray(at, at + width);
  }
}

export function plain(place: Place, type: StoredType, count: number, fixed: number): Stored[] {
  const { bytes, view } = place;
  const values: Stored[] = [];
  if (type === 'BOOLEAN') {
    const from = past(place, Math.ceil(count / 8));
    for (let i = 0; i < count; i++) values.push(((bytes[from + (i >> 3)]! >> (i & 7)) & 1) === 1);
  } else if (type === 'BYTE_ARRAY')
    for (let i = 0; i < count; i++) {
      const length = view.getUint32(past(place, 4), true);
      const from = past(place, length);
      values.push(bytes.subarray(from, from + length));
    }
  else {
    const width = WIDTHS[type] ?? fixed;
    if (!(width > 0)) throw new Damage('it has values of no width', null);
    const from = past(place, count * width);
    for (let i = 0; i < count; i++) values.push(plainAt(view, bytes, from + i * width, type, width));
  }
  return values;
}

/** Numbers of a column; `inexact`: those among them that a double does not hold. */
export interface Numbers {
  readonly values: Float64Array;
  readonly inexact: readonly number[];
}

type Fast = 'INT32' | 'INT64' | 'FLOAT' | 'DOUBLE';

export const isFast = (type: StoredType): type is Fast => type === 'INT32' || type === 'INT64' || type === 'FLOAT' || type === 'DOUBLE';

/** Numbers that are written one after another; not a number and infinite are none. */
export function numbersAt(place: Place, type: Fast, count: number, unsigned: boolean): Numbers {
  const { view } = place;
  const width = WIDTHS[type]!;
  const from = past(place, count * width);
  const values = new Float64Array(count);
  const inexact: number[] = [];
  // A loop a type: one that asks for each number which it is takes several times as long.
  if (type === 'INT32') {
    const lift = unsigned ? 0x100000000 : 0;
    for (let i = 0; i < count; i++) {
      const value = view.getInt32(from + i * 4, true);
      values[i] = value < 0 ? value + lift : value;
    }
  } else if (type === 'INT64') {
    const lift = unsigned ? 0x10000000000000000 : 0;
    for (let i = 0; i < count; i++) {
      const value = view.getInt32(from + i * 8 + 4, true) * 0x100000000 + view.getUint32(from + i * 8, true);
      if (value > Number.MAX_SAFE_INTEGER || value < -Number.MAX_SAFE_INTEGER) inexact.push(i);
      values[i] = value < 0 ? value + lift : value;
    }
  } else {
    if (type === 'FLOAT') for (let i = 0; i < count; i++) values[i] = view.getFloat32(from + i * 4, true) + 0;
    else for (let i = 0; i < count; i++) values[i] = view.getFloat64(from + i * 8, true) + 0;
    for (let i = 0; i < count; i++) if (values[i]! - values[i]! !== 0) values[i] = NaN;
  }
  return { values, inexact };
}

/** Differences to the value before, in blocks that are packed by their bits. */
function deltas(place: Place, count: number): bigint[] {
  const block = Number(varint(place));
  const parts = Number(varint(place));
  const announced = Number(varint(place));
  let value = zigzag(varint(place));
  if (!(parts > 0 && parts <= 512 && block > 0 && block <= 1 << 20 && block % parts === 0 && announced === count))
    throw new Damage('a page has blocks of no size', null);
  const each = block / parts;
  const values: bigint[] = count === 0 ? [] : [value];
  while (values.length < count) {
    const least = zigzag(varint(place));
    const widths = place.bytes.subarray(past(place, parts), place.at);
    for (const width of widths) {
      if (values.length >= count) break;
      if (width > 64) throw new Damage(`a page has numbers of ${width} bits`, null);
      const from = past(place, Math.min((each * width) / 8, place.bytes.length - place.at));
      let bit = from * 8;
      for (let i = 0; i < each && values.length < count; i++, bit += width) {
        if (bit + width > place.bytes.length * 8) throw new Damage('a page ends within its values', null, 'cut off');
        let more = 0n;
        for (let got = 0; got < width; ) {
          const at = bit + got;
          const take = Math.min(8 - (at & 7), width - got);
          more |= BigInt((place.bytes[at >> 3]! >> (at & 7)) & ((1 << take) - 1)) << BigInt(got);
          got += take;
        }
        value = BigInt.asIntN(64, value + least + more);
        values.push(value);
      }
    }
  }
  return values;
}

/** Texts one after the other, their lengths before them. */
function deltaTexts(place: Place, count: number): Uint8Array[] {
  return deltas(place, count).map((length) => {
    const from = past(place, Number(length));
    return place.bytes.subarray(from, from + Number(length));
  });
}

/** Texts of which each begins as the one before does. */
function frontTexts(place: Place, count: number): Uint8Array[] {
  const fronts = deltas(place, count);
  let before = new Uint8Array(0);
  let total = 0;
  return deltaTexts(place, count).map((rest, at) => {
    const front = Number(fronts[at]!);
    total += front;
    if (!(front >= 0 && front <= before.length) || total > 1 << 27) throw new Damage('a page has a text without a front', null);
    const text = new Uint8Array(front + rest.length);
    text.set(before.subarray(0, front));
    text.set(rest, front);
    before = text;
    return text;
  });
}

/** The first bytes of all values, then the second … */
function split(place: Place, type: StoredType, count: number, fixed: number): Stored[] {
  const width = WIDTHS[type] ?? fixed;
  if (!(width > 0)) throw new Damage('it has values of no width', null);
  const from = past(place, count * width);
  const joined = new Uint8Array(count * width);
  for (let byte = 0; byte < width; byte++) for (let i = 0; i < count; i++) joined[i * width + byte] = place.bytes[from + byte * count + i]!;
  return plain(placeIn(joined), type, count, fixed);
}

/** Which value of the dictionary, of `size` values, each of `count` is, of `width` bits. */
export function pointersOf(place: Place, width: number, count: number, size: number): Int32Array {
  const codes = runs(place, width, count);
  for (let at = 0; at < codes.length; at++) if (codes[at]! < 0 || codes[at]! >= size) throw astray();
  return codes;
}

export const astray = (): Damage => new Damage('a page points to values that are not there', null);

/** Where a text begins that stands behind its length; the place is behind it. */
export const textAt = (place: Place): number => past(place, place.view.getUint32(past(place, 4), true));

/** A byte of a page, which is read. */
export const byteOf = (place: Place): number => place.bytes[past(place, 1)]!;

/** `count` values that are there. */
export function valuesOf(place: Place, encoding: string, type: StoredType, count: number, fixed: number): readonly Stored[] {
  switch (encoding) {
    case 'PLAIN':
      return plain(place, type, count, fixed);
    case 'RLE':
      past(place, 4);
      return Array.from(runs(place, 1, count), (value) => value === 1);
    case 'DELTA_BINARY_PACKED': {
      const found = deltas(place, count);
      return type === 'INT32' ? found.map((value) => Number(BigInt.asIntN(32, value))) : found;
    }
    case 'DELTA_LENGTH_BYTE_ARRAY':
      return deltaTexts(place, count);
    case 'DELTA_BYTE_ARRAY':
      return frontTexts(place, count);
    case 'BYTE_STREAM_SPLIT':
      return split(place, type, count, fixed);
    default:
      throw new Damage(`it has values in an encoding that is not known (${encoding})`, null, 'unknown');
  }
}
