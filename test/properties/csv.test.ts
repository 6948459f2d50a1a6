// Reading what a CSV writer wrote gives the same cells, whatever the separator, the quoting and the line ends.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellText, numberOf, readCsv, readCsvRows, type Frame } from '../../packages/core/src/index.ts';

type Quoting = 'needed' | 'all' | 'texts';
const separators = [',', ';', '\t'] as const;
const lineEnds = ['\n', '\r\n', '\r'] as const;

function write(rows: readonly (readonly string[])[], separator: string, lineEnd: string, quoting: Quoting): string {
  const cell = (text: string): string => {
    const must = /["\r\n,;\t]/u.test(text) || text !== text.trim() || (rows[0]!.length === 1 && text === '');
    const quoted = must || quoting === 'all' || (quoting === 'texts' && numberOf(text) === null && text !== '');
    return quoted ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(separator)).join(lineEnd);
}

/** Texts that a reader could trip over; never only digits and commas, which are numbers in some country. */
const word = fc.oneof(
  fc
    .string({ unit: fc.constantFrom('a', 'b', '"', ',', ';', '\t', '\n', '\r\n', ' ', '收', 'é', '😀', "'", '|'), maxLength: 8 })
    .map((text) => `w${text}`),
  fc.constantFrom('', 'refused', '≤18', '"', '""', 'NA', 'a,b', ' padded ', '2020-01-04'),
);
const figure = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => String(value + 0)),
  fc.constant(''),
);
const column = fc.record({
  numeric: fc.boolean(),
  words: fc.array(word, { minLength: 1, maxLength: 30 }),
  figures: fc.array(figure, { minLength: 1, maxLength: 30 }),
});

const cells = (frame: Frame): string[][] =>
  Array.from({ length: frame.rows }, (_, row) => frame.columns.map((entry) => cellText(entry, row) ?? ''));

it('gives back every cell', () => {
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...separators),
      fc.constantFrom(...lineEnds),
      fc.constantFrom<Quoting>('needed', 'all', 'texts'),
      fc.boolean(),
      fc.boolean(),
      (columns, separator, lineEnd, quoting, mark, lastBreak) => {
        const length = Math.min(...columns.map((entry) => (entry.numeric ? entry.figures : entry.words).length));
        const rows = Array.from({ length }, (_, row) => columns.map((entry) => (entry.numeric ? entry.figures : entry.words)[row]!)).filter(
          (row) => columns.length === 1 || row.some((text) => text.trim() !== ''),
        );
        const header = columns.map((_, index) => `name ${index}`);
        const text = (mark ? '\ufeff' : '') + write([header, ...rows], separator, lineEnd, quoting) + (lastBreak ? lineEnd : '');
        const { frame, problems, delimiter } = readCsv(new TextEncoder().encode(text), 'x.csv');
        expect(problems.filter((problem) => problem.code !== 'SS303')).toEqual([]);
        if (columns.length > 1) expect(delimiter).toBe(separator);
        expect(frame?.columns.map((entry) => entry.name)).toEqual(header);
        expect(cells(frame!)).toEqual(rows);
      },
    ),
    { numRuns: 1000 },
  );
});

it('gives back every cell of a printed table', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 10 }),
      fc.constantFrom(...separators),
      fc.constantFrom(...lineEnds),
      (rows, separator, lineEnd) => {
        const header = ['a', 'b', 'c'];
        expect(readCsvRows(write([header, ...rows], separator, lineEnd, 'needed'))).toEqual([
          header,
          ...rows.filter((row) => row.some((text) => text.trim() !== '')),
        ]);
      },
    ),
    { numRuns: 500 },
  );
});

it('never throws and never loops, whatever the bytes', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({ unit: fc.constantFrom('a', '1', ',', ';', '\t', '"', '\n', '\r', ' ', '.', '-', 'e', '收'), maxLength: 120 })
      .map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(bytes, fc.constantFrom(undefined, 'gb18030', 'utf-16le', 'big5', 'nonsense'), (input, encoding) => {
      const { frame, problems } = readCsv(input, 'x.csv', encoding === undefined ? {} : { encoding });
      if (frame === null) expect(problems.some((problem) => problem.severity === 'error')).toBe(true);
      else for (const entry of frame.columns) expect((entry.kind === 'number' ? entry.values : entry.codes).length).toBe(frame.rows);
    }),
    { numRuns: 3000 },
  );
});
