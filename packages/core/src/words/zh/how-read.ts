// How a file was read, in one line, in Chinese; and what a column was read as. Facts are ../how-read.ts'.
import type { ColumnRead, FileRead } from '../how-read.ts';
import { say } from '../say.ts';
import { readingWays } from './data-phrases.ts';
import { encodingText } from './places.ts';
import { names, quoted, zh } from './text.ts';

const SEPARATORS = { ',': '逗号', ';': '分号', '\t': '制表符' } as const;
const PLATFORMS: Readonly<Record<string, string>> = { Wenjuanxing: '问卷星', Tencent: '腾讯问卷' };
/** Longer lists tell nobody anything. */
const LISTED = 6;

/** No mark up to 9999, above it a thin space. */
const grouped = (value: number): string => (value < 10_000 ? String(value) : String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ' '));
const some = (parts: readonly string[]): string =>
  `${parts.slice(0, LISTED).join('、')}${parts.length > LISTED ? `等 ${parts.length} 个` : ''}`;
const typed = (clauses: readonly string[]): string => clauses.map((clause) => `\`${clause}\``).join('、');

/** What a reader calls the file: `Excel, sheet "数据"`, `SPSS, zlib`, `Stata 14 (version 118)`. */
const versionText = (version: string): string =>
  version
    .replace(/, sheet "(.*)"$/u, ' 工作表“$1”')
    .replace(/, compressed$/u, '（压缩）')
    .replace(/, zlib$/u, '（zlib 压缩）')
    .replace(/ \(version (\d+)\)$/u, '（版本 $1）');

/** `数据文件“survey.csv”：Qualtrics 导出的 CSV，UTF-8，变量名在第 1 行，表头至第 3 行，以逗号为分隔符，以句点为小数点；30 行，…` */
export function tellFileRead(read: FileRead): string {
  const { file, version, layout, encoding, rows, columns, decoded, found, weight, export: own } = read;
  const isText = read.format === 'csv';
  const parts = [
    own === null ? versionText(version) : zh`${PLATFORMS[own.platform] ?? own.platform}导出的${versionText(version)}`,
    ...(read.format === 'xlsx' || read.format === 'parquet' || read.format === 'duckdb' ? [] : [encodingText(encoding)]),
    ...(layout === null
      ? []
      : [
          `变量名在第 ${layout.header.names} 行`,
          ...(layout.header.last > layout.header.names ? [`表头至第 ${layout.header.last} 行`] : []),
          ...(layout.separator === null ? [] : [`以${SEPARATORS[layout.separator]}为分隔符`]),
          ...(isText ? [`以${layout.decimal === ',' ? '逗号' : '句点'}为小数点`] : []),
        ]),
  ];
  const left = [
    ...(layout !== null && layout.left.blank > 0 ? [`略去空白行 ${grouped(layout.left.blank)} 行`] : []),
    ...(layout !== null && layout.left.sums > 0 ? [`略去合计行 ${grouped(layout.left.sums)} 行`] : []),
  ];
  const size = [
    `${grouped(rows)} 行`,
    ...left,
    decoded < columns ? `${grouped(columns)} 列中读取 ${grouped(decoded)} 列` : `${grouped(columns)} 列`,
  ];
  const change = found.length === 0 ? '' : `（如须更改：${typed(found)}）`;
  const notes = [
    ...(weight === null ? [] : [`该文件以${quoted(weight)}加权`]),
    ...(own === null || own.notAnswered.length === 0 ? [] : [`${own.notAnswered.map(quoted).join('')}表示未作回答`]),
    ...(own === null || own.several.length === 0
      ? []
      : [`一格中有几个回答的列：${some(own.several.map(({ column, mark }) => `${quoted(column)}（${quoted(mark)}）`))}`]),
    ...(own === null || own.sets.length === 0
      ? []
      : [`每个选项一列的多选题：${some(own.sets.map((set) => `${quoted(set.name)}（${set.columns.length} 列）`))}`]),
    ...(own === null || own.twice.length === 0 ? [] : [`另有一列存放同一题的回答：${names(own.twice, LISTED)}`]),
    ...(own === null || own.unanswered.length === 0 ? [] : [`没有任何回答的列：${names(own.unanswered, LISTED)}`]),
  ];
  return `数据文件${quoted(file)}：${parts.join('，')}；${size.join('，')}${change}。${notes.length === 0 ? '' : `${notes.join('；')}。`}`;
}

const KINDS: Readonly<Record<ColumnRead['as'], string>> = {
  names: '名称，按原样比较',
  points: '评分量表的分值',
  words: '评分量表的文字',
  codes: '类别的代码',
  numbers: '数值',
  dates: '日期',
  texts: '文字',
  blank: '全部空白',
};

/** `“income”列：数值，以逗号为小数点（\`decimal\`）`. */
export function tellColumnRead({ name, as, ways, variables, clause }: ColumnRead): string {
  const written = ways.map((way) => say(readingWays, way));
  return (
    `${quoted(name)}列：${[KINDS[as], ...written].join('，')}` +
    `${variables.length === 0 || (variables.length === 1 && variables[0] === name) ? '' : ` → ${variables.join('、')}`}` +
    `${clause === null ? '' : `（\`${clause}\`）`}`
  );
}
