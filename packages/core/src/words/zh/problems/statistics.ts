// Problems of what cannot be computed (SS5xx), in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import { names, quoted } from '../text.ts';

const PARTS = { items: '题项', parameters: '参数' } as const;

export const statisticsProblems = {
  'no-complete-cases': {
    title: '没有受访者答全所需内容',
    message: ({ name, policy }) =>
      policy === 'listwise'
        ? `${quoted(name)}没有可用的个案：成列删除（\`missing listwise\`）后，没有受访者答全所需题项。`
        : `${quoted(name)}没有可用的个案：按 \`missing ${policy}\` 处理后，没有可用的受访者。`,
    help: ({ emptiest }) => `${quoted(emptiest)}缺失最多：剔除该题项，核对其缺失值代码，或改用其他缺失处理方式。`,
    explanation: '成列删除时，答全所有题项的受访者才计入。若样本的一半只问了某一题项，另一半只问了另一题项，便没有人留下。',
  },

  'slopes-need-product': {
    title: '没有交互项，无法求简单斜率',
    message: ({ regression, of, at, numeric, others }) =>
      others.length > 0
        ? `回归${quoted(regression)}：${quoted(of)}的斜率不仅取决于${quoted(at)}，还出现在 ${others.join('、')} 中。`
        : !numeric
          ? `回归${quoted(regression)}：简单斜率只针对数值型自变量，而${of === '' ? '此处没有写明' : `${quoted(of)}不是`}。`
          : `回归${quoted(regression)}：\`by\` 中没有 \`${of} * ${at}\`，${quoted(of)}的斜率在${quoted(at)}的任何取值上都相同。`,
    help: ({ of, at }) => (of === '' || at === '' ? '写明一个数值变量，以及其斜率取决于哪个变量。' : `写作 \`by ${of} * ${at}\`。`),
    explanation: `简单斜率是数值变量在另一自变量的某一取值上的作用。只有模型中有二者的交互项时，斜率才随取值而变（Aiken & West, 1991）。`,
  },

  'too-few-cases': {
    title: '个案少于分析所需',
    message: ({ name, n, needed, of }) => `${quoted(name)}有 ${needed - 1} 个${PARTS[of]}，可用的个案只有 ${n} 个，至少需要 ${needed} 个。`,
    help: () => '减少自变量或题项，合并人数少的类别，或放宽 `where` 的条件。',
    explanation: '参数与个案一样多时，无论数据如何，回归都完全拟合；个案少于题项时，相关矩阵没有逆矩阵。因此不作计算。',
  },

  'constant-item': {
    title: '所有人回答相同的题项',
    message: ({ name, items, n }) => `${quoted(name)}：题项${names(items)}在所用个案（${n} 个）中没有差异。`,
    help: ({ items }) => `从指数中剔除${names(items)}。`,
    explanation: '没有差异的题项与任何变量都没有相关，不能进入因子分析。',
  },

  'indefinite-correlations': {
    title: '相关矩阵不正定，或题项重复',
    message: ({ index, smallest, culprits }) =>
      `指数${quoted(index)}的相关矩阵不是正定矩阵（最小特征值 ${smallest.toPrecision(2)}），问题在于${names(culprits)}。`,
    help: ({ pairwise }) =>
      pairwise ? '成对删除可能造成这种情况：改用成列删除，或剔除一个题项。' : '有题项与另一题项相同，或是其他题项之和，将其剔除。',
    explanation:
      'KMO 和 Bartlett 检验需要相关矩阵的逆矩阵。某一题项由其余题项决定（合计与其部分，或同一题项出现两次），' +
      '或各个相关来自不同个案而互相冲突时，逆矩阵不存在。',
  },

  'too-few-components': {
    title: '保留的成分少于已命名的成分',
    message: ({ index, kept, named, eigenvalues }) =>
      `指数${quoted(index)}按规则保留 ${kept} 个成分，却为 ${named} 个成分命名；前几个特征值为 ` +
      `${eigenvalues.map((value) => value.toFixed(3)).join('、')}。`,
    help: ({ named }) => `写作 \`keep ${named}\`，放宽规则，或减少命名的成分。`,
    explanation: '保留多少个成分由规则决定（特征值大于 1、方差比例、平行分析），而按该规则保留的成分少于研究说明中命名的成分。',
  },

  'improper-factors': {
    title: '因子解释的方差超过全部（Heywood 现象）',
    message: ({ index, items, kept }) =>
      `指数${quoted(index)}：${kept} 个公因子所解释的会超过${names(items)}的全部方差，即共同度大于 1，没有适当解。`,
    help: ({ items, kept }) => `${kept > 1 ? `写作 \`keep ${kept - 1}\`，或` : ''}剔除${names(items)}，或改用 \`extract components\`。`,
    explanation:
      '公因子所能解释的至多是一个题项的全部。迭代超出这一界限，说明模型不拟合：因子太多、某一题项只与另一个题项相关，或受访者太少。' +
      'SPSS 在此停止，不给出结果；加上界限只会掩盖问题。',
  },

  'edge-factors': {
    title: '因子完全解释了某一题项（Heywood 现象）',
    message: ({ index, items }) => `指数${quoted(index)}的因子解释了${names(items)}的全部方差：共同度会超过 1，故限定为 1。`,
    help: () => '减少因子，剔除该题项，或改用 `extract components`；解释载荷时应谨慎。',
    explanation:
      '似然函数在特殊度小于 0 处最大，而方差不可能小于 0。此处与 SPSS 一样给出边界上的解，但其拟合检验和得分所依据的模型并不成立。',
  },

  'failed-extraction': {
    title: '提取不出公因子',
    message: ({ index, kept, items, none }) =>
      none
        ? `指数${quoted(index)}的 ${items} 个题项共同的变异太少，不足以提取 ${kept} 个公因子。`
        : `指数${quoted(index)}提取 ${kept} 个公因子时，共同度不收敛。`,
    help: ({ kept }) => (kept > 1 ? `写作 \`keep ${kept - 1}\`，或改用 \`extract components\`。` : '改用 `extract components`。'),
    explanation:
      '公因子解释的是题项之间共同的部分，而不是各题项独有的部分。共同的部分少于这么多因子所需时，无从提取；成分解释全部方差，总是存在。',
  },

  'failed-rotation': {
    title: '斜交旋转不收敛',
    message: ({ index, kept }) => `指数${quoted(index)}的 ${kept} 个因子旋转不收敛：各因子趋于重合。`,
    help: () => '减小 δ（`rotate oblimin`），改用其他旋转方法（`rotate promax`），或减少因子。',
    explanation:
      '斜交旋转允许因子相关。δ 较大，或因子多于题项所能支持时，各因子会越来越接近，以至相同。SPSS 此时不给出旋转后的结果，此处也不给出。',
  },

  'correlated-scores': {
    title: '因子相关，却要求得分不相关',
    message: ({ index, rotation }) => `Anderson–Rubin 得分互不相关，而指数${quoted(index)}的因子经 \`${rotation}\` 旋转后相关。`,
    help: () => '写作 `score bartlett` 或 `score regression`，或改用 `rotate varimax`。',
    explanation: 'Anderson–Rubin 法得到互不相关、标准差为 1 的得分。对斜交的因子而言，这样的得分所度量的已是别的内容。',
  },

  'no-steps': {
    title: '没有分级的变量不能计算多分格相关',
    message: ({ index, items, most, means }) =>
      means
        ? `指数${quoted(index)}：${names(items)}的缺失以均值替换，而均值不是量表的分值，多分格相关须有分级。`
        : `指数${quoted(index)}：${names(items)}的不同取值超过 ${most} 个，多分格相关只用于分级不多的回答。`,
    help: ({ items, means }) =>
      means
        ? '写作 `missing pairwise` 或 `missing listwise`，或改用 `correlations spearman`。'
        : `剔除${names(items)}，或改用 \`correlations spearman\`。`,
    explanation: '多分格相关假定每个回答都是由正态变量划分而成的一级。替换所用的均值（`missing mean`）也不是分级：它使每个题项各多出一级。',
  },

  'marker-taken': {
    title: '两个名称指向同一成分',
    message: ({ component, marker, other, loadings, position }) =>
      `成分${quoted(component)}以${quoted(marker)}为标志题项，但${quoted(marker)}载荷最高的成分已命名为${quoted(other)}` +
      `（载荷 ${loadings.map((value, at) => `${at === position ? '▸' : ''}${value.toFixed(3)}`).join('、')}）。`,
    help: ({ component }) => `为${quoted(component)}另选在其他成分上载荷最高的标志题项，或删去该成分。`,
    explanation: '成分以其标志题项命名，即该题项载荷最高的成分。两个标志题项在同一成分上载荷最高时，其中一个名称便没有所指。',
  },

  'empty-subset': {
    title: '没有受访者符合的筛选条件',
    message: ({ name, rows }) => `${quoted(name)}：${rows} 名受访者中没有人符合筛选条件。`,
    help: () => '核对条件中的代码和 `and`、`or`：回答缺失的受访者不符合有关该题的任何条件。',
    explanation: '`where` 子句选择个案。没有人符合，就无从计算。多半是数据中的代码写法与条件不同。',
  },

  'one-group': {
    title: '不足两组的比较',
    message: ({ outcome, category }) => `${quoted(outcome)}无法在${quoted(category)}的类别之间比较：有个案的类别不足 2 个。`,
    help: () => '改按其他分类变量比较，或放宽筛选条件。',
    explanation: '比较均值至少需要两个有回答的组。',
  },

  'collinear-predictors': {
    title: '由其他自变量决定的自变量',
    message: ({ regression, term, on }) =>
      on.length === 0
        ? `回归${quoted(regression)}：自变量${quoted(term)}完全由其余自变量决定（完全共线）。`
        : `回归${quoted(regression)}：自变量${quoted(term)}完全由${names(on)}决定（完全共线），不提供新的信息。`,
    help: ({ term }) => `剔除${quoted(term)}，或剔除其余自变量之一。`,
    explanation:
      '一个自变量可由其他自变量准确算出时，它们的系数无法区分：无穷多组系数的拟合同样好。不声不响地剔除其中一个的程序，剔除哪一个全凭偶然。',
  },

  'constant-outcome': {
    title: '没有差异的因变量',
    message: ({ regression, outcome, n }) =>
      `回归${quoted(regression)}：因变量${quoted(outcome)}在全部个案（${n} 个）中取值相同，没有可解释的差异。`,
    help: () => '改换因变量，或放宽筛选条件。',
    explanation: '回归解释差异。所有个案都相同时，没有差异可言。',
  },

  'constant-predictor': {
    title: '在所有个案中取值相同的自变量',
    message: ({ regression, terms }) => `回归${quoted(regression)}未纳入${names(terms)}：在所用个案中取值相同。`,
    help: () => '若个案本就如此选取，可不处理；否则将该类别与其他类别合并。',
    explanation: '在部分个案中，某一类别可能没有出现，某道题目可能只有一种回答。这样的自变量没有系数，与 SPSS 一样不予纳入，并在此说明。',
  },

  'empty-reference': {
    title: '没有个案的参照组',
    message: ({ regression, category, reference, levels, where }) =>
      `回归${quoted(regression)}：${where ? '`where` 筛选后，' : ''}参照组${quoted(`${category}.${reference}`)}没有个案，` +
      `${names(levels)}${levels.length > 1 ? '之和' : ''}恒为 1，系数无法区分。`,
    help: ({ category, levels }) => `为${quoted(category)}另设参照组：\`reference ${levels[0]!}\`。`,
    explanation:
      `分类变量的每个类别都与参照组比较。没有个案属于参照组时，其余类别的虚拟变量在每个个案中之和都为 1，而这正是常数项的内容。` +
      `不声不响地剔除其中一个的程序，是在与无人选定的类别比较。`,
  },

  'constant-in-alpha': {
    title: '在计算 α 系数的个案中没有差异的题项',
    message: ({ name, items, n, answered }) =>
      `${quoted(name)}：在答全所有题项的 ${n} 名受访者中，题项${names(items)}没有差异` +
      `${answered > n ? `（${items.length > 1 ? '其中第一个' : '该题项'}有 ${answered} 个有效回答）` : ''}，计算 α 系数时不提供任何信息。`,
    help: ({ items }) => `查看哪些受访者有题项未答；若所有人回答都相同，剔除${names(items)}。`,
    explanation:
      `α 系数以答全所有题项的受访者计算（成列删除，同 SPSS RELIABILITY）。某一题项在全部作答者中有差异，在这些受访者中却可能只有一种回答。` +
      `此时它与其他题项没有协方差，会降低 α 系数，也没有标准化 α、ω 系数和复相关系数平方（SMC）。`,
  },

  'perfect-fit': {
    title: '完全拟合',
    message: ({ regression, outcome }) =>
      `回归${quoted(regression)}完全拟合${quoted(outcome)}：自变量决定了因变量，以残差计算的统计量（标准误、t、F、p）没有定义。`,
    help: () => '查看是否有自变量本就是因变量的组成部分，或各组之内所有人取值相同。',
    explanation: `自变量能准确复现因变量时，残差只剩舍入误差。由此得到的标准误或检验，无论有多少位数字都只是噪声；因此只给出系数和 R²，其余没有定义。`,
  },
} satisfies Partial<WordsOfProblems>;
