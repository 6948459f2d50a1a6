// What makes a statistic impossible (SS5xx), one file each.
export * from './collinear-predictors.ts';
export * from './constant-in-alpha.ts';
export * from './constant-item.ts';
export * from './constant-outcome.ts';
export * from './constant-predictor.ts';
export * from './empty-reference.ts';
export * from './empty-subset.ts';
export * from './failed-extraction.ts';
export * from './failed-rotation.ts';
export * from './improper-factors.ts';
export * from './indefinite-correlations.ts';
export * from './marker-taken.ts';
export * from './no-complete-cases.ts';
export * from './one-group.ts';
export * from './perfect-fit.ts';
export * from './too-few-cases.ts';
export * from './too-few-components.ts';
