// Rows in the order of their values, sorted once for everything that asks for order: ranks, medians of groups.
import { mayEnd } from './parts.ts';

/** Set in a row whose value is that of the row before it. */
const TIED = 0x80_00_00_00;
export const ROW = 0x7f_ff_ff_ff;

/** More values than these are not put in order one by one. */
const FEW = 48;

/**
 * Rows that have a number, in ascending order of it, those of one number in their own order; `>>> 31` is 1 of a row that has the number of
 * the one before, `& ROW` is the row. By classes of equal width, which hold a handful of values each.
 */
export function orderOf(values: Float64Array): Uint32Array {
  let [low, high, n] = [Infinity, -Infinity, 0];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value === value) n++;
  }
  const order = new Uint32Array(n);
  const sorted = new Float64Array(n);
  const classes = Math.max(1, Math.min(1 << 18, n >> 2));
  const factor = (classes - 1) / (high - low);
  const starts = new Uint32Array(classes + 1);
  if (classes > 1 && factor > 0 && factor < Infinity) distribute(values, low, factor, { starts, order, sorted });
  else {
    let at = 0;
    for (let row = 0; row < values.length; row++) {
      if (values[row] !== values[row]) continue;
      order[at] = row;
      sorted[at++] = values[row]!;
    }
    starts.fill(n, 1);
  }
  mayEnd();
  for (let from = 0, one = 0; one < classes; one++) {
    const to = starts[one + 1]!;
    if (to - from <= FEW) insert(sorted, order, from, to);
    else sortClass(sorted, order, from, to);
    from = to;
  }
  for (let at = 1; at < n; at++) if (sorted[at] === sorted[at - 1]) order[at] = order[at]! | TIED;
  return order;
}

interface Classes {
  /** Where each class begins, and the end of the last. */
  readonly starts: Uint32Array;
  readonly order: Uint32Array;
  readonly sorted: Float64Array;
}

/** Monotone, rounded or not: the classes follow each other as their values do. */
function distribute(values: Float64Array, low: number, factor: number, { starts, order, sorted }: Classes): void {
  const next = new Uint32Array(starts.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    const one = ((value - low) * factor) >>> 0;
    next[one] = next[one]! + 1;
  }
  for (let one = 0, at = 0; one < starts.length; one++) {
    const own = next[one]!;
    starts[one] = at;
    next[one] = at;
    at += own;
  }
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    const one = ((value - low) * factor) >>> 0;
    const at = next[one]!;
    next[one] = at + 1;
    order[at] = row;
    sorted[at] = value;
  }
}

function insert(sorted: Float64Array, order: Uint32Array, from: number, to: number): void {
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
function sortClass(sorted: Float64Array, order: Uint32Array, from: number, to: number): void {
  let [low, high, falls] = [sorted[from]!, sorted[from]!, false];
  for (let at = from + 1; at < to; at++) {
    const value = sorted[at]!;
    if (value < sorted[at - 1]!) falls = true;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!falls) return;
  const values = sorted.slice(from, to);
  const rows = order.slice(from, to);
  const classes = Math.max(2, (to - from) >> 1);
  const factor = (classes - 1) / (high - low);
  const starts = new Uint32Array(classes + 1);
  if (!(factor > 0 && factor < Infinity)) starts.fill(to - from, 1);
  else {
    const part = { starts, order: order.subarray(from, to), sorted: sorted.subarray(from, to) };
    distribute(values, low, factor, part);
    for (let at = 0; at < values.length; at++) part.order[at] = rows[part.order[at]!]!;
  }
  for (let start = 0, one = 0; one < classes; one++) {
    const end = starts[one + 1]!;
    if (end - start <= FEW) insert(sorted, order, from + start, from + end);
    else merge(sorted, order, from + start, from + end);
    start = end;
  }
}

/** Runs of 2, 4, 8 … times a few values, each of two that are sorted; what is in order already stays. */
function merge(sorted: Float64Array, order: Uint32Array, from: number, to: number): void {
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
