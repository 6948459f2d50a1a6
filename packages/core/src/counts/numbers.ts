// Sums of numbers of many values (an income, a score) beside joint counts: of each number by the levels of each column, and of each pair of
// numbers. With the joint counts of the same rows they are all that linear methods need.
import { sum } from '../numerics/sums.ts';
import type { Moments } from '../moments/moments.ts';
import { combine, groupsOf, type Group } from './groups.ts';
import { shapeOf, type Joint } from './joint.ts';
import { momentsOfCounts, type Tabled } from './moments.ts';
import type { CodedColumn } from './pairs.ts';
import { BLOCK } from './planes.ts';
import { mayEnd } from '../numerics/parts.ts';
import { usableWeights } from './weighted.ts';

export interface JointNumbers {
  /** Taken off each number before anything is added up, so that many leading digits in common lose nothing. */
  readonly offsets: readonly number[];
  /** Σ of all levels of the columns: the length of a line of the three tables below. */
  readonly size: number;
  /** A line a number, a place a level: rows that have both (or their weights), Σ(x − offset), Σ(x − offset)². */
  readonly rows: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** Numbers by numbers, over the rows that have both: how many, Σ(x − offset) of the line's number, Σ of the products. */
  readonly pairRows: Float64Array;
  readonly pairSums: Float64Array;
  readonly products: Float64Array;
}

/** The mean of the numbers that are used, to serve as an offset; 0 without any. */
function offsetOf(values: Float64Array, mask: Uint8Array | null = null): number {
  let [count, total] = [0, 0];
  let least = Infinity;
  for (let row = 0; row < values.length; row++) if ((mask === null || mask[row] === 1) && values[row]! < least) least = values[row]!;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!) || (mask !== null && mask[row] !== 1)) continue;
    count++;
    total += values[row]! - least;
  }
  return count === 0 ? 0 : least + total / count;
}

/**
 * Sums of `numbers` (NaN: missing) by the levels of `columns` and with each other, over the rows where `mask` is 1 (all without one), each
 * row by its weight where there are weights. Every block of 16,384 rows is added up by itself and the blocks are added compensated
 * (Neumaier 1974, ZAMM 54:39–51), in their order: the error is that of a block. Infinite numbers must not be given.
 */
export function jointWith(
  columns: readonly CodedColumn[],
  numbers: readonly Float64Array[],
  {
    mask = null,
    weights,
    offsets = numbers.map((values) => offsetOf(values, mask)),
  }: {
    readonly mask?: Uint8Array | null;
    readonly weights?: Float64Array;
    readonly offsets?: readonly number[];
  } = {},
): JointNumbers {
  const { size, starts } = shapeOf(columns.map(({ levels }) => levels));
  const groups = groupsOf(columns, starts);
  const used = weights === undefined ? null : usableWeights(weights, mask);
  const rows = numbers[0]?.length ?? 0;
  const q = numbers.length;
  const parts = numbers.map(() => groups.map((group) => partOf(group.size)));
  const pairs = Array.from({ length: q * q }, () => compensated(3));
  const blocks = numbers.map(() => ({ deviations: new Float64Array(BLOCK), weights: new Float64Array(BLOCK) }));
  for (let from = 0; from < rows; from += BLOCK) {
    mayEnd();
    const to = Math.min(rows, from + BLOCK);
    combine(groups, mask, [from, to]);
    numbers.forEach((values, at) => {
      const block = blocks[at]!;
      for (let row = from; row < to; row++) {
        const value = values[row]!;
        const out = Number.isNaN(value) || (mask !== null && mask[row] !== 1);
        block.deviations[row - from] = out ? 0 : value - offsets[at]!;
        block.weights[row - from] = out ? 0 : used === null ? 1 : used[row]!;
      }
      groups.forEach((group, g) => addBlock(group.codes, block.deviations, block.weights, to - from, parts[at]![g]!));
      for (let other = 0; other <= at; other++) addPair(block, blocks[other]!, to - from, pairs[at * q + other]!, pairs[other * q + at]!);
    });
  }
  const table = (): Float64Array => new Float64Array(q * size);
  const out = { rows: table(), sums: table(), squares: table() };
  parts.forEach((ofNumber, at) => {
    ofNumber.forEach(({ total }, g) => {
      const { places } = groups[g]!;
      places.forEach((levels, combination) => {
        for (const level of levels) {
          const to = at * size + level;
          out.rows[to] = out.rows[to]! + total.at(3 * combination);
          out.sums[to] = out.sums[to]! + total.at(3 * combination + 1);
          out.squares[to] = out.squares[to]! + total.at(3 * combination + 2);
        }
      });
    });
  });
  const ofPairs = (which: number): Float64Array => Float64Array.from(pairs, (pair) => pair.at(which));
  return { offsets, size, ...out, pairRows: ofPairs(0), pairSums: ofPairs(1), products: ofPairs(2) };
}

/** Sums that keep what they lose. */
interface Compensated {
  add(at: number, value: number): void;
  at(at: number): number;
}
function compensated(size: number): Compensated {
  const [totals, lost] = [new Float64Array(size), new Float64Array(size)];
  return {
    add(at, value) {
      const total = totals[at]!;
      const next = total + value;
      lost[at] = lost[at]! + (Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total);
      totals[at] = next;
    },
    at: (at) => totals[at]! + lost[at]!,
  };
}

/** Of one number and one group: three sums a combination, of the block and of all. */
interface Part {
  readonly block: Float64Array;
  readonly total: Compensated;
}
const partOf = (size: Group['size']): Part => ({ block: new Float64Array(3 * size), total: compensated(3 * size) });

function addBlock(codes: Int32Array, deviations: Float64Array, weights: Float64Array, rows: number, { block, total }: Part): void {
  block.fill(0);
  for (let row = 0; row < rows; row++) {
    const at = 3 * codes[row]!;
    const deviation = weights[row]! * deviations[row]!;
    block[at] = block[at]! + weights[row]!;
    block[at + 1] = block[at + 1]! + deviation;
    block[at + 2] = block[at + 2]! + deviation * deviations[row]!;
  }
  for (let at = 0; at < block.length; at++) if (block[at] !== 0) total.add(at, block[at]!);
}

interface Block {
  readonly deviations: Float64Array;
  readonly weights: Float64Array;
}

/** A weight is 0 where a number is missing, else the row's own: where either is missing, so is the pair. */
function addPair(x: Block, y: Block, rows: number, xy: Compensated, yx: Compensated): void {
  let [count, ofX, ofY, product] = [0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const weight = y.weights[row] === 0 ? 0 : x.weights[row]!;
    count += weight;
    ofX += weight * x.deviations[row]!;
    ofY += weight * y.deviations[row]!;
    product += weight * x.deviations[row]! * y.deviations[row]!;
  }
  const add = (to: Compensated, own: number): void => {
    to.add(0, count);
    to.add(1, own);
    to.add(2, product);
  };
  add(xy, ofX);
  if (x !== y) add(yx, ofY);
}

/**
 * Moments of columns of few values and of numbers together, the numbers last, where every row that was counted has all of them: as
 * momentsOf and, of weighted sums, as weightedMomentsOf has them of rows.
 */
export function momentsWith(joint: Joint, tables: readonly Tabled[], numbers: JointNumbers): Moments {
  const coded = momentsOfCounts(joint, tables);
  const q = numbers.offsets.length;
  const n = q === 0 ? coded.n : numbers.pairRows[0]!;
  const own = (at: number): number => numbers.pairSums[at * (q + 1)]!;
  // Centred with the mean of the offset's deviations: Σ(x − o)(y − o') − Σ(x − o)Σ(y − o')/n.
  const among = (i: number, j: number): number => (n === 0 ? 0 : numbers.products[i * q + j]! - (own(i) * own(j)) / n);
  const across = tables.map(({ column, values }, i) => {
    const start = joint.starts[column]!;
    const levels = [...values.keys()].filter((level) => level < joint.levels[column]! && !Number.isNaN(values[level]!));
    levels.sort((a, b) => values[a]! - values[b]! || a - b);
    return numbers.offsets.map((_, j) => {
      if (n === 0) return 0;
      const at = j * numbers.size + start;
      return sum(
        levels.map((level) => (values[level]! - coded.means[i]!) * (numbers.sums[at + level]! - (numbers.rows[at + level]! * own(j)) / n)),
      );
    });
  });
  return {
    n,
    means: [...coded.means, ...numbers.offsets.map((offset, j) => (n === 0 ? 0 : offset + own(j) / n))],
    cross: [
      ...coded.cross.map((row, i) => [...row, ...across[i]!]),
      ...numbers.offsets.map((_, i) => [...across.map((row) => row[i]!), ...numbers.offsets.map((__, j) => among(i, j))]),
    ],
  };
}
