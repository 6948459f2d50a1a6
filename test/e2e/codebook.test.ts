// `codebook`: the data through the spec, in every form. Counts are by hand, from the rows below.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { readData, type SeenData } from '@studyspec/core';
import { makeFolder, type Folder } from '../support/cli.ts';

const data = `id,a,b,c,d,x,g,所用时间(秒),用时,note
1,4,2,4,4,10,1,100,5分10秒,=1+1
2,3,3,3,3,20,2,110,300秒,b
3,-8,3,3,3,,2,120,4分,c
4,5,1,5,5,-99,1,30,1分,d
5,1,2,3,4,12,9,130,6分,e
5,2,2,2,7,14,1,140,5分,f
7,4,2,4,4,10,1,100,5分10秒,=1+1
`;
const spec = `study "Seen" zh "所见"
data "d.csv" { id id  missing -8 | -99 }
scale s 1..5 "never" zh "从不" .. "always" zh "总是"
dimension D "Dim" zh "维度" on s { indicator a "A" zh "甲"
 indicator b reversed
 indicator c
 indicator d }
number x
category g "G" { u "U" zh "优" = 1  v "V" = 2  w "W" = 3 }
`;

let folder: Folder;
beforeAll(() => {
  folder = makeFolder();
  folder.write({ 's.study': spec, 'd.csv': data });
});
afterAll(() => {
  folder.remove();
});
const json = (...more: string[]): SeenData => JSON.parse(folder.studyspec('codebook', 's.study', '--json', ...more).out) as SeenData;
const of = (name: string) => json().variables.find((one) => one.name === name)!;

describe('studyspec codebook', () => {
  it('counts answers by code, with labels, and missing ones by theirs', () => {
    const a = of('a');
    expect([a.n, a.missing, a.blank, a.unusable]).toEqual([6, 1, 0, 0]);
    expect(a.values!.map(({ code, label, count }) => [code, label, count])).toEqual([
      ['1', 'never', 1],
      ['2', '', 1],
      ['3', '', 1],
      ['4', '', 2],
      ['5', 'always', 1],
    ]);
    expect(a.missingByCode).toEqual([{ code: '-8', label: '', count: 1 }]);
    const d = of('d');
    expect([d.n, d.unusable, d.values!.map(({ count }) => count)]).toEqual([6, 1, [0, 0, 2, 3, 1]]);
    const x = of('x');
    expect([x.n, x.blank, x.missingByCode[0]!.count, x.mean]).toEqual([5, 1, 1, 13.2]);
    const g = of('g');
    expect([g.n, g.unusable]).toEqual([6, 1]);
    expect(g.values!.map(({ code, label, count }) => [code, label, count])).toEqual([
      ['1', 'U', 4],
      ['2', 'V', 2],
      ['3', 'W', 0],
    ]);
    expect(of('note').kind).toBe('column');
  });

  it('says who gave one answer throughout, as it was asked: a reversed item is turned back', () => {
    // Row 2 alone answered 3, 3, 3, 3; row 3 lacks an answer, row 6 one that can be used.
    expect(json().straightLining).toEqual([{ name: 'D', items: ['a', 'b', 'c', 'd'], answered: 5, straight: 1 }]);
  });

  it('says which ids stand twice, which rows are equal, and how long it took', () => {
    const { duplicates, time } = json();
    expect(duplicates).toEqual({ ids: [{ id: '5', rows: [5, 6] }], rows: [[1, 7]] });
    expect(time.map(({ column, n, min, median, max, fast }) => [column, n, min, median, max, fast])).toEqual([
      ['所用时间(秒)', 7, 30, 110, 140, 1],
      ['用时', 7, 60, 300, 360, 1],
    ]);
  });

  it('rows = respondents + rows left out, each with its reason', () => {
    folder.write({ 'w.study': spec.replace('{ id id', '{ id id  where g is 1 and x > 10') });
    const seen = JSON.parse(folder.studyspec('codebook', 'w.study', '--json').out) as SeenData;
    expect([seen.rows, seen.respondents, seen.leftOut.map(({ rows }) => rows)]).toEqual([7, 1, [3, 3]]);
  });

  it('is text, in the language asked for, and names the problems of the data', () => {
    const { code, out } = folder.studyspec('codebook', 's.study');
    expect(code).toBe(0);
    expect(out).toContain('Codebook: Seen');
    expect(out).toMatch(/-8 \(missing\)\s+1/u);
    expect(out).toContain('SS327');
    expect(out).toContain('SS379');
    const zh = folder.studyspec('codebook', 's.study', '--lang', 'zh').out;
    for (const text of ['编码手册：所见', '从不', '优', '-8（缺失）', '全部选同一回答']) expect(zh).toContain(text);
  });

  it('is written as its ending says, and over nothing', () => {
    for (const ending of ['html', 'md', 'csv', 'json', 'xlsx', 'txt'])
      expect(folder.studyspec('codebook', 's.study', '--out', `c.${ending}`).code).toBe(0);
    expect(readFileSync(folder.at('c.html'), 'utf8')).toContain('<html');
    const rows = readData(readFileSync(folder.at('c.csv')), 'c.csv').frame!;
    expect(rows.columns.map(({ name }) => name)).toEqual(
      'name column label kind n missing mean sd min max code value_label count is_missing'.split(' '),
    );
    const book = readData(readFileSync(folder.at('c.xlsx')), 'c.xlsx').frame!;
    expect([book.rows, book.columns.length]).toEqual([rows.rows, rows.columns.length]);
    expect(folder.studyspec('codebook', 's.study', '--out', 'c.html').err).toContain('--force replaces it');
    expect(folder.studyspec('codebook', 's.study', '--out', 'd.csv', '--force').code).toBe(1);
    expect(readFileSync(folder.at('d.csv'), 'utf8')).toBe(data);
    expect(folder.studyspec('codebook', 's.study', '--out', 'c.docx').code).toBe(2);
    expect(folder.studyspec('codebook', 's.study', '--csv', '--json').code).toBe(2);
    expect(folder.studyspec('codebook', 's.study', '--xlsx').code).toBe(2);
  });

  it('nothing in it is a formula', () => {
    expect(folder.studyspec('codebook', 's.study', '--csv').out).toContain("'=1+1");
    expect(readFileSync(folder.at('c.xlsx')).includes('<f>')).toBe(false);
  });

  it('has nothing to show without data, and says why', () => {
    folder.write({ 'none.study': spec.replace('d.csv', 'none.csv') });
    const { code, err } = folder.studyspec('codebook', 'none.study');
    expect([code, err]).toEqual([1, expect.stringContaining('there is no data to show')]);
  });
});
