// Problems of mediations, deprivations and imputations (SS485–SS499), in Chinese.
import type { FactsOf } from '../../../problems/catalogue.ts';
import type { WordsOfProblems } from '../../problem-words.ts';
import { kindAndName } from '../kinds.ts';

type Role = FactsOf<'mediation-roles'>['what'];
const mediation = (name: string): string => kindAndName('mediation', name);

function role(name: string, what: Role): string {
  switch (what.is) {
    case 'several':
      return `${mediation(name)}的 \`${what.clause}\` 写了 ${what.names.length} 个变量（${what.names.join('、')}），只能写一个。`;
    case 'twice':
      return `${mediation(name)}两次用到 ${what.variable}：一个变量只能是自变量、中介变量、因变量或控制变量之一。`;
    case 'levels':
      return `${mediation(name)}的自变量 ${what.category} 有 ${what.levels} 个类别；自变量应为数值变量或只有两个类别的分类变量。`;
    case 'too long':
      return `${mediation(name)}有 ${what.steps} 个依次相连的中介变量，最多 ${what.most} 个。`;
  }
}

export const effectsProblems = {
  'mediation-without-variation': {
    title: '中介分析中没有变异的变量',
    message: ({ name, variable, n }) => `${mediation(name)}不能使用 ${variable}：它在全部个案（${n} 个）中取值相同。`,
    help: ({ variable }) => `选取 ${variable} 有变异的个案，或换用其他变量。`,
    explanation: '效应说明一个变量如何随另一个变量变化。没有变异的变量与任何变量都无关，既无路径通向它，也无路径由它出发，因此不作计算。',
  },

  'mediation-perfect': {
    title: '完全由其他变量决定的中介分析',
    message: ({ name, variable }) => `${mediation(name)}中，${variable} 完全由解释它的变量决定，没有残差。`,
    help: ({ variable }) => `换一个不由这些变量算出的 ${variable}。`,
    explanation:
      '若中介变量或因变量由解释它的变量算出，其方程没有残差，标准误只剩舍入误差，检验亦然。常见的情形是总分与其组成部分同时出现。',
  },

  'mediation-roles': {
    title: '中介分析中变量的角色不成立',
    message: ({ name, what }) => role(name, what),
    help: ({ what }) =>
      what.is === 'several'
        ? '每个变量各写一个中介分析；要控制的变量写在 `with` 中。'
        : what.is === 'twice'
          ? '从其中一个列表中删去该变量。'
          : what.is === 'levels'
            ? '为所关心的类别声明一个数值变量，如 `number rural when area is rural`，其余类别在 `with` 中控制。'
            : '互不影响的中介变量并列书写：`through a, b then c`。',
    explanation:
      '一个中介分析考察一个自变量经由中介变量对一个因变量的效应。其效应各有地址，如 `path.total` 和 `path.indirect(m)`；' +
      '多个自变量或因变量应写成多个中介分析。',
  },

  'no-such-way': {
    title: '中介分析中没有的路径',
    message: ({ mediation: name, way, ways }) =>
      `${mediation(name)}没有从 ${way.join(' 到 ')} 的路径` +
      (ways.length === 0 ? '：其中介变量是并列的。' : `；有 ${ways.map((one) => one.join(' 到 ')).join('、')}。`),
    help: () => '按箭头的顺序写出中介变量，如 `through a then b`。',
    explanation:
      '并列的中介变量（`through a, b`）互不影响，各有一个间接效应：`path.indirect(a)`。依次相连的（`through a then b`）还有第三个：' +
      '`path.indirect(a, b)`。',
  },

  'too-many-important': {
    title: '自变量过多，无法计算相对重要性',
    message: ({ regression, variables, most }) =>
      `${kindAndName('regression', regression)}有 ${variables} 个自变量；相对重要性最多可对 ${most} 个自变量计算。`,
    help: () => '另写一个自变量较少的回归来考察重要性，或将同类自变量合成量表。',
    explanation:
      '相对重要性对自变量的全部进入次序取平均，需为每个子集拟合模型：16 个自变量有 65536 个子集，每增加一个便翻倍。回归的其余结果照常计算。',
  },

  'importance-of-products': {
    title: '乘积项的相对重要性',
    message: ({ regression, product }) => `${kindAndName('regression', regression)}含乘积项 ${product}，其相对重要性没有定义。`,
    help: () => '去掉乘积项，或去掉 `show importance`。',
    explanation: '在某些进入次序中，乘积项会先于构成它的变量进入，其贡献取决于变量的零点在何处，换一个单位结果就会改变。',
  },

  'deprived-not-binary': {
    title: '取值不是 0 或 1 的剥夺指标',
    message: ({ name, variable, values, more }) =>
      `${kindAndName('deprivation', name)}所计的 ${variable} 取值为 ${values.join('、')}${more ? '……' : ''}；剥夺指标应为 1（被剥夺）或 0（未被剥夺）。`,
    help: ({ variable }) => `说明何为被剥夺，如 \`number poor_${variable} when ${variable} < 3\`，再计入该变量。`,
    explanation: '第一个临界值逐个指标说明谁被剥夺，应由作者以读者看得见的条件写明；评分或数额本身还不是剥夺。',
  },

  'nobody-poor': {
    title: '无人达到的临界值',
    message: ({ name, n, cutoff }) =>
      `${kindAndName('deprivation', name)}的 ${n} 个案中，无人的加权剥夺份额达到 ${Math.round(1000 * cutoff) / 10}%：H 与 M0 为 0，A 没有定义。`,
    help: () => '降低 `cutoff`，或检查各指标的条件是否正确。',
    explanation: 'A 是贫困人口的平均剥夺份额，贡献率是占 M0 的份额；没有贫困人口时两者都不存在。',
  },

  'deprivation-dimensions': {
    title: '无法使用的剥夺维度',
    message: ({ name, what }) =>
      what.is === 'twice'
        ? `${what.of} 在${kindAndName('deprivation', name)}中出现两次：每个维度、每个指标只计一次。`
        : `${kindAndName('deprivation', name)}的维度 ${what.dimension} 没有指标；指标写在其后的花括号中。`,
    help: ({ what }) => (what.is === 'twice' ? `删去一个 ${what.of}。` : `写作 \`${what.dimension} { first, second }\`。`),
    explanation:
      '各维度等权，维度内各指标等权：`of edu { poor_edu, out_of_school }, health { hungry }` 中 hungry 占一半。因此每个指标只能属于一个维度。',
  },

  'nothing-to-impute': {
    title: '没有任何取值、无从插补的变量',
    message: ({ regression, variable, n }) => `${kindAndName('regression', regression)}无法插补 ${variable}：所用个案（${n} 个）均无取值。`,
    help: ({ variable }) => `去掉 ${variable}，或选取被问过该题的个案。`,
    explanation: '缺失值由其余变量相近的个案的取值填补。若无人有取值，便无从填补；不含该变量的回归则是另一个模型。',
  },

  'scores-imputed': {
    title: '按得分而非题项插补',
    message: ({ regression, scores }) => `${kindAndName('regression', regression)}将 ${scores.join('、')} 作为得分插补，未经题项。`,
    help: () => '无需处理。若指数写有 `score mean` 和 `needs`，答出多数题项者已有得分。',
    explanation: '因个别题项缺失而没有的得分，与其他数值一样由模型中的其余变量插补。这样做是对的，但没有用到该个案已答的题项，区间会略宽。',
  },

  'multiple-stands-alone': {
    title: '多重插补的回归不能有的内容',
    message: ({ regression, other }) => `${kindAndName('regression', regression)}写有 \`missing multiple\`，不能与 \`${other}\` 同用。`,
    help: ({ other }) => `去掉 \`${other}\`，或改用 \`missing listwise\`。`,
    explanation: 'Rubin 规则合并带标准误的估计值。分步、简单斜率、相对重要性，以及由抽样得出的标准误，没有公认的合并规则。',
  },
} satisfies Partial<WordsOfProblems>;
