// Contradictions across tables and between quantities, as a careful reviewer would notice them, each with the figure that would agree. No
// tests.

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
index j {
  of a, b, c, d
  missing listwise
  extract components
  keep 2
  rotate varimax
  component u marked by a
  component v marked by c
  weight by explained variance
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
regression one {
  explain a
  by b
  missing listwise
  errors classical
}
regression women {
  explain a
  by b, c
  where sex is f
  missing listwise
  errors classical
}
regression grouped {
  explain a
  by b, c
  missing listwise
  errors cluster village
}
`;

const lines = (...figures: readonly string[]): string => figures.join('\n');
const points = (...counts: readonly number[]): string => counts.map((n, i) => `a.count(${i + 1}) = ${n}`).join('\n');
const roots = 'i.eigenvalue(1) = 1.62\ni.eigenvalue(2) = 1.21\ni.eigenvalue(3) = 0.71\ni.eigenvalue(4) = 0.46';
const h = 'i.communality(a) = 0.67\ni.communality(b) = 0.57\ni.communality(c) = 0.88\ni.communality(d) = 0.43';
const pair = (quantity: string, value: string, a = 'north', b = 'south'): string =>
  `by_region.income.${quantity}(region.${a}, region.${b}) = ${value}`;

/** What contradicts, what both have, the figure that makes it contradictory, and the figure that agrees. */
export const CASES: readonly (readonly [what: string, both: string, wrong: string, right: string])[] = [
  // Degrees of freedom, n, R² and F, whichever of them are printed
  ['degrees of freedom of a comparison that its sample has not', 'sample = 103', 'by_region.income.df2 = 140', 'by_region.income.df2 = 98'],
  ['degrees of freedom of a regression that its sample has not', 'sample = 103', 'm.a.df2 = 140', 'm.a.df2 = 100'],
  ['R² against F, by degrees of freedom', lines('m.a.df2 = 100', 'm.a.r2 = 0.314'), 'm.a.f = 12.43', 'm.a.f = 22.89'],
  [
    'adjusted R² against R², by degrees of freedom',
    lines('m.a.df2 = 100', 'm.a.r2 = 0.314'),
    'm.a.adjusted_r2 = 0.281',
    'm.a.adjusted_r2 = 0.300',
  ],
  ['p of F of a regression, by degrees of freedom', lines('m.a.df2 = 100', 'm.a.f = 2.11'), 'm.a.p = <.001', 'm.a.p = .127'],
  ['an F that one of its t excludes', lines('m.a.n = 103', 'm.a.t(b) = 5.21'), 'm.a.f = 2.11', 'm.a.f = 14.11'],
  [
    't against β, VIF and R²',
    lines('m.a.n = 103', 'm.a.r2 = 0.314', 'm.a.vif(b) = 1.19', 'm.a.beta(b) = 0.312'),
    'm.a.t(b) = 5.21',
    'm.a.t(b) = 3.45',
  ],
  ['R² of a single predictor against its β', 'one.a.beta(b) = 0.312', 'one.a.r2 = 0.197', 'one.a.r2 = 0.097'],
  ['F of a single predictor against its t', 'one.a.t(b) = 2.58', 'one.a.f = 4.66', 'one.a.f = 6.66'],
  [
    'the standard error of the estimate against SD and R²',
    lines('sample = 103', 'a.n = 103', 'm.a.n = 103', 'a.sd = 0.98', 'm.a.r2 = 0.314'),
    'm.a.rmse = 0.943',
    'm.a.rmse = 0.820',
  ],
  ['AIC against the standard error of the estimate', lines('m.a.n = 103', 'm.a.rmse = 0.820'), 'm.a.aic = -52.1', 'm.a.aic = -37.9'],
  ['VIFs of two predictors', 'm.a.vif(b) = 1.19', 'm.a.vif(c) = 1.91', 'm.a.vif(c) = 1.19'],
  [
    'β against b and the SDs',
    lines('sample = 103', 'a.n = 103', 'b.n = 103', 'm.a.n = 103', 'a.sd = 0.98', 'b.sd = 1.12', 'm.a.b(b) = 0.312'),
    'm.a.beta(b) = 0.273',
    'm.a.beta(b) = 0.357',
  ],
  [
    'an interval as wide as its SE does not make it, without b',
    lines('m.a.n = 103', 'm.a.se(b) = 0.121', 'm.a.low(b) = 0.072'),
    'm.a.high(b) = 0.433',
    'm.a.high(b) = 0.552',
  ],
  ['an interval without 0 beside a large p', lines('m.a.low(b) = 0.042', 'm.a.high(b) = 0.552'), 'm.a.p(b) = 0.231', 'm.a.p(b) = 0.023'],
  [
    't against b and its interval',
    lines('m.a.n = 103', 'm.a.b(b) = 0.312', 'm.a.low(b) = 0.072', 'm.a.high(b) = 0.552'),
    'm.a.t(b) = 4.58',
    'm.a.t(b) = 2.58',
  ],
  [
    'an interval of β that is not that of b',
    lines('m.a.b(b) = 0.312', 'm.a.beta(b) = 0.357', 'm.a.low(b) = 0.072'),
    'm.a.beta.low(b) = 0.191',
    'm.a.beta.low(b) = 0.082',
  ],
  ['more cases of a subsample than it has', 'sex.f.count = 58', 'women.a.n = 61', 'women.a.n = 55'],
  ['more clusters than cases', 'grouped.a.n = 103', 'grouped.a.clusters = 140', 'grouped.a.clusters = 3'],
  // Components
  [
    'rotated shares against the eigenvalues kept',
    lines('i.explained(x) = 31.14', 'i.explained(y) = 32.62', 'i.eigenvalue(2) = 1.21'),
    'i.eigenvalue(1) = 1.62',
    'i.eigenvalue(1) = 1.34',
  ],
  ['a rotated share above that of the first eigenvalue', 'i.eigenvalue(1) = 1.62', 'i.explained(x) = 45.14', 'i.explained(x) = 35.14'],
  [
    'a column of loadings above the first eigenvalue',
    'table "T" i.loading(row, column) {\ncolumns x\na 0.81\nb 0.72\nc 0.69\nd 0.75\n}',
    'i.eigenvalue(1) = 1.62',
    'i.eigenvalue(1) = 2.42',
  ],
  ['components above 1 that are not counted so', roots, 'i.kept.kaiser = 3', 'i.kept.kaiser = 2'],
  [
    'components above chance that are not counted so',
    lines('i.eigenvalue(1) = 1.62', 'i.eigenvalue(2) = 1.05', 'i.parallel(1) = 1.21', 'i.parallel(2) = 1.12'),
    'i.kept.parallel = 2',
    'i.kept.parallel = 1',
  ],
  ['another number of components than is named', '', 'i.kept = 3', 'i.kept = 2'],
  ['communalities against the total', h, 'i.explained.total = 66.76', 'i.explained.total = 63.75'],
  [
    'the cumulative share of the components kept against the total',
    'i.eigenvalue.cumulative(2) = 63.76',
    'i.explained.total = 68.91',
    'i.explained.total = 63.76',
  ],
  ['shares of eigenvalues above 100', 'i.eigenvalue.percent(1) = 61.2', 'i.eigenvalue.percent(2) = 48.9', 'i.eigenvalue.percent(2) = 21.9'],
  ['a row of loadings whose squares exceed 1', 'i.loading(a, x) = 0.91', 'i.loading(a, y) = 0.62', 'i.loading(a, y) = 0.32'],
  ['a determinant that is not the product of the eigenvalues', roots, 'i.determinant = 0.214', 'i.determinant = 0.640'],
  ['a determinant that a multiple correlation excludes', 'i.smc(a) = 0.412', 'i.determinant = 0.714', 'i.determinant = 0.314'],
  ['a first eigenvalue below what the mean correlation makes it', 'i.mean_r = 0.412', 'i.eigenvalue(1) = 1.62', 'i.eigenvalue(1) = 2.42'],
  ['equal weights that are not equal', '', 'i.weight(x) = 0.612', 'i.weight(x) = 0.500'],
  [
    'weights that are not those of the shares',
    lines('j.explained(u) = 31.14', 'j.explained(v) = 32.62'),
    'j.weight(u) = 0.538',
    'j.weight(u) = 0.488',
  ],
  ['correlations of more cases than the sample', 'sample = 323', 'i.n.correlations = 412', 'i.n.correlations = 312'],
  // Reliability
  [
    'alpha that rises whichever item is left out',
    lines('q.alpha = 0.743', 'qa.alpha_if_deleted = 0.771', 'qb.alpha_if_deleted = 0.762'),
    'qc.alpha_if_deleted = 0.781',
    'qc.alpha_if_deleted = 0.581',
  ],
  ['an item closer to the sum than to all others together', 'qa.item_total = 0.712', 'qa.smc = 0.312', 'qa.smc = 0.532'],
  ['alpha of more respondents than answered anything', 'q.n = 300', 'q.alpha.n = 320', 'q.alpha.n = 290'],
  // Points of a scale
  [
    'percentages of points that do not sum to 100',
    lines('a.percent(1) = 12.1', 'a.percent(2) = 20.3', 'a.percent(3) = 30.2', 'a.percent(4) = 25.1'),
    'a.percent(5) = 22.3',
    'a.percent(5) = 12.3',
  ],
  [
    'counts of points that are not n',
    lines('a.n = 120', 'a.count(1) = 12', 'a.count(2) = 24', 'a.count(3) = 36', 'a.count(4) = 30'),
    'a.count(5) = 28',
    'a.count(5) = 18',
  ],
  ['a percentage of a point that is not its count', lines('a.n = 120', 'a.count(1) = 12'), 'a.percent(1) = 15.0', 'a.percent(1) = 10.0'],
  ['a mean that its points do not have', points(12, 24, 36, 30, 18), 'a.mean = 3.51', 'a.mean = 3.15'],
  ['an SD that its points do not have', points(12, 24, 36, 30, 18), 'a.sd = 1.02', 'a.sd = 1.20'],
  ['a median that its points do not have', points(12, 24, 36, 30, 18), 'a.median = 4', 'a.median = 3'],
  ['a smallest answer above one that was given', points(12, 24, 36, 30, 18), 'a.min = 2', 'a.min = 1'],
  ['more than everybody above and below the middle', 'a.percent.below = 52.1', 'a.percent.above = 61.2', 'a.percent.above = 21.2'],
  [
    'answers below the middle that are not those of the points',
    lines('a.percent(1) = 12.1', 'a.percent(2) = 20.3'),
    'a.percent.below = 42.4',
    'a.percent.below = 32.4',
  ],
  [
    'more values in a histogram than there are',
    lines('income.n = 100', 'income.histogram.count(1) = 40', 'income.histogram.count(2) = 45'),
    'income.histogram.count(3) = 35',
    'income.histogram.count(3) = 15',
  ],
  // Counts
  [
    'a percentage of one answer that is not its count',
    lines('sex.n = 308', 'sex.f.count = 190'),
    'sex.f.percent = 67.1',
    'sex.f.percent = 61.7',
  ],
  [
    'a percentage below that of the whole sample',
    lines('sample = 308', 'sex.f.count = 190'),
    'sex.f.percent = 51.7',
    'sex.f.percent = 61.7',
  ],
  ['a percentage that no count of so few gives', 'sex.n = 28', 'sex.f.percent = 61.7', 'sex.f.percent = 60.7'],
  ['answers and missing answers of a category', lines('sample = 323', 'sex.n = 300'), 'sex.missing = 33', 'sex.missing = 23'],
  [
    'groups that are fewer than all though nobody is missing',
    lines('sex.missing = 0', 'i.n(sex.f) = 61', 'i.n(sex.m) = 47'),
    'i.n(all) = 118',
    'i.n(all) = 108',
  ],
  [
    'more cases of a compared group than its level has',
    'region.north.count = 30',
    'by_region.income.n(region.north) = 40',
    'by_region.income.n(region.north) = 29',
  ],
  [
    'percentages beside n that do not sum to 100',
    lines('sex.n = 308', 'sex.f.percent = 61.7'),
    'sex.m.percent = 41.2',
    'sex.m.percent = 38.3',
  ],
  ['an index of more cases than answered an item', 'a.n = 98', 'i.n = 103', 'i.n = 95'],
  ['a component with other cases than its index', 'i.n = 103', 'x.n = 98', 'x.n = 103'],
  ['a regression of more cases than have its outcome', 'a.n = 98', 'm.a.n = 103', 'm.a.n = 95'],
  ['p against an interval', lines('m.a.n = 103', 'm.a.low(b) = 0.072', 'm.a.high(b) = 0.552'), 'm.a.p(b) = 0.041', 'm.a.p(b) = 0.011'],
  ['shares of two components above 100', 'i.explained(x) = 61.1', 'i.explained(y) = 52.3', 'i.explained(y) = 32.3'],
  [
    'an SD of a group wider than all values',
    lines('income.min = 1.1', 'income.max = 9.3', 'income.n(sex.f) = 60'),
    'income.sd(sex.f) = 5.21',
    'income.sd(sex.f) = 2.21',
  ],
  ['a standard error above its SD', 'income.sd = 4.12', 'income.se = 4.51', 'income.se = 0.51'],
  [
    'a mean that is not the middle of its interval',
    lines('income.low(sex.f) = 21.12', 'income.high(sex.f) = 23.18'),
    'income.mean(sex.f) = 21.35',
    'income.mean(sex.f) = 22.15',
  ],
  // Comparisons
  [
    'degrees of freedom against all cases',
    lines('by_region.income.n(all) = 100', 'by_region.income.df1 = 2'),
    'by_region.income.df2 = 90',
    'by_region.income.df2 = 97',
  ],
  [
    'η² that its groups exclude',
    'table "T" by_region.income.column(row) {\ncolumns n mean sd\nregion.north 30 20.15 4.12\nregion.south 40 23.42 ' +
      '4.51\nregion.west 30 21.27 4.83\n}',
    'by_region.income.eta2 = 0.391',
    'by_region.income.eta2 = 0.091',
  ],
  [
    'stars of F of a comparison',
    lines('stars 0.10, 0.05, 0.01', 'by_region.income.df2 = 97'),
    'by_region.income.f = 1.21***',
    'by_region.income.f = 14.21***',
  ],
  [
    'stars of F of a comparison against its p',
    lines('stars 0.10, 0.05, 0.01', 'by_region.income.p = 0.034'),
    'by_region.income.f = 4.83***',
    'by_region.income.f = 4.83**',
  ],
  [
    'p against η² and its degrees of freedom',
    lines('by_region.income.df1 = 2', 'by_region.income.df2 = 97', 'by_region.income.eta2 = 0.091'),
    'by_region.income.p = 0.312',
    'by_region.income.p = 0.010',
  ],
  ['ω² above η²', 'by_region.income.eta2 = 0.091', 'by_region.income.omega2 = 0.122', 'by_region.income.omega2 = 0.072'],
  [
    'an H that so few cases cannot have',
    'by_region.income.df2 = 97',
    'by_region.income.kruskal.h = 112.4',
    'by_region.income.kruskal.h = 12.4',
  ],
  [
    "p of Welch's F, whatever its degrees of freedom",
    'by_region.income.welch.p = <.001',
    'by_region.income.welch.f = 1.21',
    'by_region.income.welch.f = 14.21',
  ],
  [
    'an interval of a difference that holds 0 beside a small p',
    lines(pair('difference.low', '-2.91'), pair('difference.high', '0.42')),
    pair('difference.p', '0.003'),
    pair('difference.p', '0.183'),
  ],
  [
    'a difference that is not the middle of its interval',
    lines(pair('difference.low', '-2.91'), pair('difference.high', '0.42')),
    pair('difference', '-2.24'),
    pair('difference', '-1.24'),
  ],
  [
    'a difference that has one sign both ways',
    pair('difference', '-3.27'),
    pair('difference', '-3.27', 'south', 'north'),
    pair('difference', '3.27', 'south', 'north'),
  ],
  ['a mean of a group below the smallest value of all', 'income.min = 12.1', 'income.mean(sex.f) = 10.15', 'income.mean(sex.f) = 20.15'],
];

export const spec = (...body: readonly string[]): string => `${STUDY}published "P" {\n${body.join('\n')}\n}\n`;
