// Picking rows out of columns and turning a scale round: what comes before any sum.
import { completeRows } from './moments.ts';

/** The columns cut down to the rows where all of them (and, with a mask, the mask) are present. */
export function listwiseColumns(columns: readonly Float64Array[], mask?: Uint8Array): Float64Array[] {
  const rows = completeRows(columns, mask);
  return columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
}

/** Answers of a reversed question: low + high − x. */
export function reversedValues(values: Float64Array, low: number, high: number): Float64Array {
  return values.map((value) => low + high - value);
}
