// Means and cross-products of columns of few values, from joint counts and the values that the codes stand for: what core/moments sums up
// from rows, under the three policies for missing answers.
//
// Sums run over the distinct values, ascending, and counts of levels with one value are added up first: the same bytes for any order of the
// rows and whatever order a file's dictionary has.
import { areOneNumber } from '../numerics/constant.ts';
import { sum } from '../numerics/sums.ts';
import { correlationFromSums, type Moments } from '../moments/moments.ts';
import type { PairwiseMoments } from '../moments/pairwise.ts';
import type { Joint } from './joint.ts';
import { codedOf, type CodedColumn } from './pairs.ts';
import type { Points } from './points.ts';
import { RemadePoints } from './remade.ts';

/** A column of numbers among joint counts: in which column its codes were counted, and the value of each level; NaN is missing. */
export interface Tabled {
  readonly column: number;
  readonly values: Float64Array;
}

/** What to count for some columns, and which of it each of them is: columns that share their codes are counted once. */
export function countable(points: readonly Points[]): { readonly columns: readonly CodedColumn[]; readonly tables: readonly Tabled[] } {
  const columns: CodedColumn[] = [];
  const tables = points.map((one) => {
    const made = one instanceof RemadePoints ? one.made : undefined;
    const known = columns.findIndex((column) =>
      made === undefined ? column.made === undefined && column.codes === one.codes : column.made === made,
    );
    const column = known < 0 ? columns.length : known;
    const levels = Math.max(one.values.length, columns[column]?.levels ?? 0);
    columns[column] = made === undefined ? { codes: one.codes, levels } : codedOf(made, levels);
    return { column, values: one.values };
  });
  return { columns, tables };
}

/** Values as deviations from their mean. */
interface Deviations {
  readonly n: number;
  readonly centre: number;
  readonly each: readonly number[];
  /** Σ of them: what rounding left of 0. */
  readonly rest: number;
}

/** Distinct values of the rows that were counted, ascending, with the places of their levels in the matrix. */
interface Column extends Deviations {
  readonly values: readonly number[];
  readonly levels: readonly (readonly number[])[];
}

/**
 * The mean is the least value that occurs plus the mean difference from it, so that many leading digits in common lose nothing; what the
 * deviations from its rounding still sum to is kept, for the correction of Chan, Golub & LeVeque (1983, The American Statistician
 * 37:242–247, equation 1.7). `values` ascending, each as often as `weights` says.
 */
function deviationsOf(values: readonly number[], weights: readonly number[]): Deviations {
  const n = sum(weights);
  if (n === 0) return { n, centre: 0, each: values.map(() => 0), rest: 0 };
  const least = values.find((_, at) => weights[at]! > 0)!;
  // A constant has no deviations at all, whatever rounding says of its mean.
  if (areOneNumber(least, values.findLast((_, at) => weights[at]! > 0)!)) return { n, centre: least, each: values.map(() => 0), rest: 0 };
  const centre = least + sum(values.map((value, at) => weights[at]! * (value - least))) / n;
  const each = values.map((value) => value - centre);
  return { n, centre, each, rest: sum(each.map((deviation, at) => weights[at]! * deviation)) };
}

function columnOf(joint: Joint, { column, values }: Tabled): Column {
  const start = joint.starts[column]!;
  const frequency = (level: number): number => joint.counts[(start + level) * (joint.size + 1)]!;
  const counted = Array.from({ length: Math.min(values.length, joint.levels[column]!) }, (_, level) => level).filter(
    (level) => !Number.isNaN(values[level]!) && frequency(level) > 0,
  );
  counted.sort((a, b) => values[a]! - values[b]! || a - b);
  const distinct: number[] = [];
  const levels: number[][] = [];
  const weights: number[] = [];
  for (const level of counted) {
    if (distinct.at(-1) === values[level]!) {
      levels.at(-1)!.push(start + level);
      weights.push(weights.pop()! + frequency(level));
    } else {
      distinct.push(values[level]!);
      levels.push([start + level]);
      weights.push(frequency(level));
    }
  }
  return { values: distinct, levels, ...deviationsOf(distinct, weights) };
}

/** Rows of each pair of distinct values. */
function pairCounts({ counts, size }: Joint, x: Column, y: Column): readonly Float64Array[] {
  return x.levels.map((ofX) =>
    Float64Array.from(y.levels, (ofY) => {
      let count = 0;
      for (const i of ofX) for (const j of ofY) count += counts[i * size + j]!;
      return count;
    }),
  );
}

/** Σ of the products of deviations over the rows of `counts`, corrected by what each still sums to. */
function crossOf(counts: readonly Float64Array[], x: Deviations, y: Deviations, n: number): number {
  const lines = counts.map((row, i) => x.each[i]! * sum(row.map((count, j) => count * y.each[j]!)));
  return sum(lines) - (x.rest * y.rest) / n;
}

function squareOf<T>(size: number, of: (i: number, j: number) => T): T[][] {
  const out: T[][] = Array.from({ length: size }, () => []);
  for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) out[i]![j] = out[j]![i] = of(i, j);
  return out;
}

/**
 * Moments of columns of which every row that was counted has a value (`completeMask`), as momentsOf and, of weighted joint sums, as
 * weightedMomentsOf has them of rows.
 */
export function momentsOfCounts(joint: Joint, tables: readonly Tabled[]): Moments {
  return aboutMeans(
    joint,
    tables.map((table) => columnOf(joint, table)),
  );
}

function aboutMeans(joint: Joint, columns: readonly Column[]): Moments {
  const { n } = joint;
  if (n === 0 || columns.some((column) => column.n === 0))
    return { n: 0, means: columns.map(() => 0), cross: columns.map(() => columns.map(() => 0)) };
  return {
    n,
    means: columns.map(({ centre, rest }) => centre + rest / n),
    cross: squareOf(columns.length, (i, j) => crossOf(pairCounts(joint, columns[i]!, columns[j]!), columns[i]!, columns[j]!, n)),
  };
}

/**
 * As the moments of meanSubstituted columns: each missing value counts as the mean of its column, so that it adds to n and to no sum of
 * deviations. `filled` are the cells (of weighted sums: their weight). With a column that has no number there are no complete rows.
 */
export function substitutedOfCounts(
  joint: Joint,
  tables: readonly Tabled[],
): { readonly moments: Moments; readonly filled: readonly number[] } {
  const columns = tables.map((table) => columnOf(joint, table));
  return { moments: aboutMeans(joint, columns), filled: columns.map(({ n }) => (n === 0 ? 0 : joint.n - n)) };
}

/**
 * As pairwiseMoments: every pair from the rows where both are numbers. With `weighted`, joint sums of the same columns under sampling
 * weights (and `joint` of the rows with a positive one), as pairwiseDesignMoments: n are rows, means Σwx/Σw, covariances Σw(x − x̄)(y −
 * ȳ)/Σw · n/(n − 1).
 */
export function pairwiseOfCounts(joint: Joint, tables: readonly Tabled[], weighted?: Joint): PairwiseMoments {
  const sums = weighted ?? joint;
  const columns = tables.map((table) => columnOf(sums, table));
  const rows = weighted === undefined ? columns : tables.map((table) => columnOf(joint, table));
  const pairs = squareOf(columns.length, (i, j) => {
    const found = pairSums(sums, columns[i]!, columns[j]!);
    const n = weighted === undefined ? found.n : sum(pairCounts(joint, rows[i]!, rows[j]!).map((row) => sum(row)));
    // Weights brought to a sum of their number.
    const factor = found.n > 0 ? n / found.n : 0;
    return {
      n,
      r: i === j ? 1 : correlationFromSums(found.xy, found.xx, found.yy),
      xx: found.xx,
      covariance: n > 1 ? (found.xy * factor) / (n - 1) : null,
    };
  });
  const n = pairs.map((row) => row.map((pair) => pair.n));
  const complete = columns.length > 0 && pairs.every((row, i) => row[i]!.xx > 0 && row.every(({ r }) => Number.isFinite(r)));
  return {
    n,
    correlation: complete ? pairs.map((row) => row.map(({ r }) => r)) : null,
    covariance: pairs.map((row) => row.map(({ covariance }) => covariance)),
    means: columns.map(({ centre, rest, n: own }) => (own > 0 ? centre + rest / own : 0)),
    sds: pairs.map((row, i) => Math.sqrt(row[i]!.covariance ?? 0)),
    minimumN: n.reduce((least, row) => Math.min(least, ...row), Infinity),
  };
}

/** A column that is constant within the pair has no variance there: its deviations are 0. */
function pairSums(joint: Joint, x: Column, y: Column): { n: number; xx: number; yy: number; xy: number } {
  const counts = pairCounts(joint, x, y);
  const ofX = counts.map((row) => sum(row));
  const ofY = y.values.map((_, j) => sum(counts.map((row) => row[j]!)));
  const [a, b] = [deviationsOf(x.values, ofX), deviationsOf(y.values, ofY)];
  if (a.n === 0) return { n: 0, xx: 0, yy: 0, xy: 0 };
  const squares = ({ each, rest, n }: Deviations, weights: readonly number[]): number =>
    sum(each.map((deviation, at) => weights[at]! * deviation * deviation)) - (rest * rest) / n;
  return { n: a.n, xx: squares(a, ofX), yy: squares(b, ofY), xy: crossOf(counts, a, b, a.n) };
}
