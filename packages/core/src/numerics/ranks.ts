// Ranks with ties, for everything that is computed from order alone.

export interface Ranks {
  /** Rank from 1 a value; tied values share the mean of their ranks. */
  readonly ranks: Float64Array;
  /** Σ(t³ − t) over the groups of t tied values. */
  readonly ties: number;
}

/** Values must be numbers (no NaN). */
export function ranksOf(values: ArrayLike<number>): Ranks {
  const n = values.length;
  // Numbers sorted as they are, and each value looked up among the distinct ones: many times faster than sorting rows by comparison.
  const sorted = Float64Array.from(values).sort();
  const distinct = new Float64Array(n);
  const shared = new Float64Array(n);
  let count = 0;
  let ties = 0;
  for (let start = 0; start < n; ) {
    let end = start + 1;
    while (end < n && sorted[end] === sorted[start]) end++;
    distinct[count] = sorted[start]!;
    shared[count++] = (start + 1 + end) / 2;
    const t = end - start;
    ties += t * t * t - t;
    start = end;
  }
  const ranks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    let low = 0;
    for (let high = count - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (distinct[middle]! < value) low = middle + 1;
      else high = middle;
    }
    ranks[i] = shared[low]!;
  }
  return { ranks, ties };
}
