// Estimates of a sample that was drawn by a design, as the rest of the core and the tests import them.
export * from './calibrate.ts';
export * from './crosstab.ts';
export * from './design.ts';
export * from './estimates.ts';
export * from './groups.ts';
export * from './model.ts';
