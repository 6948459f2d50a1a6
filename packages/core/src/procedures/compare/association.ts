// What else a cross table is told by: percentages, measures for nominal and for ordered levels, 2 × 2 risks, tests of column shares.
import { exp, log } from '../../numerics/exponential.ts';
import { square } from '../../numerics/powers.ts';
import { normalQuantile, normalUpper } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import type { CrossTable } from './chi-square.ts';

type Cells = readonly (readonly number[])[];

export interface Percentages {
  readonly row: Cells;
  readonly column: Cells;
  readonly total: Cells;
}

/** Counts in percent of their row, their column, all. */
export function percentages({ observed, n }: CrossTable): Percentages {
  const { rows, columns } = totalsOf(observed);
  const of = (whole: (i: number, j: number) => number): number[][] =>
    observed.map((line, i) => line.map((count, j) => (100 * count) / whole(i, j)));
  return { row: of((i) => rows[i]!), column: of((_, j) => columns[j]!), total: of(() => n) };
}

export interface Association {
  /** Goodman & Kruskal 1954 (JASA 49:732–764): how much better one is guessed from the other. */
  readonly lambdaRows: number | null;
  readonly lambdaColumns: number | null;
  /** Stuart 1953; Somers 1962 (American Sociological Review 27:799–811), the rows or the columns depending. */
  readonly tauC: number | null;
  readonly somersRows: number | null;
  readonly somersColumns: number | null;
}

/** Measures of association that `crossTable` has not; levels taken as ordered from `tauC` on. */
export function association({ observed, n }: CrossTable): Association {
  const { rows, columns } = totalsOf(observed);
  const largest = (counts: readonly number[]): number => counts.reduce((most, count) => Math.max(most, count), 0);
  const byRow = observed.reduce((total, line) => total + largest(line), 0);
  const byColumn = columns.reduce((total, _, j) => total + largest(observed.map((line) => line[j]!)), 0);
  const { concordant, discordant } = concordantPairs(observed);
  const excess = concordant - discordant;
  const levels = Math.min(rows.length, columns.length);
  return {
    lambdaRows: finite((byColumn - largest(rows)) / (n - largest(rows))),
    lambdaColumns: finite((byRow - largest(columns)) / (n - largest(columns))),
    tauC: finite((2 * levels * excess) / (square(n) * (levels - 1))),
    somersRows: finite((2 * excess) / (square(n) - squares(columns))),
    somersColumns: finite((2 * excess) / (square(n) - squares(rows))),
  };
}

export interface Risks {
  readonly oddsRatio: number | null;
  /** At 95 %, by the normal distribution of its logarithm (Woolf 1955, Annals of Human Genetics 19:251–253). */
  readonly low: number | null;
  readonly high: number | null;
  /** Of the first column, first row against the second. */
  readonly difference: number | null;
  readonly ratio: number | null;
}

/** Odds ratio, risk difference and risk ratio of a 2 × 2 table; null of others. */
export function risksOf({ observed, rows, columns }: CrossTable): Risks | null {
  if (rows.length !== 2 || columns.length !== 2) return null;
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = observed;
  const ratio = finite((a * d) / (b * c));
  const half = normalQuantile(0.975) * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  const inside = ratio !== null && ratio > 0 && Number.isFinite(half);
  return {
    oddsRatio: ratio,
    low: inside ? finite(exp(log(ratio) - half)) : null,
    high: inside ? finite(exp(log(ratio) + half)) : null,
    difference: finite(a / (a + b) - c / (c + d)),
    ratio: finite(a / (a + b) / (c / (c + d))),
  };
}

export interface ColumnTest {
  readonly row: string;
  readonly i: string;
  readonly j: string;
  readonly z: number | null;
  readonly p: number | null;
  readonly bonferroniP: number | null;
}

/** The shares of a row in two columns: z with the pooled share, Bonferroni over the pairs of columns (SPSS CTABLES, column proportions). */
export function columnTests({ observed, rows, columns }: CrossTable): readonly ColumnTest[] {
  const totals = totalsOf(observed).columns;
  const pairs = (columns.length * (columns.length - 1)) / 2;
  return rows.flatMap((row, r) =>
    columns.flatMap((i, first) =>
      columns.slice(first + 1).map((j, rest): ColumnTest => {
        const second = first + 1 + rest;
        const [a, b] = [observed[r]![first]!, observed[r]![second]!];
        const [m, n] = [totals[first]!, totals[second]!];
        const share = (a + b) / (m + n);
        const z = finite((a / m - b / n) / Math.sqrt(share * (1 - share) * (1 / m + 1 / n)));
        const p = z === null ? null : 2 * normalUpper(Math.abs(z));
        return { row, i, j, z, p, bonferroniP: p === null ? null : Math.min(1, p * pairs) };
      }),
    ),
  );
}

function totalsOf(observed: Cells): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
  return {
    rows: observed.map((line) => line.reduce((total, count) => total + count, 0)),
    columns: (observed[0] ?? []).map((_, j) => observed.reduce((total, line) => total + line[j]!, 0)),
  };
}

const squares = (totals: readonly number[]): number => totals.reduce((total, count) => total + square(count), 0);

/** Pairs of cases that both variables order alike, and the other way round, the levels taken as ordered. */
export function concordantPairs(observed: Cells): { readonly concordant: number; readonly discordant: number } {
  let concordant = 0;
  let discordant = 0;
  // `below[j]`: cases in the rows beneath, by column.
  const below = (observed[0] ?? []).map(() => 0);
  for (let i = observed.length - 1; i >= 0; i--) {
    const line = observed[i]!;
    let right = below.reduce((total, count) => total + count, 0);
    let left = 0;
    for (let j = 0; j < line.length; j++) {
      right -= below[j]!;
      concordant += line[j]! * right;
      discordant += line[j]! * left;
      left += below[j]!;
    }
    line.forEach((count, j) => {
      below[j] = below[j]! + count;
    });
  }
  return { concordant, discordant };
}
