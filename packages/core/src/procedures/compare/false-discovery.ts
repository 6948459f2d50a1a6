// Corrected p-values that control how many of the discoveries are false. Holm's, which control whether any is, are in pairs.ts.

/**
 * Benjamini & Hochberg 1995 (Journal of the Royal Statistical Society B 57:289–300): p₍ᵢ₎·m/i, made monotone from the largest down (R's
 * p.adjust "BH"). In the order given; a null stays null and is not counted.
 */
export function benjaminiHochbergAdjusted(values: readonly (number | null)[]): (number | null)[] {
  const order = values.flatMap((value, index) => (value === null ? [] : [{ value, index }])).sort((a, b) => b.value - a.value);
  const out: (number | null)[] = values.map(() => null);
  let least = 1;
  order.forEach(({ value, index }, rank) => {
    least = Math.min(least, (value * order.length) / (order.length - rank));
    out[index] = least;
  });
  return out;
}
