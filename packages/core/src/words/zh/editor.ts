// The Chinese of the editor: hovers, completion, notes beside the text, lenses, mends, renaming, beginnings. Typed by the English.
import type { ArgumentKind } from '../../contract/declared-quantity.ts';
import type { EditorWords, Head, Part, Placeholder, Shown } from '../en/editor.ts';
import { clauseText } from './clauses.ts';
import { kindText } from './kinds.ts';
import { reasonText } from './reasons.ts';
import { listed, quoted, zh } from './text.ts';

const argumentDocs: Readonly<Record<ArgumentKind, string>> = {
  study: '参与比较的研究。',
  item: '指数的题项；维度或变量组代表其全部题项，`each` 代表所有题项。',
  variable: '表中的变量、中介变量，或连同其全部类别的自变量；`each` 代表所有变量。',
  component: '指数的成分，写其名称。',
  factor: '测量模型的因子：维度，或二阶因子；`each` 代表所有维度。',
  member: '测量模型的题项或因子；`each` 代表所有题项。',
  part: '指数的成分或题项。',
  level: '类别，写作 `category.level`；分类变量代表其全部类别，`all` 代表全部个案。',
  option: '多选题的选项，写其名称；`each` 代表所有选项。',
  term: '自变量：`variable`、`variable.level` 或交互项 `a:b`；变量组代表其成员，`each` 代表所有自变量。',
  number: '从 1 起的整数。',
  hypothesis: '含有对该统计量的论断的假设。',
  outcome: '因变量的类别或取值；`each` 代表所有类别或取值。',
  source: '分组的列、`residual`，或 `random` 中的自变量。',
};

const argument: Readonly<Record<ArgumentKind, string>> = {
  study: '研究',
  item: '题项',
  variable: '变量',
  component: '成分',
  factor: '因子',
  member: '成员',
  part: '成分或题项',
  level: '类别',
  option: '选项',
  term: '自变量',
  number: '序号',
  hypothesis: '假设',
  outcome: '因变量取值',
  source: '方差来源',
};

const placeholders: Readonly<Record<Placeholder, string>> = {
  row: '`row`：代表行名。',
  column: '`column`：代表列名。',
  each: '`each`：代表此处适用的所有名称。',
  all: '`all`：全部个案。',
  intercept: '`intercept`：回归的常数项。',
  sample: '`sample`：数据的行数。',
};

const parts: Readonly<Record<Part, string>> = {
  outcome: '因变量',
  effect: '效应',
  'every outcome': '所有因变量',
  'every level': '所有类别',
  component: '成分',
  grouping: '分组变量',
  'everything that fits': '此处适用的所有名称',
  option: '选项',
  hypothesis: '假设',
  variable: '变量',
  item: '题项',
  factor: '因子',
  level: '类别',
  member: '成员',
  'each of its items': '其全部题项',
  'each of its levels': '其全部类别',
  'each of its members': '其全部成员',
  'every case': '全部个案',
  variance: '方差',
  predictor: '自变量',
  product: '交互项',
  'the constant': '常数项',
  'rows of the data': '数据的行数',
  'the head of the row': '行名',
  'the head of the column': '列名',
  term: '自变量',
  study: '研究',
};

/** With `=` where it is a symbol, behind a blank where it is a word. */
const shown: Readonly<Record<Shown, string>> = {
  n: 'n=',
  missing: '缺失 ',
  mean: '均值 ',
  sd: '标准差 ',
  median: '中位数 ',
  skewness: '偏度 ',
  item_total: '校正项总计相关（CITC）',
  alpha_if_deleted: '项已删除的 α=',
  alpha: 'α=',
  standardized: '标准化 α=',
  cronbach: 'Cronbach α=',
  omega: 'ω=',
  consistency: '一致性比率 ',
  kmo: 'KMO 值 ',
  chi2: 'χ²=',
  df: 'df=',
  cfi: 'CFI=',
  tli: 'TLI=',
  rmsea: 'RMSEA=',
  srmr: 'SRMR=',
  adjusted_r2: '调整后 R² ',
  mcfadden: 'McFadden R² ',
  icc: 'ICC=',
  loglik: 'ln L=',
  indirect: '间接效应 ',
  direct: '直接效应 ',
  r: 'r=',
  f: 'F=',
};

const heads: Readonly<Record<Head, string>> = {
  level: '类别',
  label: '标签',
  codes: '代码',
  n: 'n',
  percent: '百分比（%）',
  item: '题项',
  answers: '回答分布',
  mean: '均值',
  sd: '标准差',
  item_total: 'CITC',
  alpha_if_deleted: '项已删除的 α',
  member: '成员',
  weight: '权重',
  component: '成分',
  'marked by': '标志题项',
  explained: '方差解释率',
  'highest loadings': '最高的载荷',
  claim: '论断',
  outcome: '因变量',
  effect: '效应',
  interval: '95% 置信区间',
  adjusted_r2: '调整后 R²',
  'likelihood ratio': '似然比 χ²',
  number: '统计量',
  printed: '发表值',
  computed: '计算值',
  value: '取值',
  rows: '行数',
};

/** `p=0.041`, `p<0.001`. */
const p = (text: string): string => (text === '.' ? 'p 无定义' : /^[<>]/u.test(text) ? `p${text}` : `p=${text}`);
const of = (groups: readonly string[]): string => (groups.length === 0 ? '' : zh`，取自${listed(groups, Infinity)}`);

export const editorChinese: EditorWords = {
  kind: kindText,
  list: (names) => names.join('、'),
  percent: (number) => `${number}%`,
  number: (name, text) => `${shown[name]}${text}`,
  p,
  meanAndSd: (mean, sd) => `均值 ${mean}±${sd}`,
  numbers: (name, texts, more) => `${name === 'p' ? 'p 值 ' : shown[name]}${texts.join('、')}${more ? ' 等' : ''}`,
  head: (head) => heads[head],
  reason: reasonText,
  withReason: (what, reason) => `${what}（${reason}）`,
  isDefault: (doc) => `${doc}此为默认设置。`,
  meaning: (_bold, typed, doc) => `${typed}：${doc}`,

  hover: {
    stale: '最近一次修改之前的数值。',
    heading: (kind, name, parent) => `**${kind}** ${name}${parent === null ? '' : ` · 属于 ${parent}`}`,
    function: (name, doc, takes) => zh`${name}：${doc.replace(/。$/u, '')}；括号中为${takes}。`,
    placeholders,
    homes: (kinds) => `用于：${kinds.join('、')}。`,
    notDefined: (reason) => `无定义：${reason}`,
    column: (name) => `列 ${name}`,
    fromVariable: (name) => `由 ${name} 分组`,
    noScale: '没有评分量表',
    scale: ({ name, low, high, ends }) => `评分量表${name === null ? '' : ` ${name}`} ${low}～${high}${ends === null ? '' : `（${ends}）`}`,
    reversed: '**反向题**（x 反向计分为：低端 + 高端 − x）',
    askedOn: (low, high) => `询问时用 ${low}～${high}`,
    missing: (codes) => `缺失值：空白${codes === '' ? '' : `、${codes}`}`,
    where: (condition) => `${condition} 成立时为 1，否则为 0`,
    computed: '由公式计算',
    within: (range) => `取值范围 ${range}`,
    per: (site) => `按 ${site} 取均值`,
    rescaled: (to, from) => `换算为 ${to.low}～${to.high}，原范围为${from === null ? '其两端' : ` ${from.low}～${from.high}`}`,
    range: (low, high) => `最小值 ${low}，最大值 ${high}`,
    reference: (level) => `${level}（参照组）`,
    level: (level, category, isReference) => `**类别** ${level} · 属于 ${category}${isReference ? ' · 参照组：其他类别均与之比较' : ''}`,
    codes: (codes) => `代码 ${codes}`,
    levelCount: (count, percent) => `n=${count}${percent === null ? '' : `（占有效回答的 ${percent}）`}`,
    members: (count, names) => `成员 ${count} 个：${names.join('、')}`,
    membersOf: (count, groups) => `成员 ${count} 个${of(groups)}`,
    itemsOf: (count, groups) => `题项 ${count} 个${of(groups)}`,
    defaults: (_typed, clauses) => `采用的默认设置：${clauses.map(clauseText).join('、')}。`,
    scores: (mean, sd, low, high) => `得分：均值 ${mean} · 标准差 ${sd} · 最小值 ${low}，最大值 ${high}`,
    checks: (found) => `n=${found.n} · KMO 值 ${found.kmo} · Bartlett χ²(${found.df})=${found.chi2}，${p(found.p)} · α=${found.alpha}`,
    kept: (kept, all, share) => `${all} 个成分中保留 ${kept} 个，累积方差解释率 ${share}`,
    notComposed: '不参与合成',
    filled: (count) => `以题项均值替换的缺失值 ${count} 个`,
    component: (index, marker) => `指数 ${index} 的成分，标志题项为 ${marker}：取该题项载荷最高的成分，并使其载荷为正`,
    componentNumbers: ({ explained, weight, mean, sd }) =>
      `方差解释率 ${explained} · ${weight === null ? '不参与合成，没有权重' : `权重 ${weight}`} · 得分：均值 ${mean}，标准差 ${sd}`,
    compared: (outcomes, by) => `${outcomes.join('、')}，按 ${by.join('、')} 分组`,
    outcomeBy: (outcome, category) => `${outcome}，按 ${category} 分组`,
    correlated: (method, variables, controls) =>
      `${{ pearson: 'Pearson', spearman: 'Spearman', kendall: 'Kendall' }[method]} 相关：${variables.join('、')}` +
      (controls.length === 0 ? '' : `；控制变量：${controls.join('、')}`),
    predictors: (count, missing) =>
      `自变量 ${count} 个 · ` +
      {
        listwise: '任一变量缺失的个案不计入（成列删除）',
        pairwise: '每两个变量各用其全部有效回答计算相关（成对删除）',
        mean: '缺失值以均值替换（同 SPSS 的 MEANSUB）',
        multiple: '缺失值以多重插补填补',
      }[missing],
    factors: (factors, items) => `因子 ${factors} 个 · 题项 ${items} 个`,
    fit: (name, text) => (name === 'p' ? p(text) : `${shown[name]}${text}`),
    totalEffect: '总效应',
    directEffect: '直接效应',
    verdict: (verdict, counts) =>
      `**${{ holds: '✓ 成立', fails: '✗ 不成立', partly: '✗ 部分成立', undecided: '无法检验' }[verdict]}** · ${counts}`,
    more: (count) => `……另有 ${count} 个`,
    columnOfData: (name) => `**列** ${name} · 数据文件中的一列`,
    columnHeading: (name, detail) => `**列** ${name} · ${detail}`,
    figure: (address, printed, computed) => `${address}：发表值 ${printed}，计算值 ${computed}`,
    figureOpen: (address, printed, reason) => `${address}：发表值 ${printed}，未计算（${reason}）`,
    claim: (claim, computed) => `${claim}：计算值 ${computed}`,
    study: (name, file) => `**研究** ${name} · ${file}`,
    size: (variables, analyses) => `变量 ${variables} 个，分析 ${analyses} 项`,
    errors: (count) => `${count} 个错误`,
  },

  column: {
    text: '文字',
    numbers: (whole, range) => `${whole ? '整数' : '数值'}${range === null ? '' : ` ${range.low}～${range.high}`}`,
    different: (count, more) => `${more ? '不少于 ' : ''}${count} 种取值`,
    blank: (count) => `空白 ${count} 个`,
  },

  completion: {
    part: (part) => parts[part],
    argument: (kind) => argument[kind],
    argumentDocs,
    levelOf: (category) => `${quoted(category)}的类别`,
    levelCount: (count, percent) => `${count}${percent === null ? '' : `（${percent}）`}`,
    markedBy: (marker) => `标志题项为${quoted(marker)}`,
    against: (reference) => `与${quoted(reference)}比较`,
    binned: (kind) => `${kind}，按区间分组`,
    inherited: (kind) => `原研究的${kind}`,
    rows: (_count, text) => `${text} 行`,
    columnOfFiles: '写明各行所在文件的列',
    columnOfBoth: '两个文件共有的关键变量',
    ends: '两端的分值',
    is: '为所列类别或取值之一。',
    isNot: '不为所列的任何类别或取值。',
    and: '两个条件须同时成立。',
    or: '有一个条件成立即可。',
    otherLanguage: '同一标签的另一种语言',
    framework: '内置的研究框架',
  },

  written: {
    title: '标题',
    authors: '作者（年份）',
    low: '非常不同意',
    high: '非常同意',
    label: '标签',
    measurement: '测量模型',
    inWords: '论断的内容',
    table: '表1',
    reason: '理由',
    whyItStands: '为何可以保留',
    published: '发表值',
    again: (title) => `${title}（重复研究）`,
  },

  hints: {
    stale: '最近一次修改之前的数值。',
    rows: (_count, text) => `${text} 行`,
    columns: (text) => `${text} 列`,
    explained: (_count, text, share) => `${text} 个成分，累积方差解释率 ${share}`,
    against: (left, right) => `${left} 对 ${right}`,
    test: (f, text) => `F=${f}，${p(text)}`,
  },

  lenses: { preview: '预览', run: '运行', report: '打开报告', begin: '从此开始……' },

  begin: {
    study: '新的研究',
    studyDetail: '标题和数据',
    replication: (path) => `${quoted(path)}的重复研究`,
    example: '一个小例子',
    exampleDetail: '没有数据的研究框架，供改写',
    exampleText: `framework "归属感"

scale agreement 1..5 "非常不同意" .. "非常同意"

dimension belonging "归属感" on agreement {
  indicator stays "愿意留下"
  indicator talks "与邻居交谈"
  indicator helps "帮助邻居"
}

index integration "融入" {
  of belonging
}
`,
  },

  mends: {
    letStand: (code) => `保留 ${code}，并写明理由`,
    deleteSecond: '删去第二处',
    deleteLine: '删去这一行',
    bringUp: (version) => `将文件升级到语言的第 ${version} 版`,
    backquotes: (name) => `用反引号写作 \`${name}\``,
    readFrom: (column) => `从${quoted(column)}列读取`,
    write: (column) => `改为${quoted(column)}`,
    mapFrom: (name, column) => `为${quoted(name)}补上变量对照：从${quoted(column)}列读取`,
    mapAbsent: (name) => `为${quoted(name)}补上变量对照：本次未询问`,
    declare: (kind, name) => `声明${kind}${quoted(name)}`,
    addLevel: (value) => zh`为 ${value} 补上类别`,
    asMissing: (value) => zh`将 ${value} 列为缺失值代码`,
    keepOutside: '保留超出取值范围的回答',
    reverse: (name, reversed, correlation) =>
      `${quoted(name)}${reversed ? '取消反向计分' : '改为反向计分'}：其校正项总计相关为 ${correlation}`,
    largestLevel: (category, level, count) => `${quoted(category)}以个案最多的类别${quoted(level)}（n=${count}）为参照组`,
    reference: (level) => `以${quoted(level)}为参照组`,
    recordPublished: '将计算值记为发表值',
    addLabel: (language) => `补上 ${language} 标签`,
  },

  renaming: {
    onlyDeclared: '只能重命名研究说明中声明的名称。',
    notDeclared: (name) => `${quoted(name)}没有声明。`,
    standard: (name, framework) => `${quoted(name)}属于研究框架${quoted(framework)}，该框架不能修改。`,
    empty: '名称不能为空。',
    signs: '名称不能含有反引号或换行。',
    dot: '名称不能含有点号：点号用来分隔地址中的名称。',
    taken: (name, kind, file) => `${quoted(name)}已${file === null ? '' : `在${quoted(file)}中`}声明为${kind}。`,
    levelTaken: (category, level) => `${quoted(category)}已有类别${quoted(level)}。`,
  },

  manuscript: {
    stands: (shown, study) => `**${shown}**（来自 ${study}）`,
    part: (kind, study) => `${study} 报告中的${kind === 'table' ? '表' : '图'}`,
  },

  server: {
    dataRow: (row, column) => `数据第 ${row} 行${column === null ? '' : `，${quoted(column)}列`}`,
    wantsDocument: (command) => `命令 \`${command}\` 须有已打开文件的地址。`,
    failed: (path, message) => `${quoted(path)}未能计算：${message}`,
  },
};
