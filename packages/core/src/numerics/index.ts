// Numerical foundations, as the rest of the core and the tests import them.
export * from './bivariate-normal.ts';
export * from './constant.ts';
export * from './distributions.ts';
export * from './exponential.ts';
export * from './finite.ts';
export * from './linear-algebra.ts';
export * from './minimise.ts';
export * from './noncentral-chi-square.ts';
export * from './noncentral-t.ts';
export * from './powers.ts';
export * from './linear-program.ts';
export * from './random.ts';
export * from './ranks.ts';
export * from './roots.ts';
export * from './special-functions.ts';
export * from './sums.ts';
export * from './trigonometry.ts';
