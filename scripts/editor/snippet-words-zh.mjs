// The Chinese of the snippets: what each kind of declaration is, and the words that stand in its stops until an author writes others. Names
// and whatever else is of the language stay as they are.

export const descriptionsChinese = {
  study: '有数据的研究：标题。',
  framework: '没有数据的研究框架：标题。可以检查，也可以用于另一项调查，但不能运行。',
  source: '研究说明所依据的出处：写下其方法的出版物。',
  data: '存放回答的文件，以及读取该文件须知道的事项。',
  scale: '评分量表：两端的分值及其含义。',
  dimension: '维度：询问同一内容的各个指标。',
  indicator: '指标：以评分量表回答的一道题目。',
  category: '分类变量：从若干类别中选一个回答的题目。',
  choices: '多选题：各选项在一个单元格中，或各占一列。跳过此题的按缺失处理。',
  number: '数值变量：数据文件中的一列，由各列计算的公式，或条件成立时为 1。',
  block: '变量组：一起纳入模型的自变量。',
  index: '指数：如何由回答得出一个综合得分。',
  component: '指数的成分，以其标志题项命名。',
  compare: '组间比较：各组的得分及其差异检验。',
  correlate: '相关分析：若干变量之间的相关系数。',
  regression: '回归：以相同的自变量解释一个或多个因变量的模型。',
  robustness: '稳健性分析：其他各种选择的全部组合之下的同一统计量（设定曲线）。',
  measurement: '测量模型：验证性因子分析，每个维度为一个因子。给出拟合指标和效度；写有 `by` 时，检验各组之间的测量不变性。',
  factor: '二阶因子：由因子构成的因子。',
  quantity: '由统计量计算的统计量：地址组成的公式。',
  comparison: '研究间比较：各项研究与第一项研究对照。单独成为一个文件，其中的统计量和假设使用比较的数值。',
  hypothesis: '假设：结果是否支持的论断。',
  published: '论文的发表值：单个数值和表。',
  table: '论文中的一张表：地址中以 `row` 和 `column` 代表行名和列名。',
  map: '变量对照：本次调查如何询问原研究的题目。',
  without: '本研究从所沿用的声明中剔除的声明。',
  seed: '随机种子：一切随机抽取都以此为起点。',
  report: '报告的写法。',
  accept: '作者已知悉并写明理由的警告：这一代码的问题不再列入问题，而列入报告的“作者说明”。',
};

/** Texts of an author, by their English; what is not here is a name, a number or a file. */
export const textsChinese = {
  Title: '标题',
  'Authors (year)': '作者（年份）',
  'strongly disagree': '非常不同意',
  'strongly agree': '非常同意',
  Question: '题目',
  Label: '标签',
  First: '第一类',
  Second: '第二类',
  'What is claimed': '论断的内容',
  'Table 1': '表1',
  reason: '理由',
};
