// Problems of regressions of outcomes that are no plain numbers (SS425–SS439), in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import { kindAndName } from '../kinds.ts';
import { listed, names, oneOf } from '../text.ts';

const regressionOf = (name: string): string => kindAndName('regression', name);
const typed = (words: readonly string[]): string =>
  oneOf(
    words.map((word) => `\`${word}\``),
    Infinity,
  );
const limits = (low: number | null, high: number | null): string => `${low ?? ''}..${high ?? ''}`;
const within = (low: number | null, high: number | null): string =>
  low === null ? `不大于 ${high ?? ''}` : high === null ? `不小于 ${low}` : `${low}～${high}`;

export const outcomesProblems = {
  'not-of-this-method': {
    title: '该回归方法没有的统计量',
    message: ({ quantity, regression, method }) => `${regressionOf(regression)}以 \`method ${method}\` 拟合，没有 \`${quantity}\`。`,
    help: ({ instead, methods, method }) =>
      instead !== null
        ? `改查 \`${instead}\`：\`method ${method}\` 以其代之。`
        : `改查 \`method ${method}\` 的统计量，或以 ${typed(methods.map((one) => `method ${one}`))} 拟合。`,
    explanation:
      '标准化系数、R²、F、方差膨胀因子（VIF）和 Durbin–Watson 值只对最小二乘有定义。以最大似然法拟合的模型，以 z 代 t，' +
      '以似然比 χ² 代 F，以伪 R² 代 R²；优势比、阈值和边际效应各属于某些方法。何种方法有哪些统计量，见统计量一览。',
  },

  'not-shown-by-method': {
    title: '该回归方法没有的列',
    message: ({ regression, method, columns }) =>
      `${regressionOf(regression)}以 \`method ${method}\` 拟合，不能列出 ${listed(
        columns.map((one) => `\`${one}\``),
        Infinity,
      )}。`,
    help: ({ possible }) => `可列出：${possible.map((one) => `\`${one}\``).join('、')}。`,
    explanation:
      '系数表有哪些列取决于方法：`standardized` 和 `vif` 属于最小二乘，`odds` 属于以优势比或计数为因变量的模型，' +
      '`margins` 属于一切预测概率、计数或删失数值的模型。',
  },

  'not-with-method': {
    title: '与该方法不能并用的子句',
    message: ({ regression, method, clause }) => `${regressionOf(regression)}：\`${clause}\` 对 \`method ${method}\` 没有定义。`,
    help: ({ possible }) => (possible.length === 0 ? '删去该子句。' : `改为 ${typed(possible)}。`),
    explanation:
      '对是非两分的因变量作均值替换，会产生 0 与 1 之间的数值；成对删除没有可供求似然的个案。按杠杆值校正的稳健标准误，' +
      '要求模型只有一个线性预测式。只有多层（混合）模型的斜率可以随组而变。',
  },

  'unknown-event': {
    title: '因变量没有的事件',
    message: ({ regression, outcome, event }) => `${regressionOf(regression)}：因变量“${outcome}”没有取值“${event}”。`,
    help: ({ nearest, values }) => (nearest === null ? `其取值为${names(values)}。` : `是否应为“${nearest}”？`),
    explanation: '`event` 写明分类变量的哪个类别、或数值变量的哪个值计为 1；其余一律计为 0。',
  },

  'not-two-valued': {
    title: '不知何者计为 1 的因变量',
    message: ({ regression, outcome, method, values, count }) =>
      `${regressionOf(regression)}：因变量“${outcome}”在所用个案中有 ${count} 个取值（${values.join('、')}` +
      `${count > values.length ? '……' : ''}），而 \`method ${method}\` 须有 2 个，其一为事件。`,
    help: ({ method, values }) =>
      `写明计为 1 的取值，如 \`method ${method} event ${values.at(-1) ?? '1'}\`；或改用 \`method ordered\` 或 \`method multinomial\`。`,
    explanation:
      'Logit 和 Probit 回归解释某事是否发生。取值为 0 和 1 的数值变量，以 1 为事件；两个类别的分类变量，以非参照组为事件。' +
      '其他情形都须写 `event`：所写的取值计为 1，其余计为 0。',
  },

  'separated-outcome': {
    title: '自变量将因变量完全分开',
    message: ({ regression, outcome, kind, terms }) =>
      `${regressionOf(regression)}：自变量${names(terms)}将因变量“${outcome}”的取值分开（${
        kind === 'complete' ? '完全分离' : '准完全分离'
      }），估计值将趋于无穷。`,
    help: ({ firth, terms }) =>
      firth
        ? `改用 \`method logit firth\`，其估计值有限；或合并人数很少的类别；或剔除${names(terms)}。`
        : `合并人数很少的类别，或剔除${names(terms)}。`,
    explanation:
      '某个自变量（或若干自变量的组合）把事件发生与未发生的个案分开时，系数越大似然越大，没有止境。其他程序此时输出一个很大的系数' +
      '和极大的标准误，都没有意义。每个个案都能分开的为*完全分离*；有个案恰在分界上的为*准完全分离*，多见于某个类别的全部个案' +
      '因变量取值相同。此处以线性规划判别（Konis 2007），而不看估计值是否很大。Firth 的惩罚似然（1993）给出有限的估计值。',
  },

  'no-convergence': {
    title: '未能找到似然的最大值',
    message: ({ regression, outcome, method }) =>
      `${regressionOf(regression)}：因变量“${outcome}”的似然（\`method ${method}\`）未能找到最大值，模型不收敛。`,
    help: () => '剔除部分自变量，合并人数很少的类别，或改用较简单的模型。',
    explanation:
      '寻找最可能的参数而没有结果：多半是模型的要求超出了数据所能回答的，或模型与数据完全吻合，以致某个方差趋于 0。这样的拟合不列任何数值。',
  },

  'not-a-count': {
    title: '不是计数的因变量',
    message: ({ regression, outcome, value }) =>
      `${regressionOf(regression)}：\`method poisson\` 的因变量“${outcome}”有取值 ${value}，应为计数。`,
    help: () => '以计数（0、1、2……）为因变量，或改用 `method linear`。',
    explanation: 'Poisson 回归解释某事发生的次数，即从 0 起的整数。',
  },

  'all-censored': {
    title: 'Tobit 模型的上下限之间没有取值',
    message: ({ regression, outcome, low, high }) =>
      `${regressionOf(regression)}：因变量“${outcome}”没有取值在 \`method tobit ${limits(low, high)}\` 的限值之内。`,
    help: () => '以因变量自身的单位写明删失之处的限值。',
    explanation: 'Tobit 模型的限值是因变量不能再观测之处。模型由限值之内的取值得知其离散程度。',
  },

  'beyond-limits': {
    title: '超出 Tobit 模型限值的取值',
    message: ({ regression, outcome, low, high, cases }) =>
      `${regressionOf(regression)}：因变量“${outcome}”有 ${cases} 个取值超出限值（${within(low, high)}），按限值计。`,
    help: () => '若本意如此，无须处理；否则写明能包括全部取值的限值。',
    explanation: '超出限值的取值按删失处理，与 R 和 Stata 相同：超出多少不起作用。',
  },

  'few-events': {
    title: '每个斜率不足 10 个事件',
    message: ({ regression, outcome, events, others, slopes }) =>
      `${regressionOf(regression)}：因变量“${outcome}”有事件发生的个案 ${events} 个、未发生的 ${others} 个，而斜率有 ${slopes} 个。`,
    help: () => '减少自变量，合并人数很少的类别，或改用 `method logit firth`。',
    explanation:
      '较少的一类结果平均每个斜率不足 10 个时，Logit 回归的估计值偏离 0，置信区间过窄' +
      '（Peduzzi et al. 1996, Journal of Clinical Epidemiology 49:1373–1379）。',
  },

  'singular-mixed': {
    title: '各组差异不超出随机的混合模型',
    message: ({ regression, outcome, site }) =>
      `${regressionOf(regression)}：因变量“${outcome}”在“${site}”各组之间的某个方差为 0，或随机效应之间的某个相关为 ±1。`,
    help: () => '减少随机斜率；只有随机截距时，普通最小二乘的结果与此相同。',
    explanation: '最可能的方差落在其边界上：数据所能支持的少于模型所要求的。所列为边界上的估计值；自由度取 n − k − 1。',
  },

  'unused-outcome-level': {
    title: '没有个案的因变量类别',
    message: ({ regression, outcome, levels }) =>
      `${regressionOf(regression)}：所用个案中没有因变量“${outcome}”的类别${names(levels)}，模型只含其他类别。`,
    help: () => '若个案本来就如此选取，无须处理；否则将该类别与其他类别合并。',
    explanation: '没有出现的类别，没有阈值，也没有方程。',
  },

  'no-groups-within': {
    title: '混合模型只有一组，或每组只有一个个案',
    message: ({ regression, site, groups, cases }) =>
      `${regressionOf(regression)}：个案 ${cases} 个，分属“${site}”的 ${groups} 组；混合模型须有多个组，且有的组须有多个个案。`,
    help: () => '改用同组个案取值相同的列，或改用 `method linear`。',
    explanation: '有多个组，且有的组有多个个案，才能区分组间的变异与组内的变异。',
  },

  'too-many-values': {
    title: '因变量的取值对该方法太多',
    message: ({ regression, outcome, method, count, most }) =>
      `${regressionOf(regression)}：因变量“${outcome}”有 ${count} 个取值；\`method ${method}\` 对每个取值有一个阈值或方程，至多 ${most} 个取值。`,
    help: () => '改用 `method linear`，或将其归并为类别较少的分类变量。',
    explanation: '有序模型和多项模型用于取值很少的因变量。取值很多的数值变量是测量值。',
  },
} satisfies Partial<WordsOfProblems>;
