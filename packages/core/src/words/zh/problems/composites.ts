// Problems of indices without components (SS390–), in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import { kindAndName } from '../kinds.ts';
import { listed, names } from '../text.ts';

const plain = (value: number): string => String(Number(value.toPrecision(4)));
const index = (name: string): string => kindAndName('index', name);
const weighting = {
  equal: '等权',
  given: '指定权重',
  entropy: '熵值法权重',
  critic: 'CRITIC 权重',
  cv: '变异系数法权重',
  ahp: '层次分析法（AHP）权重',
} as const;

export const compositesProblems = {
  'scores-beyond-goalposts': {
    title: '指数得分超出上下限',
    message: ({ index: name, count, low, high, goalposts: [from, to] }) =>
      `${index(name)}：有 ${count} 个得分超出上下限 ${plain(from)}～${plain(to)}（得分为 ${plain(low)}～${plain(high)}），以较近的一端计。`,
    help: ({ low, high, goalposts: [from, to] }) =>
      `若须区分这些得分，放宽上下限：\`goalposts ${plain(Math.min(low, from))}..${plain(Math.max(high, to))}\`。`,
    explanation:
      '上下限（阈值）规定换算之前的哪两个得分对应指数取值范围的两端，不同样本由此可比。超出上下限的得分以较近的一端计，' +
      '人类发展指数即如此处理（UNDP, Technical note 1）。',
  },

  'unweightable-members': {
    title: '无法据以求出权重的成员',
    message: ({ index: name, by, why, member }) =>
      ({
        negative: `${index(name)}：成员“${member}”计入时有负值，负值没有占比，无法求出${weighting[by]}。`,
        constant: `${index(name)}：成员“${member}”在所用个案中没有差异，或均值为 0，无法求出${weighting[by]}。`,
        nothing: `${index(name)}：各成员都不能区分个案，无法求出${weighting[by]}。`,
      })[why],
    help: ({ why }) => (why === 'nothing' ? '改用等权：`weight equal`。' : '先将各成员换算为不小于 0 的值：`normalize range`。'),
    explanation:
      '熵值法要用各个案在成员总和中的占比，负值没有占比；变异系数要除以均值，而标准分的均值为 0。' +
      '这两种方法都用于已换算为 0～1 的成员。',
  },

  'constant-score': {
    title: '所有人得分相同的指数',
    message: ({ index: name }) => `${index(name)}：得分没有差异，没有可据以换算的全距。`,
    help: () => '写明得分可能的上下限：`goalposts scale` 或 `goalposts 1..6`；或不作换算：`rescale none`。',
    explanation: '未写明上下限时，以最低和最高得分为取值范围的两端。所有得分都相同，就没有这样的两端。',
  },

  'geometric-zeros': {
    title: '几何平均中的 0',
    message: ({ index: name, zeros, negatives, cases }) =>
      `${index(name)}：${[
        ...(zeros > 0 ? [`${cases} 个得分中有 ${zeros} 个为 0，因其有成员为 0`] : []),
        ...(negatives > 0 ? [`个案 ${cases} 个，其中 ${negatives} 个没有得分，因其有成员小于 0`] : []),
      ].join('；')}。`,
    help: ({ negatives }) =>
      negatives > 0
        ? '将各成员换算为不小于 0 的值：`normalize range`。'
        : '若非本意，改用算术平均：`aggregate arithmetic`；或另设无人达到的上下限。',
    explanation:
      '几何平均不允许成员之间相互弥补：只要有一个成员为 0，无论其他成员如何，指数都为 0。采用 `normalize range` 时，' +
      '每个成员取值最低的个案即是如此。',
  },

  'inconsistent-judgements': {
    title: '重要性判断前后不一致',
    message: ({ index: name, ratio, pair: [first, second], said, implied }) =>
      `${index(name)}：各项判断前后不一致，一致性比率 CR 为 ${ratio.toFixed(3)}，大于 0.1。` +
      `与其他判断最不相符的是 \`${first} / ${second}\`：判断值为 ${plain(said)}，按其他判断应为 ${plain(implied)}。`,
    help: ({ pair: [first, second], implied }) =>
      `重新斟酌这一判断：按其他判断应为 \`${first} / ${second} = ${implied >= 1 ? plain(implied) : `1/${plain(1 / implied)}`}\`。`,
    explanation:
      '若 a 的重要性是 b 的 3 倍，b 是 c 的 3 倍，则 a 应是 c 的 9 倍。一致性比率以随机判断的平均值为基准，衡量判断偏离这一要求的程度：' +
      '大于 0.1 的，Saaty (1980) 主张退回判断者重新判断。',
  },

  'weights-brought-to-one': {
    title: '指定权重已换算为总和等于 1',
    message: ({ index: name, sum, weights }) =>
      `${index(name)}：权重总和为 ${plain(sum)}，已换算为总和等于 1：` +
      `${weights.map((one) => `${one.name} ${plain(one.weight)}`).join('，')}。`,
    help: () => '无须处理；若要在写权重之处看到实际采用的权重，写上这些数值。',
    explanation: '由加权成员合成的指数是加权平均，权重因此按其在总和中的占比起作用。',
  },

  'bad-judgements': {
    title: '两两判断缺失或无效',
    message: ({ index: name, found, members }) => {
      switch (found.is) {
        case 'missing':
          return `${index(name)}：缺少判断 ${listed(
            found.pairs.map(([first, second]) => `\`${first} / ${second}\``),
            Infinity,
          )}。`;
        case 'no pair':
          return `${index(name)}：“${found.text}”不是一对成员，其成员为${names(members)}。`;
        case 'not positive':
          return `${index(name)}：\`${found.text}\` 的判断值应为正数。`;
        case 'twice':
          return `${index(name)}：\`${found.text}\` 判断了两次。`;
        case 'too many':
          return `${index(name)}有 ${found.count} 个成员；成员多于 15 个的判断没有可供比较的随机一致性指标。`;
      }
    },
    help: ({ found, members }) => {
      const [first = 'a', second = 'b'] = found.is === 'missing' ? found.pairs[0]! : members;
      return `每对成员写一次：若“${first}”的重要性是“${second}”的 3 倍，写作 \`${first} / ${second} = 3\`；反之则写 \`= 1/3\`。`;
    },
    explanation: '由判断得出的权重（层次分析法，AHP）要求对每一对成员各作一次判断：前者的重要性是后者的多少倍。',
  },

  'two-kinds-of-index': {
    title: '同一指数写了两种算法',
    message: ({ index: name, first, second, of }) =>
      of === 'components'
        ? `${index(name)}：\`${first}\` 表明该指数不提取成分，而 \`${second}\` 用于成分。`
        : `${index(name)}：\`${first}\` 以回答直接计分，而 \`${second}\` 用于加权的成员。`,
    help: ({ second }) => `删去 \`${second}\`，或删去另一子句。`,
    explanation:
      '指数或由成分合成（`extract`、`keep`、`rotate`、`component`、`compose`），或为各回答的均值或总和（`score`），' +
      '或为各成员的加权平均（`normalize`、`weight by entropy`、`aggregate`），三者只取其一。',
  },

  'no-ends': {
    title: '没有写明的取值范围',
    message: ({ index: name, members, clause }) =>
      members.length === 0
        ? `${index(name)}：\`${clause}\` 须知道得分可能的两端，而由数据求出的权重无法确定这两端。`
        : `${index(name)}：\`${clause}\` 须知道${names(members)}可能取值的两端，而研究说明没有写明。`,
    help: ({ members, clause }) =>
      members.length === 0
        ? '写明两端：`goalposts 0..1`；或将各成员换算到同一范围：`normalize range`。'
        : `写明“${members[0]!}”的取值范围（如 \`within 0..24\`），或为其指定评分量表` +
          `${clause === 'goalposts scale' ? '；或写明上下限：`goalposts 0..1`' : ''}。`,
    explanation:
      '评分量表有其两端；数值变量的两端由 `within` 或 `rescale` 写明，维度的两端由其题项决定，指数的两端由其 `rescale` 决定。' +
      '以评分量表的两端、而不以最低和最高的回答为基准，不同样本的结果才可比。',
  },

  'turned-elsewhere': {
    title: '只在一处反向的数值变量',
    message: ({ number, indices, users }) =>
      `数值变量“${number}”在${names(indices)}的标准化中作了反向换算，而在${names(users)}中仍按原值计。`,
    help: ({ number }) => `若各处都应反向，写明“${number}”的取值范围，如 \`within 0..24\`。`,
    explanation:
      '知道取值范围的两端，才知道一个数值的反向值。`normalize` 可以求得或已知这两端，因此在该处反向；' +
      '在其他地方，“最小值 + 最大值 − x”是多少无从得知。',
  },
} satisfies Partial<WordsOfProblems>;
