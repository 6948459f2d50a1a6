// Scores that are linear in coded items: their rows by one streaming pass over the codes, their moments from joint counts without any.
import type { Moments } from '../moments/moments.ts';
import { inParts, isSeen, takeSpare, type RowTask } from './crew.ts';
import { mayEnd } from '../numerics/parts.ts';
import { shapeOf, type Joint } from './joint.ts';
import { momentsOfCounts, type Tabled } from './moments.ts';
import { BLOCK } from './planes.ts';
import { lengthOf, type Codes, type Points } from './points.ts';
import { codesFrom, sourceOf, type Source } from './remade.ts';

/** One item of a score: what each of its levels adds, and what a row adds that has no answer; NaN there: it has no score. */
export interface ScoredItem extends Points {
  readonly missing: number;
  /** Whose codes these are, where that is told: not all of them need be there at once. */
  readonly of?: Points;
}

/** Of a row: `constant` + Σ of what its answers add, in the order of the items. */
export interface LinearScore {
  readonly constant: number;
  readonly items: readonly ScoredItem[];
}

/** What `score` = constant + Σ times·item adds for each answer; an item without an answer counts as `missing`, its mean or NaN. */
export const scoredItem = (points: Points, times: number, missing: number): ScoredItem =>
  itemOf(
    points,
    points.values.map((value) => (Number.isNaN(value) ? NaN : value * times)),
    missing * times,
  );

/** The same with what each answer adds. */
export const itemOf = (of: Points, values: Float64Array, missing: number): ScoredItem => ({
  get codes() {
    return of.codes;
  },
  values,
  missing,
  of,
});

/**
 * Scores block by block, in the order of the rows: `visit` is handed an array whose first `count` numbers are those of the rows from `from`
 * on, NaN where there is none or the mask is not 1; it is written over by the next block.
 */
export function eachScore(
  score: LinearScore,
  mask: Uint8Array | null,
  visit: (scores: Float64Array, from: number, count: number) => void,
): void {
  const write = scoresBy(lookedUp(score, mask));
  const rows = rowsOf(score, mask);
  const scores = new Float64Array(BLOCK);
  for (let from = 0; from < rows; from += BLOCK) {
    mayEnd();
    const count = Math.min(BLOCK, rows - from);
    write(from, scores.subarray(0, count));
    visit(scores, from, count);
  }
}

const rowsOf = ({ items: [first] }: LinearScore, mask: Uint8Array | null): number =>
  first === undefined ? (mask?.length ?? 0) : lengthOf(first.of ?? first);

interface LookedUp {
  readonly constant: number;
  readonly sources: readonly Source[];
  /** By code + 1, so that a missing answer is looked up as all others are. */
  readonly tables: readonly Float64Array[];
  readonly mask: Uint8Array | null;
}
const lookedUp = ({ constant, items }: LinearScore, mask: Uint8Array | null): LookedUp => ({
  constant,
  sources: items.map((item) => sourceOf(item.of ?? item)),
  tables: items.map(({ values, missing }) => Float64Array.of(missing, ...values.map((value) => (Number.isNaN(value) ? missing : value)))),
  mask,
});

/** Writes those of the rows from `from` on, as many as `scores` has room for: a block at most. */
function scoresBy({ constant, sources, tables, mask }: LookedUp): (from: number, scores: Float64Array) => void {
  const readers = sources.map(codesFrom);
  return (from, scores) => {
    scores.fill(constant);
    const codes = readers.map((read) => read(from, from + scores.length));
    for (let at = 0; at < codes.length; ) {
      const four = codes.slice(at, at + 4).filter((own) => own instanceof Int8Array);
      if (four.length === 4) {
        addFour(scores, four, tables.slice(at, at + 4));
        at += 4;
      } else {
        addItem(scores, codes[at]!, tables[at]!);
        at++;
      }
    }
    if (mask !== null) for (let row = 0; row < scores.length; row++) if (mask[from + row] !== 1) scores[row] = NaN;
  };
}

/** Of four items at a time each score is read and written once; the order of the sum is that of the items. */
function addFour(scores: Float64Array, codes: readonly Int8Array[], tables: readonly Float64Array[]): void {
  const [a, b, c, d] = codes as [Int8Array, Int8Array, Int8Array, Int8Array];
  const [ofA, ofB, ofC, ofD] = tables as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let row = 0; row < scores.length; row++)
    scores[row] = scores[row]! + ofA[a[row]! + 1]! + ofB[b[row]! + 1]! + ofC[c[row]! + 1]! + ofD[d[row]! + 1]!;
}

/** A function a kind of array: code that reads two kinds is several times slower. */
function addItem(scores: Float64Array, codes: Codes, table: Float64Array): void {
  if (codes instanceof Int8Array) addBytes(scores, codes, table);
  else if (codes instanceof Int16Array) addWords(scores, codes, table);
  else for (let row = 0; row < codes.length; row++) scores[row] = scores[row]! + table[codes[row]! + 1]!;
}
function addBytes(scores: Float64Array, codes: Int8Array, table: Float64Array): void {
  for (let row = 0; row < codes.length; row++) scores[row] = scores[row]! + table[codes[row]! + 1]!;
}
function addWords(scores: Float64Array, codes: Int16Array, table: Float64Array): void {
  for (let row = 0; row < codes.length; row++) scores[row] = scores[row]! + table[codes[row]! + 1]!;
}

/** The scores of all rows, NaN where there is none. */
export function scoreRows(score: LinearScore, mask: Uint8Array | null = null): Float64Array {
  const rows = rowsOf(score, mask);
  const all = new Float64Array(takeSpare(8 * rows) ?? new ArrayBuffer(8 * rows), 0, rows);
  const given = { ...lookedUp(score, mask), all: isSeen(all) ? all : null };
  inParts(scoresTask, given, all.length, (part, from) => {
    if (part !== null) all.set(part, from);
  });
  return all;
}

/** Written where they belong, `all`, or given back. */
export const scoresTask: RowTask<LookedUp & { readonly all: Float64Array | null }, Float64Array | null> = {
  name: 'scores',
  work: (given, from, to) => {
    const part = given.all?.subarray(from, to) ?? new Float64Array(to - from);
    const write = scoresBy(given);
    for (let at = from; at < to; at += BLOCK) write(at, part.subarray(at - from, Math.min(to, at + BLOCK) - from));
    return given.all === null ? part : null;
  },
};

/** The least and the largest score of a row; null when no row has one. */
export function scoreRange(score: LinearScore, mask: Uint8Array | null = null): { readonly low: number; readonly high: number } | null {
  let [low, high] = [Infinity, -Infinity];
  eachScore(score, mask, (scores, _, count) => {
    for (let row = 0; row < count; row++) {
      const value = scores[row]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  });
  return low > high ? null : { low, high };
}

/** A sum of variables: constant + Σ times·variable. */
export interface LinearSum {
  readonly constant: number;
  readonly of: readonly { readonly at: number; readonly times: number }[];
}

/**
 * Moments of linear sums of variables from those of the variables: means a + Bm, cross-products BCB'. So those of scores follow from those
 * of their items, whatever else stands beside them (`of` one variable, times 1, is that variable).
 */
export function momentsOfSums(moments: Moments, sums: readonly LinearSum[]): Moments {
  const { n, means, cross } = moments;
  const half = sums.map(({ of }) => means.map((_, column) => of.reduce((total, { at, times }) => total + times * cross[at]![column]!, 0)));
  return {
    n,
    means: sums.map(({ constant, of }) => of.reduce((total, { at, times }) => total + times * means[at]!, n === 0 ? 0 : constant)),
    cross: half.map((line) => sums.map(({ of }) => of.reduce((total, { at, times }) => total + times * line[at]!, 0))),
  };
}

/**
 * The same counts with one more level for each column, its last: rows without an answer. Nothing is counted again, it is what is left of
 * the rows. With it a missing answer can have a value of its own (`momentsOfCounts` with a table that is one longer).
 */
export function withMissing(joint: Joint): Joint {
  const shape = shapeOf(joint.levels.map((own) => own + 1));
  const { starts, size } = shape;
  const counts = new Float64Array(size * size);
  const known = (i: number, x: number, j: number, y: number): number =>
    joint.counts[(joint.starts[i]! + x) * joint.size + joint.starts[j]! + y]!;
  joint.levels.forEach((ofI, i) => {
    joint.levels.forEach((ofJ, j) => {
      const put = (x: number, y: number, value: number): void => {
        counts[(starts[i]! + x) * size + starts[j]! + y] = value;
      };
      let left = joint.n;
      for (let x = 0; x < ofI; x++) {
        let own = known(i, x, i, x);
        left -= own;
        for (let y = 0; y < ofJ; y++) {
          put(x, y, known(i, x, j, y));
          own -= known(i, x, j, y);
        }
        put(x, ofJ, own);
      }
      for (let y = 0; y < ofJ; y++) {
        let own = known(j, y, j, y);
        for (let x = 0; x < ofI; x++) own -= known(i, x, j, y);
        put(ofI, y, own);
        left -= own;
      }
      put(ofI, ofJ, left);
    });
  });
  return { n: joint.n, ...shape, counts };
}

/** A score of columns that were counted: what each level of a column adds, and what no answer adds. */
export interface CountedScore {
  readonly constant: number;
  readonly items: readonly (Tabled & { readonly missing: number })[];
}

/**
 * Moments of scores and, behind them, of other columns that were counted, without a look at any row. Each row counted has all scores (an
 * item that may lack says what no answer adds) and all others. The same as momentsOf of `scoreRows`.
 */
export function momentsOfScores(joint: Joint, scores: readonly CountedScore[], others: readonly Tabled[] = []): Moments {
  const whole = withMissing(joint);
  const items = scores.flatMap(({ items: own }) =>
    own.map(({ column, values, missing }) => ({
      column,
      values: Float64Array.from({ length: whole.levels[column]! }, (_, level) => orElse(values[level], missing)),
    })),
  );
  let at = 0;
  const sums = scores.map(({ constant, items: own }) => ({ constant, of: own.map(() => ({ at: at++, times: 1 })) }));
  return momentsOfSums(momentsOfCounts(whole, [...items, ...others]), [
    ...sums,
    ...others.map(() => ({ constant: 0, of: [{ at: at++, times: 1 }] })),
  ]);
}

const orElse = (value: number | undefined, missing: number): number => (value === undefined || Number.isNaN(value) ? missing : value);
