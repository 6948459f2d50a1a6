// Means and shares of many domains at once under a design of one stage: what estimates.ts and groups.ts have of each domain by looking at
// all rows, here from sums by unit and level, made in one look at the rows (two where every row is a unit).
import { isPoints, lengthOf, type Codes, type Values } from '../../counts/points.ts';
import { areOneNumber } from '../../numerics/constant.ts';
import { finite } from '../../numerics/finite.ts';
import { calibratedCovariance, type Part } from './calibrated.ts';
import type { SurveyDesign } from './design.ts';
import { meanWith, type SurveyMean, type WeightSummary } from './estimates.ts';
import { covarianceOfRows, covarianceOfTotals, pooled, raisedBy, strataWith, type Units } from './units.ts';

export interface DomainMean extends Omit<SurveyMean, 'weights'> {
  readonly weights: Pick<WeightSummary, 'n' | 'sum' | 'kishN'>;
  readonly min: number | null;
  readonly max: number | null;
}

export interface Domains {
  /** Units − strata of the rows that have a value and a level. */
  readonly df: number;
  /** In order of the levels. */
  readonly levels: readonly DomainMean[];
  /** Of all of them together. */
  readonly all: DomainMean;
  /** Covariances of the means of the levels that have a case. */
  readonly covariance: readonly (readonly number[])[];
}

const BLOCK = 4096;

/** Writes the numbers of rows `from` to below `to`. A function a form: code that reads two kinds is several times slower. */
function numbersInto(values: Values, from: number, to: number, out: Float64Array): void {
  if (!isPoints(values)) for (let row = from; row < to; row++) out[row - from] = values[row]!;
  else if (values.codes instanceof Int8Array) bytesInto(values.codes, values.values, from, to, out);
  else wordsInto(values.codes, values.values, from, to, out);
}
function bytesInto(codes: Int8Array, table: Float64Array, from: number, to: number, out: Float64Array): void {
  for (let row = from; row < to; row++) out[row - from] = codes[row]! < 0 ? NaN : table[codes[row]!]!;
}
function wordsInto(codes: Codes, table: Float64Array, from: number, to: number, out: Float64Array): void {
  for (let row = from; row < to; row++) out[row - from] = codes[row]! < 0 ? NaN : table[codes[row]!]!;
}

/** Levels of rows; 0 of all where there are no codes, and -1 of those that are none. */
function levelsInto(codes: Codes | null, levels: number, from: number, to: number, out: Int32Array): void {
  if (codes === null) out.fill(0);
  else if (codes instanceof Int8Array) byteLevelsInto(codes, levels, from, to, out);
  else for (let row = from; row < to; row++) out[row - from] = codes[row]! < levels ? codes[row]! : -1;
}
function byteLevelsInto(codes: Int8Array, levels: number, from: number, to: number, out: Int32Array): void {
  for (let row = from; row < to; row++) out[row - from] = codes[row]! < levels ? codes[row]! : -1;
}

/** Sums over the rows that have a value, a weight and a level. */
interface Sums {
  /** Taken off each value, so that many leading digits in common lose nothing. */
  readonly offset: number;
  /** By cell and level: rows, Σw, Σw(x − offset). */
  readonly rows: Float64Array;
  readonly weight: Float64Array;
  readonly product: Float64Array;
  /** By level: Σw², Σw(x − offset)², the ends. */
  readonly squaredWeights: Float64Array;
  readonly squares: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

function sumsOf(units: Units, weights: Float64Array, values: Values, codes: Codes | null, levels: number): Sums {
  const size = units.count * levels;
  const all = lengthOf(values);
  const [numbers, level] = [new Float64Array(BLOCK), new Int32Array(BLOCK)];
  const sums = {
    rows: new Float64Array(size),
    weight: new Float64Array(size),
    product: new Float64Array(size),
    squaredWeights: new Float64Array(levels),
    squares: new Float64Array(levels),
    low: new Float64Array(levels).fill(Infinity),
    high: new Float64Array(levels).fill(-Infinity),
  };
  let offset = NaN;
  for (let from = 0; from < all; from += BLOCK) {
    const to = Math.min(all, from + BLOCK);
    numbersInto(values, from, to, numbers);
    if (Number.isNaN(offset)) offset = meanOf(numbers, to - from);
    levelsInto(codes, levels, from, to, level);
    addBlock(units.cells, weights, from, to - from, numbers, level, levels, offset, sums);
  }
  return { ...sums, offset: Number.isNaN(offset) ? 0 : offset };
}

function addBlock(
  cells: Codes,
  weights: Float64Array,
  from: number,
  count: number,
  numbers: Float64Array,
  level: Int32Array,
  levels: number,
  offset: number,
  { rows, weight, product, squaredWeights, squares, low, high }: Omit<Sums, 'offset'>,
): void {
  for (let row = 0; row < count; row++) {
    const [value, own, w] = [numbers[row]!, level[row]!, weights[from + row]!];
    if (own < 0 || !(w > 0) || value !== value) continue;
    const at = cells[from + row]! * levels + own;
    const deviation = value - offset;
    const weighted = w * deviation;
    rows[at] = rows[at]! + 1;
    weight[at] = weight[at]! + w;
    product[at] = product[at]! + weighted;
    squaredWeights[own] = squaredWeights[own]! + w * w;
    squares[own] = squares[own]! + weighted * deviation;
    if (value < low[own]!) low[own] = value;
    if (value > high[own]!) high[own] = value;
  }
}

/** Of the numbers among the first `count`; NaN without any. */
function meanOf(numbers: Float64Array, count: number): number {
  let [total, n] = [0, 0];
  for (let at = 0; at < count; at++) {
    if (Number.isNaN(numbers[at]!)) continue;
    total += numbers[at]!;
    n++;
  }
  return total / n;
}

/** Of some levels together: what their sums tell without the design. */
interface Estimate {
  readonly n: number;
  readonly sum: number;
  readonly squaredWeights: number;
  /** Less the offset. */
  readonly centre: number;
  readonly mean: number;
  /** Σw(x − x̄)². */
  readonly cross: number;
  readonly constant: boolean;
  readonly min: number;
  readonly max: number;
}

function estimateOf(sums: Sums, cells: number, levels: number, own: readonly number[]): Estimate {
  let [n, sum, product, squaredWeights, squares] = [0, 0, 0, 0, 0];
  let [min, max] = [Infinity, -Infinity];
  for (const level of own) {
    for (let at = level; at < cells * levels; at += levels) {
      n += sums.rows[at]!;
      sum += sums.weight[at]!;
      product += sums.product[at]!;
    }
    squaredWeights += sums.squaredWeights[level]!;
    squares += sums.squares[level]!;
    min = Math.min(min, sums.low[level]!);
    max = Math.max(max, sums.high[level]!);
  }
  // A constant has no variance at all, whatever rounding says of its mean.
  const constant = n > 0 && areOneNumber(min, max);
  const centre = constant ? min - sums.offset : product / sum;
  return {
    n,
    sum,
    squaredWeights,
    centre,
    mean: constant ? min : sums.offset + centre,
    cross: constant ? 0 : Math.max(0, squares - product * centre),
    constant,
    min,
    max,
  };
}

/** `df`: of t; those of the design's rows that have a value and a level when left out. */
export function surveyDomains(
  design: SurveyDesign,
  units: Units,
  values: Values,
  { codes = null, levels = 1, df: given }: { readonly codes?: Codes | null; readonly levels?: number; readonly df?: number } = {},
): Domains {
  const sums = sumsOf(units, design.weights, values, codes, levels);
  const every = Array.from({ length: levels }, (_, level) => level);
  const estimates = every.map((level) => estimateOf(sums, units.count, levels, [level]));
  const whole = estimateOf(sums, units.count, levels, every);
  const there = every.filter((level) => estimates[level]!.n > 0);
  const base = varianceOf(design, units, { values, codes, levels }, sums, { estimates, whole, there });
  const df = given ?? degreesOf(units, sums, levels);
  const raised = raisedBy(units, strataWith(units, levels, sums.rows, every));
  return {
    df,
    levels: every.map((level) => {
      const at = there.indexOf(level);
      return meanFrom(
        estimates[level]!,
        at < 0 ? NaN : base.among[at]![at]! * raisedBy(units, strataWith(units, levels, sums.rows, [level])),
        df,
      );
    }),
    all: meanFrom(whole, base.whole * raised, df),
    covariance: base.among.map((row) => row.map((value) => value * raised)),
  };
}

/** Units − strata with a row that has a value and a level. */
function degreesOf(units: Units, { rows }: Sums, levels: number): number {
  const seen = new Uint8Array(units.strata.length);
  let count = 0;
  for (let cell = 0; cell < units.count; cell++) {
    let own = 0;
    for (let level = 0; level < levels; level++) own += rows[cell * levels + level]!;
    if (own === 0) continue;
    count += units.alone ? own : 1;
    seen[units.stratum[cell]!] = 1;
  }
  return count - seen.reduce((total, one) => total + one, 0);
}

interface Found {
  readonly estimates: readonly Estimate[];
  readonly whole: Estimate;
  /** Levels that have a case. */
  readonly there: readonly number[];
}

/** Covariances of the means of the levels that are there, and the variance of the mean of all, from the totals of w(x − x̄)/Σw. */
function varianceOf(
  design: SurveyDesign,
  units: Units,
  column: { readonly values: Values; readonly codes: Codes | null; readonly levels: number },
  sums: Sums,
  { estimates, whole, there }: Found,
): { readonly among: readonly (readonly number[])[]; readonly whole: number } {
  const { levels } = column;
  const p = there.length;
  if (p === 0) return { among: [], whole: NaN };
  const total = (cell: number, level: number, { constant, centre, sum }: Estimate): number => {
    const at = cell * levels + level;
    return constant ? 0 : (sums.product[at]! - centre * sums.weight[at]!) / sum;
  };
  if (design.calibrated.length > 0) return varianceWithin(design, units, column, sums, { estimates, whole, there });
  if (units.alone) return varianceOfRows(design, units, column, sums, { estimates, whole, there });
  const totals = new Float64Array(units.count * p);
  const together = new Float64Array(units.count);
  for (let cell = 0; cell < units.count; cell++) {
    for (const [i, level] of there.entries()) {
      totals[cell * p + i] = total(cell, level, estimates[level]!);
      together[cell] = together[cell]! + total(cell, level, whole);
    }
  }
  return { among: covarianceOfTotals(units, totals, p), whole: covarianceOfTotals(units, together, 1)[0]![0]! };
}

/** Under weights that were brought to margins. */
function varianceWithin(
  design: SurveyDesign,
  units: Units,
  column: { readonly values: Values; readonly codes: Codes | null; readonly levels: number },
  { offset }: Sums,
  { estimates, whole, there }: Found,
): { readonly among: readonly (readonly number[])[]; readonly whole: number } {
  // Of the rows of some levels (x − x̄)/Σw: 0 where nothing varies.
  const partOf = ({ constant, centre, sum }: Estimate, own: (level: number) => boolean): Part => ({
    constant: Float64Array.from({ length: column.levels }, (_, level) => (constant || !own(level) ? 0 : -centre / sum)),
    slope: Float64Array.from({ length: column.levels }, (_, level) => (constant || !own(level) ? 0 : 1 / sum)),
  });
  const parts = there.map((one) => partOf(estimates[one]!, (level) => level === one));
  const found = calibratedCovariance(design, units, { ...column, offset })([...parts, partOf(whole, () => true)]);
  const p = there.length;
  return { among: found.slice(0, p).map((row) => row.slice(0, p)), whole: found[p]![p]! };
}

/** A second look: the squares of what each row adds, about the mean of its stratum and level. */
function varianceOfRows(
  { weights }: SurveyDesign,
  units: Units,
  { values, codes, levels }: { readonly values: Values; readonly codes: Codes | null; readonly levels: number },
  sums: Sums,
  { estimates, whole, there }: Found,
): { readonly among: readonly (readonly number[])[]; readonly whole: number } {
  const all = lengthOf(values);
  const size = units.count * levels;
  const part = (of: (level: number) => Estimate) => {
    const means = new Float64Array(size);
    for (let at = 0; at < size; at++) {
      const { constant, centre, sum } = of(at % levels);
      if (!constant && sums.rows[at]! > 0) means[at] = (sums.product[at]! - centre * sums.weight[at]!) / sum / sums.rows[at]!;
    }
    return {
      centres: Float64Array.from({ length: levels }, (_, level) => of(level).mean),
      // 0 where nothing varies.
      factors: Float64Array.from({ length: levels }, (_, level) => (of(level).constant || of(level).n === 0 ? 0 : 1 / of(level).sum)),
      means,
      squares: new Float64Array(size),
    };
  };
  const [own, together] = [part((level) => estimates[level]!), part(() => whole)];
  const [numbers, level] = [new Float64Array(BLOCK), new Int32Array(BLOCK)];
  for (let from = 0; from < all; from += BLOCK) {
    const to = Math.min(all, from + BLOCK);
    numbersInto(values, from, to, numbers);
    levelsInto(codes, levels, from, to, level);
    addSquares(units.cells, weights, from, to - from, numbers, level, levels, own);
    if (levels > 1) addSquares(units.cells, weights, from, to - from, numbers, level, levels, together);
  }
  const chosen = (column: Float64Array): Float64Array =>
    Float64Array.from({ length: units.count * there.length }, (_, at) => {
      const cell = Math.floor(at / there.length);
      return column[cell * levels + there[at % there.length]!]!;
    });
  const among = covarianceOfRows(units, there.length, { rows: chosen(sums.rows), means: chosen(own.means), squares: chosen(own.squares) });
  if (levels === 1) return { among, whole: among[0]![0]! };
  return { among, whole: covarianceOfRows(units, 1, pooled(units.count, levels, { rows: sums.rows, ...together }))[0]![0]! };
}

function addSquares(
  cells: Codes,
  weights: Float64Array,
  from: number,
  count: number,
  numbers: Float64Array,
  level: Int32Array,
  levels: number,
  {
    centres,
    factors,
    means,
    squares,
  }: { readonly centres: Float64Array; readonly factors: Float64Array; readonly means: Float64Array; readonly squares: Float64Array },
): void {
  for (let row = 0; row < count; row++) {
    const [value, own, w] = [numbers[row]!, level[row]!, weights[from + row]!];
    if (own < 0 || !(w > 0) || value !== value) continue;
    const at = cells[from + row]! * levels + own;
    const away = (value - centres[own]!) * w * factors[own]! - means[at]!;
    squares[at] = squares[at]! + away * away;
  }
}

/** As `surveyMean` has it. */
function meanFrom({ n, sum, squaredWeights, mean, cross, min, max }: Estimate, variance: number, df: number): DomainMean {
  const weights = { n, sum, kishN: n === 0 ? null : finite((sum * sum) / squaredWeights) };
  if (n === 0) return { ...meanWith(weights, null, df), min: null, max: null };
  // By weights that sum to n.
  const spread = n > 1 ? (cross * n) / sum / (n - 1) : NaN;
  return { ...meanWith(weights, { mean, variance, spread }, df), min, max };
}
