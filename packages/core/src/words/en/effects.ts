// English words of a mediation's section.

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
};

export type EffectsWords = typeof effectsEnglish;
