import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { benjaminiHochbergAdjusted } from '../compare/false-discovery.ts';
import { seededRandom } from '../../numerics/random.ts';
import { equalityOfCoefficients, type StudyCoefficients } from './equality.ts';
import { pooledModels, type PooledModels, type StudySample } from './pooled.ts';

const study = (name: string, b: number, se: number | null, more: Partial<StudyCoefficients> = {}): StudyCoefficients => ({
  name,
  terms: ['intercept', 'x'],
  b: [1, b],
  se: [0.5, se],
  covariance: null,
  ...more,
});

function sample(name: string, seed: number, slope: number, n = 80): StudySample {
  const random = seededRandom(seed);
  const x = Float64Array.from({ length: n }, () => random.normal());
  return { name, y: x.map((value) => 2 + slope * value + random.normal()), x: [x] };
}

describe('equality of coefficients', () => {
  test('by hand', () => {
    const found = equalityOfCoefficients([study('a', 0.5, 0.3), study('b', -0.3, 0.4)]).terms[0]!;
    expect(found.pairs[0]).toMatchObject({ first: 'a', second: 'b', difference: 0.8, se: 0.5, z: 1.6 });
    // Two studies: χ² is z².
    expect(found.chi2).toBeCloseTo(2.56, 12);
    expect(found.p).toBeCloseTo(found.pairs[0]!.p, 12);
  });

  test('opposite signs count only where both are significant', () => {
    const of = (b: number, se: number) => equalityOfCoefficients([study('a', 0.5, 0.1), study('b', b, se)]).terms[0]!.opposite;
    expect(of(-0.5, 0.1)).toEqual([{ first: 'a', second: 'b' }]);
    expect([of(-0.5, 0.4), of(0.5, 0.1)]).toEqual([[], []]);
  });

  test('a study without the term or without a standard error is left out and named', () => {
    const found = equalityOfCoefficients([
      study('a', 0.5, 0.3),
      study('b', 0.2, null),
      { ...study('c', 0, 0), terms: ['intercept', 'other'], se: [1, 0.2] },
    ]);
    expect(found.terms.map((one) => [one.term, one.studies.length, one.chi2, one.p, one.holm])).toEqual([
      ['x', 1, null, null, null],
      ['other', 1, null, null, null],
    ]);
    expect(found.incomplete).toEqual([
      { term: 'x', missingIn: ['c'] },
      { term: 'other', missingIn: ['a', 'b'] },
    ]);
    expect(found.joint).toBeNull();
    expect(equalityOfCoefficients([]).terms).toEqual([]);
  });

  test('false discovery rates lie between the plain p and Bonferroni', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 }), { maxLength: 12 }), (values) => {
        const found = benjaminiHochbergAdjusted(values);
        const counted = values.filter((value) => value !== null).length;
        values.forEach((value, i) => {
          if (value === null) expect(found[i]).toBeNull();
          else expect(found[i]! >= value - 1e-15 && found[i]! <= Math.min(1, value * counted) + 1e-15).toBe(true);
        });
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

describe('pooled models', () => {
  test('equal studies: equal coefficients; copies with the sign turned: found', () => {
    const one = sample('a', 1, 0.5);
    const same = pooledModels([one, { ...one, name: 'b' }], ['x']) as PooledModels;
    expect(same.chow.f).toBeLessThan(1e-10);
    const turned = pooledModels([one, { name: 'b', y: one.y, x: [one.x[0]!.map((value) => -value)] }], ['x']) as PooledModels;
    expect(turned.slopes.p).toBeLessThan(1e-5);
    expect(turned.interactions.coefficients.at(-1)!.b).toBeCloseTo(-2 * turned.interactions.coefficients[1]!.b, 10);
  });

  test('Chow splits into intercepts and slopes; the order of the studies does not matter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (seed) => {
        const studies = [sample('a', seed, 0.2), sample('b', seed + 1, 0.5, 50), sample('c', seed + 2, 0)];
        const [found, other] = [studies, [...studies].reverse()].map((list) => pooledModels(list, ['x']) as PooledModels);
        expect([found!.chow.df1, found!.intercepts.df1, found!.slopes.df1]).toEqual([4, 2, 2]);
        expect(other!.chow.f).toBeCloseTo(found!.chow.f!, 8);
        expect(other!.slopes.f).toBeCloseTo(found!.slopes.f!, 8);
        // The interactions model is all studies apart.
        expect(found!.interactions.ssResidual).toBeCloseTo(
          found!.studies.reduce((sum, study) => sum + study.fit.ssResidual, 0),
          8,
        );
      }),
      { seed: 2, numRuns: 30 },
    );
  });

  test('a study that cannot be fitted is named; one study is none to compare', () => {
    const one = sample('a', 1, 0.5);
    expect(pooledModels([one], ['x'])).toEqual({ problem: 'one-study', study: null });
    expect(pooledModels([one, { name: 'b', y: one.y, x: [one.x[0]!.map(() => 1)] }], ['x'])).toMatchObject({
      problem: 'collinear',
      study: 'b',
    });
    expect(pooledModels([one, { name: 'b', y: one.y.slice(0, 2), x: [one.x[0]!.slice(0, 2)] }], ['x'])).toMatchObject({
      problem: 'too-few',
      study: 'b',
    });
    const exact = { name: 'a', y: one.x[0]!, x: one.x };
    expect((pooledModels([exact, { ...exact, name: 'b' }], ['x']) as PooledModels).chow).toMatchObject({ f: null, p: null });
  });
});
