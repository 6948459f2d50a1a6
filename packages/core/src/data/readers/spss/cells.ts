// The cases of an SPSS file: plain, in bytecode, or in bytecode within zlib. Only the cells that are wanted are kept; what they mean is
// sav.ts.
import { unzlibSync } from 'fflate';
import { tellPart } from '../../../numerics/parts.ts';
import { byteTexts, type ByteTexts } from '../binary/byte-texts.ts';
import { Damage, cursorAt, f64At, grouped, i32, trimmedEnd, u32, u64 } from '../binary/cursor.ts';
import type { Segment, SpssFile } from './dictionary.ts';

/** A variable whose cells are wanted: one segment, or those that a very long text is cut into, with its whole width. */
export interface Wanted {
  readonly segments: readonly Segment[];
  readonly width: number;
}

export interface Cells {
  readonly rows: number;
  /** In the order of `wanted`. */
  readonly columns: readonly ({ readonly numbers: Float64Array } | { readonly texts: ByteTexts })[];
}

const SKIP = 0;
const NUMBER = 1;
const TEXT = 2;
/** The largest negative double stands for no answer. */
const SYSMIS = -Number.MAX_VALUE;
/** A segment of a very long text takes 256 bytes, 255 of which are the text's. */
const PIECE = 255;
/** After so many cases it is told how far it is. */
const TOLD = 8192;

interface Layout {
  readonly kinds: Uint8Array;
  readonly numberAt: (Float64Array | null)[];
  readonly columns: Cells['columns'];
  /** Takes the texts of a case out of its image. */
  readonly keep: (image: Uint8Array, row: number) => void;
}

function layoutOf(file: SpssFile, wanted: readonly Wanted[], rows: number): Layout {
  const kinds = new Uint8Array(file.octets);
  const numberAt: (Float64Array | null)[] = Array.from({ length: file.octets }, () => null);
  const texts: { readonly one: Wanted; readonly into: ByteTexts; readonly whole: Uint8Array }[] = [];
  const columns = wanted.map((one): Cells['columns'][number] => {
    const [first] = one.segments;
    if (one.width === 0) {
      const numbers = new Float64Array(rows).fill(NaN);
      kinds[first!.octet] = NUMBER;
      numberAt[first!.octet] = numbers;
      return { numbers };
    }
    for (const { octet, octets } of one.segments) kinds.fill(TEXT, octet, octet + octets);
    const into = byteTexts(rows);
    texts.push({ one, into, whole: new Uint8Array(one.width) });
    return { texts: into };
  });
  const keep = (image: Uint8Array, row: number): void => {
    for (const { one, into, whole } of texts) {
      const { segments, width } = one;
      if (segments.length === 1) {
        const from = segments[0]!.octet * 8;
        into.set(row, image, from, trimmedEnd(image, from, from + width));
        continue;
      }
      segments.forEach(({ octet, octets }, at) => {
        const start = at * PIECE;
        const length = Math.min(PIECE, octets * 8, width - start);
        if (length > 0) whole.set(image.subarray(octet * 8, octet * 8 + length), start);
      });
      into.set(row, whole, 0, trimmedEnd(whole, 0, width));
    }
  };
  return { kinds, numberAt, columns, keep };
}

/** A blank where SPSS has no answer; what is no number at all is none either. */
const answer = (value: number): number => (value === SYSMIS || !Number.isFinite(value) ? NaN : value + 0);

export function readCells(file: SpssFile, wanted: readonly Wanted[]): Cells {
  return file.compression === 0 ? readPlain(file, wanted) : readBytecode(file, wanted);
}

function tooFew(announced: number, there: number): Damage {
  return new Damage(`it announces ${grouped(announced)} cases, and ${grouped(there)} are there`, null, 'more than it holds');
}

function readPlain(file: SpssFile, wanted: readonly Wanted[]): Cells {
  const { bytes, data, octets, little, cases } = file;
  const size = octets * 8;
  const there = Math.floor((bytes.length - data) / size);
  if (cases !== null && cases > there) throw tooFew(cases, there);
  if (cases === null && there * size !== bytes.length - data) throw new Damage('it ends within a case', bytes.length, 'cut off');
  if (cases !== null && there > cases) throw tooMany(cases);
  const layout = layoutOf(file, wanted, there);
  const numbers = layout.numberAt.flatMap((values, octet) => (values === null ? [] : [{ values, at: octet * 8 }]));
  for (let row = 0; row < there; row++) {
    if (row % TOLD === 0) tellPart(row, there);
    const from = data + row * size;
    for (const { values, at } of numbers) values[row] = answer(f64At(bytes, from + at, little));
    layout.keep(bytes.subarray(from, from + size), row);
  }
  return { rows: there, columns: layout.columns };
}

function tooMany(announced: number): Damage {
  return new Damage(`it announces ${grouped(announced)} cases, and more are there`, null);
}

function readBytecode(file: SpssFile, wanted: readonly Wanted[]): Cells {
  const { octets, little, cases, bias } = file;
  const source =
    file.compression === 2
      ? zlibBlocks(file)
      : { blocks: [file.bytes.subarray(file.data)][Symbol.iterator](), size: file.bytes.length - file.data };
  // A piece of eight bytes takes a byte at least.
  const room = Math.floor(source.size / octets);
  if (cases !== null && cases > room) throw tooFew(cases, room);
  const most = cases ?? room;
  const layout = layoutOf(file, wanted, most);
  const { kinds, numberAt } = layout;
  const image = new Uint8Array(octets * 8);
  const codes = new Uint8Array(8);
  let code = 8;
  let buffer: Uint8Array = new Uint8Array(0);
  let at = 0;
  let given = 0;
  const taken = (): number => given - buffer.length + at;
  /** Whether eight more bytes are there; blocks follow one another as if they were one. */
  const eight = (): boolean => {
    while (at + 8 > buffer.length) {
      const next = source.blocks.next();
      if (next.done === true) return false;
      given += next.value.length;
      const joined = new Uint8Array(buffer.length - at + next.value.length);
      joined.set(buffer.subarray(at));
      joined.set(next.value, buffer.length - at);
      buffer = at === buffer.length ? next.value : joined;
      at = 0;
    }
    return true;
  };
  /** The next code that stands for a piece; 252, the end of all, also where the bytes are at an end. */
  const nextCode = (): number => {
    for (;;) {
      if (code === 8) {
        if (!eight()) return 252;
        codes.set(buffer.subarray(at, at + 8));
        at += 8;
        code = 0;
      }
      const found = codes[code++]!;
      if (found !== 0) return found;
    }
  };
  const within = (row: number): Damage =>
    cases === null ? new Damage(`it ends within case ${grouped(row + 1)}`, null, 'cut off') : tooFew(cases, row);

  let row = 0;
  for (; row < most; row++) {
    if (row % TOLD === 0) tellPart(cases === null ? taken() : row, cases ?? source.size);
    for (let octet = 0; octet < octets; octet++) {
      const found = nextCode();
      if (found === 252) {
        if (octet > 0 || cases !== null) throw within(row);
        return { rows: row, columns: trimmedTo(layout.columns, row) };
      }
      const kind = kinds[octet]!;
      if (found === 253) {
        if (!eight()) throw within(row);
        if (kind === NUMBER) numberAt[octet]![row] = answer(f64At(buffer, at, little));
        else if (kind === TEXT) for (let i = 0; i < 8; i++) image[octet * 8 + i] = buffer[at + i]!;
        at += 8;
      } else if (kind === SKIP) continue;
      else if (kind === NUMBER) {
        if (found === 254) throw new Damage(`case ${grouped(row + 1)} has a text where a number should be`, null);
        numberAt[octet]![row] = found === 255 ? NaN : answer(found - bias);
      } else if (found === 254) image.fill(32, octet * 8, octet * 8 + 8);
      else throw new Damage(`case ${grouped(row + 1)} has a number where a text should be`, null);
    }
    layout.keep(image, row);
  }
  // A whole case more that is not announced would be lost without a word.
  if (nextCode() !== 252 && cases !== null) {
    let more = 1;
    if (codes[code - 1] === 253) at += 8;
    while (more < octets) {
      const found = nextCode();
      if (found === 252) break;
      if (found === 253 && !eight()) break;
      if (found === 253) at += 8;
      more++;
    }
    if (more === octets && at <= buffer.length) throw tooMany(cases);
  }
  return { rows: row, columns: trimmedTo(layout.columns, row) };
}

function trimmedTo(columns: Cells['columns'], rows: number): Cells['columns'] {
  return columns.map((column) =>
    'numbers' in column && column.numbers.length > rows ? { numbers: column.numbers.slice(0, rows) } : column,
  );
}

/** What a file may hold however small it is: more is a trap where it is packed many times tighter than answers are. */
const FREE = 64 << 20;
const TIGHT = 200;

function zlibBlocks(file: SpssFile): { readonly blocks: Iterator<Uint8Array>; readonly size: number } {
  const { bytes, little, data } = file;
  const head = cursorAt(bytes, little, data, 'the header of its cases');
  u64(head);
  const trailer = u64(head);
  const length = u64(head);
  if (trailer > bytes.length || length > bytes.length - trailer || length < 24 || trailer < head.at)
    throw new Damage('the list of its packed pieces lies beyond its end', data + 9, 'more than it holds');
  const list = cursorAt(bytes, little, trailer + 16, 'the list of its packed pieces');
  i32(list);
  const count = i32(list);
  if (count < 0 || count > (length - 24) / 24)
    throw new Damage(`it announces ${grouped(count)} packed pieces, more than it can hold`, trailer + 21, 'more than it holds');
  const parts: { from: number; packed: number; size: number }[] = [];
  let from = head.at;
  let size = 0;
  for (let n = 0; n < count; n++) {
    list.at += 8;
    const start = u64(list);
    const plain = i32(list);
    const packed = i32(list);
    if (start !== from || packed < 0 || from + packed > trailer || plain < 0 || plain > packed * 1040 + 64)
      throw new Damage(`its packed piece ${n + 1} is not where it is announced`, list.at - 23);
    parts.push({ from, packed, size: plain });
    from += packed;
    size += plain;
  }
  if (from !== trailer) throw new Damage('its packed pieces do not fill the room that is theirs', from + 1);
  if (size > FREE && size > TIGHT * bytes.length)
    throw new Damage(`it unpacks to ${grouped(size)} bytes, many times more than answers do`, null, 'more than it holds');
  function* blocks(): Generator<Uint8Array> {
    for (const part of parts) yield unpacked(bytes.subarray(part.from, part.from + part.packed), part.size, part.from);
  }
  return { blocks: blocks(), size };
}

function unpacked(packed: Uint8Array, size: number, from: number): Uint8Array {
  let plain: Uint8Array;
  try {
    plain = unzlibSync(packed, { out: new Uint8Array(size) });
  } catch {
    throw new Damage('a packed piece cannot be unpacked', from + 1, 'packed');
  }
  if (plain.length === size && adler32(plain) !== u32(cursorAt(packed, false, packed.length - 4, 'a packed piece')))
    throw new Damage('a packed piece is not what it was when it was written', from + 1, 'packed');
  if (plain.length !== size)
    throw new Damage(`a packed piece holds ${grouped(plain.length)} bytes, not the ${grouped(size)} announced`, from + 1);
  return plain;
}

/** The check sum at the end of zlib's data (RFC 1950). */
function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += 3800) {
    const end = Math.min(start + 3800, bytes.length);
    for (let at = start; at < end; at++) {
      low += bytes[at]!;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return high * 65536 + low;
}
