import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { compareGroups } from './groups.ts';
import { holmAdjusted } from './pairs.ts';
import { independentTest } from './t-test.ts';

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);

function everyNumberIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(everyNumberIn) : [];
}

describe('groups', () => {
  test('two groups: F is t², Welch is Welch', () => {
    const a = numbers(4, 5, 6, 7, 9);
    const b = numbers(1, 2, 2, 8);
    const groups = compareGroups(Float64Array.from([...a, ...b]), Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1), ['a', 'b'])!;
    const t = independentTest(a, b)!;
    expect(groups.anova.f).toBeCloseTo(t.equal.t! ** 2, 12);
    expect(groups.anova.p).toBeCloseTo(t.equal.p!, 13);
    expect(groups.welch.f).toBeCloseTo(t.welch.t! ** 2, 12);
    expect(groups.welch.df2).toBeCloseTo(t.welch.df!, 11);
    expect(groups.pairs[0]!.tukeyP).toBeCloseTo(t.equal.p!, 11);
    expect(groups.pairs[0]!.gamesHowellP).toBeCloseTo(t.welch.p!, 11);
    expect(groups.pairs[0]!.tukeyCi![0]).toBeCloseTo(t.equal.low!, 9);
  });

  test('missing values and codes are skipped, empty groups left out, order kept', () => {
    const found = compareGroups(numbers(1, 2, NaN, 4, 6, 9), Int32Array.of(2, 2, 0, 0, 0, -1), ['x', 'y', 'z'])!;
    expect(found.groups.map((group) => [group.level, group.n])).toEqual([
      ['x', 2],
      ['z', 2],
    ]);
    expect(found.n).toBe(4);
    expect(found.mean).toBe(3.25);
  });

  test('fewer than two groups is no comparison', () => {
    expect(compareGroups(numbers(1, 2, 3), Int32Array.of(0, 0, 0), ['a', 'b'])).toBeNull();
    expect(compareGroups(numbers(), Int32Array.of(), ['a', 'b'])).toBeNull();
  });

  test('a group of one case has no variance: Welch and Games–Howell fall away, F stays', () => {
    const found = compareGroups(numbers(1, 2, 4, 9), Int32Array.of(0, 0, 0, 1), ['a', 'b'])!;
    expect(found.groups[1]).toMatchObject({ n: 1, mean: 9, sd: null, low: null });
    expect(found.welch).toEqual({ f: null, df1: 1, df2: null, p: null });
    expect(found.pairs[0]).toMatchObject({ seSeparate: null, gamesHowellP: null, gamesHowellCi: null });
    expect(found.anova.f).not.toBeNull();
  });

  test('nothing varies: no F, no effect size, no p', () => {
    const found = compareGroups(new Float64Array(6).fill(0.3), Int32Array.of(0, 0, 0, 1, 1, 1), ['a', 'b'])!;
    expect([found.anova.f, found.eta2, found.kruskalWallis.h, found.pairs[0]!.tukeyP]).toEqual([null, null, null, null]);
    expect(everyNumberIn(found).every(Number.isFinite)).toBe(true);
  });

  test('nothing is tested against the rounding of computed values that are alike', () => {
    // 0.1 + 0.2 and 0.3 are the same but for rounding, so are the distances from a mean of thirds.
    const alike = compareGroups(numbers(0.1 + 0.2, 0.3, 0.3, 7, 7, 7), Int32Array.of(0, 0, 0, 1, 1, 1), ['a', 'b'])!;
    expect([alike.anova.f, alike.anova.p, alike.welch.f, alike.brownForsythe.f, alike.leveneMean.f, alike.leveneMedian.f]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([alike.pairs[0]!.tukeyP, alike.pairs[0]!.bonferroniP, alike.pairs[0]!.scheffeP, alike.pairs[0]!.gamesHowellP]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(alike.eta2).toBe(1);
    const distances = compareGroups(numbers(1, 1.1, 4, 4.1, 4, 4.1), Int32Array.of(0, 0, 1, 1, 1, 1), ['a', 'b'])!;
    expect(distances.anova.f).toBeGreaterThan(1000);
    expect(distances.leveneMean.f).toBeNull();
  });

  test('large values that differ by little vary', () => {
    const base = [0, 1, 2, 0, 1, 1, 2, 3, 2, 3];
    const codes = Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
    const small = compareGroups(Float64Array.from(base), codes, ['a', 'b'])!;
    const large = compareGroups(
      Float64Array.from(base, (value) => 2 ** 50 + value),
      codes,
      ['a', 'b'],
    )!;
    expect(large.anova.f! / small.anova.f!).toBeCloseTo(1, 9);
    expect(large.welch.f! / small.welch.f!).toBeCloseTo(1, 9);
  });

  test('never NaN, whatever the groups', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: -1, max: 3 })), { maxLength: 14 }), (rows) => {
        const found = compareGroups(
          Float64Array.from(rows, (row) => row[0]),
          Int32Array.from(rows, (row) => row[1]),
          ['a', 'b', 'c', 'd'],
        );
        expect(everyNumberIn(found).every(Number.isFinite)).toBe(true);
        if (found !== null) expect(found.anova.ssBetween + found.anova.ssWithin).toBeCloseTo(found.sd ** 2 * (found.n - 1), 9);
      }),
      { seed: 9 },
    );
  });

  test('twenty groups of one thousand: all 190 pairs in good time', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => (i * 37) % 101);
    const found = compareGroups(
      values,
      Int32Array.from({ length: 1000 }, (_, i) => i % 20),
      Array.from({ length: 20 }, (_, i) => String(i)),
    )!;
    expect(found.pairs).toHaveLength(190);
    expect(found.pairs.every((pair) => pair.gamesHowellCi![0] < pair.difference && pair.tukeyCi![1] > pair.difference)).toBe(true);
  });

  test("Holm's p-values: stepped, monotone, null where there is none", () => {
    expect(holmAdjusted([0.01, 0.04, null, 0.03])).toEqual([0.03, 0.06, null, 0.06]);
    expect(holmAdjusted([0.6, 0.7])).toEqual([1, 1]);
  });
});
