// What is said in Chinese of figures printed twice, of claims in words, and of figures against what data give.
import type { ClaimFinding, ClaimSays, ClaimSide, ComputedDifference, PrintedOnce } from '../../../contract/audit-facts/index.ts';
import { show } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { quoted, zh } from '../text.ts';
import { addressed, asPrinted, number } from './phrases.ts';

const inTable = (table: string | null): string => (table === null ? '' : `${quoted(table)}中`);
const standsFor = ({ printed, side, low, high, decimals }: PrintedOnce): string =>
  side === null
    ? `${low === null ? '−∞' : show(low, decimals + 1)}～${high === null ? '∞' : show(high, decimals + 1)}`
    : zh`${side === 'less' ? '小于' : '大于'}${printed}`;

/** A side of a claim as the audit read it. */
export function claimSide(side: ClaimSide): string {
  switch (side.of) {
    case 'figure':
      return `${addressed(side.address)}（发表值 ${asPrinted(side.printed)}）`;
    case 'stars':
      return (
        `${side.printed}${side.stars ?? ''} 的 p 值（${side.stars === null ? '无星号，' : ''}` +
        `${side.side === 'at-least' ? '不小于' : '小于'} ${side.level}）`
      );
    case 'number':
      return String(side.value);
  }
}

const OPERATORS: Readonly<Record<string, string>> = { '=': '等于', '<': '小于', '>': '大于', '<=': '不大于', '>=': '不小于' };

const saysOf = (says: ClaimSays): string =>
  says.of === 'not'
    ? zh`${claimSide(says.left)}并不${OPERATORS[says.operator] ?? says.operator}${claimSide(says.right)}`
    : `${addressed(says.address)}（发表值 ${asPrinted(says.printed)}）的符号相符但没有星号，p≥${says.level}`;

export const differenceText = (one: ComputedDifference): string =>
  one.of === 'stars'
    ? `${addressed(one.address)} 发表值 ${asPrinted(one.printed)}，按数据计算${one.stars === null ? '没有星号' : `为 ${one.stars}`}`
    : `${addressed(one.address)} 发表值 ${asPrinted(one.printed)}，计算值 ${number(one.computed)}${one.percent ? '%' : ''}`;

export const claimWords: Pick<FindingCatalogue, ClaimFinding['kind']> = {
  'printed-twice': {
    message: ({ address, first, other }) =>
      zh`${addressed(address)}${inTable(first.table)}为${asPrinted(first.printed)}，${inTable(other.table)}又为${asPrinted(other.printed)}。`,
    arithmetic: ({ first, other }) =>
      `${asPrinted(first.printed)} 表示 ${standsFor(first)}，${asPrinted(other.printed)} 表示 ${standsFor(other)}：没有数能同时四舍五入为二者。`,
    consistent: () => '二者之一有误，或所用个案不同。',
  },
  claims: {
    message: ({ hypothesis, all, claims }) =>
      `假设${quoted(hypothesis)}：${all === 1 ? '论断' : `${all} 个论断中有 ${claims.length} 个`}得不到表格支持：` +
      `${claims
        .slice(0, 6)
        .map((one) => addressed(one.text))
        .join('、')}${claims.length > 6 ? ' 等' : ''}。`,
    arithmetic: ({ claims }) =>
      `${claims
        .slice(0, 4)
        .map((one) => saysOf(one.says))
        .join('；')}${claims.length > 4 ? '；……' : ''}。`,
    consistent: ({ certain }) => (certain ? '' : '该论断所说的与 0 之差，表格并未表明其显著。'),
  },
  computed: {
    message: ({ table, figures, off }) =>
      `${table === null ? '表格之外' : quoted(table)}：${figures} 个发表值中有 ${off} 个与计算值不一致。`,
    arithmetic: ({ off, furthest }) =>
      `${off === 1 ? '' : '相差最大的：'}${furthest.slice(0, 4).map(differenceText).join('；')}${furthest.length > 4 ? '；……' : ''}。`,
    consistent: () => '',
  },
};
