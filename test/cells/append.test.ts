// Files of the same questions one below another (`append`), and columns that have another name in some of them (`from a | b`).
import { describe, expect, it } from 'vitest';
import { howRead, respondentsTable } from '@studyspec/core';
import { answeredBy } from '../../packages/cli/src/host/session.ts';
import { csvOf, runCase, type Files } from './support.ts';

const first = csvOf({ overall: [1, 2, 3, 4], income: [10, 20, 30, 40] });
const second = csvOf({ satisfaction: [5, 5, 9], income: ['50', 'n.a.', '70'] });
const spec = (rest = '', clauses = 'append "b.csv" as wave'): string => `study "Two waves"
data "a.csv" { id id  missing "n.a."  ${clauses} }
indicator overall from overall | satisfaction on 1..5
number income
category wave { first "2019" = "a.csv"  second "2021" = "b.csv" }
${rest}`;
const waves = (rest = '', files: Files = {}, clauses?: string) =>
  runCase({ 'a.csv': first, 'b.csv': second, 's.study': spec(rest, clauses), ...files });

describe('files one below another', () => {
  it('count together, and each row knows its file', () => {
    const found = waves('compare by_wave { of income  by wave }');
    expect(found.value('sample')).toBe(7);
    expect([found.value('wave.first.count'), found.value('wave.second.count')]).toEqual([4, 3]);
    expect([found.value('income.n'), found.value('income.mean')]).toEqual([6, 220 / 6]);
    expect(found.value('by_wave.income.mean(wave.second)')).toBe(60);
  });

  it('give a column of several names the answers of the one that each file has', () => {
    const found = waves();
    expect([found.value('overall.n'), found.value('overall.mean')]).toEqual([6, 20 / 6]);
  });

  it('name file and row of an answer that cannot be used', () => {
    const found = waves();
    expect(found.study.coded!.dataProblems.map(({ file, row, value, id }) => ({ file, row, value, id }))).toEqual([
      { file: 'b.csv', row: 3, value: '9', id: '3' },
    ]);
  });

  it('have each respondent once a file: a wave of a panel is no duplicate, two rows of a file are', () => {
    const duplicate = (found: ReturnType<typeof waves>) => found.problems.find((problem) => problem.name === 'duplicate-id');
    expect(duplicate(waves())).toBeUndefined();
    const twice = waves('', { 'b.csv': 'id,satisfaction,income\n1,5,1\n2,4,2\n2,3,3\n' });
    expect(duplicate(twice)?.data).toMatchObject({ file: 'b.csv', row: 3 });
  });

  it('are each read as its own clauses say', () => {
    const bytes = Uint8Array.from([...Buffer.from('id;satisfaction;income\n1;4;'), ...[0x31, 0x2c, 0x35], 10]);
    const found = waves('', { 'b.csv': bytes }, 'append "b.csv" as wave { decimal comma }');
    expect(found.value('income.max')).toBe(40);
    expect(found.value('income.min')).toBe(1.5);
    const { files } = howRead(found.study.compiled.plan!, found.study.frame!);
    expect(files.map(({ file, role, rows }) => ({ file, role, rows }))).toEqual([
      { file: 'a.csv', role: 'answers', rows: 4 },
      { file: 'b.csv', role: 'appended', rows: 1 },
    ]);
    expect(files[1]!.stated).toEqual(['decimal']);
  });

  it('bring numbers that they write differently to one', () => {
    const found = waves('', {
      'a.csv': 'id,overall,income\n1,1,"1,234"\n2,2,"2,345"\n3,2,"12,345"\n',
      'b.csv': 'id;satisfaction;income\n1;1;1,5\n2;2;2,25\n',
    });
    expect(found.value('income.n')).toBe(5);
    expect(found.value('income.mean')).toBeCloseTo((1234 + 2345 + 12345 + 1.5 + 2.25) / 5, 9);
  });

  it('leave a column blank in a file that has none', () => {
    const found = waves('number only_first from extra', { 'a.csv': csvOf({ overall: [1, 2], income: [1, 2], extra: [7, 8] }) });
    expect([found.value('only_first.n'), found.value('only_first.missing')]).toEqual([2, 3]);
  });

  it('are asked for respondents as one, and say of whom the file is', () => {
    const found = waves('', {}, 'append "b.csv" as wave  where income > 15');
    expect(found.value('sample')).toBe(5);
    expect(found.study.coded!.dataProblems.map(({ file, row }) => `${file} ${row}`)).toEqual(['b.csv 3']);
    const { results, study } = found;
    const table = respondentsTable(answeredBy(study, results!), 'en');
    const file = table.columns.find(({ name }) => name === 'file');
    expect(file).toMatchObject({ values: ['a.csv', 'a.csv', 'a.csv', 'b.csv', 'b.csv'] });
  });

  it('may be more than two, in their order', () => {
    const third = csvOf({ overall: [2], income: [1000] });
    const found = runCase({
      'a.csv': first,
      'b.csv': second,
      'c.csv': third,
      's.study': spec('', 'append "b.csv" as wave  append "c.csv" as wave').replace('= "b.csv" }', '= "b.csv" | "c.csv" }'),
    });
    expect(found.codes).not.toContain('SS105');
    expect([found.value('sample'), found.value('wave.second.count'), found.value('income.max')]).toEqual([8, 4, 1000]);
  });

  it('stand beside joined files', () => {
    const found = waves(
      'number size',
      { 'j.csv': 'code,size\n1,100\n2,200\n3,300\n4,400\n' },
      'append "b.csv" as wave  join "j.csv" on id = code',
    );
    expect([found.value('size.n'), found.value('size.mean')]).toEqual([7, 1600 / 7]);
  });
});

describe('what cannot be put below', () => {
  it('is a file that is not there, told at its clause', () => {
    const found = waves('', {}, 'append "nowhere.csv" as wave');
    const problem = found.problems.find(({ name }) => name === 'unreadable-data-file')!;
    expect(found.study.texts.get(problem.place!.file)!.slice(problem.place!.span.start, problem.place!.span.end)).toBe('"nowhere.csv"');
  });

  it('is a name of files that a file has as a column', () => {
    const found = waves('', {}, 'append "b.csv" as income');
    expect(found.message('SS381')).toBe('"income" is a column of "a.csv"; it cannot also say in which file a row stands.');
  });

  it('is a column of two names in one file, and a name that no file has', () => {
    const both = waves('', { 'a.csv': csvOf({ overall: [1], satisfaction: [2], income: [3] }) });
    expect(both.message('SS382')).toContain('"a.csv" has "overall" and "satisfaction"');
    const none = waves('', { 'b.csv': csvOf({ happy: [1], income: [3] }) });
    expect(none.message('SS320')).toContain('"satisfaction"');
  });

  it.each([
    ['append wave2', 'wave2'],
    ['append "b.csv" wave', 'wave'],
    ['append "b.csv" as', 'as'],
    ['append "b.csv" as wave second', 'second'],
  ])('is what is not written so: %s', (clause) => {
    const found = waves('', {}, clause);
    expect(found.study.problems.some(({ severity, at }) => severity === 'error' && at === undefined)).toBe(true);
  });
});

it('a file below itself is refused', () => {
  expect(waves('', {}, 'append "a.csv" as wave').message('SS384')).toContain('"a.csv" would stand there twice');
  expect(waves('', {}, 'append "b.csv" as wave  append "b.csv" as wave').codes).toContain('SS384');
});
