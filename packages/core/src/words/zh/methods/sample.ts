// Who answered, and what was made of the answers before anything was computed, in Chinese; typed by the English.
import type { ToldOf, ToldScale } from '../../../contract/methods-facts.ts';
import type { MethodsWords } from '../../en/methods/index.ts';
import { zh } from '../text.ts';
import { each, list } from './grammar.ts';

const end = (value: string, label: string): string => (label === '' ? value : `${value}（${label}）`);
const scaleOf = ({ low, high, lowLabel, highLabel }: ToldScale): string => `${end(low, lowLabel)}～${end(high, highLabel)}`;

export const sampleChinese: MethodsWords['sample'] = {
  who: {
    respondents: (n) => zh`本研究使用 ${n.text} 名受访者的回答。`,
    cases: (n) => zh`本研究的个案为 ${n.text} 个。`,
  },
  replicates: (study) => `本研究是对“${study}”的重复研究，询问的内容与之相同。`,
  leftOut: (condition, left, rows) => zh`数据文件共 ${rows.text} 行，只纳入符合下列条件者：${condition}；剔除 ${left.text} 行。`,
  joined: (files, keys) => zh`另按${list([...new Set(keys)])}合并了${list(files)}中的变量。`,
  missingCodes: (codes) => (codes.length === 0 ? '空白单元格按缺失处理。' : zh`空白单元格和代码${list(codes)}按缺失处理。`),
  ownCodes: (names) => `${list(names)}另有各自的缺失值代码。`,
  outOfRange: {
    dropped: (count) => zh`超出取值范围或未定义的回答按缺失处理，共 ${count.text} 个。`,
    kept: (count) =>
      count.value === 0 ? '超出取值范围的回答规定按原值使用，但并未出现。' : zh`超出取值范围的回答按原值使用，共 ${count.text} 个。`,
  },
  clustered: (cluster) => `受访者按${cluster}成群。`,
  design: {
    weight: (weight) => `估计值以${weight}为抽样权重加权。`,
    margins: (categories) =>
      `权重经${categories.length === 1 ? '事后分层' : '迭代比例（raking）'}校准，使${list(categories)}各类别的加权总数等于已知的总体数。`,
    drawn: (strata, units) =>
      zh`样本按 ${units.count.text} 个初级抽样单元${units.name === null ? '' : `（${units.name}）`}计算${
        strata === null ? '，不分层' : zh`，分属 ${strata.count.text} 个抽样层（${strata.name}）`
      }。`,
    errors: (df) => `标准误按抽样设计以泰勒线性化计算${df === null ? '' : zh`，t 的自由度为 ${df.text}，即初级抽样单元数减抽样层数`}。`,
    population: '不放回抽样以有限总体校正计入。',
    lonely: {
      refused: null,
      adjust: '只有一个抽样单元的抽样层，以该单元与全部单元均值之差的平方计入方差。',
      certainty: '只有一个抽样单元的抽样层不计入方差，视同必然入样。',
      average: '只有一个抽样单元的抽样层，以其他抽样层的平均方差计入。',
    },
  },

  scales: (scales) =>
    scales
      .map((scale) => {
        const { dimensions, items, others } = scale;
        const grouped =
          dimensions.length === 0
            ? []
            : [zh`${list(dimensions)}${dimensions.length > 1 ? zh`${dimensions.length} 个维度` : '维度'}共 ${items} 个题项`];
        const single = others === 0 ? [] : [zh`${dimensions.length === 0 ? '' : '另外 '}${others} 个题项`];
        return zh`${[...grouped, ...single].join('及')}采用${scaleOf(scale)}的评分量表作答。`;
      })
      .join(''),
  askedOn: (items, low, high) => zh`${list(items)}原按 ${low}～${high} 询问，其回答按两端线性换算到该评分量表。`,
  reversed: (items) => `${list(items)}在计算前反向计分。`,
  alpha: (scales) => (scales.length > 8 ? rangeOf('Cronbach α 系数', scales) : `内部一致性信度（Cronbach α 系数）为：${each(scales)}。`),
  omega: (scales) => (scales.length > 8 ? rangeOf('McDonald ω 系数', scales) : `McDonald ω 系数为：${each(scales)}。`),

  computed: (names) => `${list(names)}由其他变量计算得出。`,
  flags: (names) => zh`${list(names)}在所定条件成立时取 1，不成立时取 0。`,
  grouped: (pairs) =>
    `${list(pairs.map(({ category }) => category))}${pairs.length > 1 ? '分别' : ''}由${list(pairs.map(({ from }) => from))}的取值分组得出。`,
  within: (name, low, high) => {
    const beyond = [...(low === null ? [] : [zh`低于 ${low}`]), ...(high === null ? [] : [zh`高于 ${high}`])].reduce(
      (one, other) => zh`${one}或${other}`,
    );
    return zh`${name}${beyond}的值按缺失处理。`;
  },
  averaged: (name, key) => `${name}取${key}相同的全部个案的均值。`,
  turned: (names) => `${list(names)}作反向换算，高值表示低值。`,
  number: {
    rescale: {
      none: null,
      range: (name, low, high, from) => zh`${name}由${from}线性换算为 ${low}～${high}。`,
    },
    goalposts: {
      observed: '其最小值和最大值',
      range: (low, high) => zh`规定的上下限 ${low} 和 ${high}`,
    },
    needs: {
      function: null,
      count: (name, needs) => zh`${name}所用的值至少须有 ${needs} 个有效；求和时若不全，按比例折算。`,
    },
  },
  category: {
    quantiles: {
      none: null,
      groups: (name, from, count) => zh`${name}将${from}分为个案数尽量相等的 ${count} 组。`,
    },
    population: {
      unknown: null,
      given: (name, n, population, sampled) =>
        population === null || sampled === null
          ? zh`${name}中部分类别的总体数已写明。`
          : zh`${name}所写的总体为 ${population.text}，其中 ${n.text} 参与调查（${sampled.text}%）。`,
    },
  },
};

function rangeOf(what: string, scales: readonly ToldOf[]): string {
  const sorted = [...scales].sort((a, b) => a.number.value - b.number.value);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  return zh`${scales.length} 个量表的${what}在 ${least.number.text}（${least.of}）与 ${most.number.text}（${most.of}）之间。`;
}
