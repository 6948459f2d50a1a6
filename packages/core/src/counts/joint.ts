// Joint counts: how many rows have each level of each column together with each level of each other. From them follows exactly, in whole
// numbers, everything linear (moments.ts), whatever the order of the rows and however many workers counted.
import { fewParts, inParts, roomFor, type RowTask } from './crew.ts';
import { combine, groupsOf, pairsOf, unfold } from './groups.ts';
import { blockOf, codedOf, countPairs, evenCodes, type CodedColumn } from './pairs.ts';
import { knowing, knownPairs } from './known-pairs.ts';
import { BLOCK, MOST_PLANES, kernel, type Kernel } from './planes.ts';
import { mayEnd } from '../numerics/parts.ts';
import { lengthOf, tallyIn, type Points } from './points.ts';
import { codesFrom, MadeCodes, sourceOf, type Source } from './remade.ts';

/** Z'Z of the indicator columns Z of all levels of all columns, over the rows let in; with weights Z'WZ. */
export interface Joint {
  /** Rows let in, or their weights' sum. */
  readonly n: number;
  /** Of each column. */
  readonly levels: readonly number[];
  /** Where each column's levels begin in the matrix. */
  readonly starts: readonly number[];
  readonly size: number;
  /** size × size, symmetric, row-major. The blocks on the diagonal are diagonal: frequencies. */
  readonly counts: Float64Array;
}

/**
 * Above this product of levels a pair of columns is counted row by row: about 3 ns a row, against 0.007 ns a row and pair of levels
 * (test/bench/counts.mjs).
 */
const MOST_PAIRS = 512;

/**
 * Joint counts of the rows where `mask` is 1 (all rows without one). A code outside 0 … levels − 1 is no answer: its row counts for the
 * pairs of the other columns. Whole numbers, exact. Memory is 8 bytes a pair of levels: (Σ levels)² of them.
 */
export function jointCounts(columns: readonly CodedColumn[], mask: Uint8Array | null = null): Joint {
  const all = jointOf(columns, mask, null);
  const take = (found: Float64Array): void => {
    for (let at = 0; at < found.length; at++) all.counts[at] = all.counts[at]! + found[at]!;
  };
  const rows = rowsOf(columns, mask);
  const known = mask === null && rows >= knowing.from ? knownPairs(columns) : null;
  const counted = known?.tables.map((table) => (table === null ? 0 : 1)) ?? [];
  if (counted.length === 0 || counted.includes(0)) {
    const sent = columns.map((column) => ({ levels: column.levels, codes: column.made?.source ?? column.codes }));
    inParts(jointTask, { columns: sent, mask, counted: Uint8Array.from(counted) }, rows, take, fewParts(rows));
  }
  known?.complete(all);
  return all;
}

/** As `jointCounts`, by the kernel given or, with null, in JavaScript. */
export function countedBy(engine: Kernel | null, columns: readonly CodedColumn[], mask: Uint8Array | null): Joint {
  return jointOf(columns, mask, countRows(engine, { columns, mask }, 0, rowsOf(columns, mask)));
}

const rowsOf = (columns: readonly CodedColumn[], mask: Uint8Array | null): number =>
  columns[0]?.made?.rows ?? columns[0]?.codes.length ?? mask?.length ?? 0;

/** `counts`: null for none yet. */
function jointOf(columns: readonly CodedColumn[], mask: Uint8Array | null, counts: Float64Array | null): Joint {
  const shape = shapeOf(columns.map(({ levels }) => levels));
  const n = mask === null ? rowsOf(columns, mask) : letIn(mask);
  return { n, ...shape, counts: counts ?? new Float64Array(shape.size * shape.size) };
}

/** Columns, and which of their rows. */
interface Counted {
  readonly columns: readonly CodedColumn[];
  readonly mask: Uint8Array | null;
  /** 1 for pairs of columns that need not be counted, a line a column; empty where all have to be. */
  readonly counted?: Uint8Array;
}

/** Counts of some rows. */
function countRows(engine: Kernel | null, given: Counted, from: number, to: number): Float64Array {
  const shape = shapeOf(given.columns.map(({ levels }) => levels));
  const counts = new Float64Array(shape.size * shape.size);
  if (engine === null) countByGroups(given, [from, to], counts, shape);
  else countByKernel(engine, given, [from, to], counts, shape);
  return counts;
}

interface Sent {
  readonly columns: readonly { readonly codes: Source; readonly levels: number }[];
  readonly mask: Uint8Array | null;
  readonly counted: Uint8Array;
}

export const jointTask: RowTask<Sent, Float64Array> = {
  name: 'joint',
  work: ({ columns, mask, counted }, from, to) => {
    const coded = columns.map(({ codes, levels }) => ('rows' in codes ? codedOf(new MadeCodes(codes), levels) : { codes, levels }));
    return countRows(kernel(), { columns: coded, mask, counted }, from, to);
  },
};

function countByGroups({ columns, mask }: Counted, [first, end]: readonly [number, number], counts: Float64Array, shape: Shape): void {
  const groups = groupsOf(columns, shape.starts);
  const pairs = pairsOf(groups, (size) => new Int32Array(size));
  for (let from = first; from < end; from += BLOCK) {
    mayEnd();
    const to = Math.min(end, from + BLOCK);
    combine(groups, mask, [from, to]);
    for (const { a, b, table } of pairs) countPairs(a.codes, b.codes, b.size, to - from, table);
  }
  for (const { a, b, table } of pairs) unfold(a, b, (cell) => table[cell]!, counts, shape.size);
}

function countByKernel(
  engine: Kernel,
  { columns, mask, counted = new Uint8Array(0) }: Counted,
  [first, end]: readonly [number, number],
  counts: Float64Array,
  shape: Shape,
): void {
  // By levels: the partners with which a column is counted by planes then stand side by side.
  const order = columns.map((_, at) => at).sort((a, b) => columns[a]!.levels - columns[b]!.levels || a - b);
  const plan = planOf(order.map((at) => columns[at]!.levels));
  const isCounted = (i: number, j: number): boolean => counted[order[i]! * order.length + order[j]!] === 1;
  const direct = directOf(order, columns, plan, isCounted);
  for (let from = first; from < end; from += BLOCK) {
    mayEnd();
    const part = { columns, order, mask, from, to: Math.min(end, from + BLOCK), isCounted };
    if (plan.planes > 0) countByPlanes(engine, plan, part, counts, shape);
    countDirectly(direct, part);
  }
  for (const { a, b, width, table } of direct.pairs) {
    for (let x = 0; x < columns[a]!.levels; x++) {
      for (let y = 0; y < columns[b]!.levels; y++)
        counts[(shape.starts[a]! + x) * shape.size + shape.starts[b]! + y] = table[x * width + y]!;
    }
  }
  mirror(counts, shape);
}

interface Shape {
  readonly levels: readonly number[];
  readonly starts: readonly number[];
  readonly size: number;
}

/** Where the levels of each column stand. */
export function shapeOf(levels: readonly number[]): Shape {
  let size = 0;
  const starts = levels.map((own) => {
    size += own;
    return size - own;
  });
  return { levels, starts, size };
}

interface Plan {
  /** Of each column in order: its first plane. */
  readonly starts: readonly number[];
  /**
   * Of each column in order: it is counted by planes with itself and those behind it, up to before this place; with none where it is its
   * own.
   */
  readonly ends: readonly number[];
  /** Columns in order that have planes: the first ones. */
  readonly columns: number;
  readonly planes: number;
  /** Pairs of planes that one call of the kernel counts at most. */
  readonly pairs: number;
}

/** `levels` ascending. */
function planOf(levels: readonly number[]): Plan {
  const { starts } = shapeOf(levels);
  const ends = levels.map((own, i) => {
    if (own === 0 || own > MOST_PLANES) return i;
    let end = i + 1;
    while (end < levels.length && levels[end]! <= MOST_PLANES && own * levels[end]! <= MOST_PAIRS) end++;
    return end;
  });
  const columns = ends.reduce((most, end, i) => (end > i ? Math.max(most, end) : most), 0);
  const planes = levels.slice(0, columns).reduce((total, own) => total + own, 0);
  return { starts, ends, columns, planes, pairs: (levels[columns - 1] ?? 0) * planes };
}

interface Part {
  readonly columns: readonly CodedColumn[];
  readonly order: readonly number[];
  readonly mask: Uint8Array | null;
  readonly from: number;
  readonly to: number;
  /** Of columns in order. */
  readonly isCounted: (i: number, j: number) => boolean;
}

function countByPlanes(
  engine: Kernel,
  plan: Plan,
  { columns, order, mask, from, to, isCounted }: Part,
  counts: Float64Array,
  shape: Shape,
): void {
  const levels = order.map((at) => columns[at]!.levels);
  engine.reserve(plan.planes, plan.pairs);
  engine.begin(mask, from, to);
  for (let i = 0; i < plan.columns; i++)
    if (levels[i]! > 0) engine.planes(blockOf(columns[order[i]!]!, from, to), levels[i]!, plan.starts[i]!);
  for (let i = 0; i < plan.columns; i++) {
    const end = plan.ends[i]!;
    if (end === i) continue;
    const [own, start] = [levels[i]!, shape.starts[order[i]!]!];
    for (let level = 0; level < own && !isCounted(i, i); level++) {
      const at = (start + level) * (shape.size + 1);
      counts[at] = counts[at]! + engine.pairs(plan.starts[i]! + level, 1, plan.starts[i]! + level, 1)[0]!;
    }
    for (let next = i + 1; next < end; next++) {
      if (isCounted(i, next)) continue;
      const begin = next;
      while (next + 1 < end && !isCounted(i, next + 1)) next++;
      const first = plan.starts[begin]!;
      const width = plan.starts[next]! + levels[next]! - first;
      const found = engine.pairs(plan.starts[i]!, own, first, width);
      for (let level = 0; level < own; level++) {
        for (let j = begin; j <= next; j++) {
          let at = (start + level) * shape.size + shape.starts[order[j]!]!;
          let read = level * width + plan.starts[j]! - first;
          for (let other = 0; other < levels[j]!; other++, at++, read++) counts[at] = counts[at]! + found[read]!;
        }
      }
    }
  }
}

/** Pairs of columns that are counted row by row, each into a table with one more row and column than levels: for what is no answer. */
interface Direct {
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly width: number; readonly table: Int32Array }[];
  readonly codes: ReadonlyMap<number, Int32Array>;
}

function directOf(order: readonly number[], columns: readonly CodedColumn[], plan: Plan, isCounted: Part['isCounted']): Direct {
  const pairs = order.flatMap((a, i) =>
    order.flatMap((b, j) => {
      if (j < Math.max(i, plan.ends[i]!) || isCounted(i, j)) return [];
      const width = columns[b]!.levels + 1;
      return [{ a, b, width, table: new Int32Array((columns[a]!.levels + 1) * width) }];
    }),
  );
  return { pairs, codes: new Map(pairs.flatMap(({ a, b }) => [a, b]).map((at) => [at, new Int32Array(BLOCK)])) };
}

function countDirectly({ pairs, codes }: Direct, { columns, mask, from, to }: Part): void {
  for (const [at, out] of codes) evenCodes(columns[at]!, mask, [from, to], out);
  for (const { a, b, width, table } of pairs) countPairs(codes.get(a)!, codes.get(b)!, width, to - from, table);
}

/** Each pair of columns was counted once, on one side of the diagonal: the sum of both sides is either. */
function mirror(counts: Float64Array, { size }: Shape): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const both = counts[i * size + j]! + counts[j * size + i]!;
      counts[i * size + j] = both;
      counts[j * size + i] = both;
    }
  }
}

function letIn(mask: Uint8Array): number {
  let n = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) n++;
  return n;
}

/** Joint counts of two sets of rows together; both of the same columns. */
export function mergeJoint(a: Joint, b: Joint): Joint {
  return { ...a, n: a.n + b.n, counts: a.counts.map((count, at) => count + b.counts[at]!) };
}

/** Every row has a number. */
function isWhole(points: Points): boolean {
  const tally = tallyIn(points);
  return points.values.reduce((count, value, code) => count + (Number.isNaN(value) ? 0 : tally[code]!), 0) === lengthOf(points);
}

function letInBytes(complete: Uint8Array, codes: Int8Array, answered: Uint8Array): void {
  for (let row = 0; row < complete.length; row++) complete[row] = complete[row]! & answered[codes[row]! + 1]!;
}

/** Rows where every column has an answer (a code ≥ 0 whose value is a number) and, with a mask, the mask is 1. */
export function completeMask(columns: readonly Points[], mask?: Uint8Array): { readonly mask: Uint8Array; readonly n: number } {
  const rows = columns[0] === undefined ? (mask?.length ?? 0) : lengthOf(columns[0]);
  const complete = new Uint8Array(roomFor(rows));
  if (mask === undefined) complete.fill(1);
  else for (let row = 0; row < rows; row++) complete[row] = mask[row] === 1 ? 1 : 0;
  const lacking = columns.filter((one) => !isWhole(one));
  if (lacking.length === 0 && mask === undefined) return { mask: complete, n: rows };
  for (const one of lacking) {
    // Of the code that is one less: 1 where there is a number.
    const answered = Uint8Array.of(0, ...one.values.map((value) => (Number.isNaN(value) ? 0 : 1)));
    const read = codesFrom(sourceOf(one));
    for (let from = 0; from < rows; from += BLOCK) {
      const codes = read(from, Math.min(rows, from + BLOCK));
      const part = complete.subarray(from, from + BLOCK);
      // A function a kind of array: code that reads two kinds is several times slower.
      if (codes instanceof Int8Array) letInBytes(part, codes, answered);
      else for (let row = 0; row < part.length; row++) part[row] = part[row]! & (answered[codes[row]! + 1] ?? 0);
    }
  }
  return { mask: complete, n: letIn(complete) };
}
