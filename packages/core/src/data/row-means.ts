// The mean of several columns in each row.
import { inParts, type RowTask } from '../counts/crew.ts';
import { coding, emptyCodes, floatsOf, isPoints, MOST_POINTS, recodeTo, type Codes, type Points, type Values } from '../counts/points.ts';
import { derivation, each } from '../memo/derivation.ts';
import { linearsOf } from '../rowless/columns.ts';
import { answeredIn, combined, isSingle } from '../rowless/linear.ts';
import { NeedsRows } from '../rowless/needs-rows.ts';

/** Each respondent's mean over the items he or she answered; missing when none was answered. */
function meanByRow(columns: readonly Float64Array[]): Float64Array {
  const counted = linearsOf(columns);
  // With an answer that lacks, a mean is over fewer: no sum of answers. Where that is, sums hold the mean as a column of its own.
  if (counted !== null) {
    const known = counted[0]!.source.meanOf(counted.flatMap((one) => [...one.parts.keys()]));
    if (known !== null && counted.every((one) => isSingle(one) && one.within.where.length === 0)) return known;
    if (counted.some((one) => answeredIn(one) < one.source.counted(one.within, []).n)) throw new NeedsRows();
    return combined(
      counted.map((of) => ({ of, factor: 1 / counted.length })),
      0,
    );
  }
  const out = new Float64Array(columns[0]!.length);
  for (let row = 0; row < out.length; row++) {
    let total = 0;
    let count = 0;
    for (const column of columns) {
      if (Number.isNaN(column[row]!)) continue;
      total += column[row]!;
      count++;
    }
    out[row] = count > 0 ? total / count : NaN;
  }
  return out;
}

/**
 * The same of points, as points: item by item each row goes on from one sum so far to the next, of which there are few. Null where there
 * are too many. The sums are those of `meanByRow`, in its order.
 */
function meanOfPoints(columns: readonly Points[]): Points | null {
  const walk = walkThrough(columns);
  if (walk === null) return null;
  const { steps, states } = walk;
  const rows = columns[0]!.codes.length;
  const at = new Int16Array(rows);
  const times = new Int32Array(states.length);
  inParts(walkTask, { columns: columns.map(({ codes }) => codes), steps, states: states.length }, rows, (part, from) => {
    at.set(part.at, from);
    for (let state = 0; state < times.length; state++) times[state]! += part.times[state]!;
  });
  const means = states.map(({ total, count }, state) => (count > 0 && times[state]! > 0 ? total / count : NaN));
  const table = Float64Array.from(new Set(means.filter((mean) => !Number.isNaN(mean)))).sort();
  if (table.length > MOST_POINTS) return null;
  const codes = emptyCodes(rows, table.length);
  // No state is a row without one.
  recodeTo(codes, at, Int32Array.of(-1, ...means.map((mean) => table.indexOf(mean))));
  return { codes, values: table };
}

/** Rows that take their steps together: they stay in the processor's nearest cache. */
const BLOCK = 8192;

interface Walk {
  readonly columns: readonly Codes[];
  readonly steps: readonly Step[];
  /** How many there are at last. */
  readonly states: number;
}

/** Where each row comes to, and how many come where. */
export const walkTask: RowTask<Walk, { readonly at: Int16Array; readonly times: Int32Array }> = {
  name: 'walk',
  work: ({ columns, steps, states }, first, end) => {
    const at = new Int16Array(end - first);
    const times = new Int32Array(states);
    for (let from = first; from < end; from += BLOCK) {
      const own = at.subarray(from - first, Math.min(end, from + BLOCK) - first);
      for (const [i, codes] of columns.entries()) {
        const { moves, width } = steps[i]!;
        const part = codes.subarray(from, from + own.length);
        // A function a kind of array: code that reads two kinds is several times slower.
        if (part instanceof Int8Array) stepBytes(own, part, moves, width);
        else for (let row = 0; row < own.length; row++) own[row] = moves[own[row]! * width + part[row]! + 1]!;
      }
      for (let row = 0; row < own.length; row++) times[own[row]!]!++;
    }
    return { at, times };
  },
};

function stepBytes(at: Int16Array, codes: Int8Array, moves: Int16Array, width: number): void {
  for (let row = 0; row < at.length; row++) at[row] = moves[at[row]! * width + codes[row]! + 1]!;
}

/** A sum of so many answers. */
interface Sum {
  readonly total: number;
  readonly count: number;
}

/** Of an item, from each sum so far and each code (from -1 on) to which sum: `moves[from * width + code + 1]`. */
interface Step {
  readonly moves: Int16Array;
  readonly width: number;
}

/** The steps of all items, and the last sums. */
function walkThrough(columns: readonly Points[]): { readonly steps: readonly Step[]; readonly states: readonly Sum[] } | null {
  let states: Sum[] = [{ total: 0, count: 0 }];
  const steps: Step[] = [];
  for (const { values } of columns) {
    const next: Sum[] = [];
    const known = new Map<string, number>();
    const width = values.length + 1;
    const moves = new Int16Array(states.length * width);
    for (const [from, { total, count }] of states.entries())
      for (let code = -1; code < values.length; code++) {
        const value = code < 0 ? NaN : values[code]!;
        const to = Number.isNaN(value) ? { total, count } : { total: total + value, count: count + 1 };
        const key = `${to.count} ${to.total}`;
        let state = known.get(key);
        if (state === undefined) {
          if (next.length === 4 * MOST_POINTS) return null;
          state = next.push(to) - 1;
          known.set(key, state);
        }
        moves[from * width + code + 1] = state;
      }
    steps.push({ moves, width });
    states = next;
  }
  return { steps, states };
}

/** Remembered: coding needs it, and execution, of the same columns. */
export const meanOfColumns = derivation('mean of items', { columns: each<Values>() }, ({ columns }): Values => {
  const points = columns.filter(isPoints);
  const coded = points.length === columns.length && points[0]!.codes.length >= coding.from ? meanOfPoints(points) : null;
  return coded ?? meanByRow(columns.map(floatsOf));
});
