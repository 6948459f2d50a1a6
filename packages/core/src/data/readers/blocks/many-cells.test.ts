// Tables of many rows, distinct cells and encodings, in blocks of some hundred bytes and scanned apart as threads do: the same in every
// cell, problem and place as read whole. Small tables with everything odd in them are blocks.test.ts'.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coding } from '../../../counts/points.ts';
import { seededRandom, type SeededRandom } from '../../../numerics/random.ts';
import type { Column } from '../../frame.ts';
import { readLarge } from '../csv-blocks.ts';
import { codesBufferOf, takeBack } from './spare.ts';
import { readCsv, type CsvReading } from '../csv.ts';
import type { ReadOptions } from '../binary/reading.ts';
import { longHash } from './block.ts';
import { aheadOf, partsOf, scanPart, sourceOf, type ByteSource } from './blocks.ts';

declare const Buffer: { from(text: string, encoding: 'utf8' | 'latin1' | 'utf16le'): Uint8Array };

const usual = coding.from;
beforeAll(() => {
  coding.from = 100;
});
afterAll(() => {
  coding.from = usual;
});

/** In the end no more than a digest: a million cells are compared faster than they are printed. */
function seen(column: Column): unknown {
  if (column.kind === 'text') {
    const { codes, levels, ...rest } = column;
    return {
      ...rest,
      levels: levels.length,
      cells: Array.from(codes, (code) => (code < 0 ? null : levels.at(code))).join('\u0001'),
      order: [...levels].join('\u0001'),
    };
  }
  const { values, points: _, ...rest } = column;
  return { ...rest, values: Array.from(values, (value) => (Object.is(value, -0) ? '-0' : String(value))).join() };
}
function told({ frame, problems, delimiter, encoding }: CsvReading): unknown {
  if (frame === null) return { problems, delimiter, encoding };
  const { columns, rowNumbers, ...rest } = frame;
  return { ...rest, columns: columns.map(seen), rowNumbers: rowNumbers?.join() ?? null, problems, delimiter, encoding };
}
function inParts(bytes: Uint8Array): ByteSource {
  const source = sourceOf(bytes);
  return {
    ...source,
    ahead: (layout) =>
      aheadOf(
        partsOf(source.size, layout),
        (part) => scanPart(source, layout, part),
        (part) => {
          // Used again for blocks to come, with whatever stands in it.
          const buffer = part.block === null ? null : codesBufferOf(part.block);
          if (buffer !== null) new Uint8Array(buffer).fill(0xee);
          takeBack(buffer);
        },
        () => undefined,
      ),
  };
}

type Cell = (row: number, random: SeededRandom) => string;
const oneOf =
  (...cells: readonly string[]): Cell =>
  (_, random) =>
    cells[random.integer(cells.length)]!;
/** So many levels, the later ones late, so that what is kept of the column becomes wider while it is read. */
const levels =
  (count: number, write: (level: number) => string): Cell =>
  (row, random) =>
    write(row % 3 === 0 ? Math.floor(row / 3) % count : random.integer(Math.min(count, 1 + Math.floor(row / 2))));
const kinds: readonly Cell[] = [
  oneOf('1', '2', '3', '4', '5', ''),
  ...[127, 128, 129, 255, 256, 257, 1024, 1025].flatMap((count) => [
    levels(count, (level) => String(level)),
    levels(count, (level) => `level ${level} of ${count}`),
  ]),
  (row) => `R${row}`,
  (row) => String(row * 7),
  (_, random) => (random.normal() * 1000).toFixed(3),
  (_, random) => String.fromCharCode(33 + random.integer(90)).replace(/["',;]/u, 'x'),
  oneOf('a', 'b', '"c, d"', '"e\nf"', '"g ""h"" i"', '"j\r\nk"', '""', ' l ', '\tm'),
  (row, random) => (random.integer(400) === 0 ? `"${'long '.repeat(60)}${row}\n"` : 'short'),
  (_, random) => (random.integer(900) === 0 ? 'text at last' : String(random.integer(5))),
  oneOf('é', 'ü', 'ß', 'plain'),
  oneOf('满意', '不满意', '一般', ''),
];
const odd: readonly ((width: number, separator: string) => string)[] = [
  () => '',
  () => '1',
  (width, separator) => separator.repeat(width - 1),
  (width, separator) => `1${separator.repeat(width + 1)}2`,
  () => '"x" y',
  () => ' ',
];

function tableOf(random: SeededRandom, rows: number): { readonly text: string; readonly letters: boolean } {
  const cells = Array.from({ length: 2 + random.integer(5) }, () => kinds[random.integer(kinds.length)]!);
  const separator = [',', ';', '\t', '|'][random.integer(4)]!;
  const end = ['\n', '\r\n', '\r', '\n'][random.integer(4)]!;
  const often = [0, 0, 300, 40][random.integer(4)]!;
  const lines = [cells.map((_, at) => `q${at}`).join(separator)];
  for (let row = 0; row < rows; row++) {
    if (often > 0 && random.integer(often) === 0) lines.push(odd[random.integer(odd.length)]!(cells.length, separator));
    lines.push(cells.map((cell) => cell(row, random)).join(separator));
  }
  const text = lines.join(end) + (random.integer(2) === 0 ? end : '');
  return { text, letters: /[^\u0000-\u00ff]/u.test(text) };
}

function bytesOf(random: SeededRandom, { text, letters }: ReturnType<typeof tableOf>): readonly [Uint8Array, ReadOptions] {
  switch (random.integer(8)) {
    case 0:
      return [Buffer.from(`\ufeff${text}`, 'utf8'), {}];
    case 1:
      return [Buffer.from(`\ufeff${text}`, 'utf16le'), {}];
    case 2:
      return letters ? [Buffer.from(text, 'utf8'), {}] : [Buffer.from(text, 'latin1'), { encoding: 'windows-1252' }];
    case 3: {
      // A byte that no text has.
      const bytes = Buffer.from(text, 'utf8').slice();
      bytes[random.integer(bytes.length)] = random.integer(2) === 0 ? 0 : 0xff;
      return [bytes, {}];
    }
    default:
      return [Buffer.from(text, 'utf8'), {}];
  }
}

it.each(Array.from({ length: 24 }, (_, seed) => seed))('table %i', (seed) => {
  const random = seededRandom(seed);
  const rows = [150, 700, 4000][random.integer(3)]!;
  const [bytes, options] = bytesOf(random, tableOf(random, rows));
  const sizes = {
    block: 100 + random.integer(3000),
    most: [2, 128, 1024][random.integer(3)]!,
    many: [1, 40, 1000, Infinity][random.integer(4)]!,
  };
  const found = readLarge(sourceOf(bytes), 'x.csv', options, sizes);
  if (found === null) return;
  const whole = told(readCsv(bytes, 'x.csv', options));
  expect(told(found)).toEqual(whole);
  expect(told(readLarge(inParts(bytes), 'x.csv', options, sizes)!)).toEqual(whole);
});

it('keeps 33,000 and 66,000 texts, more than sixteen bits name', () => {
  for (const [at, count] of [32_767, 32_768, 32_769, 66_000].entries()) {
    const text = `a,b\n${Array.from({ length: count }, (_, row) => `t${row},${row % 4}`).join('\n')}\nt0,1\nt${count - 1},2\n`;
    const bytes = Buffer.from(text, 'utf8');
    const sizes = { block: 50_000, most: 1024, many: [Infinity, 1000, 8192, 40_000][at]! };
    const whole = told(readCsv(bytes, 'x.csv'));
    expect(told(readLarge(sourceOf(bytes), 'x.csv', {}, sizes)!)).toEqual(whole);
    expect(told(readLarge(inParts(bytes), 'x.csv', {}, sizes)!)).toEqual(whole);
  }
});

it('tells cells apart whose hashes are one, and that end alike', () => {
  // By FNV-1a in the second column, found by trying: of each two the hashes are the same, and so they are with more behind them.
  const pairs = ['r118863k572', 'r168308k726', 'r153777k486', 'r196492k405', 'r243986k102', 'r263240k321'];
  const cells = [...pairs, ...pairs.map((cell) => `${cell} and the rest`)];
  expect(new Set(cells.map((cell) => longHash(Buffer.from(cell, 'utf8'), 0, cell.length, 1))).size).toBe(cells.length / 2);
  const text = `a,b\n${Array.from({ length: 600 }, (_, row) => `${row % 4},${cells[(row * 5) % cells.length]!}`).join('\n')}\n`;
  const bytes = Buffer.from(text, 'utf8');
  const whole = told(readCsv(bytes, 'x.csv'));
  for (const block of [100, 900, 100_000]) {
    const sizes = { block, most: 1024, many: 5 };
    expect(told(readLarge(sourceOf(bytes), 'x.csv', {}, sizes)!)).toEqual(whole);
    expect(told(readLarge(inParts(bytes), 'x.csv', {}, sizes)!)).toEqual(whole);
  }
});
