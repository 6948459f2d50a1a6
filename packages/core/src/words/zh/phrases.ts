// The Chinese of phrases that problems have as facts: roles, what was wanted, what a mend does, what stands elsewhere. A comment says how
// each stands in a sentence.
import type { ArgumentKind } from '../../contract/declared-quantity.ts';
import type { NumberLimit, NumberSubject, Refusal } from '../../contract/impossible.ts';
import type {
  Act,
  Answer,
  Arguments,
  ArgumentsFound,
  Elsewhere,
  Essential,
  Expected,
  FileRole,
  Idle,
  MemberList,
  Role,
  SignRole,
  TableFault,
  TableWanted,
  ValueOf,
  Wanted,
  WeightFault,
  GivenWeights,
  WhyIdle,
  WordElsewhere,
} from '../../problems/phrases.ts';
import { say, type Sayings } from '../say.ts';
import { fileRefusals } from './data-phrases.ts';
import { kindAndName, kindText } from './kinds.ts';
import { listed, names as namesText, oneOf, quoted } from './text.ts';

export { takesNothing } from '../en/phrases.ts';

/** Nouns: 此处应为…, 作为…. */
export const roles: Sayings<Role> = {
  'compared by': ({ of }) => `比较${quoted(of)}所比较的变量`,
  'correlated by': ({ of }) => `相关分析${quoted(of)}的变量`,
  groups: ({ of }) => `${quoted(of)}的分组变量`,
  outcome: ({ of }) => `回归${quoted(of)}的因变量`,
  predictor: ({ of }) => `回归${quoted(of)}的自变量`,
  mediator: ({ of }) => `中介分析${quoted(of)}的中介变量`,
  item: ({ of }) => `${quoted(of)}的题项`,
  member: ({ of }) => `${quoted(of)}的成员`,
  component: ({ of }) => `指数${quoted(of)}的成分`,
  factors: ({ of }) => `${quoted(of)}的因子`,
  'factor of': ({ of }) => `${quoted(of)}的因子`,
  'member of': ({ of }) => `${quoted(of)}的题项或因子`,
  marker: ({ of }) => `成分${quoted(of)}的标志题项`,
  factor: () => '交互项中的变量',
  tested: () => '条件所检验的变量',
  composed: () => '综合得分的组成部分',
  mapped: () => '变量对照中对照行的变量',
  original: () => '原研究中同名的声明',
  'left out': () => '所要剔除的声明',
  'with numbers': () => '有统计量的声明',
  address: () => '地址的开头',
  'part of address': () => '地址的组成部分',
  category: () => '分类变量',
  hypothesis: () => '假设',
  scale: () => '评分量表',
  'compared study': () => '参与比较的研究',
  'in the design': () => '抽样设计的组成部分',
  compared: ({ of }) => `研究比较${quoted(of)}所比较的内容`,
  variance: ({ of }) => `回归${quoted(of)}中估计方差的对象`,
  'grouped by': ({ of }) => `计算${quoted(of)}的组均值所用的分组变量`,
  operand: ({ operator }) => `\`${operator}\` 所比较的变量`,
  template: ({ kind }) => `可以沿用（\`like\`）的${kindText(kind)}`,
  like: ({ name }) => `${quoted(name)}可以沿用（\`like\`）的声明`,
};

/** Nouns. */
export const expectedText = (expected: readonly Expected[]): string =>
  oneOf(
    expected.map((one) =>
      typeof one === 'string' ? kindText(one) : one.is === 'component' ? `指数${quoted(one.of)}的成分` : '有统计量的声明',
    ),
  );

/** Nouns, in brackets. */
export const fileRoles: Sayings<FileRole> = {
  original: () => '所重复的原研究',
  'printed table': () => '发表的表',
  margins: () => '总体的边际分布',
  'compared study': () => '参与比较的研究',
  spec: ({ reason }) => `研究说明：${say(fileRefusals, reason)}`,
};

/** Nouns: …应写作. */
export const signRoles: Readonly<Record<SignRole, string>> = {
  block: '声明内容的开头',
  text: '文字',
  range: '区间',
  number: '这个数',
  'open range': '不设终点的区间',
  equality: '等号',
  row: '行名与数值之间的分隔',
  'the list': '这个列表',
  'a list': '列表',
  'name run': '一段连续的名称',
  codes: '代码列表',
  alternatives: '代码或备选项的列表',
  'joined conditions': '两个条件之间的连接',
  comparison: '这个比较',
};

/** Predicates, behind 此处. */
export const wanted: Sayings<Wanted> = {
  nothing: () => '不应再有内容',
  freed: () => '应为一个题项和另一个因子（`a on trust`），或两个题项（`a with b`）',
  'one category': () => '应为一个分类变量',
  'listwise with wlsmv': () => '应为 `listwise`（估计方法为 `wlsmv`）',
  names: () => '应为名称列表',
  value: () => '应为一个取值',
  condition: () => '应为条件，如 `sex is female and age > 18`',
  heads: () => '应为表头',
  code: () => '应为代码或数值',
  cell: () => '应为数值，空单元格写作 `.`',
  formula: () => '应为公式，如 `income / size`',
  head: () => '应为名称和带引号的标签',
  name: () => '应为名称',
  number: () => '应为一个数',
  text: () => '应为带引号的文字',
  'name before label': () => '应先写名称，后写标签',
  'clause or brace': () => '应为子句或花括号',
  'one word': () => '应为一个词的名称，空格或连字符处改用 `_`',
  'map clause': () => '应为 `from`、`on`、`reversed`、`missing` 或 `absent` 等子句',
  claim: () => '应为 `=`、`<` 或 `>` 和一个数值',
  'equals code': () => '应为 `=` 和一个代码',
  column: () => '应为列名',
  scale: () => '应为评分量表或其两端',
  range: () => '应为区间，如 `0..100`、`0..` 或 `..100`',
  doi: () => '应为带引号的 DOI，以 `10.` 开头',
  comma: () => '应为逗号',
  figure: () => '应为数值，如 `0.282`、`<.001` 或 `ns`',
  'figure, not ns': () => '应为数值：`ns` 只用于 p 值、系数或检验',
  'file below': () => '应为一个文件，以及 `as` 和表示文件的列名',
  columns: () => '应为列名，以逗号分隔',
  'file and column': () => '应为一个文件和两个文件共有的列',
  function: () => '应为一个词的函数名',
  'nothing after': ({ word }) => `不应在 \`${word}\` 之后再有内容`,
  'one value after': ({ word }) => `应在 \`${word}\` 之后写一个取值`,
  point: ({ text }) => `应为${quoted(text)}所对应的分值`,
};

/** Subjects: …不起作用. */
export const idle: Sayings<Idle> = {
  label: () => '这个标签',
  'second text': () => '第二段文字',
  column: () => '列',
  row: () => '这一行',
  brackets: () => '括号中的内容',
  'range end': () => '区间的终点',
  'a label': () => '标签',
  'second item': () => '第二个题项',
  product: () => '交互项',
  run: () => '一段连续的名称',
  formula: () => '公式',
  limits: () => '取值范围',
  needed: () => '所需取值的个数',
  'behind slash': () => '斜杠之后的内容',
  text: () => '文字',
  'nameless row': () => '没有名称的行',
  'second value': () => '第二个取值',
  sign: ({ behind }) => `\`${behind}\` 之后的符号`,
  operator: ({ sign }) => `\`${sign}\``,
};

/** Sentences without their stop. */
export const whyIdle: Sayings<WhyIdle> = {
  'one file name': () => '存放回答的文件只有一个名称',
  'from file': () => '该表从其文件读取',
  'plain number': () => '此处应为单纯的数',
  'one seed': () => '随机种子是一个整数',
  'one version': () => '语言版本是一个整数',
  'one marker': () => '一个成分只有一个标志',
  'one marking item': () => '一个成分只有一个标志题项',
  'one name': () => '此处只需一个名称',
  'a name': () => '此处应为名称',
  'belongs to nothing': () => '其数值没有归属',
  'there is one': () => '已有一个',
  'codes follow': () => '`=` 之后是代码',
  unlabelled: ({ word }) => `\`${word}\` 没有标签`,
  'takes nothing': ({ word }) => `\`${word}\` 之后不写内容`,
  'list of names': ({ word }) => `\`${word}\` 之后是名称列表`,
  computed: ({ name }) => `${name === null ? '该变量' : quoted(name)}由公式计算`,
  'one function': ({ names }) => `该变量不是由多个取值计算的 ${names.map((name) => `\`${name}\``).join('、')}`,
  conditional: ({ name }) => `${name === null ? '该变量' : quoted(name)}按条件取 1 或 0`,
};

/** Nouns: 没有写明…, 列出…. */
export const essentials: Readonly<Record<Essential, string>> = {
  compared: '所比较的变量',
  groups: '分组变量',
  explained: '因变量',
  explaining: '自变量',
  mediating: '中介变量',
  deprivations: '各维度及其指标',
  items: '所含题项',
  marker: '标志题项',
  members: '所含变量',
  answers: '存放回答的文件',
  ends: '两端的取值',
  number: '所考察的统计量',
  alternatives: '备选做法，如 `missing mean | listwise`',
  separator: '单元格中各个回答之间的分隔符（或各选项所在的列）',
};

/** Sentences without their stop. */
export const weightFaults: Sayings<WeightFault> = {
  'not composed': ({ name }) => `${quoted(name)}有权重，但不参与合成`,
  'no member': ({ name }) => `${quoted(name)}有权重，但不是其成员`,
  twice: ({ name }) => `${quoted(name)}有两个权重`,
  'not positive': ({ name }) => `${quoted(name)}的权重不是正数`,
  none: ({ names }) => `${namesText(names)}没有权重`,
};

/** Predicates. */
export const weightRules: Sayings<GivenWeights> = {
  each: () => '应各有一个正数',
  'each member': () => '每个成员应各有一个正数',
  'each composed': () => '参与合成的每个成分应各有一个正数',
  these: ({ names }) => `应有权重的为：${listed(names, Infinity)}`,
};

/** Sentences without their stop. */
export const tableFaults: Sayings<TableFault> = {
  'no table': () => '没有表格',
  'no column': ({ name, nearest }) => `没有${quoted(name)}列${nearest === null ? '' : `（但有${quoted(nearest)}列）`}`,
  'column is no name': ({ name }) => `列名${quoted(name)}不是名称`,
  'line begins': ({ line, name }) => `第 ${line} 行以${quoted(name)}开头`,
  cell: ({ text, line, column }) => `第 ${line} 行${quoted(column)}列为${quoted(text)}`,
};

/** Predicates. */
export const tableWanted: Sayings<TableWanted> = {
  'names and rows': () => '应有一行列名和至少一行数值',
  'declared names': () => '应为声明或统计量的名称',
  'name first': () => '首列应为名称',
  figure: () => '应为发表值的原样，如 `0.282**`、`<.001` 或 `ns`',
  columns: ({ names }) => `应有的列为：${listed(names, Infinity)}`,
};

const argument: Readonly<Record<ArgumentKind, string>> = {
  study: '参与比较的研究',
  variable: '表中的变量',
  item: '题项',
  component: '成分（名称，或从 1 起的序号）',
  factor: '测量模型的因子',
  member: '测量模型的题项或因子',
  part: '成分或题项',
  level: '类别（`variable.level`）或 `all`',
  option: '多选题的选项',
  term: '自变量',
  number: '一个数',
  hypothesis: '假设',
  outcome: '因变量的类别或取值',
  source: '分组的列、`residual` 或 `random` 中的自变量',
};

const argumentsChinese: Sayings<Arguments> = {
  'one formula': () => '一个数或公式',
  formulas: () => '一个或多个数或公式',
  'formula and base': () => '一个数或公式，以及底数',
  'right side': () => '右侧的一个数或地址',
  lists: ({ lists }) => lists.map((one) => (one.length === 0 ? '无内容' : one.map((kind) => argument[kind]).join('和'))).join('，或'),
};

/** Nouns: 括号中应为…. */
export const argumentsText = (one: Arguments): string => say(argumentsChinese, one);

/** Nouns, with the blank before a number: 实际为…. */
export const argumentsFound: Sayings<ArgumentsFound> = {
  brackets: () => '括号',
  'no brackets': () => '没有括号',
  'empty brackets': () => '空括号',
  run: () => '一段连续的列',
  'something else': () => '其他内容',
  entries: ({ count }) => ` ${count} 项`,
  'first study': ({ name }) => `${quoted(name)}，即其他研究所对照的第一项研究`,
  number: ({ value }) => ` ${value}`,
};

/** Nouns, with the blank before a word of the language: 不能用作…. */
export const valuesOf: Sayings<ValueOf> = {
  clause: ({ word }) => ` \`${word}\` 的取值`,
  condition: ({ name }) => ` \`${name} is\` 的取值`,
  function: () => '公式中的函数',
  codes: ({ of }) => `${quoted(of)}的代码`,
};

/** Sentences without their stop. */
export const refusals: Readonly<Record<Refusal, string>> = {
  'hides differences': '以均值替换缺失的因变量，会使各组看上去比实际更相近，结果也显得更确定',
};

/** Nouns, with their blanks: 在…中列出两次. */
export const memberLists: Sayings<MemberList> = {
  predictors: ({ of }) => `${quoted(of)}的自变量`,
  outcomes: ({ of }) => `${quoted(of)}的因变量`,
  composite: ({ of }) => `${quoted(of)}的综合得分`,
  index: ({ of }) => kindAndName('index', of),
  comparison: ({ of }) => kindAndName('compare', of),
  correlations: ({ of }) => kindAndName('correlate', of),
  measurement: ({ of }) => kindAndName('measurement', of),
  mediators: ({ of }) => `${quoted(of)}的中介变量`,
  dimension: ({ of }) => kindAndName('dimension', of),
  block: ({ of }) => kindAndName('block', of),
  clause: ({ word }) => ` \`${word}\` `,
};

/** Nouns, behind 的. */
export const answers: Sayings<Answer> = {
  point: ({ low, high }) => `评分量表 ${low}～${high} 的分值`,
  level: ({ level }) => `类别${quoted(level)}的代码`,
};

/** Subjects: …不能为. */
export const numberSubjects: Sayings<NumberSubject> = {
  components: () => '成分个数',
  'kept share': () => '所保留的方差比例',
  goalposts: () => '上下限',
  cutoff: () => '临界值',
  copies: () => '插补数据集的个数',
  'needed values': () => '所需取值的个数',
  'quantile groups': () => '组数',
  'score range': () => '得分的范围',
  'censoring limits': () => 'Tobit 模型的界限',
  decimals: () => '小数位数',
  digits: () => '小数点后的位数',
  cells: () => '报告所示人数的下限',
  level: () => '显著性水平',
  levels: () => '显著性水平的个数',
  'heading rows': () => '表头所占的行',
  'name row': () => '变量名所在的行',
  'name rows': () => '变量名在首行的表头',
  seed: () => '随机种子',
  language: () => '语言版本',
  samples: () => '抽样次数',
  'number of components': () => '成分个数',
  'logarithm base': () => '对数的底',
  index: ({ of }) => `指数${quoted(of)}`,
  'range of': ({ of }) => `${quoted(of)}的取值范围`,
  'scale of': ({ of }) => `${quoted(of)}的评分量表`,
  scale: ({ of }) => `评分量表${quoted(of)}`,
  'value of': ({ of }) => `${quoted(of)}的数值`,
  limit: ({ of }) => `与${quoted(of)}比较的数`,
  point: ({ text, of }) => `${quoted(of)}中${quoted(text)}的分值`,
};

/** Sentences without their stop, also behind 更正数值，. */
export const numberLimits: Sayings<NumberLimit> = {
  whole: () => '应为整数',
  'whole from 0': () => '应为不小于 0 的整数',
  rising: () => '前一个数须小于后一个数',
  'not falling': () => '前一个数不能大于后一个数',
  levels: () => '应为 0 与 1 之间的一至三个互不相同的水平，如 `0.05, 0.01, 0.001`',
  share: () => '方差比例应在 0%～100% 之间',
  base: () => '应为大于 0 且不等于 1 的数',
  'two items': () => '提取成分至少需要 2 个题项',
  'two members': () => '指数至少由 2 个成员合成',
  'no division by 0': () => '除数不能为 0',
  'whole within': ({ low, high }) => `应为 ${low}～${high} 的整数`,
  'point within': ({ low, high }) => `应为 ${low}～${high} 的分值`,
  'counted items': ({ low, high }) => `应为 ${low}～${high} 的整数，即至多为题项数`,
  'above and at most': ({ low, high }) => `应大于 ${low} 且不大于 ${high}`,
  'at most': ({ high }) => `应不大于 ${high}`,
  rows: ({ most }) => `行号从 1 起，首行应在末行之前，且至多为 ${most}`,
};

type Doing = Act['do'];
export const acts: { readonly [Key in Doing]: (act: Extract<Act, { readonly do: Key }>) => string } = {
  write: ({ text }) => `改为：${text}`,
  'write word': ({ text }) => `改为${quoted(text)}`,
  'write before': ({ text }) => `在前面补上${quoted(text)}`,
  'write comma': () => '改为逗号',
  'write quotes': () => '改为双引号',
  add: ({ text }) => `补上：${text}`,
  'add comma': () => '补上逗号',
  comment: () => '改为注释',
  delete: () => '删去',
  'delete brace': () => '删去花括号',
  'delete mark': () => '删去标记',
  'delete comma': () => '删去逗号',
  'put implied': ({ figures }) => `改为由其他数值推得的取值：${listed(figures, Infinity)}`,
};

export const elsewhere: Sayings<Elsewhere> = {
  declared: ({ kind }) => `在此声明为${kindText(kind)}`,
  'first declared': ({ kind }) => `先在此声明为${kindText(kind)}`,
  needed: () => '在此使用',
  'first given': () => '先在此写明',
  'first mapped': () => '先在此对照',
  'first accepted': () => '先在此说明',
  'first data block': () => '第一个数据声明',
  given: () => '在此写明',
  dimension: () => '该维度',
  otherwise: ({ group, name }) => `${kindAndName(group, name)}另有规定`,
  marked: ({ name }) => `成分${quoted(name)}以其为标志题项`,
  guess: ({ name }) => `${quoted(name)}也是推测`,
  reads: ({ name }) => `${quoted(name)}在此读取该列`,
  has: ({ name }) => `${quoted(name)}在此含有该代码`,
  answer: ({ codes, answer }) => `${codes} 在此为${say(answers, answer)}`,
};

/** Whole sentences. */
export const insteads: Readonly<Record<WordElsewhere, string>> = {
  sheet: 'StudySpec 读取文本文件：将该工作表另存为“CSV UTF-8”，并改用该文件。',
  weight: 'StudySpec 计算时不用抽样权重，每个个案均计一次。',
  stratum: 'StudySpec 不处理抽样层；用 `cluster` 写明抽取个案的群，回归中的 `errors cluster` 会考虑到群。',
};
