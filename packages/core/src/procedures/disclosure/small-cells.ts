// Which counts of a table are withheld so that nobody reads, or computes from the rest of the table and its totals, a count of few
// respondents. Counts only; which statistics go with a count is the methods'.
//
// A table is a network in which what flows into a place flows out of it again: the levels of one category lead from one place to another,
// their total back; of a cross table every row and every column is a place. What a reader can tell of a withheld count is then the least
// and the most that can flow there while everything that is printed stays as it is (Gusfield 1988, A graph theoretic approach to
// statistical data security, SIAM Journal on Computing 17:552–571).

/** A count: what flows from one place to another. */
export interface TableCell {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** `few`: it is told that the count is below the least; `other`: nothing is told but that it is withheld. Null: it is shown. */
export type Withheld = 'few' | 'other' | null;

interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Counts from 1 to under `least` are withheld, and of the others, the smallest first, as many as leave as much open of each of these as
 * `<least` does: so many values are possible that it might have, up to `least − 1` and beyond. `also`: counts that are withheld elsewhere,
 * by their place in `cells`. Nobody is hidden by a count of 0, which is shown unless nothing else is left to withhold.
 */
export function withheldCells(cells: readonly TableCell[], least: number, also: ReadonlySet<number> = new Set()): readonly Withheld[] {
  const few = cells.map(({ count }) => count > 0 && count < least);
  const hidden = cells.map(({ count }, at) => few[at]! || (count > 0 && also.has(at)));
  if (!hidden.includes(true)) return cells.map(() => null);
  let lowest = 1;
  const open = (at: number): Range => ({ low: Math.min(lowest, cells[at]!.count), high: Infinity });
  const isSafe = (at: number): boolean => {
    const { low, high } = rangeOf(cells, hidden, open, at, least);
    return few[at]! ? high >= least - 1 && high - low >= least - 2 && high > low : high > low;
  };
  for (;;) {
    const told = cells.findIndex((_, at) => hidden[at]! && !isSafe(at));
    if (told < 0) break;
    const next = nextToHide(cells, hidden, told);
    if (next !== null) hidden[next] = true;
    else if (lowest === 1) {
      // Only where a 0 is withheld too may a count that is withheld be 0.
      lowest = 0;
      for (const [at, { count }] of cells.entries()) if (count === 0) hidden[at] = true;
    } else break;
  }
  // To print `<10` says of the others that they are not below it: only where that leaves as much open.
  const marked = (at: number): Range => (few[at]! ? { low: 1, high: least - 1 } : { low: least, high: Infinity });
  const isOpen = (at: number): boolean => {
    const { low, high } = rangeOf(cells, hidden, marked, at, least);
    return low === 1 && high === least - 1;
  };
  const isPlain = lowest === 1 && least > 2 && cells.every((_, at) => !few[at]! || isOpen(at));
  return cells.map((_, at) => (hidden[at]! ? (few[at]! && isPlain ? 'few' : 'other') : null));
}

/**
 * The smallest count that is shown and shares a line with the one that can be told, or with those that are withheld beside it; where it is
 * alone in its line, one of this line. Counts whose other line has withheld ones already come first: they leave nothing alone there.
 */
function nextToHide(cells: readonly TableCell[], hidden: readonly boolean[], told: number): number | null {
  const { from, to } = cells[told]!;
  const touches = (at: number, place: number): boolean => cells[at]!.from === place || cells[at]!.to === place;
  const alone = [from, to].filter((place) => !cells.some((_, at) => at !== told && hidden[at]! && touches(at, place)));
  const places = new Set(alone.length > 0 ? alone : [from, to]);
  for (;;) {
    const candidates = cells.flatMap(({ count, from: start, to: end }, at) =>
      !hidden[at]! && count > 0 && (places.has(start) || places.has(end)) ? [at] : [],
    );
    if (candidates.length > 0) {
      const beside = (place: number): boolean => cells.some((_, at) => hidden[at]! && touches(at, place));
      const both = candidates.filter((at) => beside(cells[at]!.from) && beside(cells[at]!.to));
      return (both.length > 0 ? both : candidates).reduce((best, at) => (cells[at]!.count < cells[best]!.count ? at : best));
    }
    const before = places.size;
    for (const [at, cell] of cells.entries())
      if (hidden[at]! && (places.has(cell.from) || places.has(cell.to))) places.add(cell.from).add(cell.to);
    if (places.size === before) return null;
  }
}

/** What a withheld count could be, looked at no further than `least` beyond what it is. */
function rangeOf(cells: readonly TableCell[], hidden: readonly boolean[], bounds: (at: number) => Range, at: number, least: number): Range {
  const { from, to, count } = cells[at]!;
  const own = bounds(at);
  const [rise, fall] = [Math.min(least, own.high - count), Math.min(least, count - own.low)];
  return {
    low: count - flowOf(cells, hidden, bounds, at, from, to, fall),
    high: count + flowOf(cells, hidden, bounds, at, to, from, rise),
  };
}

/**
 * How much more can go from `source` to `sink` through the other withheld counts, up to `most`: along a count as far as it may rise,
 * against it as far as it may fall. Augmenting paths, shortest first (Edmonds & Karp 1972, Journal of the ACM 19:248–264).
 */
function flowOf(
  cells: readonly TableCell[],
  hidden: readonly boolean[],
  bounds: (at: number) => Range,
  without: number,
  source: number,
  sink: number,
  most: number,
): number {
  const arcs: { readonly from: number; readonly to: number; room: number }[] = [];
  const leaving = new Map<number, number[]>();
  const arc = (from: number, to: number, room: number): void => {
    const known = leaving.get(from);
    if (known === undefined) leaving.set(from, [arcs.length]);
    else known.push(arcs.length);
    arcs.push({ from, to, room });
  };
  for (const [at, { from, to, count }] of cells.entries()) {
    if (!hidden[at]! || at === without) continue;
    const { low, high } = bounds(at);
    // Pairs: what is sent along one may be taken back along the other.
    arc(from, to, high - count);
    arc(to, from, count - low);
  }
  let sent = 0;
  while (sent < most) {
    const by = new Map<number, number>();
    const queue = [source];
    for (let next = 0; next < queue.length && !by.has(sink); next++)
      for (const at of leaving.get(queue[next]!) ?? []) {
        const { to, room } = arcs[at]!;
        if (room <= 0 || to === source || by.has(to)) continue;
        by.set(to, at);
        queue.push(to);
      }
    if (!by.has(sink)) return sent;
    const path: number[] = [];
    for (let place = sink; place !== source; place = arcs[path.at(-1)!]!.from) path.push(by.get(place)!);
    const amount = Math.min(most - sent, ...path.map((at) => arcs[at]!.room));
    for (const at of path) {
      arcs[at]!.room -= amount;
      arcs[at ^ 1]!.room += amount;
    }
    sent += amount;
  }
  return sent;
}

/** The levels of a category, whose total is known. */
export const levelCells = (counts: readonly number[]): readonly TableCell[] => counts.map((count) => ({ from: 0, to: 1, count }));

/**
 * A cross table by rows, then the total of each row, then of each column; the total of all is known. Place 0 is where all rows meet, place
 * 1 where all columns do.
 */
export function crossCells(table: readonly (readonly number[])[]): readonly TableCell[] {
  const columns = table[0]?.length ?? 0;
  const row = (at: number): number => 2 + at;
  const column = (at: number): number => 2 + table.length + at;
  return [
    ...table.flatMap((counts, i) => counts.map((count, j): TableCell => ({ from: row(i), to: column(j), count }))),
    ...table.map((counts, i): TableCell => ({ from: 0, to: row(i), count: counts.reduce((a, b) => a + b, 0) })),
    ...Array.from(
      { length: columns },
      (_, j): TableCell => ({ from: column(j), to: 1, count: table.reduce((sum, counts) => sum + counts[j]!, 0) }),
    ),
  ];
}
