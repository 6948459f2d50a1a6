// What a study does not say accuses nobody, and harmless explanations come before a contradiction: added zeros, several answers,
// respondents who left something out.
import * as core from '@studyspec/core';
import * as dsl from '@studyspec/dsl';
import { describe, expect, it } from 'vitest';
import { audited } from './support.ts';

const head = 'study "S"\nscale s 1..5\n';
const published = (body: string): string => `published "P" {\n${body}\n}\n`;

describe('a default of the language', () => {
  const index = (clauses: string): string =>
    `${head}indicator a on s\nindicator b on s\nindicator c on s\nindicator d on s\nindex i {\n  of a, b, c, d\n${clauses}  ` +
    `component x marked by a\n  component y marked by c\n}\n`;
  const regression = (clauses: string): string =>
    `${head}indicator y on s\nindicator x1 on s\nindicator x2 on s\nregression m {\n  explain y\n  by x1, x2\n${clauses}}\n`;
  const table = (h: string): string =>
    `table "T" i.loading(row, column) {\ncolumns x y communality = i.communality(row)\na 0.81 0.12 0.67\nb 0.72 0.23 0.57\nc ` +
    `0.11 0.93 0.88\nd 0.24 0.61 ${h}\n}`;

  it.each([
    ['rescale', index('  rescale 0..100\n'), index(''), 'i.mean = 141.2', 'rescale 0..100'],
    ['errors', regression('  errors classical\n'), regression(''), 'm.y.n = 103\nm.y.r2 = 0.314\nm.y.f = 12.43', 'errors classical'],
    ['missing', regression('  missing listwise\n'), regression(''), 'x1.n = 98\nm.y.n = 103', 'missing listwise'],
    [
      'keep',
      index('  keep 2\n  rotate none\n'),
      index('  rotate none\n'),
      'i.explained(x) = 31.14\ni.explained(y) = 32.62\ni.explained.total = 66.76',
      'keep 2 (as many as are named)',
    ],
    [
      'keep (communalities that loadings fall short of)',
      index('  keep 2\n  rotate none\n'),
      index('  rotate none\n'),
      'i.communality(a) = 0.99\ni.loading(a, x) = 0.51\ni.loading(a, y) = 0.22',
      'keep 2 (as many as are named)',
    ],
    [
      'rotate (loadings need not be orthogonal)',
      index('  keep 2\n  rotate varimax\n'),
      index('  keep 2\n'),
      'i.communality(a) = 0.49\ni.loading(a, x) = 0.81\ni.loading(a, y) = 0.22',
      'rotate varimax (Kaiser-normalised)',
    ],
    ['stars', `${regression('  errors classical\n')}`, null, 'm.y.b(x1) = 0.31***\nm.y.p(x1) = 0.034', 'stars 0.1, 0.05, 0.01'],
  ])('says that it is assumed, and asks only: %s', (_, stated, open, figures, clause) => {
    const sure = audited(stated + published(open === null ? `stars 0.10, 0.05, 0.01\n${figures}` : figures)).audit.findings;
    expect(sure.map((one) => [one.certainty === 'worth a look', one.assumed])).toEqual([[false, []]]);
    const [asked, ...others] = audited((open ?? stated) + published(figures)).audit.findings;
    expect([others, asked!.certainty, asked!.assumed]).toEqual([[], 'worth a look', [clause]]);
    expect(asked!.message).toContain('The study does not say so');
    expect(asked!.message).not.toContain('as the study says');
  });

  it('is as good as stated where the paper’s other figures bear it out', () => {
    // Three rows of loadings follow h² = Σλ²: what the fourth breaks is a relation of this table.
    const [found] = audited(index('  keep 2\n') + published(table('0.74'))).of('communalities');
    expect([found!.certainty, found!.assumed]).toEqual(['inconsistent', []]);
    const stars = (last: string): string =>
      `m.y.n = 103\ntable "T" m.y.column(row) {\ncolumns b t\nx1 0.31${last} 2.81\nx2 0.12 0.61\n}\ntable "U" m.z.column(row) ` +
      `{\ncolumns b t\nx1 0.21* 1.81\nx2 0.22** 2.21\n}\nm.z.n = 103`;
    const two = regression('  errors classical\n')
      .replace('explain y', 'explain y, z')
      .replace('indicator x1', 'indicator z on s\nindicator x1');
    expect(audited(two + published(stars('***'))).audit.findings).toEqual([]);
    expect(audited(two + published(stars('*'))).of('tests')).toMatchObject([{ certainty: 'inconsistent', assumed: [] }]);
  });

  it('does not hide that other levels of stars are meant', () => {
    const rows =
      'table "T" m.y.column(row) {\ncolumns b p\nx1 0.31* 0.034\nx2 0.12 0.071\n}\nm.y.b(intercept) = 2.11***\nm.y.p(intercept) = <.001';
    expect(audited(regression('') + published(rows)).audit.findings).toEqual([]);
    expect(audited(regression('') + published(`stars 0.10, 0.05, 0.01\n${rows}`)).of('tests').length).toBeGreaterThan(0);
  });
});

describe('a zero that was added', () => {
  const group = (all: string): string =>
    `${head}number v from v\ncategory sex { f = 1 ` +
    ` m = 2 }\n${published(`sample = 100\nv.mean = ${all}\nv.mean(sex.f) = 16.41\nv.mean(sex.m) = 17.24\nv.n(sex.f) = 60\nv.n(sex.m) = \
40`)}`;
  it('is left out before a contradiction is certain: 16.70 for 16.7', () => {
    // (60·16.41 + 40·17.24)/100 = 16.742
    expect(audited(group('16.74')).audit.findings).toEqual([]);
    const [asked] = audited(group('16.70')).of('group-means');
    expect([asked!.certainty, asked!.repairs]).toEqual(['worth a look', []]);
    expect(asked!.consistent).toContain('16.70 as 16.7');
    for (const wrong of ['16.80', '16.72', '16.77'])
      expect(audited(group(wrong)).of('group-means'), wrong).toMatchObject([{ certainty: 'inconsistent' }]);
  });

  it('may stand in any figure of the relation, and in GRIM', () => {
    const item = (mean: string): string => `${head}indicator a on s\n${published(`a.n = 28\na.mean = ${mean}`)}`;
    // 82/28 = 2.929, which rounds to 2.9.
    expect(audited(item('2.90')).of('item-means')).toMatchObject([{ certainty: 'worth a look' }]);
    expect(audited(item('2.91')).of('item-means')).toMatchObject([{ certainty: 'impossible' }]);
  });
});

describe('several answers to one question', () => {
  const category = `${head}category source { wages = 1  farm = 2  trade = 3 }\n`;
  const rows = (base: number, counts: readonly number[]): string =>
    `table "T" row.column {\ncolumns ` +
    `count percent\n${['wages', 'farm', 'trade']
      .map((name, i) => `source.${name} ${counts[i]!} ${((100 * counts[i]!) / base).toFixed(1)}`)
      .join('\n')}\n}`;
  it('are no contradiction: counts and percentages of cases that sum to more than all', () => {
    for (const sample of ['sample = 323\n', '', 'source.n = 323\n']) {
      const { audit } = audited(category + published(sample + rows(323, [210, 180, 95])));
      expect(
        audit.findings.map((one) => [one.check, one.certainty]),
        sample,
      ).toEqual([['shares', 'worth a look']]);
      expect(audit.findings[0]!.message).toContain('several answers were allowed');
    }
  });

  it('are tried where only percentages or only counts are printed', () => {
    expect(
      audited(category + published('source.wages.percent = 65.0\nsource.farm.percent = 55.7\nsource.trade.percent = 29.4')).audit.findings,
    ).toMatchObject([{ check: 'shares', certainty: 'worth a look' }]);
    expect(
      audited(category + published('sample = 323\nsource.wages.count = 210\nsource.farm.count = 180\nsource.trade.count = 95')).audit
        .findings,
    ).toMatchObject([{ check: 'totals', certainty: 'worth a look' }]);
  });

  it('do not excuse a percentage that no number of cases gives', () => {
    const wrong = rows(323, [210, 180, 95]).replace('55.7', '75.7');
    expect(audited(category + published(`sample = 323\n${wrong}`)).of('shares')).toMatchObject([{ certainty: 'inconsistent' }]);
  });
});

describe('the mean of a dimension', () => {
  const dimension = `${head}dimension d on s {\n  indicator a\n  indicator b\n  indicator c\n}\n`;
  const means = (d: string, more = ''): string =>
    dimension + published(`a.mean = 3.12\nb.mean = 3.51\nc.mean = 3.91\nd.mean = ${d}\n${more}`);
  it('may be of respondents some of whom left an item out', () => {
    // The items give 3.513; 3.54 is .02 off.
    expect(audited(means('3.54')).of('dimension-means')).toMatchObject([
      { certainty: 'worth a look', consistent: expect.stringContaining('left some of the items out') as string },
    ]);
    expect(audited(means('3.54', 'sample = 300\na.n = 296\nb.n = 291\nc.n = 294')).of('dimension-means')).toMatchObject([
      { certainty: 'worth a look' },
    ]);
  });

  it('is inconsistent where everybody answered, or more would have to be missing than are', () => {
    expect(audited(means('3.54', 'sample = 300\na.n = 300\nb.n = 300\nc.n = 300')).of('dimension-means')).toMatchObject([
      { certainty: 'inconsistent' },
    ]);
    expect(audited(means('3.59', 'sample = 300\na.n = 299\nb.n = 300\nc.n = 299')).of('dimension-means')).toMatchObject([
      { certainty: 'inconsistent', consistent: expect.stringContaining('Missing answers do not explain it') as string },
    ]);
    expect(audited(means('4.21')).of('dimension-means')).toMatchObject([{ certainty: 'inconsistent' }]);
  });
});

it('no figure is proposed that its quantity cannot have', () => {
  const spec = `${head}category sex { f = 1  m = 2 }\n${published('sex.n = 40\nsex.f.count = 190\nsex.m.count = 12')}`;
  const [found] = audited(spec).of('totals');
  expect(found!.consistent).not.toMatch(/[-−]\d/u);
  expect(found!.consistent).toContain('28');
});

interface Reticent {
  readonly design: unknown;
  readonly tables: unknown;
}
interface Simulation {
  readonly reticentPaperOf: (tools: unknown, seed: number) => Reticent;
  readonly auditOfPaper: (tools: unknown, design: unknown, tables: unknown, told: boolean) => { readonly audit: core.Audit };
}
const simulation = (await import(new URL('../bench/simulated-paper.mjs', import.meta.url).href)) as Simulation;

it('nothing is certain in simulated papers that do not say how they were made', () => {
  for (let seed = 500; seed < 508; seed += 1) {
    const { design, tables } = simulation.reticentPaperOf({ core, dsl }, seed);
    const { audit } = simulation.auditOfPaper({ core, dsl }, design, tables, false);
    expect(
      audit.findings.filter((one) => one.certainty !== 'worth a look').map((one) => core.toldFinding(one).message),
      `seed ${seed}`,
    ).toEqual([]);
  }
});
