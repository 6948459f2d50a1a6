// Problems of names and what they mean (SS20x, SS21x), in Chinese.
import { say } from '../../say.ts';
import {
  argumentsFound,
  argumentsText,
  essentials,
  expectedText,
  memberLists,
  numberLimits,
  numberSubjects,
  refusals,
  roles,
  takesNothing,
  valuesOf,
} from '../phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';
import { kindAndName, kindText } from '../kinds.ts';
import { listed, names as namesText, zh } from '../text.ts';

/** Names that are written out. */
const LISTED = 12;

const shortened = (chain: readonly string[]): readonly string[] =>
  chain.length <= LISTED ? chain : [...chain.slice(0, LISTED - 2), `……（另有 ${chain.length - LISTED + 1} 个）`, chain.at(-1)!];

/** What is more than one thing. */
const LISTS = new Set(['compared', 'explained', 'explaining', 'items', 'members']);

const category = (name: string): string => kindAndName('category', name);
const didYouMean = (name: string): string => `是否应为“${name}”？`;
/** Words of the language and addresses, as they are typed. */
const typed = (words: readonly string[], most: number): string =>
  `${words
    .slice(0, most)
    .map((word) => `\`${word}\``)
    .join('、')}${words.length > most ? ` 等 ${words.length} 个` : ''}`;

export const namesProblems = {
  'unknown-name': {
    title: '没有声明的名称',
    message: ({ name, role }) => zh`没有名为“${name}”的声明，此处应为${say(roles, role)}。`,
    help: ({ name, nearest, known }) =>
      nearest !== null ? didYouMean(nearest) : known.length > 0 ? `可用的名称：${listed(known)}。` : `声明“${name}”，或更正拼写。`,
    explanation:
      '维度、变量组、指数、比较和回归都以名称引用其他声明。这个名称既不属于本研究的声明，也不属于所重复的原研究的声明。多半是拼错了字母；' +
      '有时是写了数据文件的列名，而该列尚未声明：先写 `indicator q7 on agreement`，或写一个 `category`。',
  },

  'duplicate-name': {
    title: '一个名称用于两处',
    message: ({ name, kind, otherKind }) =>
      kind === otherKind
        ? `“${name}”声明了两次（${kindText(kind)}）。`
        : `“${name}”在此声明为${kindText(kind)}，而它已是另一个声明（${kindText(otherKind)}）的名称。`,
    help: () => '将其中之一改名，或删去其一：每个结果只有一个地址，每个名称因此只能指一个声明。',
    explanation: '研究的每个数值都有一个以名称开头的地址。一个名称若指两处，地址也就指两处。数据文件的列名不在此限：列可以与声明同名。',
  },

  'cyclic-definition': {
    title: '以自身定义自身',
    message: ({ chain, what }) => `${what === 'computed' ? '计算变量' : `\`${what}\``}：循环定义，${shortened(chain).join(' → ')}。`,
    help: () => '断开循环：在其中一个声明中直接写明子句。',
    explanation:
      '一个声明可以沿用另一个声明，一个数值变量可以由其他数值变量计算，一个指数可以由维度合成。若其中之一又回到起点，何者在先就无从确定。',
  },

  'wrong-kind': {
    title: '名称所指的声明不合用',
    message: ({ name, found, expected, role }) =>
      zh`“${name}”声明为${kindText(found)}，而${say(roles, role)}应为${expectedText(expected)}。`,
    help: ({ expected }) => zh`改用一个声明为${expectedText(expected)}的名称。`,
    explanation: '有这个名称，但它不是该子句所能使用的：指数由指标合成，均值在分类变量的类别之间比较，成分以该指数的题项为标志题项。',
  },

  'unknown-level': {
    title: '分类变量没有的类别',
    message: ({ level, category: of, levels }) => zh`${category(of)}没有类别“${level}”，其类别为${namesText(levels)}。`,
    help: ({ nearest, category: of }) => (nearest !== null ? didYouMean(nearest) : `改用其中之一，或在“${of}”中增加该类别并写明代码。`),
    explanation: '类别以其在分类变量中声明的名称（`female`）引用，而不用标签或代码。',
  },

  'unknown-quantity': {
    title: '不计算的统计量',
    message: ({ quantity, of, kind }) =>
      quantity === ''
        ? `“${of}”声明为${kindText(kind)}，须写明查询哪个统计量。`
        : `“${of}”（${kindText(kind)}）没有统计量 \`${quantity}\`。`,
    help: ({ nearest, known }) => (nearest !== null ? didYouMean(nearest) : `其统计量：${typed(known, 14)}。`),
    explanation:
      '地址的最后一部分写明查询哪个统计量。每种声明各有其统计量：指数有 `kmo`，回归对每个因变量各有系数。统计量一览列出了全部统计量。',
  },

  'wrong-arguments': {
    title: '括号中的内容不对',
    message: ({ quantity, expected, found }) =>
      quantity === null
        ? `论断应有${argumentsText(expected)}，实际为${say(argumentsFound, found)}。`
        : takesNothing(expected)
          ? `\`${quantity}\` 不带括号，实际为${say(argumentsFound, found)}。`
          : zh`\`${quantity}\` 的括号中应为${argumentsText(expected)}，实际为${say(argumentsFound, found)}。`,
    help: ({ quantity, expected }) =>
      quantity === null
        ? `写明${argumentsText(expected)}。`
        : takesNothing(expected)
          ? `写作 \`${quantity}\`，不带括号。`
          : `写作 \`${quantity}(…)\`，括号中为${argumentsText(expected)}。`,
    explanation:
      '有的统计量须写明是什么的：`beta` 是哪个自变量的，`loading` 是哪个题项在哪个成分上的，`mean` 是哪个类别的。有的则单独使用，如 `kmo`。',
  },

  'duplicate-clause': {
    title: '同一子句写了两次',
    message: ({ word, name }) => (name === null ? `合并文件的声明中，\`${word}\` 写了两次。` : `“${name}”中，\`${word}\` 写了两次。`),
    help: () => '保留其一。多个名称以逗号分隔：`of a, b`。',
    explanation: '`missing`、`keep` 之类的子句只规定一件事。写了两次，就不知以哪个为准，因此都不会悄悄采用。',
  },

  'missing-clause': {
    title: '缺少必要的内容',
    message: ({ name, kind, clause, says }) =>
      zh`${kindAndName(kind, name)}没有写明${essentials[says]}，须有${clause === null ? '至少一个选项' : `\`${clause}\` 子句`}。`,
    help: ({ clause, says }) =>
      clause === null
        ? `补上一个选项，写明${essentials[says]}。`
        : `补上 \`${clause} …\`，${LISTS.has(says) ? '列出' : '写明'}${essentials[says]}。`,
    explanation: '大多数子句有默认设置。有的没有，因为只有作者知道：指数由什么合成，回归以什么为因变量、以什么为自变量。',
  },

  'unknown-option': {
    title: '子句没有的取值',
    message: ({ value, clause, why }) =>
      `${why === undefined ? '' : '此处，'}“${value}”不能用作${say(valuesOf, clause)}${why === undefined ? '' : `：${refusals[why]}`}。`,
    help: ({ options, nearest }) => `${nearest !== null ? didYouMean(nearest) : ''}可用的取值：${typed(options, Infinity)}。`,
    explanation: '子句没有错，而取值不是该子句所认识的。',
  },

  'impossible-number': {
    title: '不可能的数值',
    message: ({ found, expected, what }) => zh`${say(numberSubjects, what)}不能为${found}：${say(numberLimits, expected)}。`,
    help: ({ expected }) => `更正数值，${say(numberLimits, expected)}。`,
    explanation: '数的写法没有错，但用在此处没有意义：终点小于起点的评分量表，首尾颠倒的代码区间，半个成分。',
  },

  'unknown-reference': {
    title: '不存在的参照组',
    message: ({ level, category: of, levels }) => zh`${category(of)}的参照组写作“${level}”，而其类别为${namesText(levels)}。`,
    help: ({ nearest }) => (nearest !== null ? didYouMean(nearest) : '改用其中一个类别；不写 `reference` 时以第一个类别为参照组。'),
    explanation: '回归中，分类变量的其他类别都与参照组比较。参照组若不是其中的类别，该分类变量的系数都没有意义。',
  },

  'no-codes': {
    title: '没有代码的类别，或没有内容的分类变量、多选题',
    message: ({ name, category: of, choices }) =>
      choices === true
        ? `${kindAndName('choices', name)}没有选项。`
        : of === null
          ? `${category(name)}没有类别。`
          : `${category(of)}的类别“${name}”没有代码，不知哪些回答归入该类别。`,
    help: ({ name, category: of, choices }) =>
      choices === true
        ? `在花括号中列出各选项及其文字或所在的列：\`${name} { first = "First"  second from q7_2 }\`。`
        : of === null
          ? `在花括号中列出各类别：\`${name} { first = 1  second = 2 }\`。`
          : `写作 \`${name} = …\`，等号后为数据文件中相应的代码、区间或文字。`,
    explanation:
      '分类变量将数据文件中的内容（代码、文字、数值）归为有名称的类别，因此每个类别都须写明哪些代码归入其中。没有类别列出的回答将会丢失。',
  },

  'overlapping-codes': {
    title: '一个代码归入两个类别',
    message: ({ category: of, first, second, codes, partly }) =>
      `${category(of)}：\`${codes}\` ${partly ? '的一部分' : ''}同时属于“${first}”和“${second}”两个类别，每个代码只能归入一个类别。`,
    help: () => '首尾相接的区间写成左闭右开，如 `..<3` 和 `3..<15`。',
    explanation:
      '每个回答只能归入一个类别。整数写作 `..18` 和 `19..45`；可取小数的，写作左闭右开区间，如 `..<3` 和 `3..<15`，这样恰为 3 的只归入其一。',
  },

  'repeated-member': {
    title: '列表中重复的名称',
    message: ({ name, list }) => `“${name}”在${say(memberLists, list)}中列出两次。`,
    help: ({ list }) =>
      list.is === 'clause' && list.word === 'tables'
        ? '删去其一：一张表在报告中只出现一次。'
        : '删去其一：计两次则权重加倍，或使回归无法估计。',
    explanation: '题项、自变量或因变量的列表中，每个名称只写一次。维度代表其全部题项，因此既写维度、又写其中的题项，该题项就列出了两次。',
  },

  'not-a-predictor': {
    title: '不在模型中的系数',
    message: ({ term, regression }) => `“${term}”不是${kindAndName('regression', regression)}的自变量。`,
    help: ({ known, nearest }) => (nearest !== null ? didYouMean(nearest) : `其自变量：${typed(known, 10)}。`),
    explanation: '只有回归中 `by` 之后的变量才有系数。分类变量除参照组外，每个类别各有一个系数：`age.middle`。',
  },

  'reference-coefficient': {
    title: '参照组的系数',
    message: ({ term, category: of }) => `“${term}”是“${of}”的参照组，其他类别均与之比较，因此没有系数。`,
    help: ({ others }) => `改查 ${typed(others, 8)}，或在该分类变量中另设参照组。`,
    explanation: '有 k 个类别的分类变量以 k − 1 个虚拟变量纳入回归。未纳入的类别为参照组，其效应按定义为 0。',
  },

  'not-an-outcome': {
    title: '不是因变量，没有结果',
    message: ({ name, declaration, outcomes }) =>
      name === ''
        ? `“${declaration}”对每个因变量各有结果，须写明其一：${namesText(outcomes)}。`
        : `“${name}”不是“${declaration}”的因变量，其因变量为${namesText(outcomes)}。`,
    help: ({ nearest, declaration, outcomes }) =>
      nearest !== null ? didYouMean(nearest) : `写作 \`${declaration}.${outcomes[0] ?? 'outcome'}.…\`。`,
    explanation: '回归和比较对每个因变量各有一组数值，因此地址中要写因变量：`full.integration.r2`。',
  },

  'missing-header': {
    title: '缺少研究或研究框架的标题行',
    message: () => '文件没有写明是研究还是研究框架：缺少 `study "…"` 或 `framework "…"` 一行。',
    help: () => '以 `study "标题"` 开头；没有数据的研究框架以 `framework "标题"` 开头。',
    explanation: '`.study` 文件同论文一样，以研究的标题开头。报告以此为题。',
  },
} satisfies Partial<WordsOfProblems>;
