// The mean of several columns in each row.
import { inParts } from '../counts/crew.ts';
import { coding, emptyCodes, floatsOf, isPoints, lengthOf, MOST_POINTS, recodeTo, type Points, type Values } from '../counts/points.ts';
import { MadeCodes, RemadePoints, remaking, sourceOf, walkTask, type Addition, type Step } from '../counts/remade.ts';
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
  const walk = addedUp(columns) ?? walkThrough(columns);
  if (walk === null) return null;
  const { steps, states } = walk;
  const rows = lengthOf(columns[0]!);
  const kept = rows < remaking.from ? new Int16Array(rows) : null;
  const recipe = { columns: columns.map(sourceOf), steps };
  const times = new Float64Array(states.length);
  inParts(walkTask, { ...recipe, states: states.length, keeps: kept !== null }, rows, (part, from) => {
    if (part.at !== null) kept!.set(part.at, from);
    for (let state = 0; state < times.length; state++) times[state]! += part.times[state]!;
  });
  const means = states.map(({ total, count }, state) => (count > 0 && times[state]! > 0 ? total / count : NaN));
  const values = Float64Array.from(new Set(means.filter((mean) => !Number.isNaN(mean)))).sort();
  if (values.length > MOST_POINTS) return null;
  // No state is a row without one.
  const table = Int32Array.of(-1, ...means.map((mean) => values.indexOf(mean)));
  if (kept !== null) {
    const codes = emptyCodes(rows, values.length);
    recodeTo(codes, kept, table);
    return { codes, values };
  }
  const tally = new Float64Array(values.length + 1);
  for (const [state, count] of times.entries()) {
    const code = table[state + 1]!;
    tally[code < 0 ? values.length : code]! += count;
  }
  return new RemadePoints(new MadeCodes({ rows, ...recipe, table, levels: values.length }, tally), values);
}

/** A sum of so many answers. */
interface Sum {
  readonly total: number;
  readonly count: number;
}

/** Codes that are told apart by what they add, less the one for no answer. */
const MOST_ADDING = 15;

/**
 * Additions in the place of steps, and the sum that belongs to each total of them: an answer adds its place among those of its item, and
 * one more than all places together, so that a total tells how many there were. Null where two sums have one total, as those of answers
 * have that are not evenly spaced, or there are too many.
 */
function addedUp(columns: readonly Points[]): { readonly steps: readonly Addition[]; readonly states: readonly Sum[] } | null {
  const places = columns.map(({ values }) => Float64Array.from(new Set(values.filter((value) => !Number.isNaN(value)))).sort());
  const answer = 1 + places.reduce((total, { length }) => total + Math.max(0, length - 1), 0);
  const most = answer * (columns.length + 1);
  if (most > 4 * MOST_POINTS || columns.some(({ values }) => values.length > MOST_ADDING)) return null;
  const steps = columns.map(({ values }, at) => ({
    adds: Uint8Array.from({ length: MOST_ADDING + 1 }, (_, code) => {
      const value = values[code - 1];
      return value === undefined || Number.isNaN(value) ? 0 : answer + places[at]!.indexOf(value);
    }),
  }));
  if (answer + Math.max(...places.map(({ length }) => length)) > 0x100) return null;
  let reached = new Map([['0 0', { at: 0, total: 0, count: 0 }]]);
  for (const [item, { values }] of columns.entries()) {
    const next: typeof reached = new Map();
    for (const { at, total, count } of reached.values())
      for (const [code, add] of steps[item]!.adds.entries()) {
        if (code > values.length) break;
        const to = add === 0 ? { at, total, count } : { at: at + add, total: total + values[code - 1]!, count: count + 1 };
        next.set(`${to.at} ${to.total}`, to);
      }
    if (next.size > most) return null;
    reached = next;
  }
  const states: Sum[] = Array.from({ length: most }, () => ({ total: 0, count: 0 }));
  const taken = new Set<number>();
  for (const { at, total, count } of reached.values()) {
    if (taken.has(at)) return null;
    taken.add(at);
    states[at] = { total, count };
  }
  return { steps, states };
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
  const coded = points.length === columns.length && lengthOf(points[0]!) >= coding.from ? meanOfPoints(points) : null;
  return coded ?? meanByRow(columns.map(floatsOf));
});
