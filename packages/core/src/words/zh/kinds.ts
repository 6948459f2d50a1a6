// What each kind of declaration is called in Chinese; kinds are facts by their keyword (`indicator`). The sentences are elsewhere.

const kinds: Readonly<Record<string, string>> = {
  study: '研究',
  framework: '研究框架',
  source: '出处',
  data: '数据声明',
  scale: '评分量表',
  dimension: '维度',
  indicator: '指标',
  category: '分类变量',
  choices: '多选题',
  number: '数值变量',
  block: '变量组',
  index: '指数',
  component: '成分',
  composite: '指数',
  compare: '组间比较',
  correlate: '相关分析',
  regression: '回归',
  robustness: '稳健性分析',
  measurement: '测量模型',
  mediation: '中介分析',
  deprivation: '剥夺计数',
  factor: '因子',
  quantity: '统计量',
  comparison: '研究间比较',
  hypothesis: '假设',
  published: '发表值',
  table: '表格',
  map: '变量对照',
  without: '剔除声明',
  studyspec: '语言版本',
  seed: '随机种子',
  report: '报告设置',
  accept: '作者说明',
  level: '类别',
};

/** `指标`; a kind without a Chinese name is shown as it is written. */
export const kindText = (kind: string): string => (Object.hasOwn(kinds, kind) ? kinds[kind]! : `\`${kind}\``);

/** `指标“happy”`; without a name the kind alone. */
export const kindAndName = (kind: string, name: string): string => (name === '' ? kindText(kind) : `${kindText(kind)}“${name}”`);
