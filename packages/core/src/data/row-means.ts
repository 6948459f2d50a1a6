// The mean of several columns in each row.
import { derivation, each } from '../memo/derivation.ts';
import { linearsOf } from '../rowless/columns.ts';
import { answeredIn, combined, isSingle } from '../rowless/linear.ts';
import { NeedsRows } from '../rowless/needs-rows.ts';

/** Each respondent's mean over the items he or she answered; missing when none was answered. */
function meanByRow(columns: readonly Float64Array[]): Float64Array {
  const counted = linearsOf(columns);
  // With an answer that lacks, a mean is over fewer: no sum of answers. Where that is, sums hold the mean as a column of its own.
  if (counted !== null) {
    const known = counted[0]!.source.meanOf(counted.flatMap((one) => [...one.parts.keys()]));
    if (known !== null && counted.every((one) => isSingle(one) && one.within.where.length === 0)) return known;
    if (counted.some((one) => answeredIn(one) < one.source.counted(one.within, []).n)) throw new NeedsRows();
    return combined(
      counted.map((of) => ({ of, factor: 1 / counted.length })),
      0,
    );
  }
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
