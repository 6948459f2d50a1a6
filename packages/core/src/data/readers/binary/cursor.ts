// A place in a file of bytes that is read on from there, and never beyond the end. What is read is a format's own matter.

import type { FileFault } from '../../../problems/data-phrases.ts';

/** Thrown within a reader and caught where the reader begins: the file is not what it says of itself. */
export class Damage extends Error {
  /** A part of a sentence about the file: `it ends within its header`. */
  readonly what: string;
  /** Counted from 1; null where no single place can be named. */
  readonly byte: number | null;
  readonly fault: FileFault;

  constructor(what: string, byte: number | null, fault: FileFault = 'untrue') {
    super(what);
    this.what = what;
    this.byte = byte;
    this.fault = fault;
  }
}

/** Whole numbers up to here are exact as doubles. */
const EXACT = 0x1fffffffffffff;

export interface Cursor {
  readonly bytes: Uint8Array;
  readonly little: boolean;
  /** From 0. */
  at: number;
  /** What is being read, for the words of a problem: `its dictionary`. */
  room: string;
}

export function cursorAt(bytes: Uint8Array, little: boolean, at: number, room: string): Cursor {
  return { bytes, little, at, room };
}

/** Moves on by so many bytes, all of them in the file, and returns where they begin. */
export function pass(cursor: Cursor, count: number): number {
  const from = cursor.at;
  if (!(count >= 0 && count <= EXACT)) throw new Damage(`${cursor.room} announces ${count} bytes`, from + 1, 'more than it holds');
  if (count > cursor.bytes.length)
    throw new Damage(`${cursor.room} announces a piece of ${grouped(count)} bytes, longer than the file`, from + 1, 'more than it holds');
  if (from + count > cursor.bytes.length) throw new Damage(`it ends within ${cursor.room}`, cursor.bytes.length, 'cut off');
  cursor.at = from + count;
  return from;
}

export function take(cursor: Cursor, count: number): Uint8Array {
  const from = pass(cursor, count);
  return cursor.bytes.subarray(from, from + count);
}

export function u8(cursor: Cursor): number {
  return cursor.bytes[pass(cursor, 1)]!;
}

export function u16(cursor: Cursor): number {
  const { bytes, little } = cursor;
  const at = pass(cursor, 2);
  return little ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!;
}

export function i32(cursor: Cursor): number {
  const { bytes, little } = cursor;
  const at = pass(cursor, 4);
  return little
    ? bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    : (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

export function u32(cursor: Cursor): number {
  return i32(cursor) >>> 0;
}

/** Beyond 2^53 no longer exact: larger than any file, and refused where it is a count. */
export function u64(cursor: Cursor): number {
  const first = u32(cursor);
  const second = u32(cursor);
  return cursor.little ? second * 0x100000000 + first : first * 0x100000000 + second;
}

const scratch = new DataView(new ArrayBuffer(8));

export function f64At(bytes: Uint8Array, at: number, little: boolean): number {
  for (let i = 0; i < 8; i++) scratch.setUint8(i, bytes[at + i]!);
  return scratch.getFloat64(0, little);
}

export function f64(cursor: Cursor): number {
  return f64At(cursor.bytes, pass(cursor, 8), cursor.little);
}

/** A count of things that take at least `size` bytes each: no more than the rest of the file can hold. */
export function countOf(cursor: Cursor, count: number, size: number, what: string): number {
  const room = Math.floor((cursor.bytes.length - cursor.at) / size);
  if (!(count >= 0) || count > room)
    throw new Damage(
      `${cursor.room} announces ${grouped(count)} ${what}, more than the file can hold`,
      cursor.at + 1,
      'more than it holds',
    );
  return count;
}

/** `2,000,000,000`. */
export function grouped(count: number): string {
  return String(count).replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ',');
}

/** Letters of plain ASCII, as magic numbers and names of versions are. */
export function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Where the blanks and zeros at the end of a padded text begin. */
export function trimmedEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end--;
  return end;
}

export function trimmed(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, trimmedEnd(bytes, 0, bytes.length));
}
