// Fisher's exact test of tables larger than 2 × 2.
import { exp } from '../../numerics/exponential.ts';
import { logGamma } from '../../numerics/special-functions.ts';

/** Beyond so many steps an exact test is not worth its time: the table is large enough for χ². */
const MOST_STEPS = 1_000_000;

/**
 * Freeman & Halton 1951 (Biometrika 38:141–149): the share of all tables with these margins that are no likelier than the one observed, a
 * relative difference of 1e-7 counting as equal (as R and SPSS do). Column after column is dealt out over the rows; tables that leave the
 * same rows to fill go on together, those that are sure to end on one side of the limit not at all, and of the last two columns, which are
 * all there is once the others stand, the probabilities are sorted once and looked up (after Mehta & Patel 1983, JASA 78:427–434). Null
 * where that takes too many steps, and for counts that are no whole numbers.
 */
export function fisherExact(observed: readonly (readonly number[])[]): number | null {
  if (observed.some((line) => line.some((count) => !Number.isInteger(count)))) return null;
  // Fewer rows than columns, the largest columns last: fewest remainders to go on from.
  const upright =
    observed.length <= (observed[0]?.length ?? 0) ? observed : (observed[0] ?? []).map((_, j) => observed.map((line) => line[j]!));
  const rowTotals = upright.map((line) => line.reduce((total, count) => total + count, 0));
  const columns = (upright[0] ?? []).map((_, j) => upright.map((line) => line[j]!)).sort((a, b) => total(a) - total(b));
  const n = total(rowTotals);
  if (rowTotals.length < 2 || columns.length < 2) return null;
  const logFactorial = Float64Array.from({ length: n + 1 }, (_, i) => logGamma(i + 1));
  // −Σ ln nᵢⱼ! is all that differs between tables.
  const weightOf = (column: readonly number[]): number => -column.reduce((sum, count) => sum + logFactorial[count]!, 0);
  const here = columns.reduce((sum, column) => sum + weightOf(column), 0);
  const limit = here + 1e-7;
  // ln Π rows! Π columns!/n!: with it the weights are probabilities.
  const constant = [...rowTotals, ...columns.map(total)].reduce((sum, margin) => sum + logFactorial[margin]!, -logFactorial[n]!);
  let steps = 0;
  let unlikely = 0;
  let nodes: ReadonlyMap<string, Node> = new Map([
    ['', { left: [...rowTotals].sort((a, b) => a - b), past: new Map([[0, { weight: 0, tables: 1 }]]) }],
  ]);
  for (const [at, column] of columns.slice(0, -2).entries()) {
    const next = new Map<string, Node>();
    const rest = columns.slice(at + 1).map(total);
    for (const { left, past } of nodes.values()) {
      const fits = deal(left, total(column), (given) => {
        steps += past.size;
        const remaining = left.map((row, i) => row - given[i]!).sort((a, b) => a - b);
        const { least, most, all } = boundsOf(remaining, rest, logFactorial);
        const key = remaining.join(' ');
        const node = next.get(key) ?? { left: remaining, past: new Map<number, Path>() };
        const own = weightOf(given);
        for (const { weight, tables } of past.values()) {
          const together = weight + own;
          if (together + least > limit) continue;
          if (together + most <= limit) {
            unlikely += tables * exp(together + all + constant);
            continue;
          }
          // Products that are equal but for rounding are one.
          const rounded = Math.round(together * 1e9);
          const path = node.past.get(rounded);
          node.past.set(rounded, { weight: path?.weight ?? together, tables: (path?.tables ?? 0) + tables });
        }
        if (node.past.size > 0) next.set(key, node);
        return steps < MOST_STEPS;
      });
      if (!fits) return null;
    }
    nodes = next;
  }
  const [before] = columns.slice(-2);
  for (const { left, past } of nodes.values()) {
    const weights: number[] = [];
    const fits = deal(left, total(before!), (given) => {
      steps++;
      weights.push(weightOf(given) + weightOf(left.map((row, i) => row - given[i]!)));
      return steps < MOST_STEPS;
    });
    if (!fits) return null;
    weights.sort((a, b) => a - b);
    const sums = new Float64Array(weights.length + 1);
    const top = weights.at(-1) ?? 0;
    for (const [i, weight] of weights.entries()) sums[i + 1] = sums[i]! + exp(weight - top);
    for (const { weight, tables } of past.values()) {
      const at = upTo(weights, limit - weight);
      if (at > 0) unlikely += tables * sums[at]! * exp(weight + top + constant);
    }
  }
  return Math.min(1, unlikely);
}

interface Path {
  readonly weight: number;
  readonly tables: number;
}
/** What the rows still hold, and how tables came there. */
interface Node {
  readonly left: readonly number[];
  readonly past: Map<number, Path>;
}

/**
 * Weights of the tables that these margins can have: none below `least`, none above `most` (ln Γ is convex, so equal shares are the most,
 * all in one cell the least), and the logarithm of the sum of their exponentials.
 */
function boundsOf(
  rows: readonly number[],
  columns: readonly number[],
  logFactorial: Float64Array,
): { readonly least: number; readonly most: number; readonly all: number } {
  const sum = (margins: readonly number[]): number => margins.reduce((all, margin) => all + logFactorial[margin]!, 0);
  const equal = (margins: readonly number[], parts: number): number =>
    -margins.reduce((all, margin) => all + parts * logGamma(margin / parts + 1), 0);
  return {
    least: Math.max(-sum(rows), -sum(columns)),
    most: Math.min(equal(rows, columns.length), equal(columns, rows.length)),
    all: logFactorial[total(rows)]! - sum(rows) - sum(columns),
  };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** How many of the rising `values` are at most `limit`. */
function upTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every way to take `count` from the rows, at most what each holds; false when `each` wants no more. */
function deal(rows: readonly number[], count: number, each: (given: readonly number[]) => boolean): boolean {
  const given = rows.map(() => 0);
  const holds = rows.map((_, i) => total(rows.slice(i + 1)));
  const fill = (i: number, rest: number): boolean => {
    if (i === rows.length - 1) {
      given[i] = rest;
      return each(given);
    }
    for (let take = Math.max(0, rest - holds[i]!); take <= Math.min(rows[i]!, rest); take++) {
      given[i] = take;
      if (!fill(i + 1, rest - take)) return false;
    }
    return true;
  };
  return fill(0, count);
}
