// Moments of samples that are drawn again and again from columns of small whole numbers: products of whole numbers add up without
// rounding, in any order, so that several can be added up at a time.
import type { Moments } from '../moments/moments.ts';

/** Columns less a whole number each. */
export interface WholeColumns {
  readonly bases: readonly number[];
  readonly columns: readonly Int16Array[];
}

/** Values are this far from their base at most, and a row is drawn so often: what a block adds up to fits in 32 bits. */
const FARTHEST = 100;
const MOST_TIMES = 100;
const BLOCK = 2048;

/** Null where a value is missing, not whole, or far from the first one. */
export function wholeColumns(columns: readonly Float64Array[]): WholeColumns | null {
  const bases = columns.map((column) => column[0] ?? 0);
  if (!bases.every(Number.isInteger)) return null;
  const whole: Int16Array[] = [];
  for (const [at, column] of columns.entries()) {
    const own = new Int16Array(column.length);
    for (let row = 0; row < own.length; row++) {
      const value = column[row]! - bases[at]!;
      if (!(Math.abs(value) <= FARTHEST && Number.isInteger(value))) return null;
      own[row] = value;
    }
    whole.push(own);
  }
  return { bases, columns: whole };
}

/** As `weightedMomentsOf` of these columns, each row counting so many times; null where one counts too often. */
export function timesMoments({ bases, columns }: WholeColumns, times: Float64Array): Moments | null {
  const p = columns.length;
  const sums = new Float64Array(p);
  const products = Array.from({ length: p }, () => new Float64Array(p));
  const [rows, often] = [new Int32Array(BLOCK), new Int16Array(BLOCK)];
  const [plain, weighted] = [columns.map(() => new Int16Array(BLOCK)), new Int16Array(BLOCK)];
  let n = 0;
  for (let from = 0; from < times.length; from += BLOCK) {
    let count = 0;
    for (let row = from; row < Math.min(times.length, from + BLOCK); row++) {
      const own = times[row]!;
      if (own === 0) continue;
      if (own > MOST_TIMES) return null;
      n += own;
      rows[count] = row;
      often[count++] = own;
    }
    for (let i = 0; i < p; i++) gather(columns[i]!, rows, count, plain[i]!);
    for (let i = 0; i < p; i++) {
      sums[i] = sums[i]! + weigh(plain[i]!, often, count, weighted);
      const line = products[i]!;
      let j = i;
      for (; j + 3 < p; j += 4) addFour(weighted, plain[j]!, plain[j + 1]!, plain[j + 2]!, plain[j + 3]!, count, line, j);
      for (; j < p; j++) line[j] = line[j]! + productOf(weighted, plain[j]!, count);
    }
  }
  const cross = products.map((line, i) => Array.from(line, (_, j) => (i <= j ? line[j]! : products[j]![i]!) - (sums[i]! * sums[j]!) / n));
  return { n, means: bases.map((base, i) => base + sums[i]! / n), cross };
}

function gather(column: Int16Array, rows: Int32Array, count: number, out: Int16Array): void {
  for (let at = 0; at < count; at++) out[at] = column[rows[at]!]!;
}

/** Writes each value times how often its row counts; their sum. */
function weigh(column: Int16Array, often: Int16Array, count: number, out: Int16Array): number {
  let total = 0;
  for (let at = 0; at < count; at++) {
    const value = Math.imul(column[at]!, often[at]!);
    out[at] = value;
    total = (total + value) | 0;
  }
  return total;
}

/** Four at a time: the left one is read once. */
function addFour(
  left: Int16Array,
  a: Int16Array,
  b: Int16Array,
  c: Int16Array,
  d: Int16Array,
  count: number,
  out: Float64Array,
  to: number,
): void {
  let [ofA, ofB, ofC, ofD] = [0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const value = left[at]!;
    ofA = (ofA + Math.imul(value, a[at]!)) | 0;
    ofB = (ofB + Math.imul(value, b[at]!)) | 0;
    ofC = (ofC + Math.imul(value, c[at]!)) | 0;
    ofD = (ofD + Math.imul(value, d[at]!)) | 0;
  }
  out[to] = out[to]! + ofA;
  out[to + 1] = out[to + 1]! + ofB;
  out[to + 2] = out[to + 2]! + ofC;
  out[to + 3] = out[to + 3]! + ofD;
}

function productOf(left: Int16Array, right: Int16Array, count: number): number {
  let total = 0;
  for (let at = 0; at < count; at++) total = (total + Math.imul(left[at]!, right[at]!)) | 0;
  return total;
}
