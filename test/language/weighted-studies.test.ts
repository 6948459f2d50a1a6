// Who of a study with weights counts, and what its tables say: rows of weight 0 are in no number of a model, no flag and no judgement of
// one; studies with a design are compared by it. The numbers are held against R in test/numbers/survey-by-address.test.ts.
import { describe, expect, it } from 'vitest';
import {
  boundedMemo,
  compareStudies,
  execute,
  renderText,
  reportOf,
  respondentsTable,
  type ComparedStudy,
  type Execution,
  type Memo,
  type OutNumber,
  type Problem,
  type StudiesComparison,
} from '@studyspec/core';
import { runProject, type Ran } from '../support/project.ts';

type Row = readonly (number | string)[];
const HEAD = 'a,b,c,d,sex,wt,village';
const people = (count: number, seed: number): readonly Row[] =>
  Array.from({ length: count }, (_, i) => [
    i % 13 === 5 ? '' : 1 + ((i * 7 + (i % 5) * seed) % 5),
    1 + ((i * 3 + (i % 4) * seed) % 5),
    1 + ((i * 5 + (i % 7)) % 5),
    1 + ((i * (11 + seed) + (i % 3)) % 5),
    1 + ((i * 11) % 3 === 0 ? 1 : 0),
    1 + ((i * 5) % 4) / 2,
    `v${i % 12}`,
  ]);
const BODY = `
scale s 1..5
dimension p on s { indicator a  indicator b }
dimension q on s { indicator c  indicator d }
category sex { male = 1  female = 2 }
index i { of p, q  keep 1  rescale none }
compare k { of a, b  by sex }
regression r { explain b  by a, c }
regression part { explain b, i  by sex, c  where d > 1 }
regression l { explain sex  by a, c  method logit event female }
`;
const csv = (rows: readonly Row[]): string => `${HEAD}\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const run = (rows: readonly Row[], body = BODY): Ran =>
  runProject({ 'x.study': `study "S"\ndata "d.csv" { weight wt  cluster village }\n${body}`, 'd.csv': csv(rows) }, 'x.study');
const errors = ({ problems }: Ran): readonly string[] => problems.filter((one) => one.severity === 'error').map((one) => one.code);
const facts = ({ problems }: Ran, code: string): Problem['facts'] | undefined => problems.find((one) => one.code === code)?.facts;
const at = ({ results }: Ran, address: string): number | null | undefined => results!.quantities.get(address)?.value;

const base = people(60, 1);
/** Not sampled: weight 0, answers of their own, some missing, some of a third sex. */
const others: readonly Row[] = [
  [1, 5, 1, 1, 2, 0, 'v1'],
  ['', 5, '', 5, 1, 0, 'v2'],
  [5, '', 5, 5, 2, 0, 'v0'],
  [2, 2, 2, 1, '', 0, 'v3'],
];

describe('rows of weight 0', () => {
  const without = run(base);
  const beside = run([...base, ...others]);

  it('change no number of a comparison or a regression, those of lost and left-out cases included', () => {
    expect([errors(without), errors(beside)]).toEqual([[], []]);
    const of = (ran: Ran) =>
      [...ran.results!.quantities.values()].flatMap(({ address, value }) => (/^(?:k|r|part|l)\./u.test(address) ? [[address, value]] : []));
    expect(of(beside)).toEqual(of(without));
    expect([at(beside, 'r.b.lost'), at(beside, 'k.a.lost')]).toEqual([5, 5]);
    expect([at(beside, 'r.b.left_out'), at(beside, 'part.b.left_out')]).toEqual([0, base.filter((row) => row[3] === 1).length]);
  });

  it('are told as used in no model', () => {
    const { columns } = respondentsTable({ results: beside.results as Execution, coded: beside.coded!, frame: beside.frame! });
    const flags = columns.filter((one): one is OutNumber => one.name.startsWith('used_in_'));
    expect(flags.map((one) => one.name)).toEqual(['used_in_i', 'used_in_r', 'used_in_part_b', 'used_in_part_i', 'used_in_l']);
    for (const { name, values } of flags) expect([name, ...values.slice(base.length)]).toEqual([name, 0, 0, 0, 0]);
    expect(flags[1]!.values.reduce((sum, one) => sum + one, 0)).toBe(at(beside, 'r.b.n'));
    expect(flags[2]!.values.reduce((sum, one) => sum + one, 0)).toBe(at(beside, 'part.b.n'));
  });

  it('judge no logit: its values, what separates it, whether its predictors vary', () => {
    const logit = (spec: string, rows: readonly Row[]) =>
      run(rows, `number a\nnumber b\nnumber c\nnumber d\ncategory sex { male = 1  female = 2 }\n${spec}`);
    const zeroOne = base.map((row, i) => [row[0]!, i % 2, ...row.slice(2)]);
    const three = logit('regression l { explain b  by c  method logit }', [...zeroOne, [1, 7, 1, 1, 1, 0, 'v1']]);
    expect(errors(three)).toEqual([]);
    expect(at(three, 'l.b.n')).toBe(60);
    // Who overlaps is not sampled: the sample's values are separated.
    const apart = base.map((row) => [row[0]!, Number(row[2]) > 3 ? 1 : 0, ...row.slice(2)]);
    const overlapping: readonly Row[] = [
      [1, 1, 1, 1, 1, 0, 'v1'],
      [1, 0, 5, 1, 1, 0, 'v1'],
    ];
    const separated = logit('regression l { explain b  by c  method logit }', [...apart, ...overlapping]);
    expect(facts(separated, 'SS430')).toMatchObject({ kind: 'complete', terms: ['c'] });
    expect(at(separated, 'l.b.b(c)')).toBeNull();
    const still = logit('regression l { explain b  by c, d  method logit }', [
      ...zeroOne.map((row) => [...row.slice(0, 3), 3, ...row.slice(4)]),
      [1, 1, 1, 5, 1, 0, 'v1'],
    ]);
    expect(errors(still)).toEqual([]);
    expect(at(still, 'l.b.b(d)')).toBeNull();
    expect(at(still, 'l.b.b(c)')).not.toBeNull();
  });
});

describe('the table of a weighted logit', () => {
  it.each([
    ['en', 'Weighted logistic regression', 'maximum likelihood', 'least squares', 'Log likelihood'],
    ['zh', '加权 Logistic 回归', '最大似然', '最小二乘', '对数似然'],
  ])('in %s says what it is, tests by t, and has no rows without numbers', (language, own, likelihood, squares, row) => {
    const shown = run(base, `${BODY.replace('event female }', 'event female  show b, se, t, p, margins }')}`);
    const text = renderText(reportOf(shown.results!, { language }), { width: 200 });
    const table = text.slice(text.lastIndexOf(own) - 1500);
    expect(text).toContain(own);
    for (const gone of [likelihood, row]) expect(text).not.toContain(gone);
    expect(table.slice(1500)).not.toContain(squares);
    expect(table).toMatch(/ t /u);
    expect(table).not.toMatch(/ z /u);
  });
});

it('a design is asked for the errors of shares where they are shown, and of no scale’s points', () => {
  const { compiled, coded, frame } = run(base);
  const memo = boundedMemo();
  const steps: string[] = [];
  const recording: Memo = { ...memo, recall: (key, make) => memo.recall(key, () => (steps.push(key.split(' ')[0]!), make())) };
  expect(execute(compiled.plan!, coded!, frame!, recording).quantities.size).toBeGreaterThan(300);
  expect(steps.filter((one) => one === 'frequencies')).toHaveLength(5);
  expect(steps.filter((one) => one === 'shares')).toHaveLength(1);
});

describe('studies with a design, compared', () => {
  const study = (name: string, rows: readonly Row[]): ComparedStudy => {
    const { results, coded, frame } = run(rows);
    return { name, plan: results!.plan, coded: coded!, frame: frame!, results: results! };
  };
  const [one, two] = [study('one', base), study('two', people(72, 2))];
  const comparison = compareStudies([one, two], { replications: 0 });
  const outcome = (regression: string, name: string): StudiesComparison['regressions'][number]['outcomes'][number] | undefined =>
    comparison.regressions.find((each) => each.name === regression)?.outcomes.find((each) => each.outcome === name);

  it('have regressions of their scores, by the first study’s rule, with weights and the design’s errors', () => {
    const found = outcome('part', 'i');
    const own = one.results.regressions.find((each) => each.job.name === 'part')!.outcomes[1]!;
    expect(found?.studies.map(({ fit }) => fit === null)).toEqual([false, false]);
    // The first study's own scores are those of its rule.
    expect(found!.studies[0]!.fit!.df2).toBe(11);
    for (const [j, coefficient] of found!.studies[0]!.fit!.coefficients.entries())
      expect(coefficient.se).toBeCloseTo(own.fit!.coefficients[j]!.se!, 10);
  });

  it('are not pooled as if every row counted once', () => {
    expect(outcome('r', 'b')!.pooled).toBeNull();
    expect(outcome('r', 'b')!.metas.map(({ term }) => term)).toEqual(['a', 'c']);
  });
});
