// The sums under the linear procedures, as the rest of the core and the tests import them.
export * from './moments.ts';
export * from './design-weights.ts';
export * from './pairwise.ts';
export * from './rows.ts';
export * from './substitution.ts';
