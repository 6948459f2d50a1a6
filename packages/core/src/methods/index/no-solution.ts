// What is told where an index has no factors, or only improper ones.
import { edgeFactors, failedExtraction, failedRotation, improperFactors, raise } from '../../problems/catalogue.ts';
import type { Limited } from '../state.ts';
import type { IndexJob } from './job.ts';
import type { NoSolution } from './solution.ts';

/** A solution on the edge stands, and is told. */
export function tellEdge(state: Limited, job: IndexJob, atEdge: readonly number[]): void {
  const items = atEdge.map((i) => job.items[i]!);
  state.problems.push(raise(edgeFactors, { index: job.name, items }, { at: `${job.name}/extract` }));
}

/** Reported, and the reason. */
export function whyNoFactors(state: Limited, job: IndexJob, kept: number, { failed, ...rest }: NoSolution): string {
  const at = { at: `${job.name}/${failed === 'rotation' ? 'rotate' : 'extract'}` };
  if ('items' in rest) {
    const items = rest.items.map((i) => job.items[i]!);
    state.problems.push(raise(improperFactors, { index: job.name, items, kept }, at));
    return `the communality of ${items.join(', ')} exceeds 1`;
  }
  if (failed === 'rotation') {
    state.problems.push(raise(failedRotation, { index: job.name, kept }, at));
    return 'the rotation did not converge';
  }
  state.problems.push(raise(failedExtraction, { index: job.name, kept, items: job.items.length, none: failed === 'no factors' }, at));
  return failed === 'no factors' ? `there are no ${kept} common factors` : 'the communalities did not converge';
}

/** The items that weigh most in the direction that has no variance. */
export function culpritsOf(vectors: readonly (readonly number[])[], items: readonly string[]): string[] {
  const last = vectors.map((row) => Math.abs(row.at(-1)!));
  return items
    .map((item, i) => ({ item, size: last[i]! }))
    .filter((one) => one.size > 0.2)
    .sort((a, b) => b.size - a.size)
    .slice(0, 4)
    .map((one) => one.item);
}
