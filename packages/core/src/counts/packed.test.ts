// Codes two a byte: what is packed in pieces of any length, wherever these begin, is read as it was, in pieces as well, by the kernel and
// without it, and what is written in blocks of tasks is what one array has.
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { seededRandom } from '../numerics/random.ts';
import { jointCounts } from './joint.ts';
import { countable } from './moments.ts';
import { halvesFor, MOST_PACKED, pack, packedAt, packing, recodePacked, unpack } from './packed.ts';
import { BLOCK } from './planes.ts';
import { floatsOf, tallyIn, tallyOf, type Points } from './points.ts';
import { codesFrom, packedPoints, RemadePoints, retabled, sourceOf } from './remade.ts';

const usual = packing.from;
afterEach(() => {
  packing.from = usual;
});

const drawn = (seed: number, rows: number, levels: number): Int8Array => {
  const random = seededRandom(seed);
  return Int8Array.from({ length: rows }, () => Math.floor(random.uniform() * (levels + 1)) - 1);
};
/** Comparing long lists in a message takes seconds. */
const difference = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  a.length === b.length ? Array.prototype.findIndex.call(a, (one: number, at: number) => one !== b[at]) : -2;
const rowsOf = fc.oneof(fc.nat(70), fc.constantFrom(BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 17));

it('gives back what was put in, piece by piece', () => {
  fc.assert(
    fc.property(fc.nat(1e6), rowsOf, fc.integer({ min: 1, max: MOST_PACKED }), fc.nat(1e5), fc.nat(1e5), (seed, rows, levels, a, b) => {
      const codes = drawn(seed, rows, levels);
      const halves = halvesFor(rows);
      const [first, second] = [a % (rows + 1), b % (rows + 1)].sort((x, y) => x - y) as [number, number];
      for (const [from, to] of [
        [0, first],
        [first, second],
        [second, rows],
      ] as const)
        pack(halves, codes.subarray(from, to), from);
      const packed = { halves, rows, levels };
      const out = new Int8Array(second - first);
      unpack(packed, first, out);
      expect(difference(out, codes.subarray(first, second))).toBe(-1);
      const all = new Int8Array(rows);
      unpack(packed, 0, all);
      expect(difference(all, codes)).toBe(-1);
      expect(codes.findIndex((code, row) => row < 99 && packedAt(packed, row) !== code)).toBe(-1);
      const table = Int32Array.from({ length: levels }, (_, code) => levels - 1 - code);
      recodePacked(packed, table);
      unpack(packed, 0, all);
      expect(
        difference(
          all,
          codes.map((code) => (code < 0 ? -1 : table[code]!)),
        ),
      ).toBe(-1);
    }),
    { seed: 17, numRuns: 200 },
  );
});

it('is counted as codes of a byte each are', () => {
  packing.from = 1;
  const rows = 3 * BLOCK + 5;
  const plain = [3, 15, 7, 20].map(
    (levels, at): Points => ({
      codes: drawn(at, rows, levels),
      values: Float64Array.from({ length: levels }, (_, code) => code / 3),
    }),
  );
  const packed = plain.map(packedPoints);
  expect(packed.map((points) => points instanceof RemadePoints)).toEqual([true, true, true, false]);
  const mask = Uint8Array.from(drawn(9, rows, 1), (code) => code + 1);
  for (const own of [null, mask]) {
    const [a, b] = [plain, packed].map((points) => jointCounts(countable(points).columns, own).counts);
    expect(difference(a!, b!)).toBe(-1);
  }
  for (const [at, points] of packed.entries()) {
    expect([...tallyIn(points)]).toEqual([...tallyOf(plain[at]!.codes, points.values.length)]);
    expect(
      difference(
        floatsOf(points).map((value) => (Number.isNaN(value) ? -1 : value)),
        floatsOf(plain[at]!).map((value) => (Number.isNaN(value) ? -1 : value)),
      ),
    ).toBe(-1);
    const read = codesFrom(sourceOf(points));
    for (const [from, to] of [
      [0, BLOCK],
      [BLOCK, 2 * BLOCK],
      [3 * BLOCK, rows],
      [7, 40],
    ] as const)
      expect(difference(read(from, to), plain[at]!.codes.subarray(from, to))).toBe(-1);
  }
  // Other values of the same codes are counted with them, and a value more than there are codes has no row.
  const more = retabled(packed[0]!, Float64Array.of(9, 8, 7, 6));
  expect(countable([packed[0]!, more]).columns).toHaveLength(1);
  expect([...tallyIn(more)]).toEqual([...tallyOf(plain[0]!.codes, 4)]);
});
