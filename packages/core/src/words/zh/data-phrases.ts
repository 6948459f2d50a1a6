// The Chinese of phrases about data that problems have as facts.
import type { DataFileKind, FileFault, FileRefusal, NumberWitness, OtherFormat, ReadingWay } from '../../problems/data-phrases.ts';
import type { Sayings } from '../say.ts';
import { quoted } from './text.ts';

/** At the front of a message, before a comma or a colon: `数据第 57 行（编号 AS-C-013）`. */
export const rowText = (row: number, id: string | null): string => (id === null ? `数据第 ${row} 行` : `数据第 ${row} 行（编号 ${id}）`);

const SAVE = '另存为“CSV UTF-8（逗号分隔）”，并改用该文件。';

/** `called` stands behind 是 or 为. */
export const otherFormats: Readonly<Record<OtherFormat, { readonly called: string; readonly help: string }>> = {
  binary: { called: '二进制数据，而不是文本', help: '从生成该文件的程序中导出“CSV UTF-8”格式的数据。' },
  opendocument: { called: 'OpenDocument 文件', help: `在相应程序中打开，${SAVE}` },
  xlsx: { called: 'Excel 工作簿', help: `在 Excel 中${SAVE}` },
  zip: { called: 'ZIP 压缩包', help: '解压缩，并改用其中的 CSV 文件。' },
  office: { called: '旧版 Excel 工作簿（.xls）或其他 Office 文件', help: `在 Excel 中${SAVE}` },
  spss: { called: 'SPSS 数据文件', help: '改回以 .sav 结尾的文件名。' },
  stata: { called: 'Stata 数据文件', help: '改回以 .dta 结尾的文件名。' },
  pdf: { called: 'PDF 文件', help: '改用存放回答的文件，而不是印出的报告。' },
  parquet: { called: 'Parquet 文件', help: '改回以 .parquet 结尾的文件名。' },
  sqlite: { called: 'SQLite 数据库', help: '将其中的表导出为 CSV。' },
  gzip: { called: '压缩文件（gzip）', help: '解压缩，并改用其中的文件。' },
  html: {
    called: '网页（HTML）',
    help: '有的问卷平台把这种文件命名为 .xls 或 .csv：在 Excel 中打开，另存为“CSV UTF-8”。',
  },
  xml: { called: 'XML 文件', help: '将数据导出为“CSV UTF-8”。' },
};

/** Behind 因为 or 因. */
export const numberWitnesses: Readonly<Record<NumberWitness, string>> = {
  'comma cells': '该文件以逗号为分隔符',
  'semicolon cells': '该文件以分号为分隔符',
  'points only': '该文件的其他数值都不以逗号为小数点',
  'decimal commas': '该文件的其他数值以逗号为小数点',
};

export const readingWays: Sayings<ReadingWay> = {
  'decimal commas': () => '以逗号为小数点',
  commas: () => '以逗号为千位分隔符',
  points: () => '以句点为千位分隔符',
  blanks: () => '以空格为千位分隔符',
  apostrophes: () => '以撇号为千位分隔符',
  'full width': () => '全角数字和符号',
  percent: () => '“%”（除以 100）',
  'per mille': () => '“‰”（除以 1000）',
  unit: ({ unit }) => `单位${quoted(unit)}`,
};

/** Sentences without their stop. */
export const fileRefusals: Sayings<FileRefusal> = {
  missing: () => '没有这个文件',
  folder: () => '这是一个文件夹',
  'no folder': () => '路径中有一部分不是文件夹',
  forbidden: () => '当前用户无权打开',
  changed: () => '读取过程中文件被改动；待其他程序写完后重试',
  'in use': () => '另一个程序正占用该文件（在 Excel 中打开时即如此）；在该程序中关闭后重试',
  'full disk': () => '磁盘已满（ENOSPC）；腾出空间，或写入其他磁盘',
  'read-only disk': () => '磁盘不可写入',
  'long name': () => '文件名过长',
  circle: () => '链接循环指向自身',
  'too large to write': () => '大小将超过当前用户可写入的上限',
  quota: () => '当前用户的磁盘配额已用完',
  'disk error': () => '磁盘报告错误',
  'too large': () => '文件大于 2 GiB',
  device: () => '这是设备，而不是文件',
  special: () => '这不是普通文件',
  'no text': () => '这不是文本',
  'unwritten pipe': () => '这是没有程序写入的管道',
  'silent pipe': ({ seconds }) => `这是管道，${seconds} 秒内没有任何输出`,
  'large pipe': ({ mebibytes }) => `这是管道，输出超过 ${mebibytes} MiB：先将其输出存为文件`,
  other: ({ text }) => text,
};

/** Behind 已损坏的. */
export const dataFileKinds: Readonly<Record<DataFileKind, string>> = {
  sav: 'SPSS 数据文件',
  dta: 'Stata 数据文件',
  xlsx: 'Excel 工作簿',
  parquet: 'Parquet 文件',
  duckdb: 'DuckDB 文件',
};

/** Sentences without their stop. What exactly a reader found is for whoever mends programs; it is told in English only. */
export const fileFaults: Readonly<Record<FileFault, string>> = {
  'cut off': '文件不完整，在中途截断',
  'more than it holds': '所写的数量超出文件所能容纳',
  packed: '有一部分无法解压缩',
  unknown: '开头或存储方式不是此类文件所有',
  untrue: '内容与文件自身所写的不符',
};
