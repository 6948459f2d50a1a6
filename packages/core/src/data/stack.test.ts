// What two files say differently of one column, once it is one column.
import { expect, it } from 'vitest';
import type { Column, Frame } from './frame.ts';
import { stack } from './stack.ts';
import { numericCells } from './values.ts';

const frame = (file: string, column: Column): Frame => ({
  file,
  rows: column.kind === 'number' ? column.values.length : column.codes.length,
  columns: [column],
});
const below = (first: Column, second: Column): Column =>
  stack({ appends: [{ file: 'b' }] }, frame('a', first), [frame('b', second)]).frame.columns[0]!;

it('one text that is two numbers in two files stays two', () => {
  const styled = (decimal: '.' | ',', value: number): Column =>
    ({ kind: 'text', name: 'x', codes: Int32Array.of(0), levels: ['1,234'], numbers: [value], style: { decimal } }) as unknown as Column;
  expect([...numericCells(below(styled('.', 1234), styled(',', 1.234)), []).values]).toEqual([1234, 1.234]);
});

it('a code that one file declares as no answer is an answer in the other', () => {
  const values = (missing: boolean): Column => ({
    kind: 'number',
    name: 'x',
    values: Float64Array.of(9, 1),
    ...(missing ? { declaredMissing: [{ kind: 'number', value: 9 }] as const } : {}),
  });
  const both = below(values(true), values(false));
  expect(both.declaredMissing).toBeUndefined();
  expect([...numericCells(both, []).values]).toEqual([NaN, 1, 9, 1]);
});
