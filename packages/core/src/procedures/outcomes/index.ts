// Outcomes that are no plain numbers, and numbers of cases in groups: the room's public face.
export * from './classification.ts';
export * from './estimates.ts';
export * from './firth.ts';
export { caseScores, type IndexFit } from './indices.ts';
export type { Responses } from './kernels.ts';
export { linkVariance, links, type Link } from './links.ts';
export * from './margins.ts';
export * from './mixed.ts';
export * from './models.ts';
export * from './profiles.ts';
export * from './sandwich.ts';
export { separatingAlone, separationInTwo, separationOf, type Separation, type SeparationKind } from './separation.ts';
export { predictedBy } from './predicted.ts';
