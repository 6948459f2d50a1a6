// Quantile groups: as good as equal shares of the cases, by the order of a number.
import { orderStatistics } from '../../numerics/selection.ts';

/** The p-quantile by x₍ⱼ₎ + g(x₍ⱼ₊₁₎ − x₍ⱼ₎) with j + g = (n + 1)p, within the smallest and the largest; NaN without a value. */
export function quantileOf(values: Float64Array, p: number): number {
  return quantileOfSorted(values.filter((value) => !Number.isNaN(value)).sort(), p);
}

/** The same of values that are sorted, none of them missing. */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  const n = sorted.length;
  if (n === 0) return NaN;
  const position = (n + 1) * p;
  const below = Math.floor(position);
  if (below < 1) return sorted[0]!;
  if (below >= n) return sorted[n - 1]!;
  return sorted[below - 1]! + (position - below) * (sorted[below]! - sorted[below - 1]!);
}

/**
 * The borders of k groups: quantiles at 1/k … (k − 1)/k of the values that are not missing, by x₍ⱼ₎ + g(x₍ⱼ₊₁₎ − x₍ⱼ₎) with
 * j + g = (n + 1)p (SPSS's HAVERAGE, Hyndman & Fan 1996 type 6), held within the smallest and the largest value. Empty without a value.
 */
export function quantileBorders(values: Float64Array, k: number): readonly number[] {
  let n = 0;
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!)) n++;
  if (n === 0) return [];
  const positions = Array.from({ length: k - 1 }, (_, at) => ((n + 1) * (at + 1)) / k);
  // Of each border the value below it and the value above, held within the least and the largest.
  const within = (place: number): number => Math.min(n - 1, Math.max(0, place));
  const found = orderStatistics(
    values,
    positions.flatMap((position) => [within(Math.floor(position) - 1), within(Math.floor(position))]),
  );
  return positions.map((position, at) => {
    const [low, high] = [found[2 * at]!, found[2 * at + 1]!];
    return low === high ? low : low + (position - Math.floor(position)) * (high - low);
  });
}
