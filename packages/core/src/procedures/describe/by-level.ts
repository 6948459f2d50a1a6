// Means and spreads of many respondents by level of a category: of points from counts, of other numbers in one pass over the rows. What
// few rows have is `summarize`.
import { weightedValues, type Codes } from '../../counts/points.ts';
import { areOneNumber } from '../../numerics/constant.ts';
import { square } from '../../numerics/powers.ts';
import { sum } from '../../numerics/sums.ts';
import { summaryOf, type Summary } from './describe.ts';

/** Rows whose sums are added up plainly, before they are added to the others' with what that loses. */
const BLOCK = 16_384;

/** Of a table of numbers, each as often as `count` says of its code. */
export function summaryOfCounts(table: Float64Array, count: (code: number) => number): Summary {
  const { values, counts } = weightedValues(table, count);
  const n = counts.reduce((total, own) => total + own, 0);
  const min = values.find((_, at) => counts[at]! > 0) ?? NaN;
  const max = values.findLast((_, at) => counts[at]! > 0) ?? NaN;
  if (n === 0 || areOneNumber(min, max)) return summaryOf({ n, mean: min, m2: 0, min, max });
  const about = (centre: number): { rest: number; squares: number } => ({
    rest: sum(values.map((value, at) => counts[at]! * (value - centre))),
    squares: sum(values.map((value, at) => counts[at]! * square(value - centre))),
  });
  // From the least value that occurs, so that many leading digits in common lose nothing.
  const mean = min + about(min).rest / n;
  const { rest, squares } = about(mean);
  return summaryOf({ n, mean: mean + rest / n, m2: squares - square(rest) / n, min, max });
}

/**
 * Summaries of `values` in each of the levels. Sums are of deviations from about the mean of all, block by block, compensated between the
 * blocks (Neumaier 1974, ZAMM 54:39–51).
 */
export function summariesByLevel(values: Float64Array, codes: Codes, levels: number): Summary[] {
  const centre = centreOf(values);
  const [counts, least, most] = [
    new Float64Array(levels),
    new Float64Array(levels).fill(Infinity),
    new Float64Array(levels).fill(-Infinity),
  ];
  const sums = new Float64Array(2 * levels);
  const lost = new Float64Array(2 * levels);
  const block = new Float64Array(2 * levels);
  for (let from = 0; from < values.length; from += BLOCK) {
    const to = Math.min(values.length, from + BLOCK);
    block.fill(0);
    for (let row = from; row < to; row++) {
      const level = codes[row]!;
      const value = values[row]!;
      if (level < 0 || Number.isNaN(value)) continue;
      const deviation = value - centre;
      counts[level] = counts[level]! + 1;
      block[2 * level] = block[2 * level]! + deviation;
      block[2 * level + 1] = block[2 * level + 1]! + deviation * deviation;
      if (value < least[level]!) least[level] = value;
      if (value > most[level]!) most[level] = value;
    }
    for (let at = 0; at < sums.length; at++) {
      const [total, own] = [sums[at]!, block[at]!];
      const next = total + own;
      lost[at] = lost[at]! + (Math.abs(total) >= Math.abs(own) ? total - next + own : own - next + total);
      sums[at] = next;
    }
  }
  return Array.from(counts, (n, level) => {
    const [min, max] = [least[level]!, most[level]!];
    if (n === 0 || areOneNumber(min, max)) return summaryOf({ n, mean: min, m2: 0, min, max });
    const rest = sums[2 * level]! + lost[2 * level]!;
    const squares = sums[2 * level + 1]! + lost[2 * level + 1]!;
    return summaryOf({ n, mean: centre + rest / n, m2: squares - square(rest) / n, min, max });
  });
}

/** Near the mean, by the first rows that have a value: what deviations are taken from. */
function centreOf(values: Float64Array): number {
  let [first, n, total] = [NaN, 0, 0];
  for (let row = 0; row < values.length && n < BLOCK; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (n === 0) first = value;
    n++;
    total += value - first;
  }
  return n === 0 ? 0 : first + total / n;
}
