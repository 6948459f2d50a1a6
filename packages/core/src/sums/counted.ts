// Sums as a source of counts: which table answers which question. A table over all rows answers what asks for complete rows of no more than
// the pair that it counts; one over the rows with some answers, what asks for these.
import { KEPT_BACK, NEEDS_ROWS, NeedsRows } from '../rowless/needs-rows.ts';
import { valuesOf } from '../rowless/columns.ts';
import { crossedOf } from '../rowless/products.ts';
import { NOTHING, plus, readDecimal } from '../numerics/decimals.ts';
import type { Counted, Mask, Source, Summed } from '../rowless/source.ts';
import { sumsBetween } from './added.ts';
import { holdsMeasure, meanName, pairAt, sizeOf, type Ranges, type Sums, type SumsColumn, type SumsTable } from './sums.ts';

/** `noted`: forms whose ends are asked for and not known. */
export function sourceOf(sums: Sums, ranges: readonly Ranges[], noted: Set<string>): Source {
  const columns = new Map(sums.columns.map((column) => [column.name, column]));
  const byWhere = new Map<string, SumsTable[]>();
  for (const table of sums.tables) {
    const key = placeOf(table.where, table.level);
    byWhere.set(key, [...(byWhere.get(key) ?? []), table]);
  }
  const ends = new Map(ranges.flatMap((one) => one.ends.map((end) => [end.form, end])));
  /** Columns in which nobody lacks an answer: to ask for them asks for nothing. */
  const whole = new Set(
    (byWhere.get(placeOf([], null)) ?? [])
      .filter((table) => table.complete.length === 0)
      .flatMap((table) => table.columns.filter((_, i) => sumOf(table.frequencies[i]!) === sums.rows)),
  );
  const source: Source = {
    rows: sums.rows,
    valuesOf: (name) => levelsIn(columns.get(name)),
    meanOf: (of) => {
      const column = columns.get(meanName(of));
      return column?.kind !== 'mean' ? null : valuesOf(source, column.name, Float64Array.from(column.values));
    },
    sumsOf: (form) => {
      const found = ends.get(form);
      if (found === undefined) noted.add(form);
      if (found?.kept === true) throw new NeedsRows(KEPT_BACK);
      if (found?.untold === true) throw new NeedsRows();
      return found?.sums?.map((one) => one ?? NaN) ?? null;
    },
    rangeOf: (form) => {
      // Their ends are single respondents'.
      if (sums.threshold > 0 && holdsMeasure(form)) throw new NeedsRows(KEPT_BACK);
      const found = ends.get(form);
      if (found === undefined) noted.add(form);
      if (found?.kept === true) throw new NeedsRows(KEPT_BACK);
      if (found?.untold === true) throw new NeedsRows();
      return found === undefined || found.low === null || found.high === null ? null : { low: found.low, high: found.high };
    },
    counted: (mask) => countedIn(mask, { byWhere, whole, columns, sizes: (name) => levelsIn(columns.get(name)).length }),
  };
  return source;
}

const placeOf = (where: readonly string[], level: SumsTable['level']): string => JSON.stringify([where, level]);
const sumOf = (counts: readonly number[] | null): number => (counts === null ? NaN : counts.reduce((sum, count) => sum + count, 0));

function levelsIn(column: SumsColumn | undefined): readonly number[] {
  if (column === undefined) throw new NeedsRows();
  if (column.kind === 'measure') return [0];
  if (column.kind === 'cross') return Array.from({ length: sizeOf(column) }, (_, level) => level);
  return 'levels' in column ? column.levels.map((_, level) => level) : column.values;
}

interface Shelf {
  readonly byWhere: ReadonlyMap<string, readonly SumsTable[]>;
  readonly whole: ReadonlySet<string>;
  readonly columns: ReadonlyMap<string, SumsColumn>;
  readonly sizes: (name: string) => number;
}

function countedIn(mask: Mask, shelf: Shelf): Counted {
  const { byWhere, whole, columns, sizes } = shelf;
  const level: SumsTable['level'] = mask.level === null ? null : [mask.level.category, mask.level.level];
  const tables = byWhere.get(placeOf(mask.where, level)) ?? [];
  const asked = new Set(mask.complete.filter((name) => !whole.has(name) && name !== mask.level?.category));
  /** Whether rows with answers in `own` that a table counts are the rows asked for. */
  const answers = (table: SumsTable, counted: readonly string[]): boolean => {
    const own = counted.flatMap(crossedOf);
    const has = new Set([...table.complete, ...own]);
    const may = new Set([...asked, ...own, ...(mask.level === null ? [] : [mask.level.category])]);
    return [...asked].every((name) => has.has(name)) && table.complete.every((name) => may.has(name) || whole.has(name));
  };
  const upper = (): Counted => countedIn({ ...mask, level: null }, shelf);
  const lost = (kept: boolean): never => {
    throw new NeedsRows(kept ? KEPT_BACK : NEEDS_ROWS);
  };
  /** The first that is there; whether one was kept back. */
  const first = <T>(makes: readonly (() => T | null | undefined)[]): T => {
    let kept = false;
    for (const make of makes) {
      const found = make();
      if (found === null) kept = true;
      else if (found !== undefined) return found;
    }
    return lost(kept);
  };
  const attempt = <T>(make: () => T): T | null | undefined => {
    try {
      return make();
    } catch (error) {
      if (error instanceof NeedsRows) return error.reason === KEPT_BACK ? null : undefined;
      throw error;
    }
  };
  const pair = (a: string, b: string): Float64Array =>
    first(
      tables
        .filter((table) => table.columns.includes(a) && table.columns.includes(b) && answers(table, [a, b]))
        .map((table) => () => turnedPair(table, a, b, sizes)),
    );
  const frequencies = (a: string): Float64Array => {
    if (a === mask.level?.category) {
      const all = new Float64Array(sizes(a));
      all[mask.level.level] = n();
      return all;
    }
    const others = [...asked].filter((name) => name !== a);
    return first<Float64Array>([
      ...tables
        .filter((table) => table.columns.includes(a) && answers(table, [a]))
        .map((table) => () => {
          const counts = table.frequencies[table.columns.indexOf(a)]!;
          return counts === null ? null : Float64Array.from(counts);
        }),
      ...(others.length === 1 ? [() => attempt(() => sumsOfRows(pair(a, others[0]!), sizes(a)))] : []),
      ...(mask.level === null ? [] : [() => attempt(() => lineOf(upper().pair(mask.level!.category, a), mask.level!.level, sizes(a)))]),
    ]);
  };
  const n = (): number => {
    const names = [...asked];
    return first<number>([
      ...tables.filter((table) => answers(table, [])).map((table) => () => table.n),
      ...(names.length === 1 ? [() => attempt(() => sumOf([...frequencies(names[0]!)]))] : []),
      ...(names.length === 2 ? [() => attempt(() => sumOf([...pair(names[0]!, names[1]!)]))] : []),
      ...(mask.level === null
        ? []
        : [
            () =>
              names.length === 1
                ? attempt(() => sumOf([...lineOf(upper().pair(mask.level!.category, names[0]!), mask.level!.level, sizes(names[0]!))]))
                : attempt(() => upper().frequencies(mask.level!.category)[mask.level!.level]!),
          ]),
    ]);
  };
  /** What tables tell of two columns, or of one twice, with how many there are of each. */
  const between = <T>(a: string, b: string, make: (sums: readonly (readonly string[])[], counts: Float64Array) => T): (() => T | null)[] =>
    tables
      .filter((table) => table.columns.includes(a) && table.columns.includes(b) && answers(table, [a, b]))
      .map((table) => () => {
        const sums = sumsBetween(table, columns, a, b);
        if (sums === null) return null;
        const counts = a === b ? table.frequencies[table.columns.indexOf(a)]! : turnedPair(table, a, b, sizes);
        return counts === null ? null : make(sums, Float64Array.from(counts));
      });
  const summedBy = (x: string, c: string): readonly Summed[] =>
    first(between(x, c, (sums, counts) => sums.map((list, at) => summedFrom(list, counts[at]!))));
  const summedWith: Counted['summedWith'] = (x, y) =>
    first(
      between(x, y, ([ofX, ofY, product], counts) => ({
        of: [summedFrom(ofX!, counts[0]!), summedFrom(ofY!, counts[0]!)] as const,
        product: readDecimal(product![0]!)!,
      })),
    );
  const summed = (x: string): Summed => {
    const [other, ...more] = [...asked].filter((name) => name !== x);
    return first<Summed>([
      ...between(x, x, ([list], counts) => summedFrom(list!, counts[0]!)),
      ...(other === undefined || more.length > 0
        ? []
        : [
            () =>
              attempt(() => (columns.get(other)?.kind === 'measure' ? summedWith(x, other).of[0] : summedBy(x, other).reduce(summedUp))),
          ]),
      ...(mask.level === null ? [] : [() => attempt(() => upper().summedBy(x, mask.level!.category)[mask.level!.level]!)]),
    ]);
  };
  return {
    get n() {
      return n();
    },
    frequencies,
    pair,
    summed,
    summedBy,
    summedWith,
  };
}

const summedFrom = ([sum, squares, low, high]: readonly string[], n: number): Summed => ({
  n,
  sum: readDecimal(sum!) ?? NOTHING,
  squares: readDecimal(squares!) ?? NOTHING,
  ends: low === undefined || high === undefined ? null : { low: Number(low), high: Number(high) },
});

/** Of two levels together. */
function summedUp(a: Summed, b: Summed): Summed {
  if (a.n === 0 || b.n === 0) return a.n === 0 ? b : a;
  const ends =
    a.ends === null || b.ends === null ? null : { low: Math.min(a.ends.low, b.ends.low), high: Math.max(a.ends.high, b.ends.high) };
  return { n: a.n + b.n, sum: plus(a.sum, b.sum), squares: plus(a.squares, b.squares), ends };
}

/** Null: kept back. */
function turnedPair(table: SumsTable, a: string, b: string, sizes: Shelf['sizes']): Float64Array | null {
  const [i, j] = [table.columns.indexOf(a), table.columns.indexOf(b)];
  const counts = table.pairs[pairAt(Math.min(i, j), Math.max(i, j), table.columns.length)]!;
  if (counts === null) return null;
  if (i < j) return Float64Array.from(counts);
  const [height, width] = [sizes(a), sizes(b)];
  const turned = new Float64Array(height * width);
  for (let s = 0; s < height; s++) for (let t = 0; t < width; t++) turned[s * width + t] = counts[t * height + s]!;
  return turned;
}

function sumsOfRows(pair: Float64Array, height: number): Float64Array {
  const width = pair.length / Math.max(1, height);
  return Float64Array.from({ length: height }, (_, s) => sumOf([...pair.subarray(s * width, (s + 1) * width)]));
}

const lineOf = (pair: Float64Array, line: number, width: number): Float64Array => pair.slice(line * width, (line + 1) * width);
