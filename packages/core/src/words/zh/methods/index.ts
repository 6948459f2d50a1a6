// The methods of a study in Chinese; typed by the English.
import type { Aspect, MethodsWords } from '../../en/methods/index.ts';
import { zh } from '../text.ts';
import {
  compareChinese,
  correlateChinese,
  deprivationChinese,
  measurementChineseMethods,
  mediationChinese,
  regressionChinese,
  robustnessChineseMethods,
} from './analyses.ts';
import { list } from './grammar.ts';
import { compositeChinese, indexChinese } from './indices.ts';
import { sampleChinese } from './sample.ts';

const aspects: Readonly<Record<Aspect, string>> = {
  missing: '缺失处理',
  errors: '标准误',
  suited: '适宜性与一致性',
  keep: '保留的个数',
  rotation: '旋转',
  named: '各成分',
  score: '得分的估计',
  composed: '权重',
  rescale: '换算',
  normalize: '标准化与加权',
  coding: '自变量的进入方式',
  shown: '列出的内容',
  tests: '检验',
  pairs: '事后多重比较',
  estimator: '估计方法',
  fit: '判断的依据',
  covariates: '控制的变量',
  cases: '个案',
  cutoff: '贫困线',
  measures: '给出的指标',
};

export const methodsChinese: MethodsWords = {
  title: '研究方法',
  sample: sampleChinese,
  index: indexChinese,
  composite: compositeChinese,
  compare: compareChinese,
  correlate: correlateChinese,
  regression: regressionChinese,
  measurement: measurementChineseMethods,
  mediation: mediationChinese,
  deprivation: deprivationChinese,
  robustness: robustnessChineseMethods,
  list,
  item: (label) => `“${label}”`,
  construct: (label) => `“${label}”`,
  sentence: (clause) => `${clause}。`,
  where: (condition) => zh`只纳入符合下列条件的个案：${condition}。`,
  unweighted: '此处每个个案计一次，不加权。',
  repeats: (label, earlier) => `“${label}”沿用“${earlier}”的设定。`,
  failed: (label) => `“${label}”未能计算。`,
  sameAs: (of, earlier) => `${of.map((one) => aspects[one]).join('、')}同“${earlier}”。`,
  quantities: (names) => `${list(names.map((name) => `“${name}”`))}由上述结果计算得出。`,
  hypotheses: (names) => zh`${names.length} 个研究假设（${list(names.map((name) => `“${name}”`))}）写成关于上述数值的论断，并据此检验。`,
  star: (stars, level) => `${stars} p<${level}`,
  stars: (bands) => `显著性以星号表示：${bands}；检验均为双侧。`,
  printed: (paper) => zh`计算值与 ${paper} 的发表值逐一核对。`,
  chance: (seed) => zh`平行分析的随机数据由 xoshiro128** 生成，随机种子 ${seed}。`,
  cells: (least) =>
    `少于 ${least} 名受访者的频数不予报告，据此少数人计算的均值、离散程度和百分比也不报告；可由合计推算出这些频数的其他频数同样不予报告。`,
  software: (version) => zh`全部计算由 StudySpec${version === '' ? '' : ` ${version}`} 按研究说明完成。`,
};
