// What is counted and what follows from counts, as the rest of the core, the tests and the benchmarks import it.
export { hire, type Crew, type CrewWork } from './crew.ts';
export * from './joint.ts';
export * from './linear-scores.ts';
export * from './moments.ts';
export * from './numbers.ts';
export * from './weighted.ts';
