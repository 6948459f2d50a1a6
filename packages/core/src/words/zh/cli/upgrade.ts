// `fmt --upgrade` 所说的话。What `fmt --upgrade` tells, in Chinese.
import type { CliWords } from '../../en/cli/index.ts';

export const upgrade: CliWords['upgrade'] = {
  changes: (file) => `${file}：`,
  stated: (from, to) => (from === null ? `  现在写明语言版本 ${to}` : `  语言版本 ${from} → ${to}`),
  formatted: '  已整理格式',
  rewritten: (line, before, after) => `  第 ${line} 行：${before} → ${after}`,
  left: (line, text) => `  第 ${line} 行：表 ${text} 保持原样：其中的 n 现在可能是另一个数字，须查看该表。`,
  noneMoved: '没有数字变化。',
  isNow: (address) => `（原来的数字：${address}）`,
  notKnown: (file) => `不知道哪些数字有变化：${file} 无法计算。写入之后，\`studyspec check ${file}\` 会说明原因。`,
  nothing: (files) => (files === 1 ? '该文件已按当前语言版本编写，并已写明。' : '所有文件均已按当前语言版本编写，并已写明。'),
  mistakes: (file, count) => `${file} 有${count}，无法确定其含义；未写入任何文件。`,
};
