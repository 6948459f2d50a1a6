// Questions with several answers: in one cell, or a column each. Counts are by hand.
import { reportOf, renderText, tell } from '@studyspec/core';
import { parse } from '@studyspec/dsl';
import { describe, expect, it } from 'vitest';
import { runProject, type Ran } from '../support/project.ts';

const data = `id,q5,tv,radio,paper,x,y
1,食品┋饮水,1,0,,1,3
2,食品,,,,2,4
3,,1,1,1,3,1
4,住房┋ 食品 ,0,0,0,4,5
5,(跳过),-3,-3,-3,5,2
6,饮水,1,,,6,3
7,饮水┋食品┋住房,,1,,7,4
8,没有,0,1,0,8,1
`;
const needs =
  'choices needs "Needs" zh "需求" from q5 split "┋" { food "Food" zh "食物" = "食品"  water "Water" = "饮水"  home = "住房" }\n';
const media = 'choices media "Media used" { tv "Television" from tv  radio from radio\n  paper "Paper" from paper }\n';
const run = (spec: string, command: 'check' | 'run' = 'run', file = data): Ran =>
  runProject({ 'd.csv': file, 's.study': `study "S"\ndata "d.csv" { id id  missing "(跳过)" | -3 }\n${spec}` }, 's.study', command);
const valuesOf = (ran: Ran, name: string): (number | null)[] =>
  [...ran.coded!.numbers.get(name)!].map((value) => (Number.isNaN(value) ? null : value));
const at = (ran: Ran, address: string): number | null | undefined => ran.results?.quantities.get(address)?.value;
const errors = (ran: Ran): string[] =>
  ran.problems.flatMap((problem) => (problem.severity === 'error' ? [`${problem.code} ${tell(problem, 'en').message}`] : []));

it('a tick of 9 is the tick that the study declares, whatever its label', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i + 1},${i % 2 === 0 ? 9 : ''},${i % 3 === 0 ? 9 : 1}`).join('\n');
  const ran = runProject(
    {
      'd.csv': `id,m1,m2\n${rows}\n`,
      's.study': 'study "S"\ndata "d.csv" { id id }\nchoices media ticked 9 { radio from m1  tv from m2 }\n',
    },
    's.study',
  );
  expect(ran.problems.map(({ code }) => code)).not.toContain('SS379');
  expect(ran.results!.quantities.get('media.radio.count')?.value).toBe(20);
});

describe('several answers in a cell', () => {
  it('an option is 1, others 0, a skipped question missing', () => {
    const ran = run(needs);
    expect(errors(ran)).toEqual([]);
    expect(valuesOf(ran, 'needs.food')).toEqual([1, 1, null, 1, null, 0, 1, 0]);
    expect(valuesOf(ran, 'needs.water')).toEqual([1, 0, null, 0, null, 1, 1, 0]);
    expect(valuesOf(ran, 'needs.home')).toEqual([0, 0, null, 1, null, 0, 1, 0]);
  });

  it('has counts, percents of cases and of answers', () => {
    const ran = run(needs);
    expect(['needs.n', 'needs.missing', 'needs.answers', 'needs.food.count'].map((one) => at(ran, one))).toEqual([6, 2, 9, 4]);
    expect(at(ran, 'needs.food.percent')).toBeCloseTo(400 / 6, 12);
    expect(at(ran, 'needs.home.percent_of_answers')).toBeCloseTo(200 / 9, 12);
    expect(at(ran, 'needs.water.mean')).toBeCloseTo(0.5, 12);
  });

  it('tells once what no option lists', () => {
    const ran = run(needs, 'check');
    const told = ran.problems.filter((problem) => problem.code === 'SS323');
    expect(told).toHaveLength(1);
    expect(tell(told[0]!, 'en').message).toContain('没有');
    expect(ran.coded!.dataProblems.map(({ kind, row, value }) => [kind, row, value])).toEqual([['unlisted-code', 8, '没有']]);
  });

  it('codes may be numbers, several, and stand alone in a column of numbers', () => {
    const ran = run('choices c from q split ";" { a = 1 | 2  b = 3 }\n', 'run', 'id,q\n1,1;3\n2,2\n3,3;3\n4,\n');
    expect(valuesOf(ran, 'c.a')).toEqual([1, 1, 0, null]);
    expect(valuesOf(ran, 'c.b')).toEqual([1, 0, 1, null]);
    expect(valuesOf(run('choices c from q split ";" { a = 1  b = 3 }\n', 'run', 'id,q\n1,1\n2,3\n3,\n'), 'c.a')).toEqual([1, 0, null]);
  });
});

describe('a column each', () => {
  it('a blank is no tick where anything else is answered, and missing where nothing is', () => {
    const ran = run(media);
    expect(errors(ran)).toEqual([]);
    expect(valuesOf(ran, 'media.tv')).toEqual([1, null, 1, 0, null, 1, 0, 0]);
    expect(valuesOf(ran, 'media.radio')).toEqual([0, null, 1, 0, null, 0, 1, 1]);
    expect(valuesOf(ran, 'media.paper')).toEqual([0, null, 1, 0, null, 0, 0, 0]);
    expect([at(ran, 'media.n'), at(ran, 'media.tv.count')]).toEqual([6, 3]);
  });

  it('what stands where it was ticked may be said', () => {
    const ran = run('choices m ticked "Yes" { a from q1\n b from q2 }\n', 'run', 'id,q1,q2\n1,Yes,\n2,No,No\n3,,\n4,,Yes\n');
    expect(valuesOf(ran, 'm.a')).toEqual([1, 0, null, 0]);
    expect(valuesOf(ran, 'm.b')).toEqual([0, 0, null, 1]);
  });
});

describe('options elsewhere', () => {
  const rows = Array.from({ length: 30 }, (_, i) => {
    const chosen = ['a', 'b', 'c'].filter((_one, k) => (i * (k + 2)) % (k + 3) < 2);
    return `${i + 1},${chosen.length === 0 ? 'd' : chosen.join(';')},${(i * 7) % 11},${i % 2}`;
  });
  const file = `id,q,x,s\n${rows.join('\n')}\n`;
  const spec = 'choices c "C" from q split ";" { a "A" = "a"  b = "b"  e = "c"  d = "d" }\nnumber x\ncategory s { no = 0  yes = 1 }\n';

  it('conditions ask for any of them, or for none', () => {
    const ran = run(`${spec}number any when c is a | b\nnumber none when c is not a | b\nnumber one when c is e\n`, 'run', file);
    expect(errors(ran)).toEqual([]);
    const has = (row: string, ...of: string[]): boolean =>
      row
        .split(',')[1]!
        .split(';')
        .some((part) => of.includes(part));
    expect(valuesOf(ran, 'any')).toEqual(rows.map((row) => (has(row, 'a', 'b') ? 1 : 0)));
    expect(valuesOf(ran, 'none')).toEqual(rows.map((row) => (has(row, 'a', 'b') ? 0 : 1)));
    expect(valuesOf(ran, 'one')).toEqual(rows.map((row) => (has(row, 'c') ? 1 : 0)));
  });

  it('functions take all of them, and an option is a number', () => {
    const ran = run(`${spec}number how_many = sum(c)\nnumber twice = c.a * 2\n`, 'run', file);
    expect(errors(ran)).toEqual([]);
    expect(valuesOf(ran, 'how_many')).toEqual(rows.map((row) => row.split(',')[1]!.split(';').length));
    expect(valuesOf(ran, 'twice')[0]).toBe(2 * valuesOf(ran, 'c.a')[0]!);
  });

  it('they are predictors, together or one by one', () => {
    const ran = run(
      `${spec}regression R { explain x  by c }\nregression T { explain x  by c.a, s }\n` +
        'hypothesis h { R.x.b(c.a) > -100  T.x.p(c.a) >= 0 }\n',
      'run',
      file,
    );
    expect(errors(ran)).toEqual([]);
    expect(['c.a', 'c.b', 'c.e'].map((term) => typeof at(ran, `R.x.b(${term})`))).toEqual(['number', 'number', 'number']);
    expect(ran.results!.hypotheses[0]!.claims.map((one) => one.holds)).toEqual([true, true]);
  });

  it('stand in a table of the report and may be claimed', () => {
    const ran = run(`${spec}published "P" { c.n = 30  c.a.count = 99 }\n`, 'run', file);
    expect(ran.results!.published[0]!.figures.map((one) => one.agrees)).toEqual([true, false]);
    const text = renderText(reportOf(ran.results!, { only: ['descriptives'] }), { width: 100 });
    expect(text).toContain('% of answers');
    expect(text).toContain('Questions with several answers');
  });

  it.each([
    ['choices c from q { a = "a" }\n', 'SS209'],
    ['choices c from q split ";" {}\n', 'SS213'],
    ['choices c from q split ";" { a }\n', 'SS116'],
    ['choices c from q split "" { a = "a" }\n', 'SS112'],
    ['choices c from q split x { a = "a" }\n', 'SS112'],
    ['choices c from nope split ";" { a = "a" }\n', 'SS320'],
    ['choices c { a from nope }\n', 'SS320'],
    [`${spec}number n when c is z\n`, 'SS205'],
    [`${spec}number n when c > 1\n`, 'SS204'],
    [`${spec}hypothesis h { c.z.count > 1 }\n`, 'SS206'],
    [`${spec}compare k { of x  by c }\n`, 'SS204'],
  ])('%s is an error', (wrong, code) => {
    const found = run(wrong, 'check', file).problems.flatMap((problem) => (problem.severity === 'error' ? [problem.code] : []));
    expect([...new Set(found)]).toEqual([code]);
  });

  it('lines are read alike, however they are laid out', () => {
    const shapes = [media, media.replaceAll('  ', '\n  '), media.replaceAll('\n', ' '), media.replaceAll('  ', ', ')].map((text) => {
      const { file: tree, problems } = parse(text, 'x');
      expect(problems).toEqual([]);
      return tree.declarations[0]!.body!.map((entry) =>
        entry.type === 'item' ? [entry.subject.address?.path[0]?.text, entry.clauses.length] : [],
      );
    });
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    expect(shapes[0]).toEqual([
      ['tv', 1],
      ['radio', 1],
      ['paper', 1],
    ]);
  });
});

it('an option is 0 or 1, which an index that is normalised by scales knows', () => {
  const ran = run(`${media}index wired { of media.tv, media.radio  normalize scale  weight equal  rescale 0..100  goalposts scale }`);
  expect(errors(ran)).toEqual([]);
  expect(at(ran, 'wired.max')).toBe(100);
});
