// The numbers of items taken together: internal consistency of a dimension, a block or an index, and of each item in it.
import type { GroupResult } from '../results.ts';
import type { ItemReliability, Reliability } from '../../procedures/reliability/alpha.ts';
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';

const spss = (what: string): string => `IBM SPSS Statistics Algorithms, ${what}`;
const cronbach = 'Cronbach 1951, Psychometrika 16:297–334, eq. 2';
const feldt = 'Feldt 1965, Psychometrika 30:357–370';

export interface ReliabilityNumbers {
  readonly items: readonly string[];
  readonly reliability: Reliability | null;
  readonly reason: string;
}

const three = ({ reliability, items }: ReliabilityNumbers, otherwise: string): string =>
  reliability !== null && items.length < 3 ? 'needs at least three items' : otherwise;
const undefinedAlpha = ({ reliability, reason }: ReliabilityNumbers): string =>
  reliability === null ? reason : 'the items do not vary together';
const constantItem = ({ reliability, reason }: ReliabilityNumbers): string => (reliability === null ? reason : 'an item is constant');
const over = ({ items }: ReliabilityNumbers): readonly [string][] => items.map((item): [string] => [item]);
const itemOf = ({ items, reliability }: ReliabilityNumbers, item: string): ItemReliability | undefined =>
  reliability?.items[items.indexOf(item)];
const coefficient = { format: 'coefficient' } as const;

/** Which answers alpha rests on: those of respondents who answered every item, or (of an index) what the components are made of. */
type Over<Options> = (options: Options | null) => string;

/** `Options`: what an index says of missing answers; a dimension and a block have nothing to choose. */
export const reliabilityQuantities = <Options>(answers: Over<Options>) => {
  const of = (formula: string, source: string) => (options: Options | null) => ({ formula: `${formula}${answers(options)}`, source });
  return quantities<ReliabilityNumbers, Options>()({
    items: {
      range: within.least1,
      doc: 'number of its items',
      label: 'Items',
      format: 'count',
      formula: 'k',
      source: spss('RELIABILITY'),
      value: ({ items }) => items.length,
    },
    alpha: {
      range: within.reliability,
      ...coefficient,
      doc: "Cronbach's alpha",
      label: 'α',
      formula: of('α = k/(k − 1) · (1 − Σsᵢ² / sₜ²)', cronbach),
      value: (one) => one.reliability?.alpha,
      why: undefinedAlpha,
    },
    'alpha.n': {
      range: within.count,
      doc: 'respondents that alpha rests on',
      label: 'N',
      format: 'count',
      formula: of('number of cases', spss('RELIABILITY')),
      value: (one) => one.reliability?.n,
      why: ({ reason }) => reason,
    },
    'alpha.low': {
      range: within.reliability,
      ...coefficient,
      doc: 'lower end of the 95 % interval of alpha',
      label: 'Low',
      formula: of('1 − (1 − α)·F₀.₉₇₅(n − 1, (n − 1)(k − 1))', feldt),
      value: (one) => one.reliability?.feldt?.[0],
      why: undefinedAlpha,
    },
    'alpha.high': {
      range: within.reliability,
      ...coefficient,
      doc: 'upper end of the 95 % interval of alpha',
      label: 'High',
      formula: of('1 − (1 − α)·F₀.₀₂₅(n − 1, (n − 1)(k − 1))', feldt),
      value: (one) => one.reliability?.feldt?.[1],
      why: undefinedAlpha,
    },
    'alpha.standardized': {
      range: within.reliability,
      ...coefficient,
      doc: 'alpha of standardised items',
      label: 'Standardised α',
      formula: of('k·r̄ / (1 + (k − 1)·r̄)', spss('RELIABILITY')),
      value: (one) => one.reliability?.standardized,
      why: constantItem,
    },
    mean_r: {
      range: within.correlation,
      ...coefficient,
      doc: 'mean correlation between its items',
      label: 'Mean r',
      formula: of('r̄ = Σrᵢⱼ / (k(k − 1)), i ≠ j', spss('RELIABILITY')),
      value: (one) => one.reliability?.meanInterItemCorrelation,
      why: constantItem,
    },
    omega: {
      range: within.variance,
      ...coefficient,
      costly: true,
      doc: 'omega total',
      label: 'ω',
      formula: of('ω = (Σλᵢ)² / ((Σλᵢ)² + Σ(1 − λᵢ²)), λ of one maximum-likelihood factor', 'McDonald 1999, Test Theory, eq. 6.20b'),
      value: (one) => one.reliability?.omega,
      why: (one) => (one.reliability === null ? one.reason : three(one, 'the one-factor model has no proper solution')),
    },
    'split.r': {
      range: within.correlation,
      ...coefficient,
      doc: 'correlation of the two halves of its items: the first and the second, in their order',
      label: 'r of the halves',
      formula: of('r(Σ of the first ⌈k/2⌉ items, Σ of the others)', spss('RELIABILITY')),
      value: (one) => one.reliability?.splitHalf?.r,
      why: undefinedAlpha,
    },
    'split.spearman_brown': {
      range: within.reliability,
      ...coefficient,
      doc: 'split-half reliability by Spearman and Brown, as if the halves were equally long',
      label: 'Spearman–Brown',
      formula: of('2r/(1 + r), r of the two halves', 'Spearman 1910; Brown 1910, British Journal of Psychology 3:271–322'),
      value: (one) => one.reliability?.splitHalf?.spearmanBrown,
      why: undefinedAlpha,
    },
    'split.horst': {
      range: within.reliability,
      ...coefficient,
      doc: 'the same of halves of unequal length: SPSS’s Spearman–Brown, unequal length',
      label: 'Horst',
      formula: of(
        '(√(r⁴ + 4r²(1 − r²)pq) − r²) / (2(1 − r²)pq), p and q the halves’ shares of the items',
        'Horst 1951, Psychometrika 16:361–376',
      ),
      value: (one) => one.reliability?.splitHalf?.unequal,
      why: undefinedAlpha,
    },
    'split.guttman': {
      range: within.reliability,
      ...coefficient,
      doc: 'split-half reliability by Guttman (λ₄)',
      label: 'Guttman split-half',
      formula: of('2·(1 − (s₁² + s₂²)/sₜ²), s² of the two halves and of all', 'Guttman 1945, Psychometrika 10:255–282'),
      value: (one) => one.reliability?.splitHalf?.guttman,
      why: undefinedAlpha,
    },
    'item_total(item)': {
      range: within.correlation,
      ...coefficient,
      doc: 'an item with the sum of the other items',
      label: 'Item–total r',
      formula: of('r(xᵢ, Σₖxₖ − xᵢ)', spss('RELIABILITY')),
      over,
      value: (one, item) => itemOf(one, item)?.correctedItemTotal,
      why: undefinedAlpha,
    },
    'smc(item)': {
      range: within.variance,
      ...coefficient,
      doc: 'squared multiple correlation of an item with the others',
      label: 'SMC',
      formula: of('1 − 1/rⁱⁱ, rⁱⁱ the diagonal of R⁻¹', spss('RELIABILITY')),
      over,
      value: (one, item) => itemOf(one, item)?.smc,
      why: (one) => (one.reliability === null ? one.reason : 'the correlations cannot be inverted'),
    },
    'alpha_if_deleted(item)': {
      range: within.reliability,
      ...coefficient,
      doc: 'alpha of the other items',
      label: 'α without it',
      formula: of('α of the other k − 1 items', spss('RELIABILITY')),
      over,
      value: (one, item) => itemOf(one, item)?.alphaIfDeleted,
      why: (one) => three(one, undefinedAlpha(one)),
    },
  });
};

export const groupReliability = reliabilityQuantities<null>(() => ', over the respondents who answered every item');

/** Of a dimension or block: the means over its items. */
export interface GroupNumbers {
  readonly result: Omit<GroupResult, 'group'>;
  readonly reason: string;
}

export const groupQuantities = quantities<GroupNumbers, null>()({
  n: {
    range: within.count,
    doc: 'respondents who answered any of its items',
    label: 'N',
    format: 'count',
    formula: 'number of respondents with an answer to any item',
    source: spss('DESCRIPTIVES'),
    value: ({ result }) => result.n,
  },
  mean: {
    range: 'scale',
    doc: 'mean of the item means',
    label: 'Mean',
    format: 'mean',
    formula: 'Σx̄ᵢ / k: the mean of the item means',
    source: spss('DESCRIPTIVES'),
    value: ({ result }) => result.mean,
  },
  sd: {
    range: 'spread',
    doc: "standard deviation of the respondents' scores",
    label: 'SD',
    format: 'mean',
    formula: 'SD (n − 1) of each respondent’s mean of the items',
    source: spss('DESCRIPTIVES'),
    value: ({ result }) => result.sd,
  },
});

/** Of one item, within its dimension (or the first block that has it, when it is in no dimension). */
export interface ItemNumbers {
  readonly item: ItemReliability;
  readonly items: number;
  readonly reason: string;
}

const fewItems = ({ items, reason }: ItemNumbers): string => (items < 3 ? 'needs at least three items' : reason);

export const itemQuantities = quantities<ItemNumbers, null>()({
  item_total: {
    range: within.correlation,
    ...coefficient,
    doc: 'corrected item–total correlation within its dimension or block',
    label: 'Item–total r',
    formula: 'r(xᵢ, Σₖxₖ − xᵢ): the item with the sum of the others',
    source: spss('RELIABILITY'),
    value: ({ item }) => item.correctedItemTotal,
  },
  smc: {
    range: within.variance,
    ...coefficient,
    doc: 'squared multiple correlation with the other items of its dimension or block',
    label: 'SMC',
    formula: '1 − 1/rⁱⁱ, rⁱⁱ the diagonal of R⁻¹',
    source: spss('RELIABILITY'),
    value: ({ item }) => item.smc,
    why: () => 'the correlations cannot be inverted',
  },
  alpha_if_deleted: {
    range: within.reliability,
    ...coefficient,
    doc: 'alpha of its dimension or block without it',
    label: 'α without it',
    formula: 'α of the other k − 1 items',
    source: spss('RELIABILITY'),
    value: ({ item }) => item.alphaIfDeleted,
    why: fewItems,
  },
});
