// What is known of a column of scores besides its rows: of what it is a linear map, and which rows have one. So a score that is brought to
// another range, or made of other components, needs no second look at rows for what does not change by that.

/** `values[row]` is `at(base[row])`, which rises with it: low + factor·(x − from), the ends set and not computed. */
export interface Scaled {
  readonly base: Float64Array;
  readonly factor: number;
  readonly at: (value: number) => number;
}

const scales = new WeakMap<Float64Array, Scaled>();
const answers = new WeakMap<Float64Array, Uint8Array>();

/** Says it of values that were just made. */
export function setScale(values: Float64Array, scaled: Scaled): void {
  const answered = answers.get(scaled.base);
  scales.set(values, scaled);
  if (answered !== undefined) answers.set(values, answered);
}

/** Themselves where nothing is known. */
export const scaleOf = (values: Float64Array): Scaled => scales.get(values) ?? { base: values, factor: 1, at: (value) => value };

/** Says that the rows with a number are those where `answered` is 1: the same object for all columns that have the same rows. */
export function setRowsWithScore(values: Float64Array, answered: Uint8Array): void {
  answers.set(values, answered);
}

/** Null where nobody said it. */
export const rowsWithScore = (values: Float64Array): Uint8Array | null => answers.get(values) ?? null;
