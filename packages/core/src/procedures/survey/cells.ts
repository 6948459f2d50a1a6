// The levels of several margins that rows have together, a cell each. What is brought to margins differs between the rows of a cell by
// nothing but what it was before: a step of it needs a look at the cells, however many rows there are.
import type { Codes } from '../../counts/points.ts';
import type { SurveyDesign } from './design.ts';

export interface Cells {
  /** Of each row; -1 of one that has no weight. */
  readonly of: Int32Array;
  readonly count: number;
  /** Of each margin the level of each cell. */
  readonly levels: readonly Int32Array[];
}

/** Pairs that are looked up in a table. */
const TABLE = 1 << 22;

/** Cells in the order in which they appear. Rows with a weight have a level of every margin. */
export function cellsOf(margins: readonly Codes[], weights: Float64Array): Cells {
  const of = new Int32Array(weights.length);
  for (let row = 0; row < of.length; row++) of[row] = weights[row]! > 0 ? 0 : -1;
  let count = 1;
  let levels: readonly Int32Array[] = [];
  for (const codes of margins) {
    let width = 0;
    for (let row = 0; row < of.length; row++) if (of[row]! >= 0 && codes[row]! >= width) width = codes[row]! + 1;
    const numbers = count * width <= TABLE ? tableOf(count * width) : mapOf();
    const before: number[] = [];
    const own: number[] = [];
    for (let row = 0; row < of.length; row++) {
      const cell = of[row]!;
      if (cell < 0) continue;
      const pair = cell * width + codes[row]!;
      let found = numbers.get(pair);
      if (found < 0) {
        found = own.length;
        numbers.set(pair, found);
        before.push(cell);
        own.push(codes[row]!);
      }
      of[row] = found;
    }
    count = own.length;
    levels = [...levels.map((all) => Int32Array.from(before, (cell) => all[cell]!)), Int32Array.from(own)];
  }
  return { of, count, levels };
}

interface Numbers {
  /** -1 of a pair that has none. */
  get(pair: number): number;
  set(pair: number, number: number): void;
}
function tableOf(size: number): Numbers {
  const table = new Int32Array(size).fill(-1);
  return {
    get: (pair) => table[pair]!,
    set: (pair, number) => {
      table[pair] = number;
    },
  };
}
function mapOf(): Numbers {
  const map = new Map<number, number>();
  return { get: (pair) => map.get(pair) ?? -1, set: (pair, number) => void map.set(pair, number) };
}

/** Sums of numbers a row by cell; of rows without one nothing. */
export function sumsByCell({ of, count }: Cells, values: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  for (let row = 0; row < of.length; row++) {
    const cell = of[row]!;
    if (cell >= 0) sums[cell] = sums[cell]! + values[row]!;
  }
  return sums;
}

/** Sweeps over the margins: those of R's survey package, whose numbers ours are compared with. One margin needs one. */
export const SWEEPS = 10;

/**
 * What comes off each row of a cell when means are taken within the levels of each margin in turn: `totals` and `bases` are the sums over
 * a cell, weighted as that margin's means are, of the numbers and of the weights.
 */
export function sweptOff(cells: Cells, totals: readonly Float64Array[], bases: readonly Float64Array[]): Float64Array {
  const off = new Float64Array(cells.count);
  for (let sweep = 0; sweep < (cells.levels.length === 1 ? 1 : SWEEPS); sweep++)
    for (const [margin, levels] of cells.levels.entries()) {
      const [total, base] = [totals[margin]!, bases[margin]!];
      const width = levels.reduce((most, level) => Math.max(most, level), -1) + 1;
      const [sums, weights] = [new Float64Array(width), new Float64Array(width)];
      for (const [cell, level] of levels.entries()) {
        sums[level] = sums[level]! + total[cell]! - off[cell]! * base[cell]!;
        weights[level] = weights[level]! + base[cell]!;
      }
      for (const [cell, level] of levels.entries()) off[cell] = off[cell]! + sums[level]! / weights[level]!;
    }
  return off;
}

export interface Margins {
  readonly cells: Cells;
  /** Of each margin, by cell: Σ of what its means are weighted by. */
  readonly bases: readonly Float64Array[];
}

const kept = new WeakMap<SurveyDesign, Margins>();

/** The cells of the margins that a design's weights were brought to: found once, for all that is computed under the design. */
export function marginsOf(design: SurveyDesign): Margins {
  const known = kept.get(design);
  if (known !== undefined) return known;
  const cells = cellsOf(
    design.calibrated.map((one) => one.levels),
    design.weights,
  );
  const made = { cells, bases: design.calibrated.map(({ within }) => sumsByCell(cells, within)) };
  kept.set(design, made);
  return made;
}
