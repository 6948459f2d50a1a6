// The mean of several columns in each row.
import { derivation, each } from '../memo/derivation.ts';

/** Each respondent's mean over the items he or she answered; missing when none was answered. */
function meanByRow(columns: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(columns[0]!.length);
  for (let row = 0; row < out.length; row++) {
    let total = 0;
    let count = 0;
    for (const column of columns) {
      if (Number.isNaN(column[row]!)) continue;
      total += column[row]!;
      count++;
    }
    out[row] = count > 0 ? total / count : NaN;
  }
  return out;
}

/** Remembered: coding needs it, and execution, of the same columns. */
export const meanOfColumns = derivation('mean of items', { columns: each<Float64Array>() }, ({ columns }) => meanByRow(columns));
