// Meta-analysis of a coefficient over studies: the room's public face.
export * from './heterogeneity.ts';
export * from './meta-analysis.ts';
