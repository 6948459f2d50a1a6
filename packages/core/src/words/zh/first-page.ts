// Chinese sentences of a comparison's first page. Numbers come formatted and lists joined; `''` where a list is empty.
// Typed by the English ones.
import type { FirstPageWords } from '../en/first-page.ts';

export const firstPageChinese: FirstPageWords = {
  title: '概览',
  can: '可以比较的',
  differs: '有差异的',
  cannot: '不能断言的',
  nothingCan: '没有发现可以直接比较的内容。',
  nothingDiffers: '所检查的内容均无差异。',
  comparable: (what, index, without, letGo) =>
    `${index}：${what === 'means' ? '均值与关系均可比较' : '关系（相关、系数）可以比较，均值不可'}` +
    `${without === '' ? '' : `，但不含${without}`}${letGo === '' ? '' : `；${letGo}在各研究间可以不同`}。`,
  level: (index, study, first, estimate, interval, sign) =>
    sign === 'unclear'
      ? `${index}：未见“${study}”与“${first}”有差异（${estimate}，95% CI ${interval}）。`
      : `“${study}”的${index}${sign === 'higher' ? '高于' : '低于'}“${first}”（${estimate}，95% CI ${interval}）。`,
  levelNote: (first) => `水平差异：各研究均沿用“${first}”的规则计分，区间为 Welch 区间。规则本身按给定处理，其估计误差不在区间之内。`,
  coefficientsAlike: (regression, outcomes, terms) =>
    `${regression}：${terms} 个系数均未见差异（Wald 检验，Holm 校正）；因变量：${outcomes}。`,
  hypothesesAlike: (count) => `${count} 个共同假设在各研究中的结论相同。`,
  moved: (item, study, from, to, mi, before, after, alsoIn) =>
    `“${item}”在“${study}”` +
    `${alsoIn === '' ? '' : `（以及${alsoIn}）`}中属于${to}而非${from}：修正指数 ${mi}，移动后模型的 χ² 由 ${before} 降至 ${after}。` +
    `核对其措辞与变量对照（\`map\`）的对照行。`,
  map: (study, items) => `“${study}”：有些列像是对应错了：${items}。先核对变量对照（\`map\`）。`,
  looksLike: (item, like) => `“${item}”下的回答像是对“${like}”的回答`,
  reversed: (item, study) => `“${item}”在“${study}”中像是反向提问。`,
  rescaled: (item, study) => `“${item}”在“${study}”中像是用了另一评分量表。`,
  levelFails: (index, reached) =>
    `${index}：${reached === 'metric' ? '处境相同的人回答不同（截距不等），均值不能比较' : reached === 'configural' ? '题项权重不同（载荷不等），关系与均值均不能比较' : '连量表的形态也不相同'}。`,
  analysed: (names, clauses) => `分析方式不同：${names === '' ? '数据' : names}${clauses === '' ? '' : `（${clauses}）`}。`,
  asked: (count, variables) => `提问或赋值不同的变量有 ${count} 个（${variables}）。`,
  coefficients: (regression, outcome, terms, count, of) =>
    `${regression}，${outcome}：${of} 个系数中有 ${count} 个经 Holm 校正后不同：${terms}。`,
  opposite: (regression, outcome, terms) => `${regression}，${outcome}：符号相反且均显著：${terms}。`,
  hypothesis: (name) => `“${name}”在各研究中的结论不同。`,
  form: (index, study, cfi, rmsea, srmr) =>
    `${index}：在“${study}”中，所声明的维度拟合不佳（CFI ${cfi}，RMSEA ${rmsea}，SRMR ${srmr}），对其测量的任何比较根据都很薄弱。`,
  movedEverywhere: (item, index, from, to) => `${index}：“${item}”声明在${from}，但在每项研究中都属于${to}。各研究彼此一致，与声明不一致。`,
  unknown: (index) => `${index}：无法判断测量是否一致。`,
  indexLeft: (index, studies, why) =>
    why === 'few' ? `${index}未作比较：${studies}中作答的受访者过少，不予显示。` : `${index}未作比较：${studies}中没有该指数，或未能计算。`,
  outcomeLeft: (regression, outcome, why) =>
    `${regression}，${outcome}：${why === 'own-units' ? '没有可用于所有研究的计分规则，系数单位不同' : '能解释它的研究不足两项'}。`,
  guessed: (study, count, names) => `“${study}”：有 ${count} 条对照行（\`map\`）只是推测，尚未核对（${names}）；以其为依据的还不是结果。`,
  nothingCommon: '各研究没有共同的题项、指数或回归。',
  more: (list, count) => `${list}等（另有 ${count} 个）`,
};
