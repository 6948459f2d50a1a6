// Classes of a histogram: all values once, round edges.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramOf, histogramOfPoints } from './histogram.ts';

const of = (...values: number[]): ReturnType<typeof histogramOf> => histogramOf(Float64Array.from(values));

describe('a histogram', () => {
  it('gives whole numbers over a short range a class each', () => {
    expect(of(1, 2, 2, 5, NaN)).toEqual({ edges: [0.5, 1.5, 2.5, 3.5, 4.5, 5.5], counts: [1, 2, 0, 0, 1], whole: true });
  });

  it('has round classes otherwise, the end in the last one', () => {
    expect(of(0, 0.5, 1, 10.5, 20)).toEqual({ edges: [0, 5, 10, 15, 20], counts: [3, 0, 1, 1], whole: false });
    expect(of(18, 25, 33, 47, 61, 20.5, 19, 70)!.edges).toEqual([0, 20, 40, 60, 80]);
  });

  it('is nothing without values', () => {
    expect(of()).toBeNull();
    expect(of(NaN, Infinity)).toBeNull();
    expect(of(1e300)).toBeNull();
  });

  it('counts every value once, in its class', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: -40, max: 40 }), fc.constant(NaN)), {
          maxLength: 60,
        }),
        (values) => {
          const found = of(...values);
          const used = values.filter((value) => !Number.isNaN(value));
          if (found === null) {
            expect(used.length === 0 || Math.max(...used) - Math.min(...used) < 1e-6).toBe(true);
            return;
          }
          expect(found.edges).toHaveLength(found.counts.length + 1);
          expect(found.counts.reduce((sum, count) => sum + count, 0)).toBe(used.length);
          const tolerance = 1e-8 * Math.max(1, ...used.map(Math.abs));
          expect(Math.min(...used)).toBeGreaterThanOrEqual(found.edges[0]! - tolerance);
          expect(Math.max(...used)).toBeLessThanOrEqual(found.edges.at(-1)! + tolerance);
        },
      ),
      { seed: 11, numRuns: 400 },
    );
  });

  it('of points is that of their rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(3, 1, -2.25, 40, NaN, 1, Infinity, 7.5), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(6), { maxLength: 50 }),
        (table, drawn) => {
          const codes = Int8Array.from(drawn, (one) => Math.min(one, table.length) - 1);
          const rows = Float64Array.from(codes, (code) => (code < 0 ? NaN : table[code]!));
          expect(histogramOfPoints({ codes, values: Float64Array.from(table) })).toEqual(histogramOf(rows));
        },
      ),
      { seed: 12, numRuns: 300 },
    );
  });
});
