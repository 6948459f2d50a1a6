// A composite of component scores, its weights, and the ways to bring scores to a range.
import { coding } from '../../counts/points.ts';
import { setScale } from '../../counts/scaled.ts';
import { square } from '../../numerics/powers.ts';
import { linearOf, linearsOf } from '../../rowless/columns.ts';
import { combined, endsOfLinear, momentsOfLinear, stretchedColumn } from '../../rowless/linear.ts';
import { remaking } from '../../counts/remade.ts';
import { wholeSums } from '../describe/level-sums.ts';
import { between, type Ends } from './aggregate.ts';

export type RescaleRule =
  /** Composite (and each component) by min–max to low..high. */
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  /** Each component to low..high first, then their weighted mean. */
  | { readonly kind: 'components'; readonly low: number; readonly high: number }
  | { readonly kind: 'none' }
  | { readonly kind: 't' };

/** Weights in proportion to shares (for example rotated explained variance), brought to a sum of 1. */
export function proportionalWeights(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Σ wₖ zₖ row by row; a row without one of the scores has no composite. */
export function composite(scores: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const counted = linearsOf(scores);
  if (counted !== null)
    return combined(
      counted.map((of, k) => ({ of, factor: weights[k]! })),
      0,
    );
  const rows = scores[0]?.length ?? 0;
  const out = new Float64Array(rows);
  for (const [k, column] of scores.entries()) {
    for (let row = 0; row < rows; row++) out[row] = out[row]! + weights[k]! * column[row]!;
  }
  return out;
}

/** Smallest and largest number, or null when there is none. */
export function rangeOfValues(values: Float64Array): { readonly low: number; readonly high: number } | null {
  const counted = linearOf(values);
  if (counted !== null) return endsOfLinear(counted);
  if (values.length >= coding.from) {
    const { n, lowest, highest } = wholeSums(values);
    return n === 0 ? null : { low: lowest, high: highest };
  }
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? { low, high } : null;
}

/** Where they stand, as another object: what is known of the values as they were is kept with the one that they were. */
const inPlaceOf = (values: Float64Array): Float64Array => new Float64Array(values.buffer, values.byteOffset, values.length);

/**
 * Linear map of the observed range onto low..high (min–max). Constant values have no range: all become missing. `over`: written over the
 * values, which are nobody else's.
 */
export function minMax(values: Float64Array, low: number, high: number, over = false): Float64Array {
  const range = rangeOfValues(values);
  if (range === null || range.high === range.low) return new Float64Array(values.length).fill(NaN);
  const counted = linearOf(values);
  if (counted !== null) return stretchedColumn(counted, range, { low, high });
  const factor = (high - low) / (range.high - range.low);
  // The ends are set, not computed, so that rounding never yields 100.00000000000001.
  const { low: least, high: most } = range;
  const at = (value: number): number => (value === most ? high : value === least ? low : low + (value - least) * factor);
  const out = over ? inPlaceOf(values) : new Float64Array(values.length);
  for (let from = 0; from < out.length; from += BLOCK)
    stretch(values, out, from, Math.min(out.length, from + BLOCK), { least, most, low, high, factor });
  if (factor > 0 && !over) setScale(out, { base: values, factor, at });
  return out;
}

const BLOCK = 16_384;

interface Stretch {
  readonly least: number;
  readonly most: number;
  readonly low: number;
  readonly high: number;
  readonly factor: number;
}

/** A function that is called again and again is compiled for good. */
function stretch(values: Float64Array, out: Float64Array, from: number, to: number, { least, most, low, high, factor }: Stretch): void {
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    out[row] = value === most ? high : value === least ? low : low + (value - least) * factor;
  }
}

/**
 * Standard scores with the given mean and SD: `t` scores are 50 ± 10. With sampling `weights`, which rows without one do not enter, the
 * mean is Σwx/Σw and the variance Σw(x − x̄)²/Σw · n/(n − 1). `over`: written over the values, which are nobody else's.
 */
export function standardScores(values: Float64Array, mean: number, sd: number, weights?: Float64Array, over = false): Float64Array {
  const counted = linearOf(values);
  if (counted !== null) {
    const moments = momentsOfLinear([counted]);
    const factor = sd / Math.sqrt(moments.cross[0]![0]! / (moments.n - 1));
    return combined([{ of: counted, factor }], mean - factor * moments.means[0]!);
  }
  let n = 0;
  let base = 0;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const weight = weights?.[row] ?? 1;
    if (Number.isNaN(value) || !(weight > 0)) continue;
    n++;
    base += weight;
    total += weight * value;
  }
  const centre = total / base;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const weight = weights?.[row] ?? 1;
    if (!Number.isNaN(value) && weight > 0) squares += weight * square(value - centre);
  }
  const spread = weights === undefined ? Math.sqrt(squares / (n - 1)) : Math.sqrt(((squares / base) * n) / (n - 1));
  const at = (value: number): number => mean + (sd * (value - centre)) / spread;
  const out = over ? inPlaceOf(values) : new Float64Array(values.length);
  for (let row = 0; row < out.length; row++) out[row] = at(values[row]!);
  if (spread > 0 && !over) setScale(out, { base: values, factor: sd / spread, at });
  return out;
}

/** What becomes the ends of the range, of the composite and of each component; null: their own smallest and largest values. */
export interface ScoreEnds {
  readonly index: Ends | null;
  readonly components: readonly Ends[] | null;
}

/**
 * The smallest and the largest value that Σᵢcᵢ(xᵢ − mᵢ)/sᵢ can have with each xᵢ between its ends: every item at the end that its
 * coefficient's sign asks for.
 */
export function possibleRange(
  coefficients: readonly number[],
  { means, sds }: { readonly means: readonly number[]; readonly sds: readonly number[] },
  ends: readonly Ends[],
): Ends {
  let [low, high] = [0, 0];
  for (const [i, coefficient] of coefficients.entries()) {
    const [least, most] = [ends[i]!.low, ends[i]!.high].map((end) => (coefficient * (end - means[i]!)) / sds[i]!) as [number, number];
    low += Math.min(least, most);
    high += Math.max(least, most);
  }
  return { low, high };
}

const stretched = (values: Float64Array, to: Ends, from: Ends | null | undefined, over = false): Float64Array =>
  from === null || from === undefined ? minMax(values, to.low, to.high, over) : between(values, from, to).values;

/**
 * Components as the index's `rescale` says. `range` and `components`: by min–max each. `none`: z-scores as they are. `t`: 50 ± 10.
 * `ends`: from these in the place of min and max.
 */
export function rescaledComponents(
  scores: readonly Float64Array[],
  rule: RescaleRule,
  ends: ScoreEnds['components'] = null,
  sampling?: Float64Array,
): readonly Float64Array[] {
  switch (rule.kind) {
    case 'none':
      return scores;
    case 't':
      return scores.map((column) => standardScores(column, 50, 10, sampling));
    case 'range':
    case 'components':
      return scores.map((column, k) => stretched(column, rule, ends?.[k]));
  }
}

/**
 * Composite as the index's `rescale` says. `range`: composite of z-scores, then min–max. `components`: the weighted mean of the components
 * that were brought to the range first. `none`: composite of z-scores. `t`: the same, 50 ± 10. `composed` are positions of the composed
 * components, `weights` theirs; `rescaled` are `rescaledComponents`; `sampling` are the respondents' weights, where they have some.
 * `beyond`: of what was brought from `ends` how many values lay outside them, and which were the least and the largest; null: none.
 * `over`: the composite of a single score may be written over it.
 */
export function rescaledComposite(
  scores: readonly Float64Array[],
  rescaled: readonly Float64Array[],
  composed: readonly number[],
  weights: readonly number[],
  rule: RescaleRule,
  ends: Ends | null = null,
  sampling?: Float64Array,
  over = false,
): { readonly values: Float64Array; readonly beyond: (Ends & { readonly count: number }) | null } {
  // Of millions of rows nobody keeps scores in two ranges.
  const isLarge = (scores[0]?.length ?? 0) >= remaking.from;
  const isOne = composed.length === 1 && weights[0] === 1;
  const whole = (columns: readonly Float64Array[]): Float64Array =>
    isOne
      ? columns[composed[0]!]!
      : composed.length === 0
        ? new Float64Array(scores[0]?.length ?? 0).fill(NaN)
        : composite(
            composed.map((k) => columns[k]!),
            weights,
          );
  switch (rule.kind) {
    case 'none':
      return { values: whole(scores), beyond: null };
    case 't':
      return { values: standardScores(whole(scores), 50, 10, sampling, over || (isLarge && !isOne)), beyond: null };
    case 'range': {
      const raw = whole(scores);
      if (ends === null) return { values: stretched(raw, rule, null, over || (isLarge && !isOne)), beyond: null };
      const { values, outside } = between(raw, ends, rule);
      return { values, beyond: outside === 0 ? null : { ...rangeOfValues(raw)!, count: outside } };
    }
    case 'components':
      return { values: whole(rescaled), beyond: null };
  }
}
