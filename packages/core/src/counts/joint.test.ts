import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { seededRandom } from '../numerics/random.ts';
import { completeMask, countedBy, jointCounts, mergeJoint } from './joint.ts';
import { knowing } from './known-pairs.ts';
import type { CodedColumn } from './pairs.ts';
import { BLOCK, kernel } from './planes.ts';
import type { Codes } from './points.ts';

/** The definition, row by row. */
function defined(columns: readonly CodedColumn[], mask: Uint8Array | null): Float64Array {
  const starts = columns.map((_, at) => columns.slice(0, at).reduce((total, { levels }) => total + levels, 0));
  const size = columns.reduce((total, { levels }) => total + levels, 0);
  const counts = new Float64Array(size * size);
  for (let row = 0; row < (columns[0]?.codes.length ?? 0); row++) {
    if (mask !== null && mask[row] !== 1) continue;
    columns.forEach((a, i) =>
      columns.forEach((b, j) => {
        const [x, y] = [a.codes[row]!, b.codes[row]!];
        if (x >= 0 && x < a.levels && y >= 0 && y < b.levels) counts[(starts[i]! + x) * size + starts[j]! + y]! += 1;
      }),
    );
  }
  return counts;
}

/** Where two long lists differ first; comparing them element by element in a message takes seconds. */
const difference = (a: Float64Array, b: Float64Array): number => (a.length === b.length ? a.findIndex((one, at) => one !== b[at]) : -2);

const kinds: readonly (new (length: number) => Codes)[] = [Int8Array, Int16Array, Int32Array];

/** Columns of any number of levels, with missing answers and, in the wider arrays, codes beyond the levels. */
function columnsOf(seed: number, rows: number, levels: readonly number[]): CodedColumn[] {
  const random = seededRandom(seed);
  return levels.map((own, at) => {
    const codes = new (own > 127 ? Int16Array : kinds[(seed + at) % 3]!)(rows);
    for (let row = 0; row < rows; row++) {
      const drawn = random.uniform();
      // 256 is no level, and 0 as a byte.
      const strange = codes instanceof Int8Array ? own : 256;
      codes[row] = drawn < 0.1 ? -1 : drawn < 0.12 && own < 127 ? strange : Math.floor(random.uniform() * own);
    }
    return { codes, levels: own };
  });
}

function maskOf(seed: number, rows: number): Uint8Array {
  const random = seededRandom(seed);
  // Only 1 lets a row in.
  return Uint8Array.from({ length: rows }, () => Math.floor(random.uniform() * 3));
}

describe('joint counts', () => {
  test('there is a kernel here, so that what follows tests it', () => {
    expect(kernel()).not.toBeNull();
  });

  test('by planes, row by row and by their definition they are the same, for any rows, levels and mask', () => {
    const rows = fc.oneof(fc.nat(40), fc.constantFrom(1023, 1024, 1025, 2048, 5000));
    const levels = fc.array(
      fc.oneof({ weight: 5, arbitrary: fc.nat(7) }, { weight: 1, arbitrary: fc.constantFrom(40, 90, 127, 128, 300) }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.nat(1e6), rows, levels, fc.boolean(), (seed, count, own, masked) => {
        const columns = columnsOf(seed, count, own);
        const mask = masked ? maskOf(seed + 1, count) : null;
        const expected = defined(columns, mask);
        const found = jointCounts(columns, mask);
        expect(difference(found.counts, expected)).toBe(-1);
        expect(difference(countedBy(null, columns, mask).counts, expected)).toBe(-1);
        expect(found.size).toBe(own.reduce((total, one) => total + one, 0));
        if (own.length > 0) expect(found.n).toBe(mask === null ? count : mask.filter((one) => one === 1).length);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('at the borders of blocks', () => {
    for (const rows of [BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 777]) {
      const columns = columnsOf(rows, rows, [5, 2, 7, 150]);
      for (const mask of [null, maskOf(3, rows)]) {
        const expected = defined(columns, mask);
        expect(difference(jointCounts(columns, mask).counts, expected), `${rows}`).toBe(-1);
        expect(difference(countedBy(null, columns, mask).counts, expected), `${rows}`).toBe(-1);
      }
    }
  });

  test('the fullest block: every bit of every plane', () => {
    const columns = [1, 1, 3].map((levels) => ({ codes: new Int8Array(BLOCK), levels }));
    const { counts, size } = jointCounts(columns);
    for (const i of [0, 1, 2]) for (const j of [0, 1, 2]) expect(counts[i * size + j]).toBe(BLOCK);
    expect(counts[3 * size + 3]).toBe(0);
  });

  test('parts merge to the whole, in any order of rows, to the last bit', () => {
    const columns = columnsOf(9, 40_000, [5, 5, 2, 60]);
    const part = (from: number, to?: number): CodedColumn[] =>
      columns.map(({ codes, levels }) => ({ codes: codes.slice(from, to), levels }));
    const turned = columns.map(({ codes, levels }) => ({ codes: codes.slice().reverse(), levels }));
    const whole = jointCounts(columns);
    expect(mergeJoint(jointCounts(part(0, 12_345)), jointCounts(part(12_345)))).toEqual(whole);
    expect(jointCounts(turned)).toEqual(whole);
  });

  test('nothing to count', () => {
    expect(jointCounts([])).toEqual({ n: 0, levels: [], starts: [], size: 0, counts: new Float64Array(0) });
    expect(jointCounts([{ codes: new Int8Array(0), levels: 2 }])).toMatchObject({ n: 0, counts: new Float64Array(4) });
    expect(jointCounts([{ codes: new Int8Array(3), levels: 0 }])).toMatchObject({ n: 3, size: 0 });
  });
});

describe('complete rows', () => {
  test('have a number in every column, and the mask', () => {
    const columns = [
      { codes: Int8Array.of(0, 1, -1, 1, 0), values: Float64Array.of(4, NaN) },
      { codes: Int16Array.of(0, 0, 0, 0, 7), values: Float64Array.of(9) },
    ];
    expect(completeMask(columns)).toEqual({ mask: Uint8Array.of(1, 0, 0, 0, 0), n: 1 });
    expect(completeMask([columns[1]!], Uint8Array.of(1, 2, 0, 1, 1))).toEqual({ mask: Uint8Array.of(1, 0, 0, 1, 0), n: 2 });
    expect(completeMask([], Uint8Array.of(1, 0))).toEqual({ mask: Uint8Array.of(1, 0), n: 1 });
  });

  test('what was counted before is not counted again, and the same', () => {
    const usual = knowing.from;
    knowing.from = 1;
    const counted = (own: readonly CodedColumn[], mask: Uint8Array | null): void => {
      const { counts, n } = jointCounts(own, mask);
      expect([difference(counts, defined(own, mask)), n]).toEqual([-1, mask === null ? 1500 : mask.filter((one) => one === 1).length]);
    };
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.array(fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constantFrom(40, 128)), { minLength: 1, maxLength: 7 }),
        fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        (seed, levels, calls) => {
          const columns = columnsOf(seed, 1500, levels);
          for (const [at, call] of calls.entries()) {
            // Some of them, in any order, one twice, one with fewer levels.
            const own = call.map((one) => columns[one % columns.length]!);
            counted(own, null);
            counted([{ codes: own[0]!.codes, levels: Math.max(1, own[0]!.levels - 1) }, ...own], null);
            if (at === 1) counted(own, maskOf(seed, 1500));
          }
          counted(columns, null);
        },
      ),
      { seed: 5, numRuns: 30 },
    );
    // Nobody looks at the rows of what is known.
    const [column] = columnsOf(9, 1500, [3]);
    const before = jointCounts([column!]).counts;
    column!.codes.fill(1);
    expect([...jointCounts([column!]).counts]).toEqual([...before]);
    knowing.from = usual;
  });
});
