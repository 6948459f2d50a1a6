// Joint sums of weights: what joint.ts counts, each row by its weight.
import { combine, groupsOf, pairsOf, unfold } from './groups.ts';
import { shapeOf, type Joint } from './joint.ts';
import type { CodedColumn } from './pairs.ts';
import { BLOCK } from './planes.ts';
import { mayEnd } from '../numerics/parts.ts';
import type { Codes } from './points.ts';

/**
 * Z'WZ of the indicator columns of all levels, over the rows that have a weight above 0 (and, with a mask, where that is 1). Each weight is
 * taken as two whole multiples of powers of two, so small that each adds up without rounding (pre-rounding: Demmel & Nguyen 2013, ARITH-21,
 * section III). Of a million rows the sums are those of weights rounded to 67 bits below the power of two above the largest, of 10⁸ rows to
 * 53; they are themselves rounded once, whatever the order of the rows.
 */
export function weightedJoint(columns: readonly CodedColumn[], weights: Float64Array, mask: Uint8Array | null = null): Joint {
  const shape = shapeOf(columns.map(({ levels }) => levels));
  const used = usableWeights(weights, mask);
  const most = used.reduce((largest, weight) => Math.max(largest, weight), 0);
  // n numbers below P, multiples of P/2ᵏ, add up to less than 2⁵³ of those as long as k ≤ 53 − log₂ n; what is left of each is P/2ᵏ⁺¹ at
  // most.
  const free = 53 - (weights.length + 1).toString(2).length;
  const [upper, lower] = [rounderOf(most, free), rounderOf(most, 2 * free + 1)];
  const groups = groupsOf(columns, shape.starts);
  const pairs = pairsOf(groups, (size) => new Float64Array(2 * size));
  const [highs, lows] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
  let [high, low] = [0, 0];
  for (let from = 0; from < weights.length; from += BLOCK) {
    mayEnd();
    const to = Math.min(weights.length, from + BLOCK);
    for (let row = from; row < to; row++) {
      const weight = used[row]!;
      const top = weight + upper - upper;
      const rest = weight - top + lower - lower;
      highs[row - from] = top;
      lows[row - from] = rest;
      high += top;
      low += rest;
    }
    combine(groups, null, [from, to]);
    for (const { a, b, table } of pairs) addWeights(a.codes, b.codes, b.size, to - from, highs, lows, table);
  }
  const [tops, rests] = [new Float64Array(shape.size * shape.size), new Float64Array(shape.size * shape.size)];
  for (const { a, b, table } of pairs) {
    unfold(a, b, (cell) => table[2 * cell]!, tops, shape.size);
    unfold(a, b, (cell) => table[2 * cell + 1]!, rests, shape.size);
  }
  return { n: high + low, ...shape, counts: tops.map((top, at) => top + rests[at]!) };
}

/** The weights of the rows that take part, 0 of the others. */
export function usableWeights(weights: Float64Array, mask: Uint8Array | null): Float64Array {
  const used = new Float64Array(weights.length);
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    if (weight > 0 && weight < Infinity && (mask === null || mask[row] === 1)) used[row] = weight;
  }
  return used;
}

/** What added and taken away again rounds a number up to `most` to so many bits below the power of two above `most`. */
function rounderOf(most: number, bits: number): number {
  let power = 1;
  while (power < most) power *= 2;
  while (power / 2 >= most && power > 1e-300) power /= 2;
  // 1.5 · 2⁵² units, so that numbers of either sign keep its exponent.
  for (let bit = bits; bit < 52; bit++) power *= 2;
  for (let bit = 52; bit < bits; bit++) power /= 2;
  return 1.5 * power;
}

/** Of the rows that have a weight: how many have each code and what they weigh together, and last those without one. */
export function weightedTally(
  codes: Codes,
  levels: number,
  weights: Float64Array,
): { readonly rows: Float64Array; readonly weight: Float64Array } {
  const [rows, weight] = [new Float64Array(levels + 1), new Float64Array(levels + 1)];
  for (let row = 0; row < codes.length; row++) {
    const own = weights[row]!;
    if (!(own > 0 && own < Infinity)) continue;
    const at = codes[row]! < 0 ? levels : codes[row]!;
    rows[at] = rows[at]! + 1;
    weight[at] = weight[at]! + own;
  }
  return { rows, weight };
}

function addWeights(
  a: Int32Array,
  b: Int32Array,
  width: number,
  rows: number,
  highs: Float64Array,
  lows: Float64Array,
  table: Float64Array,
): void {
  for (let row = 0; row < rows; row++) {
    const at = 2 * (a[row]! * width + b[row]!);
    table[at] = table[at]! + highs[row]!;
    table[at + 1] = table[at + 1]! + lows[row]!;
  }
}
