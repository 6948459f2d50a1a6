// The weights under which a composite's coefficients are, row by row, the weighted sum of those of its parts: the set of all of them
// that rounding leaves, and the largest set of rows that have one in common.
import { linearProgram } from '../numerics/linear-program.ts';
import { solve } from '../numerics/linear-algebra.ts';
import { seededRandom } from '../numerics/random.ts';
import { add, exactly, meets, scale, type Interval } from './interval.ts';

/** `y` should be Σ wⱼ xⱼ. */
export interface Row {
  readonly y: Interval;
  readonly x: readonly Interval[];
}

type Signs = readonly (1 | -1)[];

const middle = (a: Interval): number => (a.low + a.high) / 2;

/** Σ wⱼ xⱼ for weights that are known exactly. */
export function predicted(weights: readonly number[], x: readonly Interval[]): Interval {
  return x.reduce((total, one, j) => add(total, scale(one, weights[j]!)), exactly(0));
}

export const fitsAt = (row: Row, weights: readonly number[]): boolean => meets(row.y, predicted(weights, row.x));

/**
 * With the signs of the weights fixed, w = s·v and v ≥ 0, "some x and y within rounding satisfy the row" is two linear
 * constraints: Σ vⱼ max(sⱼxⱼ) ≥ y.low and Σ vⱼ min(sⱼxⱼ) ≤ y.high.
 */
function constraintsOf(rows: readonly Row[], signs: Signs): { rows: number[][]; bounds: number[] } {
  const out: number[][] = [];
  const bounds: number[] = [];
  for (const row of rows) {
    const turned = row.x.map((one, j) => scale(one, signs[j]!));
    out.push(
      turned.map((one) => -one.high),
      turned.map((one) => one.low),
    );
    bounds.push(-row.y.low, row.y.high);
  }
  return { rows: out, bounds };
}

function orthants(parts: number): Signs[] {
  return Array.from({ length: 1 << parts }, (_, code) => Array.from({ length: parts }, (__, j) => ((code >> j) & 1 ? -1 : 1)));
}

/** Is there any weight vector that satisfies all rows? Tries every combination of signs, the given weights' own first. */
export function feasible(rows: readonly Row[], near: readonly number[] | null = null): readonly number[] | null {
  const parts = rows[0]?.x.length ?? 0;
  const all = orthants(parts);
  const own = near === null ? [] : [near.map((weight): 1 | -1 => (weight < 0 ? -1 : 1))];
  for (const signs of [...own, ...all]) {
    const { rows: a, bounds } = constraintsOf(rows, signs);
    const found = linearProgram(
      Array.from({ length: parts }, () => 0),
      a,
      bounds,
    );
    if (found.status === 'optimal') return found.x.map((value, j) => value * signs[j]!);
  }
  return null;
}

/**
 * The smallest and largest weight of each part over all weight vectors that satisfy the rows, with optional bounds on the weights
 * themselves.
 */
export function weightBounds(rows: readonly Row[]): readonly Interval[] | null {
  const parts = rows[0]?.x.length ?? 0;
  let out: Interval[] | null = null;
  for (const signs of orthants(parts)) {
    const { rows: a, bounds } = constraintsOf(rows, signs);
    const ends = Array.from({ length: parts }, (_, j): Interval | null => {
      const objective = (direction: number): number[] => Array.from({ length: parts }, (__, i) => (i === j ? direction : 0));
      const highest = linearProgram(objective(1), a, bounds);
      if (highest.status === 'infeasible') return null;
      const lowest = linearProgram(objective(-1), a, bounds);
      const high = highest.status === 'optimal' ? highest.value : Infinity;
      const low = lowest.status === 'optimal' ? -lowest.value : 0;
      return signs[j] === 1 ? { low, high } : { low: -high, high: -low };
    });
    if (ends.some((end) => end === null)) continue;
    const known = ends as Interval[];
    out = out === null ? known : out.map((one, j) => ({ low: Math.min(one.low, known[j]!.low), high: Math.max(one.high, known[j]!.high) }));
  }
  return out;
}

/** Do weights within a box satisfy the rows? */
export function feasibleWithin(rows: readonly Row[], box: readonly Interval[]): boolean {
  const signs: Signs = box.map((one) => (middle(one) < 0 ? -1 : 1));
  const { rows: a, bounds } = constraintsOf(rows, signs);
  for (const [j, one] of box.entries()) {
    const turned = scale(one, signs[j]!);
    const unit = box.map((_, i) => (i === j ? 1 : 0));
    a.push(
      unit,
      unit.map((value) => -value),
    );
    bounds.push(turned.high, -Math.max(0, turned.low));
  }
  return (
    linearProgram(
      box.map(() => 0),
      a,
      bounds,
    ).status === 'optimal'
  );
}

export interface Consensus {
  /** Weights that satisfy all `good` rows. */
  readonly weights: readonly number[];
  readonly good: readonly number[];
  readonly bad: readonly number[];
}

const DRAWS = 250;

/**
 * The largest set of rows found that have weights in common. Starts from the weights of least absolute error (a linear program) and from
 * those of small sets of rows drawn with a fixed seed (Fischler & Bolles 1981, CACM 24:381–395); then rows are added while any weights
 * still satisfy all. Null when rows are fewer than two more than the parts.
 */
export function consensusOf(rows: readonly Row[]): Consensus | null {
  const parts = rows[0]?.x.length ?? 0;
  if (rows.length < parts + 2 || parts === 0) return null;
  const everything = feasible(rows);
  if (everything !== null) return { weights: everything, good: rows.map((_, i) => i), bad: [] };
  let best: readonly number[] = leastAbsolute(rows);
  let count = rows.filter((row) => fitsAt(row, best)).length;
  const random = seededRandom(20240914);
  // When two rows in three fit the weights of least absolute error, no draw of a few rows will fit more.
  for (let draw = 0; draw < DRAWS && count < (2 * rows.length) / 3; draw++) {
    const chosen = new Set<number>();
    while (chosen.size < parts) chosen.add(random.integer(rows.length));
    const picked = [...chosen].map((i) => rows[i]!);
    const found = solve(
      picked.map((row) => row.x.map(middle)),
      picked.map((row) => [middle(row.y)]),
    )?.map((one) => one[0]!);
    if (found === undefined) continue;
    const fits = rows.filter((row) => fitsAt(row, found)).length;
    if (fits > count) {
      best = found;
      count = fits;
    }
  }
  // Exact weights of three rows carry their rounding: refit on the rows that come near, then on those that fit.
  for (let round = 0; round < 3; round++) {
    const near = rows.filter((row) => {
      const p = predicted(best, row.x);
      return meets({ low: p.low - 2 * (p.high - p.low), high: p.high + 2 * (p.high - p.low) }, row.y);
    });
    const refitted = near.length >= parts + 1 ? leastAbsolute(near) : best;
    const fits = rows.filter((row) => fitsAt(row, refitted)).length;
    if (fits > count) {
      best = refitted;
      count = fits;
    }
  }
  const errors = rows.map((row) => {
    const p = predicted(best, row.x);
    return Math.max(0, p.low - row.y.high, row.y.low - p.high);
  });
  const order = rows.map((_, i) => i).sort((i, j) => errors[i]! - errors[j]! || i - j);
  const good: number[] = [];
  let weights = best;
  for (const i of order) {
    if (fitsAt(rows[i]!, weights) && good.every((k) => fitsAt(rows[k]!, weights))) {
      good.push(i);
      continue;
    }
    const found = feasible(
      [...good, i].map((k) => rows[k]!),
      weights,
    );
    if (found !== null) {
      good.push(i);
      weights = found;
    }
  }
  good.sort((i, j) => i - j);
  return { weights, good, bad: rows.map((_, i) => i).filter((i) => !good.includes(i)) };
}

/** Weights with the least sum of absolute errors at the printed values. */
function leastAbsolute(rows: readonly Row[]): readonly number[] {
  const parts = rows[0]!.x.length;
  const a: number[][] = [];
  const bounds: number[] = [];
  for (const [i, row] of rows.entries()) {
    for (const side of [1, -1]) {
      const line = Array.from({ length: 2 * parts + rows.length }, () => 0);
      row.x.forEach((one, j) => {
        line[j] = side * middle(one);
        line[parts + j] = -side * middle(one);
      });
      line[2 * parts + i] = -1;
      a.push(line);
      bounds.push(side * middle(row.y));
    }
  }
  const found = linearProgram(
    Array.from({ length: 2 * parts + rows.length }, (_, j) => (j < 2 * parts ? 0 : -1)),
    a,
    bounds,
  );
  return found.status === 'optimal'
    ? Array.from({ length: parts }, (_, j) => found.x[j]! - found.x[parts + j]!)
    : Array.from({ length: parts }, () => 0);
}
