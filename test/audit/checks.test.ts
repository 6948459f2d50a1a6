// Each check of the audit on small papers: what it finds, where, with which arithmetic; and that it is silent when it cannot know.
import { describe, expect, it } from 'vitest';
import { audited, placedProblems } from './support.ts';

const head = 'study "S"\nscale s 1..5\n';
const item = `${head}indicator a on s\n`;
const published = (body: string): string => `published "P" {\n${body}\n}\n`;

describe('means and SDs of items', () => {
  it('are impossible when n is printed, and a question when only the sample is', () => {
    const own = audited(item + published('a.n = 28\na.mean = 3.19')).of('item-means');
    expect(own).toMatchObject([{ certainty: 'impossible' }]);
    expect(own[0]!.arithmetic).toBe('3.19 × 28 = 89.32; 89/28 = 3.1786 and 90/28 = 3.2143, and neither prints as 3.19.');
    const sample = audited(item + published('sample = 28\na.mean = 3.19')).of('item-means');
    expect(sample).toMatchObject([{ certainty: 'worth a look' }]);
    expect(sample[0]!.consistent).toContain('n = 27, 26');
    expect(audited(item + published('a.n = 28\na.mean = 3.18')).audit.findings).toEqual([]);
  });

  it('say nothing without n, with too few digits, or without a scale', () => {
    expect(audited(item + published('a.mean = 3.19')).audit.findings).toEqual([]);
    expect(audited(item + published('a.n = 328\na.mean = 3.19')).of('item-means')).toEqual([]);
    expect(audited(`${head}number a from x\n${published('a.n = 28\na.mean = 3.19')}`).audit.findings).toEqual([]);
  });

  it('name the single answer that explains an SD that is too large', () => {
    const [found] = audited(item + published('a.n = 323\na.mean = 4.498\na.sd = 2.962')).of('item-sds');
    expect(found).toMatchObject({ certainty: 'impossible' });
    expect(found!.consistent).toContain('only 55 is one answer of the scale typed twice');
    expect(found!.arithmetic).toContain('= 1.328');
  });

  it('find an SD between the bounds that no answers have', () => {
    const [found] = audited(`study "S"\nindicator a on 1..7\n${published('a.n = 18\na.mean = 3.44\na.sd = 2.47')}`).of('item-sds');
    expect(found).toMatchObject({ certainty: 'impossible' });
    expect(found!.consistent).toMatch(/^SDs of \d\.\d\d and \d\.\d\d would do\.$/u);
  });
});

describe('dimensions, shares and totals', () => {
  const dimension = `${head}dimension d on s {\n  indicator a\n  indicator b\n  indicator c\n}\n`;
  it('find the item whose mean was printed before reversal, and mend it', () => {
    const spec = dimension + published('a.mean = 3.10\nb.mean = 3.50\nc.mean = 2.10\nd.mean = 3.50');
    const paper = audited(spec);
    const [found] = paper.of('dimension-means');
    expect(found!.at.map((at) => paper.cell(at))).toEqual(['2.10']);
    expect(found!.consistent).toContain('6 − 2.10 = 3.90');
    expect(found!.repairs.map((one) => one.text)).toEqual(['3.90']);
  });

  it('find one percentage that contradicts its count; a wrong count instead when several do', () => {
    const sex = `${head}category sex { m = 1  f = 2  x = 3 }\n`;
    const table = (rows: string): string => sex + published(`table "T" row.column {\ncolumns count percent\n${rows}\n}`);
    const percent = audited(table('sex.m 190 67.1\nsex.f 108 35.1\nsex.x 10 3.2'));
    expect(percent.of('shares')[0]!.at.map((at) => percent.cell(at))).toEqual(['67.1']);
    expect(percent.of('shares')[0]!.repairs.map((one) => one.text)).toEqual(['61.7']);
    const count = audited(table('sex.m 160 61.7\nsex.f 108 35.1\nsex.x 10 3.2'));
    expect(count.cell(count.of('shares')[0]!.at[0]!)).toBe('160');
    expect(count.of('shares')[0]!.consistent).toContain('190 at sex.m');
    expect(audited(table('sex.m 190 61.7\nsex.f 108 35.1\nsex.x 10 3.2')).audit.findings).toEqual([]);
  });

  it('ask, when percentages are shares of the whole sample', () => {
    const spec =
      `${head}category sex { m = 1 ` +
      ` f = 2 }\n${published('sample = 323\ntable "T" row.column {\ncolumns count percent\nsex.m 190 58.8\nsex.f 118 36.5\n}')}`;
    expect(audited(spec).audit.findings).toMatchObject([{ check: 'shares', certainty: 'worth a look' }]);
  });

  it('never let parts exceed the sample', () => {
    const spec = `${head}category sex { m = 1  f = 2 }\n${published('sample = 300\nsex.m.count = 190\nsex.f.count = 118')}`;
    expect(audited(spec).of('totals')).toMatchObject([{ certainty: 'inconsistent', arithmetic: '190 + 118 = 308.' }]);
  });
});

describe('regressions', () => {
  const model = `${head}indicator y on s\nindicator x1 on s\nindicator x2 on s\nregression m {\n  explain y\n  by x1, x2\n}\n`;
  it('find the n that F and R² allow', () => {
    const [found] = audited(model + published('m.y.n = 203\nm.y.r2 = 0.300\nm.y.f = 21.429')).of('model-fit');
    expect(found!.consistent).toContain('n = 103');
    expect(found!.arithmetic).toContain('R² = 2·21.429/(2·21.429 + 200)');
  });

  it('know that an F of 0 goes with no coefficient', () => {
    const table = published('table "Fit" m.column.row {\ncolumns y\nf 0.000\nadjusted_r2 0.000\nn 103\n}\nm.y.beta(x1) = 0.211');
    const [found] = audited(model + table).of('model-fit');
    expect(found).toMatchObject({ certainty: 'impossible' });
    expect(found!.arithmetic).toContain('−2/100 = -0.020');
  });

  it('set t, p, stars and intervals against each other', () => {
    const classical = model.replace('by x1, x2\n', 'by x1, x2\n  errors classical\n');
    const figures = (t: string, p: string, b = '0.30**'): string =>
      published(`stars 0.10, 0.05, 0.01\nm.y.n = 103\nm.y.b(x1) = ${b}\nm.y.se(x1) = 0.120\nm.y.t(x1) = ${t}\nm.y.p(x1) = ${p}`);
    expect(audited(model + figures('2.50', '0.014')).audit.findings).toEqual([]);
    expect(audited(model + figures('3.50', '0.001')).of('tests').length).toBeGreaterThan(0);
    expect(audited(classical + figures('2.50', '0.041')).of('tests')).toMatchObject([{ certainty: 'inconsistent', assumed: [] }]);
    // With errors clustered in a few groups it could be so, and the study does not say that they are not; nothing makes p smaller.
    expect(audited(model + figures('2.50', '0.041')).of('tests')).toMatchObject([
      { certainty: 'worth a look', assumed: ['errors classical'] },
    ]);
    expect(audited(model + figures('2.50', '0.001')).of('tests')).toMatchObject([{ certainty: 'inconsistent', assumed: [] }]);
    expect(
      audited(model + figures('2.50', '0.014', '0.30***'))
        .of('tests')[0]!
        .repairs.map((one) => one.text),
    ).toEqual(['0.30**']);
  });

  it('take mean substitution and complete cases at their word', () => {
    const mean = model.replace('by x1, x2\n', 'by x1, x2\n  missing mean\n');
    expect(audited(mean + published('sample = 120\nm.y.n = 103')).of('missing-policy')).toMatchObject([{ certainty: 'inconsistent' }]);
    const listwise = model.replace('by x1, x2\n', 'by x1, x2\n  missing listwise\n');
    expect(audited(listwise + published('x1.n = 100\nm.y.n = 103')).of('missing-policy')).toMatchObject([
      { certainty: 'inconsistent', assumed: [] },
    ]);
    const [unsaid] = audited(model + published('x1.n = 100\nm.y.n = 103')).of('missing-policy');
    expect([unsaid!.certainty, unsaid!.assumed, unsaid!.message.includes('as the study says')]).toEqual([
      'worth a look',
      ['missing listwise'],
      false,
    ]);
    expect(audited(model + published('x1.n = 110\nm.y.n = 103')).audit.findings).toEqual([]);
  });
});

describe('claims and repetitions', () => {
  const model = `${head}indicator y on s\nindicator x1 on s\nregression m {\n  explain y\n  by x1\n}\n`;
  it('are set against the figures and their stars', () => {
    const claim = (text: string, figure: string): string =>
      `${model}hypothesis h { ${text} }\n${published(`stars 0.10, 0.05, 0.01\nm.y.beta(x1) = ${figure}\nm.y.b(x1) = 0.1*`)}`;
    expect(audited(claim('m.y.beta(x1) > 0', '-0.120*')).of('claims')).toMatchObject([{ certainty: 'inconsistent' }]);
    expect(audited(claim('m.y.beta(x1) > 0', '0.120')).of('claims')).toMatchObject([{ certainty: 'worth a look' }]);
    expect(audited(claim('m.y.p(x1) < 0.05', '0.120*')).of('claims')).toMatchObject([{ certainty: 'inconsistent' }]);
    expect(audited(claim('m.y.p(x1) < 0.05', '0.120**')).of('claims')).toEqual([]);
  });

  it('need one number that rounds to both figures', () => {
    expect(audited(item + published('a.mean = 3.35\na.mean = 3.4')).audit.findings).toEqual([]);
    expect(audited(item + published('a.mean = 3.35\na.mean = 3.5')).of('printed-twice')).toMatchObject([{ certainty: 'impossible' }]);
  });
});

describe('a table in a CSV file', () => {
  it('has its problems in that file, on the cell, with the mend there too', () => {
    const spec = `${head}dimension d on s {\n  indicator a\n  indicator b\n}\n${published('table "T" row.column from "t.csv"')}`;
    const csv = '\ufeffitem,mean\na,3.10\nb, "2.10" \nd,3.50\n';
    const problems = placedProblems(audited(spec, { 't.csv': csv }));
    expect(problems.map((problem) => problem.code)).toEqual(['SS803']);
    const { place, fixes } = problems[0]!;
    expect([place!.file, csv.slice(place!.span.start, place!.span.end)]).toEqual(['t.csv', '"2.10"']);
    expect(fixes![0]!.edits).toMatchObject([{ file: 't.csv', text: '3.90' }]);
  });
});

describe('a single figure', () => {
  it('is mended where it stands, stars included', () => {
    const model = `${head}indicator y on s\nindicator x1 on s\nregression m {\n  explain y\n  by x1\n}\n`;
    const spec = model + published('stars 0.10, 0.05, 0.01\nm.y.n = 103\nm.y.b(x1)  = 0.30 ***\nm.y.se(x1) = 0.120');
    const [problem] = placedProblems(audited(spec));
    const [edit] = problem!.fixes![0]!.edits;
    expect(spec.slice(0, edit!.span.start) + edit!.text + spec.slice(edit!.span.end)).toBe(spec.replace('0.30 ***', '0.30**'));
  });
});

describe('what only looks like a contradiction', () => {
  it('is a question when two sources print two figures', () => {
    const spec = `${item}${published('a.mean = 3.35')}published "Q" {\na.mean = 3.53\n}\n`;
    expect(audited(spec).of('printed-twice')).toMatchObject([{ certainty: 'worth a look' }]);
  });

  it('is left alone when outcomes may have been answered by different people', () => {
    const spec = (missing: string): string =>
      `${head}indicator y on s\nindicator z on s\nindicator x1 on s\nindicator x2 on ` +
      `s\nregression m {\n ` +
      ` explain y, ` +
      `z\n  by x1, ` +
      `x2\n  errors classical\n  missing ${missing}\n}\n` +
      published(
        'stars 0.10, 0.05, 0.01\ntable "T" m.column.beta(row) {\ncolumns y z\nx1 0.300*** 0.290\nx2 0.010 0.020\n}\ntable "F" ' +
          'm.column.row {\ncolumns y z\nn 103 103\nr2 0.100 0.110\n}',
      );
    const listwise = audited(spec('listwise'));
    expect(listwise.of('star-bands')).toEqual([]);
    expect(listwise.audit.checks.find((one) => one.check === 'star-bands')!.skipped[0]!.why).toEqual({ of: 'other-respondents' });
    expect(audited(spec('mean')).of('star-bands')).toMatchObject([{ certainty: 'inconsistent' }]);
  });
});

describe('a composite whose parts are of another model', () => {
  it('is told as a whole, not row by row', () => {
    const rows = [
      [0.9, 0.1, 0.2],
      [-0.4, 0.3, 0.1],
      [0.2, -0.2, -0.3],
      [0.7, 0.05, 0.4],
      [-0.8, 0.25, 0.15],
      [0.35, -0.15, 0.3],
      [-0.55, -0.1, -0.2],
      [0.15, 0.35, -0.25],
    ];
    const spec =
      `${head}${'abcd'.replace(/./gu, 'indicator $& on s\n')}` +
      `${rows.map((_, i) => `indicator p${i} on s\n`).join('')}index w {\n  ` +
      `of a, b, c, d\n  component x marked by a\n  component y marked by ` +
      `c\n}\nregression m {\n ` +
      ` explain w, ` +
      `x, y\n  by ${rows.map((_, i) => `p${i}`).join(', ')}\n}\n` +
      published(
        `table "T" m.column.beta(row) ` +
          `{\ncolumns w x y\n${rows.map((row, i) => `p${i} ${row.map((value) => value.toFixed(3)).join(' ')}`).join('\n')}\n}`,
      );
    const found = audited(spec).of('composite-identity');
    expect(found.length).toBe(1);
    expect(found[0]!.message).toContain('no weights satisfy more than');
  });
});
