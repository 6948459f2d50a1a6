// The tables that everybody prints, against reference numbers from R: correlations, two groups, cross tables, factorial designs, normality,
// common method. Values without a golden document are of r/tables.R.
import {
  commonMethod,
  factorialAnalysis,
  fisherExact,
  independentTest,
  noncentralityOfT,
  normality,
  oneSampleTest,
  pairedTest,
  partialCorrelations,
  shapiroWilk,
  crossTable,
} from '@studyspec/core';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import anovaFactorial from '../oracles/adapters/anova-factorial.ts';
import { category, numbers } from '../oracles/adapters/columns.ts';
import commonMethodOf from '../oracles/adapters/common-method.ts';
import compareTwo from '../oracles/adapters/compare-two.ts';
import correlate from '../oracles/adapters/correlate.ts';
import crosstab from '../oracles/adapters/crosstab.ts';
import normalityOf from '../oracles/adapters/normality.ts';
import { readOracleData } from '../oracles/read-data.ts';
import { holdTo } from './agreement.ts';

const documents = [
  ['pub-correlate-attitude-partial', correlate, 74],
  ['pub-correlate-mass-kendall-pairwise', correlate, 135],
  ['pub-two-mass-height-sex', compareTwo, 38],
  ['pub-two-mass-paired-hands', compareTwo, 21],
  ['pub-two-attitude-onesample', compareTwo, 16],
  ['pub-crosstab-mass-2x2', crosstab, 57],
  ['pub-crosstab-mass-sparse-fisher', crosstab, 105],
  ['pub-crosstab-synth323-weighted', crosstab, 125],
  ['pub-anova2-synth323-unbalanced', anovaFactorial, 133],
  ['pub-ancova-synth323-site', anovaFactorial, 150],
  ['pub-normality-attitude', normalityOf, 64],
  ['pub-harman-attitude', commonMethodOf, 21],
] as const;

describe('reference numbers', () => {
  holdTo(documents);
});

const data = (name: string) => readOracleData(fileURLToPath(new URL('data', import.meta.url)), name);
const near = (actual: number | null | undefined, expected: number, relative = 1e-9): void => {
  expect(Math.abs((actual ?? NaN) / expected - 1)).toBeLessThan(relative);
};

test("Fisher's exact test of larger tables is R's", () => {
  near(
    fisherExact([
      [18, 24, 17],
      [13, 14, 12],
      [11, 7, 9],
      [11, 13, 7],
      [5, 6, 7],
    ]),
    0.908528619771909,
    1e-11,
  ); // prettier-ignore
  near(
    fisherExact([
      [18, 24, 17, 33, 21],
      [13, 14, 12, 20, 11],
    ]),
    0.969290663263031,
    1e-9,
  );
  near(
    fisherExact([
      [8, 4, 7, 3, 2],
      [3, 4, 2, 2, 1],
      [2, 9, 1, 4, 5],
    ]),
    0.14295018169328,
    1e-11,
  ); // prettier-ignore
  near(
    fisherExact([
      [4, 0],
      [1, 3],
      [0, 5],
    ]),
    0.00699300699300698,
    1e-12,
  ); // prettier-ignore
  // Its tables are too many, and its expected counts so large that χ² is exact enough.
  expect(
    fisherExact([
      [952, 597, 604, 555],
      [622, 494, 374, 372],
      [300, 36, 25, 450],
    ]),
  ).toBeNull(); // prettier-ignore
  expect(
    fisherExact([
      [1.5, 2],
      [3, 4],
    ]),
  ).toBeNull(); // prettier-ignore
});

test('noncentralities are those at which R’s pt has its tails', () => {
  for (const [t, df, p, delta] of [
    [30, 1500, 0.975, 27.76143443484966],
    [30, 1500, 0.025, 32.23075263116787],
    [0.5, 3, 0.975, -1.53437629705698],
    [0.5, 3, 0.025, 2.45895581177974],
    [-2.2, 2776, 0.975, -4.16062007416451],
    [12, 2, 0.025, 23.18554480233611],
    [0, 20, 0.025, 1.95996398454005],
  ] as const)
    near(noncentralityOfT(t, df, p), delta);
  // Beyond where R gives up (37.62): as symmetric as the distribution is.
  near(noncentralityOfT(-90, 300, 0.975), -noncentralityOfT(90, 300, 0.025));
});

test('a partial tau is ppcor’s', () => {
  const cars = data('mtcars');
  const column = (name: string): Float64Array => numbers(cars, name, {});
  const found = partialCorrelations([column('mpg'), column('wt')], [column('hp'), column('qsec')], 'kendall')!;
  near(found.r[0]![1], -0.516372089829509);
  near(found.p[0]![1], 6.13686145208328e-5);
  expect(found.low[0]![1]).toBeNull();
});

test('three factors and a covariate are car’s and emmeans’', () => {
  const survey = data('synth323');
  const of = (name: string, levels: readonly string[]) => ({ name, ...category(survey, name, { categorical: { [name]: { levels } } }) });
  const q2 = numbers(survey, 'q2', {});
  const half = {
    name: 'half',
    codes: Int32Array.from(q2, (value) => (Number.isNaN(value) ? -1 : value > 3 ? 1 : 0)),
    levels: ['low', 'high'],
  };
  const found = factorialAnalysis(
    numbers(survey, 'sat', {}),
    [of('sex', ['male', 'female']), of('income', ['down', 'same', 'up']), half],
    [{ name: 'q1', values: numbers(survey, 'q1', {}) }],
  );
  if ('problem' in found) throw new Error(found.problem);
  const ss = (tests: typeof found.type2) => Object.fromEntries(tests.map((one) => [one.term, one.ss!]));
  const [type2, type3] = [ss(found.type2), ss(found.type3)];
  near(type3['sex'], 3.9042528146);
  near(type3['income:half'], 7.7367374276);
  near(type3['sex:income:half'], 7.354194946);
  near(type2['sex'], 4.502515578);
  near(type2['income'], 0.659985443);
  near(type2['sex:income'], 5.498152333);
  near(found.adjusted[1]![1]!.mean, 3.11785041356);
  near(found.adjusted[1]![1]!.se, 0.152647304398);
  near(found.adjusted[1]![2]!.low, 2.67077965574);
  near(found.homogeneity!.f, 0.80209, 1e-5);
  expect([found.homogeneity!.df1, found.homogeneity!.df2]).toEqual([4, 306]);
});

describe('too little is null with no NaN', () => {
  const none = Float64Array.of(NaN, NaN);
  const one = Float64Array.of(3);
  const same = Float64Array.of(2, 2, 2, 2);
  const some = Float64Array.of(1, 2, 3, 5);
  const plain = (value: unknown): string =>
    JSON.stringify(value, (_, v: unknown) => (typeof v === 'number' && !Number.isFinite(v) ? 'NaN' : v));
  const codes = Int32Array.of(0, 0, 1, 1);
  const factor = { name: 'g', codes, levels: ['a', 'b'] };
  test.each([
    ['nobody in two groups', () => independentTest(none, none)],
    ['one in each of two groups', () => independentTest(one, one)],
    ['two groups that do not vary', () => independentTest(same, same)],
    ['no pair', () => pairedTest(none, none)],
    ['one pair', () => pairedTest(one, one)],
    ['pairs that differ by nothing', () => pairedTest(some, some)],
    ['a sample of one', () => oneSampleTest(one, 2)],
    ['a sample that does not vary', () => oneSampleTest(same, 2)],
    ['a cross table of nobody', () => crossTable(Int32Array.of(-1), ['a', 'b'], Int32Array.of(0), ['a', 'b'])],
    ['a cross table of one', () => crossTable(Int32Array.of(0), ['a', 'b'], Int32Array.of(0), ['a', 'b'])],
    ['a factor of one level', () => factorialAnalysis(some, [{ ...factor, codes: Int32Array.of(0, 0, 0, 0) }])],
    ['nobody in a factorial design', () => factorialAnalysis(none, [{ ...factor, codes: Int32Array.of(0, 1) }])],
    ['a factorial design that does not vary', () => factorialAnalysis(same, [factor])],
    ['a covariate that is the factor', () => factorialAnalysis(some, [factor], [{ name: 'x', values: Float64Array.of(1, 1, 2, 2) }])],
    ['an empty cell', () => factorialAnalysis(some, [factor, { ...factor, name: 'h' }])],
    ['a perfect fit', () => factorialAnalysis(Float64Array.of(1, 1, 2, 2), [factor])],
    ['normality of nobody', () => normality([none])],
    ['normality of a constant', () => normality([same, some])],
    ['normality of one', () => normality([one])],
    ['Shapiro and Wilk of two', () => shapiroWilk(Float64Array.of(1, 2))],
    ['a common method of one column', () => commonMethod([some])],
    ['a common method of one column twice', () => commonMethod([some, some])],
    ['partial correlations of a constant', () => partialCorrelations([same, some], [some])],
    [
      'partial tau of three',
      () => partialCorrelations([Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 2)], [Float64Array.of(3, 1, 2)], 'kendall'),
    ],
  ])('%s', (_, found) => {
    expect(plain(found() ?? null)).not.toContain('NaN');
  });
  test('three are enough for Shapiro and Wilk', () => {
    const { w, p } = shapiroWilk(Float64Array.of(1, 2, 4));
    near(w, 0.964285714285714);
    near(p, 0.636886845028963);
  });
});
