// Where the bytes of a text are no letters of its encoding: row and byte. Which encoding it is, is decode.ts'.

import { strictLettersOf } from './letters.ts';

export interface Damage {
  /** Row below the names, from 1; 0 is the row of names. */
  readonly row: number;
  /** Of the first byte that begins no letter, from 1. */
  readonly byte: number;
  /** The bytes there, as `E5 A5`. */
  readonly bytes: string;
  /** What stands before it in its row. */
  readonly before: string;
  /** Rows with such bytes. */
  readonly rows: number;
}

/** The first place that is no letter in `label`; null when there is none. */
export function damageIn(bytes: Uint8Array, label: string): Damage | null {
  const wide = label.startsWith('utf-16');
  const step = wide ? 2 : 1;
  const low = label === 'utf-16be' ? 1 : 0;
  let first: Damage | null = null;
  let row = 0;
  let rows = 0;
  let quoted = false;
  let lastRow = -1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += step) {
    const over = at + step > bytes.length;
    const unit = over ? 10 : wide ? bytes[at + low]! | (bytes[at + 1 - low]! << 8) : bytes[at]!;
    if (unit === 34) quoted = !quoted;
    if (unit !== 10) continue;
    const line = bytes.subarray(start, over ? bytes.length : at);
    if (strictLettersOf(line, label) === null) {
      if (row !== lastRow) {
        rows++;
        lastRow = row;
      }
      first ??= placeIn(line, label, start, row);
    }
    if (!quoted) row++;
    start = at + step;
    if (over) break;
  }
  return first === null ? null : { ...first, rows };
}

/** The longest front of the line that reads, by halves: a front that ends within a letter is no mistake yet. */
function placeIn(line: Uint8Array, label: string, start: number, row: number): Damage {
  const fine = (length: number): string | null => strictLettersOf(line.subarray(0, length), label, true);
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fine(middle) === null) high = middle - 1;
    else low = middle;
  }
  // What is read so far may end in the front part of a letter: its first byte is where the damage begins.
  let at = low;
  while (at > 0 && fine(at - 1) === fine(low)) at--;
  const end = Math.min(line.length, Math.max(at + 1, low + 1));
  const before = fine(at) ?? '';
  return {
    row,
    byte: start + at + 1,
    bytes: [...line.subarray(at, end)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' '),
    before: [...before].slice(-20).join(''),
    rows: 1,
  };
}
