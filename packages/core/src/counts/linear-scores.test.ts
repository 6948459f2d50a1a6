import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { momentsOf, type Moments } from '../moments/moments.ts';
import { seededRandom } from '../numerics/random.ts';
import { completeMask, jointCounts } from './joint.ts';
import {
  eachScore,
  momentsOfScores,
  scoredItem,
  scoreRange,
  scoreRows,
  withMissing,
  type LinearScore,
  type ScoredItem,
} from './linear-scores.ts';
import { countable } from './moments.ts';
import { BLOCK } from './planes.ts';
import type { Codes, Points } from './points.ts';

const kinds: readonly (new (length: number) => Codes)[] = [Int8Array, Int16Array, Int32Array];
function pointsOf(seed: number, rows: number, values: readonly number[]): Points {
  const random = seededRandom(seed);
  const codes = new kinds[seed % 3]!(rows);
  for (let row = 0; row < rows; row++) codes[row] = Math.floor(random.uniform() * (values.length + 0.4)) - 1;
  return { codes, values: Float64Array.from(values) };
}
const floats = ({ codes, values }: Points): Float64Array => Float64Array.from(codes, (code) => (code < 0 ? NaN : values[code]!));

const TABLES = [[1, 2, 3, 4, 5], [0.3, -1.7, NaN], [1e6, 1e6 + 1], [7]];
const items = fc.array(fc.tuple(fc.nat(1000), fc.constantFrom(...TABLES), fc.constantFrom(-1, 0.25, 3), fc.boolean()), {
  minLength: 1,
  maxLength: 5,
});
/** With the mean in place of no answer, or without a score. */
function scoreOf(given: readonly (readonly [number, readonly number[], number, boolean])[], rows: number, always = false): LinearScore {
  return {
    constant: -3.5,
    items: given.map(([seed, values, times, filled]) => scoredItem(pointsOf(seed, rows, values), times, filled || always ? 2.2 : NaN)),
  };
}
/** The definition. */
function rowByRow({ constant, items: own }: LinearScore, mask: Uint8Array | null): Float64Array {
  return Float64Array.from({ length: own[0]!.codes.length }, (_, row) =>
    mask !== null && mask[row] !== 1
      ? NaN
      : own.reduce((total, { codes, values, missing }) => {
          const value = codes[row]! < 0 ? NaN : values[codes[row]!]!;
          return total + (Number.isNaN(value) ? missing : value);
        }, constant),
  );
}
function close(found: Moments, expected: Moments): void {
  expect(found.n).toBe(expected.n);
  expected.means.forEach((mean, i) => expect(Math.abs(found.means[i]! - mean)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(mean))));
  expected.cross.forEach((row, i) =>
    row.forEach((value, j) => {
      const size = Math.sqrt(expected.cross[i]![i]! * expected.cross[j]![j]!);
      expect(Math.abs(found.cross[i]![j]! - value), `${i} ${j}`).toBeLessThanOrEqual(1e-11 * size + 1e-12 * expected.n);
    }),
  );
}

describe('linear scores', () => {
  test('are the sum of what the answers add, across blocks, under a mask', () => {
    fc.assert(
      fc.property(items, fc.constantFrom(0, 1, 30, BLOCK + 2), fc.boolean(), (given, rows, masked) => {
        const score = scoreOf(given, rows);
        const mask = masked ? Uint8Array.from({ length: rows }, (_, row) => row % 3) : null;
        const expected = rowByRow(score, mask);
        const found = scoreRows(score, mask);
        expect(found.findIndex((value, row) => !Object.is(value, expected[row]))).toBe(-1);
        expect(found.length).toBe(rows);
        const known = expected.filter((value) => !Number.isNaN(value));
        expect(scoreRange(score, mask)).toEqual(
          known.length === 0 ? null : { low: known.reduce((a, b) => Math.min(a, b)), high: known.reduce((a, b) => Math.max(a, b)) },
        );
        let seen = 0;
        eachScore(score, mask, (_, from, count) => {
          expect(from).toBe(seen);
          seen += count;
        });
        expect(seen).toBe(rows);
      }),
      { seed: 31, numRuns: 60 },
    );
  });

  test('have their moments from counts, with other columns beside them, missing answers filled or left out', () => {
    fc.assert(
      fc.property(items, items, fc.nat(1000), fc.boolean(), (first, second, seed, listwise) => {
        const rows = 40;
        const scores = [scoreOf(first, rows, !listwise), scoreOf(second, rows, !listwise)];
        const other = pointsOf(seed, rows, [5, 1, 9]);
        const all: Points[] = [...scores.flatMap((score): readonly ScoredItem[] => score.items), other];
        const { mask } = completeMask(listwise ? all : [other]);
        const { columns, tables } = countable(all);
        let at = 0;
        const counted = scores.map(({ constant, items: own }) => ({
          constant,
          items: own.map(({ values, missing }) => ({ column: tables[at++]!.column, values, missing })),
        }));
        const found = momentsOfScores(jointCounts(columns, mask), counted, [tables.at(-1)!]);
        close(found, momentsOf([...scores.map((score) => scoreRows(score)), floats(other)], mask));
      }),
      { seed: 32, numRuns: 150 },
    );
  });

  test('a level for no answer: what is left of the rows', () => {
    const codes = [Int8Array.of(0, 1, -1, -1, 1, 0), Int8Array.of(0, -1, 0, -1, 0, 0), Int8Array.of(-1, -1, -1, -1, -1, -1)];
    const filled = codes.map((own, at) => ({ codes: own.map((code) => (code < 0 ? [2, 1, 0][at]! : code)), levels: [3, 2, 1][at]! }));
    const joint = jointCounts([2, 1, 0].map((levels, at) => ({ codes: codes[at]!, levels })));
    expect(withMissing(joint)).toEqual(jointCounts(filled));
  });
});
