// Picking rows out of columns and turning a scale round: what comes before any sum.
import { columnIn, linearOf, linearsOf, rowsOf } from '../rowless/columns.ts';
import { answeredIn, commonMask } from '../rowless/linear.ts';
import { EVERY } from '../rowless/source.ts';
import { completeRows } from './moments.ts';

/** The columns cut down to the rows where all of them (and, with a mask, the mask) are present. */
export function listwiseColumns(columns: readonly Float64Array[], mask?: Uint8Array): Float64Array[] {
  const counted = linearsOf(columns);
  if (counted !== null) return counted.map((one) => columnIn(one, commonMask(counted, maskWithin(mask)), true));
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
export function onlyIn(values: Float64Array, mask: Uint8Array): Float64Array {
  const counted = linearOf(values);
  if (counted !== null) return columnIn(counted, maskWithin(mask));
  return values.map((value, row) => (mask[row] === 1 ? value : NaN));
}

const maskWithin = (mask: Uint8Array | null | undefined) => (mask == null ? EVERY : (rowsOf(mask)?.within ?? EVERY));

/** Answers of a reversed question: low + high − x. */
export function reversedValues(values: Float64Array, low: number, high: number): Float64Array {
  return values.map((value) => low + high - value);
}

/** Which column lacks most values, of the rows that the mask (all without one) lets in; a column that is null has none to lack. */
export function emptiestColumn(columns: readonly (Float64Array | null)[], mask: Uint8Array | null = null): number {
  const missing = columns.map((values) => {
    const counted = values === null ? null : linearOf(values);
    if (counted !== null) return -answeredIn(counted, maskWithin(mask));
    return values === null
      ? -Infinity
      : values.reduce((count, value, row) => count + ((mask === null || mask[row] === 1) && Number.isNaN(value) ? 1 : 0), 0);
  });
  return missing.indexOf(Math.max(...missing));
}
