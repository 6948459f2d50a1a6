// Printed figures that contradict each other (SS8xx), in English.
import type { WordsOfProblems } from '../../problem-words.ts';
import { auditHelp, auditMessage } from './audit-facts.ts';

export const auditProblems = {
  'impossible-mean': {
    title: 'A mean that whole answers cannot have',
    message: auditMessage,
    help: auditHelp,
    explanation: `The mean of 20 whole answers is a whole number divided by 20: it moves in steps of 0.05, and 3.33 is none of them. This
test (GRIM, Brown & Heathers 2017) needs the number of answers and the digits as printed. Where the item's own n is not printed, the n of
the sample is tried: then the figure may only mean that some people did not answer, and the n that would do are listed.`,
  },

  'impossible-sd': {
    title: 'A standard deviation that whole answers cannot have',
    message: auditMessage,
    help: auditHelp,
    explanation: `Answers from 1 to 5 cannot spread more than when everybody stands at one of the two ends, and their squares sum to whole
numbers. An SD that is too large often betrays a typing error that was never removed, such as 55 for 5: where a single answer off the
scale would explain it, that answer is named.`,
  },

  'dimension-mean-differs': {
    title: 'A dimension whose mean is not that of its items',
    message: auditMessage,
    help: auditHelp,
    explanation: `The mean of a dimension is the mean of its items' means. If one item turned round (6 − 2.10 on a scale from 1 to 5) makes
it fit, the item's mean was printed before reversal.`,
  },

  'percent-contradicts-count': {
    title: 'A percentage that contradicts its count',
    message: auditMessage,
    help: auditHelp,
    explanation: `A valid percentage is the count divided by all valid answers. When one percentage of a table does not follow from its
count and the others do, that percentage (or, in a sampling table, one of its two counts) is misprinted.`,
  },

  'parts-miss-total': {
    title: 'Parts that do not sum to their total',
    message: auditMessage,
    help: auditHelp,
    explanation: `Counts of levels sum to the valid n; groups sum to all cases; and none exceeds the sample.`,
  },

  'groups-miss-total': {
    title: 'Means of groups that do not give the mean of all',
    message: auditMessage,
    help: auditHelp,
    explanation: `The mean of all cases is the mean of the groups, each weighted by its cases. If it is not, the row of all cases was
computed from other cases or other scores than the rows of the groups, or a figure is misprinted.`,
  },

  'groups-miss-sd': {
    title: 'SDs of groups that do not give the SD of all',
    message: auditMessage,
    help: auditHelp,
    explanation:
      'The spread of all cases is that within the groups plus that between their means: ' + '(N − 1)S² = Σ(nᵍ − 1)sᵍ² + Σnᵍ(mᵍ − M)².',
  },

  'f-contradicts-groups': {
    title: 'An F that does not follow from its groups',
    message: auditMessage,
    help: auditHelp,
    explanation: `The F of a one-way comparison follows from the n, means and SDs of the groups alone.`,
  },

  'fit-contradicts-itself': {
    title: 'F, R², n and the coefficients of a model do not go together',
    message: auditMessage,
    help: auditHelp,
    explanation: `F = (R²/k)/((1 − R²)/(n − k − 1)) and adjusted R² = 1 − (1 − R²)(n − 1)/(n − k − 1): any two of them give the third, so
that a wrong n or a misprint shows. The n that would do tells which cases the model really used. An F of 0 means that every coefficient
is 0.`,
  },

  'other-missing-policy': {
    title: 'A model that rests on other cases than the study says',
    message: auditMessage,
    help: auditHelp,
    explanation: `Leaving out everybody with a missing value cannot leave more cases than answered the predictor with the fewest answers. A
model with more cases has replaced missing values, usually by means, which understates its standard errors: substituted values count as
observed.`,
  },

  'communality-differs': {
    title: 'Loadings that do not give their communality',
    message: auditMessage,
    help: auditHelp,
    explanation: `The communality of an item is the sum of its squared loadings. Where the column of the same cell misses its share of the
variance as well, the cell in both is the misprinted one.`,
  },

  'explained-differs': {
    title: 'Loadings that do not give the explained variance',
    message: auditMessage,
    help: auditHelp,
    explanation:
      'The share of the variance that a component explains is the sum of the squared loadings down its column, divided by the ' +
      'number of items.',
  },

  'not-varimax': {
    title: 'Loadings that are not at a varimax maximum',
    message: auditMessage,
    help: auditHelp,
    explanation: `Varimax turns the components until no pair of them can be turned any further with profit. Loadings that could be are from
another rotation, from another normalisation, or misplaced. Programs stop at slightly different points, so that this is a question only.`,
  },

  'structure-contradicts': {
    title: 'A figure of a factor analysis that its loadings exclude',
    message: auditMessage,
    help: auditHelp,
    explanation: `Loadings bound the correlations they came from: the kept eigenvalues are those of L′L, the standardised alpha is not
below what the columns of loadings imply, and Bartlett's χ² not below what the kept eigenvalues leave.`,
  },

  'composite-contradicts-parts': {
    title: 'Coefficients of a composite that are not those of its parts',
    message: auditMessage,
    help: auditHelp,
    explanation: `If a score is a weighted sum of others, its coefficients in the same model with the same cases are the weighted sum of
theirs, in every row. The weights follow from the rows themselves; a row that misses them has a misprint, exchanged cells, or has slipped
against another column.`,
  },

  'other-composite': {
    title: 'A composite that is made of other parts than the study says',
    message: auditMessage,
    help: auditHelp,
    explanation:
      'The coefficients of a composite show what it is made of. A component whose weight is 0 in every row was left out, ' +
      'whatever the text says.',
  },

  'test-contradicts': {
    title: 'A coefficient whose t, p, stars or interval do not go together',
    message: auditMessage,
    help: auditHelp,
    explanation: `t = b/SE; p is that of t; stars are those of p; the 95 % interval is b ± t·SE.`,
  },

  'stars-contradict': {
    title: 'Stars that contradict each other',
    message: auditMessage,
    help: auditHelp,
    explanation: `In one table a predictor has one tolerance, whatever the outcome: |t| = |β|·√(tol·df/(1 − R²)). Two coefficients of
nearly the same size in columns of nearly the same R² cannot be far apart in significance, and no coefficient can be more significant
than with tolerance 1. Classical standard errors are assumed.`,
  },

  'printed-twice': {
    title: 'One quantity, two figures',
    message: auditMessage,
    help: auditHelp,
    explanation: `The same quantity is printed twice, and no number rounds to both.`,
  },

  'claim-not-borne-out': {
    title: 'A claim that the tables do not bear out',
    message: auditMessage,
    help: auditHelp,
    explanation: `A hypothesis of the study is set against the figures that the paper itself prints, with their stars: does the coefficient
have the sign that the text claims, and is it told from 0?`,
  },

  'outside-range': {
    title: 'A printed figure outside the values that its quantity can have',
    message: auditMessage,
    help: auditHelp,
    explanation: `Shares and probabilities lie between 0 and 1, percentages between 0 and 100, correlations and loadings between −1 and 1;
reliability is at most 1; counts, variances, F and χ² are not negative; scores lie on their scale. A figure outside is a slip, most often
of the decimal point.`,
  },

  'spread-contradicts': {
    title: 'Smallest, largest, mean, median and SD that do not go together',
    message: auditMessage,
    help: auditHelp,
    explanation: `Mean and median lie between the smallest and the largest value; an SD is at most half their distance (with n − 1, a
little more); the median is within one SD of the mean; kurtosis is at least the square of skewness minus 2; a group's smallest and
largest value lie within those of all.`,
  },

  'reliability-contradicts': {
    title: 'Alpha, KMO, Bartlett’s test or eigenvalues that do not go together',
    message: auditMessage,
    help: auditHelp,
    explanation: `α = p/(p − 1)·(1 − Σs²/(p·S)²), from the SDs of the items and of their mean; KMO lies between the smallest and the
largest MSA; Bartlett's χ² has p(p − 1)/2 degrees of freedom and its p; eigenvalues fall, and sum to the number of items.`,
  },
} satisfies Partial<WordsOfProblems>;
