// Fixed words of a comparison of studies, English and Chinese. Those that every report has are in ../words-*.ts.

/** `= 0.012`, but `< 0.001`. */
const lead = (p: string): string => (/^[<>]/u.test(p) ? `${p[0]} ${p.slice(1)}` : `= ${p}`);

export const comparisonEnglish = {
  title: (studies: string) => `${studies}, compared`,
  subtitle: (first: string, count: number) => `${count} studies; each is held against ${first}`,
  asked: 'What was asked differently',
  askedCount: (same: string, all: string) => `${same} of ${all} variables were asked and coded alike everywhere.`,
  allAlike: 'Every variable was asked and coded alike everywhere.',
  variable: 'Variable',
  absent: 'not asked',
  added: 'asked here only',
  alike: 'alike',
  askedOn: (own: string, first: string) => `asked on ${own} (${first} there)`,
  scale: (own: string, first: string) => `scale ${own} (${first} there)`,
  direction: (own: string): string => (own === 'reversed' ? 'reversed question' : 'question not reversed'),
  levels: (own: string, first: string) => `levels ${own} (there: ${first})`,
  reference: (own: string, first: string) => `reference ${own} (${first} there)`,
  binning: (own: string) => `coded ${own}`,
  type: (own: string, first: string) => `${own} (${first} there)`,
  formula: (own: string, first: string) => `computed as ${own} (there ${first})`,
  sort: { indicator: 'an indicator', number: 'a number', category: 'a category', column: 'a column', formula: 'computed' },
  semicolon: '; ',
  analysed: 'What was analysed differently',
  analysedAlike: 'Indices, comparisons, regressions and hypotheses are computed alike everywhere.',
  declaration: 'Declaration',
  clause: 'Clause',
  dataRules: 'Data',
  stated: 'stated',
  indexLeft: (index: string, studies: string) => `${index} is not compared: there is none, or it could not be computed, in ${studies}.`,
  outcomeLeft: (regression: string, outcome: string, reason: string) =>
    `${regression}: ${outcome} is not compared, since fewer than two studies explain it${reason === '' ? '' : ` (${reason})`}.`,
  items: 'Items side by side',
  item: 'Item',
  difference: 'd',
  itemsNote:
    'd: difference from the first study over the pooled SD. p: Welch’s test, after Holm over all items ' +
    'and studies. ' +
    'Neither where ' +
    'the scales differ.',
  looksReversed: (item: string, study: string, other: string, original: string) =>
    `${item} looks turned round in ${study}: it correlates ${other} with what the other ` +
    `items predict, ${original} in the first study. If it was asked the other way round, its map line says \`reversed\`.`,
  orInstead: (items: string) => `Or, as well by the signs: ${items}.`,
  looksRescaled: (item: string, study: string, findings: string) =>
    `${item} looks asked on another scale in ${study}: ${findings}. If so, its map line says \`on low..high\`.`,
  outsideScale: (count: string, low: string, high: string) => `${count} answers outside ${low}..${high}`,
  betweenPoints: (count: string) => `${count} answers between the points of the scale`,
  unusedPoints: (points: string) => `nobody chose ${points}, which many did in the first study`,
  otherSpread: (ratio: string) => `its SD is ${ratio} times the first study's`,
  reliability: 'Reliability',
  reliabilityNote: 'Cronbach’s α with Feldt’s 95 % interval; k items. Numbers of items differ where something was not asked.',
  structure: 'Structure of the components',
  component: (position: string) => `Component ${position}`,
  componentTitle: 'Component',
  congruenceOf: (index: string, study: string) => `Components of ${index} in ${study}: congruence`,
  loadingsOf: (index: string, study: string) => `Loadings of ${index}, and of ${study} rotated to them`,
  asFound: 'As found',
  rotatedTo: 'Rotated to the original',
  reading: 'Reading',
  band: { equal: 'equal', fair: 'fairly similar', different: 'different' },
  where: 'Where it went',
  moved: { possible: (to: string) => `perhaps to ${to}`, established: (to: string) => `to ${to}` },
  congruenceNote: (items: string) =>
    `Tucker’s φ over the ${items} items that all studies asked: .85–.94 fairly similar, from .95 equal (Lorenzo-Seva & ten Berge 2006).`,
  bootstrapNote: (draws: string, seed: string) => `Percentile intervals of ${draws} bootstrap samples of respondents, seed ${seed}.`,
  loadingsNote: 'Bold: the loading differs by .20 or more, and its interval leaves out 0. Pale: below .4.',
  movedNote: (study: string, items: string) =>
    `In ${study}, an item that moved: ${items}. Look at its wording and coding before you compare scores.`,
  tooManyComponents: 'There are more components than items that everyone asked.',
  invariance: 'Is it measured alike?',
  invarianceOf: (index: string) => `Measurement invariance of ${index}`,
  model: 'Held equal',
  level: { configural: 'Form', metric: 'Loadings', scalar: 'Loadings and intercepts', strict: 'Residuals too' },
  verdict: 'Holds',
  yes: 'yes',
  no: 'no',
  unclear: 'cannot be said',
  partly: (list: string) => `in part, without ${list}`,
  freedLoading: (item: string) => `the loading of ${item}`,
  freedIntercept: (item: string) => `the intercept of ${item}`,
  freedResidual: (item: string) => `the residual of ${item}`,
  verdictMoved: (items: string) =>
    `Not the same form: ${items} belongs elsewhere in some studies and not in others (below), so that scores mean different things, ` +
    `whatever a pooled model says.`,
  withoutItems: (items: string) => `Without ${items}: `,
  invarianceWithout: (index: string, items: string) => `${index} without ${items}: is it measured alike?`,
  ownForm: (index: string) => `${index}: the declared dimensions in each study by itself`,
  belongsElsewhere: 'Belongs elsewhere',
  movedTo: (item: string, to: string, mi: string, before: string, after: string) =>
    `${item} → ${to} (modification index ${mi}; χ² ${before} → ${after})`,
  ownFormNote:
    'Each study alone, maximum likelihood. An item belongs elsewhere when the model with it moved has a BIC lower by more than 6 ' +
    '(strong evidence: Raftery 1995), one item after another.',
  invarianceNote: (factors: string) =>
    `Maximum likelihood, normal; complete cases within ` +
    `studies; factors: ${factors}. Changes against the row above. A level ` +
    `holds by Chen’s (2007) limits for ΔCFI, ΔRMSEA and ΔSRMR; form by CFI ≥ .90, RMSEA and SRMR ≤ .08.`,
  leftOut: (items: string) => `Left out, since no other item of their dimension was asked everywhere: ${items}.`,
  verdicts: {
    none: 'Not even the form of the scale is the same: its scores mean different things in these studies and must not be compared.',
    configural: 'The same items belong together, but they do not weigh alike: neither relations nor means of the scores can be compared.',
    metric:
      'Items weigh alike: relations (correlations, coefficients) can be compared; means cannot, since ' +
      'people who stand ' +
      'alike do not ' +
      'answer alike.',
    scalar: 'Items weigh alike and are answered alike: means can be compared.',
    strict: 'Items weigh alike, are answered alike and as exactly: means and spreads can be compared.',
    unknown: 'Whether it is measured alike cannot be said.',
  },
  scoreTests: (index: string) => `What could be let go in ${index}`,
  parameter: 'Held equal',
  change: 'Expected change',
  scoreNote:
    'Score tests (modification indices) of single equalities with p < .05 after Holm, factors of variance 1: what the data would ' +
    'let differ first. Fit may hardly change for a single item that moved; look here as well.',
  partial: 'Reached after letting go what is named; it holds for what is left.',
  problem: {
    'one-group': 'Fewer than two studies have its items.',
    'no-factor': 'No two items were asked in every study.',
    'too-few-items': (name: string) => `${name} has too few items that everyone asked.`,
    'too-few-cases': (name: string, n: string) => `${name} has only ${n} complete cases.`,
    'constant-item': (name: string, item: string) => `${item} does not vary in ${name}.`,
    singular: (name: string) => `The covariances of ${name} cannot be inverted.`,
    'no-degrees-of-freedom': 'The model has no degrees of freedom: it fits whatever the data.',
    'not-converged': 'The estimation did not settle.',
    'not-identified': 'Some parameter could be anything.',
    'negative-variance': (what: string, study: string) => `The variance of ${what} comes out negative in ${study} (a Heywood case).`,
    'correlation-beyond-one': (one: string, other: string, study: string) => `${one} and ${other} correlate beyond 1 in ${study}.`,
  },
  scores: 'Scores three ways',
  scoresOf: (index: string) => `${index}, scored three ways`,
  study: 'Study',
  frozen: (first: string) => `By ${first}’s rule`,
  reestimated: 'By its own',
  pooled: 'By one of all',
  outside: 'Outside',
  against: (first: string) => `− ${first}`,
  scoresNote:
    'By the first study’s rule: its means, SDs, score coefficients, weights and goalposts. Its own: as the study’s own report has ' +
    'it. One of all: estimated from all answers together. r: of the first with the second, over the study’s respondents.',
  levelNote: (first: string) =>
    `− ${first}: difference of means by that rule, with Welch’s 95 % interval and test. The rule is taken as it is: that it was ` +
    `estimated is not in the interval.`,
  fewerItems: (count: string) =>
    `Scored by the ${count} items that all studies asked on one scale, so that even the first study’s scores differ from its own report.`,
  outsideNote: (first: string) =>
    `Outside: scores beyond ${first}’s goalposts, from answers more extreme than any there. They are kept as they are.`,
  stretchedScores: (index: string) =>
    `By their own rule, ` +
    `scores of ${index} fill each study’s own range: their means must not be compared across studies. ` +
    `Compare the ` +
    `first or the ` +
    `third column.`,
  coefficients: 'Coefficients',
  coefficientsOf: (regression: string, outcome: string) => `${regression}: ${outcome}`,
  equal: 'Equal?',
  together: 'Together',
  prediction: 'Expected elsewhere',
  weight: 'Weight, %',
  joint: (chi2: string, df: string, p: string) => `All slopes equal, Wald: χ² = ${chi2}, df = ${df}, p ${lead(p)}.`,
  chow: (f: string, df1: string, df2: string, p: string) =>
    `All coefficients of the common predictors equal, Chow (equal variances, independent cases): F(${df1}, ${df2}) = ${f}, p ${lead(p)}.`,
  pooledModels: (f: string, p: string, slopes: string, slopesP: string) =>
    `One model with study effects: effects F = ${f}, p ${lead(p)}; slopes differ F = ${slopes}, p ${lead(slopesP)}.`,
  incomplete: (terms: string) => `Not in every study: ${terms}.`,
  coefficientsNote:
    'Equal: Wald’s χ² between independent samples, p also after Holm over the predictors. Together: random effects (REML), I² the ' +
    'share of the variance that lies between studies.',
  opposite: (outcome: string, term: string, first: string, second: string) =>
    `${outcome}: ${term} has opposite signs in ${first} and ${second}, significantly so in both.`,
  firstUnits: (outcome: string, first: string) =>
    `${outcome}: the answers of every study ` +
    `scored by ${first}’s rule, so that b is in the same units everywhere. Coefficients of the ` +
    `studies’ own scores ` +
    `stand in their ` +
    `own reports.`,
  ownUnits: (regression: string, outcome: string) =>
    `${regression}, ${outcome}: not compared. It is a score, and no common rule scores it in all studies, so that coefficients ` +
    `would be in different units.`,
  studyEffect: (study: string, first: string, b: string, interval: string, p: string) =>
    `${study} against ${first} at equal predictors and slopes: ${b}, 95 % CI ${interval}, p ${lead(p)}.`,
  forestOf: (regression: string, outcome: string) => `${regression}: coefficients for ${outcome} in each study`,
  forestAlternative: (outcome: string) =>
    `For each predictor of ${outcome}, the coefficient of every study with its 95 % interval, and the pooled one as a diamond.`,
  nothingToCompare: 'There is no coefficient that two studies have.',
  hypotheses: 'Hypotheses',
  claim: 'Hypothesis',
  notStated: 'not stated',
};

export type ComparisonWords = typeof comparisonEnglish;

export const comparisonChinese: ComparisonWords = {
  title: (studies) => `${studies}：比较`,
  subtitle: (first, count) => `${count} 项研究，均与${first}对照`,
  asked: '提问方式的差异',
  askedCount: (same, all) => `${all} 个变量中有 ${same} 个在各研究中提问与编码相同。`,
  allAlike: '所有变量在各研究中提问与编码均相同。',
  variable: '变量',
  absent: '未问',
  added: '仅此处问',
  alike: '相同',
  askedOn: (own, first) => `提问用量表 ${own}（原为 ${first}）`,
  scale: (own, first) => `量表 ${own}（原为 ${first}）`,
  direction: (own) => (own === 'reversed' ? '反向题' : '非反向题'),
  levels: (own, first) => `水平 ${own}（原为 ${first}）`,
  reference: (own, first) => `参照组 ${own}（原为 ${first}）`,
  binning: (own) => `编码 ${own}`,
  type: (own, first) => `${own}（原为${first}）`,
  formula: (own, first) => `计算为 ${own}（原为 ${first}）`,
  sort: { indicator: '指标', number: '数值', category: '类别', column: '列', formula: '公式' },
  semicolon: '；',
  analysed: '分析方式的差异',
  analysedAlike: '指数、比较、回归与假设在各研究中的计算方式均相同。',
  declaration: '声明',
  clause: '子句',
  dataRules: '数据',
  stated: '已陈述',
  indexLeft: (index, studies) => `${index}未作比较：${studies}中没有该指数，或未能计算。`,
  outcomeLeft: (regression, outcome, reason) =>
    `${regression}：能解释${outcome}的研究不足两项，未作比较${reason === '' ? '' : `（${reason}）`}。`,
  items: '指标对照',
  item: '指标',
  difference: 'd',
  itemsNote: 'd：与第一项研究之差除以合并标准差。p：Welch 检验，经 Holm 校正（全部指标与研究）。量表不同者两者均不给出。',
  looksReversed: (item, study, other, original) =>
    `${item}在${study}中像是反向提问：与其他题项预测值的相关为 ${other}，首项研究为 ${original}。若确为反向，请在 map 行写 \`reversed\`。`,
  orInstead: (items) => `从符号看也可能是：${items}。`,
  looksRescaled: (item, study, findings) => `${item}在${study}中像是用了另一量表：${findings}。若是，请在 map 行写 \`on low..high\`。`,
  outsideScale: (count, low, high) => `${count} 个回答超出 ${low}..${high}`,
  betweenPoints: (count) => `${count} 个回答落在量表点之间`,
  unusedPoints: (points) => `无人选择 ${points}，而首项研究中很多人选`,
  otherSpread: (ratio) => `标准差为首项研究的 ${ratio} 倍`,
  reliability: '信度',
  reliabilityNote: 'Cronbach α 及 Feldt 95 % 区间；k 为题项数，未问之处题项数不同。',
  structure: '成分结构',
  component: (position) => `成分 ${position}`,
  componentTitle: '成分',
  congruenceOf: (index, study) => `${study}中${index}的成分：一致性`,
  loadingsOf: (index, study) => `${index}的载荷，及${study}旋转至原结构后的载荷`,
  asFound: '原样',
  rotatedTo: '旋转至原结构',
  reading: '判读',
  band: { equal: '相同', fair: '相近', different: '不同' },
  where: '去向',
  moved: { possible: (to) => `可能移至${to}`, established: (to) => `移至${to}` },
  congruenceNote: (items) => `基于各研究共有的 ${items} 个题项的 Tucker φ：.85–.94 相近，.95 以上相同（Lorenzo-Seva & ten Berge 2006）。`,
  bootstrapNote: (draws, seed) => `对受访者作 ${draws} 次自助抽样的百分位区间，种子 ${seed}。`,
  loadingsNote: '粗体：载荷相差 .20 及以上且区间不含 0。浅色：低于 .4。',
  movedNote: (study, items) => `${study}中有题项移动：${items}。比较得分之前请核对其措辞与编码。`,
  tooManyComponents: '成分数多于共同题项数。',
  invariance: '测量是否一致',
  invarianceOf: (index) => `${index}的测量不变性`,
  model: '设为相等',
  level: { configural: '结构', metric: '载荷', scalar: '载荷与截距', strict: '再加残差' },
  verdict: '成立',
  yes: '是',
  no: '否',
  unclear: '无法判断',
  partly: (list) => `部分成立，放开${list}`,
  freedLoading: (item) => `${item}的载荷`,
  freedIntercept: (item) => `${item}的截距`,
  freedResidual: (item) => `${item}的残差`,
  verdictMoved: (items) => `结构不同：${items}在一些研究中属于别的维度，在另一些中则否（见下），无论合并模型如何，得分的含义都不同。`,
  withoutItems: (items) => `不含${items}：`,
  invarianceWithout: (index, items) => `${index}（不含${items}）的测量不变性`,
  ownForm: (index) => `${index}：各研究单独拟合所声明的维度`,
  belongsElsewhere: '应属他处',
  movedTo: (item, to, mi, before, after) => `${item} → ${to}（修正指数 ${mi}；χ² ${before} → ${after}）`,
  ownFormNote: '各研究单独作极大似然拟合。若移动某题项后 BIC 降低超过 6（强证据：Raftery 1995），则该题项应属他处；逐个题项进行。',
  invarianceNote: (factors) =>
    `正态极大似然；各研究内完整个案；因子：${factors}。变化量相对上一行。成立与否按 Chen（2007）的 ΔCFI、ΔRMSEA、ΔSRMR 界限；结构按 CFI ≥ .90，RMSEA、SRMR ≤ .08。`,
  leftOut: (items) => `因同维度没有其他共同题项而未纳入：${items}。`,
  verdicts: {
    none: '连量表的结构也不相同：得分含义不同，不能比较。',
    configural: '题项归属相同，但权重不同：得分的关系与均值都不能比较。',
    metric: '题项权重相同：可以比较关系（相关、系数）；均值不能比较，因为处境相同的人回答不同。',
    scalar: '题项权重与回答起点相同：可以比较均值。',
    strict: '题项权重、起点与精度均相同：均值与离散度可以比较。',
    unknown: '无法判断测量是否一致。',
  },
  scoreTests: (index) => `${index}中可放开的参数`,
  parameter: '设为相等',
  change: '预期变化',
  scoreNote:
    '单个等值约束的得分检验（修正指数），Holm 校正后 p < .05，因子方差为 1：数据最先要求放开者。单个题项移动时整体拟合可能几乎不变，因此请一并查看。',
  partial: '在放开所列参数后达到；结论适用于其余部分。',
  problem: {
    'one-group': '具有这些题项的研究不足两项。',
    'no-factor': '没有两个题项是各研究都问的。',
    'too-few-items': (name) => `${name}的共同题项过少。`,
    'too-few-cases': (name, n) => `${name}只有 ${n} 个完整个案。`,
    'constant-item': (name, item) => `${item}在${name}中没有变异。`,
    singular: (name) => `${name}的协方差矩阵不可逆。`,
    'no-degrees-of-freedom': '模型没有自由度，任何数据都拟合。',
    'not-converged': '估计未收敛。',
    'not-identified': '某个参数可以任意取值。',
    'negative-variance': (what, study) => `${what}的方差在${study}中为负（Heywood 情形）。`,
    'correlation-beyond-one': (one, other, study) => `${one}与${other}在${study}中的相关超过 1。`,
  },
  scores: '三种计分',
  scoresOf: (index) => `${index}：三种计分`,
  study: '研究',
  frozen: (first) => `按${first}的规则`,
  reestimated: '按自身规则',
  pooled: '按合并规则',
  outside: '越界',
  against: (first) => `− ${first}`,
  scoresNote:
    '第一种用首项研究的均值、标准差、得分系数、权重与端点；第二种为该研究自身报告中的得分；第三种由全部回答合并估计。r 为该研究受访者前两种得分的相关。',
  levelNote: (first) => `− ${first}：按该规则计分的均值之差，附 Welch 95 % 区间与检验。规则按给定处理，其估计误差不在区间之内。`,
  fewerItems: (count) => `只用各研究以同一量表共有的 ${count} 个题项计分，因此首项研究的得分也与其报告不同。`,
  outsideNote: (first) => `越界：超出${first}端点的得分，来自比其更极端的回答，保留原值。`,
  stretchedScores: (index) => `按自身规则时，${index}得分占满各研究自身的范围，均值不能跨研究比较；请比较第一或第三种。`,
  coefficients: '回归系数',
  coefficientsOf: (regression, outcome) => `${regression}：${outcome}`,
  equal: '是否相等',
  together: '合并',
  prediction: '他处预期',
  weight: '权重 %',
  joint: (chi2, df, p) => `全部斜率相等，Wald：χ² = ${chi2}，df = ${df}，p ${lead(p)}。`,
  chow: (f, df1, df2, p) => `共有解释变量的全部系数相等，Chow（方差相等、个案独立）：F(${df1}, ${df2}) = ${f}，p ${lead(p)}。`,
  pooledModels: (f, p, slopes, slopesP) =>
    `含研究效应的合并模型：效应 F = ${f}，p ${lead(p)}；斜率差异 F = ${slopes}，p ${lead(slopesP)}。`,
  incomplete: (terms) => `并非各研究都有：${terms}。`,
  coefficientsNote: '相等：独立样本间的 Wald χ²，p 并经 Holm 校正（全部解释变量）。合并：随机效应（REML），I² 为研究间方差所占份额。',
  opposite: (outcome, term, first, second) => `${outcome}：${term} 在${first}与${second}中符号相反，且均显著。`,
  firstUnits: (outcome, first) =>
    `${outcome}：各研究的回答均按${first}的规则计分，故 b 的单位处处相同。各研究自身得分的系数见其各自的报告。`,
  ownUnits: (regression, outcome) => `${regression}，${outcome}：未作比较。它是得分，没有可用于所有研究的计分规则，系数单位不同。`,
  studyEffect: (study, first, b, interval, p) => `解释变量与斜率相等时，${study}相对${first}：${b}，95 % CI ${interval}，p ${lead(p)}。`,
  forestOf: (regression, outcome) => `${regression}：各研究中${outcome}的系数`,
  forestAlternative: (outcome) => `${outcome}的每个解释变量在各研究中的系数及 95 % 区间，菱形为合并值。`,
  nothingToCompare: '没有两项研究共有的系数。',
  hypotheses: '假设',
  claim: '假设',
  notStated: '未陈述',
};

/** Chinese for any `zh`, English for everything else. */
export function comparisonWordsIn(language: string): ComparisonWords {
  return /^zh(?:$|[-_])/iu.test(language) ? comparisonChinese : comparisonEnglish;
}
