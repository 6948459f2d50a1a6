// What is said in Chinese of the readings of an index, and of what the tables show of each.
import type { ReadingFact, ReadingLine } from '../../../contract/audit-facts/index.ts';
import { listed, names, quoted, zh } from '../text.ts';
import { between, negative, number, range } from './phrases.ts';

const WEIGHTED = { explained: '以方差解释率为权重', equal: '等权', given: '以指定权重加权' } as const;

export function readingSentence(fact: ReadingFact): string {
  if (fact.of === 'answers') return `全部 ${fact.items} 个回答各按其评分量表换算为百分制，再取均值。`;
  const which = fact.left.length === 0 ? `全部 ${fact.parts} 个成分` : `除${names(fact.left)}外的各成分`;
  const how = WEIGHTED[fact.weights];
  return fact.of === 'composed'
    ? zh`${which}的标准化得分，${how}，求和；再将总和按最小值和最大值换算。`
    : zh`先将${which}分别按最小值和最大值换算；再取均值，${how}。`;
}

export function readingLine(line: ReadingLine): string {
  switch (line.of) {
    case 'means':
      return (
        `${line.name === null || line.name === 'all' ? '全部个案' : quoted(line.name)}：` +
        `(${line.parts.map((part) => `${number(part.weight)}·${negative(part.printed)}`).join('+')})/` +
        `${number(line.sum)}=${number(line.value)}，发表值 ${line.printed}`
      );
    case 'coefficients': {
      const asked = line.needs.map(
        ({ part, range: needed }) => `${quoted(part)}${needed === null ? '大于 0' : needed.high === 0 ? '为 0' : `为 ${range(needed)}`}`,
      );
      const shown = line.left.parts.map((one) => `${quoted(one.part)}为 ${between(one.low, one.high, 3)}`);
      return `${quoted(line.left.where)}：须${listed(asked)}；而其各行所允许的${listed(shown)}`;
    }
    case 'answers':
      return `全部个案：由题项均值得 ${range(line.mean)}，发表值 ${line.printed}`;
  }
}
