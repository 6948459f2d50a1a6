// The most cases that a condition can leave, by the printed counts of the levels that it asks for.
import type { Condition } from '../contract/variables.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';

export interface Subsample {
  readonly n: number;
  readonly cells: readonly PrintedCell[];
}

/** Null where the counts are not printed, or the condition asks for something else than levels. */
export function subsampleOf(study: PrintedStudy, condition: Condition): Subsample | null {
  if (condition.kind === 'and') {
    const parts = condition.parts.flatMap((part) => subsampleOf(study, part) ?? []);
    return parts.length === 0 ? null : parts.reduce((least, one) => (one.n < least.n ? one : least));
  }
  if (condition.kind !== 'is' || condition.not || condition.levels === null) return null;
  const cells = condition.levels.map((level) => cellAt(study, `${condition.variable}.${level}.count`));
  if (!cells.every((cell): cell is PrintedCell => cell !== null && cell.decimals === 0)) return null;
  return { n: cells.reduce((sum, cell) => sum + cell.value, 0), cells };
}
