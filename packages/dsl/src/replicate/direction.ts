// Items that run the wrong way: among ratings of one study, the first component of their correlations has items with positive and negative
// weight; those on the smaller side are likely to have been asked reversed. A pattern, not a proof: what it says is always a guess.
import { columnOf, numericCells, pairwiseMoments, principalComponents, type Frame, type ValueSet } from '@studyspec/core';

export interface Rating {
  readonly name: string;
  readonly column: string;
  readonly missing: ValueSet /** As the codebook says; null when it says nothing. */;
  readonly reversed: boolean | null;
}

/** Items whose answers run against the majority's. Empty with fewer than three items, or when the pattern is not clear. */
export function reversedByPattern(frame: Frame, ratings: readonly Rating[]): ReadonlySet<string> {
  if (ratings.length < 3) return new Set();
  const columns = ratings.map((rating) => numbersOf(frame, rating));
  const { correlation } = pairwiseMoments(columns);
  if (correlation === null) return new Set();
  const first = principalComponents(correlation).vectors.map((row) => row[0]!);
  const largest = Math.max(...first.map(Math.abs));
  const clear = first.map((value) => Math.abs(value) >= 0.25 * largest);
  // What the codebook says of some items tells which side is which; without it the majority does.
  const anchor = ratings.reduce((sum, rating, at) => sum + (rating.reversed === null ? 0 : (rating.reversed ? -1 : 1) * first[at]!), 0);
  const majority = first.reduce((sum, value, at) => sum + (clear[at] ? Math.sign(value) : 0), 0);
  // Two sides of the same size: people agree more often than not, so the side with the higher answers is the one that was asked straight.
  const side = Math.sign(
    anchor !== 0 ? anchor : majority !== 0 ? majority : first.reduce((sum, value, at) => sum + value * height(columns[at]!), 0),
  );
  if (side === 0) return new Set();
  return new Set(ratings.filter((_, at) => clear[at] && Math.sign(first[at]!) === -side).map((rating) => rating.name));
}

/** Where the mean lies between the lowest and the highest answer: −½ to ½. */
function height(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  const [low, high] = [known.reduce((a, b) => Math.min(a, b), Infinity), known.reduce((a, b) => Math.max(a, b), -Infinity)];
  return high > low ? (known.reduce((sum, value) => sum + value, 0) / known.length - low) / (high - low) - 0.5 : 0;
}

function numbersOf(frame: Frame, rating: Rating): Float64Array {
  const column = columnOf(frame, rating.column);
  return column === undefined ? new Float64Array(frame.rows).fill(NaN) : numericCells(column, rating.missing).values;
}
