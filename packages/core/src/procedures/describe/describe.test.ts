import { describe as group, expect, test } from 'vitest';
import fc from 'fast-check';
import { describe } from './describe.ts';
import { codesOfNumbers, frequencies } from './frequencies.ts';

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);

group('item statistics', () => {
  test('of 1 to 5 and a missing answer', () => {
    const found = describe(numbers(1, 2, 3, NaN, 4, 5));
    expect(found).toMatchObject({
      n: 5,
      rows: 5,
      missing: 1,
      mean: 3,
      variance: 2.5,
      skewness: 0,
      min: 1,
      max: 5,
      range: 4,
      sum: 15,
      median: 3,
      q25: 1.5,
      q75: 4.5,
      mode: 1,
    });
    expect(found.kurtosis).toBeCloseTo(-1.2, 13);
    expect(found.se).toBeCloseTo(Math.sqrt(0.5), 14);
  });

  test('of the two zeros the first one stands for both', () => {
    expect(describe(numbers(0, -0, 1), numbers(1, 1, 1)).min).toBe(0);
    expect(describe(numbers(-0, 0, 1), numbers(1, 1, 1)).min).toBe(-0);
  });

  test('the mode is the smallest of several', () => {
    expect(describe(numbers(4, 4, 2, 2, 9)).mode).toBe(2);
  });

  test('small samples: SD from two, skewness from three, kurtosis from four', () => {
    expect(describe(numbers())).toMatchObject({ n: 0, mean: null, sd: null, min: null, median: null, mode: null, sum: null });
    expect(describe(numbers(7))).toMatchObject({ n: 1, mean: 7, sd: null, se: null, skewness: null, median: 7, q25: 7, range: 0 });
    expect(describe(numbers(1, 2))).toMatchObject({ sd: Math.SQRT1_2, skewness: null, seSkewness: null });
    expect(describe(numbers(1, 2, 4)).skewness).not.toBeNull();
    expect(describe(numbers(1, 2, 4))).toMatchObject({ kurtosis: null, seKurtosis: null });
    expect(describe(numbers(1, 2, 4, 4)).kurtosis).not.toBeNull();
  });

  test('a constant has an SD of zero and no shape', () => {
    expect(describe(new Float64Array(7).fill(0.1))).toMatchObject({
      mean: 0.1,
      sd: 0,
      variance: 0,
      skewness: null,
      kurtosis: null,
      median: 0.1,
    });
  });

  test('whole frequency weights are repeated rows, percentiles included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 20 }),
        (rows) => {
          const weighted = describe(
            Float64Array.from(rows, (row) => row[0]),
            Float64Array.from(rows, (row) => row[1]),
          );
          const repeated = describe(Float64Array.from(rows.flatMap(([value, times]) => Array.from({ length: times }, () => value))));
          for (const key of [
            'n',
            'mean',
            'se',
            'sd',
            'skewness',
            'seSkewness',
            'kurtosis',
            'seKurtosis',
            'min',
            'max',
            'sum',
            'median',
            'q25',
            'q75',
            'mode',
          ] as const) {
            const [a, b] = [weighted[key], repeated[key]];
            if (b === null || a === null) expect(a).toBe(b);
            else expect(Math.abs(a - b)).toBeLessThan(1e-9);
          }
        },
      ),
      { seed: 5 },
    );
  });

  test('nothing is ever NaN or infinite', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 3 }), fc.constant(1e200)), { maxLength: 8 }), (values) => {
        for (const value of Object.values(describe(Float64Array.from(values)))) expect(value === null || Number.isFinite(value)).toBe(true);
      }),
      { seed: 6 },
    );
  });
});

group('frequencies', () => {
  test('counts in level order, with levels that never occur', () => {
    const table = frequencies(Int32Array.of(0, 2, 0, -1), ['a', 'b', 'c']);
    expect(table).toMatchObject({ n: 3, missing: 1 });
    expect(table.rows.map((row) => row.count)).toEqual([2, 0, 1]);
    expect(table.rows.map((row) => row.percent)).toEqual([50, 0, 25]);
    expect(table.rows.map((row) => row.cumulative)).toEqual([200 / 3, 200 / 3, 100]);
  });

  test('all missing, or no rows: percents are not defined', () => {
    expect(frequencies(Int32Array.of(-1), ['a']).rows[0]).toEqual({
      value: 'a',
      count: 0,
      percent: 0,
      validPercent: null,
      cumulative: null,
    });
    expect(frequencies(new Int32Array(0), ['a']).rows[0]!.percent).toBeNull();
  });

  test('numbers become levels in ascending order, without the noise of binary fractions', () => {
    const { codes, levels } = codesOfNumbers(numbers(10, 2, NaN, 0.1 + 0.2, 0.3));
    expect(levels).toEqual(['0.3', '2', '10']);
    expect([...codes]).toEqual([2, 1, -1, 0, 0]);
  });
});
