// The describing procedures, as the rest of the core and the tests import them.
export * from './describe.ts';
export * from './frequencies.ts';
export * from './histogram.ts';
export * from './correlation.ts';
export * from './kendall.ts';
export * from './polychoric.ts';
export * from './quantiles.ts';
export * from './normality.ts';
