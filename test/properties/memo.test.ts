// What a memo must not change: any result. And what it is for: an edit computes only what depends on it.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  tell,
  boundedMemo,
  codeStudy,
  noMemo,
  readCsv,
  type Condition,
  type IndexJob,
  type Job,
  type Memo,
  type Plan,
  type RegressionJob,
  type StudyResults,
  type VariablePlan,
} from '@studyspec/core';
import { compile } from '@studyspec/dsl';
import { executeAll } from '../support/execute-all.ts';

const seed = 20240914;
const items = ['a', 'b', 'c', 'd', 'e'] as const;
const rows = Array.from({ length: 90 }, (_, i) => {
  const answer = (k: number): number | '' =>
    i % 17 === k ? '' : Math.max(1, Math.min(5, Math.round(3 + Math.sin(i * 1.7 + (k % 2)) + Math.sin(i * 0.31 * k))));
  return [
    `r${i}`,
    ...items.map((_name, k) => answer(k + 2)),
    1 + (i % 2),
    1 + ((i * 7) % 3),
    i % 11 === 4 ? '' : 18 + ((i * 13) % 50),
  ].join(',');
});
const frame = readCsv(new TextEncoder().encode(`id,${items.join(',')},sex,site,age\n${rows.join('\n')}\n`), 'd.csv', { text: ['id'] })
  .frame!;

const spec = `study "S"
data "d.csv" { id id  cluster site }
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c reversed }
dimension q on s { indicator d  indicator e }
category sex { male = 1  female = 2 }
category site { one = 1  two = 2  three = 3 }
number age
number decade = age / 10
block who of sex, decade
index i { of p, q  missing mean  keep 2  component x marked by a  component y marked by d }
index j { of a, b, c, d  keep 1 }
compare k { of i, x, p  by sex, site }
compare l { of j  by site  where age > 30 }
regression r { explain i, x, y  by who, e  missing mean }
regression t { explain j, q  by site, decade  where sex is male }
hypothesis h { i.kmo > 0.5 }
`;
const compiled = compile({ entry: 'x.study', texts: new Map([['x.study', spec]]) });
const original = compiled.plan!;

const numbers = (plan: Plan, memo: Memo): StudyResults => executeAll(plan, codeStudy(plan, frame, memo), frame, memo);

type Edit = (plan: Plan) => Plan;
const ofVariable =
  (name: string, change: (variable: VariablePlan) => VariablePlan): Edit =>
  (plan) => ({ ...plan, variables: plan.variables.map((variable) => (variable.name === name ? change(variable) : variable)) });
const ofJob =
  (name: string, change: (job: Job) => Job): Edit =>
  (plan) => ({ ...plan, jobs: plan.jobs.map((job) => (job.name === name ? change(job) : job)) });
const ofIndex = (name: string, change: (job: IndexJob) => Partial<IndexJob>): Edit =>
  ofJob(name, (job) => (job.kind === 'index' ? { ...job, ...change(job) } : job));
const ofRegression = (name: string, change: (job: RegressionJob) => Partial<RegressionJob>): Edit =>
  ofJob(name, (job) => (job.kind === 'regression' ? { ...job, ...change(job) } : job));

const where = (value: number): Condition => ({ kind: 'compare', variable: 'age', operator: '>', value });
const index = fc.constantFrom('i', 'j');
const regression = fc.constantFrom('r', 't');
const policy = fc.constantFrom('listwise', 'pairwise', 'mean' as const) as fc.Arbitrary<IndexJob['missing']>;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(index, fc.integer({ min: 1, max: 5 })).map(([name, count]) => ofIndex(name, () => ({ keep: { kind: 'fixed', count } }))),
  index.map((name) => ofIndex(name, () => ({ keep: { kind: 'parallel' } }))),
  fc
    .tuple(
      index,
      fc.constantFrom<IndexJob['rotate']>({ kind: 'none' }, { kind: 'varimax', kaiser: true }, { kind: 'varimax', kaiser: false }),
    )
    .map(([name, rotate]) => ofIndex(name, () => ({ rotate }))),
  fc
    .constantFrom<IndexJob['weight']>(
      { kind: 'equal' },
      { kind: 'explained' },
      {
        kind: 'given',
        weights: [
          ['x', 3],
          ['y', 1],
        ],
      },
    )
    .map((weight) => ofIndex('i', () => ({ weight }))),
  fc
    .constantFrom<IndexJob['rescale']>(
      { kind: 'none' },
      { kind: 't' },
      { kind: 'range', low: 0, high: 100 },
      { kind: 'components', low: 0, high: 10 },
    )
    .map((rescale) => ofIndex('i', () => ({ rescale }))),
  fc.tuple(index, policy).map(([name, missing]) => ofIndex(name, () => ({ missing }))),
  fc.tuple(regression, policy).map(([name, missing]) => ofRegression(name, () => ({ missing }))),
  fc
    .tuple(fc.constantFrom('r', 't', 'k', 'l'), fc.constantFrom(null, 25, 40, 99))
    .map(([name, age]) => ofJob(name, (job) => (job.kind === 'index' ? job : { ...job, where: age === null ? null : where(age) }))),
  fc
    .tuple(index, fc.subarray([...items], { minLength: 2 }))
    .map(([name, chosen]) =>
      ofIndex(name, () => ({ items: items.filter((item) => chosen.includes(item) || (name === 'i' && (item === 'a' || item === 'd'))) })),
    ),
  fc
    .subarray(['a', 'b', 'c', 'sex', 'decade'], { minLength: 1 })
    .map((terms) => ofRegression('r', () => ({ terms: terms.map((term) => ({ term: [term], block: null, step: 0 })) }))),
  fc.tuple(fc.constantFrom('male', 'female'), fc.integer({ min: 1, max: 3 })).map(([level, value]) =>
    ofVariable('sex', (variable) =>
      variable.kind === 'category'
        ? {
            ...variable,
            levels: variable.levels.map((one) => (one.name === level ? { ...one, codes: [{ kind: 'number', value }] } : one)),
          }
        : variable,
    ),
  ),
  fc
    .constantFrom(null, 18, 31)
    .map((value) =>
      ofVariable('age', (variable) =>
        variable.kind === 'category' ? variable : { ...variable, missing: value === null ? null : [{ kind: 'number', value }] },
      ),
    ),
  fc
    .constantFrom(...items)
    .map((name) =>
      ofVariable(name, (variable) => (variable.kind === 'indicator' ? { ...variable, reversed: !variable.reversed } : variable)),
    ),
  fc.string().map((text) => ofVariable('sex', (variable) => ({ ...variable, label: [{ lang: null, text }] }))),
  fc.nat(3).map(
    (shift): Edit =>
      (plan) => ({ ...plan, seed: seed + shift }),
  ),
  fc.constantFrom(undefined, 'id').map(
    (id): Edit =>
      (plan) => ({ ...plan, data: id === undefined ? (({ id: _left, ...rest }) => rest)(plan.data!) : { ...plan.data!, id } }),
  ),
);

describe('a memo that lives through edits', () => {
  it('starts from a study without mistakes', () => {
    expect(compiled.problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
    const results = numbers(original, noMemo);
    expect(results.regressions.flatMap((one) => one.outcomes.map((outcome) => outcome.reason))).toEqual([null, null, null, null, null]);
  });

  it('changes no result, no problem and no quantity', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const memo = boundedMemo(2);
        let plan = original;
        numbers(plan, memo);
        for (const change of edits) {
          memo.endGeneration();
          plan = change(plan);
          const [found, wanted] = [numbers(plan, memo), numbers(plan, noMemo)];
          // Vitest's own comparison takes seconds for so many columns.
          expect(isDeepStrictEqual(found, wanted)).toBe(true);
          expect([...found.quantities.keys()]).toEqual([...wanted.quantities.keys()]);
        }
      }),
      { seed, numRuns: 25 },
    );
  });

  /** First words of the keys that were computed, not recalled. */
  const computedBy = (change: Edit): string[] => {
    const inner = boundedMemo();
    numbers(original, inner);
    const computed: string[] = [];
    const changed = change(original);
    numbers(changed, {
      recall: (key, compute) =>
        inner.recall(key, () => {
          computed.push(key);
          return compute();
        }),
    });
    return computed.map((key) => /^[a-z ]*?(?= [^a-z])|^\w+/u.exec(key)![0]);
  };

  it('computes nothing again when nothing changed, or what no number depends on', () => {
    expect(computedBy((plan) => structuredClone(plan))).toEqual([]);
    expect(computedBy((plan) => ({ ...plan, title: [{ lang: null, text: 'Other' }], report: { ...plan.report, decimals: 2 } }))).toEqual(
      [],
    );
  });

  it('passes over the answers again for the scores only when another number of components is kept', () => {
    const computed = new Set(computedBy(ofIndex('i', () => ({ keep: { kind: 'fixed', count: 3 } }))));
    for (const step of [
      'code',
      'describe',
      'group',
      'moments',
      'substituted',
      'correlation',
      'retention',
      'design',
      'prepared',
      'term',
      'where',
    ])
      expect([...computed]).not.toContain(step);
    expect([...computed]).toEqual(expect.arrayContaining(['index', 'scores', 'regression', 'compare']));
  });

  it('leaves components and what rests on them alone when only the weights change', () => {
    const computed = computedBy(ofIndex('i', () => ({ weight: { kind: 'equal' } })));
    expect(computed.filter((step) => step === 'fit')).toHaveLength(1);
    expect(computed.filter((step) => step === 'groups')).toHaveLength(2);
    for (const step of ['scores', 'rescaled', 'design', 'prepared']) expect(computed).not.toContain(step);
  });

  it('codes the one variable whose codes changed, and what is computed from it', () => {
    const other = computedBy(
      ofVariable('age', (variable) =>
        variable.kind === 'category' ? variable : { ...variable, missing: [{ kind: 'number', value: 18 }] },
      ),
    );
    expect(other.filter((step) => step === 'code')).toHaveLength(2);
    expect(other).not.toContain('index');
  });
});
