// Kendall's tau-b in O(n log n).
import { columnsOfCrossing, linesOf, type Crossing } from '../../counts/cross.ts';
import { finite } from '../../numerics/finite.ts';

export interface KendallTau {
  /** Null when a column is constant. */
  readonly tau: number | null;
  /** S over its standard error under independence, with ties. */
  readonly z: number | null;
}

/**
 * (C − D)/√((n₀ − n₁)(n₀ − n₂)), n₀ all pairs, n₁ and n₂ those tied in x and in y. Discordant pairs are the exchanges of a merge sort
 * (Knight 1966, JASA 61:436–439); the variance of S with ties is that of Kendall 1970, Rank Correlation Methods, equation 5.3.
 */
export function kendallTauB(x: Float64Array, y: Float64Array): KendallTau {
  const n = x.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const sorted = Float64Array.from(order, (i) => y[i]!);
  const both = runs(n, (a, b) => x[order[a]!] === x[order[b]!] && y[order[a]!] === y[order[b]!]);
  const inX = runs(n, (a, b) => x[order[a]!] === x[order[b]!]);
  const discordant = exchanges(sorted);
  const inY = runs(n, (a, b) => sorted[a] === sorted[b]);
  return tauOf(n, discordant, inX, inY, both.pairs);
}

/** The same of the table of two columns: pairs of cases are pairs of cells. */
export function kendallOfCrossing(crossing: Crossing): KendallTau {
  const { n, counts } = crossing;
  const width = counts[0]?.length ?? 0;
  // Above a line, by column: cases to the right of it make discordant pairs with those of the line.
  const above = new Float64Array(width);
  const both = ties();
  let discordant = 0;
  for (const line of counts) {
    let right = 0;
    for (let at = width - 1; at >= 0; at--) {
      discordant += line[at]! * right;
      right += above[at]!;
      tied(both, line[at]!);
    }
    for (let at = 0; at < width; at++) above[at] = above[at]! + line[at]!;
  }
  const of = (sums: readonly number[]): Ties => {
    const found = ties();
    for (const one of sums) tied(found, one);
    return found;
  };
  return tauOf(n, discordant, of(linesOf(crossing)), of(columnsOfCrossing(crossing)), both.pairs);
}

function tauOf(n: number, discordant: number, inX: Ties, inY: Ties, both: number): KendallTau {
  const pairs = (n * (n - 1)) / 2;
  const s = pairs - inX.pairs - inY.pairs + both - 2 * discordant;
  const tau = s / Math.sqrt(pairs - inX.pairs) / Math.sqrt(pairs - inY.pairs);
  const variance =
    (n * (n - 1) * (2 * n + 5) - inX.cubic - inY.cubic) / 18 +
    (inX.triples * inY.triples) / (9 * n * (n - 1) * (n - 2)) +
    (2 * inX.pairs * inY.pairs) / (n * (n - 1));
  return { tau: finite(tau), z: finite(s / Math.sqrt(variance)) };
}

/** Σt(t−1)/2, Σt(t−1)(t−2) and Σt(t−1)(2t+5) over sets of t equal values. */
interface Ties {
  pairs: number;
  triples: number;
  cubic: number;
}
const ties = (): Ties => ({ pairs: 0, triples: 0, cubic: 0 });
function tied(out: Ties, t: number): void {
  out.pairs += (t * (t - 1)) / 2;
  out.triples += t * (t - 1) * (t - 2);
  out.cubic += t * (t - 1) * (2 * t + 5);
}

/** Over runs of equal neighbours. */
function runs(n: number, same: (a: number, b: number) => boolean): Ties {
  const out = ties();
  for (let start = 0; start < n; ) {
    let end = start + 1;
    while (end < n && same(start, end)) end++;
    tied(out, end - start);
    start = end;
  }
  return out;
}

/** Sorts in place and counts the pairs that stood the wrong way round. */
function exchanges(values: Float64Array): number {
  const n = values.length;
  const buffer = new Float64Array(n);
  let count = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let low = 0; low < n; low += 2 * width) {
      const middle = Math.min(low + width, n);
      const high = Math.min(low + 2 * width, n);
      let left = low;
      let right = middle;
      for (let at = low; at < high; at++) {
        if (left < middle && (right >= high || values[left]! <= values[right]!)) buffer[at] = values[left++]!;
        else {
          if (left < middle) count += middle - left;
          buffer[at] = values[right++]!;
        }
      }
    }
    values.set(buffer);
  }
  return count;
}
