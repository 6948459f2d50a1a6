// Rows that are no respondents: headings under the names, sums above or below; and respondents that stand twice. Cases of public reports of
// users of other programs (b06, b12), with others of their kind.
import { describe, expect, it } from 'vitest';
import { runCase, type Case } from './support.ts';

const spec = (id: string, more = '') => `study "S"\ndata "d.csv" { id ${id} }\nindicator Q1 on 1..5\nindicator Q2 on 1..5\n${more}`;
const qualtrics =
  'ResponseId,Q1,Q2,sex\nResponse ID,"How satisfied are you, ' +
  'overall?",Second,Sex\n' +
  '"{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3""}"\n' +
  'R_a,1,2,1\nR_b,3,4,2\nR_c,5,4,1\n';

describe('rows of headings', () => {
  it('of Qualtrics are left out and told once; rows keep their numbers', () => {
    const found = runCase({
      'd.csv': qualtrics,
      's.study': spec('ResponseId', 'category sex { male = 1 female = 2 }\nnumber all_q = Q1 + Q2\n'),
    });
    expect([found.value('Q1.n'), found.value('Q1.mean'), found.value('all_q.mean'), found.value('sample')]).toEqual([
      3,
      3,
      expect.closeTo(19 / 3, 12),
      3,
    ]);
    expect(found.codes).toEqual(['SS317']);
    expect(found.message('SS317')).toContain(
      'Rows 1-2 of "d.csv" look like rows of headings, not like respondents: "Response ID", "How satisfied are you, overall?", "Second" …',
    );
    expect([...found.study.frame!.rowNumbers!]).toEqual([3, 4, 5]);
  });

  it.each([
    ['Wenjuanxing, in a second row', '序号,Q1,Q2\n序号,1、您对收入满意吗,2、您有朋友吗\n1,5,4\n2,4,4\n3,2,1\n', '序号', 1],
    ['one question, asked in words', 'rid,Q1,Q2\nID,How satisfied are you?,\nR1,3,\nR2,4,2\nR3,2,1\n', 'rid', 1],
    [
      'units and a text that the platform adds',
      'rid;Q1;Q2\nnumber;score;score 2\n(key);1 to 5;one to five\nR1;3;1\nR2;4;2\nR3;2;1\n',
      'rid',
      2,
    ],
    ['decimal commas below', 'rid;Q1;Q2;x\nNumber;Question one;Question two;Income\nR1;3;1;3,5\nR2;4;2;2,25\n', 'rid', 1],
    ['words for no answer among the numbers', 'rid,Q1,Q2\nNumber,First,Second\nR1,3,NA\nR2,NA,2\nR3,4,5\n', 'rid', 1],
    ['a byte order mark and Windows line ends', '\ufeffrid,Q1,Q2\r\nNumber,First,Second\r\nR1,3,1\r\nR2,4,2\r\n', 'rid', 1],
    ['a single respondent below', 'rid,Q1,Q2\nNumber,First,Second\nR1,3,1\n', 'rid', 1],
  ])('are recognised: %s', (_, csv, id, count) => {
    const found = runCase({ 'd.csv': csv, 's.study': spec(id) });
    expect(found.message('SS317')).toMatch(count === 1 ? /^Row 1 / : /^Rows 1-2 /u);
    expect(found.study.frame!.rowNumbers![0]).toBe(count + 1);
  });

  it.each([
    ['a respondent who refused everything', 'rid,Q1,Q2\nR1,refused,refused\nR2,4,2\nR3,3,5\nR4,2,2\n'],
    ['a respondent who skipped, in two words', 'rid,Q1,Q2\nR1,(跳过),(空)\nR2,4,2\nR3,3,5\nR4,2,2\n'],
    ['a word that comes again', 'rid,Q1,Q2\nR1,oft,nie\nR2,4,2\nR3,oft,5\nR4,2,nie\n'],
    ['one word in one item', 'rid,Q1,Q2\nR1,perhaps,3\nR2,4,2\nR3,3,5\nR4,2,2\n'],
    ['labels all the way', 'rid,Q1,Q2\nR1,agree,disagree\nR2,agree,agree\nR3,disagree,agree\n'],
    ['numbers from the first row on', 'rid,Q1,Q2\nR1,1,2\nR2,agree,agree\n'],
  ])('are not seen in %s', (_, csv) => {
    expect(runCase({ 'd.csv': csv, 's.study': spec('rid') }).codes).not.toContain('SS317');
  });

  it('that were not recognised are never advised to be declared missing', () => {
    const found = runCase({ 'd.csv': 'rid,Q1,Q2\nR1,perhaps,3\nR2,4,2\nR3,3,5\nR4,2,2\n', 's.study': spec('rid') });
    expect(found.help('SS322')).toBe(
      'It stands in the first row of a column of numbers: if that is a row of headings, write `header 1..2` in the data block.',
    );
    expect(found.help('SS322')).not.toContain('`missing');
  });
});

describe('rows of sums', () => {
  const rows = '1,3,4\n2,4,5\n3,5,4\n4,2,3\n';
  const read = (csv: string, id = 'id'): Case => runCase({ 'd.csv': `id,Q1,Q2\n${csv}`, 's.study': spec(id) });

  it.each([
    '平均',
    '合计',
    '总计',
    '平均值',
    '均值',
    '合 计',
    '小计：',
    'Mean',
    'TOTAL',
    'Total:',
    'average',
    'Sum',
    'Grand Total',
    '平均（M）',
    'Mittelwert',
    'Summe',
    'moyenne',
    '平均分',
    '總計',
  ])('%s is no respondent, at the bottom or at the top', (word) => {
    for (const csv of [`${rows}${word},3.5,4\n`, `${word},3.5,4\n${rows}`]) {
      const found = read(csv);
      expect([found.value('Q1.n'), found.value('Q1.mean'), found.codes]).toEqual([4, 3.5, ['SS318']]);
      expect(found.message('SS318')).toContain(`("${word}", 3.5, 4) sums up the others and is no respondent; it is left out.`);
    }
  });

  it('takes deviations and extremes along, and notes below the table', () => {
    const found = read(`${rows}平均,3.5,4\n标准差,1.29,0.82\nMax,5,5\n注：数据来自问卷,,\n`);
    expect([found.value('sample'), found.codes]).toEqual([4, ['SS318']]);
    expect(found.message('SS318')).toContain(
      'row 5 ("平均", 3.5, 4), row 6 ("标准差", 1.29, 0.82), row 7 ("Max", 5, 5), row 8 ("注：数据来自问卷") sum up the others',
    );
  });

  it('takes a last row without an id that holds the sums or the means', () => {
    expect(read(`${rows},3.5,4\n`).codes).toEqual(['SS318']);
    expect(read(`${rows},14,16\n`).value('Q1.n')).toBe(4);
    expect(read(`${rows},3,4\n`).codes).toEqual([]);
  });

  it('looks into the first column when there is no id', () => {
    const csv = `name,Q1,Q2\nMax,3,4\nMin,4,5\nAnna,5,4\nTom,2,3\nTotal,14,16\n`;
    const found = runCase({ 'd.csv': csv, 's.study': 'study "S"\ndata "d.csv" { }\nindicator Q1 on 1..5\nindicator Q2 on 1..5\n' });
    expect(found.message('SS318')).toContain('row 5 ("Total", 14, 16)');
  });

  it('leaves people alone who are called Max or Min, and sites called so', () => {
    const people = runCase({ 'd.csv': 'id,Q1,Q2\nMax,3,4\nMin,4,5\nAnna,5,4\n', 's.study': spec('id') });
    expect([people.value('sample'), people.codes]).toEqual([3, []]);
    const sites = runCase({
      'd.csv': 'site,Q1,Q2\nmean,3,4\nmean,4,5\nmean,5,4\nother,1,2\n',
      's.study': 'study "S"\ndata "d.csv" { cluster site }\nindicator Q1 on 1..5\nindicator Q2 on 1..5\n',
    });
    expect(sites.codes).toEqual([]);
  });
});

describe('rows that stand twice', () => {
  it('are told once, and not again as a repeated id', () => {
    const found = runCase({ 'd.csv': 'id,Q1,Q2\nV1,3,4\nV2,4,5\nV1,3,4\nV3,5,4\nV2,4,5\n', 's.study': spec('id') });
    expect(found.codes).toEqual(['SS341']);
    expect(found.message('SS341')).toBe('2 rows of "d.csv" repeat another one in every cell: 1 and 3; 2 and 5. All are counted.');
    expect(runCase({ 'd.csv': 'id,Q1,Q2\nV1,3,4\nV2,4,5\nV1,3,5\n', 's.study': spec('id') }).codes).toEqual(['SS327']);
  });

  it('are told without ids only where chance cannot explain them', () => {
    const plain = 'study "S"\ndata "d.csv" { }\nindicator Q1 on 1..5\nindicator Q2 on 1..5\n';
    expect(runCase({ 'd.csv': 'Q1,Q2\n3,4\n4,5\n3,4\n2,2\n', 's.study': plain }).codes).toEqual([]);
    expect(
      runCase({ 'd.csv': 'time,Q1,Q2\n9:01:12,3,4\n9:02:44,4,5\n9:03:07,3,4\n9:02:44,4,5\n', 's.study': plain }).message('SS341'),
    ).toContain('Rows 2 and 4');
    const many = Array.from({ length: 14 }, (_, at) => `Q${at + 1}`);
    const row = (start: number): string => many.map((_, at) => 1 + ((start * 3 + at * at) % 5)).join(',');
    expect(runCase({ 'd.csv': `${many.join(',')}\n${row(1)}\n${row(2)}\n${row(1)}\n`, 's.study': plain }).codes).toEqual(['SS341']);
    expect(
      runCase({
        'd.csv': `${many.join(',')}\n${many.map(() => 3).join(',')}\n${row(2)}\n${many.map(() => 3).join(',')}\n`,
        's.study': plain,
      }).codes,
    ).toEqual([]);
  });
});
