// Chinese words of what a reader meets first and last in a report; typed by the English ones.
import type { summaryEnglish } from '../en/summary.ts';

export const summaryChinese: typeof summaryEnglish = {
  summary: '概要',
  appendix: '附录',
  moreOfPrint: '关于发表值的意见（同见各表之下）',
  moreOf: '更多表格和图形',
  tileMean: (index, sd, low, high) => `${index}的均值（标准差 ${sd}；${low}～${high}）`,
  tileExplained: (index, kept) => `${index}的 ${kept} 个成分的累积方差解释率（%）`,
  tileFit: (measure, model, outcome, n) => `“${model}”中${outcome}的${measure}（n = ${n}）`,
  tileCases: (model) => `${model}的个案数`,
  tileModelFit: (measure, model, rmsea) => `${model}的 ${measure}（RMSEA ${rmsea}）`,
  tilePoor: (name, headcount, intensity) => `${name}的调整后贫困发生率 M0（H ${headcount}，A ${intensity}）`,
  tileHypotheses: () => '个假设成立',
  tileFigures: () => '个发表值与计算值一致',
  outOf: (some, all) => `${some} / ${all}`,
  claimsKept: (verdict, kept, all) => `${verdict}：${all} 条论断中 ${kept} 条成立`,
  groupsDiffer: (outcome, category, highest, most, lowest, least, test) =>
    `${outcome}随${category}不同而有差异：“${highest}”最高（${most}），“${lowest}”最低（${least}）；${test}。`,
  groupsAlike: (outcome, category, least, most, test) =>
    `未发现${outcome}随${category}不同而有差异：各组均值在 ${least} 与 ${most} 之间；${test}。`,
  goesThrough: (predictor, outcome, effect, interval, ends, shown) =>
    `${shown ? '发现' : '未发现'}${predictor}对${outcome}的间接效应：${effect}，${interval} ${ends}。`,

  beforeCiting: '引用之前',
  beforeCitingMore: (_, text) => `同类意见另有 ${text} 条，见附录。`,
  otherRemarks: (counts) => `全部意见见附录：${counts}。`,
  printedApart: (off, total) => `论文发表的 ${total} 个数值中有 ${off} 个与此处的计算值不一致。`,
  printedApartHelp: '引用时采用本报告的数值，或说明哪些数值出自论文；附录按论文原表逐格对照。',

  ours: '本报告',
  printedHead: '发表值',
  publishedNote: '✓ 表示计算值按位数修约后与发表值一致（星号也一致）；✗ 或旁边列有计算值，表示不一致。',
  publishedCount: (agree, all) => `${all} 个数值中 ${agree} 个一致。`,

  lettersNote: (procedure, level) => `同一行中没有相同字母的均值之间差异显著（${procedure}，p < ${level}）。`,
  meanSdNote: '表中为均值，括号内为标准差。',

  suitsNote: (kmo, chi2, df, p) => `KMO 值 ${kmo}；Bartlett 球形检验 χ²(${df}) = ${chi2}，${p}。`,
  besideCoefficient: (b, se, p, ci, low, high) => `b ${b}，标准误 ${se}，p${p}，${ci} ${low}～${high}`,

  repeat: '如何复现',
  repeatNote: '输入、程序和选项相同，输出逐字节相同；`studyspec verify 文件夹` 可重新运行，并指出哪些数值有变化。',
  program: '程序',
  command: '命令',
  inputHash: (file) => `${file} 的 SHA-256`,
  optionsInForce: '所用选项',
};
