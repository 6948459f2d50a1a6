// Chinese words of tables of correlations, of two groups, cross tables and designs; typed by the English ones.
import type { tablesEnglish } from '../en/tables.ts';

export const tablesChinese: typeof tablesEnglish = {
  correlationMethod: {
    pearson: 'Pearson 相关系数。',
    spearman: 'Spearman 等级相关系数。',
    kendall: 'Kendall τ-b 相关系数。',
  },
  correlationSign: { pearson: 'r', spearman: 'ρ', kendall: 'τ-b' },
  heldConstant: (controls) => `偏相关：控制了${controls}。`,
  correlatedListwise: (n) => `N = ${n}：只用全部变量都有值的个案（成列删除）。`,
  correlatedPairwise: '每个相关系数用两个变量都有值的个案（成对删除）。',
  correlatedPairs: '变量对',
  twoGroups: '两组比较',
  twoGroupsNote: (first, second) =>
    `${first}减${second}；t 与 d 用合并标准差，d 的区间为精确区间；U 属于${first}，p 按带结校正的正态近似。`,
  crossing: (job, category) => `${job}：按${category}分组的回答`,
  crossingNote: '百分比以组内个案为基数。χ² 为未校正的 Pearson 卡方；V 为 Cramér V；p（Fisher）为双侧精确检验。',
  crossingWeighted: '频数未加权，百分比为加权的组内百分比。F 为按抽样设计的 Rao–Scott 检验；V 为加权比例的 Cramér V。',
  fisherP: 'p（Fisher）',
  adjustedResiduals: '校正残差',
  residualsNote: '加粗者超出 ±1.96：在 5% 水平上多于或少于独立时应有的个案数。',
  holmP: 'p（Holm）',
  alphaSign: 'α',
  correlated: (a, b) => `${a}与${b}`,
};
