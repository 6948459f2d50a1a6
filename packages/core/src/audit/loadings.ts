// A printed table of loadings, as the checks of factor tables share it.
import type { IndexJob } from '../plan/plan.ts';
import { squared, sumOf, type Interval } from './interval.ts';
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

/** Tables of which at least one loading is printed. */
export function loadingTablesOf(study: PrintedStudy): LoadingTable[] {
  return indicesOf(study).flatMap((job): LoadingTable[] => {
    const components = job.components.map((component) => component.name);
    const cells = job.items.map((item) => components.map((component) => cellAt(study, `${job.name}.loading(${item}, ${component})`)));
    if (cells.every((row) => row.every((cell) => cell === null))) return [];
    return [{
      job, items: job.items, components, cells, communalities: job.items.map((item) => cellAt(study, `${job.name}.communality(${item})`)),
      explained: components.map((component) => cellAt(study, `${job.name}.explained(${component})`)), whole: job.keep.kind === 'fixed' && job.keep.count === components.length,
    }];
  });
}

export const isFull = (cells: readonly (PrintedCell | null)[]): cells is readonly PrintedCell[] => cells.every((cell) => cell !== null);

/** Σλ² of the printed loadings. */
export const squaresOf = (cells: readonly (PrintedCell | null)[]): Interval => sumOf(cells.flatMap((cell) => (cell === null ? [] : [squared(cell)])));

/** Loading by loading as numbers; null unless every one is printed. */
export function valuesOf(table: LoadingTable): number[][] | null {
  return table.cells.every(isFull) ? table.cells.map((row) => row.map((cell) => cell!.value)) : null;
}
