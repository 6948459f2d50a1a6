// Problems of robustness, in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import { names, quoted } from '../text.ts';

export const robustnessProblems = {
  'idle-alternatives': {
    title: '与该统计量无关的备选做法',
    message: ({ word, name, declarations }) =>
      `\`${word}\` 不影响稳健性分析${quoted(name)}的统计量：` +
      (declarations.length === 0
        ? '该统计量所依据的声明都没有选项。'
        : `${names(declarations)}${declarations.length > 1 ? '都' : ''}没有这个选项。`),
    help: ({ words }) =>
      words.length === 0 ? '改用指数、组间比较或回归的统计量。' : `删去；可用的有 ${words.map((one) => `\`${one}\``).join('、')}。`,
    explanation:
      `稳健性分析在其他做法之下重新计算同一个统计量：其所属声明的选项，以及因变量和自变量背后各指数的选项。其他声明的选项只会使设定成倍增加，` +
      `而不改变任何一个数值。`,
  },

  'robustness-of-robustness': {
    title: '以稳健性分析的统计量作稳健性分析',
    message: ({ name, number, robustness }) =>
      `稳健性分析${quoted(name)}所考察的 \`${number}\` 来自稳健性分析${quoted(robustness)}，此处应为某项分析的统计量。`,
    help: ({ robustness }) => `改用${quoted(robustness)}所考察的统计量，并在同一个声明中列出全部选项。`,
    explanation:
      `稳健性分析在备选做法的每种组合之下重新运行研究，其中不含其他稳健性分析，否则每次运行都要再运行一遍。两个声明所要共同尝试的，` +
      `在一个声明中列出两个选项即可。`,
  },

  'too-many-specifications': {
    title: '设定多于所能运行的个数',
    message: ({ name, count, most, options }) =>
      `稳健性分析${quoted(name)}有 ${count} 个设定（${options.join('×')}），至多运行 ${most} 个。`,
    help: () => '减少备选做法，或将各选项分到两个稳健性分析中。',
    explanation: '备选做法的每一种组合都是一个设定，个数因此相乘。超过数千个时，曲线不再提供更多信息，而每个设定都要重做整个分析。',
  },
} satisfies Partial<WordsOfProblems>;
