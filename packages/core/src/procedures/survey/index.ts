// Estimates of a sample that was drawn by a design, as the rest of the core and the tests import them.
export * from './calibrate.ts';
export * from './crosstab.ts';
export * from './design.ts';
export { surveyDomains, type DomainMean } from './domains.ts';
export * from './estimates.ts';
export * from './groups.ts';
export * from './model.ts';
export { sharesOfLevels } from './shares.ts';
export { unitsOf, type Units } from './units.ts';
