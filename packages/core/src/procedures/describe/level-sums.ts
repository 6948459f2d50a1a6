// Sums of many numbers by level of a category, in one pass over the rows that all who need them share: descriptions by level, comparisons
// of groups.
import type { Codes } from '../../counts/points.ts';

/** Rows whose sums are added up plainly, before they are added to the others' with what that loses. */
export const BLOCK = 16_384;

/** Of each level; sums of deviations from `centre`, near the mean of all. */
export interface LevelSums {
  readonly centre: number;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
}

const known = new WeakMap<Float64Array, WeakMap<Codes, LevelSums>>();

/**
 * Sums are added up block by block and compensated between the blocks (Neumaier 1974, ZAMM 54:39–51). Kept with values and codes, which
 * nobody may change.
 */
export function levelSums(values: Float64Array, codes: Codes, levels: number): LevelSums {
  const own = known.get(values) ?? new WeakMap<Codes, LevelSums>();
  known.set(values, own);
  const found = own.get(codes);
  if (found?.counts.length === levels) return found;
  const made = summedUp(values, codes, levels);
  own.set(codes, made);
  return made;
}

function summedUp(values: Float64Array, codes: Codes, levels: number): LevelSums {
  const centre = centreOf(values);
  const of = (start = 0): Float64Array => new Float64Array(levels).fill(start);
  const made = { centre, counts: of(), sums: of(), squares: of(), least: of(Infinity), most: of(-Infinity) };
  const ofSums = compensated(made.sums);
  const ofSquares = compensated(made.squares);
  const block = { ...made, sums: of(), squares: of() };
  for (let from = 0; from < values.length; from += BLOCK) {
    const to = Math.min(values.length, from + BLOCK);
    block.sums.fill(0);
    block.squares.fill(0);
    // A function a kind of array: code that reads two kinds is several times slower.
    if (codes instanceof Int8Array) addBytes(values, codes, from, to, block);
    else add(values, codes, from, to, block);
    ofSums.add(block.sums);
    ofSquares.add(block.squares);
  }
  ofSums.end();
  ofSquares.end();
  return made;
}

function add(
  values: Float64Array,
  codes: Codes,
  from: number,
  to: number,
  { centre, counts, sums, squares, least, most }: LevelSums,
): void {
  for (let row = from; row < to; row++) {
    const level = codes[row]!;
    const value = values[row]!;
    if (level < 0 || Number.isNaN(value)) continue;
    const deviation = value - centre;
    counts[level] = counts[level]! + 1;
    sums[level] = sums[level]! + deviation;
    squares[level] = squares[level]! + deviation * deviation;
    if (value < least[level]!) least[level] = value;
    if (value > most[level]!) most[level] = value;
  }
}
function addBytes(
  values: Float64Array,
  codes: Int8Array,
  from: number,
  to: number,
  { centre, counts, sums, squares, least, most }: LevelSums,
): void {
  for (let row = from; row < to; row++) {
    const level = codes[row]!;
    const value = values[row]!;
    if (level < 0 || Number.isNaN(value)) continue;
    const deviation = value - centre;
    counts[level] = counts[level]! + 1;
    sums[level] = sums[level]! + deviation;
    squares[level] = squares[level]! + deviation * deviation;
    if (value < least[level]!) least[level] = value;
    if (value > most[level]!) most[level] = value;
  }
}

/** Adds blocks to `totals`; at the end, what that lost. */
export function compensated(totals: Float64Array): { add(block: Float64Array): void; end(): void } {
  const lost = new Float64Array(totals.length);
  return {
    add(block) {
      for (let at = 0; at < totals.length; at++) {
        const [total, own] = [totals[at]!, block[at]!];
        const next = total + own;
        lost[at] = lost[at]! + (Math.abs(total) >= Math.abs(own) ? total - next + own : own - next + total);
        totals[at] = next;
      }
    },
    end() {
      for (let at = 0; at < totals.length; at++) totals[at] = totals[at]! + lost[at]!;
    },
  };
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
