// Means and spreads of many respondents by level of a category: of points from counts, of other numbers in one pass over the rows. What
// few rows have is `summarize`.
import { weightedValues, type Codes } from '../../counts/points.ts';
import { scaleOf } from '../../counts/scaled.ts';
import { areOneNumber } from '../../numerics/constant.ts';
import { square } from '../../numerics/powers.ts';
import { sum } from '../../numerics/sums.ts';
import { summaryOf, type Summary } from './describe.ts';
import { levelSums } from './level-sums.ts';

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

/** Summaries of `values` in each of the levels; of scores from the sums of what they are a linear map of. */
export function summariesByLevel(values: Float64Array, codes: Codes, levels: number): Summary[] {
  const { base, factor, at } = scaleOf(values);
  const { centre, counts, sums, squares, least, most } = levelSums(base, codes, levels);
  return Array.from(counts, (n, level) => {
    const [min, max] = [at(least[level]!), at(most[level]!)];
    if (n === 0 || areOneNumber(min, max)) return summaryOf({ n, mean: min, m2: 0, min, max });
    const rest = sums[level]!;
    const m2 = square(factor) * (squares[level]! - square(rest) / n);
    return summaryOf({ n, mean: at(centre + rest / n), m2, min, max });
  });
}
