// The mean of a column within groups of rows, given back to each of them: what an organisation's members say, as a property of it.
import type { Codes } from '../counts/points.ts';

/**
 * x̄_g = Σ_{i in g} x_i / n_g over the answered rows of a group (SPSS AGGREGATE MODE=ADDVARIABLES, MEAN); a row whose own answer is missing
 * has its group's mean too. A row without a group has none, nor has a group in which nobody answered. `groups` counts from 0; -1 is none.
 */
export function meansWithin(values: Float64Array, groups: Codes): Float64Array {
  const totals: number[] = [];
  const counts: number[] = [];
  for (const [row, group] of groups.entries()) {
    const value = values[row]!;
    if (group < 0 || Number.isNaN(value)) continue;
    totals[group] = (totals[group] ?? 0) + value;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return Float64Array.from(groups, (group) => (group < 0 || counts[group] === undefined ? NaN : totals[group]! / counts[group]));
}
