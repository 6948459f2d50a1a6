// The comparing procedures, as the rest of the core and the tests import them.
export { compareGroups } from './groups.ts';
export type { GroupComparison, GroupStatistics } from './groups.ts';
export * from './false-discovery.ts';
export * from './pairs.ts';
export { comparePoints } from './point-groups.ts';
export * from './t-test.ts';
export * from './chi-square.ts';
export * from './fisher.ts';
export * from './association.ts';
export * from './factorial.ts';
export * from './fisher-freeman-halton.ts';
export * from './deprivation.ts';
