// Patterns: each once with how often it occurs, in an order that no order of the rows changes.
import { describe, expect, it } from 'vitest';
import { patternsOf } from './patterns.ts';

const a = Float64Array.from({ length: 40 }, (_, row) => [3, -1, 2][row % 3]!);
const b = Float64Array.from({ length: 40 }, (_, row) => [0.5, 0.25][row % 2]!);

describe('patterns', () => {
  it('are the distinct rows, ascending, with the rows of each', () => {
    const { columns, times, of } = patternsOf([a, b])!;
    expect([...columns[0]!]).toEqual([-1, -1, 2, 2, 3, 3]);
    expect([...columns[1]!]).toEqual([0.25, 0.5, 0.25, 0.5, 0.25, 0.5]);
    for (const row of a.keys()) expect([columns[0]![of[row]!], columns[1]![of[row]!]]).toEqual([a[row], b[row]]);
    expect([...times]).toEqual([...times.keys()].map((pattern) => of.filter((one: number) => one === pattern).length));
  });

  it('are those of columns whose codes stand in any order', () => {
    const codes = Int8Array.from(a, (value) => [2, 3, -1].indexOf(value));
    const points = { codes, values: Float64Array.of(2, 3, -1) };
    expect(patternsOf([points, b])).toEqual(patternsOf([a, b]));
  });

  it('are not looked for where hardly any rows are alike, or values are many', () => {
    expect(patternsOf([a.map((value, row) => value + Math.floor(row / 3)), b])).toBeNull();
    expect(patternsOf([Float64Array.from({ length: 8000 }, (_, row) => row % 1500)])).toBeNull();
    expect(patternsOf([])).toBeNull();
  });
});
