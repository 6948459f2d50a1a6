// What is said of means and SDs of whole answers, of dimensions and of groups.
import type {
  AnswerFinding,
  AroundMean,
  Ends,
  MeanOption,
  SdOption,
  SdReason,
  SumOfAnswers,
  TotalOption,
  TotalsOption,
  MeanOfGroups,
} from '../../../contract/audit-facts/index.ts';
import { either, list, show, showInterval } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { number, oneOf, range, scaleEnds } from './phrases.ts';

type ShareKind =
  | 'no-share'
  | 'shares-slipped'
  | 'shares-of-others'
  | 'shares-sum'
  | 'shares'
  | 'sampled'
  | 'more-than-sample'
  | 'parts-of-total';

const sumText = ({ total, n, mean }: SumOfAnswers): string => `${number(total)}/${n} = ${number(mean)}`;

const aroundText = ({ printed, product, below, above }: AroundMean): string =>
  `${printed} × ${below.n} = ${number(product)}; ${sumText(below)} and ${sumText(above)}, and neither prints as ${printed}.`;

function sdReason(why: SdReason, ends: Ends, mean: string, n: number): string {
  const [low, high] = [show(ends.low, 0), show(ends.high, 0)];
  switch (why.of) {
    case 'largest':
      return (
        `The SD is largest when everybody answers ${low} or ${high}: ` +
        `√((${mean} − ${low})(${high} − ${mean}) · ${n}/${n - 1}) = ${show(why.largest, 3)}.`
      );
    case 'no-sum':
      return `No sum of ${n} answers gives the mean ${mean}.`;
    case 'squares':
      return (
        `Counted in steps above ${low}, the answers sum to ${why.sum} and their squares to ${show(why.low, 2)}…${show(why.high, 2)}; ` +
        `that must be a whole number, ${why.sum % 2 === 0 ? 'even' : 'odd'} like the sum, from ${why.least} to ${why.most}.`
      );
  }
}

function sdOption(option: SdOption): string {
  switch (option.of) {
    case 'divided-by-n':
      return 'It fits when the squares are divided by n instead of n − 1.';
    case 'at-most':
      return `An SD of at most ${number(option.largest)}.`;
    case 'near':
      return option.texts.length === 0 ? '' : `SDs of ${list(option.texts)} would do.`;
    case 'stray-answer':
      return strayAnswer(option);
  }
}

function strayAnswer({ values, best, twice, others }: Extract<SdOption, { readonly of: 'stray-answer' }>): string {
  const single = values.length === 1;
  const which = single
    ? `${values[0]!}`
    : values.at(-1)! - values[0]! === values.length - 1
      ? `any from ${values[0]!} to ${values.at(-1)!}`
      : `one of ${list(values)}`;
  const rest = `the other ${others.n} then have mean ${show(others.mean, 3)} and SD ${show(others.sd, 3)}`;
  const how = !twice
    ? ` (with ${best}, ${rest})`
    : single
      ? ` (${String(best)[0]!} typed twice; ${rest})`
      : `, of which only ${best} is one answer of the scale typed twice; ${rest}`;
  return `One single answer off the scale explains it: ${which}${how}.`;
}

function meanOption(option: MeanOption): string {
  switch (option.of) {
    case 'turned-round':
      return (
        `${option.name} turned round (${show(option.ends, 0)} − ${option.printed} = ${option.text}, ` +
        'so its mean was printed before reversal)'
      );
    case 'texts':
      return `${option.name} ${oneOf(option.texts)}`;
    case 'range':
      return `${option.name} ${range(option.range)}`;
  }
}

function missingAnswers({
  needed,
  known,
  open,
}: {
  readonly needed: number;
  readonly known: number | null;
  readonly open: boolean;
}): string {
  const share = `${show(100 * needed, 1)} %`;
  if (open) return ` Means of respondents who left some of the items out may differ as much, if at least ${share} of them did.`;
  return known === null
    ? ` Missing answers would explain it only if at least ${share} of the respondents had left something out.`
    : ` Missing answers do not explain it: at least ${share} of the respondents would have had to leave something ` +
        `out, at most ${show(100 * known, 1)} % did.`;
}

const weightedMean = ({ groups, n, mean, printed }: MeanOfGroups): string =>
  `(${groups.map((group) => `${group.count}·${group.mean}`).join(' + ')})/${n} = ${range(mean)}, not ${printed}`;

function totalOption(option: TotalOption): string {
  switch (option.of) {
    case 'total':
      return `a total of ${range(option.range)}`;
    case 'texts':
      return `${option.name} ${oneOf(option.texts)}`;
    case 'exchanged':
      return `${option.one} and ${option.other} exchanged`;
    case 'cases':
      return `${option.name} with n = ${option.n}`;
  }
}

function totalsOption(option: TotalsOption, all: number): string {
  switch (option.of) {
    case 'cases':
      return `${either(option.groups.map((group) => `${group.name} with n = ${group.n}`))} would give all ${all} totals at once.`;
    case 'none':
      return `With other valid numbers in the groups, at most the printed ones, no choice gives all ${all} totals at once.`;
    case 'valid':
      return (
        `All ${all} totals would come out with at most ${show(option.total, 0)} valid cases ` +
        `(${option.groups.map((group) => `${group.name} ${show(group.n, 0)}`).join(', ')}).`
      );
  }
}

export const answerWords: Pick<FindingCatalogue, Exclude<AnswerFinding['kind'], ShareKind>> = {
  'mean-off-scale': {
    message: ({ address, printed, ends }) => `${address} is printed as ${printed}, which is outside its scale ${scaleEnds(ends)}.`,
    arithmetic: ({ ends }) => `Every answer lies in ${scaleEnds(ends)}, so their mean does.`,
    consistent: ({ ends }) => `A mean within ${scaleEnds(ends)}; or another scale, or answers outside it that were not removed.`,
  },
  'mean-of-wholes': {
    message: ({ name, level, printed, n, ends }) =>
      `${level ? name : `The mean of ${name}`}, ${printed}, cannot come from ${n} whole answers on ${scaleEnds(ends)}.`,
    arithmetic: ({ around }) => aroundText(around),
    consistent: ({ upTo, fits, example }) =>
      example === null ? `No n up to ${upTo} would do.` : `n = ${list(fits)} would do (${sumText(example)}).`,
  },
  'means-of-wholes': {
    message: ({ items, sample, ends }) =>
      items.length > 1
        ? `The means of ${items.length} items (${list(items.map((one) => `${one.name} ${one.printed}`))}) cannot come from ` +
          `${sample} whole answers: some of the sample did not answer, or the figures are wrong.`
        : `The mean of ${items[0]?.name ?? ''}, ${items[0]?.printed ?? ''}, cannot come from ${sample} whole answers on ` +
          `${scaleEnds(ends)}: some of the sample did not answer, or the figure is wrong.`,
    arithmetic: ({ items, around }) => `${items.length > 1 ? `${items[0]?.name ?? ''}: ` : ''}${aroundText(around)}`,
    consistent: ({ items, common, example }) => {
      if (items.length === 1) return `n = ${list(items[0]?.fits ?? [])} would do (${sumText(example)}).`;
      if (common.length > 0) return `n = ${list(common)} would do for all of them.`;
      const each = items.slice(0, 4).map((one) => `${one.name} n = ${list(one.fits, 4)}`);
      return `${each.join('; ')}${items.length > 4 ? ' …' : ''} would do.`;
    },
  },
  'sd-of-wholes': {
    message: ({ name, printed, n, upTo, ends, mean }) =>
      `${name} cannot have the SD ${printed}: no ${upTo ? `set of up to ${n}` : `${n}`} whole answers on ${scaleEnds(ends)} ` +
      `with the mean ${mean} has it.`,
    arithmetic: ({ why, ends, mean, n }) => sdReason(why, ends, mean, n),
    consistent: ({ option }) => sdOption(option),
  },
  'mean-of-means': {
    message: ({ name, printed }) => `The mean of ${name}, ${printed}, is not the mean of its items' means.`,
    arithmetic: ({ parts, mean }) => `(${parts.join(' + ')})/${parts.length} = ${range(mean)}.`,
    consistent: ({ options, missing }) => {
      const instead = options.length === 0 ? '' : `${either(options.map(meanOption), 5)} would do.`;
      return `${instead}${missing === null ? '' : missingAnswers(missing)}`.trim();
    },
  },
  'group-mean': {
    message: ({ category, of }) =>
      `The mean of ${of.score} over all cases, ${of.printed}, is not the weighted mean of its groups by ${category}.`,
    arithmetic: ({ of }) => `${weightedMean(of)}.`,
    consistent: ({ options }) => `${either(options.map(totalOption))} would do.`,
  },
  'group-means': {
    message: ({ category, totals }) =>
      `The means over all cases of ${list(totals.map((one) => `${one.score} (${one.printed})`))} are not the ` +
      `weighted means of their groups by ${category}.`,
    arithmetic: ({ totals }) =>
      `${totals
        .slice(0, 3)
        .map((one) => `${one.score}: ${weightedMean(one)}`)
        .join('; ')}${totals.length > 3 ? ' …' : ''}.`,
    consistent: ({ option, all }) => totalsOption(option, all),
  },
  'mean-outside-groups': {
    message: ({ score, category, printed }) =>
      `The mean of ${score} over all cases, ${printed}, lies outside those of its groups by ${category}.`,
    arithmetic: ({ means, range: groups }) => `The groups have ${list(means)}; a mean of all of them lies in ${range(groups)}.`,
    consistent: ({ everybody }) =>
      everybody
        ? 'A total between the smallest and the largest of them.'
        : 'A total between the smallest and the largest of them; or cases that belong to no group.',
  },
  'group-sd': {
    message: ({ score, category, printed }) =>
      `The SD of ${score} over all cases, ${printed}, does not follow from its groups by ${category}.`,
    arithmetic: ({ rest, sd }) => `√((Σ(nᵍ − 1)sᵍ² + Σnᵍ(mᵍ − M)²)/${rest}) = ${showInterval(sd.low, sd.high, sd.decimals + 1)}.`,
    consistent: ({ sd }) => `An SD of ${range(sd)} for all cases would do.`,
  },
};
