// Linear regression under a design of one stage on coded predictors: X′WX from joint sums of weights, X′Wy from sums by level, the
// variance of what is left from sums by unit and level. No column of the design is written out. On columns that are written out: model.ts.
import { eachScore, type LinearScore } from '../../counts/linear-scores.ts';
import { jointWith, momentsWith } from '../../counts/numbers.ts';
import type { Codes } from '../../counts/points.ts';
import { byRows } from '../../counts/values.ts';
import { weightedJoint } from '../../counts/weighted.ts';
import { correlationOf, type Moments } from '../../moments/moments.ts';
import { areOneNumber } from '../../numerics/constant.ts';
import { finite } from '../../numerics/finite.ts';
import { inverseSymmetric, multiply } from '../../numerics/linear-algebra.ts';
import type { CodedTerm } from '../regression/counted.ts';
import type { SurveyDesign } from './design.ts';
import { dependentAt, onPredictors, type SurveyFit, type SurveyFitFailure } from './model.ts';
import { covarianceOfTotals, raisedBy, type Units } from './units.ts';

export interface CountedSurveyFit extends Pick<SurveyFit, 'n' | 'df' | 'b' | 'covariance' | 'r2'> {
  /** Of the predictors and, last, the outcome, by weights that sum to n. */
  readonly moments: Moments;
}

/** Below this share of its own variance, what the others leave of a predictor is rounding: a tolerance of 1e-4 is refused before. */
const DEPENDENT = 1e-9;
/** What is left of an outcome that is less than this share of it is computed again, with what the first solution left. */
const CLOSE = 1e-8;

/** As `surveyFit` of the rows where `mask` is 1: those have a weight, an outcome and every predictor. */
export function countedSurveyFit(
  design: SurveyDesign,
  units: Units,
  terms: readonly CodedTerm[],
  y: Float64Array,
  mask: Uint8Array,
): CountedSurveyFit | SurveyFitFailure {
  const { weights } = design;
  const tables = terms.flatMap((term, column) => term.columns.map(({ table }) => ({ column, values: table })));
  const k = tables.length;
  const { n, still } = lookedThrough(y, mask);
  if (n < k + 2) return { problem: 'too-few', n, parameters: k + 1 };
  if (still) return { problem: 'constant-outcome', n };
  const joint = weightedJoint(terms, weights, mask);
  const moments = byRows(momentsWith(joint, tables, jointWith(terms, [y], { mask, weights })), n);
  const dependent = dependentAt(
    moments.cross.slice(0, k).map((row) => row.slice(0, k)),
    DEPENDENT,
  );
  if (dependent !== null) return { problem: 'collinear', at: dependent };
  const spread = moments.cross.map((row, i) => Math.sqrt(row[i]! / n));
  const correlation = correlationOf(moments);
  const inner = inverseSymmetric(correlation.slice(0, k).map((row) => row.slice(0, k)));
  if (inner === null) return { problem: 'separated' };
  const standard = tables.map(({ column, values }, j) => ({
    column,
    values: values.map((value) => (Number.isNaN(value) ? 0 : (value - moments.means[j]!) / spread[j]!)),
  }));
  const factor = n / joint.n;
  const whole = moments.cross[k]![k]!;
  let b = [moments.means[k]!, ...inner.map((row) => row.reduce((sum, value, m) => sum + value * correlation[m]![k]!, 0) * spread[k]!)];
  let residuals = residualsOf(terms, standard, b, y, mask);
  let residual = squaresOf(residuals, weights, mask) * factor;
  if (residual < CLOSE * whole) {
    const left = momentsWith(joint, tables, jointWith(terms, [residuals], { mask, weights }));
    const move = standard.map((_, j) => (left.cross[j]![k]! * factor) / spread[j]! / n);
    b = [b[0]! + left.means[k]!, ...inner.map((row, j) => b[j + 1]! + row.reduce((sum, value, m) => sum + value * move[m]!, 0))];
    residuals = residualsOf(terms, standard, b, y, mask);
    residual = squaresOf(residuals, weights, mask) * factor;
  }
  const bread = [[1 / n, ...standard.map(() => 0)], ...inner.map((row) => [0, ...row.map((value) => value / n)])];
  const found = sumsOfRows(design, units, terms, residuals, mask, factor);
  const meat = units.alone
    ? meatOfRows(design, units, terms, standard, residuals, mask, found, factor)
    : meatOfUnits(units, standard, found);
  const raise = raisedBy(units, found.strata);
  const covariance = multiply(multiply(bread, meat), bread).map((row) => row.map((value) => value * raise));
  return { n, df: found.df, ...onPredictors(moments.means, spread, b, covariance), r2: finite(1 - residual / whole), moments };
}

function lookedThrough(y: Float64Array, mask: Uint8Array): { readonly n: number; readonly still: boolean } {
  let [n, low, high] = [0, Infinity, -Infinity];
  for (let row = 0; row < y.length; row++) {
    if (mask[row] !== 1) continue;
    n++;
    if (y[row]! < low) low = y[row]!;
    if (y[row]! > high) high = y[row]!;
  }
  return { n, still: n > 0 && areOneNumber(low, high) };
}

interface Standard {
  /** Which term it is of, and its value of each level. */
  readonly column: number;
  readonly values: Float64Array;
}

function residualsOf(
  terms: readonly CodedTerm[],
  standard: readonly Standard[],
  b: readonly number[],
  y: Float64Array,
  mask: Uint8Array,
): Float64Array {
  const score: LinearScore = {
    constant: b[0]!,
    items: terms.map(({ codes, levels }, term) => {
      const values = new Float64Array(levels);
      for (const [j, one] of standard.entries())
        if (one.column === term)
          for (let level = 0; level < levels; level++) values[level] = values[level]! + b[j + 1]! * one.values[level]!;
      return { codes, values, missing: NaN };
    }),
  };
  const out = new Float64Array(y.length);
  eachScore(score, mask, (fitted, from, count) => {
    for (let at = 0; at < count; at++) if (mask[from + at] === 1) out[from + at] = y[from + at]! - fitted[at]!;
  });
  return out;
}

function squaresOf(residuals: Float64Array, weights: Float64Array, mask: Uint8Array): number {
  let total = 0;
  for (let row = 0; row < residuals.length; row++) if (mask[row] === 1) total += weights[row]! * residuals[row]! * residuals[row]!;
  return total;
}

interface RowSums {
  /** A line a cell: Σwe, then Σwe of each level of each term. */
  readonly sums: Float64Array;
  readonly width: number;
  readonly starts: readonly number[];
  readonly strata: Uint8Array;
  readonly df: number;
}

function sumsOfRows(
  { weights }: SurveyDesign,
  units: Units,
  terms: readonly CodedTerm[],
  residuals: Float64Array,
  mask: Uint8Array,
  factor: number,
): RowSums {
  let width = 1;
  const starts = terms.map(({ levels }) => {
    width += levels;
    return width - levels;
  });
  const sums = new Float64Array(units.count * width);
  const [strata, seen] = [new Uint8Array(units.strata.length), new Uint8Array(units.count)];
  let psus = 0;
  const weighted = new Float64Array(residuals.length);
  for (let row = 0; row < weighted.length; row++) {
    if (mask[row] !== 1) continue;
    const cell = units.cells[row]!;
    if (units.alone || seen[cell] === 0) psus++;
    seen[cell] = 1;
    strata[units.stratum[cell]!] = 1;
    weighted[row] = weights[row]! * factor * residuals[row]!;
    sums[cell * width] = sums[cell * width]! + weighted[row]!;
  }
  for (const [term, { codes }] of terms.entries()) addByLevel(units.cells, codes, weighted, mask, sums, width, starts[term]!);
  return { sums, width, starts, strata, df: psus - strata.reduce((total, one) => total + one, 0) };
}

function addByLevel(
  cells: Codes,
  codes: Codes,
  weighted: Float64Array,
  mask: Uint8Array,
  sums: Float64Array,
  width: number,
  start: number,
): void {
  for (let row = 0; row < weighted.length; row++) {
    if (mask[row] !== 1) continue;
    const at = cells[row]! * width + start + codes[row]!;
    sums[at] = sums[at]! + weighted[row]!;
  }
}

/** Of each cell Σweᵢzᵢ, the intercept's first. */
function totalsOf(units: Units, standard: readonly Standard[], { sums, width, starts }: RowSums): Float64Array {
  const p = standard.length + 1;
  const totals = new Float64Array(units.count * p);
  for (let cell = 0; cell < units.count; cell++) {
    totals[cell * p] = sums[cell * width]!;
    for (let j = 0; j < standard.length; j++) {
      const { column, values } = standard[j]!;
      const from = cell * width + starts[column]!;
      let total = 0;
      for (let level = 0; level < values.length; level++) total += values[level]! * sums[from + level]!;
      totals[cell * p + j + 1] = total;
    }
  }
  return totals;
}

const meatOfUnits = (units: Units, standard: readonly Standard[], found: RowSums): number[][] =>
  covarianceOfTotals(units, totalsOf(units, standard, found), standard.length + 1);

/** Every row a unit: Σ s(weᵢ)²zᵢzᵢ′ from joint sums, s the stratum's scale, less what the strata's means take off. */
function meatOfRows(
  { weights }: SurveyDesign,
  units: Units,
  terms: readonly CodedTerm[],
  standard: readonly Standard[],
  residuals: Float64Array,
  mask: Uint8Array,
  found: RowSums,
  factor: number,
): number[][] {
  const squared = new Float64Array(residuals.length);
  for (let row = 0; row < squared.length; row++) {
    if (mask[row] !== 1) continue;
    const own = weights[row]! * factor * residuals[row]!;
    squared[row] = units.strata[units.cells[row]!]!.scale * own * own;
  }
  const { counts, size, starts, n } = weightedJoint(terms, squared, mask);
  const p = standard.length + 1;
  const meat = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
  meat[0]![0] = n;
  for (const [i, left] of standard.entries()) {
    const rows = starts[left.column]!;
    let alone = 0;
    for (let level = 0; level < left.values.length; level++) alone += left.values[level]! * counts[(rows + level) * (size + 1)]!;
    meat[0]![i + 1] = meat[i + 1]![0] = alone;
    for (const [j, right] of standard.entries()) {
      if (j > i) break;
      let total = 0;
      for (let x = 0; x < left.values.length; x++) {
        if (left.values[x] === 0) continue;
        const from = (rows + x) * size + starts[right.column]!;
        let inner = 0;
        for (let z = 0; z < right.values.length; z++) inner += counts[from + z]! * right.values[z]!;
        total += left.values[x]! * inner;
      }
      meat[i + 1]![j + 1] = meat[j + 1]![i + 1] = total;
    }
  }
  const totals = totalsOf(units, standard, found);
  for (const [at, { size: sampled, scale, centred }] of units.strata.entries()) {
    if (!centred || scale === 0) continue;
    for (let i = 0; i < p; i++)
      for (let j = 0; j < p; j++) meat[i]![j] = meat[i]![j]! - (scale / sampled) * totals[at * p + i]! * totals[at * p + j]!;
  }
  return meat;
}
