// Problems of tables of correlations, groups, cross tables and designs, in Chinese.
import type { NotCompared } from '../../../problems/tables/not-compared.ts';
import type { NotAdjusted } from '../../../problems/tables/not-adjusted.ts';
import type { NotTogether } from '../../../problems/tables/not-together.ts';
import type { WordsOfProblems } from '../../problem-words.ts';
import { kindAndName } from '../kinds.ts';
import { names, quoted } from '../text.ts';

const comparison = (name: string): string => kindAndName('compare', name);
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
  'not-compared': {
    title: '无法比较的因变量与分组',
    message: ({ name, outcome, category, why }) =>
      `${comparison(name)}：${quoted(outcome)}无法按${quoted(category)}检验，${notComparedText(why)}。`,
    help: ({ outcome, why }) =>
      why.is === 'no case'
        ? '核对缺失值代码，或放宽筛选条件。'
        : why.is === 'one group'
          ? '放宽筛选条件，或核对分类变量的代码。'
          : `从比较中剔除${quoted(outcome)}，或核对其代码。`,
    explanation:
      '检验各组是否不同，须有两个组，且回答有所不同。所有个案都在同一组，或回答都相同时，χ² 和 V 没有定义；频数和百分比照常列出。',
  },
  'few-expected': {
    title: '列联表中期望频数太小',
    message: ({ name, outcome, category, percent, least }) =>
      `${comparison(name)}，${quoted(outcome)}按${quoted(category)}分组：${rounded(percent)}% 的单元格期望频数小于 5` +
      `（最小为 ${rounded(least)}），χ² 只是近似服从计算 p 值所假定的分布。`,
    help: () => '改为报告 Fisher 精确检验的 p 值（`fisher.p`），或合并人数少的类别。',
    explanation:
      '各单元格的期望频数足够大时，Pearson χ² 才服从其分布：按 Cochran 准则，期望频数小于 5 的单元格至多占五分之一，且没有小于 1 的。' +
      'SPSS 在表下列出这类单元格的个数。',
  },
  'not-adjusted': {
    title: '组间比较的模型无法估计',
    message: ({ name, outcome, why }) => `${comparison(name)}无法估计${quoted(outcome)}的模型：${notAdjustedText(why).found}。`,
    help: ({ why }) => notAdjustedText(why).mend,
    explanation:
      '协变量和交叉的分类构成因变量的一个线性模型：个案数须多于参数个数，至少两组，估计交互时每个单元格都要有个案，' +
      '协变量须有变化且彼此不能互相推出。',
  },
  'not-dependent': {
    title: '均值无法检验',
    message: ({ name, outcome, with: second, n }) => {
      const of = second === null ? quoted(outcome) : `${quoted(outcome)}与${quoted(second)}`;
      const none = second === null ? '没有个案有值' : '没有个案两者都有值';
      const alike = second === null ? '所有个案的值都相同' : '所有差值都相同';
      return `${comparison(name)}无法检验${of}：${n === 0 ? none : n === 1 ? '只有一个个案' : alike}。`;
    },
    help: ({ outcome }) => `检查${quoted(outcome)}的缺失代码，或放宽条件。`,
    explanation: 't 检验以个案间的变异衡量均值。只有一个个案，或个案（或差值）全部相同时，没有变异，t 和 p 都没有定义。',
  },
  'not-together': {
    title: '组间比较中不能并用的子句',
    message: ({ name, found }) => `${comparison(name)}${notTogetherText(found).found}。`,
    help: ({ found }) => notTogetherText(found).mend,
    explanation:
      '组间比较按分组考察因变量。用来分组或作为协变量的变量不能同时作为因变量；均值可以校正，比例不能；交叉的分类是一个模型，两两比较用模型的共同方差。',
  },
} satisfies Partial<WordsOfProblems>;

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

function notComparedText(why: NotCompared): string {
  switch (why.is) {
    case 'no case':
      return '没有个案既有回答又有分组';
    case 'one group':
      return '有个案的组少于 2 个';
    case 'one answer':
      return `所有个案的回答都相同（${quoted(why.level)}）`;
  }
}

function notAdjustedText(why: NotAdjusted): { readonly found: string; readonly mend: string } {
  switch (why.is) {
    case 'too few':
      return {
        found: `个案 ${why.n} 个，而参数有 ${why.parameters} 个`,
        mend: '放宽条件，检查缺失代码，或减少协变量。',
      };
    case 'one level':
      return { found: `${quoted(why.factor)}中有个案的组不足两个`, mend: '放宽条件，或检查该分类的代码。' };
    case 'empty cells':
      return { found: `${why.cells.join('、')}没有个案`, mend: '合并类别，或分别按各分类比较：`by a, b`。' };
    case 'constant':
      return { found: '所有个案的值都相同', mend: '检查其代码，或将其移出组间比较。' };
    case 'collinear':
      return {
        found: `${why.term === '' ? '某个协变量' : quoted(why.term)}没有变化，或可由其他协变量推出`,
        mend: `从 \`adjust\` 中去掉${why.term === '' ? '该协变量' : quoted(why.term)}。`,
      };
  }
}

function notTogetherText(found: NotTogether): { readonly found: string; readonly mend: string } {
  switch (found.is) {
    case 'itself':
      return { found: `将${quoted(found.category)}与自身比较`, mend: '在 `of` 中改换因变量，或在 `by` 中改换分组。' };
    case 'adjusted':
      return { found: `把${quoted(found.variable)}既作为因变量又作为协变量`, mend: `从其中一处去掉${quoted(found.variable)}。` };
    case 'no mean':
      return {
        found: `中${quoted(found.outcome)}没有均值，不能与 \`${found.clause}\` 并用`,
        mend: `将${quoted(found.outcome)}放到单独的组间比较中。`,
      };
    case 'crossed':
      return { found: `把分类交叉，又另列${quoted(found.with)}`, mend: '只写 `by a * b`：一个模型，含主效应和交互项。' };
    case 'crossed twice':
      return { found: `把${quoted(found.category)}与自身交叉`, mend: '每个分类只写一次。' };
    case 'lists':
      return {
        found: `把 ${found.of} 个因变量与 ${found.with} 个变量配对，而每个因变量须与一个变量配对`,
        mend: '`with` 与 `of` 中的变量须个数相同、次序对应。',
      };
    case 'paired':
      return { found: `把${quoted(found.variable)}与自身配对`, mend: '在 `with` 中写明另一次测量。' };
    case 'beside':
      return { found: `中 \`${found.clause}\` 与 \`${found.other}\` 不能并用`, mend: '去掉其中之一，或写成两个组间比较。' };
    case 'no value':
      return { found: '既没有分组也没有比较值', mend: '写 `by none against 60`，即与均值比较的值。' };
    case 'pairs':
      return {
        found: `用 ${found.method} 比较调整均值，而该方法用各组自身的方差`,
        mend: '写 `post_hoc bonferroni`、`sidak`、`holm` 或 `tukey`。',
      };
  }
}
