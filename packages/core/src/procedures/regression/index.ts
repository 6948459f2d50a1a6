// Linear models: the room's public face.
export * from './clustered.ts';
export * from './design.ts';
export * from './ols.ts';
export * from './triangle.ts';
