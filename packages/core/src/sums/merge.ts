// Several parts' sums as one: whole numbers added up, so that the same parts make the same bytes in whatever order they are given.
import { pairAt, sizeOf, type Ranges, type Sums, type SumsColumn, type SumsTable } from './sums.ts';

/** Why two parts cannot be one. */
export type Unmergeable = 'other data part' | 'other levels' | 'other tables' | 'same part';

export function mergeSums(parts: readonly Sums[]): Sums | Unmergeable {
  return parts.slice(1).reduce<Sums | Unmergeable>((all, one) => (typeof all === 'string' ? all : two(all, one)), parts[0]!);
}

function two(a: Sums, b: Sums): Sums | Unmergeable {
  if (a.digest !== b.digest) return 'other data part';
  if (samePart(a, b)) return 'same part';
  const lacking = new Map([...a.lacking, ...b.lacking].sort(([x], [y]) => (x < y ? -1 : 1)));
  const others = new Map(b.columns.map((column) => [column.name, column]));
  const columns: SumsColumn[] = [];
  for (const column of a.columns) {
    const other = others.get(column.name);
    // A number of too many values in one part is none in all.
    if (other === undefined || lacking.has(column.name)) continue;
    const both = sameColumn(column, other);
    if (both === null) return 'other levels';
    columns.push(both);
  }
  const [places, otherPlaces] = [a, b].map((one) => placesIn(one.columns, columns));
  const known = new Map(columns.map((column) => [column.name, column]));
  const theirs = new Map(b.tables.map((table) => [keyOf(table), table]));
  if (theirs.size !== b.tables.length || a.tables.length !== b.tables.length) return 'other tables';
  const tables: SumsTable[] = [];
  for (const table of a.tables) {
    const other = theirs.get(keyOf(table));
    if (other === undefined) return 'other tables';
    tables.push(added(table, places!, other, otherPlaces!, known));
  }
  return {
    digest: a.digest,
    rows: a.rows + b.rows,
    parts: ascending([...a.parts, ...b.parts]),
    sources: [...a.sources, ...b.sources].sort(),
    threshold: Math.max(a.threshold, b.threshold),
    unusable: a.unusable + b.unusable,
    kept: a.kept + b.kept,
    flow: {
      rows: a.flow.rows + b.flow.rows,
      rules: a.flow.rules.map((rule, at) => {
        const other = b.flow.rules[at];
        return { text: rule.text, left: rule.left + (other?.left ?? 0), unknown: rule.unknown + (other?.unknown ?? 0) };
      }),
    },
    lacking: [...lacking],
    columns,
    tables,
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
  if (JSON.stringify(a.columns) !== JSON.stringify(b.columns) || JSON.stringify(a.flow) !== JSON.stringify(b.flow)) return false;
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

/** Both dictionaries as one, numbers by their texts; null where they are of different kinds or levels. */
function sameColumn(a: SumsColumn, b: SumsColumn): SumsColumn | null {
  if (a.kind === 'category') return b.kind === 'category' && a.levels.join('\n') === b.levels.join('\n') ? a : null;
  if (b.kind !== a.kind) return null;
  return { ...a, values: [...new Set([...a.values, ...b.values].map(String))].map(Number).sort((x, y) => x - y) };
}

/** Where each level of a part stands in the whole. */
function placesIn(own: readonly SumsColumn[], whole: readonly SumsColumn[]): ReadonlyMap<string, readonly number[]> {
  const all = new Map(whole.map((column) => [column.name, column]));
  return new Map(
    own.flatMap((column): [string, readonly number[]][] => {
      const into = all.get(column.name);
      if (into === undefined) return [];
      if (column.kind === 'category' || into.kind === 'category') return [[column.name, [...Array(sizeOf(column)).keys()]]];
      const at = new Map(into.values.map((value, place) => [String(value), place]));
      return [[column.name, column.values.map((value) => at.get(String(value))!)]];
    }),
  );
}

const keyOf = ({ where, complete, level }: SumsTable): string => JSON.stringify([where, complete, level]);

type Places = ReadonlyMap<string, readonly number[]>;

function added(a: SumsTable, inA: Places, b: SumsTable, inB: Places, known: ReadonlyMap<string, SumsColumn>): SumsTable {
  const columns = a.columns.filter((name) => known.has(name) && b.columns.includes(name));
  const size = (name: string): number => sizeOf(known.get(name)!);
  const both = <T>(of: (table: SumsTable, places: Places) => T | null, add: (x: T, y: T) => T): T | null => {
    const [x, y] = [of(a, inA), of(b, inB)];
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
    pairs: columns.flatMap((first, i) =>
      columns.slice(i + 1).map((second) => both((table, places) => pairIn(table, places, first, second, size(second), size(first)), sum)),
    ),
  };
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

/** The ends of parts as those of all; null where they answer different questions. */
export function mergeRanges(parts: readonly Ranges[]): Ranges | null {
  const [first, ...others] = parts;
  if (first === undefined) return null;
  return others.reduce<Ranges | null>((all, one) => {
    if (all === null || all.digest !== one.digest) return null;
    const ends = new Map(one.ends.map((end) => [end.form, end]));
    if (all.ends.some((end) => !ends.has(end.form)) || ends.size !== all.ends.length) return null;
    return {
      digest: all.digest,
      rows: all.rows + one.rows,
      parts: ascending([...all.parts, ...one.parts]),
      ends: all.ends.map(({ form, low, high }) => {
        const other = ends.get(form)!;
        return { form, low: outer(Math.min, low, other.low), high: outer(Math.max, high, other.high) };
      }),
    };
  }, first);
}

const outer = (of: (a: number, b: number) => number, a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : of(a, b);
