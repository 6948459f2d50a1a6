// Multi-group factor models against lavaan: every level, both identifications, partial invariance, score tests; and the steps together.
import { describe, expect, test } from 'vitest';
import {
  fitMultiGroup,
  invariance,
  scoreTests,
  type FittedModel,
  type Identification,
  type InvarianceLevel,
  type SimpleStructure,
} from '@studyspec/core';
import { agree, readReference, studiesOf } from './studies.ts';

interface Model {
  readonly fit: Record<string, number>;
  readonly gradient: number;
  readonly estimates: readonly string[] | null;
}
interface Case {
  readonly data: string;
  readonly group: string;
  readonly groups: readonly string[];
  readonly factors: Record<string, readonly string[]>;
  readonly n: readonly number[];
  readonly models: Record<string, Model>;
  readonly score_tests: Record<
    string,
    readonly { readonly kind: string; readonly item: string; readonly chi2: number; readonly p: number }[]
  >;
  readonly partial: Model & { readonly freed: { readonly loading: readonly string[]; readonly intercept: readonly string[] } };
}
type Tolerance = { readonly abs?: number; readonly rel?: number };
const reference = readReference<{
  readonly tolerance: Record<'chi2' | 'indices' | 'estimates' | 'standard_errors' | 'score_tests', Tolerance>;
  readonly cases: Record<string, Case>;
}>('invariance');
const { tolerance } = reference;

const structureOf = (one: Case): SimpleStructure => ({ factors: Object.entries(one.factors).map(([name, items]) => ({ name, items })) });
const groupsOf = (one: Case) => studiesOf(one.data, one.group, one.groups, Object.values(one.factors).flat());
function fitted(one: Case, options: Parameters<typeof fitMultiGroup>[2]): FittedModel {
  const model = fitMultiGroup(structureOf(one), groupsOf(one), options);
  if (!('fit' in model)) throw new Error(JSON.stringify(model.problems));
  return model;
}

function differences({ fit }: FittedModel, expected: Model): string[] {
  const out: string[] = [];
  const compare = (what: string, actual: number | null, value: number, allowed: Tolerance): void => {
    if (!agree(actual, value, allowed)) out.push(`${what}: ${actual} and not ${value}`);
  };
  const of = expected.fit as Record<
    'npar' | 'chisq' | 'df' | 'pvalue' | 'baseline.chisq' | 'baseline.df' | 'cfi' | 'tli' | 'rmsea' | 'srmr' | 'logl' | 'aic' | 'bic',
    number
  >;
  compare('parameters', fit.parameters, of.npar, {});
  compare('df', fit.df, of.df, {});
  compare('baseline df', fit.baselineDf, of['baseline.df'], {});
  compare('chi2', fit.chi2, of.chisq, tolerance.chi2);
  compare('baseline chi2', fit.baselineChi2, of['baseline.chisq'], tolerance.chi2);
  for (const [name, value] of [
    ['cfi', fit.cfi],
    ['tli', fit.tli],
    ['rmsea', fit.rmsea],
    ['srmr', fit.srmr],
  ] as const)
    compare(name, value, of[name], tolerance.indices);
  for (const [name, value, expectedValue] of [
    ['log-likelihood', fit.logLikelihood, of.logl],
    ['aic', fit.aic, of.aic],
    ['bic', fit.bic, of.bic],
  ] as const)
    compare(name, value, expectedValue, tolerance.chi2);
  if (of.pvalue > 1e-12) compare('p', fit.p, of.pvalue, { rel: 1e-5 });
  for (const line of expected.estimates ?? []) {
    const [group, kind, lhs, rhs, value, se] = line.split(' ') as [string, string, string, string, string, string];
    const own = fit.estimates.find(
      (row) =>
        row.group === group &&
        row.kind === kind &&
        (kind === 'loading'
          ? row.name === rhs
          : kind === 'covariance'
            ? (row.name === lhs && row.other === rhs) || (row.name === rhs && row.other === lhs)
            : row.name === lhs),
    );
    compare(line, own?.value ?? null, Number(value), tolerance.estimates);
    if (se !== 'null') compare(`SE of ${line}`, own?.se ?? null, Number(se), tolerance.standard_errors);
  }
  return out;
}

describe.each(Object.entries(reference.cases))('%s', (_, one) => {
  test.each(Object.entries(one.models))('%s', (name, expected) => {
    const [level, identification] = name.split('_') as [InvarianceLevel, Identification];
    const model = fitted(one, { level, identification });
    expect(model.fit.groups.map((group) => group.n)).toEqual(one.n);
    expect([model.fit.converged, model.fit.gradient <= 1e-8]).toEqual([true, true]);
    expect(differences(model, expected)).toEqual([]);
  });

  test('partial invariance', () => {
    const freed = [
      ...one.partial.freed.loading.map((item) => ({ kind: 'loading' as const, item })),
      ...one.partial.freed.intercept.map((item) => ({ kind: 'intercept' as const, item })),
    ];
    expect(differences(fitted(one, { level: 'scalar', freed }), one.partial)).toEqual([]);
    expect(one.partial.estimates!.length).toBeGreaterThan(60);
  });

  // lavaan tests one equality with the first group at a time, which is a release of that later group alone.
  test.each(Object.entries(one.score_tests))('score tests, %s', (level, expected) => {
    const found = scoreTests(fitted(one, { level: level as InvarianceLevel, identification: 'std' }));
    const ours = found
      .flatMap((row) => row.groups.map((group) => ({ kind: row.kind, item: row.item, chi2: group.chi2 })))
      .sort((a, b) => a.chi2 - b.chi2);
    const theirs = [...expected].sort((a, b) => a.chi2 - b.chi2);
    expect(ours.length).toBe(theirs.length);
    expect(
      theirs.filter(
        (row, i) => ours[i]!.item !== row.item || ours[i]!.kind !== row.kind || !agree(ours[i]!.chi2, row.chi2, tolerance.score_tests),
      ),
    ).toEqual([]);
  });
});

test('intervals of RMSEA and the test of close fit', () => {
  const intervals = readReference<{
    readonly tolerance: { readonly rmsea: Tolerance };
    readonly cases: Record<string, Record<string, { readonly lower: number; readonly upper: number; readonly close: number }>>;
  }>('rmsea');
  const found = Object.entries(intervals.cases).flatMap(([name, levels]) =>
    Object.entries(levels).flatMap(([level, expected]) => {
      const { fit } = fitted(reference.cases[name]!, { level: level as InvarianceLevel });
      return (
        [
          ['from', fit.rmseaInterval!.low, expected.lower],
          ['to', fit.rmseaInterval!.high, expected.upper],
          ['close', fit.closeFit, expected.close],
        ] as const
      ).map(([what, actual, value]) => [name, level, what, actual, value, agree(actual, value, intervals.tolerance.rmsea)] as const);
    }),
  );
  expect(found.length).toBe(18);
  expect(found.filter((row) => !row[5])).toEqual([]);
});

describe('step by step', () => {
  test('Holzinger and Swineford by school: metric holds, scalar does not, and x3 and x7 are what differs', () => {
    const one = reference.cases.hs1939_school!;
    const found = invariance(structureOf(one), groupsOf(one), { decideBy: 'likelihood-ratio' });
    expect(found.steps.map((step) => step.holds)).toEqual([false, true, false]);
    // R: anova() of the three fits.
    expect(found.steps[1]!.difference!.chi2).toBeCloseTo(8.1922, 3);
    expect([found.steps[1]!.difference!.df, found.steps[2]!.difference!.df]).toEqual([6, 6]);
    expect(found.steps[2]!.difference!.chi2).toBeCloseTo(40.0593, 3);
    const partial = found.steps[2]!.partial!;
    expect(partial.steps.map((step) => step.freed)).toEqual([
      { kind: 'intercept', item: 'x3' },
      { kind: 'intercept', item: 'x7' },
    ]);
    expect(partial.stopped).toBe('reached');
    expect(found.reached).toEqual({ level: 'scalar', freed: partial.steps.map((step) => step.freed) });
  });

  test('the two provinces: nothing stands against scalar invariance', () => {
    const one = reference.cases.provinces!;
    const found = invariance(structureOf(one), groupsOf(one), { upTo: 'strict' });
    expect(found.steps.slice(1).map((step) => step.holds)).toEqual([true, true, true]);
    expect(found.reached).toEqual({ level: 'strict', freed: [] });
  });
});
