// What the command line tells of manuscripts, in Chinese.
import type { CliWords } from '../../en/cli/index.ts';
import { quoted, zh } from '../text.ts';

const commas = (all: readonly string[]): string => all.join('、');
const coded = (all: readonly string[]): string => commas(all.map((one) => `\`${one}\``));
const orNone = (among: readonly string[]): string => (among.length === 0 ? '该研究没有。' : `可选：${coded(among)}。`);

const faults: CliWords['manuscripts']['faults'] = {
  at: (file, line, column, sentence) => `${file}:${line}:${column}: 错误：${sentence}`,
  unclosed: '此处的花括号没有闭合。统计量写作 `{{ integration.kmo }}`；作为文字的花括号写作 `\\{{`。',
  noAddress: (given) =>
    given === ''
      ? '花括号之间没有内容。统计量写作 `{{ integration.kmo }}`。'
      : `${quoted(given)}不是地址。地址形如 \`integration.kmo\` 或 \`full.integration.beta(age.middle)\`。`,
  nothingThere: (address, near) =>
    `地址 \`${address}\` 没有统计量。${near.length === 0 ? '`studyspec query FILE` 列出全部地址。' : `是否应为 ${coded(near)}？`}`,
  noValue: (address, reason) => `\`${address}\` 没有值${reason === '' ? '' : `：${reason}`}。`,
  noFormat: (given, formats, near) =>
    `数字不能写成${quoted(given)}：可用 ${coded(formats)}，或小数位数（如 \`| 2\`）。` +
    `${near.length === 0 ? '' : `是否应为 ${coded(near)}？`}`,
  noTable: (name, among) => `没有唯一的表${quoted(name)}。${orNone(among)}`,
  noFigure: (name, among) => `没有唯一的图${quoted(name)}。${orNone(among)}`,
  formatOfPart: (given) => `表和图没有数字格式：删去 \`| ${given}\`。`,
  notAlone: '在 Word 中，表或图取代其所在的段落：请为其单设一段，段中不含其他内容。',
};

const parts: Parameters<CliWords['manuscripts']['word']['at']>[1] extends infer K extends string ? Readonly<Record<K, string>> : never = {
  document: '',
  header: '页眉，',
  footer: '页脚，',
  footnotes: '脚注，',
  endnotes: '尾注，',
};

const word: CliWords['manuscripts']['word'] = {
  at: (file, part, paragraph, around, sentence) =>
    zh`${file}：${parts[part]}第 ${paragraph} 段${around === '' ? '' : `（${around}）`}：错误：${sentence}`,
  refused: {
    old: (file) => `${quoted(file)}为 Word 2007 之前的格式。请用 Word 打开并另存为 .docx。`,
    encrypted: (file) => `${quoted(file)}有密码保护。请在 Word 中（文件 › 信息）取消密码并保存。`,
    'cut off': (file) => `${quoted(file)}不完整：缺少结尾。请重新复制或下载。`,
    damaged: (file) => `${quoted(file)}已损坏。请用 Word 打开（Word 或可修复）并保存。`,
    'too much': (file) => `${quoted(file)}解压后的大小远超一般文档，不予读取。`,
    other: (file) => `${quoted(file)}虽以 .docx 为扩展名，但不是 Word 文档。请用 Word 打开并另存为 .docx。`,
    strict: (file) => `${quoted(file)}是严格（Strict）Open XML 文档。请在 Word 中另存为普通的 Word 文档（.docx）。`,
  },
  byHand: (what) => `\`${what}\` 在填入之后经过手工改动。`,
  keptByHand: (count) => `${count} 处经过手工改动；未写入任何文件。用 \`--force\` 填入研究的数字。`,
  fillItself: (out, study) => `若要保留改动并更新其中的数字：\`studyspec fill ${out} ${study}\`。`,
};

export const manuscripts: CliWords['manuscripts'] = {
  faults,
  word,
  nothingWritten: (count) => `${count} 处无法填入；未写入任何文件。`,
  noSuchManuscript: (file) => `${quoted(file)}不是 \`fill\` 可读的文稿：可用 .docx、.md、.qmd、.Rmd、.markdown 或 .tex。`,
  noStudy: (file) => `${quoted(file)}没有写明研究说明文件，其文件夹中也没有唯一的一个。`,
  nameStudy: '请写明：`studyspec fill MANUSCRIPT FILE`，或在文首写 `studyspec: FILE`。',
  saveAsDocx: '请先另存为 .docx。',
  otherKind: (file, ending) => `${quoted(file)}的内容将是 .${ending} 文件：请用该扩展名。`,
  note: (manuscript, study) => zh`由 ${manuscript} 与 ${study} 生成：修改应在这两个文件中进行，不在本文件中`,
  changedByHand: (file) => `${quoted(file)}在填入之后经过改动，或不是由 \`studyspec fill\` 写入；未写入任何文件。用 \`--force\` 予以替换。`,
  filled: (file, numbers, figures) => `${zh`已写入 ${file}：${numbers} 个数字`}${figures.length === 0 ? '' : `，图 ${commas(figures)}`}。`,
  same: (file) => `${file} 与将要写入的内容一致。`,
  notThere: (file) => `${file} 不存在；\`studyspec fill\` 可写入该文件。`,
  handMade: (file) => `${file} 在填入之后经过改动，或不是由 \`studyspec fill\` 写入。`,
  textChanged: (file) => `${file} 与将要写入的内容不一致：不同的是文字，不是数字。`,
  figureChanged: (file) => `${file} 与将要绘制的图不一致，或不存在。`,
  numbersMoved: (count) => `${count} 个数字有变化：`,
  moved: (what, before, now) => `  ${what}：${before ?? '（新）'} → ${now ?? '（已无）'}`,
};
