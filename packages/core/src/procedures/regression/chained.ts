// Missing values filled in several times over: chained equations with predictive mean matching. What is made of the copies is
// imputations.ts'.
import type { Codes } from '../../counts/points.ts';
import { log } from '../../numerics/exponential.ts';
import { choleskyFactor, inverseSymmetric, type Matrix } from '../../numerics/linear-algebra.ts';
import { inPart } from '../../numerics/parts.ts';
import { cube, square } from '../../numerics/powers.ts';
import type { SeededRandom } from '../../numerics/random.ts';
import { drawnLevels } from './imputed-levels.ts';

/** A variable of the imputation model; NaN and a code below 0 are missing. */
export type Incomplete =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'category'; readonly codes: Codes; readonly levels: number };

export interface Chained {
  /** Copies of the variables without a gap, in their order. */
  readonly copies: readonly (readonly Incomplete[])[];
  /** Cells that were filled, a variable each. */
  readonly filled: readonly number[];
}

/** As mice: donors to choose from, and what the diagonal of X′X is raised by, so that predictors that determine each other do no harm. */
const DONORS = 5;
const RIDGE = 1e-5;
/** Rounds through the variables before a copy is taken; SPSS's number. */
const ROUNDS = 10;

/**
 * Van Buuren & Groothuis-Oudshoorn 2011, Journal of Statistical Software 45(3) (chained equations); Little 1988, Journal of Business &
 * Economic Statistics 6:287–296 (predictive mean matching). Each variable with gaps is regressed on all others; σ*² = RSS/χ²(df), b* =
 * b + σ*·(X′X)^(−½)z; a gap takes the value of one of the 5 cases, chosen at random, whose Xb is nearest to its Xb* (type 1 matching). A
 * category's level is drawn from a multinomial model. So every value that is filled in is one that somebody gave. A text: the place of
 * a variable that nobody answered.
 */
export function chainedEquations(
  variables: readonly Incomplete[],
  copies: number,
  random: SeededRandom,
): Chained | { readonly empty: number } {
  const gaps = variables.map(missingRows);
  const known = variables.map((variable, v) => {
    const missing = new Set(gaps[v]);
    return Uint32Array.from({ length: sizeOf(variable) }, (_, row) => row).filter((row) => !missing.has(row));
  });
  const empty = known.findIndex((rows) => rows.length === 0);
  if (empty >= 0) return { empty };
  // Those with fewer gaps first.
  const order = variables.map((_, v) => v).filter((v) => gaps[v]!.length > 0);
  order.sort((a, b) => gaps[a]!.length - gaps[b]!.length || a - b);
  const filled = gaps.map((rows) => rows.length);
  const made = Array.from({ length: order.length === 0 ? Math.min(copies, 1) : copies }, (_, copy): readonly Incomplete[] => {
    const own = variables.map(copyOf);
    for (const v of order) for (const row of gaps[v]!) give(own[v]!, row, own[v]!, known[v]![random.integer(known[v]!.length)]!);
    for (let round = 0; round < ROUNDS; round++)
      for (const [at, v] of order.entries())
        inPart((copy * ROUNDS + round) * order.length + at, copies * ROUNDS * order.length, () => {
          impute(own, v, gaps[v]!, known[v]!, random);
        });
    return own;
  });
  return { copies: order.length === 0 ? Array.from({ length: copies }, () => made[0] ?? variables) : made, filled };
}

const sizeOf = (variable: Incomplete): number => (variable.kind === 'number' ? variable.values : variable.codes).length;
const copyOf = (variable: Incomplete): Incomplete =>
  variable.kind === 'number' ? { ...variable, values: variable.values.slice() } : { ...variable, codes: variable.codes.slice() };

function missingRows(variable: Incomplete): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < sizeOf(variable); row++)
    if (variable.kind === 'number' ? Number.isNaN(variable.values[row]!) : variable.codes[row]! < 0) rows.push(row);
  return rows;
}

function give(to: Incomplete, row: number, from: Incomplete, donor: number): void {
  if (to.kind === 'number' && from.kind === 'number') to.values[row] = from.values[donor]!;
  else if (to.kind === 'category' && from.kind === 'category') to.codes[row] = from.codes[donor]!;
}

/** A number as it is, a category as dummies of all levels but the first. */
function columnsOf(variable: Incomplete): readonly Float64Array[] {
  if (variable.kind === 'number') return [variable.values];
  return Array.from({ length: Math.max(0, variable.levels - 1) }, (_, level) =>
    Float64Array.from(variable.codes, (code) => (code === level + 1 ? 1 : 0)),
  );
}

/** Fills the gaps of one variable anew. */
function impute(own: readonly Incomplete[], v: number, gaps: readonly number[], known: Uint32Array, random: SeededRandom): void {
  const variable = own[v]!;
  const others = own.flatMap((other, o) => (o === v ? [] : columnsOf(other))).map(standardised);
  if (variable.kind === 'category') {
    const drawn = drawnLevels(others, variable.codes, variable.levels, { known, gaps }, random);
    for (const [at, row] of gaps.entries()) variable.codes[row] = drawn[at]!;
    return;
  }
  const x = [new Float64Array(variable.values.length).fill(1), ...others];
  const q = x.length;
  const cross: number[][] = x.map(() => Array.from({ length: q }, () => 0));
  for (let i = 0; i < q; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (const row of known) sum += x[i]![row]! * x[j]![row]!;
      cross[i]![j] = cross[j]![i] = sum;
    }
  for (let i = 0; i < q; i++) cross[i]![i] = cross[i]![i]! * (1 + RIDGE) + 1e-12;
  const inverse = inverseSymmetric(cross);
  const root = inverse === null ? null : choleskyFactor(inverse);
  // Nothing to go by: any case may give.
  if (inverse === null || root === null) {
    for (const row of gaps) variable.values[row] = variable.values[known[random.integer(known.length)]!]!;
    return;
  }
  const found = predicted({ x, y: variable.values, known, gaps, inverse, root, df: Math.max(1, known.length - q) }, random);
  const order = Uint32Array.from(known.keys()).sort((a, b) => found.known[a]! - found.known[b]! || a - b);
  const sorted = Float64Array.from(order, (at) => found.known[at]!);
  for (const [at, row] of gaps.entries())
    variable.values[row] = variable.values[known[order[nearestDonor(sorted, found.gaps[at]!, random)]!]!]!;
}

/** By its mean and SD; a column that does not vary is 0. */
function standardised(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const sd = Math.sqrt(column.reduce((sum, value) => sum + square(value - mean), 0) / column.length);
  return column.map((value) => (sd > 1e-12 * Math.abs(mean) && sd > 0 ? (value - mean) / sd : 0));
}

interface Regressed {
  readonly x: readonly Float64Array[];
  readonly y: Float64Array;
  readonly known: Uint32Array;
  readonly gaps: readonly number[];
  readonly inverse: Matrix;
  /** Lower triangle whose square is the inverse. */
  readonly root: Matrix;
  readonly df: number;
}

/** Of those who have a value by the estimate, of the others by coefficients drawn around it. */
function predicted({ x, y, known, gaps, inverse, root, df }: Regressed, random: SeededRandom) {
  const right = x.map((column) => {
    let sum = 0;
    for (const row of known) sum += column[row]! * y[row]!;
    return sum;
  });
  const b = inverse.map((row) => row.reduce((sum, value, j) => sum + value * right[j]!, 0));
  const at = (coefficients: readonly number[], row: number): number => coefficients.reduce((sum, value, j) => sum + value * x[j]![row]!, 0);
  const fitted = Float64Array.from(known, (row) => at(b, row));
  const rss = known.reduce((sum, row, i) => sum + (y[row]! - fitted[i]!) * (y[row]! - fitted[i]!), 0);
  const sigma = Math.sqrt(rss / chiSquare(df, random));
  const z = x.map(() => random.normal());
  const drawn = b.map((value, i) => value + sigma * root[i]!.reduce((sum, one, j) => (j <= i ? sum + one * z[j]! : sum), 0));
  return { known: fitted, gaps: Float64Array.from(gaps, (row) => at(drawn, row)) };
}

/** One of the nearest in a sorted list, each as likely; of equal ones at the border any. */
function nearestDonor(sorted: Float64Array, to: number, random: SeededRandom): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < to) low = middle + 1;
    else high = middle;
  }
  let [left, right] = [low - 1, low];
  for (let taken = 0; taken < Math.min(DONORS, sorted.length); taken++) {
    const below = left < 0 ? Infinity : to - sorted[left]!;
    const above = right >= sorted.length ? Infinity : sorted[right]! - to;
    if (below < above || (below === above && random.uniform() < 0.5)) left -= 1;
    else right += 1;
  }
  // Cases that are alike stand together: each of them may give.
  const end = (at: number, by: -1 | 1): number => {
    let next = at;
    while (sorted[next + by] === sorted[at]) next += by;
    return next;
  };
  const [first, last] = [end(left + 1, -1), end(right - 1, 1)];
  return first + random.integer(last - first + 1);
}

/** Marsaglia & Tsang 2000, ACM Transactions on Mathematical Software 26:363–372: 2·Gamma(df/2). */
function chiSquare(df: number, random: SeededRandom): number {
  if (df < 2) {
    const z = random.normal();
    return z * z;
  }
  const d = df / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = cube(1 + c * x);
    if (v <= 0) continue;
    if (log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * log(v)) return 2 * d * v;
  }
}
