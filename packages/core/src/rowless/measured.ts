// What follows from sums of measures, which are added up and not counted: centred sums of squares and products. Everything is taken from
// sums that nothing is rounded of, and rounded once, when the mean is taken off: nothing cancels, however far from 0 the numbers lie.
import { decimalOf, minus, over, times, timesWhole, type Decimal } from '../numerics/decimals.ts';
import type { Linear, Slope } from './columns.ts';
import { KEPT_BACK, NeedsRows } from './needs-rows.ts';
import type { Counted, Summed } from './source.ts';

/** A measure's summand less its mean, of the rows that have it; and the mean that is left of it over all rows. */
export interface CentredSlope {
  readonly name: string;
  readonly factor: number;
  /** What is taken off each x: the mean of all, as Σx and n, where everybody has it; else a number. */
  readonly off: { readonly sum: Decimal; readonly n: number };
  readonly shift: number;
  readonly summed: Summed;
  readonly left: number;
  /** What it adds to the mean of all rows. */
  readonly middle: number;
  /** It is the same of all. */
  readonly still: boolean;
}

/** Of the rows counted. */
export function centredSlopes({ slopes }: Linear, counted: Counted): readonly CentredSlope[] {
  return [...(slopes ?? [])].map(([name, { factor, pivot, shift }]): CentredSlope => {
    const summed = counted.summed(name);
    const { n } = counted;
    const least = { sum: decimalOf(pivot), n: 1 };
    const own = { name, factor, summed };
    // Σ(x − pivot), of those who have it.
    const middle = (factor * lessOff(summed.sum, summed.n, least) + shift * summed.n) / n;
    if (summed.n < n || n === 0) return { ...own, off: least, shift, left: middle, middle, still: factor === 0 && shift === 0 };
    return { ...own, off: { sum: summed.sum, n }, shift: 0, left: 0, middle, still: factor === 0 || squaresIn(summed) === 0 };
  });
}

/** Σx of so many, less as often what is taken off. */
const lessOff = (sum: Decimal, n: number, off: CentredSlope['off']): number =>
  over(minus(timesWhole(sum, off.n), timesWhole(off.sum, n)), off.n);

/** Σ(x − x̄)². */
const squaresIn = ({ n, sum, squares }: Summed): number => (n === 0 ? 0 : over(minus(timesWhole(squares, n), times(sum, sum)), n));

/** What the summand adds up to over some rows. */
const sumOf = ({ factor, off, shift }: CentredSlope, { sum, n }: Pick<Summed, 'sum' | 'n'>): number =>
  factor * lessOff(sum, n, off) + shift * n;

/** Σ of the products of two summands, over the rows that have both measures. */
export function productOfSlopes(a: CentredSlope, b: CentredSlope, counted: Counted): number {
  const factor = a.factor * b.factor;
  if (a.name === b.name) {
    const { n } = a.summed;
    return n === 0 ? 0 : factor * squaresIn(a.summed) + (sumOf(a, a.summed) * sumOf(b, b.summed)) / n;
  }
  const { of, product } = counted.summedWith(a.name, b.name);
  const { n } = of[0];
  if (n === 0) return 0;
  const centred = over(minus(timesWhole(product, n), times(of[0].sum, of[1].sum)), n);
  return factor * centred + (sumOf(a, of[0]) * sumOf(b, of[1])) / n;
}

/** Σ of the products of a summand and a table's, over the rows that have both. */
export function acrossOf(
  a: CentredSlope,
  { name, table }: { readonly name: string; readonly table: Float64Array },
  counted: Counted,
): number {
  let sum = 0;
  for (const [level, summed] of counted.summedBy(a.name, name).entries()) if (summed.n > 0) sum += table[level]! * sumOf(a, summed);
  return sum;
}

/** The ends of a summand and a constant: of measures those are told with their sums, where they are told at all. */
export function endsOfSlope(
  { constant, needs }: Pick<Linear, 'constant' | 'needs'>,
  [name, { factor, pivot, shift }]: readonly [string, Slope],
  counted: Counted,
): { readonly low: number; readonly high: number } {
  const { n, ends } = counted.summed(name);
  if (ends === null) throw new NeedsRows(n === 0 ? undefined : KEPT_BACK);
  const at = (x: number): number => constant + (factor === 1 && pivot === 0 ? x : factor * (x - pivot)) + shift;
  const found = [at(ends.low), at(ends.high), ...(needs.includes(name) || n === counted.n ? [] : [constant])];
  return { low: Math.min(...found), high: Math.max(...found) };
}
