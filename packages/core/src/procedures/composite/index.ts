// Composites: of component scores, of answers, of weighted members.
export * from './aggregate.ts';
export * from './composite.ts';
export * from './normalise.ts';
export * from './systems.ts';
export * from './weights.ts';
