// How a file was read, in Chinese: the same facts that test/platforms/how-read.test.ts has in English.
import { expect, it } from 'vitest';
import { howRead, type DataRead } from '@studyspec/core';
import { tellColumnRead, tellFileRead } from '../../packages/core/src/words/zh/how-read.ts';
import { platformBytes } from '../platforms/expected.ts';
import { runProject } from '../support/project.ts';

function read(folder: string, file: string, data: string, more = ''): DataRead {
  const spec = `study "S"\n\ndata "${file}" {\n${data}\n}\n\n${more}\n`;
  const { compiled, frame } = runProject({ 's.study': spec, [file]: platformBytes(folder, file) }, 's.study', 'check');
  return howRead(compiled.plan!, frame!);
}

it.each([
  [
    '13-encodings',
    'gbk.csv',
    '',
    '数据文件“gbk.csv”：CSV，GB18030，变量名在第 1 行，以逗号为分隔符，以句点为小数点；20 行，5 列（如须更改：',
  ],
  ['13-encodings', 'utf16le_tab.txt', '', '：CSV，UTF-16LE，变量名在第 1 行，以制表符为分隔符'],
  ['01-wenjuanxing', '按文本_labels.xlsx', '', '：问卷星导出的 Excel 工作表“Sheet1”，变量名在第 1 行；40 行'],
  ['01-wenjuanxing', '按序号_codes.csv', '', '每个选项一列的多选题：“4”（4 列）'],
  ['02-qualtrics', 'qualtrics_numeric.csv', '', '：Qualtrics 导出的 CSV，UTF-8，变量名在第 1 行，表头至第 3 行'],
  ['11-wide-public-file', 'cfps_like_adult.dta', '  id pid', '：Stata 14（版本 118），UTF-8；150 行，1200 列中读取 1 列'],
  ['07-spss-pspp', 'pspp.zsav', '', '该文件以“wt”加权。'],
  ['05-excel-export', '汇总表.xlsx', '  sheet "数据"', '25 行，略去合计行 1 行'],
])('%s/%s', (folder, file, data, says) => expect(tellFileRead(read(folder, file, data).files[0]!)).toContain(says));

it('a column is told with what it was read as and the clause that would change it', () => {
  const ways = [{ is: 'decimal commas' }, { is: 'unit', unit: '元' }] as const;
  const column = { file: 'a.csv', name: 'income', label: null, as: 'numbers', ways, variables: ['pay'], clause: 'decimal' } as const;
  expect(tellColumnRead(column)).toBe('“income”列：数值，以逗号为小数点，单位“元” → pay（`decimal`）');
  expect(tellColumnRead({ ...column, ways: [], variables: ['income'], clause: null })).toBe('“income”列：数值');
});
