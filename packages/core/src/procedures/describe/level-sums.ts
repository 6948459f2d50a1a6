// Sums of many numbers, of all and by level of a category, each in one pass over the rows that all who need them share: descriptions,
// ranges, comparisons of groups.
import { fewParts, inParts, type RowTask } from '../../counts/crew.ts';
import type { Codes } from '../../counts/points.ts';
import { mayEnd } from '../../numerics/parts.ts';

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
  const take = ({ counts, sums, squares, least, most }: BlockSums): void => {
    for (let level = 0; level < levels; level++) {
      made.counts[level] = made.counts[level]! + counts[level]!;
      if (least[level]! < made.least[level]!) made.least[level] = least[level]!;
      if (most[level]! > made.most[level]!) made.most[level] = most[level]!;
    }
    for (let at = 0; at < sums.length; at += levels) {
      ofSums.add(sums.subarray(at, at + levels));
      ofSquares.add(squares.subarray(at, at + levels));
    }
  };
  inParts(levelSumsTask, { values, codes, levels, centre }, values.length, take, fewParts(values.length));
  ofSums.end();
  ofSquares.end();
  return made;
}

interface LeveledRows {
  readonly values: Float64Array;
  readonly codes: Codes;
  readonly levels: number;
  readonly centre: number;
}
/** Of some rows; sums are those of each block, one behind the other. */
type BlockSums = Omit<LevelSums, 'centre'>;

export const levelSumsTask: RowTask<LeveledRows, BlockSums> = {
  name: 'level sums',
  work: ({ values, codes, levels, centre }, first, end) => {
    const blocks = Math.ceil((end - first) / BLOCK);
    const of = (size: number, start = 0): Float64Array => new Float64Array(size).fill(start);
    const made = {
      counts: of(levels),
      sums: of(blocks * levels),
      squares: of(blocks * levels),
      least: of(levels, Infinity),
      most: of(levels, -Infinity),
    };
    for (let block = 0; block < blocks; block++) {
      mayEnd();
      const from = first + block * BLOCK;
      const to = Math.min(end, from + BLOCK);
      const [start, stop] = [block * levels, (block + 1) * levels];
      const own = { ...made, centre, sums: made.sums.subarray(start, stop), squares: made.squares.subarray(start, stop) };
      // A function a kind of array: code that reads two kinds is several times slower.
      if (codes instanceof Int8Array) addBytes(values, codes, from, to, own);
      else add(values, codes, from, to, own);
    }
    return made;
  },
};

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

/** Of all numbers. */
export interface WholeSums {
  readonly n: number;
  /** Of the deviations from `centre`, near the mean. */
  readonly centre: number;
  readonly rest: number;
  readonly squares: number;
  /** The two least and the two largest numbers; one twice where two rows have it, and infinite where there are fewer. */
  readonly lowest: number;
  readonly secondLowest: number;
  readonly highest: number;
  readonly secondHighest: number;
}

const wholes = new WeakMap<Float64Array, WholeSums>();

/** As levelSums, of all rows that have a number. */
export function wholeSums(values: Float64Array): WholeSums {
  const found = wholes.get(values);
  if (found !== undefined) return found;
  const centre = centreOf(values);
  const totals = new Float64Array(2);
  const total = compensated(totals);
  const block = new Float64Array(2);
  const seen = Float64Array.of(0, Infinity, Infinity, -Infinity, -Infinity);
  for (let from = 0; from < values.length; from += BLOCK) {
    mayEnd();
    addWhole(values, from, Math.min(values.length, from + BLOCK), centre, block, seen);
    total.add(block);
  }
  total.end();
  const [n, lowest, secondLowest, secondHighest, highest] = seen as unknown as readonly [number, number, number, number, number];
  const made = { n, centre, rest: totals[0]!, squares: totals[1]!, lowest, secondLowest, highest, secondHighest };
  wholes.set(values, made);
  return made;
}

/**
 * A function that is called again and again is compiled for good; numbers that begin in an array of them are never kept elsewhere. `seen`:
 * how many, the two least, the two largest.
 */
function addWhole(values: Float64Array, from: number, to: number, centre: number, block: Float64Array, seen: Float64Array): void {
  block.fill(0);
  let rest = block[0]!;
  let squares = block[1]!;
  let n = 0;
  let lowest = seen[1]!;
  let secondLowest = seen[2]!;
  let secondHighest = seen[3]!;
  let highest = seen[4]!;
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    n++;
    const deviation = value - centre;
    rest += deviation;
    squares += deviation * deviation;
    if (value < secondLowest) {
      secondLowest = value < lowest ? lowest : value;
      if (value < lowest) lowest = value;
    }
    if (value > secondHighest) {
      secondHighest = value > highest ? highest : value;
      if (value > highest) highest = value;
    }
  }
  block[0] = rest;
  block[1] = squares;
  seen[0] = seen[0]! + n;
  seen[1] = lowest;
  seen[2] = secondLowest;
  seen[3] = secondHighest;
  seen[4] = highest;
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
