// Numbers of few bits, by the kernel and one by one: runs and packed eights in any order, wherever they begin; what is cut off is told.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kernel } from '../../../counts/planes.ts';
import { seededRandom } from '../../../numerics/random.ts';
import { presence, spreadBytes, THERE, unpackTo } from './unpack.ts';
import { placeIn, runs } from './values.ts';

interface Packed {
  readonly bytes: number[];
  readonly numbers: number[];
}

/** A stream of at least so many numbers, as writers make it; of the last packed eights some may not be needed. */
function packed(seed: number, width: number, count: number, longest: number): Packed {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random.uniform() * limit);
  const [bytes, numbers]: [number[], number[]] = [[], []];
  const varint = (value: number): void => {
    for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
    bytes.push(value);
  };
  while (numbers.length < count) {
    const length = 1 + below(longest);
    if (random.uniform() < 0.4) {
      const value = below(2 ** width);
      varint(length * 2);
      if (width > 0) bytes.push(value);
      for (let at = 0; at < length; at++) numbers.push(value);
      continue;
    }
    varint(length * 2 + 1);
    let [bits, held] = [0, 0];
    for (let at = 0; at < length * 8; at++) {
      const value = below(2 ** width);
      numbers.push(value);
      bits |= value << held;
      for (held += width; held >= 8; held -= 8, bits >>>= 8) bytes.push(bits & 0xff);
    }
  }
  return { bytes, numbers };
}

const streams = fc.record({
  seed: fc.nat(1e6),
  width: fc.integer({ min: 0, max: 8 }),
  count: fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 5000 })),
  longest: fc.constantFrom(1, 5, 63, 700),
  before: fc.nat(9),
});

it('are what they are one by one, and nothing else is written', () => {
  expect(kernel()).not.toBeNull();
  fc.assert(
    fc.property(streams, ({ seed, width, count, longest, before }) => {
      const { bytes, numbers } = packed(seed, width, count, longest);
      const place = { ...placeIn(Uint8Array.from([...Array.from({ length: before }, () => 0xff), ...bytes])), at: before };
      const to = new Uint8Array(before + count + 20).fill(77);
      const expected = numbers.slice(0, count);
      expect([...runs({ ...place }, width, count)]).toEqual(expected);
      expect(kernel()!.hybrid(place.bytes, place.at, width, count, to, before)).toBe(Math.max(...expected));
      expect([...to]).toEqual([
        ...Array.from({ length: before }, () => 77),
        ...expected.map((value) => (value + 1) % 256),
        ...Array.from({ length: 20 }, () => 77),
      ]);
    }),
    { seed: 17, numRuns: 300 },
  );
});

it('that end too early, or are never there, are damage for both', () => {
  fc.assert(
    fc.property(streams, fc.nat(1e6), ({ seed, width, count, longest }, cut) => {
      const { bytes } = packed(seed, Math.max(1, width), count, longest);
      const short = placeIn(Uint8Array.from(bytes.slice(0, cut % bytes.length)));
      const one = (): number[] => [...runs({ ...short }, Math.max(1, width), count)].map((value) => (value + 1) % 256);
      const both = (): number[] => {
        const to = new Uint8Array(count);
        unpackTo({ ...short }, Math.max(1, width), count, to, 0);
        return [...to];
      };
      const told = (read: () => number[]): unknown => {
        try {
          return read();
        } catch (error) {
          return (error as Error).message;
        }
      };
      expect(told(both)).toEqual(told(one));
    }),
    { seed: 17, numRuns: 300 },
  );
  for (const bytes of [[0], [1], [2], [0x80], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff]])
    expect(kernel()!.hybrid(Uint8Array.from(bytes), 0, 3, 1, new Uint8Array(1), 0)).toBe(-1);
});

it('are brought to the rows that are there', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 5000 }), fc.nat(9), (seed, rows, from) => {
      const random = seededRandom(seed);
      const levels = Uint8Array.from({ length: rows }, () => Math.floor(random.uniform() * 4));
      const there = levels.filter((level) => level === THERE).length;
      const bytes = new Uint8Array(from + rows + 9).fill(77);
      for (let at = 0; at < there; at++) bytes[from + at] = 1 + (at % 200);
      let next = 0;
      const expected = Array.from(levels, (level) => (level === THERE ? 1 + (next++ % 200) : 0));
      spreadBytes(bytes, from, { levels, there });
      expect([...bytes]).toEqual([...Array.from({ length: from }, () => 77), ...expected, ...Array.from({ length: 9 }, () => 77)]);
    }),
    { seed: 17, numRuns: 200 },
  );
});

it('are no levels where all cells are there', () => {
  const levels = (...bytes: number[]): number[] | null => {
    const found = presence(placeIn(Uint8Array.from(bytes)), 9);
    return found === null ? null : [...found.levels];
  };
  expect(levels(18, 1)).toBeNull();
  expect(levels(0x80 | 2, 1, 1)).toBeNull();
  expect(levels(5, 0xff, 0xff)).toBeNull();
  expect(levels(16, 1, 2, 0)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1]);
  expect(levels(18, 0)).toEqual(Array.from({ length: 9 }, () => 1));
  expect(levels(5, 0b10110111, 1)!.map((level) => level === THERE)).toEqual([true, true, true, false, true, true, false, true, true]);
});
