// Tables of correlations, groups, cross tables and designs (SS41x), one file each.
export * from './constant-correlated.ts';
export * from './controls-determined.ts';
export * from './controls-need-complete.ts';
export * from './correlated-and-controlled.ts';
export * from './correlations-unweighted.ts';
export * from './too-few-correlated.ts';
