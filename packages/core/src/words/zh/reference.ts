// Chinese words of the reference pages; typed by the English ones.
import type { ReferenceWords } from '../en/reference.ts';
import { kindText } from './kinds.ts';

export const referenceChinese: ReferenceWords = {
  language: '语言的词汇',
  languageOpening: '每条声明以其类别开头；所属内容写在同一行或花括号中。没有保留字：关键字只在声明或子句可以开始的位置才是关键字。',
  declarations: '声明',
  clausesOf: (list) => `子句：${list}。`,
  declarationsInside: (list) => `其中的声明：${list}。`,
  clauses: '子句',
  clauseHeads: ['子句', '所在声明', '含义', '示例'],
  options: '选项',
  optionHeads: ['所在声明', '写法', '含义'],
  isDefault: (doc) => `${doc}默认设置。`,
  frameworks: '内置研究框架',
  frameworksOpening: '`replicates "std:…"` 指明其中之一。它们以本语言写成，位于 `packages/dsl/src/stdlib`。',
  frameworkHeads: ['名称', '内容'],
  quantities: '统计量',
  quantitiesOpening:
    '研究所计算的每个统计量都有地址：声明的名称、一个点、统计量的名称，以及括号中的内容。\n' +
    '地址用于假设、发表值、命令行（`studyspec query`），以及报告中的 `#` 之后。',
  ofKind: (kind) => `${kindText(kind)}的统计量`,
  quantityHeads: ['统计量', '含义', 'English', '中文', '公式', '文献'],
  problems: '问题',
  problemsOpening: 'StudySpec 能发现的问题，按代码排列。在终端中用 `studyspec explain 代码` 查看同样的内容。',
  severity: { error: '错误', warning: '警告', info: '提示' },
  titled: (title, severity) => `**${title}**（${severity}）`,
  wrong: '错误写法：',
  right: '正确写法：',
};
