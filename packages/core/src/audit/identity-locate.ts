// Why rows of a table break the linear identity: a block of a column that slipped down or up, cells exchanged, a misprinted digit.
// Works on intervals only; what the cells are called is composite-identity.ts's.
import { slipsInto } from '../text/digits.ts';
import { feasible, fitsAt, predicted, type Consensus, type Row } from './identity-region.ts';
import { meets, scale, subtract, sumOf, divided, type Interval } from './interval.ts';

/** Column 0 is the composite, column j > 0 the part j − 1. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

export type Explanation =
  /** Rows `from`..`to`: reading the column `by` rows further (cyclically) restores every one of them. */
  | {
      readonly kind: 'shift';
      readonly column: number;
      readonly from: number;
      readonly to: number;
      readonly by: number;
      readonly also: readonly { readonly column: number; readonly by: number }[];
    }
  /** The composite's figures of these rows belong to the rows `order` names. */
  | { readonly kind: 'reorder'; readonly rows: readonly number[]; readonly order: readonly number[] }
  | { readonly kind: 'swap'; readonly a: CellRef; readonly b: CellRef; readonly others: number }
  | {
      readonly kind: 'slip';
      readonly row: number;
      readonly cells: readonly { readonly cell: CellRef; readonly texts: readonly string[] }[];
      readonly needed: readonly Interval[];
    };

/** A printed figure beside its interval: what slips need. */
export interface Figure extends Interval {
  readonly printed: string;
  readonly decimals: number;
}
export interface FigureRow {
  readonly y: Figure;
  readonly x: readonly Figure[];
}

const cellOf = (row: FigureRow, column: number): Figure => (column === 0 ? row.y : row.x[column - 1]!);
const withCell = (row: FigureRow, column: number, figure: Figure): FigureRow =>
  column === 0 ? { ...row, y: figure } : { ...row, x: row.x.map((one, j) => (j === column - 1 ? figure : one)) };

export function explain(rows: readonly FigureRow[], consensus: Consensus): Explanation[] {
  const { weights, good } = consensus;
  let open = [...consensus.bad];
  const out: Explanation[] = [];
  const width = rows[0]!.x.length + 1;
  // Rows that are right, and rows as mended so far: whatever is proposed must have weights in common with all of them.
  const settled: Row[] = good.map((i) => rows[i]!);
  const near = (row: Row): boolean => {
    const p = predicted(weights, row.x);
    const room = 0.5 * (p.high - p.low);
    return meets({ low: p.low - room, high: p.high + room }, row.y);
  };
  const confirm = (mended: readonly Row[]): boolean =>
    mended.every((row) => fitsAt(row, weights)) || feasible([...settled, ...mended], weights) !== null;
  const accept = (explanation: Explanation, mended: readonly Row[], done: readonly number[]): void => {
    out.push(explanation);
    settled.push(...mended);
    open = open.filter((i) => !done.includes(i));
  };

  for (let more = true; more && open.length >= 2; ) {
    more = false;
    const shift = bestShift(rows, open, width, near, confirm);
    if (shift === null) break;
    accept(shift.explanation, shift.mended, shift.rows);
    more = true;
  }
  if (open.length >= 3 && open.length <= 7) {
    const order = bestOrder(rows, open, near);
    if (order !== null && confirm(open.map((i, at) => withCell(rows[i]!, 0, rows[order[at]!]!.y)))) {
      const mended = open.map((i, at) => withCell(rows[i]!, 0, rows[order[at]!]!.y));
      accept({ kind: 'reorder', rows: [...open], order }, mended, [...open]);
    }
  }
  for (const i of [...open]) {
    if (!open.includes(i)) continue;
    const swaps = swapsWithin(rows, i, width).filter(({ mended }) => near(mended) && confirm([mended]));
    if (swaps.length > 0) {
      accept(
        { kind: 'swap', a: { row: i, column: swaps[0]!.a }, b: { row: i, column: swaps[0]!.b }, others: swaps.length - 1 },
        [swaps[0]!.mended],
        [i],
      );
      continue;
    }
    for (const k of open) {
      if (k <= i || !open.includes(i)) continue;
      for (let column = 0; column < width && open.includes(i); column++) {
        const mended = [withCell(rows[i]!, column, cellOf(rows[k]!, column)), withCell(rows[k]!, column, cellOf(rows[i]!, column))];
        if (mended.every(near) && confirm(mended))
          accept({ kind: 'swap', a: { row: i, column }, b: { row: k, column }, others: 0 }, mended, [i, k]);
      }
    }
  }
  for (const i of [...open]) {
    const row = rows[i]!;
    const needed = neededIn(row, weights);
    const cells = needed.flatMap((interval, column) => {
      const figure = cellOf(row, column);
      const half = (figure.high - figure.low) / 2;
      if (!Number.isFinite(interval.low) || interval.high - interval.low > 1) return [];
      const texts = slipsInto(figure.printed, figure.decimals, interval.low - half, interval.high + half).filter((text) =>
        confirm([withCell(row, column, { ...figure, low: Number(text) - half, high: Number(text) + half })]),
      );
      return texts.length === 0 ? [] : [{ cell: { row: i, column }, texts }];
    });
    accept({ kind: 'slip', row: i, cells, needed }, [], [i]);
  }
  return out.sort((a, b) => firstRow(a) - firstRow(b));
}

function firstRow(one: Explanation): number {
  return one.kind === 'shift' ? one.from : one.kind === 'reorder' ? one.rows[0]! : one.kind === 'swap' ? one.a.row : one.row;
}

/** The block and column whose cyclic shift restores most rows that are open; the shortest such block, the smallest shift. */
function bestShift(
  rows: readonly FigureRow[],
  open: readonly number[],
  width: number,
  near: (row: Row) => boolean,
  confirm: (mended: readonly Row[]) => boolean,
): { explanation: Explanation; mended: FigureRow[]; rows: number[] } | null {
  interface Found {
    readonly column: number;
    readonly from: number;
    readonly to: number;
    readonly by: number;
    readonly mended: FigureRow[];
    readonly done: number[];
  }
  const found: Found[] = [];
  const first = Math.min(...open);
  const last = Math.max(...open);
  for (let column = 0; column < width; column++) {
    for (let from = first; from <= last; from++) {
      for (let to = from + 1; to <= last; to++) {
        const length = to - from + 1;
        const done = open.filter((i) => i >= from && i <= to);
        // A row in the block that was right by chance may be part of it, but most must have been wrong.
        if (done.length < 2 || done.length < length / 2 || !open.includes(from) || !open.includes(to)) continue;
        for (let by = 1; by < length; by++) {
          const mended = Array.from({ length }, (_, at) =>
            withCell(rows[from + at]!, column, cellOf(rows[from + ((at + by) % length)]!, column)),
          );
          if (mended.every(near)) found.push({ column, from, to, by: by <= length / 2 ? by : by - length, mended, done });
        }
      }
    }
  }
  found.sort(
    (a, b) => b.done.length - a.done.length || a.to - a.from - (b.to - b.from) || Math.abs(a.by) - Math.abs(b.by) || a.column - b.column,
  );
  // Two rows that fit after an exchange are told as an exchange of two cells.
  const best = found.find((one) => one.to - one.from >= 1 && confirm(one.mended));
  if (best === undefined) return null;
  const also = found
    .filter((one) => one !== best && one.from === best.from && one.to === best.to && one.column !== best.column && confirm(one.mended))
    .map(({ column, by }) => ({ column, by }));
  const explanation: Explanation =
    best.to === best.from + 1
      ? { kind: 'swap', a: { row: best.from, column: best.column }, b: { row: best.to, column: best.column }, others: also.length }
      : { kind: 'shift', column: best.column, from: best.from, to: best.to, by: best.by, also };
  return { explanation, mended: best.mended, rows: best.done };
}

/** An order of the composite's figures among the open rows that restores all, when there is exactly one. */
function bestOrder(rows: readonly FigureRow[], open: readonly number[], near: (row: Row) => boolean): number[] | null {
  const fits = open.map((i) => open.filter((k) => near(withCell(rows[i]!, 0, rows[k]!.y))));
  const orders: number[][] = [];
  const build = (at: number, so: number[]): void => {
    if (orders.length > 1) return;
    if (at === open.length) {
      orders.push(so);
      return;
    }
    for (const k of fits[at]!) if (!so.includes(k)) build(at + 1, [...so, k]);
  };
  build(0, []);
  return orders.length === 1 ? orders[0]! : null;
}

function swapsWithin(rows: readonly FigureRow[], i: number, width: number): { a: number; b: number; mended: FigureRow }[] {
  const row = rows[i]!;
  const out: { a: number; b: number; mended: FigureRow }[] = [];
  for (let a = 0; a < width; a++) {
    for (let b = a + 1; b < width; b++) out.push({ a, b, mended: withCell(withCell(row, a, cellOf(row, b)), b, cellOf(row, a)) });
  }
  return out;
}

/** What each cell of a row would have to be, the others being right. */
function neededIn(row: FigureRow, weights: readonly number[]): Interval[] {
  const parts = row.x.map((one, j) => scale(one, weights[j]!));
  return [
    sumOf(parts),
    ...row.x.map((_, j) => divided(subtract(row.y, sumOf(parts.filter((__, k) => k !== j))), { low: weights[j]!, high: weights[j]! })),
  ];
}
