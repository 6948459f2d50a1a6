// Problems of hypotheses and printed figures (SS7xx), in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import { differenceText } from '../audit/claims.ts';
import { kindAndName } from '../kinds.ts';
import { reasonText } from '../reasons.ts';
import { quoted } from '../text.ts';

const NAMED = 3;

const placeText = (table: string | null): string => (table === null ? '表格之外的数值' : quoted(table));

export const claimsProblems = {
  'figure-differs': {
    title: '发表值与数据的计算值不一致',
    message({ table, compared, differing, marks, furthest }) {
      const where = placeText(table);
      if (furthest.length === 1)
        return `${where}：${differenceText(furthest[0]!)}，二者不一致${compared === 1 ? '' : `；其余 ${compared - 1} 个与计算值一致`}。`;
      const parts = [
        ...(differing === 0 ? [] : [`${compared} 个发表值中有 ${differing} 个与计算值不一致`]),
        ...(marks === 0 ? [] : [`星号不符 ${marks} 处`]),
      ];
      return `${where}：${parts.join('，')}。`;
    },
    help: ({ furthest }) =>
      `${furthest.length < 2 ? '' : `相差最大的：${furthest.slice(0, NAMED).map(differenceText).join('；')}。`}` +
      '与论文核对数据、缺失处理方式和定义；也可能是排印错误。',
    explanation:
      '发表值以其所印的各位数字为准：凡四舍五入为 0.743 的数值，都与 0.743 一致。同一张发表的表中所有不一致的数值合为一个问题；报告的“发表值”' +
      '一节将每个发表值与计算值并列，编辑器则在相应的行上标出。星号（`*`、`**`、`***`）按论文所述的显著性水平，与计算得到的 p 值对照。',
  },

  'figure-not-computed': {
    title: '没有计算值的发表值',
    message: ({ table, figures, missing }) =>
      missing.length === 1
        ? `\`${missing[0]!.address}\`：有发表值，但无法计算：${reasonText(missing[0]!.reason)}。`
        : `${placeText(table)}：${figures} 个发表值中有 ${missing.length} 个无法计算。` +
          `\`${missing[0]!.address}\`：${reasonText(missing[0]!.reason)}。`,
    help: () => '查看其所属声明的问题。',
    explanation: `地址无误，但依据这些数据，该统计量没有定义：例如某个子样本没有个案，某个题项没有变异，或某个自变量未纳入模型。`,
  },

  'claim-fails': {
    title: '结果不支持的假设',
    message: ({ hypothesis, claim, left, right }) =>
      `${kindAndName('hypothesis', hypothesis)}：论断 \`${claim}\` 不成立（${left.toPrecision(4)} 对 ${right.toPrecision(4)}）。`,
    help: () => '这是研究结果，不是研究说明有误，如实报告即可。',
    explanation: `假设列出有关数值的若干论断，逐一按其原样检验；依据这些数据，这一论断不成立。`,
  },

  'claim-undecided': {
    title: '无法检验的假设',
    message: ({ hypothesis, claim, reason }) =>
      `${kindAndName('hypothesis', hypothesis)}：论断 \`${claim}\` 无法检验：${reasonText(reason)}。`,
    help: () => '查看其所属声明的问题。',
    explanation: `依据这些数据，论断所需的某个统计量没有定义。`,
  },
} satisfies Partial<WordsOfProblems>;
