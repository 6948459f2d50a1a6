// English words of a mediation's and a deprivation's sections.

export const effectsEnglish = {
  path: 'Path',
  paths: 'Paths',
  equation: (outcome: string) => `Equation of ${outcome}`,
  total: 'Total effect (c)',
  direct: 'Direct effect (c′)',
  way: (names: readonly string[]) => names.join(' → '),
  sum: 'Indirect effects together',
  share: 'Share of the total effect',
  pathsNote: (n: string) => `N = ${n}: cases that have every variable. Least squares, one equation a mediator and one of the outcome.`,
  covariates: (names: string) => `Held constant in every equation: ${names}.`,
  notCausal: 'That a path differs from 0 does not say what comes first: the order of the variables is the author’s.',
  estimate: 'Estimate',
  measures: { h: 'H: share that is poor', a: 'A: mean share of deprivations of the poor', m0: 'M0 = H·A' },
  deprivationNote: (percent: string) =>
    `Poor is who is deprived in at least ${percent} % of the weights (Alkire & Foster). Dimensions weigh the same, and indicators ` +
    'within each.',
  contributions: 'Indicators and what they contribute to M0',
  indicator: 'Indicator',
  byGroups: (category: string) => `By ${category}`,
};

export type EffectsWords = typeof effectsEnglish;
