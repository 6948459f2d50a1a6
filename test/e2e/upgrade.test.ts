// A spec states the version of the language that it was written for; `fmt --upgrade` brings an older one up and tells which numbers moved.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/cli.ts';

const folder = makeFolder();
afterAll(folder.remove);

// Three cells are missing in three rows: 12 respondents, 9 with all answers, 10 of the smallest pair.
const data = `id,a,b,c,d
1,4,5,4,3
2,2,2,3,4
3,5,4,,5
4,3,3,2,5
5,1,2,1,3
6,4,,5,4
7,2,1,2,2
8,5,5,4,5
9,3,2,3,1
10,4,3,4,4
11,,1,2,3
12,3,4,3,5
`;
/** `missing pairwise` of i decides what `i.n` was; j has the same number in both languages. */
const spec = (version: string, n = 'n') => `// as in the paper
${version}study "Stays"

data "d.csv" { id id  missing blank }

scale agreement 1..5
indicator a on agreement
indicator b on agreement
indicator c on agreement
index i { of a, b, c  missing pairwise  keep 1 }
index j { of a, b, c  missing listwise  keep 1 }

quantity q = i.${n} - 1
hypothesis enough { i.${n} > 3  j.n > 3  i.${n} >= j.n }
published "The paper" {
  i.${n} = 10
  table "T" i.row {
    columns${n === 'n' ? '' : '   '} x
    ${n === 'n' ? 'n      ' : n} 10
  }
}
`;
const fmt = (...args: string[]) => folder.studyspec('fmt', ...args, '--lang', 'en');
const read = (name = 's.study') => folder.shell(`cat ${name}`).out;

beforeEach(() => folder.write({ 'd.csv': data, 's.study': spec('studyspec 0\n') }));

describe('a spec of an older language', () => {
  it('is not run: its words may mean something else now, and the error says what brings it up', () => {
    const { code, out, err } = folder.studyspec('run', 's.study', '--lang', 'en');
    expect(code).toBe(1);
    expect(out + err).toContain('error[SS273]: This file was written for language 0; this StudySpec reads language 1');
    expect(out + err).toContain('studyspec fmt --upgrade s.study');
    expect(folder.studyspec('check', 's.study', '--lang', 'zh').out).toContain('该文件按语言版本 0 编写');
  });

  it('is told by --check what would change, and stays as it is', () => {
    const before = read();
    const { code, out } = fmt('--upgrade', '--check', 's.study');
    expect(code).toBe(1);
    expect(out).toBe(`s.study:
  language 0 → 1
  line 14: i.n → i.n.pairwise
  line 15: i.n → i.n.pairwise
  line 15: i.n → i.n.pairwise
  line 17: i.n → i.n.pairwise
  line 20: n → n.pairwise
1 number moved:
  i.n: 10 → 9 (the number that it was: i.n.pairwise)
`);
    expect(read()).toBe(before);
  });

  it('is rewritten where it means something else now, and figures and claims are about what they were about', () => {
    const { code, out, err } = fmt('--upgrade', 's.study');
    expect(code).toBe(0);
    expect(out).toContain('i.n: 10 → 9');
    expect(err).toBe('Written to s.study.\n');
    const text = read();
    expect(text).toContain('// as in the paper\nstudyspec 1\nstudy "Stays"\n');
    expect(text).toContain('quantity q = i.n.pairwise - 1\n');
    expect(text).toContain('i.n.pairwise > 3  j.n > 3  i.n.pairwise >= j.n');
    expect(text).toMatch(/^ {4}n\.pairwise +10$/mu);
    expect(folder.studyspec('check', 's.study', '--lang', 'en').out).not.toContain('SS701');
    expect(folder.studyspec('query', 's.study', 'q', 'i.n', '--json').out).toBe('{\n  "q": 9,\n  "i.n": 9\n}\n');
    // The second time there is nothing to do.
    expect(fmt('--upgrade', '--check', 's.study')).toMatchObject({ code: 0, out: 'The file is in the present language, and states it.\n' });
  });

  it('keeps a table that stands for both meanings at once, and says so', () => {
    folder.write({
      's.study': spec('studyspec 0\n').replace(
        'table "T" i.row {',
        'table "U" row.n {\n    columns x\n    i 10\n    j 9\n  }\n  table "T" i.row {',
      ),
    });
    const { out } = fmt('--upgrade', 's.study');
    expect(out).toContain('line 18: the table row.n is left as it is');
    expect(read()).toContain('table "U" row.n {');
  });

  it('is upgraded without its data, and what is not known is said; with mistakes nothing is written, of no file', () => {
    folder.write({ 'away.study': spec('studyspec 0\n').replace('d.csv', 'elsewhere.csv') });
    expect(fmt('--upgrade', 'away.study')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Which numbers moved is not known') as string,
    });
    const before = read();
    folder.write({ 'wrong.study': spec('studyspec 0\n').replace('quantity q = i.n', 'quantity q = k.n') });
    const { code, err } = fmt('--upgrade', 's.study', 'wrong.study');
    expect(code).toBe(1);
    expect(err).toContain('wrong.study has 1 error, so nobody knows what it says; nothing was written.');
    expect(err).not.toContain('SS273');
    expect(read()).toBe(before);
  });

  it('is brought up together with what it replicates, with the line ends that it has', () => {
    const framework = 'studyspec 0\r\nframework "F"\r\nscale agreement 1..5\r\nindicator a on agreement\r\n';
    folder.write({ 'f.study': framework, 'r.study': 'studyspec 0\nstudy "R" replicates "f.study"\ndata "d.csv" { id id }\n' });
    expect(fmt('--upgrade', 'r.study', 'f.study')).toMatchObject({ code: 0 });
    expect(read('f.study')).toBe(framework.replace('studyspec 0', 'studyspec 1'));
    expect(folder.studyspec('check', 'r.study').out).not.toContain('SS273');
  });
});

describe('a spec of the present language', () => {
  it('means the same with and without the entry, which --upgrade writes', () => {
    folder.write({ 's.study': spec('') });
    const numbers = folder.studyspec('query', 's.study', '--json').out;
    expect(fmt('--upgrade', '--check', 's.study')).toMatchObject({ code: 1, out: 's.study:\n  states language 1 now\nNo number moved.\n' });
    expect(fmt('--upgrade', 's.study').code).toBe(0);
    expect(read()).toBe(spec('studyspec 1\n'));
    expect(folder.studyspec('query', 's.study', '--json').out).toBe(numbers);
  });
});

describe('what stands behind studyspec', () => {
  it.each([
    ['studyspec 2', 'SS273', 'knows language 1 and none after it'],
    ['studyspec 1.5', 'SS211', 'The version of the language cannot be 1.5'],
    ['studyspec one', 'SS112', 'a number is expected here'],
    ['studyspec 1..2', 'SS126', 'a version of the language is one whole number'],
    ['studyspec 1\nstudyspec 1', 'SS202', '"studyspec" is declared twice'],
  ])('%s is a problem', (entry, code, says) => {
    folder.write({ 's.study': spec(`${entry}\n`) });
    const { out } = folder.studyspec('check', 's.study', '--lang', 'en');
    expect(out).toContain(`[${code}]`);
    expect(out).toContain(says);
  });

  it('is not taken for the newest there is: a newer file is left alone', () => {
    folder.write({ 's.study': spec('studyspec 2\n') });
    expect(fmt('--upgrade', 's.study')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('npm install --global studyspec') as string,
    });
    expect(read()).toBe(spec('studyspec 2\n'));
    expect(fmt('--upgrade', '--stdin').code).toBe(2);
  });

  it('reserves no word: a column, a level and an indicator may be called so', () => {
    folder.write({
      'd.csv': data.replace('id,a', 'id,studyspec'),
      's.study': 'studyspec 1\nstudy "S"\ndata "d.csv" { id id }\nindicator studyspec on 1..5\n',
    });
    expect(folder.studyspec('query', 's.study', 'studyspec.mean', '--lang', 'en')).toMatchObject({ code: 0 });
  });

  it('stands in a file that compares studies too', () => {
    folder.write({
      's.study': spec('studyspec 1\n', 'n.pairwise'),
      't.study': spec('', 'n.pairwise'),
      'two.study': 'studyspec 1\ncomparison two "Two" { one = "s.study"  other = "t.study" }\n',
    });
    expect(folder.studyspec('check', 'two.study', '--lang', 'en').out).not.toMatch(/SS273|SS280/u);
    expect(fmt('--upgrade', '--check', 'two.study')).toMatchObject({ code: 0 });
  });
});
