// Numbers brought onto a range, and categories made of numbers: groups of equal size, and bins of scores. Borders and groups are R's
// (quantile type 6 and cut, test/numbers/r/numbers.R, R 4.2.2); the rest is by hand.
import { readFileSync } from 'node:fs';
import { tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { runProject, type Ran } from '../support/project.ts';

const golden = JSON.parse(readFileSync(new URL('../numbers/golden/numbers.json', import.meta.url), 'utf8')) as {
  readonly income: readonly (number | null)[];
  readonly school: readonly string[];
  readonly groups: readonly (number | null)[];
  readonly quarters: readonly (number | null)[];
};
const income = `id,income,school\n${golden.income.map((value, i) => `${i + 1},${value ?? ''},${golden.school[i]!}`).join('\n')}\n`;
const run = (data: string, spec: string, command: 'check' | 'run' = 'run'): Ran =>
  runProject({ 'd.csv': data, 's.study': `study "S"\ndata "d.csv" { id id }\n${spec}` }, 's.study', command);
const numbersOf = (ran: Ran, name: string): (number | null)[] =>
  [...ran.coded!.numbers.get(name)!].map((value) => (Number.isNaN(value) ? null : value));
const levelsOf = (ran: Ran, name: string): (number | null)[] =>
  [...ran.coded!.categories.get(name)!].map((level) => (level < 0 ? null : level + 1));
const told = (ran: Ran): string[] =>
  ran.problems.filter(({ severity }) => severity !== 'info').map((problem) => `${problem.code} ${tell(problem, 'en').message}`);
const fifths = '{ poorest = 1  second = 2  third = 3  fourth = 4  richest = 5 }';

describe('quantiles', () => {
  it('are SPSS’s: type 6, the upper end closed; of a declared number and of a column', () => {
    const ran = run(
      income,
      `number income\ncategory fifth from income quantiles 5 ${fifths}\n` +
        'category quarter from income quantiles 4 { q1 = 1  q2 = 2  q3 = 3  q4 = 4 }\n',
    );
    expect(told(ran)).toEqual([]);
    expect(levelsOf(ran, 'fifth')).toEqual(golden.groups);
    expect(levelsOf(ran, 'quarter')).toEqual(golden.quarters);
    expect(levelsOf(run(income, `category fifth from income quantiles 5 ${fifths}\n`), 'fifth')).toEqual(golden.groups);
  });

  it('cells of a column that are no numbers are told as those of a number are', () => {
    const cells = Array.from({ length: 100 }, (_, i) => `${i + 1},${i % 4 === 0 ? '12k' : 100 + i}`).join('\n');
    const [number, groups] = ['number x\n', 'category x quantiles 2 { low = 1  high = 2 }\n'].map((spec) =>
      run(`id,x\n${cells}\n`, spec, 'check'),
    );
    expect(told(number!).map((one) => one.slice(0, 5))).toEqual(['SS322']);
    expect(told(groups!)).toEqual(told(number!));
    expect(groups!.coded!.dataProblems.map(({ row, value }) => [row, value])).toEqual(
      number!.coded!.dataProblems.map(({ row, value }) => [row, value]),
    );
  });

  it('ages and whole numbers of a column are no codes for no answer', () => {
    const cells = Array.from({ length: 90 }, (_, i) => `${i + 1},${10 + i}`).join('\n');
    const two = 'category a from x quantiles 2 { low = 1  high = 2 }\ncategory b from x quantiles 3 { low = 1  mid = 2  high = 3 }\n';
    expect(told(run(`id,x\n${cells}\n`, two, 'check'))).toEqual([]);
  });

  it('a value on a border is in the lower group, and ties stay together', () => {
    const ran = run('id,x\n1,1\n2,2\n3,3\n4,4\n5,4\n6,4\n7,9\n', 'number x\ncategory half from x quantiles 2 { low = 1  high = 2 }\n');
    // The median is 4: all three of it are in the lower half.
    expect(levelsOf(ran, 'half')).toEqual([1, 1, 1, 1, 1, 1, 2]);
  });

  it('levels may take several groups; missing codes go first', () => {
    const ran = run(
      income.replace('\n1,37,', '\n1,999,'),
      'number income missing 999\ncategory third from income quantiles 3 { low = 1..2  high = 3 }\n',
    );
    expect(levelsOf(ran, 'third')[0]).toBeNull();
    expect(ran.results!.quantities.get('third.n')?.value).toBe(55);
    expect(ran.results!.quantities.get('third.high.count')?.value).toBe(18);
  });

  it('are groups of comparisons and regressions, and may be asked', () => {
    const ran = run(
      income,
      `number income\nnumber other = income * 2\ncategory fifth from income quantiles 5 ${fifths}\n` +
        'compare C { of other  by fifth  where fifth is not richest }\n',
    );
    expect(told(ran)).toEqual([]);
    expect(ran.results!.quantities.get('C.other.df1')?.value).toBe(3);
  });

  it.each([
    [`category fifth from income quantiles 5 ${fifths.replace('5 }', '6 }')}\n`, 'SS211'],
    [`category fifth from income quantiles 1 ${fifths}\n`, 'SS211'],
    [`category fifth from income quantiles 2.5 ${fifths}\n`, 'SS211'],
    ['category fifth from income quantiles 5 { low = "a"  high = 2 }\n', 'SS211'],
    ['category fifth from income quantiles 5 { low = 1  high = 2 }\n', 'SS323'],
  ])('%s is an error', (spec, code) => {
    const codes = run(income, spec, 'check').problems.flatMap((problem) => (problem.severity === 'error' ? [problem.code] : []));
    expect(codes).toContain(code);
  });
});

describe('categories of scores', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i + 1},${1 + (i % 5)},${1 + ((i * 3 + (i % 4)) % 5)},${1 + ((i * i) % 5)},${i}`);
  const spec =
    'scale s 1..5\ndimension D "D" on s { indicator a  indicator b  indicator c }\nindex I { of D  keep 2  ' +
    'component one marked by a }\nnumber x\n';
  const data = `id,a,b,c,x\n${rows.join('\n')}\n`;

  it('of an index, a component, a dimension', () => {
    const ran = run(
      data,
      `${spec}category level from I { low = ..<50  high = 50.. }\ncategory half from one quantiles 2 { low = 1  high = 2 }\n` +
        'category mean from D { below = ..<3  above = 3.. }\ncompare C { of x  by level  where half is low }\n' +
        'regression R { explain x  by level, mean }\nnumber high when level is high and mean is above\n',
    );
    expect(told(ran).filter((one) => !one.startsWith('SS6'))).toEqual([]);
    const scores = [...ran.results!.indices[0]!.scores.get('I')!];
    expect(ran.results!.quantities.get('level.low.count')?.value).toBe(scores.filter((score) => score < 50).length);
    expect(ran.results!.quantities.get('level.high.count')?.value).toBe(scores.filter((score) => score >= 50).length);
    expect(ran.results!.quantities.get('half.low.count')?.value).toBeGreaterThanOrEqual(20);
    const means = rows.map(
      (row) =>
        row
          .split(',')
          .slice(1, 4)
          .map(Number)
          .reduce((one, two) => one + two) / 3,
    );
    expect(ran.results!.quantities.get('mean.above.count')?.value).toBe(means.filter((mean) => mean >= 3).length);
    expect(ran.results!.quantities.get('R.x.b(level.high)')?.value).toEqual(expect.any(Number));
    expect(ran.results!.quantities.get('high.n')?.value).toBe(40);
  });

  it('are not what their own score is made of', () => {
    const ran = run(
      data,
      `${spec}category level from J { low = ..<40  high = 40.. }\nnumber n when level is low\nindex J { of a, b, n  keep 1 }\n`,
      'check',
    );
    expect(ran.problems.map(({ code }) => code)).toContain('SS203');
  });
});

describe('rescale, goalposts and reversed of a number', () => {
  const data = 'id,x\n1,10\n2,20\n3,30\n4,\n5,15\n';

  it('brings linearly from goalposts, or from the ends that there are, and maps these exactly', () => {
    expect(numbersOf(run(data, 'number x rescale 0..1\n'), 'x')).toEqual([0, 0.5, 1, null, 0.25]);
    expect(numbersOf(run(data, 'number x rescale 0..1 goalposts 0..40\n'), 'x')).toEqual([0.25, 0.5, 0.75, null, 0.375]);
    expect(numbersOf(run(data, 'number x goalposts 0..40\n'), 'x')).toEqual([25, 50, 75, null, 37.5]);
    expect(numbersOf(run(data, 'number x goalposts observed\n'), 'x')).toEqual([10, 20, 30, null, 15]);
  });

  it('holds what lies beyond at the goalpost, and tells it', () => {
    const ran = run(data, 'number x rescale 0..1 goalposts 12..28\n');
    expect(numbersOf(ran, 'x')).toEqual([0, 0.5, 1, null, 3 / 16]);
    expect(ran.problems.map((problem) => [problem.code, problem.severity, tell(problem, 'en').message])).toEqual([
      ['SS348', 'info', 'Row 1 (1), x: 10 is beyond the goalposts 12..28; it is held at the nearer one (2 such values).'],
    ]);
    // They are used, held: neither lost nor kept as answers outside a scale.
    expect(ran.coded!.dataProblems).toEqual([]);
  });

  it('reverses by its range, or by what it can be', () => {
    expect(numbersOf(run(data, 'number x rescale 0..1 reversed\n'), 'x')).toEqual([1, 0.5, 0, null, 0.75]);
    expect(numbersOf(run(data, 'number x within 0..50 reversed\n'), 'x')).toEqual([40, 30, 20, null, 35]);
    expect(numbersOf(run(data, 'number l = log(x, 10) goalposts 1..2 rescale 0..10\n'), 'l')[1]).toBeCloseTo(10 * Math.log10(2), 12);
  });

  it('of a column that does not vary there is nothing', () => {
    expect(numbersOf(run('id,x\n1,5\n2,5\n', 'number x rescale 0..1\n'), 'x')).toEqual([null, null]);
  });

  it.each([
    ['number x reversed\n', 'SS229'],
    ['number x within 0.. reversed\n', 'SS229'],
    ['number x goalposts 9..1\n', 'SS211'],
    ['number x rescale 1..1\n', 'SS211'],
  ])('%s is an error', (spec, code) => {
    expect(run(data, spec, 'check').problems.map((problem) => problem.code)).toEqual([code]);
  });
});
