// Sums of many floating-point numbers without loss: compensated sum and mean. Sums of squares and products of data
// columns are moments/.
import { areOneNumber } from './constant.ts';

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
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean by the compensated sum; NaN of nothing: callers look at the count first. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/**
 * What many leading digits in common amount to: the least value where all others lie close to it (within a millionth), 0 otherwise.
 * Differences from it are exact (Sterbenz 1974, Floating-Point Computation, theorem 4.3.1), so that 10¹⁵, 10¹⁵ + 1, 10¹⁵ + 2 lose nothing
 * when it is taken off. NaN is skipped; one number has no differences, whatever rounding makes of it.
 */
export function commonOffset(values: ArrayLike<number>): number {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const size = Math.max(Math.abs(low), Math.abs(high));
  return high > low && size < Infinity && high - low < size * 1e-6 && !areOneNumber(low, high) ? low : 0;
}

/** Each value less the offset; the values themselves when that is 0. */
export function withoutOffset(values: Float64Array, offset: number): Float64Array {
  return offset === 0 ? values : values.map((value) => value - offset);
}
