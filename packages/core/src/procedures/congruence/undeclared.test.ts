import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../numerics/random.ts';
import { reversalChecks } from './reversed-items.ts';
import { scaleChecks } from './scale-checks.ts';

const items = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Five-point answers on two dimensions of three items; `reversed` are turned round. */
function answers(seed: number, n: number, reversed: readonly number[] = [], level = 0): Float64Array[] {
  const random = seededRandom(seed);
  const columns = Array.from({ length: 6 }, () => new Float64Array(n));
  for (let row = 0; row < n; row++) {
    const [f, g] = [random.normal(), random.normal()];
    columns.forEach((column, i) => {
      const answer = Math.max(1, Math.min(5, Math.round(3 + level + 0.8 * (i < 3 ? f : g) + 0.7 * random.normal())));
      column[row] = reversed.includes(i) ? 6 - answer : answer;
    });
  }
  return columns;
}
const suspects = (other: readonly Float64Array[]): string[] =>
  reversalChecks(items, answers(1, 300), other)
    .items.filter((item) => item.suspect)
    .map((item) => item.item);

describe('reversed items', () => {
  test('one, two in different dimensions, none', () => {
    expect(suspects(answers(2, 300))).toEqual([]);
    expect(suspects(answers(2, 300, [1]))).toEqual(['b']);
    expect(suspects(answers(2, 300, [0, 5]))).toEqual(['a', 'f']);
    // Two of three: the fewest reversals that explain the signs is the third.
    expect(suspects(answers(2, 300, [0, 1]))).toEqual(['c']);
  });

  test('the numbers of a reversed item are its own', () => {
    const {
      items: [, found],
    } = reversalChecks(items, answers(1, 300), answers(2, 300, [1]));
    expect(found).toMatchObject({ item: 'b', suspect: true, orInstead: [] });
    expect([found!.original > 0.4, found!.other < -0.4, found!.otherInterval.high < 0, found!.p < 1e-10]).toEqual([true, true, true, true]);
  });

  test('two items that only have each other cannot be told apart', () => {
    const pair = (columns: readonly Float64Array[]) => columns.slice(0, 2);
    const found = reversalChecks(['a', 'b'], pair(answers(1, 300)), pair(answers(2, 300, [1]))).items;
    expect(found.filter((item) => item.suspect)).toHaveLength(1);
    expect(found.find((item) => item.suspect)!.orInstead).toHaveLength(1);
  });

  test('what cannot be checked is said', () => {
    const data = answers(1, 300);
    expect(
      reversalChecks(
        items,
        data,
        data.map((column) => column.slice(0, 8)),
      ).problem,
    ).toBe('too-few-cases');
    expect(
      reversalChecks(
        items,
        data,
        data.map((column, i) => (i === 0 ? column.map(() => 2) : column)),
      ).problem,
    ).toBe('constant-item');
    expect(
      reversalChecks(
        items,
        data.map((column, i) => (i === 0 ? data[1]! : column)),
        data,
      ).problem,
    ).toBe('singular');
    expect(reversalChecks(['a'], [data[0]!], [data[0]!]).problem).toBe('too-few-cases');
  });
});

describe('another scale', () => {
  const original = answers(3, 300);
  const kinds = (other: readonly Float64Array[], item = 2) =>
    scaleChecks(items, original, other)[item]!.findings.map((finding) => finding.finding);
  const changed = (change: (value: number) => number) => answers(4, 300).map((column, i) => (i === 2 ? column.map(change) : column));

  test('the same scale, at another level too: nothing', () => {
    expect(scaleChecks(items, original, answers(4, 300)).flatMap((check) => check.findings)).toEqual([]);
    expect(scaleChecks(items, original, answers(4, 300, [], 0.5)).flatMap((check) => check.findings)).toEqual([]);
  });

  test('1 to 7, 0 to 4, 1 to 4, every other point, percent, stretched', () => {
    expect(kinds(changed((value) => 1 + (value - 1) * 1.5).map((column) => column.map(Math.round)))).toContain('outside');
    expect(kinds(changed((value) => value - 1))).toEqual(expect.arrayContaining(['outside', 'unused']));
    expect(kinds(changed((value) => Math.min(4, value)))).toEqual(['unused']);
    expect(kinds(changed((value) => 2 * Math.round(value / 2)))).toContain('unused');
    expect(kinds(changed((value) => (value - 1) * 25))).toEqual(['outside', 'unused', 'spread']);
    expect(kinds(changed((value) => 1 + ((value - 1) * 4) / 6))).toContain('between-points');
    expect(
      kinds(
        changed((value) => value - 1),
        0,
      ),
    ).toEqual([]);
  });

  test("the line back to the original's scale", () => {
    const { spans, findings } = scaleChecks(
      items,
      original,
      changed((value) => (value - 1) * 25),
    )[2]!;
    expect(spans).toMatchObject({ low: 0, high: 100, factor: 0.04, offset: 1 });
    expect(findings[0]).toMatchObject({ finding: 'outside', low: 1, high: 5 });
  });

  test('a declared scale counts, an empty column has no range', () => {
    const checks = scaleChecks(['a', 'b'], [original[0]!, original[1]!], [original[0]!, new Float64Array(4).fill(NaN)], {
      scales: [{ low: 1, high: 4 }, null],
    });
    expect(checks[0]!.findings[0]).toMatchObject({ finding: 'outside', low: 1, high: 4 });
    expect(checks[1]).toMatchObject({ other: null, findings: [], spans: null });
  });
});
