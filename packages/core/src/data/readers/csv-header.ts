// The first record of a CSV file: the names of its columns.
import { numberOf } from '../values.ts';
import { afterQuoted } from './delimiter.ts';
import { decodeUtf8 } from './decode.ts';

export interface Header {
  /** As written, '' where there is no name. */
  readonly cells: readonly string[];
  /** Unique: a second `q5` is `q5 [2]`, a nameless column `column 4`. */
  readonly names: readonly string[];
  /** Names that stand more than once, with the positions (from 1). */
  readonly duplicates: readonly (readonly [name: string, positions: readonly number[]])[];
  readonly numbersOnly: boolean;
  /** Start of a cell whose quotation mark is never closed. */
  readonly unclosed: string | null;
  /** Where the second record starts. */
  readonly next: number;
}

/** Skips blank lines before the names. `bytes` must end with a line break. */
export function readHeader(bytes: Uint8Array, start: number, delimiter: number): Header {
  const end = bytes.length - 1;
  let i = start;
  while (i < end && (bytes[i] === 10 || bytes[i] === 13 || bytes[i] === 32)) i++;
  const cells: string[] = [];
  let unclosed: string | null = null;
  for (;;) {
    while (bytes[i] === 32) i++;
    if (bytes[i] === 34) {
      const close = afterQuoted(bytes, i);
      if (close > end) {
        unclosed = decodeUtf8(bytes.subarray(i + 1, Math.min(i + 31, end))).split(/[\r\n]/u)[0] ?? '';
        i = end;
        break;
      }
      let to = close;
      while (bytes[to] !== delimiter && bytes[to] !== 10 && bytes[to] !== 13) to++;
      cells.push((decodeUtf8(bytes.subarray(i + 1, close - 1)).replaceAll('""', '"') + decodeUtf8(bytes.subarray(close, to))).trim());
      i = to;
    } else {
      let to = i;
      while (bytes[to] !== delimiter && bytes[to] !== 10 && bytes[to] !== 13) to++;
      cells.push(decodeUtf8(bytes.subarray(i, to)).trim());
      i = to;
    }
    if (bytes[i] !== delimiter || i >= end) break;
    i++;
  }
  const next = bytes[i] === 13 && bytes[i + 1] === 10 && i + 1 < end ? i + 2 : i + 1;

  const positions = new Map<string, number[]>();
  cells.forEach((cell, index) => {
    if (cell !== '') positions.set(cell, [...(positions.get(cell) ?? []), index + 1]);
  });
  const taken = new Set(positions.keys());
  const unique = (wanted: string): string => {
    let name = wanted;
    while (taken.has(name)) name += '_';
    taken.add(name);
    return name;
  };
  const names = cells.map((cell, index) => {
    if (cell === '') return unique(`column ${index + 1}`);
    const nth = positions.get(cell)!.indexOf(index + 1) + 1;
    return nth === 1 ? cell : unique(`${cell} [${nth}]`);
  });
  const named = cells.filter((cell) => cell !== '');
  return {
    cells,
    names,
    duplicates: [...positions].filter(([, places]) => places.length > 1),
    unclosed,
    next,
    numbersOnly: named.length > 0 && named.every((cell) => numberOf(cell.replace(',', '.')) !== null),
  };
}
