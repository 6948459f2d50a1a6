// Whether two studies measured the same: the room's public face.
export * from './assignment.ts';
export * from './interval.ts';
export * from './mistaken-columns.ts';
export * from './procrustes.ts';
export * from './reversed-items.ts';
export * from './scale-checks.ts';
export * from './tucker.ts';
