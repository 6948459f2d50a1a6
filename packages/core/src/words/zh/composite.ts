// Chinese words of the tables of an index without components; typed by the English ones.
import type { CompositeWords } from '../en/composite.ts';

export const compositeChinese: CompositeWords = {
  members: '成员与权重',
  member: '成员',
  consistency: '一致性比率',
  score: { mean: '回答的均值', sum: '回答的总和' },
  needs: (needs, of) => `（${of} 项中至少 ${needs} 项有效）`,
  prorated: '，缺失时按比例折算',
  aggregate: { arithmetic: '成员的加权均值', geometric: '成员的加权几何均值' },
  normalize: {
    range: '各成员作极差标准化（最小值为 0，最大值为 1）',
    scale: '各成员按评分量表换算（下端为 0，上端为 1）',
    z: '各成员标准化（均值 0，标准差 1）',
    rank: '各成员取秩，0 至 1',
    none: '各成员取原值',
  },
  weight: {
    equal: '等权',
    given: '以指定权重加权（总和换算为 1）',
    entropy: '以熵值法加权',
    critic: '以 CRITIC 法加权',
    cv: '以变异系数法加权',
    ahp: '以层次分析法（AHP）加权',
  },
  both: (first, second) => `${first}与${second}（二者平均）`,
  turned: (names) => `反向：${names}。`,
  rescale: {
    none: '得分未换算。',
    t: '得分为 T 分数（均值 50，标准差 10）。',
    range: (low, high, from) => `得分换算为 ${low}～${high}，${from}。`,
  },
  goalposts: {
    observed: '自样本最低值至最高值',
    scale: '自评分量表可能的最低值至最高值',
    range: (low, high) => `自 ${low} 至 ${high}`,
  },
  gap: '，',
};
