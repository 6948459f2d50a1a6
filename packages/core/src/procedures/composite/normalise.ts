// Members of an index on a common footing before they are weighted: their range, their scale, standard scores, ranks. What becomes of
// them is aggregate.ts; weights are weights.ts.
import { isConstant } from '../../numerics/constant.ts';
import { ranksOf } from '../../numerics/ranks.ts';
import type { Ends } from './aggregate.ts';
import { rangeOfValues, standardScores } from './composite.ts';

/** How each member is brought to a common footing. */
export type Normalization = 'range' | 'scale' | 'z' | 'rank' | 'none';

export interface Turned {
  /** A high value means a low one. */
  readonly reversed: boolean;
  /** What a value can be, for `scale`. */
  readonly ends?: Ends | null;
  /** Sampling weights, for `z`. */
  readonly weights?: Float64Array;
}

/**
 * One member, x′ of x, over the rows of `cases` (all when left out); NaN elsewhere and where x is missing.
 *
 * - `range`: (x − min) / (max − min), reversed (max − x) / (max − min), of the values of these rows (min–max; e.g. OECD 2008, Handbook on
 *   Constructing Composite Indicators, p. 85).
 * - `scale`: the same with the ends of the scale in the place of min and max, so that samples can be compared. A value beyond an end is
 *   held there.
 * - `z`: (x − x̄) / s with n − 1; reversed, its negative.
 * - `rank`: (r − 1) / (n − 1), tied values sharing the mean of their ranks; reversed, 1 − that.
 * - `none`: x; reversed needs ends: low + high − x.
 *
 * A member that does not vary has no range, no standard scores and no ranks: null. So has one whose scale is not known.
 */
export function normalised(values: Float64Array, how: Normalization, turned: Turned, cases?: Uint8Array): Float64Array | null {
  const own = cases === undefined ? values : values.map((value, row) => (cases[row] === 1 ? value : NaN));
  const { reversed } = turned;
  if (how === 'none' && !reversed) return own;
  if (how === 'scale' || how === 'none') {
    const ends = turned.ends ?? null;
    if (ends === null || !(ends.high > ends.low)) return null;
    const { low, high } = ends;
    if (how === 'none') return own.map((value) => low + high - value);
    return own.map((value) => {
      const held = value < low ? low : value > high ? high : value;
      return (reversed ? high - held : held - low) / (high - low);
    });
  }
  if (isConstant(own)) return null;
  if (how === 'z') {
    const z = standardScores(own, 0, 1, turned.weights);
    return reversed ? z.map((value) => -value) : z;
  }
  if (how === 'rank') return rankShares(own, reversed);
  const { low, high } = rangeOfValues(own)!;
  return own.map((value) => (reversed ? high - value : value - low) / (high - low));
}

function rankShares(values: Float64Array, reversed: boolean): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const { ranks } = ranksOf(known);
  let next = 0;
  return values.map((value) => {
    if (Number.isNaN(value)) return NaN;
    const share = (ranks[next++]! - 1) / (known.length - 1);
    return reversed ? 1 - share : share;
  });
}

/** What a member's normalised values can be at the least and at the most; null where they have no ends. */
export function endsAfter(how: Normalization, ends: Ends | null): Ends | null {
  return how === 'none' ? ends : how === 'z' ? null : { low: 0, high: 1 };
}
