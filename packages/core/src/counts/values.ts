// Sums of columns in either form: from joint counts where all of them are points, from their rows where one is not.
import { sum } from '../numerics/sums.ts';
import { designMomentsOf, pairwiseDesignMoments } from '../moments/design-weights.ts';
import { momentsOf, type Moments } from '../moments/moments.ts';
import { pairwiseMoments, type PairwiseMoments } from '../moments/pairwise.ts';
import { meanSubstituted } from '../moments/substitution.ts';
import { completeMask, jointCounts } from './joint.ts';
import { countable, momentsOfCounts, pairwiseOfCounts } from './moments.ts';
import { emptyCodes, floatsOf, isPoints, tallyIn, weightedValues, type Points, type Values } from './points.ts';
import { retabled } from './remade.ts';
import { weightedJoint, weightedTally } from './weighted.ts';

/** Levels of columns that are counted together, at most: 8 MB of counts. */
const MOST_TOGETHER = 1024;

/** Points that are counted together; null where a column is none, or they have too many levels. */
export function pointsAmong(columns: readonly Values[]): readonly Points[] | null {
  const points = columns.filter(isPoints);
  if (points.length < columns.length || points.length === 0) return null;
  const levels = countable(points).columns.reduce((total, column) => total + column.levels, 0);
  return levels <= MOST_TOGETHER ? points : null;
}

/** Cells without a number. */
export function missingIn(points: Values): number {
  if (!isPoints(points)) return points.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const tally = tallyIn(points);
  const { values } = points;
  return values.reduce((count, value, code) => count + (Number.isNaN(value) ? tally[code]! : 0), tally[values.length]!);
}

/** Moments over the rows that have a number in every column. */
export function momentsOfValues(columns: readonly Values[]): Moments {
  const points = pointsAmong(columns);
  if (points === null) return momentsOf(columns.map(floatsOf));
  const { columns: coded, tables } = countable(points);
  const mask = points.every((one) => missingIn(one) === 0) ? null : completeMask(points).mask;
  return momentsOfCounts(jointCounts(coded, mask), tables);
}

/** Of each pair over the rows that have both. */
export function pairwiseOfValues(columns: readonly Values[]): PairwiseMoments {
  const points = pointsAmong(columns);
  if (points === null) return pairwiseMoments(columns.map(floatsOf));
  const { columns: coded, tables } = countable(points);
  return pairwiseOfCounts(jointCounts(coded), tables);
}

/** Moments of complete rows with a weight under sampling weights: n is the number of rows. */
export function designMomentsOfValues(columns: readonly Values[], weights: Float64Array): Moments {
  const points = pointsAmong(columns);
  if (points === null) return designMomentsOf(columns.map(floatsOf), weights);
  const { columns: coded, tables } = countable(points);
  const { mask, n } = completeMask(points, weighing(weights));
  return byRows(momentsOfCounts(weightedJoint(coded, weights, mask), tables), n);
}

/** Sums by weights, brought to weights that sum to the number of rows. */
export function byRows({ n: weight, means, cross }: Moments, n: number): Moments {
  const factor = weight === 0 ? 0 : n / weight;
  return { n, means, cross: cross.map((row) => row.map((value) => value * factor)) };
}

/** 1 for the rows that have a weight. */
function weighing(weights: Float64Array): Uint8Array {
  const mask = new Uint8Array(weights.length);
  for (let row = 0; row < mask.length; row++) if (weights[row]! > 0 && weights[row]! < Infinity) mask[row] = 1;
  return mask;
}

/** The same of each pair over the rows that have both. */
export function pairwiseDesignOfValues(columns: readonly Values[], weights: Float64Array): PairwiseMoments {
  const points = pointsAmong(columns);
  if (points === null) return pairwiseDesignMoments(columns.map(floatsOf), weights);
  const { columns: coded, tables } = countable(points);
  const mask = weighing(weights);
  return pairwiseOfCounts(jointCounts(coded, mask), tables, weightedJoint(coded, weights, mask));
}

/**
 * Each missing value replaced by the mean of its column (with weights, the weighted one), and how many there were. A column without any
 * number stays as it is.
 */
export function substitutedValues(
  columns: readonly Values[],
  weights?: Float64Array,
): { readonly columns: readonly Values[]; readonly filled: readonly number[] } {
  const points = pointsAmong(columns);
  if (points === null) return meanSubstituted(columns.map(floatsOf), undefined, weights);
  const own = points.map((one) => ({ one, times: timesOf(one, weights), missing: missingIn(one) }));
  // Of what weighs nothing there is no mean.
  const lost = own.map(({ one, times }) => one.values.every((value, code) => Number.isNaN(value) || times[code] === 0));
  return {
    columns: own.map(({ one, times, missing }, at) => (missing === 0 || lost[at]! ? one : substituted(one, times))),
    filled: own.map(({ missing }, at) => (lost[at]! ? 0 : missing)),
  };
}

const timesOf = (points: Points, weights: Float64Array | undefined): Float64Array =>
  weights === undefined ? tallyIn(points) : weightedTally(points.codes, points.values.length, weights).weight;

/** The mean stands in the table: for codes without a number, and as one code more for cells without a code. */
function substituted(points: Points, times: Float64Array): Points {
  const tally = tallyIn(points);
  const table = points.values;
  const { values, counts } = weightedValues(table, (code) => times[code]!);
  const n = sum(counts);
  const about = (centre: number): number => sum(values.map((value, at) => counts[at]! * (value - centre))) / n;
  const rough = values[0]! + about(values[0]!);
  const mean = rough + about(rough);
  const filled = Float64Array.of(...table.map((value) => (Number.isNaN(value) ? mean : value)), mean);
  if (tally[table.length] === 0) return retabled(points, filled);
  const { codes } = points;
  const own = emptyCodes(codes.length, filled.length);
  for (let row = 0; row < own.length; row++) own[row] = codes[row]! < 0 ? table.length : codes[row]!;
  return { codes: own, values: filled };
}

/** The values of the rows that a mask lets in, without the others. */
export function letInOf<V extends Values>(values: V, mask: Uint8Array): V {
  if (!isPoints(values)) return values.filter((_, row) => mask[row] === 1) as V;
  return { codes: values.codes.filter((_, row) => mask[row] === 1), values: values.values } as V;
}
