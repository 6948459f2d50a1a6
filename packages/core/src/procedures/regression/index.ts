// Linear models: the room's public face.
export * from './design.ts';
export * from './equality.ts';
export * from './ols.ts';
export * from './pooled.ts';
export { fitThroughOrigin, type OriginFit } from './refined.ts';
export * from './triangle.ts';
export * from './bootstrap.ts';
export * from './chained.ts';
export * from './clustered.ts';
export * from './importance.ts';
export * from './imputed-fit.ts';
export * from './imputations.ts';
export * from './mediation.ts';
export * from './resampled.ts';
export * from './slopes.ts';
export * from './steps.ts';
export * from './wild.ts';
export * from './weighted.ts';
