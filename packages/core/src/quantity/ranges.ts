// Which values a quantity can have at all, whatever the answers were: by its name, for every kind of declaration. Scales of answers are the
// plan's: `scale` says that the values are those of the scale that the scores are on.

/** Both ends belong to the range. `whole`: a count. */
export interface QuantityRange { readonly low: number; readonly high: number; readonly whole?: true; readonly why: string }

const share: QuantityRange = { low: 0, high: 1, why: 'it is a share' };
const percent: QuantityRange = { low: 0, high: 100, why: 'it is a percentage of a whole' };
const correlation: QuantityRange = { low: -1, high: 1, why: 'it is a correlation' };
const count: QuantityRange = { low: 0, high: Infinity, whole: true, why: 'it is a count' };
const probability: QuantityRange = { low: 0, high: 1, why: 'it is a probability' };
const nonNegative = (why: string): QuantityRange => ({ low: 0, high: Infinity, why });
const atMostOne = (why: string): QuantityRange => ({ low: -Infinity, high: 1, why });
const squares = nonNegative('it is made of squares');
const spread = nonNegative('it is a root of squares');
const reliability = atMostOne('reliability is a share of variance at most');

/** `scale`: on the scale of the scores; `spread`: from 0 to what the scale allows; `width`: at most as far apart as the ends of the scale; null: any number. */
export const quantityRanges: Readonly<Record<string, QuantityRange | 'scale' | 'spread' | 'width' | null>> = {
  sample: count, 'sample.unusable': count, 'sample.kept': count, 'n.pairwise': count, 'n.correlations': count, 'alpha.n': count, 'points.n': count, 'histogram.count': count, filled: count, kept: count, 'kept.kaiser': count, 'kept.parallel': count, 'kept.map': count,
  items: { ...count, low: 1 }, clusters: { ...count, low: 1 }, 'percent.below': percent, 'percent.above': percent, 'histogram.percent': percent, 'histogram.low': null, 'histogram.high': null,
  n: count, count, missing: count, population: count,
  mean: 'scale', min: 'scale', max: 'scale', median: 'scale', sd: 'spread', difference: 'width', skewness: null, kurtosis: null,
  percent, sampled: percent, explained: percent, 'explained.total': percent,
  alpha: reliability, 'alpha.standardized': reliability, alpha_if_deleted: reliability, omega: { ...share, why: 'it is a share of variance' }, item_total: correlation,
  'alpha.low': reliability, 'alpha.high': reliability, mean_r: correlation, smc: { ...share, why: 'it is a share of variance' }, 'eigenvalue.percent': percent, 'eigenvalue.cumulative': percent, parallel: nonNegative('it is an eigenvalue'), 'parallel.mean': nonNegative('it is an eigenvalue'),
  kmo: share, msa: share, communality: { ...share, why: 'it is the share of an item’s variance' }, determinant: { low: 0, high: 1, why: 'a matrix of correlations has a determinant from 0 to 1' },
  loading: { ...correlation, why: 'a loading on uncorrelated components is a correlation' }, eigenvalue: nonNegative('correlations have no negative eigenvalue'), weight: null,
  'bartlett.chi2': squares, 'bartlett.df': { ...count, low: 1 }, 'bartlett.p': probability,
  f: squares, df1: { low: 1, high: Infinity, whole: true, why: 'it is a number of groups or predictors' }, df2: nonNegative('it is a number of cases'), p: probability, eta2: share, omega2: atMostOne('it is a share at most'),
  'welch.f': squares, 'welch.p': probability, 'levene.p': probability, 'kruskal.h': squares, 'kruskal.p': probability, 'difference.p': probability, 'difference.se': spread, 'difference.low': null, 'difference.high': null,
  r2: { ...share, why: 'it is a share of variance' }, adjusted_r2: atMostOne('it is at most R²'), rmse: spread, aic: null, bic: null, durbin_watson: { low: 0, high: 4, why: 'neighbouring residuals differ by twice their size at most' },
  'breusch_pagan.p': probability, b: null, beta: null, se: spread, t: null, low: null, high: null, 'beta.low': null, 'beta.high': null, vif: { low: 1, high: Infinity, why: '1/(1 − R²) is at least 1' },
};
