// Regressions of outcomes that are no plain numbers (SS425–SS439), one file each.
export * from './all-censored.ts';
export * from './beyond-limits.ts';
export * from './few-events.ts';
export * from './no-convergence.ts';
export * from './no-groups-within.ts';
export * from './not-a-count.ts';
export * from './not-of-this-method.ts';
export * from './not-shown-by-method.ts';
export * from './not-two-valued.ts';
export * from './not-with-method.ts';
export * from './separated-outcome.ts';
export * from './singular-mixed.ts';
export * from './too-many-values.ts';
export * from './unknown-event.ts';
export * from './unused-outcome-level.ts';
