// Scores three ways of the two synthetic provinces against base R.
import { describe, expect, test } from 'vitest';
import { scoresThreeWays, type ScoredWay } from '@studyspec/core';
import { readReference, studiesOf } from './studies.ts';

type Vectors = Readonly<Record<'mean' | 'sd' | 'min' | 'max' | 'below' | 'above' | 'head', number[]>>;
type Province = { readonly n: number } & Readonly<Record<'frozen' | 'reestimated' | 'pooled', Vectors>>;
const reference = readReference<{
  readonly tolerance: { readonly default: { readonly abs: number } };
  readonly items: string[];
  readonly anshun: Province;
  readonly bijie: Province;
}>('three-ways');

const studies = studiesOf('provinces', 'province', ['anshun', 'bijie'], reference.items);
const found = scoresThreeWays(studies, {
  components: 4,
  rule: { extract: { kind: 'components' }, rotate: { kind: 'varimax', kaiser: true } },
  composed: [0, 1, 2],
  weights: 'explained',
  rescale: { kind: 'range', low: 0, high: 100 },
})!;

describe.each([
  ['anshun', 0],
  ['bijie', 1],
] as const)('%s', (name, at) => {
  test.each(['frozen', 'reestimated', 'pooled'] as const)('%s', (way) => {
    const expected = reference[name][way];
    const own: ScoredWay = found.studies[at]![way]!;
    const summaries = [own.index, ...own.components];
    expect(own.index.n).toBe(reference[name].n);
    const vectors: readonly (readonly [keyof Vectors, readonly (number | null)[]])[] = [
      ['mean', summaries.map((one) => one.mean)],
      ['sd', summaries.map((one) => one.sd)],
      ['min', summaries.map((one) => one.min)],
      ['max', summaries.map((one) => one.max)],
      ['below', [own.scores.outside.index, ...own.scores.outside.components].map((one) => one.below)],
      ['above', [own.scores.outside.index, ...own.scores.outside.components].map((one) => one.above)],
      ['head', [...own.scores.index.filter((value) => !Number.isNaN(value)).slice(0, 5)]],
    ];
    for (const [vector, values] of vectors) {
      expect(values.length).toBe(expected[vector].length);
      values.forEach((value, i) => {
        expect(Math.abs(value! - expected[vector][i]!), `${vector} ${i}: ${value} and not ${expected[vector][i]}`).toBeLessThanOrEqual(
          reference.tolerance.default.abs,
        );
      });
    }
  });
});
