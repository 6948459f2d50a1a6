// What is wrong with the design of a sample: weights, strata, units, populations, margins (SS520–539), one file each.
export * from './bad-margins.ts';
export * from './bad-margins-file.ts';
export * from './bad-population.ts';
export * from './constant-weights.ts';
export * from './lonely-units.ts';
export * from './negative-weights.ts';
export * from './no-design.ts';
export * from './no-weights.ts';
export * from './not-weighted.ts';
export * from './odd-population.ts';
export * from './one-unit.ts';
export * from './without-weight.ts';
