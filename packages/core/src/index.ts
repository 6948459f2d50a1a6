// The public face of core: everything that dsl, the CLI and the tests may use.
export * from './problems/problem.ts';
export * from './data/frame.ts';
export * from './plan/plan.ts';
export * from './plan/results.ts';
export * from './quantity/quantity.ts';
export * from './result/document.ts';
