// What is said of a figure outside its range, out of order, that does not follow from others or is beyond a bound.
import type {
  FindingKind,
  OrderReason,
  OtherwiseFact,
  RangeFact,
  RelationFact,
  RelationFinding,
} from '../../../contract/audit-facts/index.ts';
import { list, show, showInterval } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { figuresInBrackets, nameOf, number, printedFigure, saidOfP, scaleEnds, withDegreesOfFreedom } from './phrases.ts';

type Named<F extends { readonly of: string }, K> = F extends unknown ? (K extends F['of'] ? F : never) : never;
type WordsBy<F extends { readonly of: string }> = { readonly [K in F['of']]: (fact: Named<F, K>) => string };

const RANGES: { readonly [K in RangeFact['of']]: string | ((ends: { readonly low: number; readonly high: number }) => string) } = {
  count: 'it is a count',
  'count-from-1': 'it is a count of at least one',
  groups: 'it is a number of groups or predictors',
  cases: 'it is a number of cases',
  percentage: 'it is a percentage of a whole',
  share: 'it is a share',
  'share-of-variance': 'it is a share of variance',
  'share-of-variance-at-most': 'it is a share of variance at most',
  reliability: 'reliability is a share of variance at most',
  correlation: 'it is a correlation',
  loading: 'a loading on uncorrelated components is a correlation',
  probability: 'it is a probability',
  determinant: 'a matrix of correlations has a determinant from 0 to 1',
  eigenvalue: 'correlations have no negative eigenvalue',
  squares: 'it is made of squares',
  'root-of-squares': 'it is a root of squares',
  neighbours: 'neighbouring residuals differ by twice their size at most',
  vif: '1/(1 − R²) is at least 1',
  scores: (ends) => `the scores lie in ${scaleEnds(ends)}`,
  'scores-at-the-ends': (ends) => `scores in ${scaleEnds(ends)} spread most when half of them stand at either end`,
  'whole-or-half': 'the middle of whole answers is a whole or a half',
  'one-of-the-answers': 'it is one of the answers, and they are whole',
};

function whyInRange(why: RangeFact): string {
  const words = RANGES[why.of];
  return typeof words === 'string' ? words : words('low' in why ? why : { low: 0, high: 0 });
}

const ORDERS: { readonly [K in Exclude<OrderReason['of'], 'level'>]: string } = {
  'ends-of-an-interval': 'an interval runs from its lower to its upper end',
  'alpha-of-those-who-answered': 'alpha rests on respondents who answered',
  'eigenvalues-fall': 'eigenvalues are numbered from the largest',
  'sums-of-shares-rise': 'a sum of shares does not fall',
  'omega-below-eta': 'ω² takes away from η² what chance adds',
  'adjustment-lowers': 'the adjustment lowers R²',
  'clusters-have-cases': 'every cluster has a case',
  'none-below-the-smallest': 'no value is less than the smallest',
  'none-above-the-largest': 'no value is more than the largest',
  'values-of-a-group': 'a value of a group is a value of all',
  'a-group-is-a-part': 'a group is part of all',
};

const whyInOrder = (why: OrderReason): string => (why.of === 'level' ? `${why.level} has no more` : ORDERS[why.of]);

const RELATIONS: WordsBy<RelationFact> = {
  formula: ({ formula, given }) => (given === undefined ? formula : `${[formula, ...given].join(', ')},`),
  'between-over-all-squares': () => 'SSB/(SSB + SSW) of the groups',
  'largest-msa': () => 'the largest MSA',
  'smallest-msa': () => 'the smallest MSA',
  'weight-in-the-study': () => 'its weight in the study',
  'scores-of-the-index': () => 'the scores of the index',
  'item-fewest-answered': () => 'the item that fewest answered',
  'eigenvalues-above-1': () => 'eigenvalues above 1',
  'eigenvalues-above-chance': () => 'eigenvalues above those of random data',
  'cumulative-share-kept': () => 'the cumulative share of the components that are kept',
  'two-predictors': () => '1/(1 − r²) of the two predictors',
  'items-named': ({ name }) => `the items that the study names for ${name}`,
  'components-kept': ({ name }) => `the components that the study keeps of ${name}`,
  'cases-with': ({ name }) => `the cases that have ${name}`,
  'alpha-without-an-item': ({ printed }) => `alpha without one of the items, which cannot rise whichever is left out: ${printed}`,
  'point-answered': ({ printed }) => `a point with ${printed} answers`,
  welch: ({ df1, f }) => `P(F(${df1}, any) > ${f})`,
  'p-of-f-from-eta2': ({ df1, df2, f }) => `P(F(${df1}, ${df2}) > ${number(f)}), F from η²,`,
  'p-of-t-from-interval': ({ df }) => `p of t from the interval, ${withDegreesOfFreedom(df)},`,
  'kurtosis-by-skewness': ({ g1 }) => `with g₁ = ${number(g1)}, g₂ ≥ g₁² − 2, so G₂`,
  'mean-of-points': ({ n }) => `Σ point·${n === null ? 'percent/100' : `count/${n}`}`,
  'sd-of-points': ({ centre, rest }) => `√(Σ count·(point − ${number(centre)})²/${rest})`,
  'median-of-points': ({ n }) => `the answer in the middle of ${n}`,
};

function relationText(relation: RelationFact): string {
  const words: (fact: never) => string = RELATIONS[relation.of];
  return words(relation as never);
}

const OTHERWISE: { readonly [K in Exclude<OtherwiseFact['of'], 'another-n'>]: string } = {
  'missing-answers': 'missing answers, where the SDs are not of the same cases, may explain it',
  'interval-by-all-groups': 'an interval from the spread of all groups would explain it',
  'criteria-of-another-program': 'criteria of another program, which counts another parameter, would explain it',
  'constant-of-another-program': 'a criterion of another program, which adds a constant, would explain it',
  'interval-of-beta': 'an interval that was worked out for β itself would explain it',
  'another-percentile': 'another percentile of the random eigenvalues would explain it',
};

const otherwiseText = (other: OtherwiseFact): string =>
  other.of === 'another-n' ? `n = ${other.n} goes with the printed one` : OTHERWISE[other.of];

function possible(low: number | null, high: number | null, whole: boolean): string {
  const what = whole ? 'a whole number' : 'a value';
  const short = (value: number): string => (Number.isInteger(value) ? String(value) : show(value, 3));
  if (low === null) return `${what} of at most ${high === null ? 'Infinity' : short(high)}`;
  return high === null ? `${what} of at least ${short(low)}` : `${what} from ${short(low)} to ${short(high)}`;
}

const resultOf = ({
  low,
  high,
  decimals,
}: {
  readonly low: number | null;
  readonly high: number | null;
  readonly decimals: number;
}): string => showInterval(low ?? -Infinity, high ?? Infinity, decimals);

const SIDES = { 'at-least': 'at least', 'at-most': 'at most' } as const;

export const relationWords: Pick<FindingCatalogue, RelationFinding['kind'] & FindingKind> = {
  outside: {
    message: ({ figure, why }) => `${printedFigure(figure)}, cannot be: ${whyInRange(why)}.`,
    arithmetic: ({ low, high, whole }) => `Possible is ${possible(low, high, whole)}.`,
    consistent: ({ reading }) => (reading === null ? '' : `${reading} would do, a slip of the decimal point or of the unit.`),
  },
  order: {
    message: ({ less, more }) => `${printedFigure(less)}, is more than ${printedFigure(more)}.`,
    arithmetic: ({ less, more, why }) => `${less.printed} > ${more.printed}, but ${whyInOrder(why)}.`,
    consistent: () => 'One of the two is wrong, or they are of different cases.',
  },
  derived: {
    message: ({ figure, from }) =>
      from.length === 0
        ? `${printedFigure(figure)}, is not what the study gives.`
        : `${printedFigure(figure)}, does not follow from ${figuresInBrackets(from)}.`,
    arithmetic: (fact) => `${relationText(fact.relation)} = ${resultOf(fact)}, printed ${fact.figure.printed}.`,
    consistent: (fact) =>
      fact.low === null || fact.high === null
        ? ''
        : `${nameOf(fact.figure)} = ${resultOf(fact)} would do${fact.otherwise === undefined ? '' : `; ${otherwiseText(fact.otherwise)}`}.`,
  },
  bounded: {
    message: ({ figure, from, side }) =>
      `${printedFigure(figure)}, is ${side === 'at-least' ? 'less' : 'more'} than ` +
      `${figuresInBrackets(from)} ${from.length === 1 ? 'allows' : 'allow'}.`,
    arithmetic: ({ figure, relation, side, bound, decimals }) =>
      `${relationText(relation)} = ${show(bound, decimals)}: ${nameOf(figure)} is ${SIDES[side]} that, printed is ${figure.printed}.`,
    consistent: ({ side, bound, decimals }) => `A value of ${SIDES[side]} ${show(bound, decimals)}.`,
  },
  signs: {
    message: ({ figures }) => `${list(figures.map(printedFigure))} do not have one sign.`,
    arithmetic: ({ figures }) =>
      `${figures.map((one) => one.printed).join(', ')}: ` +
      'standard deviations and standard errors are positive, so b, β and t have one sign.',
    consistent: () => 'The same sign in all of them.',
  },
  interval: {
    message: ({ figure, low, high }) => `${printedFigure(figure)}, is not within its interval from ${low.printed} to ${high.printed}.`,
    arithmetic: ({ figure, low, high }) => `${low.printed} ≤ ${figure.printed} ≤ ${high.printed} does not hold.`,
    consistent: () => 'An estimate lies between the ends of its interval.',
  },
  levels: {
    message: ({ figure, other }) => `${printedFigure(figure)}, and ${printedFigure(other)}, contradict each other.`,
    arithmetic: ({ figure, other, says, saysOther }) =>
      `${figure.printed} says ${saidOfP(says)}; ${other.printed} says ${saidOfP(saysOther)}.`,
    consistent: () => 'One of the two is wrong.',
  },
};
