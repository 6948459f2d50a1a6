// Numbers that a condition makes, what a number can be, and means of groups. The three-valued table and the means are R's too
// (test/numbers/r/numbers.R, R 4.2.2: `|`, `&` and `ave`).
import { readFileSync } from 'node:fs';
import { tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { runProject, type Ran } from '../support/project.ts';

const run = (data: string, spec: string, command: 'check' | 'run' = 'run'): Ran =>
  runProject({ 'd.csv': data, 's.study': `study "S"\ndata "d.csv" { id id  missing blank | 9 }\n${spec}` }, 's.study', command);
const valuesOf = (ran: Ran, name: string): (number | null)[] =>
  [...ran.coded!.numbers.get(name)!].map((value) => (Number.isNaN(value) ? null : value));
const told = (ran: Ran): string[] =>
  ran.problems.filter(({ severity }) => severity !== 'info').map((problem) => `${problem.code} ${tell(problem, 'en').message}`);

const golden = JSON.parse(readFileSync(new URL('../numbers/golden/numbers.json', import.meta.url), 'utf8')) as {
  readonly logic: Readonly<Record<'either' | 'both', readonly (number | null)[]>>;
  readonly income: readonly (number | null)[];
  readonly school: readonly string[];
  readonly means: readonly number[];
};

describe('number … when', () => {
  // a and b run through yes, no and missing: 1, 0, 9.
  const data = `id,a,b\n${[1, 1, 1, 0, 0, 0, 9, 9, 9].map((a, i) => `${i + 1},${a},${[1, 0, 9][i % 3]}`).join('\n')}\n`;

  it('true or missing is true, false and missing is false, all else with a missing part is missing', () => {
    const ran = run(data, 'number either when a = 1 or b = 1\nnumber both when a = 1 and b = 1\n');
    expect(told(ran)).toEqual([]);
    expect(valuesOf(ran, 'either')).toEqual([1, 1, 1, 1, 0, null, 1, null, null]);
    expect(valuesOf(ran, 'both')).toEqual([1, 0, null, 0, 0, 0, null, 0, null]);
    expect({ either: valuesOf(ran, 'either'), both: valuesOf(ran, 'both') }).toEqual(golden.logic);
  });

  it('`is not` of a missing value is missing, `is blank` never', () => {
    const ran = run(data, 'number other when a is not 1\nnumber gone when a is blank\nnumber there when a is not blank\n');
    expect(valuesOf(ran, 'other')).toEqual([0, 0, 0, 1, 1, 1, null, null, null]);
    expect(valuesOf(ran, 'gone')).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(valuesOf(ran, 'there')).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0]);
  });

  it('tests levels, also of categories that are declared later, other such numbers, dimensions and runs in brackets', () => {
    const ran = run(
      data,
      'number poor when of_a is yes and (of_b is no or of_b is blank)\nnumber twice = poor * 2\nnumber low when poor = 1 or D < 1\n' +
        'category of_a from a { yes = 1  no = 0 }\ncategory of_b from b { yes = 1  no = 0 }\n' +
        'scale s 0..1\ndimension D on s { indicator i from a  indicator j from b }\n',
    );
    expect(told(ran).filter((one) => one.startsWith('SS2'))).toEqual([]);
    expect(valuesOf(ran, 'poor')).toEqual([0, 1, 1, 0, 0, 0, 0, null, null]);
    expect(valuesOf(ran, 'twice')).toEqual([0, 2, 2, 0, 0, 0, 0, null, null]);
    expect(valuesOf(ran, 'low')).toEqual([0, 1, 1, 1, 1, 1, 0, 1, null]);
  });

  it('compares to 12 digits: a sum of weights that is 1/3 is 1/3', () => {
    // Ten indicators of weight 1/30: 1/30 · 10 is not 1/3 in binary, nor is 0.1 + 0.2 0.3.
    const ran = run(
      'id,x,y\n1,0.1,0.2\n2,0.1,0.19\n3,0.1,0.21\n',
      'number sum3 = x + y\nnumber at_least when sum3 >= 0.3\nnumber above when sum3 > 0.3\nnumber equal when sum3 = 3/10\n' +
        'number third = (x + y) * 10 / 9\nnumber cut when third >= 1/3\nnumber below when third < 1/3\n' +
        'category bin from sum3 { low = ..<0.3  high = 0.3.. }\n',
    );
    expect(0.1 + 0.2 === 0.3).toBe(false);
    expect(valuesOf(ran, 'at_least')).toEqual([1, 0, 1]);
    expect(valuesOf(ran, 'above')).toEqual([0, 0, 1]);
    expect(valuesOf(ran, 'equal')).toEqual([1, 0, 0]);
    expect(valuesOf(ran, 'cut')).toEqual([1, 0, 1]);
    expect(valuesOf(ran, 'below')).toEqual([0, 1, 0]);
    expect([...ran.coded!.categories.get('bin')!]).toEqual([1, 0, 1]);
  });

  it('its mean is a share, and it is a number wherever numbers stand', () => {
    const ran = run(data, 'number either when a = 1 or b = 1\nindicator c from a\n');
    expect(ran.results!.quantities.get('either.mean')?.value).toBeCloseTo(5 / 6, 12);
    expect(ran.results!.quantities.get('either.n')?.value).toBe(6);
  });

  it('of scores is known when the scores are', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i + 1},${1 + (i % 5)},${1 + ((i * 3 + (i % 4)) % 5)},${1 + ((i * i) % 5)}`);
    const ran = run(
      `id,p,q,r\n${rows.join('\n')}\n`,
      'scale s 1..5\ndimension D on s { indicator p  indicator q  indicator r }\nindex I { of D  keep 1 }\nnumber high when I > 50\n',
    );
    const scores = ran.results!.indices[0]!.scores.get('I')!;
    const share = [...scores].filter((score) => score > 50).length / 30;
    expect(ran.results!.quantities.get('high.mean')?.value).toBeCloseTo(share, 12);
  });

  const wrong: readonly (readonly [spec: string, code: string, at: string])[] = [
    ['number f when nope = 1\n', 'SS320', 'nope'],
    ['number f when a >= 1/0\n', 'SS211', '1/0'],
    ['number f = a when b = 1\n', 'SS126', 'a'],
    ['number f from a when b = 1\n', 'SS126', 'from a'],
    ['number f when b = 1 within 0..1\n', 'SS126', 'within 0..1'],
    ['number f when g = 1\nnumber g when f = 1\n', 'SS203', 'f'],
    ['number f when\n', 'SS108', 'when'],
    ['number f when a is 1 and\n', 'SS112', 'and'],
  ];
  it.each(wrong)('%s is an error at its place', (spec, code, where) => {
    const ran = run(data, spec, 'check');
    expect(ran.problems.map((problem) => problem.code)).toEqual([code]);
    const { span } = ran.problems[0]!.place!;
    expect(`study "S"\ndata "d.csv" { id id  missing blank | 9 }\n${spec}`.slice(span.start, span.end)).toBe(where);
  });
});

describe('number … within', () => {
  const data = 'id,income,size\n1,100,2\n2,-5,1\n3,2000000,4\n4,0,0\n5,9,3\n6,1000000,1\n7,,1\n8,50,2\n9,60,1\n10,70,1\n';

  it('a value outside is told with its row, counted and missing', () => {
    const ran = run(data, 'number income within 0..1000000\n');
    expect(valuesOf(ran, 'income')).toEqual([100, null, null, 0, null, 1000000, null, 50, 60, 70]);
    expect(told(ran)).toEqual(['SS321 Row 2 (2), income: -5 is outside 0..1000000; it is treated as missing (2 such answers).']);
    expect(ran.coded!.dataProblems.map(({ kind, row, value, expected }) => [kind, row, value, expected])).toEqual([
      ['out-of-range', 2, '-5', '0..1000000'],
      ['out-of-range', 3, '2000000', '0..1000000'],
    ]);
    expect(ran.results!.quantities.get('income.n')?.value).toBe(6);
  });

  it('one end may be open, missing codes come first, and `out of range kept` keeps', () => {
    expect(valuesOf(run(data, 'number income missing -5 within ..1000\n'), 'income')).toEqual([
      100,
      null,
      null,
      0,
      9,
      null,
      null,
      50,
      60,
      70,
    ]);
    const kept = runProject(
      { 'd.csv': data, 's.study': 'study "S"\ndata "d.csv" { id id  out of range kept }\nnumber income within 0..\n' },
      's.study',
    );
    expect(valuesOf(kept, 'income')).toEqual([100, -5, 2000000, 0, 9, 1000000, null, 50, 60, 70]);
    expect(told(kept)).toEqual(['SS321 Row 2 (2), income: -5 is outside 0..; it is used, as `out of range kept` says.']);
  });

  it('holds for what is computed', () => {
    const ran = run(data, 'number each = income / size within ..1000\n');
    expect(valuesOf(ran, 'each')).toEqual([50, -5, null, null, null, null, null, 25, 60, 70]);
  });

  it('from a fifth of the answers on, nothing is computed', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i + 1},${i < 5 ? 99 : 30 + i}`).join('\n');
    const ran = run(`id,age\n${rows}\n`, 'number age within 0..60\n', 'check');
    expect(ran.problems.map(({ code, severity }) => [code, severity])).toEqual([['SS321', 'error']]);
    expect(tell(ran.problems[0]!, 'en').help).toContain('missing 99');
  });

  it.each([
    ['number income within 10..1\n', 'SS211'],
    ['number income within 5..5\n', 'SS211'],
    ['number income within 5\n', 'SS112'],
    ['number income within "5"\n', 'SS112'],
    ['number income within 0..10 0..20\n', 'SS112'],
  ])('%s is an error', (spec, code) => {
    expect(run(data, spec, 'check').problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('number … per', () => {
  const data = 'id,climate,school,town,class\n1,1,A,x,01\n2,2,A,x,01\n3,9,A,y,01\n4,4,B,y,1\n5,5,Ａ ,x,01\n6,3,,y,1\n7,9,C,y,1\n';

  it('each has the mean of its group, of those answered; who has no group has none', () => {
    const ran = run(data, 'number mean_climate from climate per school\n');
    expect(told(ran)).toEqual([]);
    const a = 8 / 3;
    expect(valuesOf(ran, 'mean_climate')).toEqual([a, a, a, 4, a, null, null]);
  });

  it('as R has them', () => {
    const rows = golden.income.map((income, i) => `${i + 1},${income ?? ''},${golden.school[i]!}`);
    const means = valuesOf(run(`id,income,school\n${rows.join('\n')}\n`, 'number m from income missing -1 per school\n'), 'm');
    for (const [row, expected] of golden.means.entries()) expect(means[row]).toBeCloseTo(expected, 12);
    expect(means).toHaveLength(60);
  });

  it('keys are names: 01 is not 1', () => {
    expect(valuesOf(run(data, 'number m from climate per class\n'), 'm')).toEqual([8 / 3, 8 / 3, 8 / 3, 3.5, 8 / 3, 3.5, 3.5]);
  });

  it('of what is declared it is the coded value, and groups may be levels', () => {
    const ran = run(
      data,
      'indicator answer from climate on 1..5 reversed\ncategory place from town { west = "x"  east = "y" }\n' +
        'number m from answer per place\nnumber share when climate > 2 per place\nnumber log_mean = log(climate) per school missing 0\n',
    );
    expect(told(ran)).toEqual([]);
    const [west, east] = [(5 + 4 + 1) / 3, (2 + 3) / 2];
    expect(valuesOf(ran, 'm')).toEqual([west, west, east, east, west, east, east]);
    expect(valuesOf(ran, 'share')).toEqual([1 / 3, 1 / 3, 1, 1, 1 / 3, 1, 1]);
    expect(valuesOf(ran, 'log_mean')[0]).toBeCloseTo((Math.log(2) + Math.log(5)) / 2, 12);
  });

  it('groups of a declared number are its values: the survey’s codes for no answer have been taken out of it', () => {
    const ran = run(
      'id,a,b,x\n1,1,8,2\n2,4,5,4\n3,3,1,6\n4,9,1,8\n',
      'number a\nnumber b\nnumber total = a + b\nnumber m from x per total\n',
    );
    expect(valuesOf(ran, 'total')).toEqual([9, 9, 4, null]);
    expect(valuesOf(ran, 'm')).toEqual([3, 3, 6, null]);
  });

  it('is its own source no more than a formula is', () => {
    expect(run(data, 'number climate per school\n').coded!.numbers.get('climate')![0]).toBeCloseTo(8 / 3, 12);
    expect(run(data, 'number m from climate per nope\n', 'check').problems.map(({ code }) => code)).toEqual(['SS320']);
    const wrong = run(data, 'scale s 1..5\ndimension D on s { indicator climate }\nnumber m from climate per D\n', 'check');
    expect(wrong.problems.map(({ code }) => code)).toEqual(['SS204']);
  });
});

describe('made of another', () => {
  const data = 'id,a\n1,1\n2,2\n3,5\n4,3\n';
  const CLAUSES = ['', 'rescale 0..1', 'within 1..3', 'missing 2', 'rescale 0..10 goalposts 2..4', 'reversed within 1..5', 'per id'];

  it.each(CLAUSES)('with `%s` it leaves the other as it was', (clause) => {
    for (const order of [
      `number a\nnumber b = a ${clause}\n`,
      `number b = a ${clause}\nnumber a\n`,
      `number b = a ${clause}\nnumber a from a\nnumber c = a\n`,
    ]) {
      const ran = run(data, order);
      expect(valuesOf(ran, 'a'), order).toEqual([1, 2, 5, 3]);
      if (order.includes('c =')) expect(valuesOf(ran, 'c'), order).toEqual([1, 2, 5, 3]);
    }
  });

  it('is the same after an edit as in a fresh reading', () => {
    expect(valuesOf(run(data, 'number a\nnumber b = a rescale 0..1\n'), 'b')).toEqual([0, 0.25, 1, 0.5]);
    expect(valuesOf(run(data, 'number b = abs(a) rescale 0..1\nnumber c = min(a) within 1..3\n'), 'c')).toEqual([1, 2, null, 3]);
  });
});

describe('refined', () => {
  it('a formula, a condition and a column take each other’s place', () => {
    const files = {
      'd.csv': 'id,a,b\n1,1,2\n2,2,4\n3,3,9\n',
      'f.study': 'framework "F"\nnumber by_formula = a / b\nnumber by_condition when a > 1\nnumber read from a\n',
      's.study':
        'study "S" replicates "f.study"\ndata "d.csv" { id id }\nnumber by_formula when a = 3\nnumber by_condition from b\n' +
        'number read = a * 10\n',
    };
    const ran = runProject(files, 's.study');
    expect(told(ran)).toEqual([]);
    expect(valuesOf(ran, 'by_formula')).toEqual([0, 0, 1]);
    expect(valuesOf(ran, 'by_condition')).toEqual([2, 4, 9]);
    expect(valuesOf(ran, 'read')).toEqual([10, 20, 30]);
  });
});
