// Means of items whose codes are made when somebody asks for them are those whose codes are kept: whole, in blocks, and after they were let
// go.
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { itemOf, scoreRows } from '../counts/linear-scores.ts';
import { floatsOf, isPoints, lengthOf, tallyIn, tallyOf, type Codes, type Points } from '../counts/points.ts';
import { letGoOfRemade, remaking, RemadePoints } from '../counts/remade.ts';
import { noMemo } from '../memo/memo.ts';
import { seededRandom } from '../numerics/random.ts';
import { describePoints } from '../procedures/describe/describe.ts';
import { meanOfColumns } from './row-means.ts';

const usual = remaking.from;
afterEach(() => {
  remaking.from = usual;
});

const ROWS = 20_000;
/** More than are told apart by what they add. */
const letters = Array.from({ length: 16 }, (_, at) => at / 4);
const kinds: readonly (new (length: number) => Codes)[] = [Int8Array, Int16Array, Int32Array];
function pointsOf(seed: number, values: readonly number[]): Points {
  const random = seededRandom(seed);
  const codes = new kinds[seed % 3]!(ROWS);
  for (let row = 0; row < ROWS; row++) codes[row] = Math.floor(random.uniform() * (values.length + 0.6)) - 1;
  return { codes, values: Float64Array.from(values) };
}
/** As toEqual, which is slow on long arrays. */
function expectSame(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.constructor).toBe(expected.constructor);
  expect(found.length).toBe(expected.length);
  for (let row = 0; row < expected.length; row++)
    if (!Object.is(found[row], expected[row])) expect([row, found[row]]).toEqual([row, expected[row]]);
}
function meanOf(columns: readonly Points[], from: number): Points {
  remaking.from = from;
  const found = meanOfColumns(noMemo, { columns });
  if (!isPoints(found)) throw new Error('no points');
  return found;
}

it('gives the codes that are kept, however they are asked for', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.nat(999), fc.constantFrom([1, 2, 3, 4, 5], [0, 1], [2, NaN, 7], [5, 1, 3], [0.1, 0.2, 0.3], [1, 2, 10], letters)),
        { minLength: 1, maxLength: 4 },
      ),
      (given) => {
        const columns = given.map(([seed, values]) => pointsOf(seed, values));
        const kept = meanOf(columns, ROWS + 1);
        const made = meanOf(columns, ROWS);
        expect(kept).not.toBeInstanceOf(RemadePoints);
        expect(made).toBeInstanceOf(RemadePoints);
        expect(lengthOf(made)).toBe(ROWS);
        expect(made.values).toEqual(kept.values);
        expectSame(floatsOf(kept), floatsOf(meanOfColumns(noMemo, { columns: columns.map(floatsOf) })));
        expect(tallyIn(made)).toEqual(tallyOf(kept.codes, kept.values.length));
        expect(describePoints(made)).toEqual(describePoints(kept));
        const scores = (points: Points) => scoreRows({ constant: 0.1, items: [itemOf(points, points.values.map(Math.abs), NaN)] });
        const expected = scores(kept);
        // Block by block, without the codes of all.
        expect((made as RemadePoints).bytes).toBe(0);
        expectSame(scores(made), expected);
        expect((made as RemadePoints).bytes).toBe(0);
        expectSame(made.codes, kept.codes);
        expectSame(scores(made), expected);
        // Means of means.
        const other = pointsOf(5, [1, 4]);
        const again = meanOf([made, other], ROWS);
        expectSame(again.codes, meanOf([kept, other], ROWS + 1).codes);
      },
    ),
    { seed: 6, numRuns: 25 },
  );
});

it('lets go of codes between two steps, where they are many, and makes the same again', () => {
  const made = meanOf([pointsOf(1, [1, 2, 3]), pointsOf(2, [1, 2])], ROWS) as RemadePoints;
  const { codes } = made;
  letGoOfRemade();
  expect(made.codes).toBe(codes);
  letGoOfRemade(ROWS - 1);
  expect(made.bytes).toBe(0);
  expectSame(made.codes, codes);
  expect(made.codes).not.toBe(codes);
  letGoOfRemade(0);
});
