// What follows from counts for sums of answers: their moments, their distribution where they are one answer each, and sums of them again.
// Counts are whole numbers, so that nothing depends on the order of rows; what rounds are the sums over levels, of which there are few.
import { NEEDS_RANGE, NeedsRows } from './needs-rows.ts';
import { columnOf, inside, linearOf, plainSlopes, type Linear, type Slope } from './columns.ts';
import { acrossOf, centredSlopes, endsOfSlope, productOfSlopes, type CentredSlope } from './measured.ts';
import { crossedOf } from './products.ts';
import { EVERY, union, type Counted, type Mask, type Source } from './source.ts';

/** The rows that have a value in all of them. */
export function commonMask(columns: readonly Linear[], mask: Mask = EVERY): Mask {
  return columns.reduce((rows, one) => inside(inside(rows, one.within), { where: [], complete: [...one.needs], level: null }), mask);
}

const namesOf = (columns: readonly Linear[]): string[] =>
  columns.reduce<string[]>((names, one) => union(union(names, one.parts.keys()), one.slopes?.keys() ?? []), []);

export interface LinearMoments {
  readonly n: number;
  readonly means: readonly number[];
  readonly cross: readonly (readonly number[])[];
}

/** A part less its mean, of the rows that have it; and the mean that is left of it over all rows. */
export interface Centred {
  readonly name: string;
  readonly table: Float64Array;
  readonly left: number;
}

/**
 * Moments over the rows that all of them have: n, means and centred cross-products Σ(x − x̄)(y − ȳ), from joint counts: with
 * x = c + Σⱼ tⱼ[aⱼ] they are ΣⱼΣₖ ΣΣ tⱼ[s]·tₖ[r]·N(aⱼ = s, aₖ = r), tables taken less their means so that nothing cancels. What does not
 * vary has sums of exactly 0.
 */
export function momentsOfLinear(columns: readonly Linear[], mask: Mask = EVERY): LinearMoments {
  const { source } = columns[0]!;
  const counted = source.counted(commonMask(columns, mask), namesOf(columns));
  const { n } = counted;
  const p = columns.length;
  const cross = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
  if (n === 0) return { n, means: columns.map(() => 0), cross };
  const slopes = columns.map((one) => centredSlopes(one, counted));
  const still = columns.map((one, i) => stillValue(one, counted, slopes[i]!));
  const means: number[] = [];
  const parts = columns.map((one, i): readonly Centred[] => {
    let mean = one.constant;
    const own: Centred[] = [];
    for (const [name, table] of one.parts) {
      const frequencies = counted.frequencies(name);
      const whole = total(frequencies) === n;
      const middle = weightedSum(table, frequencies) / n;
      const shifted = whole ? table.map((value) => value - middle) : table;
      mean += middle;
      own.push({ name, table: shifted, left: weightedSum(shifted, frequencies) / n });
    }
    for (const { middle } of slopes[i]!) mean += middle;
    means.push(still[i] ?? mean);
    return own;
  });
  for (let i = 0; i < p; i++) {
    if (still[i] !== null) continue;
    for (let j = i; j < p; j++) {
      if (still[j] !== null) continue;
      let sum = 0;
      for (const a of parts[i]!) for (const b of parts[j]!) sum += product(a, b, counted) - n * a.left * b.left;
      for (const a of slopes[i]!) for (const b of slopes[j]!) sum += productOfSlopes(a, b, counted) - n * a.left * b.left;
      for (const a of slopes[i]!) for (const b of parts[j]!) sum += acrossOf(a, b, counted) - n * a.left * b.left;
      for (const a of slopes[j]!) for (const b of parts[i]!) sum += acrossOf(a, b, counted) - n * a.left * b.left;
      cross[i]![j] = cross[j]![i] = sum;
    }
  }
  return { n, means, cross };
}

function product(a: Centred, b: Centred, counted: Counted): number {
  if (a.name === b.name) {
    const frequencies = counted.frequencies(a.name);
    let sum = 0;
    for (let s = 0; s < frequencies.length; s++) if (frequencies[s]! > 0) sum += a.table[s]! * b.table[s]! * frequencies[s]!;
    return sum;
  }
  const counts = counted.pair(a.name, b.name);
  const width = b.table.length;
  let sum = 0;
  for (let s = 0; s < a.table.length; s++) {
    let line = 0;
    for (let t = 0; t < width; t++) {
      const count = counts[s * width + t]!;
      if (count > 0) line += b.table[t]! * count;
    }
    if (line !== 0) sum += a.table[s]! * line;
  }
  return sum;
}

/** The value of a column that does not vary among the rows counted; null where it varies. */
function stillValue({ constant, parts }: Linear, counted: Counted, slopes: readonly CentredSlope[]): number | null {
  let value = constant;
  for (const { middle, still } of slopes) {
    if (!still) return null;
    value += middle;
  }
  for (const [name, table] of parts) {
    const frequencies = counted.frequencies(name);
    const seen = new Set<number>(total(frequencies) < counted.n ? [0] : []);
    for (let s = 0; s < table.length; s++) if (frequencies[s]! > 0) seen.add(table[s]!);
    if (seen.size > 1) return null;
    value += [...seen][0] ?? 0;
  }
  return value;
}

const total = (counts: Float64Array): number => {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
};

/** A table may hold NaN where nobody is. */
function weightedSum(table: Float64Array, counts: Float64Array): number {
  let sum = 0;
  for (let s = 0; s < table.length; s++) if (counts[s]! > 0) sum += table[s]! * counts[s]!;
  return sum;
}

export interface Distribution {
  /** Different values, ascending, and how many rows have each. */
  readonly values: Float64Array;
  readonly counts: Float64Array;
  /** Rows of the mask that have none. */
  readonly missing: number;
  readonly n: number;
}

/** Of what is one answer a row; of a sum of several answers it needs rows. */
export function distributionOf(linear: Linear, mask: Mask = EVERY): Distribution {
  const [part, ...others] = [...linear.parts];
  if (part === undefined || others.length > 0 || hasSlopes(linear)) throw new NeedsRows();
  const [name, table] = part;
  const rows = inside(linear.within, mask);
  const frequencies = linear.source.counted(rows, [name]).frequencies(name);
  const all = linear.source.counted(rows, []).n;
  const by = new Map<number, number>();
  const add = (value: number, count: number): void => {
    if (count > 0) by.set(value, (by.get(value) ?? 0) + count);
  };
  for (const [s, count] of frequencies.entries()) add(linear.constant + table[s]!, count);
  const answered = total(frequencies);
  // What has no answer is the constant alone, unless the value needs it.
  if (!linear.needs.includes(name)) add(linear.constant, all - answered);
  const values = [...by.keys()].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const n = values.reduce((sum, value) => sum + by.get(value)!, 0);
  return { values: Float64Array.from(values), counts: Float64Array.from(values, (value) => by.get(value)!), missing: all - n, n };
}

/** Whether it is one answer a row, of which each value is counted. */
export const isSingle = (linear: Linear): boolean => linear.parts.size === 1 && !hasSlopes(linear);

const hasSlopes = ({ slopes }: Linear): boolean => slopes !== undefined && slopes.size > 0;

/** Whether it is a measure, or one brought to another range: added up, not counted. */
export const isMeasure = (linear: Linear): boolean => onlySlope(linear) !== null;

/** Of how many rows it is, whether they have it or not. */
export const rowsIn = ({ source, within }: Linear): number => source.counted(within, []).n;

/** The measure that it is of, where it is of nothing else. */
function onlySlope({ parts, slopes }: Linear): readonly [name: string, slope: Slope] | null {
  const [first, ...more] = slopes ?? [];
  return first === undefined || more.length > 0 || parts.size > 0 ? null : first;
}

/** How many rows have a value. */
export const answeredIn = (linear: Linear, mask: Mask = EVERY): number => linear.source.counted(commonMask([linear], mask), []).n;

/** Σ factor·x + constant, row by row: of the rows that have all of them. */
export function combined(terms: readonly { readonly of: Linear; readonly factor: number }[], constant: number): Float64Array {
  const parts = new Map<string, Float64Array>();
  const slopes = new Map<string, Slope>();
  let base = constant;
  for (const { of, factor } of terms) {
    base += factor * of.constant;
    for (const [name, { factor: own, pivot, shift }] of of.slopes ?? []) {
      const before = slopes.get(name) ?? { factor: 0, pivot, shift: 0 };
      slopes.set(name, {
        factor: before.factor + factor * own,
        pivot: before.pivot,
        shift: before.shift + factor * (shift + own * (before.pivot - pivot)),
      });
    }
    for (const [name, table] of of.parts) {
      const sum = parts.get(name);
      parts.set(
        name,
        table.map((value, s) => (sum?.[s] ?? 0) + factor * value),
      );
    }
  }
  const all = terms.map((one) => one.of);
  return columnOf({
    source: all[0]!.source,
    within: all.reduce((rows, one) => inside(rows, one.within), EVERY),
    constant: base,
    parts,
    ...(slopes.size === 0 ? {} : { slopes }),
    needs: all.reduce<string[]>((names, one) => union(names, one.needs), []),
    ends: null,
  });
}

/** low + (x − from.low)·factor, as min–max and goalposts have it; `ends`: what its own smallest and largest value then are. */
export function stretchedColumn(linear: Linear, from: Span, to: Span, ends: Span | null = to): Float64Array {
  const factor = (to.high - to.low) / (from.high - from.low);
  const found = linearOf(combined([{ of: linear, factor }], to.low - from.low * factor))!;
  return columnOf({ ...found, ends });
}

interface Span {
  readonly low: number;
  readonly high: number;
}

/** Mean substitution: an answer that lacks is the mean of those that are there; and how many lack. */
export function filledUp(linear: Linear): { readonly column: Float64Array; readonly filled: number } {
  const all = linear.source.counted(linear.within, []).n;
  const known = answeredIn(linear);
  if (known === all || known === 0) return { column: columnOf(linear), filled: 0 };
  const middle = momentsOfLinear([linear]).means[0]!;
  const measure = onlySlope(linear);
  if (measure !== null && linear.constant === 0 && measure[1].shift === 0) {
    const [name, { factor, pivot }] = measure;
    const slopes = new Map([[name, { factor, pivot: pivot + middle / factor, shift: 0 }]]);
    return { column: columnOf({ ...linear, constant: middle, slopes, needs: [] }), filled: all - known };
  }
  const [part, ...others] = [...linear.parts];
  if (part === undefined || others.length > 0 || hasSlopes(linear) || linear.constant !== 0) throw new NeedsRows();
  const [name, table] = part;
  const parts = new Map([[name, table.map((value) => value - middle)]]);
  return { column: columnOf({ ...linear, constant: middle, parts, needs: [] }), filled: all - known };
}

/** Whether nothing varies. */
export const isStill = (linear: Linear): boolean => momentsOfLinear([linear]).cross[0]![0] === 0;

/** Its smallest and largest value: known, of one answer, or found in a second round. */
export function endsOfLinear(linear: Linear): { readonly low: number; readonly high: number } {
  if (linear.ends !== null) return linear.ends;
  const measure = onlySlope(linear);
  if (measure !== null) return endsOfSlope(linear, measure, linear.source.counted(commonMask([linear]), [measure[0]]));
  if (isSingle(linear)) {
    const { values } = distributionOf(linear);
    if (values.length === 0) throw new NeedsRows();
    return { low: values[0]!, high: values.at(-1)! };
  }
  const found = linear.source.rangeOf(formOf(linear));
  if (found === null) throw new NeedsRows(NEEDS_RANGE);
  return found;
}

/** Asks for the ends of all of them, for whoever notes what is asked. */
export function askEnds(columns: readonly Float64Array[]): void {
  for (const column of columns) {
    const linear = linearOf(column);
    if (linear !== null && !isSingle(linear) && onlySlope(linear) === null) linear.source.rangeOf(formOf(linear));
  }
}

/** The sum of answers as text, by which the rounds know it: the very same numbers make the very same text. */
export function formOf(linear: Linear): string {
  const { source, within, constant, parts, needs } = linear;
  const names = [...parts.keys()];
  // Combined levels of one part are not those of another.
  if (names.some((name) => crossedOf(name).length > 1)) throw new NeedsRows();
  return JSON.stringify({
    where: within.where,
    needs: union(within.complete, needs),
    level: within.level === null ? null : [within.level.category, within.level.level],
    constant,
    parts: names.map((name) => [name, [...parts.get(name)!]]),
    values: names.map((name) => source.valuesOf(name)),
    ...plainSlopes(linear),
  });
}

/** The ends between which it must lie, whatever the answers: every part at the end that is further out. */
export function possibleEnds(linear: Linear, source: Source = linear.source): { readonly low: number; readonly high: number } {
  const rows = source.counted(commonMask([linear]), [...linear.parts.keys()]);
  let [low, high] = [linear.constant, linear.constant];
  for (const measure of linear.slopes ?? []) {
    const own = endsOfSlope({ constant: 0, needs: [] }, measure, rows);
    low += own.low;
    high += own.high;
  }
  for (const [name, table] of linear.parts) {
    const frequencies = rows.frequencies(name);
    const seen = [...table].filter((_, s) => frequencies[s]! > 0);
    if (total(frequencies) < rows.n) seen.push(0);
    low += Math.min(...seen);
    high += Math.max(...seen);
  }
  return { low, high };
}
