// Mediations, deprivations and imputations (SS485–SS499), one file each.
export * from './deprivation-dimensions.ts';
export * from './deprived-not-binary.ts';
export * from './importance-of-products.ts';
export * from './mediation-perfect.ts';
export * from './mediation-roles.ts';
export * from './mediation-without-variation.ts';
export * from './multiple-stands-alone.ts';
export * from './no-such-way.ts';
export * from './nobody-poor.ts';
export * from './nothing-to-impute.ts';
export * from './scores-imputed.ts';
export * from './too-many-important.ts';
