// Measurement models by confirmatory factor analysis: the room's public face.
export * from './fit-indices.ts';
export * from './measurement.ts';
export * from './model.ts';
export { fitOrdinal } from './ordinal.ts';
export type { Modification } from './modification.ts';
export type { SampleProblem } from './samples.ts';
export type { FactorValidity } from './validity.ts';
