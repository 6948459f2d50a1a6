// A file read in blocks is the file read as a whole, in everything that a frame and its problems say: random tables, then mangled, in
// blocks of a few bytes, so that cells, quotation marks and line breaks stand across their ends.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packing } from '../../../counts/packed.ts';
import { coding, pointsOf } from '../../../counts/points.ts';
import { numbersIn, type Column, type Frame } from '../../frame.ts';
import { codedFrame } from '../../coded-frame.ts';
import { readCsv, type CsvReading } from '../csv.ts';
import { readLarge } from '../csv-blocks.ts';
import type { ReadOptions } from '../binary/reading.ts';
import { aheadOf, partsOf, scanPart, sourceOf, type ByteSource } from './blocks.ts';
import { codesBufferOf, takeBack } from './spare.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Everything that can be seen of a column; codes of numbers only where they must be there. */
function seen(column: Column): unknown {
  if (column.kind === 'text') return { ...column, codes: [...column.codes], levels: [...column.levels] };
  const { values, points: _, ...rest } = column;
  return { ...rest, values: [...values] };
}
function told({ frame, problems, delimiter, encoding }: CsvReading): unknown {
  if (frame === null) return { problems, delimiter, encoding };
  const { columns, rowNumbers, ...rest } = frame;
  return {
    ...rest,
    columns: columns.map(seen),
    rowNumbers: rowNumbers === undefined ? null : [...rowNumbers],
    problems,
    delimiter,
    encoding,
  };
}

const FROM = 10;
const usual = coding.from;
const many = packing.from;
beforeAll(() => {
  coding.from = FROM;
});
afterAll(() => {
  coding.from = usual;
});

/** As files of millions of rows are read: few numbers two a byte. */
function inHalves<T>(read: () => T): T {
  packing.from = 1;
  try {
    return read();
  } finally {
    packing.from = many;
  }
}

/** In a large file columns of few numbers are points, as `pointsOf` makes them; in a small one none are. */
function expectPoints({ rows, columns }: Frame): void {
  for (const column of columns) {
    if (column.kind === 'text') continue;
    if (rows < FROM) expect(column.points).toBeUndefined();
    else {
      const points = pointsOf(column.values)!;
      expect([...column.points!.values]).toEqual([...points.values]);
      expect([...column.points!.codes]).toEqual([...points.codes]);
      expect(column.points!.codes.constructor).toBe(points.codes.constructor);
      expect(numbersIn(column)).toBe(column.points!.values);
    }
  }
}

const few = (...cells: readonly string[]) => fc.constantFrom(...cells);
/** Of a column all cells are of one sort, or nearly. */
const sorts = [
  few('1', '2', '3', '4', '5'),
  few('1', '1', '2', '5', '', '-9', '99'),
  few('1', '01', '1.0', '+1', '2', '2.', '.5', '-0', '0', '1e3', '１', '1\u00a0', '3 '),
  fc.integer({ min: -100000, max: 100000 }).map(String),
  fc.double({ min: 0, max: 10, noNaN: true }).map((value) => value.toFixed(4)),
  fc.double({ min: 9.1, max: 9.9, noNaN: true }).map((value) => value.toFixed(15)),
  few('male', 'female', '', 'NA', "don't know"),
  few('"a, b"', '"a\nb"', '"a ""b"""', '"x" y', ' padded ', '" in "', '"\r\n"', '""', '"   "', '\t', '　'),
  few('=1+1', "'=1+1", "''=1+1", '-5', "'-5", '@x', '+x', "'tis"),
  few('3,5', '2', '4,25', '1.234', '1,234', '1 234', '5分', '3％', '¥5'),
  few('2024-01-02', '2024-01-03', '2024/1/4', '03.04.2024', '14.06.2024', '6/14/2024 9:58:01', ''),
  fc.integer({ min: 1, max: 9999 }).map((id) => `R${id}`),
  fc.integer({ min: 0, max: 99 }).map((id) => `2024000000000000${id}`),
  few('满意', '不满意', '(跳过)', '很长的一个回答，里面有许多字', 'é', '😀', '收'),
  few('a┋b', 'a', 'b┋c', 'twenty-four letters are few', 'a cell of more than eight', 'b cell of more than eight'),
];
const column = fc.constantFrom(...sorts).chain((cell) =>
  fc.record({
    cells: fc.array(cell, { minLength: 40, maxLength: 40 }),
    odd: fc.option(fc.tuple(fc.nat(39), fc.constantFrom('x', '', '"', 'total', '7', '1,5', '1234567890123456')), { freq: 4 }),
  }),
);
const table = fc.record({
  columns: fc.array(column, { minLength: 1, maxLength: 6 }),
  rows: fc.integer({ min: 0, max: 40 }),
  separator: few(',', ';', '\t'),
  end: few('\n', '\r\n', '\r'),
  extra: fc.array(fc.tuple(fc.nat(45), few('', ' ', 'SEPARATORS', 'SHORT', 'LONG', 'total', '合计', 'Question one?', '\t', '"open')), {
    maxLength: 4,
  }),
  front: few('', '', '\ufeff', 'sep=;\n', '\n\n'),
  last: fc.boolean(),
  name: few('id', 'StartDate', '序号', '"a\nb"', '', '1'),
});
type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

function written({ columns, rows, separator, end, extra, front, last, name }: Table): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    columns.map(({ cells, odd }) => (odd !== null && odd[0] === row ? odd[1] : cells[row]!)).join(separator),
  );
  for (const [at, what] of extra) {
    const line =
      what === 'SEPARATORS'
        ? separator.repeat(columns.length - 1)
        : what === 'SHORT'
          ? '1'
          : what === 'LONG'
            ? Array.from({ length: columns.length + 2 }, () => '1').join(separator)
            : columns.length > 1 && what.length > 1
              ? [what, ...columns.slice(1).map((_, index) => (what === 'total' ? '9' : what + index))].join(separator)
              : what;
    lines.splice(Math.min(at, lines.length), 0, line);
  }
  const head = columns.map((_, index) => (index === 0 ? name : `q${index}`)).join(separator);
  return front + [head, ...lines].join(end) + (last ? end : '');
}
/** Bytes whose parts are scanned without knowing what stands before them, as threads do. */
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

const options: fc.Arbitrary<ReadOptions> = fc.constantFrom<ReadOptions>(
  {},
  {},
  { id: 'id' },
  { text: ['q1', 'q2'] },
  { columns: ['id', 'q2'], wide: 0 },
  { header: { names: 2, last: 3 } },
  { decimal: ',' },
  { encoding: 'gb18030' },
);
const sizes = fc.record({ block: fc.integer({ min: 8, max: 400 }), most: few2(2, 3, 1024), many: few2(1, 3, 8, Infinity) });
function few2(...values: readonly number[]): fc.Arbitrary<number> {
  return fc.constantFrom(...values);
}

it('reads a table in blocks as it reads the whole', () => {
  let inBlocks = 0;
  fc.assert(
    fc.property(table, sizes, options, (made, sizes, how) => {
      const bytes = encode(written(made));
      const found = readLarge(sourceOf(bytes), 'x.csv', how, sizes);
      if (found === null) return;
      inBlocks++;
      const whole = told(readCsv(bytes, 'x.csv', how));
      expect(told(found)).toEqual(whole);
      const parts = inHalves(() => readLarge(inParts(bytes), 'x.csv', how, sizes)!);
      expect(told(parts)).toEqual(whole);
      for (const { frame } of [found, parts]) if (frame !== null) expectPoints(codedFrame(frame));
    }),
    { seed: 17, numRuns: 800 },
  );
  expect(inBlocks).toBeGreaterThan(500);
});

it('reads a damaged table in blocks as it reads the whole', () => {
  let inBlocks = 0;
  const damage = fc.array(fc.tuple(fc.nat(2000), few('"', ',', '\n', '\r', ' ', '\t', '5', 'x', ';', '""', '\u0000'), fc.boolean()), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(table, damage, sizes, options, (made, changes, sizes, how) => {
      let text = written(made);
      for (const [at, what, over] of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + what + text.slice(place + (over ? what.length : 0));
      }
      const bytes = encode(text);
      const found = readLarge(sourceOf(bytes), 'x.csv', how, sizes);
      if (found === null) return;
      inBlocks++;
      const whole = told(readCsv(bytes, 'x.csv', how));
      expect(told(found)).toEqual(whole);
      const parts = inHalves(() => readLarge(inParts(bytes), 'x.csv', how, sizes)!);
      expect(told(parts)).toEqual(whole);
    }),
    { seed: 17, numRuns: 800 },
  );
  expect(inBlocks).toBeGreaterThan(250);
});
