import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorPlan } from '../contract/variables.ts';
import { gridOf, largestSd, possible, squaresFor, sumsFor, type AnswerGrid } from './answers.ts';

const grid = (low: number, high: number): AnswerGrid => ({ origin: low, step: 1, top: high - low });
const printed = (text: string) => {
  const half = 0.5 * 10 ** -(text.split('.')[1] ?? '').length;
  return { low: Number(text) - half, high: Number(text) + half };
};

/** Every multiset of n answers low..high, as sum and sum of squares: the oracle for small n. */
function everySample(low: number, high: number, n: number): { sum: number; square: number }[] {
  let known = new Map<string, { sum: number; square: number }>([['0,0', { sum: 0, square: 0 }]]);
  for (let i = 0; i < n; i++) {
    const next = new Map<string, { sum: number; square: number }>();
    for (const one of known.values())
      for (let answer = low; answer <= high; answer++)
        next.set(`${one.sum + answer},${one.square + answer ** 2}`, { sum: one.sum + answer, square: one.square + answer ** 2 });
    known = next;
  }
  return [...known.values()];
}

describe('GRIM', () => {
  it('gives the verdicts of the literature', () => {
    // Brown & Heathers (2017): 28 answers on 1..7 cannot have the mean 5.19; 145/28 = 5.18 and 146/28 = 5.21.
    expect(sumsFor(grid(1, 7), printed('5.19'), 28)).toEqual([]);
    expect(sumsFor(grid(1, 7), printed('5.18'), 28)).toEqual([145 - 28]);
    expect(sumsFor(grid(1, 7), printed('5.21'), 28)).toEqual([146 - 28]);
    // The Economist, 18 June 2016, on the same test: 49 participants, 1..7, 5.93.
    expect(sumsFor(grid(1, 7), printed('5.93'), 49)).toEqual([]);
    // Twenty rolls of a die cannot average 3.48 (the example of the test's encyclopaedia entry).
    expect(sumsFor(grid(1, 6), printed('3.48'), 20)).toEqual([]);
  });

  it('counts a half as rounding either way', () => {
    expect(sumsFor(grid(1, 5), printed('3.12'), 8).length).toBe(1); // 25/8 = 3.125
    expect(sumsFor(grid(1, 5), printed('3.13'), 8).length).toBe(1);
  });

  it('never rejects what answers can give', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 0, max: 4 }),
        (answers, decimals) => {
          const mean = answers.reduce((a, b) => a + b, 0) / answers.length;
          return sumsFor(grid(1, 7), printed(mean.toFixed(decimals)), answers.length).length > 0;
        },
      ),
      { numRuns: 500, seed: 1 },
    );
  });
});

describe('GRIMMER', () => {
  it('gives the verdict of the literature', () => {
    // Allard (2018), A-GRIMMER: mean 3.44 with SD 2.47 and n = 18 passes GRIM, and no whole numbers have the SD.
    expect(sumsFor(grid(1, 7), printed('3.44'), 18).length).toBeGreaterThan(0);
    expect(possible(grid(1, 7), printed('3.44'), printed('2.47'), 18)).toBe(false);
  });

  it('is right for every mean and SD of small samples', () => {
    for (const [low, high, n] of [
      [1, 5, 4],
      [1, 5, 7],
      [0, 3, 9],
      [1, 7, 5],
    ] as const) {
      const real = new Set(
        everySample(low, high, n).map(
          ({ sum, square }) => `${(sum / n).toFixed(2)} ${Math.sqrt(Math.max(0, square - sum ** 2 / n) / (n - 1)).toFixed(2)}`,
        ),
      );
      for (const one of real) {
        const [mean, sd] = one.split(' ') as [string, string];
        expect(possible(grid(low, high), printed(mean), printed(sd), n), `${one} of ${n} on ${low}..${high}`).toBe(true);
      }
      // And what no sample has is rejected: every pair on a lattice of hundredths around the means that occur.
      const means = [...new Set([...real].map((one) => one.split(' ')[0]!))].slice(0, 6);
      const samples = everySample(low, high, n);
      for (const mean of means) {
        for (let hundredths = 0; hundredths <= 300; hundredths += 7) {
          const sd = (hundredths / 100).toFixed(2);
          const { low: a, high: b } = printed(mean);
          const { low: c, high: d } = printed(sd);
          const exists = samples.some(({ sum, square }) => {
            const m = sum / n;
            const s = Math.sqrt(Math.max(0, square - sum ** 2 / n) / (n - 1));
            return m >= a - 1e-9 && m <= b + 1e-9 && s >= c - 1e-9 && s <= d + 1e-9;
          });
          expect(possible(grid(low, high), printed(mean), printed(sd), n), `${mean} ${sd} of ${n}`).toBe(exists);
        }
      }
    }
  });

  it('never rejects the mean and SD of real answers, however many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 120 }),
        fc.integer({ min: 1, max: 3 }),
        (answers, decimals) => {
          const n = answers.length;
          const mean = answers.reduce((a, b) => a + b, 0) / n;
          const sd = Math.sqrt(answers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
          return possible(grid(0, 10), printed(mean.toFixed(decimals)), printed(sd.toFixed(decimals)), n);
        },
      ),
      { numRuns: 500, seed: 2 },
    );
  });
});

describe('bounds', () => {
  it('hold the smallest and the largest sum of squares', () => {
    for (const [top, n] of [
      [4, 5],
      [6, 4],
      [2, 7],
    ] as const) {
      const samples = everySample(0, top, n);
      for (const sum of new Set(samples.map((one) => one.sum))) {
        const squares = samples.filter((one) => one.sum === sum).map((one) => one.square);
        expect(squaresFor(top, n, sum)).toEqual({ low: Math.min(...squares), high: Math.max(...squares) });
      }
    }
  });

  it('give the largest SD for a mean: everybody at one of the two ends', () => {
    expect(largestSd(grid(1, 5), { low: 3, high: 3 }, 10)).toBeCloseTo(Math.sqrt((4 * 10) / 9), 12);
    expect(largestSd(grid(1, 5), { low: 5.2, high: 5.3 }, 10)).toBeNull();
  });

  it('count in the steps in which an item was asked', () => {
    const scale = { name: null, low: 1, high: 5, lowLabel: [], highLabel: [], points: [] };
    const indicator: IndicatorPlan = {
      kind: 'indicator',
      name: 'a',
      label: [],
      column: 'a',
      scale,
      askedOn: { low: 1, high: 7 },
      reversed: false,
      missing: null,
    };
    expect(gridOf(indicator)).toEqual({ origin: 1, step: 4 / 6, top: 6 });
    expect(gridOf({ ...indicator, scale: null })).toBeNull();
    expect(gridOf({ ...indicator, askedOn: { low: 0.5, high: 7 } })).toBeNull();
  });
});
