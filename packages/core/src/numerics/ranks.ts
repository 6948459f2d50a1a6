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
  const { classOf, starts } = classesOf(distinct.subarray(0, count));
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    const own = classOf(value);
    let low = starts[own]!;
    for (let high = starts[own + 1]! - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (distinct[middle]! < value) low = middle + 1;
      else high = middle;
    }
    ranks[i] = shared[low]!;
  }
  return { ranks, ties };
}

/** Classes of equal width: a value is looked up among the few of its class. */
function classesOf(ascending: Float64Array): { readonly classOf: (value: number) => number; readonly starts: Uint32Array } {
  const [low, high] = [ascending[0]!, ascending.at(-1)!];
  const classes = Math.min(65_536, ascending.length >> 2);
  const factor = (classes - 1) / (high - low);
  if (!(classes > 1 && factor > 0 && factor < Infinity)) return { classOf: () => 0, starts: Uint32Array.of(0, ascending.length) };
  // Monotone, rounded or not: the classes follow each other as their values do.
  const classOf = (value: number): number => Math.floor((value - low) * factor);
  const starts = new Uint32Array(classes + 1).fill(ascending.length);
  for (let at = ascending.length - 1; at >= 0; at--) starts[classOf(ascending[at]!)] = at;
  // A class without values begins where the next one does; nobody looks in it.
  for (let at = classes - 1; at >= 0; at--) starts[at] = Math.min(starts[at]!, starts[at + 1]!);
  return { classOf, starts };
}
