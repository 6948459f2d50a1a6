// Words of captions, and of tables of correlations, of two groups, cross tables and designs, in English.

import { summaryEnglish } from './summary.ts';

export const tablesEnglish = {
  ...summaryEnglish,
  // Sites
  populationAndSample: 'Population and sample',
  populationSampled: 'Sampled',
  populationNote: 'The population is as stated; % sampled is what took part in percent of it.',
  // Papers
  underTable: 'Note. ',
  figuresElsewhere: 'Pictures are not in this file; --out FOLDER writes them, each as SVG, and all in report.html:',
  /** Under a table and a picture in which numbers are hidden. */
  hiddenCells: (n: string) =>
    `Not shown (<${n}, –): counts of fewer than ${n} respondents, what is computed of so few, and numbers from which these counts follow.`,
  /** Below a figure: the tables that hold them. */
  numbersIn: (tables: string) => `Its numbers: ${tables}`,
  /** Where they hold some of them. */
  seeTables: (tables: string) => `See also ${tables}`,
  foldedAway: 'Lists and numbers that are folded in the page are not printed.',
  /** Behind the number of a table or figure. */
  captionGap: '. ',
  continuedName: (name: string) => name,
  continuedTitle: (title: string, _name: string) => `${title} (continued)`,
  splitHalf: 'Split-half reliability',
  halvesR: 'r of the halves',
  splitNote: 'The halves are the first and the second half of the items in their order. Horst: of halves of unequal length.',
  correlationMethod: {
    pearson: 'Pearson correlations.',
    spearman: 'Spearman rank correlations.',
    kendall: 'Kendall’s τ-b.',
  },
  correlationSign: { pearson: 'r', spearman: 'ρ', kendall: 'τ-b' },
  heldConstant: (controls: string) => `Partial correlations: held constant are ${controls}.`,
  correlatedListwise: (n: string) => `N = ${n}: cases that have every variable (listwise).`,
  correlatedPairwise: 'Each correlation over the cases that have both variables (pairwise).',
  correlatedPairs: 'Pairs of variables',
  twoGroups: 'Two groups',
  twoGroupsNote: (first: string, second: string) =>
    `${first} less ${second}; t and d by the pooled SD, the interval of d exact; U of ${first}, its p by the normal ` +
    'distribution with ties.',
  crossing: (job: string, category: string) => `${job}: answers by ${category}`,
  crossingNote: 'Per cent of the group. χ² is Pearson’s, without correction; V is Cramér’s; p (Fisher) is exact and two-sided.',
  crossingWeighted:
    'Counts are unweighted, per cents weighted, of the group. F is Rao and Scott’s, from the design; V is Cramér’s of the weighted shares.',
  fisherP: 'p (Fisher)',
  adjustedResiduals: 'Adjusted residuals',
  residualsNote: 'Emphasised: beyond ±1.96, more or fewer cases than independence has, at 5 %.',
  adjustedMean: 'Adjusted M',
  adjustedAt: (covariates: string) => `Adjusted means: of cases that have the mean of ${covariates}.`,
  cellsAlike: 'Adjusted means of a category: every cell of the others counts alike.',
  effects: 'Effects',
  effect: 'Effect',
  sumOfSquares: 'SS',
  partialEta2: 'Partial η²',
  typeTwo: 'Type II',
  residualRow: 'Residual',
  equalSlopes: 'Equal slopes (test)',
  leveneRow: 'Levene’s test',
  effectsNote: 'Sums of squares of type III, effects coded to sum to 0, as SPSS.',
  adjustedPairs: 'Pairs of adjusted means',
  firstMeasurement: 'First',
  secondMeasurement: 'Second',
  dependentListwise: 'Every row over the cases that have all of them (listwise).',
  pairedNote:
    'The first less the second; t of the differences, d their mean over their SD; Wilcoxon’s z with ties, differences of zero left out.',
  singleNote: (value: string) => `The mean less ${value}.`,
  holmP: 'p (Holm)',
  alphaSign: 'α',
  correlated: (a: string, b: string) => `${a} – ${b}`,
};
