import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  choleskyFactor,
  inverseSymmetric,
  logDeterminant,
  multiply,
  solve,
  solvePositive,
  svd,
  symmetricEigen,
  transpose,
} from './linear-algebra.ts';
import type { Matrix } from './linear-algebra.ts';

const square = fc
  .integer({ min: 1, max: 7 })
  .chain((p) =>
    fc.array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: p, maxLength: p }), { minLength: p, maxLength: p }),
  );

function positive(a: Matrix): number[][] {
  return multiply(a, transpose(a)).map((row, i) => row.map((value, j) => value + (i === j ? 0.1 : 0)));
}

function farthest(a: Matrix, b: Matrix): number {
  return Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - b[i]![j]!))));
}

const identity = (p: number): number[][] => Array.from({ length: p }, (_, i) => Array.from({ length: p }, (_, j) => (i === j ? 1 : 0)));

describe('small matrices', () => {
  test('decompositions put the matrix together again', () => {
    fc.assert(
      fc.property(square, (a) => {
        const s = positive(a);
        const p = s.length;
        const scale = 1 + Math.max(...s.flat().map(Math.abs));
        const { values, vectors } = symmetricEigen(s);
        expect(
          farthest(
            multiply(
              vectors.map((row) => row.map((v, k) => v * values[k]!)),
              transpose(vectors),
            ),
            s,
          ) / scale,
        ).toBeLessThan(1e-13);
        expect(farthest(multiply(transpose(vectors), vectors), identity(p))).toBeLessThan(1e-13);
        expect(values).toEqual([...values].sort((x, y) => y - x));
        const lower = choleskyFactor(s)!;
        expect(farthest(multiply(lower, transpose(lower)), s) / scale).toBeLessThan(1e-13);
        expect(farthest(multiply(inverseSymmetric(s)!, s), identity(p))).toBeLessThan(1e-9);
        expect(logDeterminant(s)!).toBeCloseTo(
          values.reduce((total, value) => total + Math.log(value), 0),
          8,
        );
        const parts = svd(a);
        expect(
          farthest(
            multiply(
              parts.left.map((row) => row.map((v, k) => v * parts.values[k]!)),
              transpose(parts.right),
            ),
            a,
          ),
        ).toBeLessThan(1e-12);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  test('solves systems that need an exchange of rows', () => {
    expect(
      solve(
        [
          [0, 2],
          [3, 1],
        ],
        [[4], [5]],
      ),
    ).toEqual([[1], [2]]);
  });

  test('says null of a singular matrix', () => {
    const singular = [
      [1, 0.5, 1.5],
      [0.5, 1, 1.5],
      [1.5, 1.5, 3],
    ];
    expect([choleskyFactor(singular), inverseSymmetric(singular), logDeterminant(singular), solve(singular, [[1], [2], [3]])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(
      choleskyFactor([
        [1, NaN],
        [NaN, 1],
      ]),
    ).toBeNull();
    expect(
      inverseSymmetric([
        [1, NaN],
        [NaN, 1],
      ]),
    ).toBeNull();
  });

  test('inverts an indefinite matrix, which has no Cholesky factor', () => {
    const pairwise = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ];
    expect(choleskyFactor(pairwise)).toBeNull();
    expect(farthest(multiply(inverseSymmetric(pairwise)!, pairwise), identity(3))).toBeLessThan(1e-13);
  });

  test('a positive system is solved to rounding, an indefinite one not at all', () => {
    fc.assert(
      fc.property(square, (a) => {
        const s = positive(a);
        const b = s.map((_, i) => i - 1.5);
        const x = solvePositive(s, b)!;
        const general = solve(
          s,
          b.map((value) => [value]),
        )!.map((row) => row[0]!);
        expect(Math.max(...x.map((value, i) => Math.abs(value - general[i]!))) / (1 + Math.max(...x.map(Math.abs)))).toBeLessThan(1e-10);
      }),
      { seed: 5, numRuns: 60 },
    );
    expect(
      solvePositive(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 1],
      ),
    ).toBeNull();
  });
});
