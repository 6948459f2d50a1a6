// Bytes put one after the other, little end first, and texts cut to the room that a format has. What they mean is the formats'.
import type { Texts } from '../texts.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** The text's first letters in so many bytes, none cut through; whether that is all of it. */
export function fitted(text: string, most: number): { readonly bytes: Uint8Array; readonly whole: boolean } {
  const bytes = utf8(text);
  if (bytes.length <= most) return { bytes, whole: true };
  let end = most;
  // A byte 10xxxxxx continues a letter.
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return { bytes: bytes.subarray(0, end), whole: false };
}

/** The bytes of texts in a format that has room for so many. `size`: the most that one takes, at least 1; `whole`: none is cut. */
export function fittedTexts(
  texts: Texts,
  most: number,
): { readonly size: number; readonly whole: boolean; readonly textOf: (row: number) => Uint8Array } {
  const textOf = (row: number): ReturnType<typeof fitted> => fitted(texts.at(row)!, most);
  let size = 1;
  let all = true;
  for (let row = 0; row < texts.length; row++) {
    const { bytes, whole } = textOf(row);
    size = Math.max(size, bytes.length);
    all &&= whole;
  }
  return { size, whole: all, textOf: (row) => textOf(row).bytes };
}

export const NO_TEXT = new Uint8Array(0);

export interface ByteSink {
  readonly length: () => number;
  u8(value: number): void;
  u16(value: number): void;
  i32(value: number): void;
  /** A whole number below 2^53. */
  u64(value: number): void;
  f64(value: number): void;
  raw(bytes: Uint8Array): void;
  /** Letters of plain ASCII. */
  ascii(text: string): void;
  /** In exactly so many bytes: cut, or filled up. */
  field(bytes: Uint8Array, size: number, fill: number): void;
  /** Writes over what was put there. */
  u64At(at: number, value: number): void;
  done(): Uint8Array;
}

export function byteSink(): ByteSink {
  let bytes = new Uint8Array(1 << 16);
  let view = new DataView(bytes.buffer);
  let at = 0;
  const room = (count: number): number => {
    if (at + count > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 2, at + count));
      larger.set(bytes.subarray(0, at));
      bytes = larger;
      view = new DataView(bytes.buffer);
    }
    const from = at;
    at += count;
    return from;
  };
  const put64 = (from: number, value: number): void => {
    view.setUint32(from, value % 0x100000000, true);
    view.setUint32(from + 4, Math.floor(value / 0x100000000), true);
  };
  // Room first: it may put another array in the place of this one.
  const sink: ByteSink = {
    length: () => at,
    u8: (value) => {
      const from = room(1);
      bytes[from] = value;
    },
    u16: (value) => {
      const from = room(2);
      view.setUint16(from, value, true);
    },
    i32: (value) => {
      const from = room(4);
      view.setInt32(from, value, true);
    },
    u64: (value) => {
      put64(room(8), value);
    },
    f64: (value) => {
      const from = room(8);
      view.setFloat64(from, value, true);
    },
    raw: (more) => {
      const from = room(more.length);
      bytes.set(more, from);
    },
    ascii: (text) => {
      sink.raw(utf8(text));
    },
    field: (more, size, fill) => {
      const from = room(size);
      bytes.fill(fill, from, from + size);
      bytes.set(more.subarray(0, size), from);
    },
    u64At: put64,
    done: () => bytes.slice(0, at),
  };
  return sink;
}
