// What is said in Chinese of composites: the linear identity of their coefficients, the parts they have, and their weights.
import type {
  IdentityEvidence,
  IdentityFact,
  IdentityRowFact,
  PartWeight,
  ShownWeights,
  SolutionFinding,
  ShownRule,
} from '../../../contract/audit-facts/index.ts';
import { show } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { either, listed, names, quoted, zh } from '../text.ts';
import { between, few, range } from './phrases.ts';

type Kind =
  | 'no-identity'
  | 'identity-slipped'
  | 'identity-reordered'
  | 'identity-swapped'
  | 'identity-misprint'
  | 'other-parts'
  | 'other-weights';

/** `0.608·psychological+0.564·economic`. */
const weighted = (weights: readonly PartWeight[]): string =>
  weights
    .map(({ part, weight }) => `${show(weight, 3)}·${part}`)
    .join('+')
    .replaceAll('+-', '−');

const identity = ({ index, weights, good, rows }: IdentityFact): string => `${rows} 行中有 ${good} 行满足 ${index}=${weighted(weights)}`;
const inTable = ({ table }: IdentityFact): string => (table === null ? '' : `${quoted(table)}中`);

const rowText = ({ parts, sum, composite }: IdentityRowFact): string =>
  `${parts
    .map((part) => `${show(part.weight, 3)}·(${part.printed})`)
    .join('+')
    .replaceAll('+-', '−')}=${range(sum)}，发表值 ${composite}`;

const moved = (by: number): string => `${by > 0 ? '上' : '下'}移 ${Math.abs(by)} 行`;

function evidenceText(evidence: IdentityEvidence, index: string): string {
  const front = `自变量相同的${quoted(evidence.where)}`;
  if (evidence.of === 'composite') return `${front}与各成分的发表次序、${quoted(index)}移动后的次序相符，可见错行的是${quoted(index)}。`;
  const { composite, parts } = evidence;
  return (
    `${front}与${quoted(index)}的发表次序、成分移动后的次序更接近（绝对差之和 ` +
    `${show(composite.printed, 3)} 对 ${show(composite.moved, 3)}，${show(parts.moved, 3)} 对 ${show(parts.printed, 3)}），可见错行的是各成分。`
  );
}

const partRange = ({ part, low, high }: ShownWeights['parts'][number]): string => `${quoted(part)}${between(low, high, 3)}`;
const shownWeights = ({ parts }: ShownWeights): string => parts.map(partRange).join('、');

function ruleText(rule: ShownRule | null): string {
  if (rule === null) return '。';
  return rule.of === 'equal'
    ? '，等权。'
    : `，以方差解释率为权重：${rule.shares.join('∶')} 除以其平方和的平方根为 ${listed(rule.weights.map((weight) => show(weight, 3)))}。`;
}

export const compositeWords: Pick<FindingCatalogue, SolutionFinding['kind'] & Kind> = {
  'no-identity': {
    message: ({ index, job, good, rows }) =>
      `回归${quoted(job)}中${quoted(index)}的系数不是其各成分系数的加权和：没有一组权重能满足 ${rows} 行中多于 ${good} 行。`,
    arithmetic: ({ weights, worst }) =>
      `以 ${weighted(weights)} 计算，${quoted(worst.term)}应为 ${range(worst.sum)}，发表值 ${worst.printed}。`,
    consistent: () => '各成分可能出自与综合得分不同的模型或个案，或有成分未列入表中。',
  },
  'identity-slipped': {
    message: ({ of, from, to, column, composite, by }) =>
      `${inTable(of)}${quoted(from)}至${quoted(to)}各行：${quoted(column)}列与${composite ? '其组成成分' : '其他各列'}错开 ${Math.abs(by)} 行。`,
    arithmetic: ({ of, broken }) => `${identity(of)}，而${broken.map((row) => `${quoted(row.term)}：${rowText(row)}`).join('；')}。`,
    consistent: ({ of, column, composite, by, restored, evidence }) =>
      `将${quoted(column)}在这 ${restored.length} 行内${moved(by)}（${by > 0 ? '首行移到末行' : '末行移到首行'}），` +
      `${restored.length} 行即全部相符：${restored
        .slice(0, 12)
        .map((one) => `${quoted(one.term)}${one.text}`)
        .join('、')}${restored.length > 12 ? ' 等' : ''}${composite ? `；或将各成分${moved(-by)}` : ''}。` +
      `${evidence === null ? '' : evidenceText(evidence, of.index)}`,
  },
  'identity-reordered': {
    message: ({ of, order }) => `${inTable(of)}有 ${order.length} 行的${quoted(of.index)}互相错位。`,
    arithmetic: ({ of, broken }) => `${identity(of)}，而此处 ${rowText(broken)}。`,
    consistent: ({ order }) => `${order.map((one) => `${quoted(one.term)}${one.text}`).join('、')}；没有其他次序相符。`,
  },
  'identity-swapped': {
    message: ({ of, one, other, sameRow }) =>
      sameRow
        ? `${inTable(of)}${quoted(one.term)}一行：单元格${quoted(one.column)}（${one.printed}）与${quoted(other.column)}（${other.printed}）互换。`
        : `${inTable(of)}${quoted(one.column)}列：${quoted(one.term)}（${one.printed}）与${quoted(other.term)}（${other.printed}）的单元格互换。`,
    arithmetic: ({ of, broken, exchanged }) => `${identity(of)}，而此处 ${rowText(broken)}；互换后 ${rowText(exchanged)}。`,
    consistent: ({ one, other, sameRow, others }) =>
      sameRow
        ? `${quoted(one.column)}为 ${other.printed}${other.stars}，${quoted(other.column)}为 ${one.printed}${one.stars}。`
        : `${quoted(one.term)}为 ${other.printed}，${quoted(other.term)}为 ${one.printed}${others ? '；或将这两行的另一列互换' : ''}。`,
  },
  'identity-misprint': {
    message: ({ of, broken }) => `${inTable(of)}${quoted(broken.term)}一行不满足恒等式：其中有一个数值排印错误。`,
    arithmetic: ({ of, broken }) => `${identity(of)}，而此处 ${rowText(broken)}。`,
    consistent: ({ options, needed, bounds }) =>
      options.length > 0
        ? `一处排印错误即可解释：${either(options.map((one) => `${quoted(one.column)}为 ${few(one.texts)} 而非 ${one.printed}`))}。`
        : `其余数值无误时，须${either(needed.map((one) => `${quoted(one.column)}为 ${range(one.range)}`))}` +
          `（权重 ${bounds.map(range).join('、')}）。`,
  },
  'other-parts': {
    message: ({ index, present, left, extra, stated, shown }) => {
      const which = left.length > 0 ? `其中不含${names(left)}` : `其中含有${names(extra)}`;
      return (
        `${names(shown.map((one) => one.where))}中${quoted(index)}的系数，相当于由 ${present.length} 个成分` +
        `（${listed(present)}）合成的综合得分：${which}${stated === null ? '' : `，而研究说明由 ${stated} 个成分合成`}。`
      );
    },
    arithmetic: ({ good, rows, shown: [first, ...more] }) => {
      if (first === undefined) return '';
      const own = `在舍入误差内满足 ${rows} 行中 ${good} 行的权重为${shownWeights(first)}。`;
      return more.length === 0
        ? own
        : `${quoted(first.where)}：${own}${more.map((one) => `${quoted(one.where)}：${shownWeights(one)}。`).join('')}`;
    },
    consistent: ({ present, rule }) => `\`compose ${present.join(', ')}\`${ruleText(rule)}`,
  },
  'other-weights': {
    message: ({ index, assumed, rule, shown }) =>
      `${quoted(shown.where)}中${quoted(index)}的系数与${assumed ? '所假定的' : '研究说明的'}权重不符` +
      `（${{ explained: '方差解释率', equal: '等权', given: '指定权重' }[rule]}）。`,
    arithmetic: ({ assumed, stated, shown }) =>
      `${assumed ? '所假定的' : '研究说明的'}权重除以其平方和的平方根：${shownWeights(stated)}；表中：${shownWeights(shown)}。`,
    consistent: ({ index, weights, shows }) => zh`${index}=${weighted(weights)}${ruleText(shows)}`,
  },
};
