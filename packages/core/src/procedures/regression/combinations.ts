// The levels that a row has in several terms as one code, so that one look at a row serves all of them: sums of something by the levels of
// each term, and what the levels of all terms together make of a row.
import type { Codes } from '../../counts/points.ts';
import { remaking } from '../../counts/remade.ts';
import { tellPart } from '../../numerics/parts.ts';

/** More combinations than these are not summed up together: their sums would not stay in the processor's nearest cache. */
const MOST = 2048;

/** Rows that are added up before they join the rest: short sums lose less, and the buffers stay in the processor's cache. */
export const BLOCK = 4096;
/** After so many it is told how far it is. */
export const TOLD = 1 << 20;

interface Leveled {
  readonly codes: Codes;
  readonly levels: number;
}

export interface Combination {
  /** Of each row from `from` up to before `to` its combination, in a block of its own; 0 of one that takes no part. */
  readonly codes: (from: number, to: number) => Int16Array;
  /** Combinations, and 0. */
  readonly size: number;
  /** The terms by their places, and what a level of each adds to a combination. */
  readonly parts: readonly { readonly term: number; readonly levels: number; readonly factor: number }[];
}

/** Combinations of some terms, whoever takes part: kept as long as the first one's codes. */
interface Kept {
  readonly terms: readonly Leveled[];
  readonly made: readonly Written[];
}
/** With the combinations of all rows. */
interface Written extends Omit<Combination, 'codes'> {
  readonly codes: Int16Array;
}
const known = new WeakMap<Codes, readonly Kept[]>();
/** Sets of terms that are kept with one column. */
const SETS = 4;

function everybody(terms: readonly Leveled[], rows: number): readonly Written[] {
  const alike = (others: readonly Leveled[]): boolean =>
    others.length === terms.length && others.every(({ codes, levels }, at) => codes === terms[at]!.codes && levels === terms[at]!.levels);
  const kept = terms.length === 0 ? [] : (known.get(terms[0]!.codes) ?? []);
  const found = kept.find((one) => alike(one.terms));
  if (found !== undefined) return found.made;
  const made = setsOf(terms).map(({ size, parts }) => {
    const codes = new Int16Array(rows);
    for (let from = 0; from < rows; from += BLOCK) write(codes.subarray(from, from + BLOCK), terms, parts, from);
    return { codes, size: size + 1, parts };
  });
  const own = { terms: terms.map(({ codes, levels }) => ({ codes, levels })), made };
  if (terms.length > 0) known.set(terms[0]!.codes, [own, ...kept].slice(0, SETS));
  return made;
}

/** `mask`: 1 for rows that take part; in all of these every term has an answer. */
export function combinationsOf(terms: readonly Leveled[], mask: Uint8Array | null, rows: number): readonly Combination[] {
  if (rows >= remaking.from)
    return setsOf(terms).map(({ size, parts }) => ({ codes: madeInBlocks(terms, parts, mask), size: size + 1, parts }));
  return everybody(terms, rows).map((one) => {
    const codes = mask === null ? one.codes : within(one.codes, mask);
    return { ...one, codes: (from, to) => codes.subarray(from, to) };
  });
}

/** Of millions of rows written block by block for each look at them; the last block is there for who asks for it again. */
function madeInBlocks(terms: readonly Leveled[], parts: Combination['parts'], mask: Uint8Array | null): Combination['codes'] {
  const room = new Int16Array(BLOCK);
  let [begin, codes] = [-1, room];
  return (from, to) => {
    if (from !== begin || to - from !== codes.length) {
      codes = room.subarray(0, to - from);
      write(codes, terms, parts, from);
      if (mask !== null) for (let row = from; row < to; row++) if (mask[row] !== 1) codes[row - from] = 0;
      begin = from;
    }
    return codes;
  };
}

function within(codes: Int16Array, mask: Uint8Array): Int16Array {
  const own = new Int16Array(codes.length);
  for (let from = 0; from < own.length; from += BLOCK) letIn(codes, mask, from, Math.min(own.length, from + BLOCK), own);
  return own;
}

function letIn(codes: Int16Array, mask: Uint8Array, from: number, to: number, own: Int16Array): void {
  for (let row = from; row < to; row++) own[row] = mask[row] === 1 ? codes[row]! : 0;
}

function setsOf(terms: readonly Leveled[]): readonly Pick<Combination, 'size' | 'parts'>[] {
  const order = [...terms.keys()].sort((a, b) => terms[a]!.levels - terms[b]!.levels || a - b);
  const sets: { size: number; parts: { term: number; levels: number; factor: number }[] }[] = [];
  for (const term of order) {
    const { levels } = terms[term]!;
    const last = sets.at(-1);
    if (last !== undefined && last.size * levels <= MOST) {
      last.parts.push({ term, levels, factor: last.size });
      last.size *= levels;
    } else sets.push({ size: levels, parts: [{ term, levels, factor: 1 }] });
  }
  if (sets.length === 0) sets.push({ size: 1, parts: [] });
  return sets;
}

/** Of as many rows as there is room for, the first of them `from`. */
function write(codes: Int16Array, terms: readonly Leveled[], parts: Combination['parts'], from: number): void {
  codes.fill(1);
  for (const { term, factor } of parts) {
    const own = terms[term]!.codes.subarray(from, from + codes.length);
    // A function a kind of array: code that reads two kinds is several times slower.
    if (own instanceof Int8Array) addBytes(codes, own, factor);
    else for (let row = 0; row < codes.length; row++) codes[row] = codes[row]! + own[row]! * factor;
  }
}

function addBytes(codes: Int16Array, own: Int8Array, factor: number): void {
  for (let row = 0; row < codes.length; row++) codes[row] = codes[row]! + own[row]! * factor;
}

/** Of each combination: the sum over its terms of what a table says of the level that it has. */
export function tableOf({ size, parts }: Combination, tables: readonly Float64Array[]): Float64Array {
  const table = new Float64Array(size);
  for (const { term, levels, factor } of parts)
    for (let one = 1; one < size; one++) table[one] = table[one]! + tables[term]![Math.floor((one - 1) / factor) % levels]!;
  return table;
}

/**
 * Of the levels of each term, the sum of what `fill` writes for their rows; and the sums of it and of its squares. 0 for rows that take no
 * part.
 */
export function levelSums(
  combinations: readonly Combination[],
  rows: number,
  levels: readonly number[],
  fill: (from: number, to: number, out: Float64Array) => void,
): { readonly sums: readonly Float64Array[]; readonly total: number; readonly squares: number } {
  const parts = combinations.map(({ size }) => ({
    block: new Float64Array(size),
    total: new Float64Array(size),
    lost: new Float64Array(size),
  }));
  const [total, squares] = [adder(), adder()];
  const out = new Float64Array(BLOCK);
  const both = new Float64Array(2);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    if (from % TOLD === 0) tellPart(from, rows);
    fill(from, to, out);
    sumUp(out, to - from, both);
    total.add(both[0]!);
    squares.add(both[1]!);
    for (const [at, part] of parts.entries()) {
      part.block.fill(0);
      addByCode(combinations[at]!.codes(from, to), out, part.block);
      join(part);
    }
  }
  const sums = levels.map((own) => new Float64Array(own));
  for (const [at, { total: own, lost }] of parts.entries())
    for (const { term, levels: width, factor } of combinations[at]!.parts)
      for (let one = 1; one < own.length; one++) {
        const level = Math.floor((one - 1) / factor) % width;
        sums[term]![level] = sums[term]![level]! + own[one]! + lost[one]!;
      }
  return { sums, total: total.sum(), squares: squares.sum() };
}

/** The sum of some values, and that of their squares. A function that is called again and again is compiled for good. */
function sumUp(values: Float64Array, count: number, both: Float64Array): void {
  let [total, squares] = [0, 0];
  for (let at = 0; at < count; at++) {
    total += values[at]!;
    squares += values[at]! * values[at]!;
  }
  both[0] = total;
  both[1] = squares;
}

function addByCode(codes: Int16Array, values: Float64Array, sums: Float64Array): void {
  for (let row = 0; row < codes.length; row++) {
    const at = codes[row]!;
    sums[at] = sums[at]! + values[row]!;
  }
}

function join({ block, total, lost }: { readonly block: Float64Array; readonly total: Float64Array; readonly lost: Float64Array }): void {
  for (let at = 0; at < block.length; at++) {
    const value = block[at]!;
    const next = total[at]! + value;
    lost[at] = lost[at]! + (Math.abs(total[at]!) >= Math.abs(value) ? total[at]! - next + value : value - next + total[at]!);
    total[at] = next;
  }
}

/** Compensated sum of parts (numerics/sums.ts), one by one. */
export function adder(): { add(value: number): void; sum(): number } {
  let [total, lost] = [0, 0];
  return {
    add(value) {
      const next = total + value;
      lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
      total = next;
    },
    sum: () => total + lost,
  };
}
