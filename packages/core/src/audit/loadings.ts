// A printed table of loadings, as the checks of factor tables share it.
import type { ColumnShare } from '../contract/audit-facts/index.ts';
import { hasUniqueParts } from '../methods/index/extract.ts';
import type { IndexJob } from '../methods/index/job.ts';
import { isOblique } from '../methods/index/rotate.ts';
import { meets, scale, squared, subtract, sumOf, type Interval } from './interval.ts';
import { cellAt, indicesOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

export interface LoadingTable {
  readonly job: IndexJob;
  readonly items: readonly string[];
  readonly components: readonly string[];
  /** Items × components; null: not printed. */
  readonly cells: readonly (readonly (PrintedCell | null)[])[];
  readonly communalities: readonly (PrintedCell | null)[];
  readonly explained: readonly (PrintedCell | null)[];
  /** Every kept component is named, so that rows are whole. */
  readonly whole: boolean;
}

/** What is true of components alone: their shares are those of the eigenvalues. */
export const isOfComponents = (job: IndexJob): boolean => !hasUniqueParts(job.extract);

/** Tables of which at least one loading is printed. A pattern of factors that correlate has no sums of squares that mean anything. */
export function loadingTablesOf(study: PrintedStudy): LoadingTable[] {
  return indicesOf(study).flatMap((job): LoadingTable[] => {
    if (isOblique(job.rotate)) return [];
    const components = job.components.map((component) => component.name);
    const cells = job.items.map((item) => components.map((component) => cellAt(study, `${job.name}.loading(${item}, ${component})`)));
    if (cells.every((row) => row.every((cell) => cell === null))) return [];
    return [
      {
        job,
        items: job.items,
        components,
        cells,
        communalities: job.items.map((item) => cellAt(study, `${job.name}.communality(${item})`)),
        explained: components.map((component) => cellAt(study, `${job.name}.explained(${component})`)),
        whole: job.keep.kind === 'fixed' && job.keep.count === components.length,
      },
    ];
  });
}

export const isFull = (cells: readonly (PrintedCell | null)[]): cells is readonly PrintedCell[] => cells.every((cell) => cell !== null);
export const known = (cells: readonly (PrintedCell | null)[]): PrintedCell[] => cells.filter((cell): cell is PrintedCell => cell !== null);

/** Σλ² of the printed loadings. */
export const squaresOf = (cells: readonly (PrintedCell | null)[]): Interval =>
  sumOf(cells.flatMap((cell) => (cell === null ? [] : [squared(cell)])));

/** All loadings as numbers, each with half of what it may be off by. */
export interface LoadingValues {
  readonly values: readonly (readonly number[])[];
  readonly halves: readonly (readonly number[])[];
}

/**
 * The whole table as numbers. A single blank cell of a row follows from the row's communality, but for its sign: then there is one table
 * for each choice of signs, and what is true of all of them is true. Empty when a row has more blanks, or no communality to fill its one.
 */
export function valuesOf(table: LoadingTable): LoadingValues[] {
  let all: LoadingValues[] = [{ values: [], halves: [] }];
  for (const [i, row] of table.cells.entries()) {
    const blank = row.flatMap((cell, j) => (cell === null ? [j] : []));
    const communality = table.communalities[i]!;
    if (blank.length > 1 || (blank.length === 1 && (communality === null || !table.whole)) || all.length > 32) return [];
    const rest = blank.length === 0 ? null : subtract(communality!, squaresOf(row));
    const size = rest === null ? null : { low: Math.sqrt(Math.max(0, rest.low)), high: Math.sqrt(Math.max(0, rest.high)) };
    const signs = size === null ? [1] : [1, -1];
    all = all.flatMap(({ values, halves }) =>
      signs.map((sign) => ({
        values: [...values, row.map((cell) => cell?.value ?? (sign * (size!.low + size!.high)) / 2)],
        halves: [...halves, row.map((cell) => (cell === null ? (size!.high - size!.low) / 2 : cell.high - cell.value))],
      })),
    );
  }
  return all;
}

export interface ColumnOff {
  readonly at: number;
  readonly sum: Interval;
  readonly printed: PrintedCell;
}

/** Columns whose sum of squares is not the printed share of the variance. */
export function columnsOff(table: LoadingTable): ColumnOff[] {
  return table.components.flatMap((_, j): ColumnOff[] => {
    const column = table.cells.map((row) => row[j]!);
    const printed = table.explained[j]!;
    if (printed === null || !isFull(column)) return [];
    const sum = scale(squaresOf(column), 100 / table.items.length);
    return meets(sum, printed)
      ? []
      : [
          {
            at: j,
            sum,
            printed,
          },
        ];
  });
}

/** The same as a fact. */
export const columnShare = (table: LoadingTable, { at, sum, printed }: ColumnOff): ColumnShare => ({
  component: table.components[at]!,
  sum: { ...sum, decimals: 2 },
  printed: printed.printed,
});
