// What is kept back: counts below the threshold, and all from which one would follow. A count follows where one table is taken from another
// that holds its rows, a category's levels from their whole, or subsets that share no row from what holds them. All of it grows with the
// threshold: two files of the same rows tell no more than the one with the lower threshold.
import type { Condition } from '../contract/variables.ts';
import { crossedOf } from '../rowless/products.ts';
import { nestedIn, type Kin } from './nested.ts';
import { nearlyWhole, summedSets } from './summed-sets.ts';
import { sumPlaces, type SumsColumn, type SumsOfMeasure, type SumsTable } from './sums.ts';

/** A table as it was counted, with everything in it. */
export interface RawTable {
  readonly head: Pick<SumsTable, 'where' | 'complete' | 'level' | 'columns'>;
  /** Levels of each column; the level after the last is no answer, and is told by nobody: it follows from the frequencies. */
  readonly sizes: readonly number[];
  readonly n: number;
  /** Rows with level s of column i and level t of column j. */
  readonly cell: (i: number, s: number, j: number, t: number) => number;
  /** Which columns are made of the same answers. */
  readonly kin?: Kin;
  /** Which columns are measures, and what they add up to, with the ends, at each place (`sumPlaces`). */
  readonly measured?: readonly boolean[];
  readonly sums?: (i: number, j: number) => SumsOfMeasure;
}

/** Fewer than this are never added up where there is a threshold: the sum and the squares of two numbers are the two. */
const FEWEST_SUMMED = 3;

/** Whether a place of a table is kept back: all of it, what concerns one column, two. */
interface Hidden {
  all: boolean;
  readonly singles: Set<string>;
  readonly pairs: Set<string>;
}

/** What is looked at together: nothing, one column, two in the order of their names. One object for all tables. */
type Slot = readonly string[];

/** Of two columns in either order. */
const keyOf = (slot: Slot): string => JSON.stringify([...slot].sort());

/** The counts of all tables, those without an answer last in each column. */
class Shelf {
  readonly #slots = new Map<string, Slot>();
  readonly #cells = new Map<RawTable, ReadonlyMap<Slot, Float64Array>>();
  readonly #holds = new Map<RawTable, Map<RawTable, readonly string[] | 'all' | null>>();

  constructor(raws: readonly RawTable[]) {
    for (const raw of raws) this.#cells.set(raw, this.#counted(raw));
  }

  slot(...names: readonly string[]): Slot {
    const key = keyOf(names);
    const known = this.#slots.get(key) ?? [...names].sort();
    this.#slots.set(key, known);
    return known;
  }

  of(raw: RawTable): ReadonlyMap<Slot, Float64Array> {
    return this.#cells.get(raw)!;
  }

  single(raw: RawTable, name: string): Float64Array | undefined {
    return this.of(raw).get(this.slot(name));
  }

  /** Levels of `a` times levels of `b`. */
  pair(raw: RawTable, a: string, b: string): readonly Float64Array[] | null {
    const counts = this.of(raw).get(this.slot(a, b));
    if (counts === undefined) return null;
    const [first, height, width] = [this.slot(a, b)[0], this.single(raw, a)!.length, this.single(raw, b)!.length];
    return Array.from({ length: height }, (_, s) =>
      Float64Array.from({ length: width }, (__, t) => counts[first === a ? s * width + t : t * height + s]!),
    );
  }

  /**
   * The cells of a slot in which all rows of a table are known to be rows of another: all of them, where nothing that both tell contradicts
   * it; those with answers, where these are all that the other one asks for besides; null: none.
   */
  shared(whole: RawTable, part: RawTable, slot: Slot): readonly number[] | null {
    const key = this.#holds.get(whole) ?? new Map<RawTable, readonly string[] | 'all' | null>();
    this.#holds.set(whole, key);
    const known = key.get(part);
    const holds = known === undefined ? this.#asked(whole, part) : known;
    key.set(part, holds);
    if (holds === null) return null;
    if (holds === 'all') return [...(this.of(part).get(slot) ?? []).keys()];
    const lacksNobody = (name: string): boolean =>
      slot.includes(name) ||
      slot.some(
        (one) =>
          this.pair(part, one, name)
            ?.slice(0, -1)
            .every((line) => line.at(-1) === 0) === true,
      );
    return holds.every(lacksNobody) ? this.answered(part, slot) : null;
  }

  /** The cells of a slot in which everybody has an answer. */
  answered(raw: RawTable, slot: Slot): readonly number[] {
    const places = (name: string): number => (this.single(raw, name)?.length ?? 1) - 1;
    const [a, b] = slot;
    if (a === undefined) return [0];
    const height = Array.from({ length: places(a) }, (_, s) => s);
    return b === undefined ? height : height.flatMap((s) => Array.from({ length: places(b) }, (_, t) => s * (places(b) + 1) + t));
  }

  /** The columns in which a row of a table must have an answer to be a row of another; null where it need be none. */
  #asked(whole: RawTable, part: RawTable): readonly string[] | 'all' | null {
    if (leftOf(this, whole, [part]) !== null) return 'all';
    const [of, own] = [whole.head, part.head];
    const sameLevel = of.level === null || (of.level[0] === own.level?.[0] && of.level[1] === own.level[1]);
    if (!sameLevel || !of.where.every((one) => own.where.includes(one))) return null;
    const known = new Set([...own.complete, ...own.where.flatMap((one) => tested(JSON.parse(one) as Condition)), own.level?.[0] ?? '']);
    return of.complete.filter((name) => !known.has(name) && this.single(part, name)?.at(-1) !== 0);
  }

  #counted({ head: { columns }, sizes, n, cell }: RawTable): ReadonlyMap<Slot, Float64Array> {
    const found = new Map<Slot, Float64Array>([[this.slot(), Float64Array.of(n)]]);
    for (const [i, a] of columns.entries())
      found.set(
        this.slot(a),
        Float64Array.from({ length: sizes[i]! + 1 }, (_, s) => cell(i, s, i, s)),
      );
    for (const [at, a] of columns.entries())
      for (const [more, b] of columns.slice(at + 1).entries()) {
        const slot = this.slot(a, b);
        const [i, j] = slot[0] === a ? [at, at + 1 + more] : [at + 1 + more, at];
        const width = sizes[j]! + 1;
        found.set(
          slot,
          Float64Array.from({ length: (sizes[i]! + 1) * width }, (_, place) => cell(i, Math.floor(place / width), j, place % width)),
        );
      }
    return found;
  }
}

/** The tables that may leave. */
export function tablesOfCounts(raws: readonly RawTable[], threshold: number, columns: readonly SumsColumn[] = []): readonly SumsTable[] {
  const measured = new Set(raws.flatMap(({ head, measured: own = [] }) => head.columns.filter((_, i) => own[i] === true)));
  const hidden = threshold > 1 || (threshold === 1 && measured.size > 0) ? keptBack(raws, threshold, measured, columns) : null;
  return raws.map((raw) => written(raw, hidden?.get(raw) ?? null, threshold));
}

function written({ head, sizes, n, cell, measured = [], sums }: RawTable, hidden: Hidden | null, threshold: number): SumsTable {
  const { columns } = head;
  const single = (i: number): number[] | null =>
    hidden?.all === true || hidden?.singles.has(columns[i]!) === true
      ? null
      : Array.from({ length: sizes[i]! }, (_, s) => cell(i, s, i, s));
  const pair = (i: number, j: number): number[] | null => {
    if (hidden?.all === true || hidden?.pairs.has(keyOf([columns[i]!, columns[j]!])) === true) return null;
    const found: number[] = [];
    for (let s = 0; s < sizes[i]!; s++) for (let t = 0; t < sizes[j]!; t++) found.push(cell(i, s, j, t));
    return found;
  };
  const isHidden = (i: number, j: number): boolean =>
    hidden?.all === true ||
    (i === j ? hidden?.singles.has(columns[i]!) === true : hidden?.pairs.has(keyOf([columns[i]!, columns[j]!])) === true);
  const places = sumPlaces(measured);
  return {
    ...head,
    n: hidden?.all === true ? null : n,
    frequencies: columns.map((_, i) => single(i)),
    pairs: columns.flatMap((_, i) => columns.slice(i + 1).map((__, more) => pair(i, i + 1 + more))),
    ...(places.length === 0
      ? {}
      : { sums: places.map(([i, j]) => (isHidden(i, j) ? null : threshold > 0 ? withoutEnds(sums!(i, j)) : sums!(i, j))) }),
  };
}

/** The least and the largest number are single respondents'. */
export const withoutEnds = (sums: SumsOfMeasure): SumsOfMeasure => sums.map((one) => one.slice(0, 2));

/** The variables that have an answer wherever a condition holds. */
function tested(condition: Condition): readonly string[] {
  if (condition.kind === 'compare') return [condition.variable];
  if (condition.kind === 'is') return condition.values?.some(({ kind }) => kind === 'blank') === true ? [] : [condition.variable];
  const [first = [], ...others] = condition.parts.map(tested);
  return condition.kind === 'and' ? [first, ...others].flat() : first.filter((name) => others.every((one) => one.includes(name)));
}

/** Whether so many are too few to be told of in a slot. */
type Small = (count: number, slot: Slot) => boolean;

function keptBack(
  raws: readonly RawTable[],
  threshold: number,
  measured: ReadonlySet<string>,
  columns: readonly SumsColumn[],
): ReadonlyMap<RawTable, Hidden> {
  const least = (slot: Slot): number => (slot.some((name) => measured.has(name)) ? Math.max(threshold, FEWEST_SUMMED) : threshold);
  const small: Small = (count, slot) => count > 0 && count < least(slot);
  const shelf = new Shelf(raws);
  const hidden = new Map(raws.map((raw): [RawTable, Hidden] => [raw, { all: false, singles: new Set(), pairs: new Set() }]));
  const hide = (raw: RawTable, slot: Slot): void => {
    const own = hidden.get(raw)!;
    if (slot.length === 0) own.all = true;
    else if (slot.length === 2) own.pairs.add(keyOf(slot));
    else {
      own.singles.add(slot[0]!);
      // Counts of two columns add up to those of each.
      for (const other of raw.head.columns) if (other !== slot[0]) own.pairs.add(keyOf([slot[0]!, other]));
    }
  };
  const isHidden = (raw: RawTable, slot: Slot): boolean => {
    const { all, singles, pairs } = hidden.get(raw)!;
    return all || (slot.length === 1 ? singles.has(slot[0]!) : slot.length === 2 && pairs.has(keyOf(slot)));
  };
  for (const raw of raws) {
    for (const [slot, own] of shelf.of(raw)) {
      const follows = (whole: ArrayLike<number>): boolean => own.some((count, at) => small(whole[at]! - count, slot));
      const from = (other: RawTable): boolean => {
        const cells = other === raw ? null : shelf.shared(other, raw, slot);
        const whole = shelf.of(other).get(slot);
        if (cells === null) return false;
        if (whole !== undefined && cells.some((at) => small(whole[at]! - own[at]!, slot))) return true;
        return wholesOf(shelf, other, raw, slot).some(follows);
      };
      if (own.some((count) => small(count, slot)) || raws.some(from)) hide(raw, slot);
    }
  }
  const between = measured.size === 0 ? threshold : Math.max(threshold, FEWEST_SUMMED);
  for (const { raw, column } of nestedIn(raws, between)) hide(raw, column === null ? shelf.slot() : shelf.slot(column));
  for (const measure of measured) {
    const all = summedSets(raws, measure, columns).sort((a, b) => a.n - b.n);
    for (const { raw, slot } of nearlyWhole(all, least([measure]))) hide(raw, slot);
  }
  apart(shelf, raws, small, hide);
  byLevel(shelf, raws, { small, hide, isHidden });
  withFactors(raws, hide, isHidden);
  return hidden;
}

/**
 * What is left in a slot when tables are taken from a whole; null where they cannot be rows of it that they do not share: less than nothing
 * is left. Which rows a condition lets in nobody can tell; where nothing contradicts it, they are taken for rows of the whole.
 */
function leftOf(shelf: Shelf, whole: RawTable, parts: readonly RawTable[]): ReadonlyMap<Slot, Float64Array> | null {
  const found = new Map<Slot, Float64Array>();
  for (const [slot, all] of shelf.of(whole)) {
    const left = all.slice();
    let there = true;
    for (const part of parts) {
      const counts = shelf.of(part).get(slot);
      if (counts === undefined) there = false;
      else
        for (let at = 0; at < left.length; at++) {
          left[at] = left[at]! - counts[at]!;
          if (left[at]! < 0) return null;
        }
    }
    if (there) found.set(slot, left);
  }
  return found;
}

/**
 * What the pairs of a table that holds all rows of another one add up to: counts of the rows with an answer, or with the level, that the
 * other one asks for.
 */
function wholesOf(shelf: Shelf, larger: RawTable, raw: RawTable, slot: Slot): readonly ArrayLike<number>[] {
  const [of, own] = [larger.head, raw.head];
  const found: ArrayLike<number>[] = [];
  const add = (whole: ArrayLike<number> | null | undefined): void => {
    if (whole != null) found.push(whole);
  };
  const [name, second] = slot;
  if (second !== undefined) return found;
  if (own.level !== null && of.level === null) {
    const [category, level] = own.level;
    if (name === undefined) {
      const counts = shelf.single(larger, category);
      add(counts === undefined ? null : [counts[level]!]);
    } else if (name !== category) add(shelf.pair(larger, category, name)?.[level]);
  }
  const answeredByAll = (column: string): boolean => shelf.single(raw, column)?.at(-1) === 0;
  const asked = of.columns.filter((column) => own.complete.includes(column) || own.level?.[0] === column || answeredByAll(column));
  const answered = (a: string, b: string): readonly number[] | undefined =>
    shelf.pair(larger, a, b)?.map((line) => sumOf(line.subarray(0, -1)));
  for (const [at, column] of asked.entries()) {
    if (name === undefined) {
      add([sumOf(shelf.single(larger, column)!.subarray(0, -1))]);
      for (const other of asked.slice(at + 1)) add([sumOf(answered(column, other)?.slice(0, -1) ?? [])]);
    } else if (column !== name) add(answered(name, column));
  }
  return found;
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

/** Of more subsets of one whole each two are looked at. */
const MANY = 8;

/** Tables that may share no row: what two of them leave of a whole is small, or what several leave that have each their conditions. */
function apart(shelf: Shelf, raws: readonly RawTable[], small: Small, hide: (raw: RawTable, slot: Slot) => void): void {
  for (const whole of raws)
    for (const [slot, all] of shelf.of(whole)) {
      const parts = raws.flatMap((raw) => {
        const counts = raw === whole ? undefined : shelf.of(raw).get(slot);
        const cells = counts === undefined ? null : shelf.shared(whole, raw, slot);
        return counts === undefined || cells === null
          ? []
          : [{ raw, counts, cells, total: cells.reduce((sum, at) => sum + counts[at]!, 0) }];
      });
      const total = sumOf(all);
      for (const some of subsetsOf(parts)) {
        if (some.reduce((sum, part) => sum + part.total, 0) > total) continue;
        const { cells } = some.reduce((least, part) => (part.cells.length < least.cells.length ? part : least));
        const left = cells.map((at) => some.reduce((rest, { counts }) => rest - counts[at]!, all[at]!));
        // Where less than nothing is left they share rows.
        if (left.some((count) => small(count, slot)) && left.every((count) => count >= 0)) for (const { raw } of some) hide(raw, slot);
      }
    }
}

/** Each two; and all subsets of those that differ in nothing but their conditions, where these are few. */
function subsetsOf<T extends { readonly raw: RawTable }>(all: readonly T[]): readonly (readonly T[])[] {
  const alike = new Map<string, T[]>();
  for (const one of all) {
    const key = JSON.stringify([one.raw.head.complete, one.raw.head.level]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const found: (readonly T[])[] = all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b]));
  for (const family of alike.values()) {
    if (family.length > MANY) continue;
    for (let bits = 0; bits < 1 << family.length; bits++) {
      const some = family.filter((_, at) => ((bits >> at) & 1) === 1);
      if (some.length > 2) found.push(some);
    }
  }
  return found;
}

/** Combined levels add up to those of each two of their columns: where these are kept back, so are they, and what is counted by them. */
function withFactors(
  raws: readonly RawTable[],
  hide: (raw: RawTable, slot: Slot) => void,
  isHidden: (raw: RawTable, slot: Slot) => boolean,
): void {
  for (const raw of raws) {
    const { columns } = raw.head;
    const pairs = (names: readonly string[]): readonly Slot[] => names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b].sort()));
    const lost = (names: readonly string[]): boolean => pairs([...new Set(names)]).some((slot) => isHidden(raw, slot));
    for (const column of columns) {
      const of = crossedOf(column);
      if (of.length < 2) continue;
      if (lost(of)) hide(raw, [column]);
      for (const other of columns) if (other !== column && lost([...of, ...crossedOf(other)])) hide(raw, [column, other].sort());
    }
  }
}

/** The levels of a category add up to their whole: where one of them, or those without a level, is kept back, all are. */
function byLevel(
  shelf: Shelf,
  raws: readonly RawTable[],
  {
    small,
    hide,
    isHidden,
  }: {
    readonly small: Small;
    readonly hide: (raw: RawTable, slot: Slot) => void;
    readonly isHidden: (raw: RawTable, slot: Slot) => boolean;
  },
): void {
  const families = new Map<string, RawTable[]>();
  const wholes = new Map<string, RawTable>();
  for (const raw of raws) {
    const { where, complete, level } = raw.head;
    if (level === null) wholes.set(JSON.stringify([where, complete]), raw);
    else {
      const key = JSON.stringify([where, complete, level[0]]);
      families.set(key, [...(families.get(key) ?? []), raw]);
    }
  }
  for (const family of families.values()) {
    const { where, complete } = family[0]!.head;
    const whole = wholes.get(JSON.stringify([where, complete]));
    const left = whole === undefined ? null : leftOf(shelf, whole, family);
    for (const slot of shelf.of(family[0]!).keys()) {
      const lost = family.some((one) => isHidden(one, slot)) || (whole !== undefined && isHidden(whole, slot));
      if (lost || left?.get(slot)?.some((count) => small(count, slot)) === true) for (const one of family) hide(one, slot);
    }
  }
}
