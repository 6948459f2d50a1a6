// Measurement invariance by multi-group confirmatory factor analysis: the room's public face.
export * from './fit.ts';
export * from './invariance.ts';
export * from './model.ts';
export * from './rules.ts';
export * from './score-tests.ts';
export * from './own-structure.ts';
