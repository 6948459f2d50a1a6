// Printed figures that contradict each other (SS8xx), in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import { auditHelp, auditMessage } from './audit-facts.ts';

export const auditProblems = {
  'impossible-mean': {
    title: '整数回答不可能得到的均值',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '20 个整数回答的均值是某个整数除以 20 的商，以 0.05 为一级，3.33 不在其中。这一检验（GRIM，Brown & Heathers 2017）需要知道回答个数和' +
      '发表值的各位数字。未发表该题项的 n 时，以样本量 n 试算：此时可能只是有些受访者没有回答，并列出相容的 n。',
  },

  'impossible-sd': {
    title: '整数回答不可能得到的标准差',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '1～5 的回答，全部取两端时离散程度最大，且各回答的平方和为整数。过大的标准差往往说明有未清除的录入错误，如 5 录成 55：只要一个超出' +
      '取值范围的回答就能解释的，列出该回答。',
  },

  'dimension-mean-differs': {
    title: '维度均值不等于其题项均值的平均',
    message: auditMessage,
    help: auditHelp,
    explanation: `维度的均值是其题项均值的平均。将某个题项反向（1～5 的评分量表上 6 − 2.10）之后即相符的，该题项发表的是反向计分之前的均值。`,
  },

  'percent-contradicts-count': {
    title: '与频数不一致的百分比',
    message: auditMessage,
    help: auditHelp,
    explanation: `有效百分比是频数除以全部有效回答数。表中只有一个百分比与其频数不符而其余均相符的，是该百分比（或抽样表中两个频数之一）有排印错误。`,
  },

  'parts-miss-total': {
    title: '各部分之和不等于合计',
    message: auditMessage,
    help: auditHelp,
    explanation: `各类别的频数之和等于有效 n，各组之和等于全部个案，且均不超过样本量。`,
  },

  'groups-miss-total': {
    title: '由各组均值得不到总均值',
    message: auditMessage,
    help: auditHelp,
    explanation: `总均值是各组均值以个案数为权重的加权平均。如果不等，则全部个案一行与各组的行所用的个案或得分不同，或有数值排印错误。`,
  },

  'groups-miss-sd': {
    title: '由各组标准差得不到总标准差',
    message: auditMessage,
    help: auditHelp,
    explanation: '全部个案的离散程度是组内离散程度与组均值之间的离散程度之和：`(N − 1)S² = Σ(nᵍ − 1)sᵍ² + Σnᵍ(mᵍ − M)²`。',
  },

  'f-contradicts-groups': {
    title: '由各组数值得不到的 F 值',
    message: auditMessage,
    help: auditHelp,
    explanation: `单因素方差分析的 F 值仅由各组的 n、均值和标准差即可算出。`,
  },

  'fit-contradicts-itself': {
    title: '模型的 F、R²、n 与系数不能同时成立',
    message: auditMessage,
    help: auditHelp,
    explanation:
      'F＝(R²/k)/((1 − R²)/(n − k − 1))，调整后 R²＝1 − (1 − R²)(n − 1)/(n − k − 1)：由其中任意两个可得第三个，因此 n 有误或有排印错误时可以' +
      '发现。相容的 n 说明模型实际使用了哪些个案。F 为 0 意味着所有系数均为 0。',
  },

  'other-missing-policy': {
    title: '模型所用的个案与研究所述不符',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '剔除所有有缺失值的个案之后，剩下的个案不可能多于有效回答最少的自变量的有效回答数。个案更多的模型必然替换了缺失值，多半是以均值替换，' +
      '标准误因此偏小：替换值按观测值计入。',
  },

  'communality-differs': {
    title: '由载荷得不到的共同度',
    message: auditMessage,
    help: auditHelp,
    explanation: `题项的共同度是其各载荷的平方和。如果同一单元格所在的列也与其方差解释率不符，则有排印错误的是两者共有的那个单元格。`,
  },

  'explained-differs': {
    title: '由载荷得不到的方差解释率',
    message: auditMessage,
    help: auditHelp,
    explanation: `成分的方差解释率是该列各载荷的平方和除以题项数。`,
  },

  'not-varimax': {
    title: '载荷不在最大方差法的极大值上',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '最大方差法（varimax）旋转各成分，直至任何一对成分再旋转都不能有所改进。仍可改进的载荷，或来自其他旋转，或来自其他标准化，或位置有误。' +
      '各程序停止的位置略有不同，因此这里只是提出疑问。',
  },

  'structure-contradicts': {
    title: '与载荷不能同时成立的因子分析数值',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '载荷限定了其所由来的相关：所保留的特征值是 L′L 的特征值，标准化 α 不低于由各列载荷推得的值，Bartlett 球形检验的 χ² 不低于由所保留的特征值' +
      '推得的值。',
  },

  'composite-contradicts-parts': {
    title: '综合得分的系数与各成分的系数不一致',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '如果一个得分是其他得分的加权和，那么在个案和自变量相同的模型中，其系数在每一行都是那些得分的系数的加权和。权重由各行本身推得；不相符的行，' +
      '或有排印错误，或有单元格互换，或与另一列错行。',
  },

  'other-composite': {
    title: '综合得分的组成与研究所述不符',
    message: auditMessage,
    help: auditHelp,
    explanation: `综合得分的系数可以表明其由哪些成分合成。如果某个成分的权重在每一行都为 0，则无论文字如何表述，该成分都没有参与合成。`,
  },

  'test-contradicts': {
    title: '系数的 t、p、星号或置信区间不能同时成立',
    message: auditMessage,
    help: auditHelp,
    explanation: `t＝b/SE；p 值由 t 得出；星号由 p 值得出；95% 置信区间为 b±t·SE。`,
  },

  'stars-contradict': {
    title: '不能同时成立的星号',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '在同一张表中，无论因变量如何，一个自变量只有一个容忍度：|t|＝|β|·√(tol·df/(1 − R²))。两列的 R² 几乎相同、系数大小也几乎相同的，其显著性不可能' +
      '相差很远；任何系数的显著性也不可能超过容忍度为 1 时的显著性。这里假定采用普通标准误。',
  },

  'printed-twice': {
    title: '同一统计量有两个发表值',
    message: auditMessage,
    help: auditHelp,
    explanation: `同一统计量发表了两次，而没有一个数能同时四舍五入为这两个数值。`,
  },

  'claim-not-borne-out': {
    title: '得不到表格支持的论断',
    message: auditMessage,
    help: auditHelp,
    explanation: `将研究的假设与论文自身发表的数值及其星号对照：系数的符号是否与文字所述相同，是否显著不同于 0。`,
  },

  'outside-range': {
    title: '超出统计量可能范围的发表值',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '比例和概率在 0 与 1 之间，百分比在 0 与 100 之间，相关和载荷在 −1 与 1 之间；信度不超过 1；频数、方差、F 和 χ² 不为负；得分不超出其取值范围。' +
      '超出范围的数值是排印错误，多半是小数点错位。',
  },

  'spread-contradicts': {
    title: '最小值、最大值、均值、中位数和标准差不能同时成立',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '均值和中位数在最小值与最大值之间；标准差至多为二者之差的一半（以 n − 1 计算时略大）；中位数与均值之差不超过一个标准差；峰度不小于偏度的平方' +
      '减 2；各组的最小值和最大值不超出全部个案的最小值和最大值。',
  },

  'reliability-contradicts': {
    title: 'α 系数、KMO 值、Bartlett 球形检验或特征值不能同时成立',
    message: auditMessage,
    help: auditHelp,
    explanation:
      '由各题项及其均值的标准差，α＝p/(p − 1)·(1 − Σs²/(p·S)²)；KMO 值在最小与最大的 MSA 之间；Bartlett 球形检验的 χ² 有 p(p − 1)/2 个自由度和相应的 ' +
      'p 值；特征值依次递减，总和等于题项数。',
  },
} satisfies Partial<WordsOfProblems>;
