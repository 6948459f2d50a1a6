// What a careful colleague would say (SS6xx), one file each.
export * from './alpha-rises-without.ts';
export * from './cross-loadings.ts';
export * from './directionless-component.ts';
export * from './dummies-beside-ratings.ts';
export * from './endpoint-by-one.ts';
export * from './few-cells.ts';
export * from './few-clusters-robust.ts';
export * from './few-clusters.ts';
export * from './few-in-reference.ts';
export * from './items-not-kept.ts';
export * from './kept-by-a-hair.ts';
export * from './left-out-of-composite.ts';
export * from './low-adequacy.ts';
export * from './substituted-items.ts';
export * from './substituted-predictors.ts';
export * from './weak-loadings.ts';
