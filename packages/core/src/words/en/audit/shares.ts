// What is said of counts and percentages of levels, and of parts and their totals.
import type { AnswerFinding, LevelShare, ShareOption } from '../../../contract/audit-facts/index.ts';
import { either, list, show } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { movedBack, number, slipped } from './phrases.ts';

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
  `${count}/${base} = ${show((100 * value) / base, decimals + more)} %`;
const shareAndPrinted = (one: LevelShare, base: number): string => `${shareOf(one, base, 1)}, printed ${one.percent}`;

const shareOption = (option: ShareOption): string =>
  option.of === 'percent' ? `${option.name} ${option.text} %` : `a count of ${list(option.counts, 4)} at ${option.name}`;

export const shareWords: Pick<FindingCatalogue, AnswerFinding['kind'] & Kind> = {
  'no-share': {
    message: ({ address, percent, cases }) => `${address}, printed ${percent}, is no share of ${cases} cases.`,
    arithmetic: ({ nearest, cases, n, decimals }) =>
      `${nearest}/${cases} = ${show((100 * nearest) / n, decimals + 1)} %, ` +
      `${nearest + 1}/${cases} = ${show((100 * (nearest + 1)) / n, decimals + 1)} %.`,
    consistent: ({ nearest, n, decimals }) => `${show((100 * nearest) / n, decimals)} would do.`,
  },
  'shares-slipped': {
    message: ({ names, slip }) => `The percentages of ${list(names)} contradict their counts: ${slipped(slip)}.`,
    arithmetic: ({ first, valid }) => `${first.name}: ${shareAndPrinted(first, valid)}.`,
    consistent: ({ block }) => movedBack(block),
  },
  'shares-of-others': {
    message: ({ name, several, base, valid }) =>
      several
        ? `The percentages of ${name} are shares of ${base} cases and sum to more than 100: several answers were allowed.`
        : `The percentages of ${name} are shares of the whole sample, not of the ${valid} valid answers.`,
    arithmetic: ({ several, base, valid, first }) =>
      several ? `${shareOf(first, base)}; the counts sum to ${valid}.` : `${shareOf(first, base)}, ${shareOf(first, valid)}.`,
    consistent: ({ several }) =>
      several ? 'Say in the table that several answers were allowed.' : 'Say in the table what the percentages are shares of.',
  },
  'shares-sum': {
    message: ({ name }) => `The percentages of ${name} do not sum to 100.`,
    arithmetic: ({ percents, sum }) => `${percents.join(' + ')} = ${number(sum)}.`,
    consistent: ({ percents, sum }) => {
      if (sum.value <= 100) return 'The rest may not have answered; if the percentages are of valid answers, one of them is wrong.';
      return percents.length > 2 ? 'They may be of cases who could give several answers; if not, one of them is wrong.' : '';
    },
  },
  shares: {
    message: ({ name, valid, off: [first], single }) =>
      single && first !== undefined
        ? `${first.name}: ${first.percent} % contradicts its count, ${first.count} of ${valid}.`
        : `The percentages of ${name} contradict their counts.`,
    arithmetic: ({ off, valid }) => `${off.map((one) => shareAndPrinted(one, valid)).join('; ')}.`,
    consistent: ({ off, valid, options }) =>
      options.length === 0
        ? `With ${valid} valid answers: ${off.map((one) => `${one.name} ${show((100 * one.value) / valid, one.decimals)} %`).join(', ')}.`
        : `${either(options.map(shareOption))} would do.`,
  },
  sampled: {
    message: ({ name, rate, count, population }) => `${name}: ${rate} % contradicts its counts, ${count} of ${population}.`,
    arithmetic: ({ count, population, exact }) => `${count}/${population} = ${number(exact)} %.`,
    consistent: ({ exact, wantedCount, wantedPopulation, count, population }) =>
      `${either([
        `${number(exact)} %`,
        `${show(wantedCount, 0)} of ${population}`,
        ...(wantedPopulation === null ? [] : [`${count} of ${show(wantedPopulation, 0)}`]),
      ])} would do.`,
  },
  'more-than-sample': {
    message: ({ address, printed, sample }) => `${address} is printed as ${printed}, more than the sample of ${sample}.`,
    arithmetic: ({ printed, sample }) => `${printed} > ${sample}.`,
    consistent: ({ sample }) => `At most ${sample}.`,
  },
  'parts-of-total': {
    message: ({ name, relation, total, several }) =>
      `The parts of ${name} ${relation === 'equal' ? 'do not sum to' : 'sum to more than'} their total, ` +
      `${total}${several ? ', as if several answers had been allowed' : ''}.`,
    arithmetic: ({ parts, sum }) => `${parts.join(' + ')} = ${show(sum, 0)}.`,
    consistent: ({ sum, instead, several }) =>
      `${either([`a total of ${show(sum, 0)}`, ...instead.map((one) => `${one.name} ${show(one.value, 0)}`)])} would do` +
      `${several ? '; if several answers were allowed, the counts are of answers, not of cases' : ''}.`,
  },
};
