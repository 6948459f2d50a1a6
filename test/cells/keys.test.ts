// Keys are names: ids, clusters, keys of joins and text codes compare as written. Cases found by attacking the program (a02) and in public
// reports of users of other programs (b03), with others of their kind.
import { describe, expect, it } from 'vitest';
import { howRead } from '@studyspec/core';
import { csvOf, runCase } from './support.ts';

const sites = ['110101199001011230', '110101199001012230', '110101199001013230', '110101199001014230'];
const households = Array.from({ length: 40 }, (_, row) => `${sites[row % 4]!.slice(0, 17)}${row % 2}`);

describe('keys of more than 15 digits', () => {
  const join = (main: string, other: string, spec = 'number green\n') =>
    runCase({ 'd.csv': main, 'j.csv': other, 's.study': `study "S"\ndata "d.csv" { id id\n  join "j.csv" on hh }\n${spec}` });

  it('join by all of their digits, and those that are not listed are named as they stand', () => {
    const found = join(
      csvOf({ a: [1, 2, 3, 4], hh: households }),
      `hh,green\n${sites.map((site, at) => `${site},${at * 100}`).join('\n')}\n`,
    );
    expect(found.value('green.n')).toBe(20);
    expect(found.codes).toEqual(['SS331']);
    expect(found.message('SS331')).toContain('20 rows have a hh that "j.csv" does not list: 110101199001012231 (10×)');
    expect(found.message('SS331')).toContain('(rows 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40)');
    // A number that differs in a digit is another household, not a slip of the pen.
    expect(found.help('SS331')).not.toContain('Did you mean');
  });

  const four = ['520424199001011231', '520424199001011232', '520424199001011233', '520424199001011234'];
  const answers = csvOf({
    site: four,
    q: [1, 3, 5, 2, 4, 1, 3, 5, 2, 4, 1, 3, 5, 2, 4, 1, 3, 5, 2, 4, 1, 3, 5, 2],
    x: [1, 4, 7, 3, 6, 2, 5],
  });

  it.each([
    ['texts', (site: string) => `"${site}"`],
    ['numbers', (site: string) => site],
  ])('tell levels apart, whether the spec writes them as %s', (_, code) => {
    const found = runCase({
      'd.csv': answers,
      's.study':
        `study "S"\ndata "d.csv" { id id }\nindicator q on 1..5\ncategory place ` +
        `from site { ${four.map((site, at) => `s${at} = ${code(site)}`).join('  ')} }\n`,
    });
    expect(found.codes).toEqual([]);
    expect(four.map((__, at) => found.value(`place.s${at}.count`))).toEqual([6, 6, 6, 6]);
  });

  it('are clusters of their own, and ids without a double', () => {
    const found = runCase({
      'd.csv': answers,
      's.study':
        'study "S"\ndata "d.csv" { id id  cluster site }\nindicator q on 1..5\nnumber x\nregression m { explain q by x  errors ' +
        'cluster site }\n',
    });
    expect(found.value('m.q.df2')).toBe(3);
    const ids = runCase({
      'd.csv': `id,q\n${four.map((site, at) => `${site},${at + 1}`).join('\n')}\n`,
      's.study': 'study "S"\ndata "d.csv" { id id }\nindicator q on 1..5\n',
    });
    expect(ids.codes).toEqual([]);
  });

  it('are compared in conditions as they are written', () => {
    const where = (condition: string): unknown =>
      runCase({
        'd.csv': answers,
        's.study':
          `study "S"\ndata "d.csv" { id id }\nindicator q on 1..5\nnumber x\nregression m { explain q by x  where ${condition} ` + `}\n`,
      }).value('m.q.n');
    expect(where('site is "520424199001011231"')).toBe(6);
    expect(where('site is 520424199001011231')).toBe(6);
    expect(where('site = 520424199001011231')).toBe(6);
    expect(where('site is not 520424199001011231')).toBe(18);
  });
});

describe('keys of other kinds', () => {
  const join = (keys: readonly string[], other: readonly string[]) =>
    runCase({
      'd.csv': csvOf({ a: [1, 2], k: keys }),
      'j.csv': `k,green\n${other.map((key, at) => `"${key}",${at + 1}`).join('\n')}\n`,
      's.study': 'study "S"\ndata "d.csv" { id id\n  join "j.csv" on k }\nnumber green\n',
    });

  it('keep zeros in front, exponents and decimals apart', () => {
    const found = join(['01', '1', '1e5', '100000', '7.0', '7'], ['01', '100000', '7']);
    expect(found.value('green.n')).toBe(3);
    expect(found.message('SS331')).toContain('1 (1×), 1e5 (1×), 7.0 (1×)');
    expect(found.help('SS331')).toContain('Keys compare as they are written, and "1" is listed as "01" (2 such keys): write them alike.');
  });

  it('are one in other widths and with blanks around them, and that is told', () => {
    const found = join(['A1', 'Ａ1', 'A1\u00a0', 'B'], ['A1', 'B']);
    expect(found.value('green.n')).toBe(4);
    expect(found.codes).toEqual(['SS335']);
    expect(found.message('SS335')).toContain('"A1" and "Ａ1" look alike, and are taken as one key');
  });

  it('are two when they differ in case or in blanks within, and that is told', () => {
    const found = join(['Site A', 'site A', 'SiteA', 'B'], ['Site A', 'B']);
    expect(found.value('green.n')).toBe(2);
    expect(found.message('SS335')).toContain('but are two keys');
    expect(found.help('SS331')).toContain('write them alike');
  });

  it('that Excel was told to leave alone are looked up as they stand, and the mark is told', () => {
    const found = join(["'007", '="008"', '009'], ['007', '008', '009']);
    expect(found.value('green.n')).toBe(1);
    expect(found.help('SS331')).toContain(`"'007" is listed as "007" (2 such keys)`);
  });

  it('are told as ids and clusters too', () => {
    const spec = 'study "S"\ndata "d.csv" { id id  cluster c }\nindicator q on 1..5\n';
    expect(runCase({ 'd.csv': 'id,q,c\nV1,1,x\nv1,2,x\nV2,3,y\n', 's.study': spec }).message('SS335')).toBe(
      '"d.csv", id: "V1" and "v1" look alike, but are two keys, since they are not written alike.',
    );
    expect(runCase({ 'd.csv': 'id,q,c\nV1,1,x 1\nV2,2,x1\nV3,3,y\n', 's.study': spec }).message('SS335')).toContain('"x 1" and "x1"');
    expect(runCase({ 'd.csv': 'id,q,c\nV1,1,x\nV2,2,x\nV3,3,y\n', 's.study': spec }).codes).toEqual([]);
  });

  it('that Excel has shortened are told', () => {
    const found = runCase({
      'd.csv': 'id,q\n5.20424E+17,1\n5.20425E+17,2\n5.20424E+17,3\n',
      's.study': 'study "S"\ndata "d.csv" { id id }\nindicator q on 1..5\n',
    });
    expect(found.codes).toEqual(['SS327', 'SS336']);
    expect(found.message('SS336')).toContain('5.20424E+17 is a long number of which Excel has kept the first digits only');
  });

  it('of text codes compare as written, and numbers by value', () => {
    const category = (codes: string): readonly number[] => {
      const found = runCase({
        'd.csv': 'id,g\n1,01\n2,1\n3,02\n4,１\n',
        's.study': `study "S"\ndata "d.csv" { id id }\ncategory g { ${codes} }\n`,
      });
      return [...found.study.coded!.categories.get('g')!];
    };
    expect(category('one = "01"  other = "02"')).toEqual([0, -1, 1, -1]);
    expect(category('one = "1"  other = "02"')).toEqual([-1, 0, 1, 0]);
    expect(category('one = 1  other = 2')).toEqual([0, 0, 1, 0]);
  });
});

describe('`text`', () => {
  const answers = csvOf({ code: ['007', '7', '12', '007'], q: [1, 2, 3, 4] });
  const spec = (clause: string): string =>
    `study "S"\ndata "d.csv" {${clause} }\nindicator q on 1..5\ncategory place from code { a = 7  b = 12 }\n`;
  const columnOfCodes = (clause: string) => {
    const { study } = runCase({ 'd.csv': answers, 's.study': spec(clause) });
    const column = study.frame!.columns.find(({ name }) => name === 'code')!;
    return { kind: column.kind, as: howRead(study.compiled.plan!, study.frame!).columns.find(({ name }) => name === 'code') };
  };

  it('makes a column of names of one that looks like numbers, and says so', () => {
    expect(columnOfCodes('')).toMatchObject({ kind: 'number', as: { as: 'codes', clause: 'category' } });
    expect(columnOfCodes(' text code')).toMatchObject({ kind: 'text', as: { as: 'names', clause: 'text' } });
  });

  it('names columns that the file has, one by one', () => {
    const absent = runCase({ 'd.csv': answers, 's.study': spec(' text code, cod') });
    expect(absent.codes).toContain('SS320');
    expect(absent.message('SS320')).toContain('"cod"');
    const wrong = runCase({ 'd.csv': answers, 's.study': spec(' text code | q') });
    expect(wrong.codes).toEqual(['SS112']);
    expect(runCase({ 'd.csv': answers, 's.study': spec(' text code q') }).message('SS112')).toContain('names of columns, parted by commas');
  });
});
