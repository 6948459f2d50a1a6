// Codes by a table and tallies, by the kernel and one by one: at the borders of vectors and blocks, with codes that no table has.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '../numerics/random.ts';
import { BLOCK, HASHED, kernel } from './planes.ts';
import { recodeTo, tallyOf } from './points.ts';

const sizes = fc.oneof(fc.nat(50), fc.constantFrom(BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 17));
const drawn = (seed: number, rows: number, levels: number): Int8Array => {
  const random = seededRandom(seed);
  return Int8Array.from({ length: rows }, () => Math.floor(random.uniform() * (levels + 1)) - 1);
};

/** Comparing long lists in a message takes seconds. */
const difference = (a: Int8Array, b: Int8Array): number => (a.length === b.length ? a.findIndex((one, at) => one !== b[at]) : -2);

it('looks up what stands in the table for each code', () => {
  const engine = kernel()!;
  fc.assert(
    fc.property(fc.nat(1e6), sizes, fc.integer({ min: 1, max: 127 }), (seed, rows, levels) => {
      const codes = drawn(seed, rows, levels);
      const table = Int32Array.from({ length: levels + 1 }, (_, at) => ((at * 89 + seed) % 128) - 1);
      const expected = codes.map((code) => table[code + 1]!);
      const found = new Int8Array(rows);
      recodeTo(found, codes, table);
      expect(difference(found, expected)).toBe(-1);
      // Bytes without a sign, in the midst of what is there.
      const into = new Int8Array(rows + 20).fill(7);
      engine.recode(
        Uint8Array.from(codes, (code) => code + 1),
        Int8Array.from(table),
        into,
        9,
      );
      expect([...into.subarray(0, 9), ...into.subarray(rows + 9)]).toEqual(Array.from({ length: 20 }, () => 7));
      expect(difference(into.slice(9, rows + 9), expected)).toBe(-1);
    }),
    { seed: 17, numRuns: 200 },
  );
});

it('counts codes, and last what is missing', () => {
  fc.assert(
    fc.property(fc.nat(1e6), sizes, fc.integer({ min: 0, max: 127 }), (seed, rows, levels) => {
      const codes = drawn(seed, rows, levels);
      const counts = Array.from({ length: levels + 1 }, () => 0);
      for (const code of codes) counts[code < 0 ? levels : code]!++;
      expect([...tallyOf(codes, levels)]).toEqual(counts);
    }),
    { seed: 17, numRuns: 200 },
  );
});

it('mixes codes into hashes as it is said', () => {
  const engine = kernel()!;
  fc.assert(
    fc.property(fc.nat(1e6), fc.oneof(fc.nat(50), fc.constantFrom(HASHED - 1, HASHED)), (seed, rows) => {
      const columns = [drawn(seed, rows, 5), drawn(seed + 1, rows, 127)];
      const found = engine.hashes(rows);
      for (const codes of columns) engine.hash(codes);
      const expected = new Int32Array(rows);
      for (const codes of columns)
        for (let row = 0; row < rows; row++) expected[row] = Math.imul(expected[row]! ^ (codes[row]! + 1), 0x01000193) + 0x9e3779b9;
      expect(found.findIndex((hash, row) => hash !== expected[row])).toBe(-1);
    }),
    { seed: 17, numRuns: 100 },
  );
});
