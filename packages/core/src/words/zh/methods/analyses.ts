// What was analysed and how, in Chinese; typed by the English.
import type { Explained, ToldClusters } from '../../../contract/methods-facts.ts';
import type { MethodsWords } from '../../en/methods/index.ts';
import { zh } from '../text.ts';
import { list } from './grammar.ts';

const seeded = (seed: number): string => zh`由 xoshiro128** 生成，随机种子 ${seed}`;
const quoted = (label: string): string => `“${label}”`;
const clustersOf = ({ clusters }: ToldClusters): string => (clusters === null ? '' : zh`，聚类 ${clusters.text} 个`);

export const compareChinese: MethodsWords['compare'] = {
  means: (label, outcomes, groups) =>
    zh`${quoted(label)}按${list(groups.map(({ name, levels }) => zh`${name}（${levels} 组）`))}${
      groups.length > 1 ? '分别' : ''
    }比较${list(outcomes)}的均值。`,
  crossed: (label, outcomes, factors) => `${quoted(label)}对${list(outcomes)}作析因方差分析，${list(factors)}交叉。`,
  adjusted: (label, outcomes, groups) => `${quoted(label)}按${list(groups)}对${list(outcomes)}作协方差分析。`,
  adjustedFor: (covariates) => `各组在${list(covariates)}取均值时比较，并检验斜率是否相等。`,
  effects: zh`平方和为 III 型，效应量为偏 η²；方差齐性以 Levene 检验。`,
  pairs: (label, pairs) =>
    zh`${quoted(label)}比较同一批个案的两次测量（${pairs.map(([first, second]) => `${first}与${second}`).join('，')}），` +
    zh`采用配对 t 检验，并给出差值的 Cohen's d（精确区间）和 Wilcoxon 符号秩检验。`,
  single: (label, outcomes, value) =>
    zh`${quoted(label)}以单样本 t 检验将${list(outcomes)}的均值与 ${value} 比较，并给出 Cohen's d 及其精确区间。`,
  crossTables: (label, outcomes, groups, onlyThese) =>
    onlyThese
      ? `${quoted(label)}对${list(outcomes)}与${list(groups)}作列联表分析。`
      : `另对${list(outcomes)}与${list(groups)}作列联表分析。`,
  tests: {
    many: (alone) =>
      zh`${alone ? '' : '三组及以上的'}差异以单因素方差分析检验，效应量为 η²，并给出 Levene 方差齐性检验、Welch 检验和 Kruskal–Wallis H 检验。`,
    two: (alone) =>
      zh`${alone ? '' : '两组的'}差异以独立样本 t 检验，并给出 Welch 检验和 Mann–Whitney U 检验，效应量为 Cohen's d（精确区间）。`,
    drawn: zh`均值经加权，其差异以抽样设计下的 Wald F 检验。`,
    table: zh`列联表采用未校正的 Pearson 卡方检验，并给出 Cramér's V、调整后残差和 Fisher 精确概率。`,
    drawnTable: zh`列联表采用抽样设计下的 Rao–Scott F 检验，并给出加权份额的 Cramér's V。`,
  },
  missing: {
    pairwise: '每个因变量各用其有效且分组已知的个案。',
    listwise: '所有因变量都用全部因变量有效且分组已知的个案（成列删除）。',
  },
  post_hoc: {
    tukey: zh`事后多重比较采用 Tukey–Kramer 法。`,
    games_howell: zh`事后多重比较采用 Games–Howell 法，允许方差不等。`,
    bonferroni: zh`事后多重比较采用 Bonferroni 校正。`,
    sidak: zh`事后多重比较采用 Šidák 校正。`,
    holm: zh`事后多重比较采用 Holm 逐步校正。`,
  },
};

export const correlateChinese: MethodsWords['correlate'] = {
  what: (label, method, variables) => zh`${quoted(label)}计算${list(variables)}之间的 ${method}。`,
  method: { pearson: zh`Pearson 相关`, spearman: zh`Spearman 秩相关`, kendall: zh`Kendall 秩相关（τ-b）` },
  controls: (names) => `均为控制${list(names)}后的偏相关。`,
  missing: {
    listwise: (n) => `只用全部变量都有效的个案（成列删除${n === null ? '' : `，n=${n.text}`}）。`,
    pairwise: () => '每对变量各用两者都有效的个案（成对删除）。',
  },
  tests: zh`除原 p 值外，另给出对全部变量对作 Holm 校正的 p 值。`,
};

const regressionOf = (what: string, { label, outcomes, predictors }: Explained, how: string): string =>
  zh`${quoted(label)}以${predictors}为自变量，${outcomes.length > 1 ? '分别' : ''}以${list(outcomes)}为因变量，建立${what}${how}。`;

export const regressionChinese: MethodsWords['regression'] = {
  method: {
    linear: (facts) => regressionOf('线性回归', facts, facts.weighted ? '，采用加权最小二乘估计' : zh`，采用普通最小二乘（OLS）估计`),
    logit: (facts, { firth }) =>
      regressionOf(
        zh` Logit 回归`,
        facts,
        firth ? zh`，采用带 Firth 惩罚的似然估计` : facts.weighted ? '，采用加权估计方程' : '，采用最大似然估计',
      ),
    probit: (facts) => regressionOf(zh` Probit 回归`, facts, '，采用最大似然估计'),
    ordered: (facts, { probit }) =>
      probit ? regressionOf(zh`有序 Probit 回归`, facts, '') : regressionOf(zh`有序 Logit 回归`, facts, '（比例优势模型）'),
    multinomial: (facts) => regressionOf(zh`多项 Logit 回归`, facts, ''),
    poisson: (facts) => regressionOf(zh` Poisson 回归`, facts, ''),
    tobit: (facts, { low, high }) => regressionOf(zh` Tobit 回归`, facts, zh`，界限为 ${low} 和 ${high}`),
    tobitFrom: (facts, { low }) => regressionOf(zh` Tobit 回归`, facts, zh`，下限为 ${low}`),
    tobitTo: (facts, { high }) => regressionOf(zh` Tobit 回归`, facts, zh`，上限为 ${high}`),
    mixed: (facts, { ml }) => regressionOf('线性混合模型', facts, ml ? '，采用普通最大似然估计' : '，采用限制最大似然估计'),
  },
  event: (event) => zh`所预测的事件为 ${event}。`,
  groups: (site, random) =>
    random.length === 0
      ? zh`截距随${site}的组变化，t 检验采用 Satterthwaite 自由度。`
      : zh`截距以及${list(random)}的斜率随${site}的组变化，t 检验采用 Satterthwaite 自由度。`,
  block: (name, size) => zh`“${name}”（${size} 个变量）`,
  predictors: (parts) => list(parts),
  steps: (steps) =>
    zh`自变量分 ${steps.length} 步进入：${steps.map((step, at) => zh`第 ${at + 1} 步为${list(step)}`).join('，')}。` +
    zh`各步都以最后一步的个案拟合，每步的增量以 ΔF 检验。`,
  product: (names) => `${list(names)}的交互项`,
  dummies: (pairs) =>
    `分类变量以虚拟变量进入，参照组为${pairs.map(({ category, reference }) => `${category}的“${reference}”`).join('、')}。`,
  center: (names) => `${list(names)}减去其均值（中心化）。`,
  slopes: (of, at, levels) =>
    levels
      ? `给出${of}在${at}各类别处的简单斜率。`
      : zh`给出${of}在${at}的均值及其上下一个标准差处的简单斜率，并给出 Johnson–Neyman 区间。`,
  cases: (n, many) =>
    n.length > 1 ? zh`各模型的个案为 ${n[0]!.text}～${n.at(-1)!.text} 个。` : zh`${many ? '各模型的' : ''}个案为 ${n[0]!.text} 个。`,
  missing: {
    listwise: (lost) =>
      lost === null || lost.value === 0 ? '没有个案因缺失而剔除。' : zh`任一变量缺失的个案成列删除（${lost.text} 个）。`,
    pairwise: () => zh`相关系数以两个变量都有回答的个案计算（成对删除），自由度取最小的 n。`,
    mean: (_lost, { filled }) =>
      filled.every(({ value }) => value === 0)
        ? '缺失值规定以均值替换，但并无缺失。'
        : zh`缺失值（包括虚拟变量和因变量的）以所用个案的均值替换（单元格 ${
            filled.length === 1 ? filled[0]!.text : `${filled[0]!.text}～${filled.at(-1)!.text}`
          } 个）。`,
    multiple: (_lost, { copies, seed }) =>
      zh`缺失值以链式方程（预测均值匹配）作 ${copies} 次多重插补（${seeded(seed)}），各次模型按 Rubin 规则合并。`,
  },
  errors: {
    classical: (linear) => (linear ? '标准误为普通标准误（假定同方差）。' : '标准误由信息矩阵得出。'),
    cluster: (_linear, facts) => zh`标准误按${facts.column}聚类（CR1${clustersOf(facts)}），自由度为聚类数减一。`,
    cr2: (_linear, facts) => zh`标准误按${facts.column}聚类，采用偏差校正（CR2${clustersOf(facts)}），每个系数使用 Satterthwaite 自由度。`,
    wild: (_linear, facts) =>
      zh`标准误按${facts.column}聚类（CR1${clustersOf(facts)}）；p 值与区间由野蛮聚类自助法（wild ` +
      zh`cluster bootstrap）得出，样本至多 ${facts.draws} 个（${seeded(facts.seed)}）。`,
    bootstrap: (_linear, { draws, seed }) => zh`标准误与百分位区间由个案的自助抽样得出（样本 ${draws} 个，${seeded(seed)}）。`,
    bca: (_linear, { draws, seed }) => zh`标准误与偏差校正加速区间（BCa）由个案的自助抽样得出（样本 ${draws} 个，${seeded(seed)}）。`,
    survey: () => '系数经加权，其标准误按抽样设计计算。',
    hc0: () => zh`标准误为异方差稳健标准误（HC0）。`,
    hc1: () => zh`标准误为异方差稳健标准误（HC1）。`,
    hc2: () => zh`标准误为异方差稳健标准误（HC2）。`,
    hc3: () => zh`标准误为异方差稳健标准误（HC3）。`,
    hc4: () => zh`标准误为异方差稳健标准误（HC4）。`,
    hc4m: () => zh`标准误为异方差稳健标准误（HC4m）。`,
  },
  show: {
    standardized: zh`标准化系数 β`,
    b: zh`非标准化系数 b`,
    se: '标准误',
    t: 't 值',
    p: 'p 值',
    intervals: zh`95% 置信区间`,
    vif: '方差膨胀因子（VIF）',
    importance: zh`相对重要性（LMG：自变量对 R² 的增量在全部进入次序上的平均）`,
    odds: zh`exp(b) 及其区间`,
    margins: '平均边际效应及其标准误',
  },
  shown: (what) => zh`表中列出${what.reduce((one, other) => zh`${one}、${other}`)}。`,
};

export const measurementChineseMethods: MethodsWords['measurement'] = {
  what: (label, factors, items) => zh`${quoted(label)}对 ${items} 个题项作验证性因子分析，因子为${list(factors)}。`,
  second: (pairs) => `${pairs.map(({ name, of }) => `“${name}”为${list(of)}的二阶因子`).join('，')}。`,
  cross: (pairs) => `另估计交叉载荷：${pairs.map(([item, factor]) => `${item}在${factor}上`).join('，')}。`,
  residuals: (pairs) => `${pairs.map(([a, b]) => `${a}与${b}`).join('，')}的误差允许相关。`,
  cases: (n) => zh`个案为 ${n.text} 个。`,
  estimator: {
    ml: '参数采用最大似然估计。',
    wlsmv: zh`回答视为有序变量，参数由多分格相关以对角加权最小二乘估计，χ² 经均值和方差校正（WLSMV）。`,
    mlr: zh`参数采用最大似然估计，标准误稳健，χ² 经校正（MLR，Yuan–Bentler）。`,
  },
  missing: {
    listwise: (lost) =>
      lost === null || lost.value === 0 ? '没有个案因缺失而剔除。' : zh`任一题项缺失的个案成列删除（${lost.text} 个）。`,
    fiml: () => '每个个案以其已答题项参与（全信息最大似然）。',
  },
  fit: zh`模型拟合以 χ²、CFI、TLI、RMSEA 及其 90% 置信区间和 SRMR 判断，信度与效度以组合信度、平均方差抽取量和 HTMT 判断。`,
  invariance: (category) =>
    zh`按${category}分组，依次检验形态不变性、弱不变性、强不变性和严格不变性；CFI 下降不超过 0.010、RMSEA 上升小于 0.015、` +
    zh`SRMR 上升小于 0.030（弱不变性）或 0.015 时，认为该层级成立。`,
};

export const mediationChinese: MethodsWords['mediation'] = {
  what: (label, predictor, outcome, mediators) => `${quoted(label)}分析${predictor}通过${mediators}对${outcome}的中介效应。`,
  parallel: (names) => list(names),
  serial: (steps) => steps.join('，再到'),
  equations: '每个中介变量一个方程，因变量一个方程，均以最小二乘估计。',
  covariates: (names) => `每个方程都控制${list(names)}。`,
  cases: (n) => zh`只用全部变量都有效的个案，共 ${n.text} 个。`,
  errors: {
    delta: () => zh`间接效应以 delta 法（Sobel）检验，区间按正态分布。`,
    bootstrap: ({ draws, seed }) => zh`间接效应的百分位区间由个案的自助抽样得出（样本 ${draws} 个，${seeded(seed)}）。`,
    bca: ({ draws, seed }) => zh`间接效应的偏差校正加速区间（BCa）由个案的自助抽样得出（样本 ${draws} 个，${seeded(seed)}）。`,
  },
};

export const deprivationChinese: MethodsWords['deprivation'] = {
  what: (label, dimensions) =>
    zh`${quoted(label)}按 Alkire–Foster 法计数剥夺：${dimensions.map(({ name, indicators }) => `${name}（${list(indicators)}）`).join('，')}。`,
  weights: (dimensions) => (dimensions === 1 ? '各指标等权。' : '各维度等权，维度内各指标等权。'),
  cutoff: { share: (percent) => zh`被剥夺份额（加权）达到 ${percent}% 者为贫困。` },
  measures: zh`给出贫困人口的比例（H）、贫困人口的平均剥夺份额（A）以及 M0=H·A。`,
  by: (category) => `并按${category}分组给出。`,
  cases: (n) => zh`只用全部指标都有效的个案，共 ${n.text} 个。`,
};

export const robustnessChineseMethods: MethodsWords['robustness'] = {
  what: (label, number, axes, count) =>
    zh`${quoted(label)}在 ${typeof count === 'number' ? count : count.text} 种设定下重新计算“${number}”：${axes
      .map(({ word, alternatives }) => `${word}（${alternatives.join('、')}）`)
      .join('，')}${axes.length > 1 ? '，各种组合都计算' : ''}。`,
};
