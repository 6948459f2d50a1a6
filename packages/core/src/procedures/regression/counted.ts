// Least squares on coded predictors: X′X is made of joint counts, X′y of sums by level, residuals in one pass over codes. No column of the
// design is ever written out. The same on columns that are written out, by QR: ols.ts.
import { jointCounts } from '../../counts/joint.ts';
import type { Codes } from '../../counts/points.ts';
import { scaleOf } from '../../counts/scaled.ts';
import { adder, BLOCK, combinationsOf, levelSums, tableOf, TOLD, type Combination } from './combinations.ts';
import type { DesignColumn } from './design.ts';
import { wholeSums } from '../describe/level-sums.ts';
import { chiSquareUpper } from '../../numerics/distributions.ts';
import { areOneNumber, isConstant } from '../../numerics/constant.ts';
import { once } from '../../numerics/once.ts';
import { inShare, mayEnd } from '../../numerics/parts.ts';
import { square } from '../../numerics/powers.ts';
import { commonOffset } from '../../numerics/sums.ts';
import { backSubstitute, firstDependent, fitOfSums, inverseOfGram, type FitFailure, type LinearFit } from './ols.ts';
import type { Triangle } from './triangle.ts';

/** A predictor, or a product of several, as one coded column: each column of the design is a table over its levels. */
export interface CodedTerm {
  readonly codes: Codes;
  readonly levels: number;
  readonly columns: readonly CodedColumnOfDesign[];
}
export interface CodedColumnOfDesign extends Omit<DesignColumn, 'values'> {
  /** Of each level; NaN where it has no answer. */
  readonly table: Float64Array;
}

/** What is the same for every outcome over the same rows. */
export interface CountedPredictors {
  readonly terms: readonly CodedTerm[];
  readonly mask: Uint8Array | null;
  readonly n: number;
  /** A table a column less its mean, its term's place, the mean; NaN nowhere. */
  readonly columns: readonly { readonly term: number; readonly deviations: Float64Array; readonly mean: number; readonly offset: number }[];
  /** Centred cross-products of the columns, k × k. */
  readonly cross: readonly Float64Array[];
  /** Of each term, how many rows have each level. */
  readonly times: readonly Float64Array[];
  /** The terms of each row in as few codes as may be; of so many rows in all. */
  readonly combined: (rows: number) => readonly Combination[];
}

/** Below this share of its own length squared, what the columns before leave of one is rounding: a tolerance of 1e-4 is refused before. */
const DEPENDENT = 1e-9;

/** `mask`: 1 for rows that take part; in all of these every term has an answer. */
export function countedPredictors(terms: readonly CodedTerm[], mask: Uint8Array | null): CountedPredictors {
  const joint = jointCounts(terms, mask);
  const { n, size, counts, starts } = joint;
  const frequencies = terms.map(({ levels }, term) =>
    Float64Array.from({ length: levels }, (_, level) => counts[(starts[term]! + level) * (size + 1)]!),
  );
  const columns = terms.flatMap(({ columns: own }, term) =>
    own.map(({ table }) => {
      const times = frequencies[term]!;
      const held = table.filter((_, level) => times[level]! > 0);
      const offset = commonOffset(held);
      let mean = 0;
      for (let pass = 0; pass < 2; pass++) {
        let total = 0;
        for (const [level, value] of table.entries()) if (times[level]! > 0) total += times[level]! * (value - offset - mean);
        mean += total / n;
      }
      const deviations = Float64Array.from(table, (value, level) => (times[level]! > 0 ? value - offset - mean : 0));
      return { term, deviations: isConstant(held) ? deviations.fill(0) : deviations, mean, offset };
    }),
  );
  const cross = columns.map((a, i) => {
    const row = new Float64Array(columns.length);
    // Σ over the levels of a's term, once for all columns of another.
    for (const [j, b] of columns.entries()) {
      if (j > i) break;
      let total = 0;
      for (const [x, left] of a.deviations.entries()) {
        if (left === 0) continue;
        const from = (starts[a.term]! + x) * size + starts[b.term]!;
        let inner = 0;
        for (const [y, right] of b.deviations.entries()) inner += counts[from + y]! * right;
        total += left * inner;
      }
      row[j] = total;
    }
    return row;
  });
  for (let i = 0; i < cross.length; i++) for (let j = i + 1; j < cross.length; j++) cross[i]![j] = cross[j]![i]!;
  let combined: readonly Combination[] | null = null;
  return { terms, mask, n, columns, cross, times: frequencies, combined: (rows) => (combined ??= combinationsOf(terms, mask, rows)) };
}

/** What the rows tell of an outcome, and what follows from it that no linear map of the outcome changes but by its factor. */
interface Passed {
  readonly mean: number;
  readonly ssTotal: number;
  readonly withOutcome: readonly number[];
  readonly slopes: readonly number[];
  readonly inverse: number[][];
  readonly ssResidual: number;
  readonly durbinWatson: number;
  readonly breuschPagan: LinearFit['breuschPagan'];
  readonly residuals: () => Float64Array;
}

const passes = new WeakMap<CountedPredictors, WeakMap<Float64Array, (Passed | FitFailure)[]>>();

/** Kept with predictors and outcome: in the first columns of the design, as many as there are names. */
function passedOnce(predictors: CountedPredictors, y: Float64Array, names: readonly string[]): Passed | FitFailure {
  const ofPredictors = passes.get(predictors) ?? new WeakMap<Float64Array, (Passed | FitFailure)[]>();
  passes.set(predictors, ofPredictors);
  const bySize = ofPredictors.get(y) ?? [];
  ofPredictors.set(y, bySize);
  return (bySize[names.length] ??= passed(predictors, y, names));
}

function passed(
  { terms, n, columns: all, cross: whole, times, combined }: CountedPredictors,
  y: Float64Array,
  names: readonly string[],
): Passed | FitFailure {
  const k = names.length;
  const columns = all.slice(0, k);
  const cross = whole.slice(0, k).map((row) => row.subarray(0, k));
  const rows = y.length;
  const combinations = combined(rows);
  const taking = combinations[0]!.codes;
  const levels = terms.map((term) => term.levels);

  // The outcome less about its mean; the rest of the way is made with the sums. Many leading digits in common cost none.
  const { offset, constant, centre } = outcomeOf(y, taking);
  const near = inShare(0, 0.4, () =>
    levelSums(combinations, rows, levels, (from, to, out) => {
      deviationsInto(y, taking(from, to), from, out, offset, centre);
    }),
  );
  const rest = near.total / n;
  const mean = centre + rest;
  const ssTotal = constant ? 0 : near.squares - n * square(rest);
  if (!(ssTotal > 0)) return { problem: 'constant-outcome', n };
  const ofOutcome = near.sums.map((own, term) => own.map((value, level) => value - times[term]![level]! * rest));
  const withOutcome = columns.map((column) => crossWith(column, ofOutcome));

  const triangle = triangleOf(n, columns, cross, withOutcome, ssTotal);
  const dependent = firstDependent(
    triangle,
    cross.map((row, j) => row[j]!),
    names,
  );
  if (dependent !== null) return dependent;
  const slopes = backSubstitute(triangle.r, k + 1).slice(1);
  const residualsInto = residualsBy(combinations, effectsOf(terms, columns, slopes), y, { origin: offset, at: mean });
  const buffer = new Float64Array(BLOCK);
  const neighbours = adder();
  const chain = Float64Array.of(NaN, 0);
  const ofSquares = inShare(0.4, 1, () =>
    levelSums(combinations, rows, levels, (from, to, out) => {
      residualsInto(from, to, buffer);
      squared(buffer, taking(from, to), out, chain);
      neighbours.add(chain[1]!);
    }),
  );
  const ssResidual = ofSquares.total;
  const spread = ofSquares.squares - square(ssResidual) / n;
  const explained = explainedBy(
    triangle.r,
    columns.map((column) => crossWith(column, ofSquares.sums)),
  );
  const lm = spread > 0 ? n * (explained / spread) : 0;
  return {
    mean: offset + mean,
    ssTotal,
    withOutcome,
    slopes,
    inverse: inverseOfGram(triangle.r, k + 1),
    ssResidual,
    durbinWatson: neighbours.sum() / ssResidual,
    breuschPagan: k === 0 || !(spread > 0) ? null : { lm, df: k, p: chiSquareUpper(Math.max(0, lm), k) },
    residuals: () => {
      const found = new Float64Array(n);
      let at = 0;
      for (let from = 0; from < rows; from += BLOCK) {
        const to = Math.min(rows, from + BLOCK);
        residualsInto(from, to, buffer);
        const taken = taking(from, to);
        for (let row = 0; row < to - from; row++) if (taken[row] !== 0) found[at++] = buffer[row]!;
      }
      return found;
    },
  };
}

/**
 * As `linearFit`, of y (a number in every row of the mask) on the first `size` columns. X′X = Σ tₐ(l)·t_b(m)·n_lm over pairs of levels, its
 * Cholesky triangle is that of the QR decomposition, so that all else follows as there; Breusch–Pagan from the same triangle. Of scores,
 * rows are asked for what they are a linear map of: another range looks at none.
 */
export function countedFit(
  predictors: CountedPredictors,
  y: Float64Array,
  names: readonly string[],
  confidence: number,
): LinearFit | FitFailure {
  const k = names.length;
  const { n } = predictors;
  if (n < k + 2) return { problem: 'too-few', n, parameters: k + 1 };
  const { base, factor, at } = scaleOf(y);
  const found = passedOnce(predictors, base, names);
  if ('problem' in found) return found;
  const columns = predictors.columns.slice(0, k);
  const lengths = columns.map((_, j) => predictors.cross[j]![j]!);
  const slopes = found.slopes.map((slope) => factor * slope);
  const ssTotal = square(factor) * found.ssTotal;
  const fit = fitOfSums({
    n,
    k,
    terms: names,
    confidence,
    b: [at(found.mean) - columns.reduce((sum, column, j) => sum + slopes[j]! * (column.mean + column.offset), 0), ...slopes],
    inverse: found.inverse,
    offsets: columns.map(({ offset }) => offset),
    ssResidual: square(factor) * found.ssResidual,
    ssTotal,
    sdY: Math.sqrt(ssTotal / (n - 1)),
    sdX: lengths.map((length) => Math.sqrt(length / (n - 1))),
    centredX: lengths,
    zeroOrder: lengths.map((length, j) => found.withOutcome[j]! / Math.sqrt(length * found.ssTotal)),
  });
  const whole = {
    ...fit,
    durbinWatson: fit.perfect || !(found.ssResidual > 0) ? null : found.durbinWatson,
    breuschPagan: fit.perfect ? null : found.breuschPagan,
  };
  // A number a case, made when somebody asks; no part of what is copied or passed on.
  const residuals = once(() => {
    const own = found.residuals();
    if (factor !== 1) for (let row = 0; row < own.length; row++) own[row] = factor * own[row]!;
    return own;
  });
  return Object.defineProperty(whole as LinearFit, 'residuals', { get: residuals, enumerable: false });
}

/** Of each term, what a row with a level of it has more than one at the means. */
function effectsOf(terms: readonly CodedTerm[], columns: CountedPredictors['columns'], slopes: readonly number[]): readonly Float64Array[] {
  const effects = terms.map(({ levels }) => new Float64Array(levels));
  for (const [j, { term, deviations }] of columns.entries()) {
    const table = effects[term]!;
    for (const [level, value] of deviations.entries()) table[level] = table[level]! + slopes[j]! * value;
  }
  return effects;
}

/** Writes the residuals of rows `from` up to before `to`: y less its mean, less what the row’s levels add to the fitted value. */
function residualsBy(
  combinations: readonly Combination[],
  effects: readonly Float64Array[],
  y: Float64Array,
  { origin, at: mean }: { readonly origin: number; readonly at: number },
): (from: number, to: number, out: Float64Array) => void {
  const tables = combinations.map((one) => tableOf(one, effects));
  return (from, to, out) => {
    lessMean(y, from, to, out, origin, mean);
    for (const [at, { codes }] of combinations.entries()) takeOff(codes(from, to), tables[at]!, out);
  };
}

/** What a sandwich is filled with, from codes and a fit of `countedFit`: the residuals in the order of the rows. */
export interface CountedCases {
  readonly predictors: CountedPredictors;
  readonly fit: LinearFit;
}

/** Tables of the first columns of the design over their terms' levels, less the fit's offsets; a constant first. */
const tablesOf = ({ predictors, fit }: CountedCases) =>
  predictors.columns.slice(0, fit.predictors).map(({ term, deviations, mean }) => ({
    term,
    table: deviations.map((value) => value + mean),
  }));

/**
 * Σᵢ wᵢxᵢxᵢ′, intercept first, with wᵢ = `weight(eᵢ², hᵢ)` and hᵢ = xᵢ′(X′X)⁻¹xᵢ: leverages are looked up by pairs of levels, weights are
 * summed by them. Null where a weight is.
 */
export function countedMeat(cases: CountedCases, weight: (squared: number, leverage: number) => number | null): number[][] | null {
  const { predictors, fit } = cases;
  const { residuals, unscaledCovariance: bread } = fit;
  const tables = tablesOf(cases);
  const places = [...new Set(tables.map(({ term }) => term))];
  const terms = places.map((place) => predictors.terms[place]!);
  const own = places.map((place) => tables.flatMap(({ term, table }, j) => (term === place ? [{ j: j + 1, table }] : [])));
  const { mask } = predictors;
  const rows = terms[0]?.codes.length ?? 0;
  const pairs = terms.flatMap((_, a) => terms.slice(a).map((__, later) => ({ a, b: a + later })));
  /** Of each pair of terms what its levels add to a leverage; that of a term with itself has the intercept's share. */
  const leverages = pairs.map(({ a, b }) => {
    const [left, right] = [terms[a]!.levels, terms[b]!.levels];
    const found = new Float64Array(left * right);
    for (let x = 0; x < left; x++)
      for (let y = 0; y < right; y++) {
        if (a === b && x !== y) continue;
        let total = 0;
        for (const one of own[a]!) for (const other of own[b]!) total += one.table[x]! * bread[one.j]![other.j]! * other.table[y]!;
        found[x * right + y] = a === b ? total + 2 * own[a]!.reduce((sum, one) => sum + bread[0]![one.j]! * one.table[x]!, 0) : 2 * total;
      }
    return found;
  });
  const weights = leverages.map((table) => new Float64Array(table.length));
  const places0 = new Int32Array(pairs.length);
  let whole = 0;
  let at = 0;
  for (let row = 0; row < rows; row++) {
    if (row % TOLD === 0) mayEnd();
    if (mask !== null && mask[row] !== 1) continue;
    let leverage = bread[0]![0]!;
    for (let p = 0; p < pairs.length; p++) {
      const { a, b } = pairs[p]!;
      const place = terms[a]!.codes[row]! * terms[b]!.levels + terms[b]!.codes[row]!;
      places0[p] = place;
      leverage += leverages[p]![place]!;
    }
    const found = weight(square(residuals[at++]!), leverage);
    if (found === null) return null;
    whole += found;
    for (let p = 0; p < pairs.length; p++) weights[p]![places0[p]!] = weights[p]![places0[p]!]! + found;
  }
  const size = tables.length + 1;
  const meat = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  meat[0]![0] = whole;
  for (const [p, { a, b }] of pairs.entries()) {
    const [left, right] = [terms[a]!.levels, terms[b]!.levels];
    for (const one of own[a]!) {
      if (a === b) {
        let total = 0;
        for (let x = 0; x < left; x++) total += one.table[x]! * weights[p]![x * right + x]!;
        meat[0]![one.j] = total;
        meat[one.j]![0] = total;
      }
      for (const other of own[b]!) {
        let total = 0;
        for (let x = 0; x < left; x++)
          for (let y = 0; y < right; y++) total += one.table[x]! * other.table[y]! * weights[p]![x * right + y]!;
        meat[one.j]![other.j] = total;
        meat[other.j]![one.j] = total;
      }
    }
  }
  return meat;
}

/** X_g′e_g of each cluster, intercept first: residuals summed by cluster and level. `groups`: a whole number a case. */
export function countedScores(cases: CountedCases, groups: Codes): number[][] {
  const { predictors, fit } = cases;
  const tables = tablesOf(cases);
  const { residuals } = fit;
  const { mask, terms } = predictors;
  const starts: number[] = [];
  let width = 1;
  for (const { levels } of terms) {
    starts.push(width);
    width += levels;
  }
  const position = new Map<number, number>();
  for (const group of groups) if (!position.has(group)) position.set(group, position.size);
  const sums = new Float64Array(position.size * width);
  const rows = terms[0]?.codes.length ?? 0;
  let at = 0;
  for (let row = 0; row < rows; row++) {
    if (mask !== null && mask[row] !== 1) continue;
    const from = position.get(groups[at]!)! * width;
    const residual = residuals[at++]!;
    sums[from] = sums[from]! + residual;
    for (let term = 0; term < terms.length; term++) {
      const place = from + starts[term]! + terms[term]!.codes[row]!;
      sums[place] = sums[place]! + residual;
    }
  }
  return Array.from({ length: position.size }, (_, group) => [
    sums[group * width]!,
    ...tables.map(({ term, table }) =>
      table.reduce((total, value, level) => total + value * sums[group * width + starts[term]! + level]!, 0),
    ),
  ]);
}

/** Of the rows that take part, whether their numbers vary, and about the mean of the first ones; less the digits in common of all. */
function outcomeOf(
  y: Float64Array,
  taking: Combination['codes'],
): { readonly offset: number; readonly constant: boolean; readonly centre: number } {
  const { lowest, highest } = wholeSums(y);
  const offset = commonOffset([lowest, highest]);
  const ends = Float64Array.of(Infinity, -Infinity);
  for (let from = 0; from < y.length; from += BLOCK) endsWithin(y, taking(from, Math.min(y.length, from + BLOCK)), from, ends);
  const [least, most] = ends as unknown as readonly [number, number];
  let [count, total] = [0, 0];
  for (let from = 0; from < y.length && count < BLOCK; from += BLOCK) {
    const to = Math.min(y.length, from + BLOCK);
    const taken = taking(from, to);
    for (let row = from; row < to && count < BLOCK; row++) {
      if (taken[row - from] === 0) continue;
      count++;
      total += y[row]! - offset;
    }
  }
  return { offset, constant: !(least < most) || areOneNumber(least, most), centre: total / count };
}

/** A function that is called again and again is compiled for good: here, and where a block is summed up. */
function endsWithin(y: Float64Array, taken: Int16Array, from: number, ends: Float64Array): void {
  let least = ends[0]!;
  let most = ends[1]!;
  for (let at = 0; at < taken.length; at++) {
    if (taken[at] === 0) continue;
    const value = y[from + at]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  ends[0] = least;
  ends[1] = most;
}

/** Squares of residuals; `chain`: the last residual, and the sum of squared differences of each from the one before it in the block. */
function squared(residuals: Float64Array, taken: Int16Array, out: Float64Array, chain: Float64Array): void {
  chain[1] = 0;
  let before = chain[0]!;
  let sum = chain[1]!;
  for (let at = 0; at < taken.length; at++) {
    if (taken[at] === 0) {
      out[at] = 0;
      continue;
    }
    const residual = residuals[at]!;
    if (!Number.isNaN(before)) sum += (residual - before) * (residual - before);
    before = residual;
    out[at] = residual * residual;
  }
  chain[0] = before;
  chain[1] = sum;
}

function lessMean(y: Float64Array, from: number, to: number, out: Float64Array, origin: number, mean: number): void {
  for (let row = from; row < to; row++) out[row - from] = y[row]! - origin - mean;
}

function deviationsInto(y: Float64Array, taken: Int16Array, from: number, out: Float64Array, offset: number, centre: number): void {
  for (let at = 0; at < taken.length; at++) out[at] = taken[at] === 0 ? 0 : y[from + at]! - offset - centre;
}

function takeOff(codes: Int16Array, table: Float64Array, out: Float64Array): void {
  for (let row = 0; row < codes.length; row++) out[row] = out[row]! - table[codes[row]!]!;
}

/** Σ of a column's deviations times what was summed up by the levels of its term. */
function crossWith({ term, deviations }: CountedPredictors['columns'][number], sums: readonly Float64Array[]): number {
  let total = 0;
  for (const [level, value] of deviations.entries()) total += value * sums[term]![level]!;
  return total;
}

/**
 * The triangle R of [1 X y] with X less its offsets: √n and √n times the means in the first row, below them the Cholesky factor of the
 * centred cross-products (R′R = X′X; Golub & Van Loan 2013, Matrix Computations, 4.2 and 5.2). A pivot that is rounding is 0.
 */
function triangleOf(
  n: number,
  columns: CountedPredictors['columns'],
  cross: readonly Float64Array[],
  withOutcome: readonly number[],
  ssTotal: number,
): Triangle {
  const k = columns.length;
  const root = Math.sqrt(n);
  const r = Array.from({ length: k + 2 }, () => new Float64Array(k + 2));
  r[0]![0] = root;
  for (const [j, { mean }] of columns.entries()) r[0]![j + 1] = root * mean;
  const entry = (i: number, j: number): number => (j < k ? cross[i]![j]! : i < k ? withOutcome[i]! : ssTotal);
  for (let i = 0; i <= k; i++) {
    let rest = entry(i, i);
    for (let m = 0; m < i; m++) rest -= square(r[m + 1]![i + 1]!);
    if (rest <= DEPENDENT * entry(i, i) && i < k) continue;
    r[i + 1]![i + 1] = Math.sqrt(Math.max(0, rest));
    for (let j = i + 1; j <= k; j++) {
      let value = entry(i, j);
      for (let m = 0; m < i; m++) value -= r[m + 1]![i + 1]! * r[m + 1]![j + 1]!;
      r[i + 1]![j + 1] = value / r[i + 1]![i + 1]!;
    }
  }
  return { n, r };
}

/** Sum of squares that the columns explain of something with these cross-products: |R⁻ᵀc|². */
function explainedBy(r: readonly Float64Array[], c: readonly number[]): number {
  const z: number[] = [];
  for (const [i, value] of c.entries()) {
    let rest = value;
    for (let m = 0; m < i; m++) rest -= r[m + 1]![i + 1]! * z[m]!;
    z.push(rest / r[i + 1]![i + 1]!);
  }
  return z.reduce((total, value) => total + value * value, 0);
}
