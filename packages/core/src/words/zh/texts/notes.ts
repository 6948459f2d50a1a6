// What tables say of the options that they were made with, in Chinese, by the English.
import type { EnglishText } from '../../en/texts.ts';

export const notes = {
  'Average marginal effects': '平均边际效应',
  'Bootstrap standard errors and bias-corrected and accelerated intervals ({samples} samples of cases, drawn by xoshiro128** from seed {seed}).':
    '自助法标准误与偏差校正加速区间（样本 {samples} 个，由 xoshiro128** 生成，种子 {seed}）。',
  'Bootstrap standard errors and percentile intervals ({samples} samples of cases, drawn by xoshiro128** from seed {seed}).':
    '自助法标准误与百分位区间（样本 {samples} 个，由 xoshiro128** 生成，种子 {seed}）。',
  'Classical standard errors.': '普通标准误（假定同方差）。',
  'Classification table': '分类表',
  'Correlations of ranks (Spearman).': '秩相关（Spearman）。',
  'Factors of least squares residual correlations (minres)': '最小残差因子（minres）',
  'Heteroskedasticity-robust standard errors (HC0).': '异方差稳健标准误（HC0）。',
  'Heteroskedasticity-robust standard errors (HC1).': '异方差稳健标准误（HC1）。',
  'Heteroskedasticity-robust standard errors (HC2).': '异方差稳健标准误（HC2）。',
  'Heteroskedasticity-robust standard errors (HC3).': '异方差稳健标准误（HC3）。',
  'Heteroskedasticity-robust standard errors (HC4).': '异方差稳健标准误（HC4）。',
  'Heteroskedasticity-robust standard errors (HC4m).': '异方差稳健标准误（HC4m）。',
  'Indirect effects: bootstrap standard errors and percentile intervals ({samples} samples of cases, drawn by xoshiro128** from seed {seed}).':
    '间接效应：自助法标准误与百分位区间（个案样本 {samples} 个，由 xoshiro128** 生成，种子 {seed}）。',
  'Indirect effects: bootstrap standard errors, bias-corrected and accelerated intervals ({samples} samples of cases, drawn by xoshiro128** from seed {seed}).':
    '间接效应：自助法标准误与偏差校正加速区间（个案样本 {samples} 个，由 xoshiro128** 生成，种子 {seed}）。',
  'Indirect effects: products of coefficients, standard errors by the delta method (Sobel), normal intervals.':
    '间接效应为系数乘积；标准误由 delta 法（Sobel）得出，区间按正态分布。',
  'Linear mixed model with an intercept a group; t with Satterthwaite’s degrees of freedom.':
    '线性混合模型，随机截距；t 检验采用 Satterthwaite 自由度。',
  'Logistic regression by maximum likelihood.': 'Logistic 回归，最大似然估计。',
  'Maximum-likelihood factors of the correlation matrix': '相关矩阵的最大似然因子',
  'Multinomial logit by maximum likelihood.': '多项 Logit，最大似然估计。',
  Observed: '观测',
  'Of a number the mean derivative of the probability, of a level the mean change from the reference.':
    '数值变量为概率的平均导数，分类变量为相对参照组的平均变化。',
  'Ordered regression by maximum likelihood: P(Y ≤ j) = F(τⱼ − x′b), so that b > 0 goes with higher levels.':
    '有序回归，最大似然估计：P(Y ≤ j) = F(τⱼ − x′b)，b > 0 表示更高的等级。',
  'Ordinary maximum likelihood.': '普通最大似然（ML）。',
  'Poisson regression by maximum likelihood.': 'Poisson 回归，最大似然估计。',
  'Polychoric correlations (two-step estimates).': '多分格相关（两步估计）。',
  'Predicted to have the event when p ≥ 0.5.': '预测概率 p≥0.5 时判为事件。',
  'Predicted {level}': '预测为 {level}',
  'Principal axes of the correlation matrix, communalities iterated to convergence': '相关矩阵的主轴因子，共同度迭代至收敛',
  'Principal components of the correlation matrix': '相关矩阵的主成分',
  'Probit regression by maximum likelihood.': 'Probit 回归，最大似然估计。',
  'Restricted maximum likelihood.': '限制最大似然（REML）。',
  'Standard errors clustered by {column} (CR1, {clusters} clusters); p and intervals by a wild cluster bootstrap of t ({samples}).':
    '标准误按 {column} 聚类（CR1，{clusters} 个聚类）；p 值与区间由 t 的野蛮聚类自助法（wild cluster bootstrap）得出（{samples}）。',
  'Standard errors clustered by {column} (CR1, {clusters} clusters; t with one degree of freedom fewer).':
    '标准误按 {column} 聚类（CR1，{clusters} 个聚类；t 的自由度为聚类数减一）。',
  'Standard errors clustered by {column} (CR2, {clusters} clusters; t with Satterthwaite’s df of each coefficient).':
    '标准误按 {column} 聚类（CR2，{clusters} 个聚类；每个系数使用 Satterthwaite 自由度）。',
  'Tobit regression by maximum likelihood.': 'Tobit 回归，最大似然估计。',
  'Variance of {part}': '{part} 的方差',
  'Weighted least squares; standard errors of the design (Taylor linearisation), t on sampling units less strata.':
    '加权最小二乘；标准误按抽样设计计算（泰勒线性化），t 的自由度为初级抽样单元数减抽样层数。',
  'Weighted logistic regression (weighted estimating equations); standard errors of the design (Taylor linearisation), t on sampling units less strata.':
    '加权 Logistic 回归（加权估计方程）；标准误按抽样设计计算（泰勒线性化），t 的自由度为初级抽样单元数减抽样层数。',
  'With Firth’s penalty.': '采用 Firth 惩罚。',
  others: '其他',
  'the intercept between groups ({site})': '组间截距（{site}）',
  'the residuals': '残差',
  '{extraction}, direct oblimin{value} with Kaiser normalisation. Factors may correlate: loadings are the pattern.':
    '{extraction}，直接斜交法（oblimin）{value}（Kaiser 标准化）。因子可以相关：载荷为模式矩阵。',
  '{extraction}, direct oblimin{value} without normalisation. Factors may correlate: loadings are the pattern.':
    '{extraction}，直接斜交法（oblimin）{value}（未标准化）。因子可以相关：载荷为模式矩阵。',
  '{extraction}, equamax with Kaiser normalisation ({iterations} iterations by SPSS’s stopping rule).':
    '{extraction}，等量最大旋转（Kaiser 标准化），按 SPSS 的停止规则迭代 {iterations} 次。',
  '{extraction}, equamax without normalisation ({iterations} iterations by SPSS’s stopping rule).':
    '{extraction}，等量最大旋转（未标准化），按 SPSS 的停止规则迭代 {iterations} 次。',
  '{extraction}, not rotated.': '{extraction}，未旋转。',
  '{extraction}, promax{value} with Kaiser normalisation. Factors may correlate: loadings are the pattern.':
    '{extraction}，Promax 斜交旋转{value}（Kaiser 标准化）。因子可以相关：载荷为模式矩阵。',
  '{extraction}, promax{value} without normalisation. Factors may correlate: loadings are the pattern.':
    '{extraction}，Promax 斜交旋转{value}（未标准化）。因子可以相关：载荷为模式矩阵。',
  '{extraction}, quartimax with Kaiser normalisation ({iterations} iterations by SPSS’s stopping rule).':
    '{extraction}，四次方最大旋转（Kaiser 标准化），按 SPSS 的停止规则迭代 {iterations} 次。',
  '{extraction}, quartimax without normalisation ({iterations} iterations by SPSS’s stopping rule).':
    '{extraction}，四次方最大旋转（未标准化），按 SPSS 的停止规则迭代 {iterations} 次。',
  '{extraction}, varimax with Kaiser normalisation ({iterations} iterations by SPSS’s stopping rule).':
    '{extraction}，最大方差法（varimax）旋转（Kaiser 标准化），按 SPSS 的停止规则迭代 {iterations} 次。',
  '{extraction}, varimax without normalisation ({iterations} iterations by SPSS’s stopping rule).':
    '{extraction}，最大方差法（varimax）旋转（未标准化），按 SPSS 的停止规则迭代 {iterations} 次。',
  '{outcome}: against {base}.': '{outcome}：参照组为 {base}。',
  '{outcome}: the event is {event}.': '{outcome}：事件为 {event}。',
} as const satisfies Readonly<Partial<Record<EnglishText, string>>>;
