// Sums of measures as those of several parts; and counts of a number's values as the sums of a measure, where another part has too many of
// them to count. Both to the last digit.
import { decimalOf, decimalText, NOTHING, plus, readDecimal, times, timesWhole, type Decimal } from '../numerics/decimals.ts';
import { pairAt, sizeOf, sumPlaces, type Sums, type SumsColumn, type SumsOfMeasure, type SumsTable } from './sums.ts';

/** Which of a table's columns are measures. */
export const measuredIn = (columns: readonly string[], all: ReadonlyMap<string, SumsColumn>): readonly boolean[] =>
  columns.map((name) => all.get(name)!.kind === 'measure');

/** What stands beside two columns, in the order in which they are named; null: kept back. */
export function sumsBetween(table: SumsTable, all: ReadonlyMap<string, SumsColumn>, a: string, b: string): SumsOfMeasure | null {
  const [i, j] = [table.columns.indexOf(a), table.columns.indexOf(b)];
  const [first, second] = [Math.min(i, j), Math.max(i, j)];
  const at = sumPlaces(measuredIn(table.columns, all)).findIndex(([x, y]) => x === first && y === second);
  const found = table.sums![at]!;
  const both = a !== b && all.get(a)!.kind === 'measure' && all.get(b)!.kind === 'measure';
  return found !== null && both && i > j ? [found[1]!, found[0]!, found[2]!] : found;
}

/** Of the same rows in two parts. */
export const addedSums = (a: SumsOfMeasure, b: SumsOfMeasure): SumsOfMeasure => a.map((one, at) => addedList(one, b[at]!));

/** Σx, Σx² and, where ends are told at all, those of whoever is there; or Σxy alone. */
export function addedList(a: readonly string[], b: readonly string[]): readonly string[] {
  const whole = a.slice(0, 2).map((text, at) => decimalText(plus(readDecimal(text)!, readDecimal(b[at]!)!)));
  if (a.length < 4 || b.length < 4) return [...whole, ...a.slice(2), ...b.slice(2)];
  const end = (of: (x: number, y: number) => number, at: number): string => decimalText(decimalOf(of(Number(a[at]), Number(b[at]))));
  return [...whole, end(Math.min, 2), end(Math.max, 3)];
}

/** The same part with these numbers as measures, as if their values had not been counted. */
export function asMeasures(part: Sums, names: ReadonlySet<string>): Sums {
  const changed = part.columns.filter((column) => column.kind === 'number' && names.has(column.name));
  if (changed.length === 0) return part;
  const before = new Map(part.columns.map((column) => [column.name, column]));
  const columns = part.columns.map((column): SumsColumn => (changed.includes(column) ? { kind: 'measure', name: column.name } : column));
  const after = new Map(columns.map((column) => [column.name, column]));
  return { ...part, columns, tables: part.tables.map((table) => tableAsMeasures(table, before, after, part.threshold === 0)) };
}

function tableAsMeasures(
  table: SumsTable,
  before: ReadonlyMap<string, SumsColumn>,
  after: ReadonlyMap<string, SumsColumn>,
  ends: boolean,
): SumsTable {
  const { columns, frequencies, pairs } = table;
  const became = columns.map((name) => before.get(name)!.kind !== after.get(name)!.kind);
  if (!became.includes(true)) return table;
  const values = columns.map((name, i) => {
    const column = before.get(name)!;
    return became[i]! && column.kind === 'number' ? column.values : null;
  });
  const sizes = columns.map((name) => sizeOf(before.get(name)!));
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const pairOf = (i: number, j: number): readonly number[] | null => pairs[pairAt(i, j, columns.length)]!;
  const cell = (counts: readonly number[], j: number, s: number, t: number): number => counts[s * sizes[j]! + t]!;
  const level = (many: number): number[] => [...Array(many).keys()];
  const listOf = (i: number, times_: (s: number) => number): readonly string[] => weighed(values[i]!, times_, ends);
  /** By the levels of what is counted: `at` is the number, `by` the other one. */
  const between = (i: number, j: number): SumsOfMeasure | null => {
    const counts = pairOf(i, j);
    if (counts === null) return null;
    const of = (s: number, t: number): number => cell(counts, j, s, t);
    if (values[i] !== null && values[j] !== null) {
      let product = NOTHING;
      for (const s of level(sizes[i]!))
        for (const t of level(sizes[j]!))
          if (of(s, t) > 0) product = plus(product, timesWhole(times(decimalOf(values[i]![s]!), decimalOf(values[j]![t]!)), of(s, t)));
      return [
        listOf(i, (s) => total(level(sizes[j]!).map((t) => of(s, t)))),
        listOf(j, (t) => total(level(sizes[i]!).map((s) => of(s, t)))),
        [decimalText(product)],
      ];
    }
    const [number, other] = values[i] !== null ? [i, j] : [j, i];
    const count = (s: number, t: number): number => (number === i ? of(s, t) : of(t, s));
    if (before.get(columns[other]!)!.kind !== 'measure') return level(sizes[other]!).map((t) => listOf(number, (s) => count(s, t)));
    // With a measure: what that adds up to is told a value of this one.
    const told = sumsBetween(table, before, columns[other]!, columns[number]!);
    if (told === null) return null;
    const theirs = told.reduce(addedList);
    const product = told.reduce<Decimal>((sum, [own], s) => plus(sum, times(decimalOf(values[number]![s]!), readDecimal(own!)!)), NOTHING);
    const mine = listOf(number, (s) => count(s, 0));
    return number === i ? [mine, theirs, [decimalText(product)]] : [theirs, mine, [decimalText(product)]];
  };
  const isMeasure = columns.map((name) => after.get(name)!.kind === 'measure');
  return {
    ...table,
    frequencies: frequencies.map((counts, i) => (counts === null || !became[i]! ? counts : [total(counts)])),
    pairs: columns.flatMap((_, i) =>
      columns.slice(i + 1).map((__, more) => {
        const j = i + 1 + more;
        const counts = pairOf(i, j);
        if (counts === null || (!became[i]! && !became[j]!)) return counts;
        const [lines, across] = [
          became[i]! ? [level(sizes[i]!)] : level(sizes[i]!).map((s) => [s]),
          became[j]! ? [level(sizes[j]!)] : level(sizes[j]!).map((t) => [t]),
        ];
        return lines.flatMap((some) => across.map((own) => total(some.flatMap((s) => own.map((t) => cell(counts, j, s, t))))));
      }),
    ),
    sums: sumPlaces(isMeasure).map(([i, j]) => {
      if (!became[i]! && !became[j]!) return sumsBetween(table, before, columns[i]!, columns[j]!);
      if (i !== j) return between(i, j);
      const counts = frequencies[i]!;
      return counts === null ? null : [listOf(i, (s) => counts[s]!)];
    }),
  };
}

/** Σx, Σx² and the ends of values that each so many have. */
function weighed(values: readonly number[], times_: (at: number) => number, ends: boolean): readonly string[] {
  let [sum, squares] = [NOTHING, NOTHING];
  const seen: number[] = [];
  for (const [at, value] of values.entries()) {
    const count = times_(at);
    if (count === 0) continue;
    const own = decimalOf(value);
    sum = plus(sum, timesWhole(own, count));
    squares = plus(squares, timesWhole(times(own, own), count));
    seen.push(value);
  }
  const list = [decimalText(sum), decimalText(squares)];
  return ends && seen.length > 0 ? [...list, decimalText(decimalOf(seen[0]!)), decimalText(decimalOf(seen.at(-1)!))] : list;
}
