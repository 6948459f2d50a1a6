// Elementary contradictions of printed figures, each with the check that must find it and figures that agree. No tests.
import type { CheckName } from '@studyspec/core';

export const STUDY = `study "S"
scale s 1..5
dimension q on s {
  indicator qa
  indicator qb
  indicator qc
}
indicator a on 1..5
indicator b on 1..5
indicator c on 1..5
indicator d on 1..5
number income from income
category sex { f = 1  m = 2 }
category region { north = 1  south = 2  west = 3 }
index i {
  of a, b, c, d
  missing listwise
  extract components
  keep 2
  rotate varimax
  component x marked by a
  component y marked by c
  compose x, y
  weight equal
  rescale 0..100
}
compare by_region {
  of income, i
  by region
  missing pairwise
}
regression m {
  explain a
  by b, c
  missing listwise
  errors classical
}
`;

/** What contradicts, the check that must find it, the contradictory figures, and figures that agree. */
export type Case = readonly [what: string, check: CheckName, wrong: string, right: string];

const scores = (all: string): string =>
  `table "T" column.mean(row) {\ncolumns n = i.n(row) x i\nsex.f 60 52.00 40.00\nsex.m 40 57.00 45.00\nall 100 ${all}\n}`;
const groups = (f: string): string =>
  `by_region.income.f = ${f}\ntable "T" income.column(row) {\ncolumns n mean sd\nregion.north 30 20.15 4.12\nregion.south 40 ` +
  `23.42 4.51\nregion.west 30 21.27 4.83\n}`;
const loadings = (h: string): string =>
  `table "T" i.loading(row, column) {\ncolumns x y communality = i.communality(row)\na ` +
  `0.81 0.12 ${h}\nb 0.72 0.23 0.57\nc 0.11 0.93 0.88\nd 0.24 0.61 0.43\n}`;
const shares = (x: string): string =>
  `i.explained(x) = ${x}\ntable "T" i.loading(row, column) {\ncolumns x y\na 0.81 0.12\nb 0.72 0.23\nc 0.11 0.93\nd 0.24 0.61\n}`;

export const CASES: readonly Case[] = [
  // Ranges
  ['KMO above 1', 'ranges', 'i.kmo = 1.12', 'i.kmo = 0.812'],
  ['KMO with its point a place too far', 'ranges', 'i.kmo = 8.12', 'i.kmo = 0.812'],
  ['a correlation above 1', 'ranges', 'a.item_total = 1.31', 'a.item_total = 0.431'],
  ['a loading beyond 1', 'ranges', 'i.loading(a, x) = -1.08', 'i.loading(a, x) = -0.81'],
  ['a percentage above 100', 'ranges', 'sex.f.percent = 161.7', 'sex.f.percent = 61.7'],
  ['explained variance above 100', 'ranges', 'i.explained.total = 165.9', 'i.explained.total = 65.9'],
  ['alpha above 1', 'ranges', 'q.alpha = 1.74', 'q.alpha = 0.743'],
  ['a communality above 1', 'ranges', 'i.communality(a) = 1.24', 'i.communality(a) = 0.671'],
  ['a mean of an index outside its scores', 'ranges', 'i.mean = 141.2', 'i.mean = 41.2'],
  ['a mean of a dimension outside its scale', 'ranges', 'q.mean = 5.62', 'q.mean = 3.62'],
  ['a mean of a group outside the scale', 'ranges', 'i.mean(sex.f) = 112.3', 'i.mean(sex.f) = 52.3'],
  ['a p-value above 1', 'ranges', 'm.a.p(b) = 1.32', 'm.a.p(b) = 0.132'],
  ['a negative SD', 'ranges', 'income.sd = -0.91', 'income.sd = 0.91'],
  ['a negative standard error', 'ranges', 'm.a.se(b) = -0.121', 'm.a.se(b) = 0.121'],
  ['a negative F', 'ranges', 'm.a.f = -3.21', 'm.a.f = 3.21'],
  ['R² above 1', 'ranges', 'm.a.r2 = 1.004', 'm.a.r2 = 0.314'],
  ['Durbin–Watson above 4', 'ranges', 'm.a.durbin_watson = 4.91', 'm.a.durbin_watson = 1.91'],
  ['a VIF below 1', 'ranges', 'm.a.vif(b) = 0.84', 'm.a.vif(b) = 1.19'],
  ['a count that is no whole number', 'ranges', 'a.n = 120.5', 'a.n = 120'],
  ['η² above 1', 'ranges', 'by_region.i.eta2 = 1.21', 'by_region.i.eta2 = 0.121'],
  ['an SD of scores wider than their range', 'ranges', 'i.sd = 71.2', 'i.sd = 21.2'],
  // Items
  ['a mean outside its scale', 'item-means', 'a.mean = 5.42', 'a.mean = 4.42'],
  ['a mean that n whole answers cannot have (GRIM)', 'item-means', 'a.n = 28\na.mean = 3.19', 'a.n = 28\na.mean = 3.18'],
  [
    'a mean of a group that its answers cannot have',
    'item-means',
    'a.n(sex.f) = 28\na.mean(sex.f) = 3.19',
    'a.n(sex.f) = 28\na.mean(sex.f) = 3.18',
  ],
  ['an SD above half the range', 'item-sds', 'a.n = 20\na.mean = 3.35\na.sd = 2.41', 'a.n = 20\na.mean = 3.35\na.sd = 0.99'],
  [
    'an SD that whole answers cannot have (GRIMMER)',
    'item-sds',
    'a.n = 18\na.mean = 3.44\na.sd = 1.94',
    'a.n = 18\na.mean = 3.44\na.sd = 1.29',
  ],
  ['a largest value below the smallest', 'spread', 'income.min = 4.1\nincome.max = 2.8', 'income.min = 2.8\nincome.max = 4.1'],
  ['a mean below the smallest value', 'spread', 'income.min = 4.1\nincome.mean = 3.2', 'income.min = 2.1\nincome.mean = 3.2'],
  ['a median above the largest value', 'spread', 'income.max = 9.5\nincome.median = 12.1', 'income.max = 9.5\nincome.median = 7.1'],
  ['a median that is neither a whole answer nor a half', 'spread', 'a.median = 3.4', 'a.median = 3.5'],
  [
    'an SD above half the distance of the ends',
    'spread',
    'income.n = 120\nincome.min = 1.1\nincome.max = 9.3\nincome.sd = 5.21',
    'income.n = 120\nincome.min = 1.1\nincome.max = 9.3\nincome.sd = 2.21',
  ],
  [
    'a mean and a median more than an SD apart',
    'spread',
    'income.mean = 31.2\nincome.median = 22.1\nincome.sd = 4.1',
    'income.mean = 31.2\nincome.median = 29.1\nincome.sd = 4.1',
  ],
  [
    'a kurtosis that its skewness excludes',
    'spread',
    'income.n = 200\nincome.skewness = 3.21\nincome.kurtosis = 2.11',
    'income.n = 200\nincome.skewness = 3.21\nincome.kurtosis = 12.11',
  ],
  [
    'a standard error that is not SD/√n',
    'spread',
    'income.n(sex.f) = 64\nincome.sd(sex.f) = 4.12\nincome.se(sex.f) = 0.715',
    'income.n(sex.f) = 64\nincome.sd(sex.f) = 4.12\nincome.se(sex.f) = 0.515',
  ],
  [
    'a mean of a group outside its interval',
    'spread',
    'income.mean(sex.f) = 20.15\nincome.low(sex.f) = 21.12\nincome.high(sex.f) = 23.18',
    'income.mean(sex.f) = 22.15\nincome.low(sex.f) = 21.12\nincome.high(sex.f) = 23.18',
  ],
  [
    'a group that goes below the smallest value of all',
    'spread',
    'i.min(all) = 12.1\ni.min(sex.f) = 8.4',
    'i.min(all) = 8.4\ni.min(sex.f) = 12.1',
  ],
  // Dimensions and reliability
  [
    "a dimension's mean that is not its items'",
    'dimension-means',
    'qa.mean = 3.12\nqb.mean = 3.51\nqc.mean = 3.94\nq.mean = 2.53',
    'qa.mean = 3.12\nqb.mean = 3.51\nqc.mean = 3.94\nq.mean = 3.52',
  ],
  [
    "an alpha that its items' SDs exclude",
    'reliability',
    'sample = 240\nqa.n = 240\nqb.n = 240\nqc.n = 240\nqa.sd = 1.12\nqb.sd = 1.03\nqc.sd = 0.98\nq.sd = 0.81\nq.alpha = 0.914',
    'sample = 240\nqa.n = 240\nqb.n = 240\nqc.n = 240\nqa.sd = 1.12\nqb.sd = 1.03\nqc.sd = 0.98\nq.sd = 0.81\nq.alpha = 0.668',
  ],
  [
    "a dimension's SD above its items'",
    'reliability',
    'qa.sd = 1.12\nqb.sd = 1.03\nqc.sd = 0.98\nq.sd = 1.31',
    'qa.sd = 1.12\nqb.sd = 1.03\nqc.sd = 0.98\nq.sd = 0.81',
  ],
  [
    'eigenvalues that rise',
    'reliability',
    'i.eigenvalue(1) = 1.21\ni.eigenvalue(2) = 1.52',
    'i.eigenvalue(1) = 1.52\ni.eigenvalue(2) = 1.21',
  ],
  [
    'eigenvalues that sum to more than the items',
    'reliability',
    'i.eigenvalue(1) = 2.52\ni.eigenvalue(2) = 1.71',
    'i.eigenvalue(1) = 1.92\ni.eigenvalue(2) = 1.11',
  ],
  [
    'all eigenvalues, with another sum than the items',
    'reliability',
    'i.eigenvalue(1) = 1.52\ni.eigenvalue(2) = 1.21\ni.eigenvalue(3) = 0.71\ni.eigenvalue(4) = 0.42',
    'i.eigenvalue(1) = 1.62\ni.eigenvalue(2) = 1.21\ni.eigenvalue(3) = 0.71\ni.eigenvalue(4) = 0.46',
  ],
  ["degrees of freedom of Bartlett's test", 'reliability', 'i.bartlett.df = 10', 'i.bartlett.df = 6'],
  [
    'p against χ² and its degrees of freedom',
    'reliability',
    'i.bartlett.chi2 = 8.91\ni.bartlett.p < 0.001',
    'i.bartlett.chi2 = 88.91\ni.bartlett.p < 0.001',
  ],
  [
    'cumulative variance that falls',
    'reliability',
    'i.eigenvalue.cumulative(1) = 41.2\ni.eigenvalue.cumulative(2) = 38.9',
    'i.eigenvalue.cumulative(1) = 41.2\ni.eigenvalue.cumulative(2) = 68.9',
  ],
  [
    'cumulative variance that is not the sum of the shares',
    'reliability',
    'i.eigenvalue.percent(1) = 41.2\ni.eigenvalue.percent(2) = 27.7\ni.eigenvalue.cumulative(2) = 71.4',
    'i.eigenvalue.percent(1) = 41.2\ni.eigenvalue.percent(2) = 27.7\ni.eigenvalue.cumulative(2) = 68.9',
  ],
  [
    'a share that is not that of its eigenvalue',
    'reliability',
    'i.eigenvalue(1) = 1.648\ni.eigenvalue.percent(1) = 47.12',
    'i.eigenvalue(1) = 1.648\ni.eigenvalue.percent(1) = 41.21',
  ],
  [
    'an alpha outside its interval',
    'reliability',
    'q.alpha = 0.743\nq.alpha.low = 0.761\nq.alpha.high = 0.812',
    'q.alpha = 0.743\nq.alpha.low = 0.701\nq.alpha.high = 0.782',
  ],
  [
    'a standardised alpha that its mean correlation excludes',
    'reliability',
    'q.mean_r = 0.412\nq.alpha.standardized = 0.743',
    'q.mean_r = 0.412\nq.alpha.standardized = 0.678',
  ],
  ['a number of items that is not that of the study', 'reliability', 'q.items = 4', 'q.items = 3'],
  [
    'KMO above all of its items',
    'reliability',
    'i.kmo = 0.912\ni.msa(a) = 0.71\ni.msa(b) = 0.74\ni.msa(c) = 0.69\ni.msa(d) = 0.77',
    'i.kmo = 0.732\ni.msa(a) = 0.71\ni.msa(b) = 0.74\ni.msa(c) = 0.69\ni.msa(d) = 0.77',
  ],
  [
    "χ² of Bartlett's test against the determinant",
    'reliability',
    'i.n = 203\ni.determinant = 0.214\ni.bartlett.chi2 = 208.4',
    'i.n = 203\ni.determinant = 0.214\ni.bartlett.chi2 = 308.4',
  ],
  ['a communality that is not the squares of its row', 'communalities', loadings('0.76'), loadings('0.67')],
  ['a share of variance that is not that of its column', 'explained-variance', shares('41.14'), shares('31.14')],
  [
    'shares that do not sum to their total',
    'explained-variance',
    'i.explained(x) = 31.14\ni.explained(y) = 32.62\ni.explained.total = 66.76',
    'i.explained(x) = 31.14\ni.explained(y) = 32.62\ni.explained.total = 63.76',
  ],
  [
    'a cumulative share below one of its parts',
    'explained-variance',
    'i.explained(x) = 41.14\ni.explained.total = 38.91',
    'i.explained(x) = 31.14\ni.explained.total = 38.91',
  ],
  // Counts
  [
    'percentages of two answers that do not sum to 100',
    'shares',
    'sex.f.percent = 61.7\nsex.m.percent = 48.3',
    'sex.f.percent = 61.7\nsex.m.percent = 38.3',
  ],
  [
    'percentages that do not sum to 100',
    'shares',
    'region.north.percent = 31.2\nregion.south.percent = 40.1\nregion.west.percent = 19.7',
    'region.north.percent = 31.2\nregion.south.percent = 40.1\nregion.west.percent = 28.7',
  ],
  [
    'a percentage that is not its count',
    'shares',
    'sex.f.count = 190\nsex.m.count = 118\nsex.f.percent = 67.1\nsex.m.percent = 38.3',
    'sex.f.count = 190\nsex.m.count = 118\nsex.f.percent = 61.7\nsex.m.percent = 38.3',
  ],
  [
    'a sampling rate that is not its counts',
    'shares',
    'sex.f.count = 132\nsex.f.population = 1259\nsex.f.sampled = 2.17',
    'sex.f.count = 132\nsex.f.population = 1259\nsex.f.sampled = 10.48',
  ],
  [
    'counts that do not sum to their n',
    'totals',
    'sex.n = 318\nsex.f.count = 190\nsex.m.count = 118',
    'sex.n = 308\nsex.f.count = 190\nsex.m.count = 118',
  ],
  [
    'counts that exceed the sample',
    'totals',
    'sample = 300\nsex.f.count = 190\nsex.m.count = 118',
    'sample = 323\nsex.f.count = 190\nsex.m.count = 118',
  ],
  ['an n above the sample', 'totals', 'sample = 300\na.n = 312', 'sample = 323\na.n = 312'],
  [
    'valid and missing answers that are not the sample',
    'totals',
    'sample = 323\na.n = 312\na.missing = 21',
    'sample = 323\na.n = 312\na.missing = 11',
  ],
  [
    'groups with more cases than all',
    'totals',
    'i.n(all) = 100\ni.n(sex.f) = 61\ni.n(sex.m) = 47',
    'i.n(all) = 108\ni.n(sex.f) = 61\ni.n(sex.m) = 47',
  ],
  ['a group with more scores than its level has cases', 'totals', 'sex.f.count = 58\ni.n(sex.f) = 61', 'sex.f.count = 63\ni.n(sex.f) = 61'],
  ['a figure printed twice', 'printed-twice', 'a.mean = 3.35\na.mean = 3.53', 'a.mean = 3.35\na.mean = 3.4'],
  // Groups
  ['a mean of all that is not that of its groups', 'group-means', scores('56.00 42.00'), scores('54.00 42.00')],
  [
    'a mean of all outside those of its groups, without their n',
    'group-means',
    'i.mean = 58.12\ni.mean(sex.f) = 52.14\ni.mean(sex.m) = 57.31',
    'i.mean = 54.12\ni.mean(sex.f) = 52.14\ni.mean(sex.m) = 57.31',
  ],
  [
    'an SD of all that its groups exclude',
    'group-sds',
    `${scores('54.00 42.00')}\nx.sd(sex.f) = 10.12\nx.sd(sex.m) = 12.23\nx.sd(all) = 15.14`,
    `${scores('54.00 42.00')}\nx.sd(sex.f) = 10.12\nx.sd(sex.m) = 12.23\nx.sd(all) = 11.22`,
  ],
  ['an F that its groups exclude, without a row for all', 'group-f', groups('14.83'), groups('4.83')],
  [
    'an F that its groups exclude, all of them figures of the comparison',
    'group-f',
    groups('14.83').replaceAll('income.column', 'by_region.income.column'),
    groups('4.83').replaceAll('income.column', 'by_region.income.column'),
  ],
  [
    'p against F and its degrees of freedom',
    'group-f',
    'by_region.income.f = 4.83\nby_region.income.df1 = 2\nby_region.income.df2 = 97\nby_region.income.p = 0.312',
    'by_region.income.f = 4.83\nby_region.income.df1 = 2\nby_region.income.df2 = 97\nby_region.income.p = 0.010',
  ],
  ['degrees of freedom that are not the groups less one', 'group-f', 'by_region.income.df1 = 3', 'by_region.income.df1 = 2'],
  [
    'η² that is not that of its F',
    'group-f',
    'by_region.income.f = 4.83\nby_region.income.df1 = 2\nby_region.income.df2 = 97\nby_region.income.eta2 = 0.191',
    'by_region.income.f = 4.83\nby_region.income.df1 = 2\nby_region.income.df2 = 97\nby_region.income.eta2 = 0.091',
  ],
  [
    'p of H',
    'group-f',
    'by_region.income.kruskal.h = 9.21\nby_region.income.kruskal.p = 0.214',
    'by_region.income.kruskal.h = 9.21\nby_region.income.kruskal.p = 0.010',
  ],
  [
    'a difference that is not that of two means',
    'group-f',
    'income.mean(region.north) = 20.15\nincome.mean(region.south) = 23.42\nby_region.income.difference(region.north, region.south) = 3.27',
    'income.mean(region.north) = 20.15\nincome.mean(region.south) = 23.42\nby_region.income.difference(region.north, region.south) = -3.27',
  ],
  [
    'a difference outside its interval',
    'group-f',
    'by_region.income.difference(region.north, region.south) = -3.27\nby_region.income.difference.low(region.north, ' +
      'region.south) = -2.91\nby_region.income.difference.high(region.north, region.south) = 0.42',
    'by_region.income.difference(region.north, region.south) = -1.24\nby_region.income.difference.low(region.north, ' +
      'region.south) = -2.91\nby_region.income.difference.high(region.north, region.south) = 0.42',
  ],
  // Regressions
  ['R² against F, n and k', 'model-fit', 'm.a.n = 103\nm.a.r2 = 0.314\nm.a.f = 12.43', 'm.a.n = 103\nm.a.r2 = 0.314\nm.a.f = 22.89'],
  [
    'adjusted R² against R²',
    'model-fit',
    'm.a.n = 103\nm.a.r2 = 0.314\nm.a.adjusted_r2 = 0.281',
    'm.a.n = 103\nm.a.r2 = 0.314\nm.a.adjusted_r2 = 0.301',
  ],
  ['adjusted R² above R², without n', 'model-fit', 'm.a.r2 = 0.281\nm.a.adjusted_r2 = 0.314', 'm.a.r2 = 0.314\nm.a.adjusted_r2 = 0.281'],
  ['p against F of a regression', 'model-fit', 'm.a.n = 103\nm.a.f = 2.11\nm.a.p = <.001', 'm.a.n = 103\nm.a.f = 12.11\nm.a.p = <.001'],
  [
    'stars of F',
    'model-fit',
    'stars 0.10, 0.05, 0.01\nm.a.n = 103\nm.a.f = 2.11***',
    'stars 0.10, 0.05, 0.01\nm.a.n = 103\nm.a.f = 12.11***',
  ],
  ['degrees of freedom against n', 'model-fit', 'm.a.n = 103\nm.a.df2 = 97', 'm.a.n = 103\nm.a.df2 = 100'],
  ['numerator degrees of freedom against the predictors', 'model-fit', 'm.a.df1 = 3', 'm.a.df1 = 2'],
  [
    'an F of 0 beside coefficients',
    'model-fit',
    'm.a.n = 103\nm.a.f = 0.000\nm.a.beta(b) = 0.211',
    'm.a.n = 103\nm.a.f = 4.121\nm.a.beta(b) = 0.211',
  ],
  ['a regression with more cases than answered a predictor', 'missing-policy', 'b.n = 98\nm.a.n = 103', 'b.n = 111\nm.a.n = 103'],
  [
    't that is not b/SE',
    'tests',
    'm.a.b(b) = 0.31\nm.a.se(b) = 0.12\nm.a.t(b) = 5.21',
    'm.a.b(b) = 0.31\nm.a.se(b) = 0.12\nm.a.t(b) = 2.58',
  ],
  [
    'p against t and its degrees of freedom',
    'tests',
    'm.a.n = 103\nm.a.t(b) = 2.58\nm.a.p(b) = 0.114',
    'm.a.n = 103\nm.a.t(b) = 2.58\nm.a.p(b) = 0.011',
  ],
  ['a bound of p against t', 'tests', 'm.a.n = 103\nm.a.t(b) = 1.58\nm.a.p(b) = <.001', 'm.a.n = 103\nm.a.t(b) = 4.58\nm.a.p(b) = <.001'],
  [
    'p below what any degrees of freedom give, without n',
    'tests',
    'm.a.t(b) = 1.58\nm.a.p(b) = 0.011',
    'm.a.t(b) = 2.58\nm.a.p(b) = 0.011',
  ],
  [
    'what is not significant against t',
    'tests',
    'm.a.n = 103\nm.a.t(b) = 4.58\nm.a.p(b) = ns',
    'm.a.n = 103\nm.a.t(b) = 0.58\nm.a.p(b) = ns',
  ],
  [
    'stars against p',
    'tests',
    'stars 0.10, 0.05, 0.01\nm.a.b(b) = 0.31***\nm.a.p(b) = 0.034',
    'stars 0.10, 0.05, 0.01\nm.a.b(b) = 0.31**\nm.a.p(b) = 0.034',
  ],
  [
    'stars against t',
    'tests',
    'stars 0.10, 0.05, 0.01\nm.a.n = 103\nm.a.b(b) = 0.31***\nm.a.t(b) = 2.11',
    'stars 0.10, 0.05, 0.01\nm.a.n = 103\nm.a.b(b) = 0.31**\nm.a.t(b) = 2.11',
  ],
  ['β with another sign than b', 'tests', 'm.a.b(b) = 0.31\nm.a.beta(b) = -0.22', 'm.a.b(b) = 0.31\nm.a.beta(b) = 0.22'],
  ['t with another sign than b', 'tests', 'm.a.b(b) = -0.31\nm.a.t(b) = 2.58', 'm.a.b(b) = -0.31\nm.a.t(b) = -2.58'],
  [
    'an interval that does not hold its estimate',
    'tests',
    'm.a.b(b) = 0.31\nm.a.low(b) = 0.35\nm.a.high(b) = 0.59',
    'm.a.b(b) = 0.47\nm.a.low(b) = 0.35\nm.a.high(b) = 0.59',
  ],
  ['an interval whose ends are exchanged', 'tests', 'm.a.low(b) = 0.59\nm.a.high(b) = 0.35', 'm.a.low(b) = 0.35\nm.a.high(b) = 0.59'],
  [
    'an interval that is not b ± t·SE',
    'tests',
    'm.a.n = 103\nm.a.b(b) = 0.312\nm.a.se(b) = 0.121\nm.a.low(b) = 0.191\nm.a.high(b) = 0.433',
    'm.a.n = 103\nm.a.b(b) = 0.312\nm.a.se(b) = 0.121\nm.a.low(b) = 0.072\nm.a.high(b) = 0.552',
  ],
  [
    'an interval that holds 0 beside a small p',
    'tests',
    'm.a.low(b) = -0.042\nm.a.high(b) = 0.552\nm.a.p(b) = 0.011',
    'm.a.low(b) = 0.042\nm.a.high(b) = 0.552\nm.a.p(b) = 0.011',
  ],
  ['a claim that the tables exclude', 'claims', 'm.a.beta(b) = -0.22', 'm.a.beta(b) = 0.22'],
];

export const spec = (body: string, check: CheckName): string =>
  `${STUDY}${check === 'claims' ? 'hypothesis h { m.a.beta(b) > 0 }\n' : ''}published "P" {\n${body}\n}\n`;
