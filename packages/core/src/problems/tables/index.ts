// Tables of correlations, groups, cross tables and designs (SS41x), one file each.
export * from './constant-correlated.ts';
export * from './controls-determined.ts';
export * from './controls-need-complete.ts';
export * from './correlated-and-controlled.ts';
export * from './few-expected.ts';
export * from './not-adjusted.ts';
export * from './not-dependent.ts';
export * from './not-together.ts';
export * from './not-compared.ts';
export * from './too-few-correlated.ts';
