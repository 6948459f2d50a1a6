// Outcomes that are no plain numbers, and numbers of cases in groups: the room's public face.
export * from './classification.ts';
export * from './estimates.ts';
export * from './firth.ts';
export { covariancesAsGlm } from './glm-stop.ts';
export { caseScores, casesIn, type IndexFit } from './indices.ts';
export type { Responses } from './kernels.ts';
export { linkVariance, type Link } from './links.ts';
export * from './margins.ts';
export * from './mixed.ts';
export * from './models.ts';
export { predictedBy } from './predicted.ts';
export { profileInterval, termTests } from './profiles.ts';
export * from './sandwich.ts';
export { separationInTwo, type SeparationKind } from './separation.ts';
