// Rows in the order of their values, sorted once for everything that asks for order: ranks, medians of groups.
import { mayEnd } from './parts.ts';

/** Set in a row whose value is that of the row before it. */
const TIED = -0x80_00_00_00;
export const ROW = 0x7f_ff_ff_ff;

/** More values than these are not put in order one by one. */
const FEW = 48;

/**
 * Rows that have a number, in ascending order of it, those of one number in their own order; one below 0 has the number of the one
 * before, `& ROW` is the row. By classes of equal width, which hold a handful of values each.
 */
export function orderOf(values: Float64Array): Int32Array {
  const ends = Float64Array.of(Infinity, -Infinity, 0);
  for (let from = 0; from < values.length; from += BLOCK) seeEnds(values, from, Math.min(values.length, from + BLOCK), ends);
  const n = ends[2]!;
  const order = new Int32Array(n);
  const sorted = new Float64Array(n);
  const classes = Math.max(1, Math.min(1 << 18, n >> 2));
  const starts = distribute(values, classes, ends, { order, sorted });
  for (let from = 0; from < classes; from += BLOCK) {
    mayEnd();
    sortClasses(sorted, order, starts, from, Math.min(classes, from + BLOCK));
  }
  for (let from = 1; from < n; from += BLOCK) markTies(sorted, order, from, Math.min(n, from + BLOCK));
  return order;
}

/** Rows that a loop goes through at a time: a function that is called again and again is compiled for good. */
const BLOCK = 8192;

/** The least and the largest number, and how many there are. */
function seeEnds(values: Float64Array, from: number, to: number, ends: Float64Array): void {
  let [low, high, n] = [ends[0]!, ends[1]!, 0];
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value === value) n++;
  }
  ends[0] = low;
  ends[1] = high;
  ends[2] = ends[2]! + n;
}

interface Sorted {
  /** Rows, and their numbers. */
  readonly order: Int32Array;
  readonly sorted: Float64Array;
}

/**
 * By classes of equal width; gives where each begins, and the end of the last. Monotone, rounded or not: the classes follow each other as
 * their values do.
 */
function distribute(values: Float64Array, classes: number, ends: Float64Array, { order, sorted }: Sorted): Int32Array {
  const low = ends[0]!;
  const factor = (classes - 1) / (ends[1]! - low);
  const starts = new Int32Array(classes + 1);
  const next = new Int32Array(classes + 1);
  // All in the first class where they cannot be told apart.
  const usable = classes > 1 && factor > 0 && factor < Infinity ? factor : 0;
  const lowest = usable === 0 ? 0 : low;
  for (let from = 0; from < values.length; from += BLOCK) {
    const to = Math.min(values.length, from + BLOCK);
    if (usable === 0) next[0] = next[0]! + numbersIn(values, from, to);
    else countClasses(values, from, to, lowest, usable, next);
  }
  let at = 0;
  for (let one = 0; one <= classes; one++) {
    const own = next[one]!;
    starts[one] = at;
    next[one] = at;
    at += own;
  }
  for (let from = 0; from < values.length; from += BLOCK) {
    const to = Math.min(values.length, from + BLOCK);
    scatter(values, from, to, lowest, usable, { next, order, sorted });
  }
  return starts;
}

function numbersIn(values: Float64Array, from: number, to: number): number {
  let n = 0;
  for (let row = from; row < to; row++) if (values[row] === values[row]) n++;
  return n;
}

function countClasses(values: Float64Array, from: number, to: number, low: number, factor: number, counts: Int32Array): void {
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    const one = ((value - low) * factor) | 0;
    counts[one] = counts[one]! + 1;
  }
}

/** `next`: where the next value of each class is put. A factor of 0: all of one class. */
function scatter(
  values: Float64Array,
  from: number,
  to: number,
  low: number,
  factor: number,
  { next, order, sorted }: Sorted & { readonly next: Int32Array },
): void {
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    const one = factor === 0 ? 0 : ((value - low) * factor) | 0;
    const at = next[one]!;
    next[one] = at + 1;
    order[at] = row;
    sorted[at] = value;
  }
}

function sortClasses(sorted: Float64Array, order: Int32Array, starts: Int32Array, from: number, to: number): void {
  for (let one = from; one < to; one++) {
    const [start, end] = [starts[one]!, starts[one + 1]!];
    if (end - start > FEW) sortClass(sorted, order, start, end);
    else if (end - start > 1) insert(sorted, order, start, end);
  }
}

function markTies(sorted: Float64Array, order: Int32Array, from: number, to: number): void {
  for (let at = from; at < to; at++) if (sorted[at] === sorted[at - 1]) order[at] = order[at]! | TIED;
}

function insert(sorted: Float64Array, order: Int32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const value = sorted[at]!;
    if (sorted[at - 1]! <= value) continue;
    const row = order[at]!;
    let place = at;
    for (; place > from && sorted[place - 1]! > value; place--) {
      sorted[place] = sorted[place - 1]!;
      order[place] = order[place - 1]!;
    }
    sorted[place] = value;
    order[place] = row;
  }
}

/** A class of many values, by classes of its own once more; where these are full too, by merging. */
function sortClass(sorted: Float64Array, order: Int32Array, from: number, to: number): void {
  if (rises(sorted, from, to)) return;
  const values = sorted.slice(from, to);
  const rows = order.slice(from, to);
  const ends = Float64Array.of(Infinity, -Infinity, 0);
  seeEnds(values, 0, values.length, ends);
  const classes = Math.max(2, (to - from) >> 1);
  const part = { order: order.subarray(from, to), sorted: sorted.subarray(from, to) };
  const starts = distribute(values, classes, ends, part);
  for (let at = 0; at < values.length; at++) part.order[at] = rows[part.order[at]!]!;
  for (let one = 0; one < classes; one++) {
    const [start, end] = [from + starts[one]!, from + starts[one + 1]!];
    if (end - start <= FEW) insert(sorted, order, start, end);
    else if (!rises(sorted, start, end)) merge(sorted, order, start, end);
  }
}

function rises(sorted: Float64Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (sorted[at]! < sorted[at - 1]!) return false;
  return true;
}

/** Runs of 2, 4, 8 … times a few values, each of two that are sorted; what is in order already stays. */
function merge(sorted: Float64Array, order: Int32Array, from: number, to: number): void {
  for (let start = from; start < to; start += FEW) insert(sorted, order, start, Math.min(to, start + FEW));
  for (let width = FEW; width < to - from; width *= 2) {
    for (let start = from; start + width < to; start += 2 * width) {
      const middle = start + width;
      const end = Math.min(to, middle + width);
      if (sorted[middle - 1]! <= sorted[middle]!) continue;
      const values = sorted.slice(start, middle);
      const rows = order.slice(start, middle);
      let [left, right, at] = [0, middle, start];
      while (left < width && right < end) {
        if (values[left]! <= sorted[right]!) {
          sorted[at] = values[left]!;
          order[at++] = rows[left++]!;
        } else {
          sorted[at] = sorted[right]!;
          order[at++] = order[right++]!;
        }
      }
      for (; left < width; left++, at++) {
        sorted[at] = values[left]!;
        order[at] = rows[left]!;
      }
    }
  }
}
