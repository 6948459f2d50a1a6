import { expect, it } from 'vitest';
import { schemaOf } from './schema.ts';

it('says what is known of a column without its rows', () => {
  const schema = schemaOf({
    file: 'survey.csv',
    rows: 4,
    columns: [
      { kind: 'number', name: 'a', values: Float64Array.of(2, NaN, 1, 2) },
      { kind: 'number', name: 'b', values: Float64Array.of(NaN, 0.5, NaN, NaN) },
      { kind: 'number', name: 'empty', values: new Float64Array(4).fill(NaN) },
      { kind: 'text', name: 'site', codes: Int32Array.of(1, 1, -1, 0), levels: ['A', 'B', 'unused'] },
    ],
  });
  expect(schema.columns).toEqual([
    {
      name: 'a',
      kind: 'number',
      blanks: 1,
      filled: 3,
      distinct: new Map([
        ['1', 1],
        ['2', 2],
      ]),
      capped: false,
      min: 1,
      max: 2,
      integers: true,
    },
    {
      name: 'b',
      kind: 'number',
      blanks: 3,
      filled: 1,
      distinct: new Map([['0.5', 1]]),
      capped: false,
      min: 0.5,
      max: 0.5,
      integers: false,
    },
    { name: 'empty', kind: 'number', blanks: 4, filled: 0, distinct: new Map(), capped: false, min: null, max: null, integers: false },
    {
      name: 'site',
      kind: 'text',
      blanks: 1,
      filled: 3,
      distinct: new Map([
        ['A', 1],
        ['B', 2],
      ]),
      capped: false,
      min: null,
      max: null,
      integers: false,
    },
  ]);
});

it('lists 200 distinct values at most, and says that there are more', () => {
  const values = Float64Array.from({ length: 500 }, (_, row) => row % 250);
  const column = schemaOf({ file: 'x', rows: 500, columns: [{ kind: 'number', name: 'a', values }] }).columns[0]!;
  expect(column.distinct.size).toBe(200);
  expect(column).toMatchObject({ capped: true, min: 0, max: 249, filled: 500 });
});
