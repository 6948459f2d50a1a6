// Reliability, as the rest of the core and the tests import it.
export * from './alpha.ts';
export * from './omega.ts';
export * from './one-factor.ts';
