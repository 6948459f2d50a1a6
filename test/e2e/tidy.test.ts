// Results as tables with broom's names: every estimate with its error, test and interval, as `query` has them; one row a model.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answers, declared, models } from '../support/cli.ts';
import { call, madeFolder } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const folder = madeFolder();
afterAll(folder.remove);

type Rows = Readonly<Record<string, string>>[];
const parsed = (csv: string): Rows => {
  const [head, ...lines] = csv.trimEnd().split('\r\n');
  const cells = (line: string): string[] =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)].map((one) => one[1]!.replace(/^"|"$/gu, ''));
  return lines.map((line) => Object.fromEntries(cells(head!).map((name, at) => [name, cells(line)[at]!])));
};
let numbers: Readonly<Record<string, number | null>>;
const run = async (...args: string[]) => call('run', folder.at('s.study'), ...args);

beforeAll(async () => {
  const more =
    'category sex "Sex" zh "性别" from g { m "Men" zh "男" = 1 | 2  f "Women" zh "女" = 3 }\n' +
    'regression L { explain sex by a, x\n method logit }\nmediation M { explain d by a through b }\nmeasurement CFA { of D }\n' +
    'regression S { explain x by sex, a * b }\n';
  folder.write({ 's.study': declared() + models + more, 'd.csv': answers });
  numbers = JSON.parse((await call('query', folder.at('s.study'), '--json')).out) as typeof numbers;
});

const show = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

describe('tidy', () => {
  let rows: Rows;
  it('has the names of broom, and what a coefficient has under each', async () => {
    const { code, out } = await run('--format', 'tidy');
    expect(code).toBe(0);
    expect(out.split('\r\n')[0]).toBe('model,outcome,term,level,estimate,std.error,statistic,df,p.value,conf.low,conf.high,label');
    rows = parsed(out);
    const of = (model: string, outcome: string) => rows.filter((row) => row['model'] === model && row['outcome'] === outcome);
    const terms = of('R', 'x').filter(({ term }) => !term!.includes(' '));
    expect(terms.map(({ term, level }) => `${term} ${level}`.trim())).toEqual(['(Intercept)', 'a', 'g v', 'g w']);
    for (const [at, term] of ['intercept', 'a', 'g.v', 'g.w'].entries()) {
      const expected = ['b', 'se', 't', 'df', 'p', 'low', 'high'].map((one) => show(numbers[`R.x.${one}(${term})`]));
      expect(['estimate', 'std.error', 'statistic', 'df', 'p.value', 'conf.low', 'conf.high'].map((name) => terms[at]![name])).toEqual(
        expected,
      );
      expect(expected.every((one) => one !== '')).toBe(true);
    }
    expect(of('S', 'x').some(({ term, level }) => term === 'a:b' && level === '')).toBe(true);
  });

  it('has groups with their pairs and their test, ways of a mediation, loadings, and logits', () => {
    const one = (model: string, term: string, level: string) =>
      rows.find(
        (row) =>
          row['model'] === model && row['term'] === term && row['level'] === level && ['x', 'd', 'sex', ''].includes(row['outcome']!),
      );
    expect(one('C', 'g', '')).toMatchObject({ statistic: show(numbers['C.x.f']), df: '2', 'p.value': show(numbers['C.x.p']) });
    expect(one('C', 'mean', 'g.v')).toMatchObject({ estimate: show(numbers['C.x.mean(g.v)']), 'std.error': show(numbers['C.x.se(g.v)']) });
    expect(one('C', 'difference', 'g.u, g.v')).toMatchObject({
      estimate: show(numbers['C.x.difference(g.u, g.v)']),
      'p.value': show(numbers['C.x.difference.p(g.u, g.v)']),
      'conf.low': show(numbers['C.x.difference.low(g.u, g.v)']),
    });
    expect(one('M', 'indirect', 'b')).toMatchObject({
      outcome: 'd',
      estimate: show(numbers['M.indirect(b)']),
      'std.error': show(numbers['M.indirect.se(b)']),
      'conf.high': show(numbers['M.indirect.high(b)']),
    });
    expect(one('M', 'total', '')).toMatchObject({ statistic: show(numbers['M.total.t']) });
    expect(one('CFA', 'loading', 'c')).toMatchObject({
      estimate: show(numbers['CFA.loading(c)']),
      'std.error': show(numbers['CFA.loading.se(c)']),
    });
    expect(one('L', 'x', '')).toMatchObject({ estimate: show(numbers['L.sex.b(x)']), statistic: show(numbers['L.sex.z(x)']) });
  });

  it('has labels in the language that is spoken, and only what is asked for', async () => {
    const { out } = await run('--format', 'tidy', '--only', 'S', '--lang', 'zh');
    const chinese = parsed(out);
    expect(new Set(chinese.map(({ model }) => model))).toEqual(new Set(['S']));
    expect(chinese.find(({ term, level }) => term === 'sex' && level === 'f')).toMatchObject({ label: '性别：女' });
    expect(parsed((await run('--format', 'tidy', '--only', 'S')).out).find(({ level }) => level === 'f')).toMatchObject({
      label: 'Sex: Women',
    });
  });

  it('is named in the help and where another form is asked for, and is a CSV file', async () => {
    expect((await call('run', '--help')).out).toMatch(/--format <FORMAT>[^]*tidy[^]*glance/u);
    expect((await run('--format', 'tdy')).err).toMatch(/tidy, glance, png\.\nDid you mean tidy\?/u);
    expect((await call('audit', folder.at('s.study'), '--format', 'tidy')).code).toBe(2);
    expect((await run('--format', 'tidy', '-o', folder.at('t.html'))).code).toBe(2);
    expect((await run('--format', 'tidy', '-o', folder.at('t.csv'))).code).toBe(0);
    expect(folder.read('t.csv')).toBe((await run('--format', 'tidy')).out);
    expect((await run('--format', 'glance', '-o', folder.at('s.study'))).code).toBe(2);
  });
});

it('glance has a row a model', async () => {
  const rows = parsed((await run('--format', 'glance')).out);
  const one = (model: string, outcome: string) => rows.filter((row) => row['model'] === model && row['outcome'] === outcome);
  expect(rows.map(({ model, outcome }) => `${model} ${outcome}`.trim())).toEqual([
    'C I',
    'C D',
    'C x',
    'R I',
    'R x',
    'L sex',
    'S x',
    'M d',
    'CFA',
  ]);
  expect(one('R', 'x')).toEqual([
    expect.objectContaining({
      'r.squared': show(numbers['R.x.r2']),
      'adj.r.squared': show(numbers['R.x.adjusted_r2']),
      sigma: show(numbers['R.x.rmse']),
      statistic: show(numbers['R.x.f']),
      'p.value': show(numbers['R.x.p']),
      df: '3',
      'df.residual': '36',
      nobs: '40',
      AIC: show(numbers['R.x.aic']),
    }),
  ]);
  expect(one('CFA', '')[0]).toMatchObject({ nobs: '40', cfi: show(numbers['CFA.cfi']), statistic: show(numbers['CFA.chi2']) });
  expect(one('L', 'sex')[0]).toMatchObject({ nobs: '40', logLik: show(numbers['L.sex.loglik']) });
});
