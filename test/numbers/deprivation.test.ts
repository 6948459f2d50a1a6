// Alkire and Foster's counts against R's survey package, and what holds of them whatever the data.
import { describe, expect, it } from 'vitest';
import { deprivationOf } from '@studyspec/core';
import dualCutoff from '../oracles/adapters/dual-cutoff.ts';
import { holdTo } from './agreement.ts';

holdTo([
  ['pub-mpi-synth323-weighted-strata', dualCutoff, 65],
  ['pub-mpi-synth323-third', dualCutoff, 95],
]);

describe('the poor', () => {
  const of = (columns: readonly (readonly number[])[], cutoff = 0.5, weights?: readonly number[]) => {
    const found = deprivationOf({
      design: { weights: new Float64Array(columns[0]!.length).fill(1) },
      deprived: columns.map((column) => Float64Array.from(column)),
      weights: weights ?? columns.map(() => 1 / columns.length),
      cutoff,
    });
    if ('problem' in found) throw new Error(found.problem);
    return found;
  };

  it('are those whose deprivations weigh as much as the cutoff, rounding aside; what each is deprived of sums to M0', () => {
    const found = of(
      [
        [1, 1, 0, 0],
        [1, 0, 1, 0],
        [1, 0, 0, 0],
      ],
      1 / 3,
      [1 / 6, 1 / 6, 2 / 3],
    );
    expect([found.headcount.mean, found.intensity.mean, found.adjusted.mean]).toEqual([0.25, 1, 0.25]);
    expect(found.contributions.reduce<number>((sum, one) => sum + one!, 0)).toBeCloseTo(100, 10);
    expect(
      of(
        [
          [1, 0],
          [1, 0],
          [0, 0],
        ],
        1 / 3,
        [1 / 6, 1 / 6, 2 / 3],
      ).headcount.mean,
    ).toBe(0.5);
  });

  it('without any there is no intensity, and nothing contributes', () => {
    const found = of(
      [
        [0, 0, 0],
        [0, 0, 1],
      ],
      0.9,
    );
    expect([found.headcount.mean, found.intensity.mean, found.adjusted.mean]).toEqual([0, null, 0]);
    expect(found.contributions).toEqual([null, null]);
  });

  it('who lacks an answer is left out; where nobody is left, that is told', () => {
    const found = of([
      [1, NaN, 0],
      [1, 1, 0],
    ]);
    expect([found.n, found.excluded, found.headcount.mean]).toEqual([2, 1, 0.5]);
    expect(deprivationOf({ design: { weights: Float64Array.of(1) }, deprived: [Float64Array.of(NaN)], weights: [1], cutoff: 0.5 })).toEqual(
      { problem: 'nobody' },
    );
  });

  it('who has no weight is no part of the sample, and is not counted as left out', () => {
    const found = deprivationOf({
      design: { weights: Float64Array.of(1, 1, 0, 1) },
      deprived: [Float64Array.of(1, 0, NaN, NaN)],
      weights: [1],
      cutoff: 0.5,
    });
    expect(found).toMatchObject({ n: 2, excluded: 1, headcount: { mean: 0.5 } });
  });
});
