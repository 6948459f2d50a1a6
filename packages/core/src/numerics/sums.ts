// Sums of many floating-point numbers without loss: compensated sum and mean. Sums of squares and products of data
// columns are moments/.

/**
 * Compensated sum (Neumaier 1974, ZAMM 54:39–51, the variant of Kahan's sum that also keeps small totals): the error
 * is that of one rounding plus n·ε² of the sum of magnitudes. NaN in, NaN out; 0 of nothing.
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? (total - next) + value : (value - next) + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean by the compensated sum; NaN of nothing: callers look at the count first. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}
