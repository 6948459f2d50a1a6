// Chinese words of a mediation's and a deprivation's sections; typed by the English ones.
import type { EffectsWords } from '../en/effects.ts';

export const effectsChinese: EffectsWords = {
  path: '路径',
  paths: '路径系数',
  equation: (outcome) => `${outcome}的方程`,
  total: '总效应（c）',
  direct: '直接效应（c′）',
  way: (names) => names.join(' → '),
  sum: '间接效应合计',
  share: '占总效应的比例',
  pathsNote: (n) => `N = ${n}：只用全部变量都有值的个案。最小二乘，每个中介变量一个方程，因变量一个方程。`,
  covariates: (names) => `每个方程都控制了${names}。`,
  notCausal: '路径显著并不说明先后：变量的顺序由作者设定。',
  estimate: '估计值',
  measures: { h: 'H：贫困人口的比例', a: 'A：贫困人口的平均剥夺份额', m0: 'M0 = H·A' },
  deprivationNote: (percent) => `被剥夺份额（加权）达到 ${percent}% 者为贫困（Alkire–Foster）。各维度等权，维度内各指标等权。`,
  contributions: '各指标及其对 M0 的贡献',
  indicator: '指标',
  byGroups: (category) => `按${category}分组`,
};
