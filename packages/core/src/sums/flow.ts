// How many rows the conditions of a data block left out, as far as it may leave.
import type { Flow } from '../data/frame.ts';

/** Where a rule left out, or kept, fewer than the threshold, none is told: each follows from the others. */
export function toldFlow({ rows, rules }: Flow, threshold: number): Flow {
  const small = (count: number): boolean => count > 0 && count < threshold;
  let inside = rows;
  let hides = false;
  for (const { left, unknown } of rules) {
    inside -= left;
    if ([left, unknown, left - unknown, inside].some(small)) hides = true;
  }
  return hides ? { rows: inside, rules: [] } : { rows, rules };
}
