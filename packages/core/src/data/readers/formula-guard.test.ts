// Apostrophes before formulas: what is written comes back, and nobody's own apostrophe is lost.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv, readCsvRows } from './csv.ts';
import { guardedCell, unguardedCell } from './formula-guard.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

it('stand before what a spreadsheet would compute, and before no number', () => {
  for (const text of ['=1', '+1+2', '-1+2', '@SUM(A1)', '\tx', '\rx', '-', '+', '=', '--5', '+a', '-1e', '-.', "'=1", "''@x"])
    expect(guardedCell(text), text).toBe(`'${text}`);
  for (const text of [
    '',
    '1',
    '-5',
    '+5',
    '-1.5',
    '-1,5',
    '-.5',
    '+3e-7',
    '-12 %',
    '-1,234.5',
    'a=b',
    "'tis",
    "'",
    "''",
    "'05",
    ' =1',
    'ns',
    '.',
  ])
    expect(guardedCell(text), text).toBe(text);
});

it('are taken away where they were put, and nowhere else', () => {
  for (const [written, meant] of [
    ["'=1", '=1'],
    ["''=1", "'=1"],
    ["'-x", '-x'],
    ["'tis", "'tis"],
    ["'05", "'05"],
    ["'-5", "'-5"],
    ["'", "'"],
    ["''", "''"],
    ["'70s", "'70s"],
  ] as const)
    expect(unguardedCell(written)).toBe(meant);
  fc.assert(
    fc.property(fc.stringMatching(/^['=+\-@\t\r0-9.,ae%]{0,6}$/u), (text) => unguardedCell(guardedCell(text)) === text),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(
      fc.string(),
      (text) =>
        unguardedCell(guardedCell(text)) === text &&
        !(
          /^[=+\-@\t\r]/u.test(guardedCell(text)) &&
          Number.isNaN(
            Number(
              text
                .replace('%', '')
                .replaceAll(',', '.')
                .trim()
                .replace(/(\.\d*)\..*/u, '$1'),
            ),
          )
        ),
    ),
    { numRuns: 3000 },
  );
});

it('make one level with and without, in data and in printed tables', () => {
  const { frame } = readCsv(new TextEncoder().encode("g,h\n'=x,1\n=x,2\n=x,3\n'=x,4\n'tis,5\n'-5,6\n"), 'd.csv');
  expect(frame!.columns[0]).toMatchObject({ kind: 'text', levels: ['=x', "'tis", "'-5"] });
  expect([...(frame!.columns[0] as { codes: Int32Array }).codes]).toEqual([0, 0, 0, 0, 1, 2]);
  expect(readCsvRows("a,b\n'-.12**,'=x\n")).toEqual([
    ['a', 'b'],
    ['-.12**', '=x'],
  ]);
});
