// The files within a ZIP archive (APPNOTE 6.3, without encryption, several volumes or more than 4 GB), each unpacked when it is asked for
// and checked by its sum.
import { inflateSync } from 'fflate';
import { Damage, ascii, cursorAt, grouped, pass, take, u16, u32 } from '../binary/cursor.ts';
import { decodeUtf8 } from '../decode.ts';

/** What an archive may hold however small it is: more is a trap where it is packed many times tighter than tables are. */
const FREE = 32 << 20;
const TIGHT = 200;

export interface Archive {
  readonly names: readonly string[];
  /** Null where there is no such file. */
  readonly file: (name: string) => Uint8Array | null;
}

interface Entry {
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

export function openZip(bytes: Uint8Array): Archive {
  const end = endOfList(bytes);
  if (end === null) throw new Damage('it is not a whole zip file: the list of its parts is missing', bytes.length, 'cut off');
  const tail = cursorAt(bytes, true, end + 10, 'the list of its parts');
  const count = u16(tail);
  pass(tail, 4);
  const list = cursorAt(bytes, true, u32(tail), 'the list of its parts');
  const entries = new Map<string, Entry>();
  let size = 0;
  for (let n = 0; n < count; n++) {
    if (u32(list) !== 0x02014b50) throw new Damage('the list of its parts is not where it is announced', list.at - 3);
    pass(list, 6);
    const method = u16(list);
    pass(list, 4);
    const sum = u32(list);
    const packed = u32(list);
    const plain = u32(list);
    const [name, extra, comment] = [u16(list), u16(list), u16(list)];
    pass(list, 8);
    const at = u32(list);
    entries.set(decodeUtf8(take(list, name)), { method, sum, packed, size: plain, at });
    pass(list, extra + comment);
    size += plain;
  }
  if (size > FREE && size > TIGHT * bytes.length)
    throw new Damage(`it unpacks to ${grouped(size)} bytes, many times more than a table does`, null, 'more than it holds');
  return { names: [...entries.keys()], file: (name) => (entries.has(name) ? unpacked(bytes, entries.get(name)!, name) : null) };
}

function endOfList(bytes: Uint8Array): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65557); at--)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return at;
  return null;
}

function unpacked(bytes: Uint8Array, entry: Entry, name: string): Uint8Array {
  const cursor = cursorAt(bytes, true, entry.at, `its part ${name}`);
  if (ascii(take(cursor, 4)) !== 'PK\u0003\u0004') throw new Damage(`its part ${name} is not where it is announced`, entry.at + 1);
  pass(cursor, 22);
  const [letters, extra] = [u16(cursor), u16(cursor)];
  pass(cursor, letters + extra);
  const packed = take(cursor, entry.packed);
  if (entry.method !== 0 && entry.method !== 8)
    throw new Damage(`its part ${name} is packed in a way (${entry.method}) that tables are not`, null, 'packed');
  if (entry.size > entry.packed * 1040 + 64)
    throw new Damage(`its part ${name} announces more than it can hold`, null, 'more than it holds');
  let plain: Uint8Array;
  try {
    plain = entry.method === 0 ? packed : inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch {
    throw new Damage(`its part ${name} cannot be unpacked`, entry.at + 1, 'packed');
  }
  if (plain.length !== entry.size || crc32(plain) !== entry.sum)
    throw new Damage(`its part ${name} is not what it was when it was packed`, entry.at + 1, 'packed');
  return plain;
}

const SUMS = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The check sum of ZIP (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let sum = -1;
  for (let at = 0; at < bytes.length; at++) sum = SUMS[(sum ^ bytes[at]!) & 255]! ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
}
