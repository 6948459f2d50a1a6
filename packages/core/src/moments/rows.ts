// Picking rows out of columns and turning a scale round: what comes before any sum.
import { completeRows } from './moments.ts';

/** The columns cut down to the rows where all of them (and, with a mask, the mask) are present. */
export function listwiseColumns(columns: readonly Float64Array[], mask?: Uint8Array): Float64Array[] {
  const rows = completeRows(columns, mask);
  return columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
}

/** The values of some rows at their places among all, NaN elsewhere. */
export function scattered(values: Float64Array, rows: Uint32Array, all: number): Float64Array {
  const whole = new Float64Array(all).fill(NaN);
  for (const [at, row] of rows.entries()) whole[row] = values[at]!;
  return whole;
}

/** The values of the rows that the mask lets in, NaN of the others. */
export const onlyIn = (values: Float64Array, mask: Uint8Array): Float64Array => values.map((value, row) => (mask[row] === 1 ? value : NaN));

/** Answers of a reversed question: low + high − x. */
export function reversedValues(values: Float64Array, low: number, high: number): Float64Array {
  return values.map((value) => low + high - value);
}

/** Which column lacks most values, of the rows that the mask (all without one) lets in; a column that is null has none to lack. */
export function emptiestColumn(columns: readonly (Float64Array | null)[], mask: Uint8Array | null = null): number {
  const missing = columns.map((values) =>
    values === null
      ? -1
      : values.reduce((count, value, row) => count + ((mask === null || mask[row] === 1) && Number.isNaN(value) ? 1 : 0), 0),
  );
  return missing.indexOf(Math.max(...missing));
}
