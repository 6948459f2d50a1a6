// What the extension records of an SPSS dictionary say: encoding, long names, very long texts, levels of measurement, sets of answers. An
// extension that cannot be understood is left out: the cases do not rest on it, except where it says how texts are cut up.
import { Damage, ascii, cursorAt, i32, take, trimmed, u8, type Cursor } from '../binary/cursor.ts';
import type { Extension } from './dictionary.ts';

const found = (extensions: readonly Extension[], subtype: number): Cursor | null => {
  const one = extensions.find((extension) => extension.subtype === subtype);
  return one === undefined ? null : { ...one.cursor, at: 0 };
};

/** Windows and other code pages, by the labels of the Encoding Standard. */
const PAGES: ReadonlyMap<number, string> = new Map([
  [65001, 'utf-8'],
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [20936, 'gb18030'],
  [52936, 'gb18030'],
  [950, 'big5'],
  [932, 'shift_jis'],
  [51932, 'euc-jp'],
  [949, 'euc-kr'],
  [51949, 'euc-kr'],
  [874, 'windows-874'],
  [866, 'ibm866'],
  [20866, 'koi8-r'],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((n): [number, string] => [1250 + n, `windows-125${n}`]),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15].map((n): [number, string] => [28590 + n, `iso-8859-${n}`]),
]);

/** The stated encoding: record 20 by name, else record 3 by code page; null where neither states one (7-bit ASCII states none). */
export function statedEncoding(extensions: readonly Extension[]): string | null {
  const named = found(extensions, 20);
  if (named !== null) {
    const name = ascii(trimmed(named.bytes)).trim().toLowerCase();
    const page = /^(?:cp|windows-|ms|ibm-?|x-)?(\d{3,5})$/u.exec(name)?.[1];
    if (page !== undefined && PAGES.has(Number(page))) return PAGES.get(Number(page))!;
    if (name !== '' && !/^(?:us-)?ascii$/u.test(name)) return name;
  }
  const numbers = found(extensions, 3);
  if (numbers === null || numbers.bytes.length < 32) return null;
  numbers.at = 28;
  return PAGES.get(i32(numbers)) ?? null;
}

/** Long names by short ones (in capitals), as bytes. */
export function longNames(extensions: readonly Extension[]): ReadonlyMap<string, Uint8Array> {
  return pairs(found(extensions, 13));
}

/** The whole width of texts of more than 255 bytes, by the short name of their first piece. */
export function veryLong(extensions: readonly Extension[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const [short, value] of pairs(found(extensions, 14))) {
    const width = Number(ascii(trimmed(value)));
    if (!Number.isInteger(width) || width <= 255 || width > 32767)
      throw new Damage('its dictionary gives a text a width that cannot be', null);
    widths.set(short, width);
  }
  return widths;
}

/** `NAME=value` between tabs. */
function pairs(cursor: Cursor | null): Map<string, Uint8Array> {
  const map = new Map<string, Uint8Array>();
  if (cursor === null) return map;
  const { bytes } = cursor;
  for (let start = 0; start < bytes.length; ) {
    const tab = bytes.indexOf(9, start);
    const end = tab < 0 ? bytes.length : tab;
    const equals = bytes.indexOf(61, start);
    if (equals > start && equals < end) map.set(shortKey(bytes.subarray(start, equals)), bytes.slice(equals + 1, end));
    start = end + 1;
  }
  return map;
}

/** Short names are compared by their bytes, capitals alike. */
export function shortKey(bytes: Uint8Array): string {
  return ascii(trimmed(bytes)).replace(/[a-z]/gu, (letter) => letter.toUpperCase());
}

/** A level of measurement a segment; null where the record does not fit. */
export function measures(extensions: readonly Extension[], segments: number): readonly number[] | null {
  const cursor = found(extensions, 11);
  if (cursor === null) return null;
  const fields = cursor.bytes.length / 4 / segments;
  if (fields !== 2 && fields !== 3) return null;
  return Array.from({ length: segments }, (_, at) => i32({ ...cursor, at: at * fields * 4 }));
}

export interface LongLabels {
  readonly name: Uint8Array;
  readonly entries: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
}

/** Record 21: value labels of texts of more than eight bytes. */
export function longLabels(extensions: readonly Extension[]): LongLabels[] {
  const cursor = found(extensions, 21);
  const sets: LongLabels[] = [];
  while (cursor !== null && cursor.at < cursor.bytes.length) {
    const name = take(cursor, i32(cursor));
    i32(cursor);
    const count = i32(cursor);
    const entries: { value: Uint8Array; label: Uint8Array }[] = [];
    for (let n = 0; n < count; n++) {
      const value = take(cursor, i32(cursor));
      entries.push({ value, label: take(cursor, i32(cursor)) });
    }
    sets.push({ name, entries });
  }
  return sets;
}

/** Record 22: missing values of texts of more than eight bytes. */
export function longMissing(extensions: readonly Extension[]): { readonly name: Uint8Array; readonly values: readonly Uint8Array[] }[] {
  const cursor = found(extensions, 22);
  const sets: { name: Uint8Array; values: Uint8Array[] }[] = [];
  while (cursor !== null && cursor.at < cursor.bytes.length) {
    const name = take(cursor, i32(cursor));
    const count = u8(cursor);
    const width = i32(cursor);
    const values: Uint8Array[] = [];
    for (let n = 0; n < count; n++) {
      // Some programs write the width before each value, not once.
      if (n > 0 && i32({ ...cursor, at: cursor.at }) === width && cursor.at + 4 + width <= cursor.bytes.length) cursor.at += 4;
      values.push(take(cursor, width));
    }
    sets.push({ name, values });
  }
  return sets;
}

export interface ResponseSet {
  readonly name: Uint8Array;
  readonly label: Uint8Array;
  /** Null for a set of categories. */
  readonly counted: Uint8Array | null;
  readonly variables: readonly Uint8Array[];
}

/** Records 7 and 19: sets of answers, a line each: `$name=D1 1 5 label a b`, `$name=C 5 label a b`, `$name=E 1 1 1 5 label a b`. */
export function responseSets(extensions: readonly Extension[]): ResponseSet[] {
  const sets: ResponseSet[] = [];
  for (const subtype of [7, 19]) {
    const cursor = found(extensions, subtype);
    if (cursor === null) continue;
    for (let start = 0; start < cursor.bytes.length; ) {
      const line = setAt(cursor.bytes, start);
      if (line === null) break;
      sets.push(line.set);
      start = line.next;
    }
  }
  return sets;
}

function setAt(bytes: Uint8Array, start: number): { set: ResponseSet; next: number } | null {
  const equals = bytes.indexOf(61, start);
  if (equals < 0) return null;
  const cursor = cursorAt(bytes, true, equals + 1, 'a set of answers');
  try {
    const kind = String.fromCharCode(u8(cursor));
    if (kind === 'E') {
      blanks(cursor);
      digits(cursor);
      blanks(cursor);
    } else if (kind !== 'C' && kind !== 'D') return null;
    if (kind === 'C') blanks(cursor);
    const counted = kind === 'C' ? null : piece(cursor);
    if (counted !== null) blanks(cursor);
    const label = piece(cursor);
    const broken = bytes.indexOf(10, cursor.at);
    const end = broken < 0 ? bytes.length : broken;
    const variables: Uint8Array[] = [];
    for (let at = cursor.at; at < end; ) {
      const blank = bytes.indexOf(32, at);
      const to = blank < 0 || blank > end ? end : blank;
      if (to > at) variables.push(bytes.subarray(at, to));
      at = to + 1;
    }
    return { set: { name: bytes.subarray(start, equals), label, counted, variables }, next: end + 1 };
  } catch (error) {
    if (error instanceof Damage) return null;
    throw error;
  }
}

/** A length in digits, a blank, and so many bytes. */
function piece(cursor: Cursor): Uint8Array {
  const length = digits(cursor);
  blanks(cursor, 1);
  return take(cursor, length);
}

function digits(cursor: Cursor): number {
  let value = 0;
  while (cursor.at < cursor.bytes.length && cursor.bytes[cursor.at]! >= 48 && cursor.bytes[cursor.at]! <= 57 && value < 1e9)
    value = value * 10 + cursor.bytes[cursor.at++]! - 48;
  return value;
}

function blanks(cursor: Cursor, most = Infinity): void {
  for (let n = 0; n < most && cursor.bytes[cursor.at] === 32; n++) cursor.at++;
}
