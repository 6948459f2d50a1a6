// Linear models: the room's public face.
export * from './design.ts';
export * from './equality.ts';
export * from './ols.ts';
export * from './pooled.ts';
export { fitThroughOrigin, type OriginFit } from './refined.ts';
export * from './triangle.ts';
