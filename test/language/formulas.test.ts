// Formulas: functions take any formula, names are numbers, indicators, columns, scores and means of dimensions; the order of computation
// follows what depends on what.
import { tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { runProject, type Ran } from '../support/project.ts';

const rows = Array.from({ length: 40 }, (_, i) => [
  i + 1,
  1 + ((i * 7) % 5),
  1 + ((i * 3 + (i % 4)) % 5),
  1 + ((i * i) % 5),
  1 + ((i * 11 + (i % 3)) % 5),
  i === 4 ? '' : (i + 2) / 2,
  1 + (i % 3),
]);
const data = `id,a,b,c,d,x,g\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const before =
  'study "S"\ndata "d.csv" { id id missing blank }\nscale s 1..5\ndimension D "D" on s { indicator a\n indicator b\n indicator ' +
  'c\n indicator d }\nnumber x\ncategory g { u = 1  v = 2  w = 3 }\n';
const run = (spec: string, command: 'check' | 'run' = 'run'): Ran =>
  runProject({ 'd.csv': data, 's.study': before + spec }, 's.study', command);
const at = (ran: Ran, address: string): number | null | undefined => ran.results?.quantities.get(address)?.value;
const told = (ran: Ran): string[] =>
  ran.problems
    .filter((problem) => problem.severity !== 'info' && !problem.code.startsWith('SS6'))
    .map((problem) => `${problem.code} ${tell(problem, 'en').message}`);
const place = (ran: Ran, spec: string, n = 0): string => {
  const span = ran.problems[n]!.place!.span;
  return (before + spec).slice(span.start, span.end);
};
const x = rows.flatMap((row) => (row[5] === '' ? [] : [Number(row[5])]));
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const ofRows = (of: (row: readonly number[]) => number | null): number =>
  mean(rows.flatMap((row) => of(row.map((cell) => (cell === '' ? NaN : Number(cell)))) ?? []).filter((value) => !Number.isNaN(value)));

describe('functions', () => {
  const formulas: readonly (readonly [formula: string, expected: number])[] = [
    ['log(x + 1)', mean(x.map((v) => Math.log(v + 1)))],
    ['ln(x + 1)', mean(x.map((v) => Math.log(v + 1)))],
    ['log(x, 2)', mean(x.map((v) => Math.log(v) / Math.log(2)))],
    ['log(x * 100, 10)', mean(x.map((v) => Math.log10(v * 100)))],
    ['log10(x)', mean(x.map((v) => Math.log10(v)))],
    ['log(1000, 10) + x - x', 3],
    ['exp(-x / 10)', mean(x.map((v) => Math.exp(-v / 10)))],
    ['sqrt(x) + 1', mean(x.map((v) => Math.sqrt(v) + 1))],
    ['sqrt(log(x + 1))', mean(x.map((v) => Math.sqrt(Math.log(v + 1))))],
    ['abs(x - 10)', mean(x.map((v) => Math.abs(v - 10)))],
    ['abs(x -10)', mean(x.map((v) => Math.abs(v - 10)))],
    ['round(x * 3)', mean(x.map((v) => Math.floor(v * 3 + 0.5)))],
    ['mean(a, b, c)', ofRows((r) => (r[1]! + r[2]! + r[3]!) / 3)],
    ['sum(a, b * 2)', ofRows((r) => r[1]! + 2 * r[2]!)],
    ['min(a, b, 3)', ofRows((r) => Math.min(r[1]!, r[2]!, 3))],
    ['max(a, b)', ofRows((r) => Math.max(r[1]!, r[2]!))],
    ['mean(a, x)', ofRows((r) => (Number.isNaN(r[5]!) ? r[1]! : (r[1]! + r[5]!) / 2))],
    ['min(x, 3)', ofRows((r) => (Number.isNaN(r[5]!) ? 3 : Math.min(r[5]!, 3)))],
    ['valid(a, x)', ofRows((r) => (Number.isNaN(r[5]!) ? 1 : 2))],
    ['mean(a..d)', ofRows((r) => (r[1]! + r[2]! + r[3]! + r[4]!) / 4)],
    ['sum(b..c, 1)', ofRows((r) => r[2]! + r[3]! + 1)],
    ['max(a + b, 2 * (c - d))', ofRows((r) => Math.max(r[1]! + r[2]!, 2 * (r[3]! - r[4]!)))],
    ['(a + b) / 2', ofRows((r) => (r[1]! + r[2]!) / 2)],
    ['-(x) + x + a', ofRows((r) => (Number.isNaN(r[5]!) ? NaN : r[1]!))],
  ];
  it.each(formulas)('%s', (formula, expected) => {
    const ran = run(`number f = ${formula}\n`);
    expect(told(ran)).toEqual([]);
    expect(at(ran, 'f.mean')).toBeCloseTo(expected, 10);
  });

  it('on the next line, where one is open', () => {
    expect(at(run('number f = mean(a,\n  b)\n'), 'f.n')).toBe(40);
  });

  it('sum needs all, mean those that are there', () => {
    const ran = run('number s = sum(a, x)\nnumber m = mean(a, x)\n');
    expect([at(ran, 's.n'), at(ran, 'm.n')]).toEqual([39, 40]);
  });

  it('with needs, so many are enough: a sum is prorated and told, a mean is that of those there', () => {
    const small = 'id,p,q,r\n1,1,2,3\n2,4,,5\n3,,,6\n4,,,\n';
    const ran = runProject(
      {
        'd.csv': small,
        's.study':
          'study "S"\ndata "d.csv" { id id }\nnumber s = sum(p, q, r) needs 2\nnumber t = sum(p..r) needs 1\nnumber m = mean(p, q, r) ' +
          'needs 2\nnumber all = sum(p, q, r)\nnumber x = max(p, q, r) { needs 3 }\n',
      },
      's.study',
    );
    const of = (name: string): unknown => [...ran.coded!.numbers.get(name)!].map((value) => (Number.isNaN(value) ? null : value));
    expect(of('s')).toEqual([6, 13.5, null, null]);
    expect(of('t')).toEqual([6, 13.5, 18, null]);
    expect(of('m')).toEqual([2, 4.5, null, null]);
    expect(of('all')).toEqual([6, null, null, null]);
    expect(of('x')).toEqual([3, null, null, null]);
    expect(ran.problems.filter(({ code }) => code === 'SS349').map((problem) => tell(problem, 'en').message)).toEqual([
      's: 1 of 2 sums are prorated, for not all 3 values are there.',
      't: 2 of 3 sums are prorated, for not all 3 values are there.',
    ]);
  });

  it.each([
    ['number f = sum(a, b) needs 3\n', 'SS211'],
    ['number f = sum(a, b) needs 0\n', 'SS211'],
    ['number f = sum(a, b) + 1 needs 2\n', 'SS126'],
    ['number f = log(a) needs 1\n', 'SS126'],
    ['number f from x needs 1\n', 'SS126'],
    ['number f when a > 1 needs 1\n', 'SS126'],
  ])('%s is an error', (spec, code) => {
    expect(run(spec, 'check').problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('a run brings coded values of declared columns, in the order of the file', () => {
    const ran = runProject(
      {
        'd.csv': 'id,q1,q3,q2\n1,1,5,2\n2,5,1,4\n3,2,2,9\n4,3,3,3\n',
        's.study':
          'study "S"\ndata "d.csv" { id id }\nindicator first from q1 on 1..5 reversed\nindicator q3 on 1..5 ' +
          'reversed\nindicator ' +
          'last from q2 on 1..5 missing 9\nnumber declared = mean(first..last)\nnumber columns = mean(q1..q2)\nnumber two = sum(q1..q3)\n',
      },
      's.study',
    );
    // Reversed: 5, 1, 4, 3; 1, 5, 4, 3; q2 with 9 missing: 2, 4, ., 3.
    expect(at(ran, 'declared.mean')).toBeCloseTo(mean([(5 + 1 + 2) / 3, (1 + 5 + 4) / 3, 4, 3]), 10);
    // By the names of columns: q1 and q2 as they stand in the file, q3 as it is declared.
    expect(at(ran, 'columns.mean')).toBeCloseTo(mean([(1 + 1 + 2) / 3, (5 + 5 + 4) / 3, (2 + 4 + 9) / 3, 3]), 10);
    expect(at(ran, 'two.mean')).toBeCloseTo(mean([1 + 1, 5 + 5, 2 + 4, 3 + 3]), 10);
  });

  const wrong: readonly (readonly [spec: string, code: string, at: string])[] = [
    ['number f = log(x, 2, 3)\n', 'SS207', '3'],
    ['number f = sqrt(x, 2)\n', 'SS207', '2'],
    ['number f = mean()\n', 'SS207', 'mean()'],
    ['number f = sqrt(a..b)\n', 'SS207', 'a..b'],
    ['number f = lgo(x)\n', 'SS210', 'lgo'],
    ['number f = log(x, 1)\n', 'SS211', '1'],
    ['number f = log(x, 0)\n', 'SS211', '0'],
    ['number f = log(x + )\n', 'SS112', ')'],
    ['number f = a..b\n', 'SS112', '..'],
    ['number f = mean(b..a)\n', 'SS346', 'b..a'],
    ['number f = mean(a..nope)\n', 'SS320', 'nope'],
    ['number f = log(nope + 1)\n', 'SS320', 'nope'],
    ['number y = x + 1\nnumber f = mean(a..y)\n', 'SS346', 'a..y'],
  ];
  it.each(wrong)('%s is an error at its place', (spec, code, where) => {
    const ran = run(spec, 'check');
    expect(ran.problems.map((problem) => problem.code)).toEqual([code]);
    expect(place(ran, spec)).toBe(where);
  });
});

describe('scores and means of dimensions are numbers', () => {
  it('in formulas', () => {
    const ran = run('index I { of D keep 2 }\nnumber f = log(I + 1)\nnumber h = D * 2\nnumber k = D - I + f\n');
    expect(told(ran)).toEqual([]);
    expect(at(ran, 'h.mean')).toBeCloseTo(2 * at(ran, 'D.mean')!, 10);
    const scores = ran.results!.indices[0]!.scores.get('I')!;
    expect(at(ran, 'f.mean')).toBeCloseTo(mean([...scores].map((score) => Math.log(score + 1))), 10);
    expect(at(ran, 'k.n')).toBe(40);
    expect(at(ran, 'f.mean(g.u)')).toEqual(expect.any(Number));
  });

  it('in the conditions of comparisons and regressions', () => {
    const ran = run(
      'index I { of D keep 2  component one marked by a }\ncompare C { of I, x  by g  where I > 50 }\ncompare E { of x  by g  ' +
        'where D >= 3 }\nregression R { explain x  by a  where one < 60 and D > 1 }\n',
    );
    expect(told(ran)).toEqual([]);
    const scores = ran.results!.indices[0]!.scores.get('I')!;
    const high = [...scores].filter((score) => score > 50).length;
    expect(high).toBeGreaterThan(5);
    expect(at(ran, 'C.I.df2')).toBe(high - 3);
    const kept = rows.filter((row) => row[5] !== '' && mean(row.slice(1, 5).map(Number)) >= 3).length;
    expect(at(ran, 'E.x.df2')).toBe(kept - 3);
    expect(ran.results!.regressions[0]!.cases).toBe(
      [...ran.results!.indices[0]!.scores.get('one')!].filter((score, i) => score < 60 && mean(rows[i]!.slice(1, 5).map(Number)) > 1)
        .length,
    );
  });

  it('through numbers, categories and other indices, in the order of what depends on what', () => {
    const ran = run(`category level from twice { low = ..<60  high = 60.. }
compare K { of second, x  by level  where twice > 10 }
index second { of twice, a, b, c  keep 2 }
number twice = first * 2
index first { of D  keep 1 }
number after = second + twice
`);
    expect(told(ran)).toEqual([]);
    expect(at(ran, 'level.n')).toBe(40);
    expect(at(ran, 'level.low.count')! + at(ran, 'level.high.count')!).toBe(40);
    expect(at(ran, 'first.mean(level.high)')!).toBeGreaterThan(at(ran, 'first.mean(level.low)')!);
    expect(at(ran, 'after.mean')).toBeCloseTo(at(ran, 'second.mean')! + at(ran, 'twice.mean')!, 8);
    expect(at(ran, 'K.second.f')).toEqual(expect.any(Number));
  });

  it('a circle is a problem, told once, with its way', () => {
    for (const spec of [
      'number f = I + 1\nindex I { of f, a, b  keep 1 }\n',
      'index I { of h, a, b  keep 1 }\nnumber f = I + 1\nnumber h = f * 2\n',
      'index I { of h, a, b  keep 1  component one marked by a }\nnumber h = one * 2\n',
    ]) {
      const ran = run(`${spec}regression R { explain I  by x }\nnumber more = I + 2\n`);
      expect(told(ran)).toEqual([expect.stringMatching(/^SS2\d\d .*I|one/u)]);
      expect(ran.problems[0]!.name).toBe('cyclic-definition');
    }
  });

  it('an index that cannot be computed takes what depends on it along, with the reason', () => {
    const ran = run(
      'number same = x * 0\nindex I { of a, b, same  keep 1 }\nnumber f = I + 1\ncompare C { of x  by g  where I > 50 ' +
        '}\nregression R { explain x  by f }\ncompare E { of f  by g }\n',
    );
    expect(told(ran).filter((one) => !one.startsWith('SS5'))).toEqual([]);
    for (const address of ['C.x.f', 'R.x.r2', 'E.f.f'])
      expect(ran.results!.quantities.get(address)).toMatchObject({
        value: null,
        reason: expect.stringContaining('could not be computed') as string,
      });
  });
});
