// Problems of the design of a sample (SS520–539), in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import { kindAndName } from '../kinds.ts';
import { names } from '../text.ts';

const roles = { weight: '抽样权重', stratum: '抽样层', cluster: '抽样单元' } as const;

export const designProblems = {
  'negative-weights': {
    title: '抽样权重为负',
    message: ({ column, negative, rows, row, value }) =>
      `“${column}”列：${rows} 行中有 ${negative} 行的抽样权重为负（如数据第 ${row} 行：${value}）。`,
    help: ({ column }) => `核对“${column}”列：表示未回答的代码应列入 \`missing\`；没有哪一行代表的人数会少于 0。`,
    explanation: '抽样权重表示一行代表多少人。权重为负的行不参与任何估计，与 SPSS 的做法相同；但编制权重者应当知道此事。',
  },

  'without-weight': {
    title: '不在样本中的行',
    message: ({ column, role, missing, zero, rows }) =>
      `“${column}”列：${rows} 行中有 ${missing + zero} 行未纳入任何估计，其中${[
        ...(missing > 0 ? [`没有${roles[role]}的 ${missing} 行`] : []),
        ...(zero > 0 ? [`权重为 0 的 ${zero} 行`] : []),
      ].join('，')}。`,
    help: ({ column }) => `补全“${column}”列，或在数据声明中用 \`where\` 写明哪些行是受访者。`,
    explanation: '没有抽样权重的行代表多少人无从得知，没有抽样层或抽样单元的行在抽样设计中没有位置。SPSS 不作说明即剔除这些行。',
  },

  'constant-weights': {
    title: '抽样权重全部相同',
    message: ({ column, value }) => `“${column}”列：各行的抽样权重均为 ${value}，均值、百分比和系数都不因加权而变。`,
    help: ({ column }) => `自加权样本无须处理：标准误仍按抽样设计计算。否则，\`weight ${column}\` 写错了列。`,
    explanation: '每个人被抽中的机会相同时，抽样权重都相同，加权的估计就是不加权的估计。更常见的情形是，这一列本应填写而没有填写。',
  },

  'no-weights': {
    title: '没有一行有抽样权重',
    message: ({ column, rows }) =>
      column === null ? `${rows} 行在抽样设计中都没有位置，无从估计。` : `“${column}”列：${rows} 行中没有一行的抽样权重大于 0，无从估计。`,
    help: ({ column }) =>
      column === null ? '核对 `stratum`、`cluster` 和 `population` 所用的列。' : '写明抽样权重所在的列，如 `weight wt`；或删去该子句。',
    explanation: '加权的研究只用抽样权重大于 0、且有抽样层和抽样单元的行。',
  },

  'bad-population': {
    title: '总体与样本不符',
    message: ({ found, units, row }) => {
      const of = units === null ? '行' : `个群“${units}”`;
      return found.is === 'fewer'
        ? `数据第 ${row} 行所在的抽样层：样本中有 ${found.sampled} ${of}，总体却只有 ${found.population} ${units === null ? '行' : '个'}。`
        : `数据第 ${row} 行所在的抽样层写有两个总体数：${found.first} 和 ${found.second}。`;
    },
    help: ({ units }) =>
      units === null
        ? '写明总体的人数，或写明各行所在抽样层的人数在哪一列：`population 3985`。'
        : `\`population\` 按首先抽取的单元计：写明总体或每个抽样层有多少个群“${units}”，如 \`population 3985\`；或删去该子句。`,
    explanation:
      '总体中有相当一部分被抽中时，估计的变异较小，缩小的程度取决于未抽中的比例。该比例由第一阶段的抽样单元求得，每个抽样层须为一个数。',
  },

  'odd-population': {
    title: '总体与样本不符',
    message: ({ category, level, population, found }) =>
      found.is === 'fewer'
        ? `${category}.${level}：总体为 ${population}，样本却有 ${found.sampled}。`
        : `${category}.${level}：分类变量所写的总体为 ${population}，data 块所写的为 ${found.design}。`,
    help: ({ found }) =>
      found.is === 'fewer'
        ? '核对 `population given { … }` 中的数字，并核对它与数据的每一行是否为同一种单位：人，还是户。'
        : '删去 `population given { … }`：data 块所写的总体还用于标准误。',
    explanation:
      '抽样比是某类别的个案数占其总体的百分比，不可能大于 100；总体也只有一个。分类变量所写的总体不参与任何估计，只在报告中列于样本之旁。',
  },

  'lonely-units': {
    title: '只有一个抽样单元的抽样层',
    message: ({ strata, of, row, stratum, cluster }) =>
      `抽样层${stratum === null ? '' : `（“${stratum}”）`}共 ${of} 个，其中 ${strata} 个只含 1 ${cluster === null ? '行' : `个群“${cluster}”`}` +
      `（见数据第 ${row} 行），层内各单元的差异无从得知。`,
    help: ({ stratum }) =>
      `将其与最相近的抽样层合并${stratum === null ? '' : `（由“${stratum}”列生成一个分类变量，在 \`stratum\` 中使用）`}；` +
      '或写 `lonely adjust`：以其与总均值之差计，结果偏于保守。',
    explanation:
      '抽样层内的方差由层内各抽样单元的差异估计，只有一个单元就没有差异。各程序的做法不同：R 拒绝计算，SPSS 视其为必然抽中，' +
      'Stata 不给出标准误。研究说明写明做法之前，不列标准误。`lonely certainty` 是 SPSS 的做法，`lonely average` 以其他抽样层的平均方差代之。',
  },

  'one-unit': {
    title: '抽样单元不多于抽样层',
    message: ({ strata, psus, cluster }) =>
      `样本有 ${strata} 个抽样层，其中${cluster === null ? `有抽样权重的行共 ${psus} 行` : `群“${cluster}”共 ${psus} 个`}：` +
      '没有自由度，也就没有标准误。',
    help: ({ cluster }) => (cluster === null ? '核对 `stratum`。' : `核对“${cluster}”是否为首先抽取的单元；若不是，删去 \`cluster\`。`),
    explanation: '按抽样设计计算的标准误，比较的是层内各抽样单元。每个抽样层只有一个单元，或整个样本出自一地时，没有可比较者。',
  },

  'bad-margins': {
    title: '权重无法满足的总体边际分布',
    message: ({ found }) => {
      switch (found.is) {
        case 'empty':
          return `总体中有“${found.category}.${found.level}”的人，而样本中没有。`;
        case 'unpopulated':
          return `样本中有“${found.category}.${found.level}”的人，而总体中没有。`;
        case 'missing':
          return `样本中有 ${found.rows} 行没有“${found.category}”的回答，而权重须满足其边际分布。`;
        case 'totals':
          return `各边际分布相加得到的总体数不同：${found.first} 和 ${found.second}。`;
        case 'diverges':
          return '权重的迭代不收敛：没有一组权重能满足全部边际分布。';
      }
    },
    help: ({ found }) =>
      found.is === 'missing'
        ? `在数据声明中用 \`where\` 剔除这些行，或在“${found.category}”中为其单设一个类别。`
        : found.is === 'totals'
          ? '将各边际分布换算为同一总数，用百分比即可。'
          : '在分类变量和边际分布的文件中，将一方无人的类别与其他类别合并。',
    explanation:
      '校准即反复调整权重，直到每个分类变量的每个类别在样本中的加权数与总体相同。只有每个类别在样本和总体中都有人、' +
      '且全部边际分布的总数相同，才能做到。在此之前不列标准误。',
  },

  'bad-margins-file': {
    title: '无法读取的边际分布文件',
    message: ({ file, found }) => {
      switch (found.is) {
        case 'no table':
          return `文件“${file}”中没有边际分布：应有一行表头和若干行数值。`;
        case 'no category':
          return `文件“${file}”中没有“${found.category}”，只有${names(found.names)}。`;
        case 'no level':
          return `文件“${file}”：分类变量“${found.category}”没有类别“${found.level}”，其类别为${names(found.names)}。`;
        case 'no count':
          return `文件“${file}”第 ${found.line} 行：“${found.text}”不是人数。`;
        case 'missing level':
          return `文件“${file}”中没有“${found.category}.${found.level}”。`;
      }
    },
    help: () => '写成三列：`category, level, population`，每个类别一行；或每个分类变量一列，另有一列为人数，每种组合一行。',
    explanation: '`calibrate` 的文件写明总体中每个类别有多少人。类别在文件中以名称或标签表示。',
  },

  'not-weighted': {
    title: '没有加权的算法',
    message: ({ name, kind, word }) =>
      word === null
        ? `${kindAndName(kind, name)}：没有加权的算法，而本研究写明了抽样设计。`
        : `${kindAndName(kind, name)}：\`${word}\` 没有加权的算法，而本研究写明了抽样设计。`,
    help: ({ name, word }) => `${word === null ? '' : '删去该子句，或'}在“${name}”中写 \`unweighted\`：每行只计一次，报告会注明。`,
    explanation:
      '数据声明中有 `weight`、`stratum` 或 `population` 时，全部估计都加权，全部标准误都按抽样设计计算。没有加权算法的结果，' +
      '不会不作说明就与之并列。',
  },

  'no-design': {
    title: '没有抽样设计，却按抽样设计求标准误',
    message: ({ regression }) =>
      `${kindAndName('regression', regression)}：\`errors survey\` 须知道受访者是如何抽取的，而数据声明没有写明。`,
    help: () => '在数据声明中写 `weight`、`stratum` 或 `population`，或改用其他标准误，如 `errors hc3`。',
    explanation: '按抽样设计计算的标准误来自抽样层和抽样单元。研究没有写明这些，就没有计算的依据。',
  },
} satisfies Partial<WordsOfProblems>;
