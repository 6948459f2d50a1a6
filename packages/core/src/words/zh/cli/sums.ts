// What the command line says of files of sums, in Chinese.
import type { CliWords } from '../../en/cli/index.ts';
import { quoted } from '../text.ts';

export const sums: CliWords['sums'] = {
  threshold: (given) => `\`--threshold\` 须为不小于 0 的整数，不能是${quoted(given)}。`,
  foreign: (file) => `${quoted(file)}不是频数文件。`,
  newer: (file, version) => `${quoted(file)}由更新的 StudySpec 写成（频数文件版本 ${version}）。`,
  damaged: (file, line) => `${quoted(file)}与写出时不同：第 ${line} 行。`,
  edited: (file) => `${quoted(file)}在写出后经过改动，不予使用。`,
  otherSpec: (file) => `${quoted(file)}是按另一份研究说明统计的：其数据的变量、代码或筛选条件不同。`,
  notOfSpec: (file, form) => `${quoted(file)}所问并非本研究说明的任何分析所需（第 ${form + 1} 行）；未作任何回答。`,
  isQuestion: (file) => `${quoted(file)}是第二轮的询问，不含频数。`,
  noQuestion: (file) => `${quoted(file)}不是第二轮的询问；询问由 \`--ask\` 写出。`,
  noCounts: '这些文件都不含频数。',
  unmergeable: '各文件所含的表不同：统计时所用的研究说明不一致。',
  samePart: (a, b) => `${quoted(a)}与${quoted(b)}含有同一部分数据：任何人不得重复计入。`,
  partsLack: (counted, answered) =>
    counted === answered
      ? '第二轮的回答不来自所统计的那些部分：每个部分须回答一次。'
      : `频数来自 ${counted} 个部分，而第二轮由 ${answered} 个部分回答：每个部分须回答一次。`,
  weighted: '该研究有抽样权重或分层：频数文件只记受访者的频数。',
  eitherOr: '`sums` 接受一部分数据，或若干频数文件，不能混用。',
  onePart: '`sums` 一次只统计一个部分。',
  askOfSums: '`--ask` 须给出所有部分的频数文件。',
  ofRows: '`--scores` 和 `--threshold` 用于数据，不用于频数文件。',
  engine: (engine, reason) => `${engine}：${quoted(reason)}`,
  notAsked: (conditions) =>
    `数据库只接受取值不多的列上的筛选条件，不接受 ${conditions.map((one) => `\`${one}\``).join('、')}；须写入视图。`,
  ofTable: (table) => `回答在表${quoted(table)}中：\`sums\` 不接受其他文件，得分的最小值和最大值由数据库给出。`,
  dialect: (given, known) => `\`--sql\` 须为 ${known.join('、')} 之一，不能是${quoted(given)}。`,
  whichTable: '写明含有回答的表：`--table hive.survey.answers`。',
  tableOfSql: '`--table` 须与 `--sql` 一起使用。',
  severalFiles: '横向合并或纵向追加的文件不是一张表，须在视图中完成。',
  noAnswer: (file) => `${quoted(file)}不是数据库的结果：应为 CSV，每行是若干数字，或一个数字、一段文字和一个数字。`,
  manyAnswers: (used, given) => `前 ${used} 个文件已回答全部询问，却给出了 ${given} 个。`,
  written: (file) => `已写入 ${file}。`,
  asks: (question, statements, next) =>
    `第 ${question} 个询问${statements === 1 ? '' : `（共 ${statements} 条语句，结果放在一起）`}：由数据库回答，将结果存为 ${question}.csv，然后运行：\n${next}`,
  needsRows: '这需要逐行的回答，而频数不含各行。',
  changed: (table) => `${quoted(table)}在统计期间有改动；未作任何计算。`,
  scans: (table, rows, scans) => `${table}：${rows} 行，共扫描 ${scans} 遍。`,
  fewRows: (rows, threshold) => `该部分有受访者 ${rows} 名，少于下限 ${threshold}；未写入任何文件。`,
  counted: (file, rows, tables, kept, threshold) =>
    `已写入 ${file}：受访者 ${rows} 名，频数表 ${tables} 个${kept === 0 ? '' : `，其中 ${kept} 个因有频数低于 ${threshold} 而不公开`}。`,
  merged: (file, parts, rows) => `已写入 ${file}：${parts} 个部分，受访者 ${rows} 名。`,
  question: (file, forms) => `已写入 ${file}：下一轮询问 ${forms} 项。`,
  ranges: (file, forms, rows) => `已写入 ${file}：受访者 ${rows} 名的 ${forms} 项回答。`,
};
