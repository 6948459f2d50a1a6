// Several parts' sums as one: whole numbers added up, so that the same parts make the same bytes in whatever order they are given.
import { conditionVariables } from '../data/condition.ts';
import type { Condition } from '../contract/variables.ts';
import { MOST_CROSSED } from '../rowless/products.ts';
import { NEEDS_ROWS } from '../rowless/needs-rows.ts';
import { addedSums, asMeasures, measuredIn, sumsBetween } from './added.ts';
import { isSummable } from './exact.ts';
import { withoutEnds } from './small.ts';
import { countsNeeded } from './needed.ts';
import type { Plan } from '../methods/plan.ts';
import {
  MOST_VALUES,
  pairAt,
  sumPlaces,
  sizeOf,
  type Ranges,
  type Sums,
  type SumsColumn,
  type SumsOfMeasure,
  type SumsTable,
} from './sums.ts';

/** Why two parts cannot be one. */
export type Unmergeable = 'other data part' | 'other levels' | 'other tables' | 'same part';

/** `relative`: variables of which no part knows the values (`relativeVariables`). */
export function mergeSums(parts: readonly Sums[], relative: ReadonlySet<string> = new Set()): Sums | Unmergeable {
  return parts.slice(1).reduce<Sums | Unmergeable>((all, one) => (typeof all === 'string' ? all : two(all, one, relative)), parts[0]!);
}

/** The tables that a study needs, of a file that was counted for another one too. */
export function tablesFor(plan: Plan, sums: Sums): Sums {
  const needed = new Set(
    countsNeeded(plan).map(({ where, complete, by }) => JSON.stringify([where.map((one) => JSON.stringify(one)), complete, by])),
  );
  return {
    ...sums,
    tables: sums.tables.filter(({ where, complete, level }) => needed.has(JSON.stringify([where, complete, level?.[0] ?? null]))),
  };
}

function two(first: Sums, second: Sums, relative: ReadonlySet<string>): Sums | Unmergeable {
  const [a, b] = withSameMeasures(...withSameGroups(first, second));
  if (a.digest !== b.digest) return 'other data part';
  if (samePart(a, b)) return 'same part';
  const lacking = new Map([...a.lacking, ...b.lacking, ...[...relative].map((name) => [name, NEEDS_ROWS] as const)]);
  const others = new Map(b.columns.map((column) => [column.name, column]));
  const columns: SumsColumn[] = [];
  for (const column of a.columns) {
    const other = others.get(column.name);
    // A number of too many values in one part is none in all.
    if (other === undefined || lacking.has(column.name)) continue;
    if (column.kind === 'mean' && column.of.some((name) => relative.has(name))) continue;
    const both = column.kind === 'cross' ? crossedAnew(column, columns) : sameColumn(column, other);
    if (both === null) {
      // What one of its columns lost it has lost too.
      if (column.kind === 'cross') continue;
      return 'other levels';
    }
    // One that cannot be added up either.
    if (both.kind === 'number' && sizeOf(both) > MOST_VALUES) lacking.set(column.name, NEEDS_ROWS);
    else if (both.kind !== 'mean' || sizeOf(both) <= MOST_VALUES) columns.push(both);
  }
  const [places, otherPlaces] = [a, b].map((one) => placesIn(one.columns, columns));
  const [ownColumns, otherColumns] = [a, b].map((one) => new Map(one.columns.map((column) => [column.name, column])));
  const known = new Map(columns.map((column) => [column.name, column]));
  const ends = a.threshold === 0 && b.threshold === 0;
  // What one part could not count has no tables there.
  const counted = ({ where, complete, level }: SumsTable): boolean =>
    complete.every((name) => known.has(name)) &&
    (level === null || known.has(level[0])) &&
    where.every((one) => !conditionVariables(JSON.parse(one) as Condition).some((name) => relative.has(name)));
  const ours = a.tables.filter(counted);
  const theirs = new Map(b.tables.filter(counted).map((table) => [keyOf(table), table]));
  if (theirs.size !== ours.length) return 'other tables';
  const tables: SumsTable[] = [];
  for (const table of ours) {
    const other = theirs.get(keyOf(table));
    if (other === undefined) return 'other tables';
    tables.push(added([table, places!, ownColumns!], [other, otherPlaces!, otherColumns!], known, ends));
  }
  return {
    digest: a.digest,
    rows: a.rows + b.rows,
    parts: ascending([...a.parts, ...b.parts]),
    sources: [...a.sources, ...b.sources].sort(),
    threshold: Math.max(a.threshold, b.threshold),
    unusable: a.unusable + b.unusable,
    kept: a.kept + b.kept,
    flow: addedFlow(a, b),
    lacking: [...lacking].sort(([x], [y]) => (x < y ? -1 : 1)),
    columns,
    tables,
  };
}

/** Where one part keeps back how many its rules left out, nobody knows of all. */
function addedFlow(a: Sums, b: Sums): Sums['flow'] {
  if (a.flow.rules.length !== b.flow.rules.length) return { rows: a.rows + b.rows, rules: [] };
  return {
    rows: a.flow.rows + b.flow.rows,
    rules: a.flow.rules.map(({ text, left, unknown }, at) => {
      const other = b.flow.rules[at]!;
      return { text, left: left + other.left, unknown: unknown + other.unknown };
    }),
  };
}

const ascending = (rows: readonly number[]): readonly number[] => [...rows].sort((x, y) => x - y);

/**
 * Whether a part is in both: known by its digest; or, of two parts that were counted with different thresholds, by all counts that both
 * tell.
 */
export function samePart(a: Sums, b: Sums): boolean {
  if (a.sources.some((one) => one !== '' && b.sources.includes(one))) return true;
  if (a.parts.length > 1 || b.parts.length > 1 || a.rows === 0 || a.rows !== b.rows || a.threshold === b.threshold) return false;
  const sameFlow = a.flow.rules.length !== b.flow.rules.length || JSON.stringify(a.flow) === JSON.stringify(b.flow);
  if (JSON.stringify(a.columns) !== JSON.stringify(b.columns) || !sameFlow) return false;
  const theirs = new Map(b.tables.map((table) => [keyOf(table), table]));
  let told = 0;
  for (const table of a.tables) {
    const other = theirs.get(keyOf(table));
    for (const [i, counts] of table.frequencies.entries()) {
      const others = other?.frequencies[other.columns.indexOf(table.columns[i]!)];
      if (counts === null || others == null) continue;
      if (counts.some((count, at) => count !== others[at])) return false;
      told++;
    }
  }
  return told > 0;
}

/** Numbers of which both together have more values than are counted, or one has, are measures in both. */
function withSameMeasures(a: Sums, b: Sums): readonly [Sums, Sums] {
  const others = new Map(b.columns.map((column) => [column.name, column]));
  const names = a.columns.flatMap((column) => {
    const other = others.get(column.name);
    if (other === undefined || (column.kind === 'measure' && other.kind === 'measure')) return [];
    const counted = [column, other].flatMap((one) => (one.kind === 'number' ? one.values : []));
    if (![column, other].every(({ kind }) => kind === 'number' || kind === 'measure') || !counted.every(isSummable)) return [];
    return column.kind === other.kind && new Set(counted.map(String)).size <= MOST_VALUES ? [] : [column.name];
  });
  return [asMeasures(a, new Set(names)), asMeasures(b, new Set(names))];
}

/** Both with the clusters of either, and a table for each of them: nobody is of a cluster that a part has not. */
function withSameGroups(a: Sums, b: Sums): readonly [Sums, Sums] {
  const groups = a.columns.flatMap((column): SumsColumn[] => {
    const other = b.columns.find(({ name }) => name === column.name);
    if (column.kind !== 'groups' || other?.kind !== 'groups') return [];
    return [{ ...column, levels: [...new Set([...column.levels, ...other.levels])].sort() }];
  });
  if (groups.length === 0) return [a, b];
  return [withGroups(a, b, groups), withGroups(b, a, groups)];
}

function withGroups(part: Sums, other: Sums, groups: readonly SumsColumn[]): Sums {
  const all = new Map(groups.map((column) => [column.name, column]));
  const own = new Map(part.columns.map((column) => [column.name, column]));
  const sizes = new Map([...own].map(([name, column]) => [name, sizeOf(all.get(name) ?? column)]));
  const tables = new Map(part.tables.map((table) => [keyOf(table), table]));
  const done = new Set<string>();
  // A part without a single cluster has none of these tables: then they stand as the other one has them.
  const without = groups.some(({ name }) => !part.tables.some(({ level }) => level?.[0] === name));
  const listed = without ? other.tables : part.tables;
  return {
    ...part,
    columns: part.columns.map((column) => all.get(column.name) ?? column),
    tables: listed.flatMap((table): SumsTable[] => {
      const { level } = table;
      const column = level === null ? undefined : all.get(level[0]);
      // What it lacks otherwise is told where the tables are put together.
      if (level === null || column === undefined || !('levels' in column)) {
        const found = tables.get(keyOf(table));
        return found === undefined ? [] : [found];
      }
      const family = keyOf({ ...table, level: [level[0], -1] });
      if (done.has(family)) return [];
      done.add(family);
      const known = own.get(level[0])!;
      const before = 'levels' in known ? known.levels : [];
      const ofText = (text: string): SumsTable | undefined => tables.get(keyOf({ ...table, level: [level[0], before.indexOf(text)] }));
      if (before.length > 0 && !before.some((text) => ofText(text) !== undefined)) return [];
      return column.levels.map(
        (text, place): SumsTable => ({ ...(ofText(text) ?? nobodyIn(table, own, sizes)), level: [level[0], place] }),
      );
    }),
  };
}

function nobodyIn(table: SumsTable, own: ReadonlyMap<string, SumsColumn>, sizes: ReadonlyMap<string, number>): SumsTable {
  const columns = table.columns.filter((name) => own.has(name));
  const none = (many: number): number[] => Array.from({ length: many }, () => 0);
  return {
    ...table,
    columns,
    n: 0,
    frequencies: columns.map((name) => none(sizes.get(name)!)),
    pairs: columns.flatMap((a, i) => columns.slice(i + 1).map((b) => none(sizes.get(a)! * sizes.get(b)!))),
    ...sumsOfAll(columns, own, (a, b) => nothingBetween(own, sizes, a, b)),
  };
}

/** What measures among columns add up to, each place by the columns that it is of. */
function sumsOfAll(
  columns: readonly string[],
  all: ReadonlyMap<string, SumsColumn>,
  of: (a: string, b: string) => SumsOfMeasure | null,
): Pick<SumsTable, 'sums'> {
  const places = sumPlaces(measuredIn(columns, all));
  return places.length === 0 ? {} : { sums: places.map(([i, j]) => of(columns[i]!, columns[j]!)) };
}

/** Of nobody, by as many levels. */
function nothingBetween(all: ReadonlyMap<string, SumsColumn>, sizes: ReadonlyMap<string, number>, a: string, b: string): SumsOfMeasure {
  const none = ['0', '0'];
  if (a === b) return [none];
  if (all.get(a)!.kind === 'measure' && all.get(b)!.kind === 'measure') return [none, none, ['0']];
  return Array.from({ length: sizes.get(all.get(a)!.kind === 'measure' ? b : a)! }, () => none);
}

/** The combined levels of columns as they now are; null where one of them is no more, or there are too many. */
function crossedAnew(column: SumsColumn & { readonly kind: 'cross' }, columns: readonly SumsColumn[]): SumsColumn | null {
  const sizes = column.of
    .map((name) => columns.find((one) => one.name === name))
    .map((one) => (one === undefined || one.kind === 'measure' ? 0 : sizeOf(one)));
  const made = { ...column, sizes };
  return sizes.includes(0) || sizeOf(made) > MOST_CROSSED ? null : made;
}

/** Both dictionaries as one, numbers by their texts; null where they are of different kinds or levels. */
function sameColumn(a: SumsColumn, b: SumsColumn): SumsColumn | null {
  if ('levels' in a || 'levels' in b || a.kind === 'cross' || b.kind === 'cross') return JSON.stringify(a) === JSON.stringify(b) ? a : null;
  if (a.kind === 'measure' || b.kind === 'measure') return a.kind === b.kind ? a : null;
  if (b.kind !== a.kind) return null;
  return { ...a, values: [...new Set([...a.values, ...b.values].map(String))].map(Number).sort((x, y) => x - y) };
}

/** Where each level of a part stands in the whole. */
function placesIn(own: readonly SumsColumn[], whole: readonly SumsColumn[]): ReadonlyMap<string, readonly number[]> {
  const all = new Map(whole.map((column) => [column.name, column]));
  const found = new Map<string, readonly number[]>();
  for (const column of own) {
    const into = all.get(column.name);
    if (into === undefined) continue;
    if (column.kind === 'cross' && into.kind === 'cross') {
      const combined = column.of.reduce<readonly number[]>(
        (places, name, i) => places.flatMap((place) => found.get(name)!.map((next) => place * into.sizes[i]! + next)),
        [0],
      );
      found.set(column.name, combined);
    } else if ('values' in column && 'values' in into) {
      const at = new Map(into.values.map((value, place) => [String(value), place]));
      found.set(
        column.name,
        column.values.map((value) => at.get(String(value))!),
      );
    } else found.set(column.name, [...Array(sizeOf(column)).keys()]);
  }
  return found;
}

const keyOf = ({ where, complete, level }: SumsTable): string => JSON.stringify([where, complete, level]);

type Places = ReadonlyMap<string, readonly number[]>;

/** A table of a part, where its levels stand in the whole, and its columns. */
type Part = readonly [table: SumsTable, places: Places, columns: ReadonlyMap<string, SumsColumn>];

function added(first: Part, second: Part, known: ReadonlyMap<string, SumsColumn>, ends: boolean): SumsTable {
  const [a, b] = [first[0], second[0]];
  const columns = a.columns.filter((name) => known.has(name) && b.columns.includes(name));
  const size = (name: string): number => sizeOf(known.get(name)!);
  const both = <T>(of: (...part: Part) => T | null, add: (x: T, y: T) => T): T | null => {
    const [x, y] = [of(...first), of(...second)];
    return x === null || y === null ? null : add(x, y);
  };
  const sum = (x: readonly number[], y: readonly number[]): readonly number[] => x.map((value, at) => value + y[at]!);
  return {
    where: a.where,
    complete: a.complete,
    level: a.level,
    columns,
    n: both(
      (table) => table.n,
      (x, y) => x + y,
    ),
    frequencies: columns.map((name) =>
      both((table, places) => {
        const counts = table.frequencies[table.columns.indexOf(name)]!;
        return counts === null ? null : spread(counts, places.get(name)!, size(name));
      }, sum),
    ),
    pairs: columns.flatMap((x, i) =>
      columns.slice(i + 1).map((y) => both((table, places) => pairIn(table, places, x, y, size(y), size(x)), sum)),
    ),
    ...sumsOfAll(columns, known, (x, y) => both((...part) => sumsIn(part, x, y, size, ends), addedSums)),
  };
}

/** What a part's measures add up to, by the levels of the whole. */
function sumsIn([table, places, columns]: Part, x: string, y: string, size: (name: string) => number, ends: boolean): SumsOfMeasure | null {
  const told = sumsBetween(table, columns, x, y);
  const found = told === null || ends ? told : withoutEnds(told);
  const by = [x, y].find((name) => columns.get(name)!.kind !== 'measure');
  if (found === null || by === undefined) return found;
  const all: (readonly string[])[] = Array.from({ length: size(by) }, () => ['0', '0']);
  for (const [at, list] of found.entries()) all[places.get(by)![at]!] = list;
  return all;
}

function spread(counts: readonly number[], places: readonly number[], size: number): readonly number[] {
  const all = Array.from({ length: size }, () => 0);
  for (const [at, count] of counts.entries()) all[places[at]!] = count;
  return all;
}

function pairIn(table: SumsTable, places: Places, first: string, second: string, width: number, height: number): readonly number[] | null {
  const [i, j] = [table.columns.indexOf(first), table.columns.indexOf(second)];
  const counts = table.pairs[pairAt(Math.min(i, j), Math.max(i, j), table.columns.length)]!;
  if (counts === null) return null;
  const [rows, columns] = [places.get(first)!, places.get(second)!];
  const all = Array.from({ length: height * width }, () => 0);
  for (const [s, row] of rows.entries())
    for (const [t, column] of columns.entries()) all[row * width + column] = counts[i < j ? s * columns.length + t : t * rows.length + s]!;
  return all;
}

/** The ends of parts as those of all, one for each question that was answered. */
export function mergeRanges(parts: readonly Ranges[]): readonly Ranges[] {
  const questions = new Map<string, Ranges>();
  for (const one of parts) {
    const key = JSON.stringify([one.digest, one.ends.map(({ form }) => form)]);
    const all = questions.get(key);
    questions.set(
      key,
      all === undefined
        ? one
        : {
            digest: all.digest,
            rows: all.rows + one.rows,
            parts: ascending([...all.parts, ...one.parts]),
            ends: all.ends.map(({ form, low, high, kept, sums }, at) => {
              const other = one.ends[at]!;
              if (all.ends[at]!.untold === true || other.untold === true) return { form, low: null, high: null, kept: false, untold: true };
              if (kept || other.kept) return { form, low: null, high: null, kept: true };
              const ends = { form, low: outer(Math.min, low, other.low), high: outer(Math.max, high, other.high), kept: false };
              if (sums === undefined || other.sums === undefined) return ends;
              return {
                ...ends,
                sums: sums.map((value, place) => (value === null || other.sums![place] == null ? null : value + other.sums![place]!)),
              };
            }),
          },
    );
  }
  return [...questions.values()];
}

const outer = (of: (a: number, b: number) => number, a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : of(a, b);
