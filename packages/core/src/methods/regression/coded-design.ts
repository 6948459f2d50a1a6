// The design of a regression on coded predictors: tables over levels in the place of columns, which are written out only for what asks for
// them. The design itself, and that of predictors that are not coded, is job-design.ts'.
import { coding, emptyCodes, tallyOf, type Codes, type Points } from '../../counts/points.ts';
import { RemadePoints } from '../../counts/remade.ts';
import { isConstant } from '../../numerics/constant.ts';
import { once } from '../../numerics/once.ts';
import type { CodedColumnOfDesign, CodedTerm } from '../../procedures/regression/counted.ts';
import { columnsOfTerm, type Factor } from '../../procedures/regression/design.ts';
import type { Chosen } from './chosen.ts';

/** More levels of a product than these are no longer counted together. */
const MOST_LEVELS = 512;

/** A term's columns over the rows that are chosen. */
export interface CodedEntry extends CodedTerm {
  /** Of each column, whether it does not vary among the chosen rows. */
  readonly constant: readonly boolean[];
  /** Cells that the mean was put into, a column each. */
  readonly filled: readonly number[];
}

/**
 * The same term, as one coded column; null where a factor is not coded, or there are too many levels. Its columns are those of any term
 * (procedures/regression/design.ts), with a row for each combination of levels.
 */
export function codedTerm(factors: readonly Factor[]): CodedTerm | null {
  const parts = factors.flatMap((factor) => codedFactor(factor) ?? []);
  const levels = parts.reduce((product, part) => product * part.levels, 1);
  if (parts.length === 0 || parts.length < factors.length || levels > MOST_LEVELS || parts[0]!.codes.length < coding.from) return null;
  // Of a combination the level of each factor: the last one changes fastest.
  const place = parts.map((_, at) => {
    const behind = parts.slice(at + 1).reduce((product, part) => product * part.levels, 1);
    return Int32Array.from({ length: levels }, (__, combination) => Math.floor(combination / behind) % parts[at]!.levels);
  });
  const columns = columnsOfTerm(parts.map(({ factor }, at) => factor(place[at]!)));
  return {
    codes: parts.map((part) => part.codes).reduce((left, right, at) => productOf(left, right, parts[at]!.levels, levels)),
    levels,
    columns: columns.map(({ values, ...column }) => ({ ...column, table: values })),
  };
}

/** `factor`: the same factor of rows that have these levels. */
interface CodedFactor {
  readonly codes: Codes;
  readonly levels: number;
  readonly factor: (rows: Int32Array) => Factor;
}

function codedFactor(factor: Factor): CodedFactor | null {
  if (factor.kind === 'category')
    return { codes: factor.codes, levels: factor.levels.length, factor: (rows) => ({ ...factor, codes: rows }) };
  if (factor.points === undefined) return null;
  const { name } = factor;
  const points = inOrder(factor.points);
  const { values } = points;
  return {
    codes: points instanceof RemadePoints ? points.made.written() : points.codes,
    levels: values.length,
    factor: (rows) => ({ kind: 'number', name, values: Float64Array.from(rows, (level) => values[level]!) }),
  };
}

/**
 * Points whose values do not go up and down: a dictionary in the order of the rows would sum in that order, and sums would have other last
 * digits when the rows are sorted.
 */
function inOrder(points: Points): Points {
  const known = points.values.filter((value) => !Number.isNaN(value));
  const sorted =
    known.every((value, at) => at === 0 || value >= known[at - 1]!) || known.every((value, at) => at === 0 || value <= known[at - 1]!);
  if (sorted) return points;
  const order = [...points.values.keys()].sort((a, b) => points.values[a]! - points.values[b]! || a - b);
  const place = new Int32Array(order.length);
  for (const [at, code] of order.entries()) place[code] = at;
  const codes = points.codes.slice();
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) codes[row] = place[codes[row]!]!;
  return { codes, values: Float64Array.from(order, (code) => points.values[code]!) };
}

/** `levels`: of the right one; `all`: of the whole term. */
function productOf(left: Codes, right: Codes, levels: number, all: number): Codes {
  const codes = emptyCodes(left.length, all);
  for (let row = 0; row < codes.length; row++) {
    const [a, b] = [left[row]!, right[row]!];
    if (a >= 0 && b >= 0) codes[row] = a * levels + b;
  }
  return codes;
}

/** The term among the chosen rows, after the missing policy: with `mean`, what has no answer is a level more, whose value is the mean. */
export function entryOf(term: CodedTerm, chosen: Chosen, missing: 'listwise' | 'mean'): CodedEntry {
  const { codes, levels, columns } = term;
  const times = timesIn(codes, levels, chosen);
  const held = columns.map(({ table }) => table.filter((_, level) => times[level]! > 0));
  const constant = held.map((values) => chosen.length > 0 && isConstant(values));
  const without = columns.map(({ table }) =>
    table.reduce((count, value, level) => count + (Number.isNaN(value) ? times[level]! : 0), times[levels]!),
  );
  if (missing === 'listwise' || without.every((count) => count === 0)) return { ...term, constant, filled: columns.map(() => 0) };
  const filled = emptyCodes(codes.length, levels + 1);
  for (let row = 0; row < filled.length; row++) filled[row] = codes[row]! < 0 ? levels : codes[row]!;
  return {
    codes: filled,
    levels: levels + 1,
    constant,
    filled: without,
    columns: columns.map((column) => {
      const mean = meanOf(column.table, times);
      return { ...column, table: Float64Array.of(...column.table.map((value) => (Number.isNaN(value) ? mean : value)), mean) };
    }),
  };
}

const kept = new WeakMap<Uint8Array, WeakMap<Codes, Float64Array>>();

/** Of the chosen rows how many have each level, and last how many have none. Kept with the mask, for all who ask of the same term. */
export function timesIn(codes: Codes, levels: number, { length, mask }: Chosen): Float64Array {
  if (length === mask.length) return tallyOf(codes, levels);
  const ofMask = kept.get(mask) ?? new WeakMap<Codes, Float64Array>();
  kept.set(mask, ofMask);
  const known = ofMask.get(codes);
  if (known?.length === levels + 1) return known;
  // First those that are not chosen, then those without a level.
  const counts = new Int32Array(levels + 2);
  for (let from = 0; from < mask.length; from += BLOCK) tallyIn(codes, mask, from, Math.min(mask.length, from + BLOCK), counts);
  const times = Float64Array.of(...counts.subarray(2), counts[1]!);
  ofMask.set(codes, times);
  return times;
}

const BLOCK = 16_384;
/** A function that is called again and again is compiled for good; without a question a row it is as fast for any mask. */
function tallyIn(codes: Codes, mask: Uint8Array, from: number, to: number, counts: Int32Array): void {
  for (let row = from; row < to; row++) {
    const at = mask[row]! * (codes[row]! + 2);
    counts[at] = counts[at]! + 1;
  }
}

function meanOf(table: Float64Array, times: Float64Array): number {
  let mean = 0;
  for (let pass = 0; pass < 2; pass++) {
    let [total, count] = [0, 0];
    for (const [level, value] of table.entries()) {
      if (Number.isNaN(value) || times[level] === 0) continue;
      total += times[level]! * (value - mean);
      count += times[level]!;
    }
    mean += total / count;
  }
  return mean;
}

/** The values of a column of a term in the chosen rows, made once. */
export const writtenOut = ({ codes }: CodedTerm, { table }: CodedColumnOfDesign, of: () => Uint32Array): (() => Float64Array) =>
  once(() => {
    const rows = of();
    const values = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) {
      const code = codes[rows[at]!]!;
      values[at] = code < 0 ? NaN : table[code]!;
    }
    return values;
  });

/** 1 for the chosen rows in which every term has an answer; null where these are all the rows that there are. */
export function completeRowsOf(terms: readonly CodedTerm[], chosen: Chosen): Uint8Array | null {
  let mask: Uint8Array | null = null;
  for (const { codes, levels, columns } of terms) {
    const known = new Uint8Array(levels + 1);
    for (let level = 0; level < levels; level++) known[level + 1] = columns.some(({ table }) => Number.isNaN(table[level]!)) ? 0 : 1;
    const times = tallyOf(codes, levels);
    // Everybody has an answer: nobody is left out.
    if (times.every((count, level) => count === 0 || (level < levels && known[level + 1] === 1))) continue;
    for (let row = 0; row < codes.length; row++) {
      if (known[codes[row]! + 1]! === 1) continue;
      mask ??= chosen.mask.slice();
      mask[row] = 0;
    }
  }
  return mask ?? (chosen.length === chosen.mask.length ? null : chosen.mask);
}
