// Components, rotation, retention and scores: the room's public face.
export * from './components.ts';
export * from './extraction.ts';
export * from './factorability.ts';
export * from './likelihood.ts';
export * from './oblique.ts';
export * from './retention.ts';
export * from './scores.ts';
export * from './varimax.ts';
export * from './common-method.ts';
