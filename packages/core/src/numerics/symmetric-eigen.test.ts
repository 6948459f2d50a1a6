// The same digits as ml-matrix, whose steps these are: of random symmetric matrices, of singular and of diagonal ones.
import fc from 'fast-check';
import { EigenvalueDecomposition } from 'ml-matrix';
import { expect, it } from 'vitest';
import { eigenOfSymmetric } from './symmetric-eigen.ts';

const cell = fc.oneof(fc.double({ min: -10, max: 10, noNaN: true }), fc.constantFrom(0, 0, 1, 1e-9, 1e8));
const matrix = fc
  .integer({ min: 1, max: 12 })
  .chain((n) =>
    fc
      .array(cell, { minLength: n * n, maxLength: n * n })
      .map((cells) =>
        Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => cells[Math.min(i, j) * n + Math.max(i, j)]!)),
      ),
  );
const bits = (values: ArrayLike<number>): readonly string[] => [...new BigInt64Array(Float64Array.from(values).buffer)].map(String);

it('has every digit of the decomposition that it takes the place of', () => {
  fc.assert(
    fc.property(matrix, (a) => {
      const theirs = new EigenvalueDecomposition(
        a.map((row) => [...row]),
        { assumeSymmetric: true },
      );
      const { values, vectors } = eigenOfSymmetric(a);
      expect(bits(values)).toEqual(bits(theirs.realEigenvalues));
      expect(bits(vectors)).toEqual(bits(theirs.eigenvectorMatrix.transpose().to1DArray()));
    }),
    { seed: 17, numRuns: 500 },
  );
});
