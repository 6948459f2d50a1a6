// The same regression in several studies: Chow, Wald, corrections and pooled models against base R; Chow also against the collection's own
// documents.
import { describe, expect, test } from 'vitest';
import {
  coefficientsOf,
  equalityOfCoefficients,
  linearFit,
  listwiseColumns,
  pooledModels,
  type LinearFit,
  type PooledModels,
} from '@studyspec/core';
import chow from '../oracles/adapters/chow.ts';
import tucker from '../oracles/adapters/tucker.ts';
import { disagreements, readGolden } from './agreement.ts';
import { agree, readReference, studiesOf } from './studies.ts';

interface Nested {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}
interface Case {
  readonly data: string;
  readonly group: string;
  readonly groups: readonly string[];
  readonly outcome: string;
  readonly predictors: readonly string[];
  readonly n: readonly number[];
  readonly b: number[][];
  readonly se: number[][];
  readonly chow: Nested;
  readonly intercepts: Nested;
  readonly slopes: Nested;
  readonly r2: number[];
  readonly effects_b: number[];
  readonly interactions_b: number[][];
  readonly interactions_se: number[][];
  readonly z: number[][];
  readonly p: number[][];
  readonly p_holm: number[][];
  readonly p_bh: number[][];
  readonly q: number[];
  readonly q_p: number[];
  readonly q_holm: number[];
  readonly q_bh: number[];
  readonly joint: { readonly chi2: number; readonly df: number; readonly p: number };
}
const reference = readReference<{
  readonly tolerance: { readonly default: { readonly rel: number; readonly abs: number } };
  readonly cases: Record<string, Case>;
}>('regression-equality');

const close = (found: readonly (number | null | undefined)[], expected: readonly number[]): string[] =>
  expected.flatMap((value, i) => (agree(found[i], value, reference.tolerance.default) ? [] : [`${i}: ${found[i]} and not ${value}`]));

describe.each(Object.entries(reference.cases))('%s', (_, one) => {
  const samples = studiesOf(one.data, one.group, one.groups, [one.outcome, ...one.predictors]).map(({ name, columns }) => {
    const [y, ...x] = listwiseColumns(columns);
    return { name, y: y!, x };
  });
  const models = pooledModels(samples, one.predictors) as PooledModels;

  test('Chow, study effects, interactions', () => {
    expect(models.studies.map((study) => study.fit.n)).toEqual(one.n);
    for (const part of ['chow', 'intercepts', 'slopes'] as const)
      expect([
        part,
        ...close(
          [models[part].f, models[part].df1, models[part].df2, models[part].p],
          [one[part].f, one[part].df1, one[part].df2, one[part].p],
        ),
      ]).toEqual([part]);
    expect(close([models.common.r2, models.effects.r2, models.interactions.r2], one.r2)).toEqual([]);
    const after = (fit: LinearFit, from: number) => fit.coefficients.slice(from);
    const k = one.predictors.length + 1;
    expect(
      close(
        after(models.effects, k).map((row) => row.b),
        one.effects_b,
      ),
    ).toEqual([]);
    const products = after(models.interactions, k + one.groups.length - 1);
    expect(products.map((row) => row.term)).toEqual(
      one.predictors.flatMap((term) => one.groups.slice(1).map((name) => `${term}:study.${name}`)),
    );
    expect(
      close(
        products.map((row) => row.b),
        one.interactions_b.flat(),
      ),
    ).toEqual([]);
    expect(
      close(
        products.map((row) => row.se),
        one.interactions_se.flat(),
      ),
    ).toEqual([]);
  });

  test('Wald tests, one by one and together, and their corrected p', () => {
    const found = equalityOfCoefficients(models.studies.map((study) => coefficientsOf(study.name, study.fit)));
    expect(found.terms.map((row) => row.term)).toEqual(one.predictors);
    const pairs = found.terms.flatMap((row) => row.pairs);
    for (const [name, values, expected] of [
      ['b', found.terms.flatMap((row) => row.studies.map((study) => study.b)), one.b.flat()],
      ['se', found.terms.flatMap((row) => row.studies.map((study) => study.se)), one.se.flat()],
      ['z', pairs.map((pair) => pair.z), one.z.flat()],
      ['p', pairs.map((pair) => pair.p), one.p.flat()],
      ['Holm', pairs.map((pair) => pair.holm), one.p_holm.flat()],
      ['BH', pairs.map((pair) => pair.benjaminiHochberg), one.p_bh.flat()],
      ['q', found.terms.map((row) => row.chi2), one.q],
      ['q p', found.terms.map((row) => row.p), one.q_p],
      ['q Holm', found.terms.map((row) => row.holm), one.q_holm],
      ['q BH', found.terms.map((row) => row.benjaminiHochberg), one.q_bh],
      ['joint', [found.joint!.chi2, found.joint!.df, found.joint!.p], [one.joint.chi2, one.joint.df, one.joint.p]],
    ] as const)
      expect([name, ...close(values, expected)]).toEqual([name]);
    expect(found.incomplete).toEqual([]);
  });
});

test.each([
  ['pub-chow-mtcars-am', chow, 14],
  ['pub-chow-apistrat', chow, 14],
  ['pub-tucker-hs1939-school', tucker, 63],
] as const)('%s', (id, adapt, values) => {
  const { compared, differences } = disagreements(readGolden(id), adapt);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(values);
});

test('a model with all interactions is the studies apart', () => {
  const [first, second] = reference.cases.mtcars_am!.groups.map(
    (name) => studiesOf('mtcars', 'am', [name], ['mpg', 'wt', 'hp'])[0]!.columns,
  );
  const fit = (columns: readonly Float64Array[]): LinearFit =>
    linearFit({ y: columns[0]!, x: columns.slice(1), terms: ['wt', 'hp'], confidence: 0.95 }) as LinearFit;
  const models = pooledModels(
    [first!, second!].map((columns, i) => ({ name: `s${i}`, y: columns[0]!, x: columns.slice(1) })),
    ['wt', 'hp'],
  ) as PooledModels;
  expect(models.interactions.ssResidual).toBeCloseTo(fit(first!).ssResidual + fit(second!).ssResidual, 9);
  expect(models.interactions.coefficients[1]!.b).toBeCloseTo(fit(first!).coefficients[1]!.b, 10);
});
