// Problems of tables of correlations, groups, cross tables and designs, in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import { kindAndName } from '../kinds.ts';
import { names, quoted } from '../text.ts';

const table = (name: string): string => kindAndName('correlate', name);

export const tablesProblems = {
  'constant-correlated': {
    title: '没有差异的变量没有相关',
    message: ({ name, variable }) => `${table(name)}：${quoted(variable)}在所有个案中取值相同，与任何变量都没有相关。`,
    help: ({ variable }) => `从表中剔除${quoted(variable)}，或放宽筛选条件。`,
    explanation: '相关说明两个变量如何共同变化。对所有人取值都相同的变量不与任何变量共同变化，相关没有定义，在表中留空。',
  },
  'controls-determined': {
    title: '控制变量互相决定',
    message: ({ name, controls }) =>
      `${table(name)}无法控制${names(controls)}：${controls.length > 1 ? '其中一个没有差异，或由其余变量决定' : '该变量没有差异'}。`,
    help: () => '从 `control` 中剔除没有差异的变量，或由其他变量计算的变量。',
    explanation:
      '偏相关是从两个变量中扣除控制变量的线性影响之后所余的相关。没有差异的控制变量没有影响；互相决定的控制变量，其影响无法区分。',
  },
  'controls-need-complete': {
    title: '各对变量个案不同的偏相关',
    message: ({ name }) => `${table(name)}有控制变量，而各对变量使用各自的个案：偏相关须使用相同的个案。`,
    help: () => '写明 `missing listwise`，或删去该子句。',
    explanation: '控制变量对两个变量的解释是同时扣除的。成对删除时，所涉及的各个相关来自不同的个案，结果可能不是任何人的相关。',
  },
  'too-few-correlated': {
    title: '个案太少，无法计算相关',
    message: ({ name, n, least }) => `${table(name)}可用的个案只有 ${n} 个，而可检验的相关至少需要 ${least} 个。`,
    help: () => '放宽筛选条件，核对缺失值代码，或改用 `missing pairwise`。',
    explanation: '过两点总有一条直线：个案只有 2 个时，相关不是 1 就是 −1。每多控制一个变量，所需的个案就多 1 个。',
  },
  'correlated-and-controlled': {
    title: '没有可计算相关的变量',
    message: ({ name, variable }) =>
      variable === null
        ? `${table(name)}只列出一个变量，而相关须有两个变量。`
        : `${table(name)}：${quoted(variable)}既在 \`of\` 中，又在 \`control\` 中；受控制的变量没有差异。`,
    help: ({ variable }) => (variable === null ? '在 `of` 中再列一个变量。' : `从其中一处删去${quoted(variable)}。`),
    explanation: '相关表在 `of` 中列出两个或更多变量。`control` 中的变量受控制，所余没有方差，不能同时作为计算相关的变量。',
  },
} satisfies Partial<WordsOfProblems>;
