// Rows that stand twice are found by their hashes, in turns where they are many: the same as by comparing each with all before it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pointsOf } from '../counts/points.ts';
import { duplicates } from './duplicates.ts';
import { pointColumn, type Column, type Frame } from './frame.ts';

const WIDTH = 13;
const rows = fc.array(fc.array(fc.constantFrom(NaN, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3), { minLength: WIDTH, maxLength: WIDTH }), {
  minLength: 2,
  maxLength: 8,
});

/** Rows one below another, some of them again and again. */
const table = fc
  .tuple(rows, fc.array(fc.nat(7), { minLength: 2, maxLength: 40 }))
  .map(([kinds, order]) => order.map((at) => kinds[at % kinds.length]!));

function frameOf(cells: readonly (readonly number[])[], coded: boolean): Frame {
  const columns = Array.from({ length: WIDTH }, (_, at): Column => {
    const name = `q${at}`;
    const values = Float64Array.from(cells, (row) => row[at]!);
    if (at === WIDTH - 1)
      return {
        kind: 'text',
        name,
        codes: Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : value % 2)),
        levels: ['a', 'b'],
      };
    return coded ? pointColumn({ name }, pointsOf(values)!) : { kind: 'number', name, values };
  });
  return { file: 'x.csv', rows: cells.length, columns };
}

/** As the problem tells them: rows from 1. */
function pairsIn(cells: readonly (readonly number[])[]): [number, number][] {
  const texts = cells.map((row) => [...row.slice(0, -1), row[WIDTH - 1]! % 2].join());
  return texts.flatMap((text, row): [number, number][] => {
    const before = texts.indexOf(text);
    const filled = cells[row]!.filter((value) => !Number.isNaN(value));
    const distinct = new Set(cells[row]!.flatMap((value, at) => (Number.isNaN(value) ? [] : [at === WIDTH - 1 ? `t${value % 2}` : value])))
      .size;
    return before < row && filled.length >= 12 && distinct >= 3 ? [[before + 1, row + 1]] : [];
  });
}

it('finds each row that equals an earlier one, with the first of these', () => {
  let found = 0;
  fc.assert(
    fc.property(table, fc.constantFrom(1, 2, 5, 1000), fc.boolean(), (cells, atOnce, coded) => {
      const pairs = pairsIn(cells);
      const [problem] = duplicates(frameOf(cells, coded), undefined, atOnce);
      expect(problem?.facts ?? { pairs: [], count: 0 }).toMatchObject({ pairs: pairs.slice(0, 5), count: pairs.length });
      if (pairs.length > 5) found++;
    }),
    { seed: 5, numRuns: 400 },
  );
  expect(found).toBeGreaterThan(20);
});

it('takes ids as one that are written in another width, and numbers as their texts', () => {
  const text: Column = { kind: 'text', name: 'id', codes: Int8Array.of(0, 1, -1, 2, 0), levels: ['A1', 'B2', 'Ａ１'] };
  const told = (id: Column): unknown =>
    duplicates({ file: 'x.csv', rows: 5, columns: [id, { kind: 'number', name: 'q', values: Float64Array.of(1, 2, 3, 4, 5) }] }, 'id').map(
      ({ facts }) => facts,
    );
  expect(told(text)).toEqual([{ id: 'Ａ１', first: 1, second: 4, count: 2 }]);
  expect(told(pointColumn({ name: 'id' }, pointsOf(Float64Array.of(7, 8, NaN, 9, 8))!))).toEqual([
    { id: '8', first: 2, second: 5, count: 1 },
  ]);
});
