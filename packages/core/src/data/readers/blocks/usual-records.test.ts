// What the scanner in WebAssembly finds of a block is what is found without it, byte for byte: tables of many columns, most of whose cells
// are one byte, with everything unusual in between, cells of all lengths about 16, 32 and 64 bytes, and columns that nobody asks for.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '../../../numerics/random.ts';
import { NUMBER, SKIP, TEXT } from '../csv-scan.ts';
import type { Block } from './block.ts';
import { scanBlock } from './scan-block.ts';
import { usualRecords } from './usual-records.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const ODD = [
  '',
  ' ',
  '"',
  '"a,b"',
  '"x\ny"',
  '""',
  '"  "',
  ' 5',
  '5 ',
  '5\t',
  '"5 "',
  '"5\t"',
  '" 5"',
  '\t',
  '!',
  '#',
  '６',
  '-1',
  '3.5',
  '12',
  '1e2',
  '""""',
  '",',
];
const letters = (length: number, kind: number): string => 'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(4).slice(kind, kind + length);

/** A table by a seed: of each column cells of one sort, `odd` of a thousand cells anything. */
function drawn(seed: number, kinds: readonly number[], odd: number, delimiter: string, end: string): string {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random.uniform() * count);
  const rows = 400;
  // A column of long cells leaves no usual record, unless nobody asks for it.
  const sorts = kinds.map((kind) => {
    const sort = below(12);
    return (sort === 9 || sort === 10) && kind !== SKIP && below(12) > 0 ? 8 : sort;
  });
  const cell = (sort: number): string => {
    if (below(1000) < odd) return ODD[below(ODD.length)]!.replace(',', delimiter);
    if (sort < 7) return String(1 + below(5));
    if (sort === 7) return ['male', 'female', ''][below(3)]!;
    if (sort === 8) return letters([1, 2, 7, 8, 9, 15, 16, 17, 18, 31, 32, 33][below(below(5) === 0 ? 12 : 11)]!, below(3));
    if (sort === 9) return letters([62, 63, 64, 65, 127, 128, 140, 2][below(8)]!, below(2));
    if (sort === 10) return String(below(rows));
    return ['', '7'][below(2)]!;
  };
  const lines = Array.from({ length: rows }, () => {
    const cells = sorts.map(cell);
    if (below(3000) < odd) cells.pop();
    if (below(3000) < odd) cells.push('9');
    return below(3000) < odd ? '' : cells.join(delimiter);
  });
  return lines.join(end) + end;
}

/** Everything, as text. */
const told = ({ columns, cells, unfilled, ...rest }: Block): string =>
  JSON.stringify([
    rest,
    [...unfilled],
    columns.map((column) => [column.is, column.is === 'coded' ? [...column.codes] : column.is === 'numbers' ? [...column.values] : []]),
    Object.values(cells).map((array: Uint8Array | Int32Array | Float64Array) => [...array]),
  ]);

/** Long texts are compared faster than they are printed. */
function difference(a: string, b: string): string | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.slice(at - 60, at + 60)} | ${b.slice(at - 60, at + 60)}`;
}

it('scans what is usual as it is scanned without it, and leaves the rest', () => {
  const engine = usualRecords()!;
  let [rows, here] = [0, 0];
  fc.assert(
    fc.property(
      fc.nat(1e9),
      fc.integer({ min: 2, max: 45 }),
      fc.constantFrom(0, 1, 5, 50),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom(1024, 1024, 40),
      (seed, width, odd, delimiter, end, most) => {
        const kinds = Array.from({ length: width }, (_, at) => [NUMBER, NUMBER, TEXT, SKIP][(seed >> (at % 13)) & 3]!);
        const bytes = new TextEncoder().encode(drawn(seed, kinds, odd, delimiter, end));
        const many = seed % 3 === 0 ? 24 : Infinity;
        const layout = { delimiter: delimiter.charCodeAt(0), kinds, most, many, floats: new Set<number>() };
        const isLast = seed % 2 === 0;
        // A line break that stands for the end, or the byte after the block.
        const text = new Uint8Array(bytes.length + 1).fill(isLast ? 10 : 57);
        text.set(bytes);
        engine.load(text);
        const counting = {
          ...engine,
          read: (at: number, limit: number, row: number) => {
            const found = engine.read(at, limit, row);
            here += found.row - row;
            return found;
          },
        };
        const block = scanBlock(text, bytes.length, isLast, layout, counting);
        expect(difference(told(block), told(scanBlock(text, bytes.length, isLast, layout, null)))).toBeNull();
        rows += block.rows;
      },
    ),
    { seed: 17, numRuns: 150 },
  );
  expect(here / rows).toBeGreaterThan(0.4);
});

it('tells plain ASCII from all else', () => {
  const engine = usualRecords()!;
  for (const length of [0, 1, 15, 16, 17, 40]) {
    const bytes = new Uint8Array(length + 1).fill(65);
    bytes[length] = 200;
    engine.load(bytes);
    expect(engine.isAscii(length)).toBe(true);
    for (let at = 0; at < length; at++)
      for (const odd of [0, 0x80, 0xff]) {
        engine.load(bytes.with(at, odd));
        expect(engine.isAscii(length)).toBe(false);
      }
  }
});
