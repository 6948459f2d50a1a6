// How an index is made, in Chinese; typed by the English.
import type { ToldNumber, ToldTurn } from '../../../contract/methods-facts.ts';
import type { MethodsWords } from '../../en/methods/index.ts';
import { zh } from '../text.ts';
import { each, list, pOf } from './grammar.ts';

const kaiser = ({ kaiser = true }: ToldTurn): string => (kaiser ? '采用 Kaiser 标准化' : '不作标准化');
const weights = (shares: readonly ToldNumber[]): string => (shares.length === 0 ? '' : `（${shares.map(({ text }) => text).join('、')}）`);

export const indexChinese: MethodsWords['index'] = {
  what: (index, items, groups, method, correlations) =>
    zh`“${index}”由 ${items} 个题项${groups.length === 0 ? '' : `（${list(groups)}）`}构成，${correlations}${method}。`,
  extract: {
    components: '作主成分分析',
    axis: '以主轴因子法提取因子，共同度迭代至收敛',
    principalAxis: '以主轴因子法提取因子，共同度迭代至收敛',
    minres: '以最小残差法（minres）提取因子',
    ml: '以最大似然法提取因子',
  },
  correlations: {
    pearson: '对其 Pearson 相关矩阵',
    spearman: '对其秩相关（Spearman）矩阵',
    polychoric: '对其多分格相关（两步估计）矩阵',
  },
  missing: {
    listwise: (n, lost) =>
      (lost === null || lost.value === 0 ? '没有受访者因缺失而剔除' : zh`任一题项缺失的受访者成列删除（${lost.text} 人）`) +
      `${n === null ? '' : `，n=${n.text}`}。`,
    pairwise: (n) => `每个相关系数以两个题项都有回答的个案计算（成对删除${n === null ? '' : `，最小 n=${n.text}`}）。`,
    mean: (n, _lost, filled) =>
      (filled === null || filled.value === 0 ? '缺失值规定以题项均值替换，但并无缺失' : zh`缺失值共 ${filled.text} 个，以题项均值替换`) +
      `${n === null ? '' : `（n=${n.text}）`}。`,
  },
  suited: (kmo, chi2, df, p) => zh`KMO 值为 ${kmo.text}，Bartlett 球形检验 χ²(${df.text})=${chi2.text}，${pOf(p)}。`,
  alpha: (alpha) => zh`全部题项的 Cronbach α 系数为 ${alpha.text}。`,
  parts: { component: (count) => zh`${count} 个成分`, factor: (count) => zh`${count} 个因子` },
  keep: {
    fixed: (parts) => zh`按研究所定保留 ${parts}`,
    eigenvalue: (parts, { above }) => zh`保留特征值大于 ${above}${above === 1 ? '（Kaiser 准则）' : ''}的 ${parts}`,
    variance: (parts, { percent }) => zh`以累积方差解释率达到 ${percent}% 为准，保留 ${parts}`,
    parallel: (parts) => zh`按平行分析（特征值大于随机数据特征值的第 95 百分位数）保留 ${parts}`,
  },
  rules: (kaiserRule, parallel, replications) => {
    const would = [
      ...(kaiserRule === null ? [] : [zh`按特征值大于 1 应保留 ${kaiserRule.text} 个`]),
      ...(parallel === null ? [] : [zh`按平行分析（${replications} 组随机数据）应保留 ${parallel.text} 个`]),
    ];
    return would.length === 0 ? '' : `；${would.join('，')}`;
  },
  rotate: {
    varimax: (turn) => `最大方差法（varimax，${kaiser(turn)}）`,
    none: null,
    quartimax: (turn) => `四次方最大法（quartimax，${kaiser(turn)}）`,
    equamax: (turn) => `等量最大法（equamax，${kaiser(turn)}）`,
    promax: (turn) => `Promax 斜交旋转（κ=4，${kaiser(turn)}）`,
    promaxTo: (turn) => `Promax 斜交旋转（κ=${turn.kappa}，${kaiser(turn)}）`,
    oblimin: (turn) => `直接斜交法（oblimin，δ=0，${kaiser(turn)}）`,
    obliminTo: (turn) => `直接斜交法（oblimin，δ=${turn.delta}，${kaiser(turn)}）`,
  },
  rotated: (rotation, many, oblique, explained) => {
    const turned = rotation === null ? (many ? '未作旋转' : '只有一个，不作旋转') : zh`旋转采用${rotation}${oblique ? '，允许相关' : ''}`;
    return `${turned}${explained === null ? '' : zh`，${many ? '累积方差解释率' : '方差解释率'}为 ${explained.text}%`}。`;
  },
  named: (pairs) =>
    `${pairs.length === 1 ? '以载荷最高的标志题项命名' : '各以载荷最高的标志题项命名'}，并取其载荷为正：${pairs
      .map(({ name, marker }) => `${name}以${marker}为标志题项`)
      .join('，')}。`,
  score: {
    regression: (of) => `${of}的得分以回归法估计。`,
    components: (of) => `${of}的得分以回归法估计。`,
    bartlett: (of) => zh`${of}的得分以 Bartlett 法估计。`,
    anderson_rubin: (of) => zh`${of}的得分以 Anderson–Rubin 法估计，互不相关。`,
  },
  scored: { component: '成分', factor: '因子' },
  composed: (index, parts, weight, not) =>
    (parts.length === 1 ? `“${index}”即${parts[0]!}的得分` : `“${index}”由${list(parts)}合成，${weight}`) +
    `${not.length === 0 ? '' : `；${list(not)}未纳入`}。`,
  weight: {
    explained: (shares) => `以方差解释率为权重${weights(shares)}`,
    equal: (shares) => `等权${weights(shares)}`,
    given: (shares) => zh`以指定权重加权，总和换算为 1${weights(shares)}`,
  },
  rescale: {
    range: (low, high, from) => zh`得分由${from}线性换算为 ${low}～${high}。`,
    components: (_low, _high, from) => zh`各成分先由${from}换算为 0～100，指数为其加权均值。`,
    componentsTo: (low, high, from) => zh`各成分先由${from}换算为 ${low}～${high}，指数为其加权均值。`,
    none: () => '得分保持为标准分，未作换算。',
    t: () => zh`得分为 T 分数（均值 50，标准差 10）。`,
  },
  goalposts: {
    observed: '样本中的最低值和最高值',
    scale: '评分量表可能的最低值和最高值',
    range: (low, high) => zh`规定的上下限 ${low} 和 ${high}`,
  },
};

export const compositeChinese: MethodsWords['composite'] = {
  score: {
    mean: (index, of) => `“${index}”为每个受访者${of}的均值。`,
    sum: (index, of) => `“${index}”为每个受访者${of}的总和。`,
    members: (index, of) => `“${index}”由${of}构成。`,
  },
  items: (items, groups) => zh`${groups.length === 0 ? '' : list(groups)}${items} 项回答`,
  needs: {
    all: (_needs, of) => (of === 1 ? '该项须有效' : zh`${of} 项须全部有效`),
    count: (needs, of) => zh`${of} 项中至少须有 ${needs} 项有效`,
  },
  prorated: '，缺失时总和按比例折算',
  lost: (lost) => zh`，因此没有得分的个案有 ${lost.text} 个`,
  normalize: {
    range: zh`各成员先作极差标准化（按最小值和最大值换算为 0～1）`,
    scale: zh`各成员先按评分量表的下端和上端换算为 0～1`,
    z: zh`各成员先作标准化（均值 0，标准差 1）`,
    rank: zh`各成员先取秩，并换算为 0～1`,
    none: '各成员取原值',
  },
  turned: (names) => `，其中${list(names)}作反向处理`,
  aggregate: { arithmetic: '求加权算术均值', geometric: '求加权几何均值' },
  combined: (normalize, aggregate, weight) => `${normalize}，再${aggregate}，${weight}。`,
  weight: {
    equal: '等权',
    entropy: '以熵值法确定权重',
    critic: zh`以 CRITIC 权重法确定权重`,
    cv: '以变异系数法确定权重',
    ahp: '以层次分析法（AHP）确定权重',
    given: zh`采用指定权重，总和换算为 1`,
  },
  both: (first, second) => `权重取两种权重的平均：${first}，${second}`,
  weights: (pairs) => `权重为：${each(pairs)}。`,
  consistency: (ratio) => zh`判断矩阵的一致性比率为 ${ratio.text}。`,
  alpha: (alpha) => zh`各组成部分的 Cronbach α 系数为 ${alpha.text}。`,
  rescale: {
    none: () => '得分未作换算。',
    t: () => zh`得分为 T 分数（均值 50，标准差 10）。`,
    range: (low, high, from) => zh`得分由${from}线性换算为 ${low}～${high}。`,
  },
};
