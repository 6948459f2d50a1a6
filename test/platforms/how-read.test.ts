// The line in which `check` says how a file was read, and what its columns were read as.
import { describe, expect, it } from 'vitest';
import { howRead, tellColumnRead, tellFileRead, type DataRead } from '@studyspec/core';
import { runProject } from '../support/project.ts';
import { platformBytes } from './expected.ts';

function read(folder: string, file: string, data: string, more = ''): DataRead {
  const spec = `study "S"\n\ndata "${file}" {\n${data}\n}\n\n${more}\n`;
  const { compiled, frame } = runProject({ 's.study': spec, [file]: platformBytes(folder, file) }, 's.study', 'check');
  return howRead(compiled.plan!, frame!);
}
const line = (folder: string, file: string, data = ''): string => tellFileRead(read(folder, file, data).files[0]!, 'en');

describe('a file is said to be read', () => {
  it.each([
    ['13-encodings', 'gbk.csv', '"gbk.csv": CSV, GB18030, names in row 1, commas between the cells, decimal point; 20 rows, 5 columns'],
    ['13-encodings', 'utf16le_tab.txt', 'CSV, UTF-16LE, names in row 1, tabs between the cells'],
    ['13-encodings', 'cp1252.csv', 'CSV, windows-1252, names in row 1, semicolons between the cells'],
    ['14-numbers', 'decimal_comma.csv', 'semicolons between the cells, decimal comma; 18 rows'],
    ['01-wenjuanxing', '按文本_labels.csv', 'CSV of Wenjuanxing, UTF-8'],
    [
      '01-wenjuanxing',
      '按文本_labels.csv',
      '(空) and (跳过) are no answers; several answers in a cell: 4、您目前从事哪些工作？（可多选） ("┋")',
    ],
    ['01-wenjuanxing', '按文本_labels.xlsx', 'Excel, sheet "Sheet1" of Wenjuanxing, names in row 1; 40 rows'],
    ['01-wenjuanxing', '按序号_codes.csv', 'A column a choice: 4 (4 columns).'],
    ['02-qualtrics', 'qualtrics_numeric.csv', 'CSV of Qualtrics, UTF-8, names in row 1, headings down to row 3'],
    ['04-kobo-odk', 'household_-_all_versions_-_False.csv', 'in one column as well: grp_hh/needs; without any answer: _validation_status'],
    ['11-wide-public-file', 'cfps_like_adult.dta', 'Stata 14 (version 118), UTF-8; 150 rows, 1 of 1,200 columns read'],
    ['07-spss-pspp', 'pspp.zsav', 'The file weights by wt.'],
  ])('%s/%s', (folder, file, says) => expect(line(folder, file, folder.startsWith('11') ? '  id pid' : '')).toContain(says));

  it('with the clauses that would change it, without those that the study states', () => {
    expect(line('13-encodings', 'gbk.csv')).toContain('(to change that: `encoding`, `header`, `decimal`)');
    expect(line('13-encodings', 'gbk.csv', '  encoding gb18030\n  header 1\n  decimal point')).not.toContain('to change that');
    expect(line('05-excel-export', '汇总表.xlsx', '  sheet "数据"')).toContain('names in row 3, headings down to row 4');
    expect(line('05-excel-export', '汇总表.xlsx', '  sheet "数据"')).toContain('25 rows, 1 row of sums left out');
  });

  it('and each file that is joined', () => {
    const { frame, compiled } = runProject(
      {
        's.study': 'study "S"\n\ndata "a.csv" {\n  id pid\n  join "f.csv" on fid18\n}\n\nnumber expense\n',
        'a.csv': platformBytes('11-wide-public-file', 'cfps_like_adult_core.csv'),
        'f.csv': platformBytes('11-wide-public-file', 'cfps_like_family.csv'),
      },
      's.study',
      'check',
    );
    const { files, columns } = howRead(compiled.plan!, frame!);
    expect(files.map(({ file, role, rows }) => [file, role, rows])).toEqual([
      ['a.csv', 'answers', 150],
      ['f.csv', 'joined', expect.any(Number)],
    ]);
    expect(columns.find(({ name }) => name === 'expense')).toMatchObject({ file: 'f.csv', as: 'numbers' });
    expect(columns.find(({ name }) => name === 'fid18')).toMatchObject({ as: 'names', clause: 'join' });
  });
});

describe('a column is said to be read', () => {
  it('as names, points, words, codes, numbers, dates', () => {
    const { columns } = read(
      '01-wenjuanxing',
      '按文本_labels.csv',
      '  id "序号"',
      'scale agreement 1..5 { "非常不同意" = 1 "不同意" = 2 "一般" = 3 "同意" = 4 "非常同意" = 5 }\n' +
        'indicator income from "3、(我对收入满意)" on agreement\ncategory sex from "1、您的性别？" { m = "男"  f = "女" }\n' +
        'number years from "5、您从事该工作多少年了？"',
    );
    const told = columns.map((column) => tellColumnRead(column, 'en'));
    expect(told).toEqual(
      expect.arrayContaining([
        '序号: names, compared as written (`id`)',
        '提交答卷时间: dates',
        '所用时间: numbers, the unit "秒"',
        '3、(我对收入满意): words of a scale → income (`on`)',
        '1、您的性别？: codes of levels → sex (`category`)',
        '5、您从事该工作多少年了？: numbers → years',
      ]),
    );
    expect(columns.find(({ name }) => name === '3、(我对收入满意)')!.label).toBe('我对收入满意');
  });

  it('with how its numbers are written, and the clause that would change that', () => {
    const { columns } = read('14-numbers', 'decimal_comma.csv', '  id id');
    expect(columns.map((column) => tellColumnRead(column, 'en'))).toContain('score: numbers, decimal commas (`decimal`)');
  });
});
