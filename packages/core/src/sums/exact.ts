// Sums of measures over rows, to the last digit: numbers as whole multiples of a power of ten, cut into pieces so small that products of
// two add up in doubles without rounding.
import { decimalOf, decimalText, type Decimal } from '../numerics/decimals.ts';
import { emptyCodes, type Codes } from '../counts/points.ts';
import type { SumsOfMeasure } from './sums.ts';

/** 2¹⁸: products of two pieces of 2¹⁷ rows stay below 2⁵³. */
const PIECE = 0x40000;
const BITS = 18n;
const ROWS = 0x20000;

/** Digits before the point and after it beyond which a number is not added up. */
const MOST_WHOLE = 21;
const MOST_PLACES = 21;

/** A number a row, without rounding. */
export interface Measure {
  /** 0: it has one. */
  readonly codes: Codes;
  readonly values: Float64Array;
  readonly places: number;
  /** Taken off each before it is cut. */
  readonly base: bigint;
  /** Pieces of 18 bits, the lowest first. */
  readonly pieces: readonly Int32Array[];
}

/** Whether a number can be added up as it is written. */
export const isSummable = (value: number): boolean => {
  const { units, places } = decimalOf(value);
  return places <= MOST_PLACES && String(units < 0n ? -units : units).length - places <= MOST_WHOLE;
};

/** Null where one of them is too large or has too many digits. */
export function measureOf(values: Float64Array): Measure | null {
  const codes = emptyCodes(values.length, 1);
  for (let row = 0; row < codes.length; row++) if (!Number.isNaN(values[row]!)) codes[row] = 0;
  return measuredQuickly(values, codes) ?? measuredSlowly(values, codes);
}

/** Numbers of at most 15 digits in all, whole multiples of one power of ten: these are exact as doubles. */
function measuredQuickly(values: Float64Array, codes: Codes): Measure | null {
  let [places, scale, least, most] = [0, 1, Infinity, -Infinity];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (codes[row]! < 0) continue;
    while (Math.round(value * scale) / scale !== value) {
      if (places === 15) return null;
      places++;
      scale *= 10;
    }
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (Math.max(-least, most) * scale >= 1e15) return null;
  const base = least === Infinity ? 0 : Math.round(least * scale);
  const width = Math.max(0, most * scale - base) + 1;
  let count = 1;
  for (let room = PIECE; room <= width; room *= PIECE) count++;
  const pieces = Array.from({ length: count }, () => new Int32Array(values.length));
  for (let row = 0; row < values.length; row++) {
    if (codes[row]! < 0) continue;
    let rest = Math.round(values[row]! * scale) - base;
    for (const piece of pieces) {
      const next = Math.floor(rest / PIECE);
      piece[row] = rest - next * PIECE;
      rest = next;
    }
  }
  return { codes, values, places, base: BigInt(base), pieces };
}

function measuredSlowly(values: Float64Array, codes: Codes): Measure | null {
  const decimals: (Decimal | null)[] = [];
  let places = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (codes[row]! >= 0 && !(Number.isFinite(value) && isSummable(value))) return null;
    const decimal = codes[row]! < 0 ? null : decimalOf(value);
    decimals.push(decimal);
    if (decimal !== null && decimal.places > places) places = decimal.places;
  }
  const units = decimals.map((one) => (one === null ? null : BigInt(`${one.units}${'0'.repeat(places - one.places)}`)));
  let [least, most] = [null as bigint | null, 0n];
  for (const one of units) {
    if (one === null) continue;
    if (least === null || one < least) least = one;
    if (one > most) most = one;
  }
  const base = least ?? 0n;
  const pieces: Int32Array[] = [];
  for (let room = most > base ? most - base : 1n; room > 0n; room >>= BITS) pieces.push(new Int32Array(values.length));
  for (const [row, one] of units.entries()) {
    let rest = one === null ? 0n : one - base;
    for (const piece of pieces) {
      piece[row] = Number(rest & BigInt(PIECE - 1));
      rest >>= BITS;
    }
  }
  return { codes, values, places, base, pieces };
}

/** What is added up: each piece, and the products of each two; of what power of two each is a multiple. */
interface Addend {
  readonly a: Int32Array;
  readonly b: Int32Array | null;
  readonly shift: bigint;
}

const singlesOf = ({ pieces }: Measure): readonly Addend[] => pieces.map((a, i) => ({ a, b: null, shift: BigInt(i) * BITS }));
const productsOf = (x: Measure, y: Measure): readonly Addend[] =>
  x.pieces.flatMap((a, i) =>
    y.pieces.flatMap((b, j): Addend[] => (x === y && j < i ? [] : [{ a, b, shift: BigInt(i + j) * BITS + (x === y && j > i ? 1n : 0n) }])),
  );

/** Rows by which is added up: the level of each, from 0; below it no part is taken. */
interface By {
  readonly codes: Codes;
  readonly size: number;
}

/** Σ over the rows of each level, with the power of two that they are multiples of. */
function added(addends: readonly Addend[], { codes, size }: By, rows: Uint8Array, answered: readonly Codes[]): bigint[] {
  const totals = Array.from({ length: size }, () => 0n);
  const sums = new Float64Array(size);
  const level = new Int32Array(Math.min(ROWS, rows.length));
  for (let from = 0; from < rows.length; from += ROWS) {
    const to = Math.min(rows.length, from + ROWS);
    for (let row = from; row < to; row++) {
      let own = rows[row] === 1 ? codes[row]! : -1;
      for (const other of answered) if (other[row]! < 0) own = -1;
      level[row - from] = own;
    }
    for (const { a, b, shift } of addends) {
      sums.fill(0);
      if (b === null) addPieces(level, a, from, to, sums);
      else addProducts(level, a, b, from, to, sums);
      for (let at = 0; at < size; at++) if (sums[at]! !== 0) totals[at] = totals[at]! + (BigInt(sums[at]!) << shift);
    }
  }
  return totals;
}

function addPieces(level: Int32Array, a: Int32Array, from: number, to: number, sums: Float64Array): void {
  for (let row = from; row < to; row++) {
    const at = level[row - from]!;
    if (at >= 0) sums[at] = sums[at]! + a[row]!;
  }
}

function addProducts(level: Int32Array, a: Int32Array, b: Int32Array, from: number, to: number, sums: Float64Array): void {
  for (let row = from; row < to; row++) {
    const at = level[row - from]!;
    if (at >= 0) sums[at] = sums[at]! + a[row]! * b[row]!;
  }
}

/** Of one measure by the levels of a column, over the rows let in that have both: Σx, Σx², and its ends. */
export function sumsByLevel(x: Measure, by: By, rows: Uint8Array, counts: readonly number[], also: readonly Codes[] = []): SumsOfMeasure {
  const answered = [x.codes, ...also];
  const sums = added(singlesOf(x), by, rows, answered);
  const squares = added(productsOf(x, x), by, rows, answered);
  const [low, high] = endsByLevel(x, by, rows, answered);
  return counts.map((count, at) => {
    const n = BigInt(count);
    // Σ(m + b) and Σ(m + b)² of what was left of each.
    const sum = sums[at]! + n * x.base;
    const square = squares[at]! + 2n * x.base * sums[at]! + n * x.base * x.base;
    return [
      decimalText({ units: sum, places: x.places }),
      decimalText({ units: square, places: 2 * x.places }),
      ...(count === 0 ? [] : [decimalText(decimalOf(low[at]!)), decimalText(decimalOf(high[at]!))]),
    ];
  });
}

function endsByLevel({ values }: Measure, { codes, size }: By, rows: Uint8Array, answered: readonly Codes[]): [Float64Array, Float64Array] {
  const [low, high] = [new Float64Array(size).fill(Infinity), new Float64Array(size).fill(-Infinity)];
  for (let row = 0; row < rows.length; row++) {
    const at = codes[row]!;
    if (rows[row] !== 1 || at < 0 || answered.some((own) => own[row]! < 0)) continue;
    if (values[row]! < low[at]!) low[at] = values[row]!;
    if (values[row]! > high[at]!) high[at] = values[row]!;
  }
  return [low, high];
}

/** Of two measures, over the rows let in that have both. */
export function sumsTogether(x: Measure, y: Measure, rows: Uint8Array, count: number): SumsOfMeasure {
  const by = { codes: x.codes, size: 1 };
  const [ofX, ofY] = [sumsByLevel(x, by, rows, [count], [y.codes])[0]!, sumsByLevel(y, by, rows, [count], [x.codes])[0]!];
  const [own, other] = [added(singlesOf(x), by, rows, [y.codes])[0]!, added(singlesOf(y), by, rows, [y.codes])[0]!];
  const products = added(productsOf(x, y), by, rows, [y.codes])[0]!;
  const units = products + x.base * other + y.base * own + BigInt(count) * x.base * y.base;
  return [ofX, ofY, [decimalText({ units, places: x.places + y.places })]];
}
