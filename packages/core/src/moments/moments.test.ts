import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { correlationOf, covarianceOf, mergeMoments, momentsOf, weightedMomentsOf } from './moments.ts';
import type { Moments } from './moments.ts';
import { pairwiseMoments } from './pairwise.ts';
import { listwiseColumns, reversedValues } from './rows.ts';
import { meanSubstituted } from './substitution.ts';

const answer = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 7 }) }, { weight: 1, arbitrary: fc.constant(NaN) });
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((p) => fc.array(fc.array(answer, { minLength: p, maxLength: p }), { minLength: 1, maxLength: 60 }));
const columnsOf = (rows: readonly (readonly number[])[]): Float64Array[] =>
  (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (row) => row[j]!));

function expectSame(a: Moments, b: Moments): void {
  expect(a.n).toBe(b.n);
  a.means.forEach((mean, i) => expect(mean).toBeCloseTo(b.means[i]!, 11));
  a.cross.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(b.cross[i]![j]!, 9)));
}

describe('moments', () => {
  test('those of the parts merge to those of the whole, wherever it is cut', () => {
    fc.assert(
      fc.property(table, fc.nat(60), (rows, cut) => {
        const p = rows[0]!.length;
        const part = (slice: number[][]): Moments =>
          momentsOf(slice.length > 0 ? columnsOf(slice) : Array.from({ length: p }, () => new Float64Array(0)));
        expectSame(mergeMoments(part(rows.slice(0, cut)), part(rows.slice(cut))), momentsOf(columnsOf(rows)));
      }),
      { seed: 3 },
    );
  });

  test('blocks leave no seam: 1,500 rows are the sum of their definition', () => {
    const x = Float64Array.from({ length: 1500 }, (_, i) => ((i * 7919) % 1000) / 10);
    const y = Float64Array.from({ length: 1500 }, (_, i) => ((i * 104729) % 777) / 7);
    const centre = (v: Float64Array): number => v.reduce((t, value) => t + value, 0) / v.length;
    const [mx, my] = [centre(x), centre(y)];
    const found = momentsOf([x, y]);
    expect(found.means[0]).toBeCloseTo(mx, 10);
    expect(found.cross[0]![1]! / x.reduce((t, value, i) => t + (value - mx) * (y[i]! - my), 0)).toBeCloseTo(1, 12);
  });

  test('whole weights are repeated rows; rows without a weight do not count', () => {
    const rows = [
      [1, 4],
      [2, 2],
      [5, 3],
      [4, 9],
    ];
    const weights = [2, 1, 3, NaN];
    const repeated = rows.flatMap((row, i) => Array.from({ length: weights[i]! || 0 }, () => row));
    expectSame(weightedMomentsOf(columnsOf(rows), Float64Array.from(weights)), momentsOf(columnsOf(repeated)));
  });

  test('a large common offset does not disturb the variance', () => {
    const plain = Float64Array.from([0.1, 0.3, 0.2, 0.1, 0.3, 0.2, 0.4]);
    const offset = plain.map((value) => value + 2 ** 24);
    expect(
      covarianceOf(momentsOf([offset]))[0]![0]! / covarianceOf(momentsOf([offset.map((value) => value - 2 ** 24)]))[0]![0]!,
    ).toBeCloseTo(1, 13);
  });

  test('a constant column has no variance at all, and correlation is not defined', () => {
    const found = momentsOf([new Float64Array(9).fill(0.1), Float64Array.from({ length: 9 }, (_, i) => i)]);
    expect(found.cross[0]).toEqual([0, 0]);
    expect(correlationOf(found)[0]![1]).toBeNaN();
  });

  test('no rows', () => {
    expect(momentsOf([Float64Array.of(NaN), Float64Array.of(1)])).toEqual({
      n: 0,
      means: [0, 0],
      cross: [
        [0, 0],
        [0, 0],
      ],
    });
    expect(momentsOf([]).n).toBe(0);
  });
});

describe('pairwise moments', () => {
  test('each pair is the listwise result of that pair', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const columns = columnsOf(rows);
        const found = pairwiseMoments(columns);
        let defined = true;
        columns.forEach((x, i) =>
          columns.forEach((y, j) => {
            const pair = momentsOf([x, y]);
            expect(found.n[i]![j]).toBe(pair.n);
            const r = correlationOf(pair)[0]![1]!;
            if (Number.isNaN(r)) defined = false;
            else if (i !== j) expect(found.correlation === null ? r : found.correlation[i]![j]!).toBeCloseTo(r, 12);
          }),
        );
        expect(found.correlation !== null).toBe(defined);
        expect(found.minimumN).toBe(Math.min(...found.n.flat()));
      }),
      { seed: 4 },
    );
  });

  test('a mask takes rows away', () => {
    const x = Float64Array.of(1, 2, 3, 40);
    const y = Float64Array.of(2, 1, 4, -9);
    expect(pairwiseMoments([x, y], Uint8Array.of(1, 1, 1, 0))).toEqual(pairwiseMoments([x.slice(0, 3), y.slice(0, 3)]));
  });
});

describe('rows', () => {
  test('mean substitution fills with the mean of the rows in use and leaves the others', () => {
    const { columns, filled } = meanSubstituted(
      [Float64Array.of(1, NaN, 3, 100, NaN), new Float64Array(5).fill(NaN)],
      Uint8Array.of(1, 1, 1, 0, 0),
    );
    expect([...columns[0]!]).toEqual([1, 2, 3, 100, NaN]);
    expect(columns[1]!.every(Number.isNaN)).toBe(true);
    expect(filled).toEqual([1, 0]);
  });

  test('listwise columns keep complete rows in order; reversing a scale turns its ends', () => {
    expect(listwiseColumns([Float64Array.of(1, NaN, 3), Float64Array.of(4, 5, 6)]).map((column) => [...column])).toEqual([
      [1, 3],
      [4, 6],
    ]);
    expect([...reversedValues(Float64Array.of(1, 5, NaN), 1, 5)]).toEqual([5, 1, NaN]);
  });
});
