// Percentile intervals of bootstrap draws.

export interface IntervalEstimate {
  readonly low: number;
  readonly high: number;
}

/** Percentile interval (Efron & Tibshirani 1993, chapter 13), quantiles by linear interpolation (R's type 7); null below 20 draws. */
export function intervalOf(draws: readonly number[], confidence: number): IntervalEstimate | null {
  const sorted = draws.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length < 20) return null;
  const at = (p: number): number => {
    const position = p * (sorted.length - 1);
    const below = Math.floor(position);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
  };
  return { low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) };
}
