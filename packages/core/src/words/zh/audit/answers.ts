// What is said in Chinese of means and SDs of whole answers, of dimensions and of groups.
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
import { show } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { either, listed, oneOf, quoted, zh } from '../text.ts';
import { addressed, between, few, negative, number, plus, range, scaleEnds } from './phrases.ts';

type ShareKind =
  | 'no-share'
  | 'shares-slipped'
  | 'shares-of-others'
  | 'shares-sum'
  | 'shares'
  | 'sampled'
  | 'more-than-sample'
  | 'parts-of-total';

const sumText = ({ total, n, mean }: SumOfAnswers): string => `${number(total)}/${n}=${number(mean)}`;

const aroundText = ({ printed, product, below, above }: AroundMean): string =>
  `${printed}×${below.n}=${number(product)}；${sumText(below)}，${sumText(above)}，四舍五入后都不是 ${printed}。`;

/** `n=321、318 或 315`. */
const casesOf = (fits: readonly number[], most = 8): string => `n=${oneOf(fits, most)}`;

function sdReason(why: SdReason, ends: Ends, mean: string, n: number): string {
  const [low, high] = [show(ends.low, 0), show(ends.high, 0)];
  switch (why.of) {
    case 'largest':
      return `回答全为 ${low} 或 ${high} 时标准差最大，√((${mean}−${low})(${high}−${mean})·${n}/${n - 1})=${show(why.largest, 3)}。`;
    case 'no-sum':
      return `${n} 个回答的任何总和都得不到均值 ${mean}。`;
    case 'squares':
      return (
        `以 ${low} 为起点计步，各回答之和为 ${why.sum}，平方和在 ${show(why.low, 2)}～${show(why.high, 2)} 之间；` +
        `而平方和须为 ${why.least}～${why.most} 之间的整数，且与总和同为${why.sum % 2 === 0 ? '偶数' : '奇数'}。`
      );
  }
}

function sdOption(option: SdOption): string {
  switch (option.of) {
    case 'divided-by-n':
      return '平方和除以 n 而不是 n−1 时相符。';
    case 'at-most':
      return `标准差至多 ${number(option.largest)}。`;
    case 'near':
      return option.texts.length === 0 ? '' : zh`标准差为${oneOf(option.texts)}。`;
    case 'stray-answer':
      return strayAnswer(option);
  }
}

function strayAnswer({ values, best, twice, others }: Extract<SdOption, { readonly of: 'stray-answer' }>): string {
  const single = values.length === 1;
  const which = single
    ? `${values[0]!}`
    : values.at(-1)! - values[0]! === values.length - 1
      ? `${values[0]!}～${values.at(-1)!} 皆可`
      : oneOf(values);
  const rest = `其余 ${others.n} 个回答的均值为 ${show(others.mean, 3)}，标准差为 ${show(others.sd, 3)}`;
  const how = !twice
    ? single
      ? `；${rest}`
      : `；若为 ${best}，${rest}`
    : single
      ? `，即 ${String(best)[0]!} 录入了两次；${rest}`
      : `，其中只有 ${best} 是同一分值录入两次；${rest}`;
  return `只要有一个回答超出取值范围即可解释：${which}${how}。`;
}

function meanOption(option: MeanOption): string {
  switch (option.of) {
    case 'turned-round':
      return `${quoted(option.name)}反向计分（${show(option.ends, 0)}−${option.printed}=${option.text}，即发表的是反向计分前的均值）`;
    case 'texts':
      return `${quoted(option.name)}为 ${few(option.texts)}`;
    case 'range':
      return `${quoted(option.name)}为 ${range(option.range)}`;
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
  const share = `${show(100 * needed, 1)}%`;
  if (open) return `部分题项缺失的受访者至少占 ${share} 时，均值也可能相差这么多。`;
  return known === null
    ? `只有至少 ${share} 的受访者有题项缺失时，才能以缺失解释。`
    : `缺失不足以解释：须有至少 ${share} 的受访者有题项缺失，而实际至多 ${show(100 * known, 1)}%。`;
}

const weightedMean = ({ groups, n, mean, printed }: MeanOfGroups): string =>
  `(${groups.map((group) => `${group.count}·${negative(group.mean)}`).join('+')})/${n}=${range(mean)}，而非 ${printed}`;

function totalOption(option: TotalOption): string {
  switch (option.of) {
    case 'total':
      return `总均值 ${range(option.range)}`;
    case 'texts':
      return `${quoted(option.name)}的均值为 ${few(option.texts)}`;
    case 'exchanged':
      return `${quoted(option.one)}与${quoted(option.other)}的均值互换`;
    case 'cases':
      return `${quoted(option.name)}的 n=${option.n}`;
  }
}

function totalsOption(option: TotalsOption, all: number): string {
  switch (option.of) {
    case 'cases':
      return `${either(option.groups.map((group) => `${quoted(group.name)}的 n=${group.n}`))}，可同时得到全部 ${all} 个总均值。`;
    case 'none':
      return `各组有效个案数即使另取其他值（不多于发表值），也无法同时得到全部 ${all} 个总均值。`;
    case 'valid':
      return (
        `有效个案至多 ${show(option.total, 0)} 个时，可同时得到全部 ${all} 个总均值` +
        `（${option.groups.map((group) => `${quoted(group.name)}${show(group.n, 0)} 个`).join('，')}）。`
      );
  }
}

export const answerWords: Pick<FindingCatalogue, Exclude<AnswerFinding['kind'], ShareKind>> = {
  'mean-off-scale': {
    message: ({ address, printed, ends }) => `${addressed(address)} 的发表值 ${printed} 超出取值范围 ${scaleEnds(ends)}。`,
    arithmetic: ({ ends }) => `每个回答都在 ${scaleEnds(ends)} 之间，均值也应在其中。`,
    consistent: ({ ends }) => `${scaleEnds(ends)} 之间的均值；或评分量表不同，或超出取值范围的回答未剔除。`,
  },
  'mean-of-wholes': {
    message: ({ name, level, printed, n, ends }) =>
      `${level ? `${addressed(name)} 的均值` : `题项${quoted(name)}的均值`} ${printed} 不可能由 ${n} 个 ${scaleEnds(ends)} 的整数回答得到。`,
    arithmetic: ({ around }) => aroundText(around),
    consistent: ({ upTo, fits, example }) =>
      example === null ? `不超过 ${upTo} 的任何 n 都不相符。` : `${casesOf(fits)}（${sumText(example)}）。`,
  },
  'means-of-wholes': {
    message: ({ items, sample, ends }) =>
      items.length > 1
        ? `${items.length} 个题项的均值（${listed(items.map((one) => `${quoted(one.name)}${one.printed}`))}）` +
          `不可能由 ${sample} 个整数回答得到：或有受访者未回答，或数值有误。`
        : `题项${quoted(items[0]?.name ?? '')}的均值 ${items[0]?.printed ?? ''} 不可能由 ${sample} 个 ` +
          `${scaleEnds(ends)} 的整数回答得到：或有受访者未回答，或该数值有误。`,
    arithmetic: ({ items, around }) => `${items.length > 1 ? `${quoted(items[0]?.name ?? '')}：` : ''}${aroundText(around)}`,
    consistent: ({ items, common, example }) => {
      if (items.length === 1) return `${casesOf(items[0]?.fits ?? [])}（${sumText(example)}）。`;
      if (common.length > 0) return `${casesOf(common)}，均与各题项相符。`;
      const each = items.slice(0, 4).map((one) => `${quoted(one.name)}的 ${casesOf(one.fits, 4)}`);
      return `${each.join('；')}${items.length > 4 ? '；……' : ''}。`;
    },
  },
  'sd-of-wholes': {
    message: ({ name, printed, n, upTo, ends, mean }) =>
      `题项${quoted(name)}的标准差不可能是 ${printed}：均值为 ${mean} 时，${upTo ? `任何不超过 ${n} 个的` : `${n} 个`}` +
      ` ${scaleEnds(ends)} 整数回答都得不到这一数值。`,
    arithmetic: ({ why, ends, mean, n }) => sdReason(why, ends, mean, n),
    consistent: ({ option }) => sdOption(option),
  },
  'mean-of-means': {
    message: ({ name, printed }) => `${quoted(name)}的均值 ${printed} 不等于其题项均值的平均。`,
    arithmetic: ({ parts, mean }) => `(${plus(parts)})/${parts.length}=${range(mean)}。`,
    consistent: ({ options, missing }) =>
      `${options.length === 0 ? '' : `${either(options.map(meanOption), 5)}。`}${missing === null ? '' : missingAnswers(missing)}`,
  },
  'group-mean': {
    message: ({ category, of }) => `${quoted(of.score)}的总均值 ${of.printed} 不等于按${quoted(category)}分组的均值的加权平均。`,
    arithmetic: ({ of }) => `${weightedMean(of)}。`,
    consistent: ({ options }) => `${either(options.map(totalOption))}。`,
  },
  'group-means': {
    message: ({ category, totals }) =>
      `${listed(totals.map((one) => `${quoted(one.score)}（${one.printed}）`))}的总均值不等于按${quoted(category)}分组的均值的加权平均。`,
    arithmetic: ({ totals }) =>
      `${totals
        .slice(0, 3)
        .map((one) => `${quoted(one.score)}：${weightedMean(one)}`)
        .join('；')}${totals.length > 3 ? '；……' : ''}。`,
    consistent: ({ option, all }) => totalsOption(option, all),
  },
  'mean-outside-groups': {
    message: ({ score, category, printed }) => `${quoted(score)}的总均值 ${printed} 超出按${quoted(category)}分组的均值的范围。`,
    arithmetic: ({ means, range: groups }) => zh`各组均值为${listed(means)}，总均值应在 ${range(groups)} 之间。`,
    consistent: ({ everybody }) => `总均值在最小与最大的组均值之间${everybody ? '' : '；或有个案不属于任何一组'}。`,
  },
  'group-sd': {
    message: ({ score, category, printed }) => `由按${quoted(category)}分组的数值得不到${quoted(score)}的总标准差 ${printed}。`,
    arithmetic: ({ rest, sd }) => `√((Σ(nᵍ−1)sᵍ²+Σnᵍ(mᵍ−M)²)/${rest})=${between(sd.low, sd.high, sd.decimals + 1)}。`,
    consistent: ({ sd }) => `总标准差 ${range(sd)}。`,
  },
};
