import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { momentsOf, weightedMomentsOf, type Moments } from '../moments/moments.ts';
import { seededRandom } from '../numerics/random.ts';
import { sum } from '../numerics/sums.ts';
import { completeMask, jointCounts } from './joint.ts';
import { countable } from './moments.ts';
import { jointWith, momentsWith } from './numbers.ts';
import type { CodedColumn } from './pairs.ts';
import { BLOCK } from './planes.ts';
import { weightedJoint } from './weighted.ts';

function columnsOf(seed: number, rows: number, levels: readonly number[]): CodedColumn[] {
  const random = seededRandom(seed);
  return levels.map((own) => ({
    codes: Int16Array.from({ length: rows }, () => (random.uniform() < 0.1 ? -1 : Math.floor(random.uniform() * own))),
    levels: own,
  }));
}
function numbersOf(seed: number, rows: number, missing = 0.1): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: rows }, () => (random.uniform() < missing ? NaN : 1e7 + 100 * random.normal()));
}

describe('joint sums of weights', () => {
  const levels = fc.array(fc.constantFrom(0, 1, 2, 3, 5, 8, 70), { minLength: 1, maxLength: 6 });

  test('weights of one are counts; whole weights are repeated rows', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom(0, 1, 50, BLOCK, BLOCK + 3), levels, (seed, rows, own) => {
        const columns = columnsOf(seed, rows, own);
        const mask = Uint8Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? 0 : 1));
        expect(weightedJoint(columns, new Float64Array(rows).fill(1), mask)).toEqual(jointCounts(columns, mask));
        const times = Float64Array.from({ length: rows }, (_, row) => row % 4);
        const repeated = columns.map(({ codes, levels: most }) => ({
          codes: Int16Array.from([...codes].flatMap((code, row) => Array.from({ length: times[row]! }, () => code))),
          levels: most,
        }));
        expect(weightedJoint(columns, times)).toEqual(jointCounts(repeated));
      }),
      { seed: 21, numRuns: 12 },
    );
  });

  test('any weights, in any order of rows, to the last bit: the exact sum, rounded once', () => {
    const rows = 30_000;
    const columns = columnsOf(5, rows, [3, 4, 2]);
    const random = seededRandom(6);
    // Multiples of 2⁻⁴⁰ below 2⁸: whole numbers of 48 bits, which BigInt adds up.
    const whole = Array.from({ length: rows }, () => Math.floor(random.uniform() * 2 ** 48));
    const weights = Float64Array.from(whole, (value) => value / 2 ** 40);
    const found = weightedJoint(columns, weights);
    const exact = (i: number, x: number, j: number, y: number): number => {
      let total = 0n;
      for (let row = 0; row < rows; row++) if (columns[i]!.codes[row] === x && columns[j]!.codes[row] === y) total += BigInt(whole[row]!);
      return Number(total) / 2 ** 40;
    };
    for (const [i, x, j, y] of [
      [0, 0, 0, 0],
      [0, 2, 1, 3],
      [2, 1, 0, 1],
    ] as const)
      expect(found.counts[(found.starts[i]! + x) * found.size + found.starts[j]! + y]).toBe(exact(i, x, j, y));
    const turned = columns.map(({ codes, levels: own }) => ({ codes: codes.slice().reverse(), levels: own }));
    expect(weightedJoint(turned, weights.slice().reverse())).toEqual(found);
    // Sizes far apart: those of a level are far below the last digit of others.
    const small = columns[0]!.codes.map((code) => (code === 2 ? 1 : 0));
    const uneven = Float64Array.from(small, (one) => random.uniform() * (one === 1 ? 2 ** -44 : 1));
    const sums = weightedJoint(columns, uneven);
    expect(weightedJoint(turned, uneven.slice().reverse())).toEqual(sums);
    const expected = sum(uneven.filter((_, row) => small[row] === 1));
    expect(Math.abs(sums.counts[2 * sums.size + 2]! / expected - 1)).toBeLessThan(1e-8);
  });

  test('rows without a weight do not count', () => {
    const columns = [{ codes: Int8Array.of(0, 0, 0, 0, 0), levels: 1 }];
    expect(weightedJoint(columns, Float64Array.of(0.3, NaN, -1, Infinity, 0)).counts[0]).toBe(0.3);
    expect(weightedJoint(columns, new Float64Array(5))).toMatchObject({ n: 0 });
  });
});

describe('numbers beside counts', () => {
  test('are the sums of their definition, pair by pair', () => {
    const rows = BLOCK + 1234;
    const columns = columnsOf(7, rows, [3, 2, 90]);
    const numbers = [numbersOf(8, rows), numbersOf(9, rows), numbersOf(10, rows, 0)];
    const mask = Uint8Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? 0 : 1));
    const weights = Float64Array.from({ length: rows }, (_, row) => ((row * 37) % 11) / 7);
    for (const given of [undefined, weights]) {
      const found = jointWith(columns, numbers, { mask, ...(given === undefined ? {} : { weights: given }) });
      const own = (row: number): number => (mask[row] === 1 ? (given?.[row] ?? 1) : 0);
      const off = (i: number, row: number): number => numbers[i]![row]! - found.offsets[i]!;
      const total = (of: (row: number) => number): number => {
        let sum = 0;
        for (let row = 0; row < rows; row++) if (own(row) > 0 && !Number.isNaN(of(row))) sum += own(row) * of(row);
        return sum;
      };
      for (const i of [0, 1, 2]) {
        for (const [column, start] of [
          [0, 0],
          [1, 3],
          [2, 5],
        ] as const) {
          for (const level of [0, 1]) {
            const here = (row: number): number => (columns[column]!.codes[row] === level ? 1 : NaN);
            const at = i * found.size + start + level;
            expect(found.rows[at]).toBeCloseTo(
              total((row) => (Number.isNaN(off(i, row)) ? NaN : here(row))),
              8,
            );
            expect(found.sums[at]).toBeCloseTo(
              total((row) => here(row) * off(i, row)),
              6,
            );
            expect(found.squares[at]! / total((row) => here(row) * off(i, row) * off(i, row))).toBeCloseTo(1, 12);
          }
        }
        for (const j of [0, 1, 2]) {
          const both = (row: number): number => (Number.isNaN(numbers[i]![row]! + numbers[j]![row]!) ? NaN : 1);
          expect(found.pairRows[i * 3 + j]).toBeCloseTo(total(both), 8);
          expect(found.pairSums[i * 3 + j]).toBeCloseTo(
            total((row) => both(row) * off(i, row)),
            6,
          );
          expect(found.products[i * 3 + j]! / total((row) => both(row) * off(i, row) * off(j, row))).toBeCloseTo(1, 10);
        }
      }
    }
  });

  test('with codes: moments of complete rows as from rows, without and with weights', () => {
    const table = (values: readonly number[], codes: readonly number[]) => ({
      codes: Int8Array.from(codes),
      values: Float64Array.from(values),
    });
    const close = (found: Moments, expected: Moments): void => {
      expect(found.n).toBeCloseTo(expected.n, 11);
      expected.means.forEach((mean, i) => expect(Math.abs(found.means[i]! - mean)).toBeLessThanOrEqual(1e-12 * Math.abs(mean)));
      expected.cross.forEach((row, i) =>
        row.forEach((value, j) => {
          const size = Math.sqrt(expected.cross[i]![i]! * expected.cross[j]![j]!);
          expect(Math.abs(found.cross[i]![j]! - value)).toBeLessThanOrEqual(1e-12 * size);
        }),
      );
    };
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: -1, max: 2 }),
            fc.integer({ min: 0, max: 1 }),
            fc.integer({ min: -99, max: 99 }).map((value) => value / 7),
            fc.oneof(fc.constant(NaN), fc.integer({ min: 1e9, max: 1e9 + 50 })),
          ),
          { maxLength: 40 },
        ),
        (rows) => {
          const points = [
            table(
              [4, 0.1, 4.7],
              rows.map((row) => row[0]),
            ),
            table(
              [1e6, 1e6 + 1],
              rows.map((row) => row[1]),
            ),
          ];
          const numbers = [Float64Array.from(rows, (row) => row[2]), Float64Array.from(rows, (row) => row[3])];
          const floats = points.map(({ codes, values }) => Float64Array.from(codes, (code) => (code < 0 ? NaN : values[code]!)));
          const mask = completeMask(points).mask.map((one, row) => (Number.isNaN(numbers[1]![row]!) ? 0 : one));
          const { columns, tables } = countable(points);
          close(momentsWith(jointCounts(columns, mask), tables, jointWith(columns, numbers, { mask })), momentsOf([...floats, ...numbers]));
          const weights = Float64Array.from(rows, (_, row) => (row % 3) / 2);
          close(
            momentsWith(weightedJoint(columns, weights, mask), tables, jointWith(columns, numbers, { mask, weights })),
            weightedMomentsOf([...floats, ...numbers], weights),
          );
        },
      ),
      { seed: 22, numRuns: 100 },
    );
  });
});
