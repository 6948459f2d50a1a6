// What is said in Chinese of counts and percentages of levels, and of parts and their totals.
import type { AnswerFinding, LevelShare, ShareOption } from '../../../contract/audit-facts/index.ts';
import { show } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { either, names as namesOf, oneOf, quoted } from '../text.ts';
import { addressed, movedBack, number, plus, slipped } from './phrases.ts';

type Kind =
  | 'no-share'
  | 'shares-slipped'
  | 'shares-of-others'
  | 'shares-sum'
  | 'shares'
  | 'sampled'
  | 'more-than-sample'
  | 'parts-of-total';

const shareOf = ({ count, value, decimals }: LevelShare, base: number, more = 0): string =>
  `${count}/${base}=${show((100 * value) / base, decimals + more)}%`;
const shareAndPrinted = (one: LevelShare, base: number): string => `${shareOf(one, base, 1)}，发表值 ${one.percent}`;

const shareOption = (option: ShareOption): string =>
  option.of === 'percent' ? `${quoted(option.name)}为 ${option.text}%` : `${quoted(option.name)}的频数为 ${oneOf(option.counts, 4)}`;

export const shareWords: Pick<FindingCatalogue, AnswerFinding['kind'] & Kind> = {
  'no-share': {
    message: ({ address, percent, cases }) => `${addressed(address)} 的发表值 ${percent} 不可能是以个案 ${cases} 个为基数的百分比。`,
    arithmetic: ({ nearest, cases, n, decimals }) =>
      `${nearest}/${cases}=${show((100 * nearest) / n, decimals + 1)}%，` +
      `${nearest + 1}/${cases}=${show((100 * (nearest + 1)) / n, decimals + 1)}%。`,
    consistent: ({ nearest, n, decimals }) => `${show((100 * nearest) / n, decimals)}。`,
  },
  'shares-slipped': {
    message: ({ names, slip }) => `${namesOf(names)}的百分比与频数不一致：${slipped(slip)}。`,
    arithmetic: ({ first, valid }) => `${quoted(first.name)}：${shareAndPrinted(first, valid)}。`,
    consistent: ({ block }) => movedBack(block),
  },
  'shares-of-others': {
    message: ({ name, several, base, valid }) =>
      several
        ? `${quoted(name)}的百分比以个案 ${base} 个为基数，合计超过 100%：可多选。`
        : `${quoted(name)}的百分比以全部样本为基数，而不是 ${valid} 个有效回答。`,
    arithmetic: ({ several, base, valid, first }) =>
      several ? `${shareOf(first, base)}；频数合计 ${valid}。` : `${shareOf(first, base)}，${shareOf(first, valid)}。`,
    consistent: ({ several }) => (several ? '在表中注明可多选。' : '在表中注明百分比的基数。'),
  },
  'shares-sum': {
    message: ({ name }) => `${quoted(name)}的百分比之和不等于 100。`,
    arithmetic: ({ percents, sum }) => `${plus(percents)}=${number(sum)}。`,
    consistent: ({ percents, sum }) => {
      if (sum.value <= 100) return '其余个案可能未回答；若为有效百分比，则其中一个有误。';
      return percents.length > 2 ? '可能允许多选；若非多选，则其中一个有误。' : '';
    },
  },
  shares: {
    message: ({ name, valid, off: [first], single }) =>
      single && first !== undefined
        ? `${quoted(first.name)}：百分比 ${first.percent}% 与频数（${valid} 中的 ${first.count}）不一致。`
        : `${quoted(name)}的百分比与频数不一致。`,
    arithmetic: ({ off, valid }) => `${off.map((one) => shareAndPrinted(one, valid)).join('；')}。`,
    consistent: ({ off, valid, options }) =>
      options.length === 0
        ? `按 ${valid} 个有效回答：${off.map((one) => `${quoted(one.name)}${show((100 * one.value) / valid, one.decimals)}%`).join('，')}。`
        : `${either(options.map(shareOption))}。`,
  },
  sampled: {
    message: ({ name, rate, count, population }) => `${quoted(name)}：抽样比 ${rate}% 与频数（${population} 中抽取 ${count}）不一致。`,
    arithmetic: ({ count, population, exact }) => `${count}/${population}=${number(exact)}%。`,
    consistent: ({ exact, wantedCount, wantedPopulation, count, population }) =>
      `${either([
        `${number(exact)}%`,
        `${population} 中抽取 ${show(wantedCount, 0)}`,
        ...(wantedPopulation === null ? [] : [`${show(wantedPopulation, 0)} 中抽取 ${count}`]),
      ])}。`,
  },
  'more-than-sample': {
    message: ({ address, printed, sample }) => `${addressed(address)} 的发表值 ${printed} 多于样本量 ${sample}。`,
    arithmetic: ({ printed, sample }) => `${printed}>${sample}。`,
    consistent: ({ sample }) => `至多 ${sample}。`,
  },
  'parts-of-total': {
    message: ({ name, relation, total, several }) =>
      `${quoted(name)}各部分之和${relation === 'equal' ? '不等于' : '大于'}合计 ${total}${several ? '，如同允许多选' : ''}。`,
    arithmetic: ({ parts, sum }) => `${plus(parts)}=${show(sum, 0)}。`,
    consistent: ({ sum, instead, several }) =>
      `${either([`合计 ${show(sum, 0)}`, ...instead.map((one) => `${quoted(one.name)}为 ${show(one.value, 0)}`)])}` +
      `${several ? '；若允许多选，频数为回答数而不是个案数' : ''}。`,
  },
};
