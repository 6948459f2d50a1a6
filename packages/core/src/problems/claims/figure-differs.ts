// Printed figures of one table that the data do not give. Which cells they are the report and the editor show.
import type { ComputedDifference } from '../../contract/audit-facts/index.ts';
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

/** What became of the figures of one printed table, or of those outside tables. */
export interface DifferingFigures {
  /** Null: outside tables. */
  readonly table: string | null;
  /** Figures that were computed, and those of them whose digits are others. */
  readonly compared: number;
  readonly differing: number;
  /** Marks of significance that do not fit the computed p-value. */
  readonly marks: number;
  /** The furthest first. */
  readonly furthest: readonly ComputedDifference[];
}

export const figureDiffers = defineProblem<DifferingFigures>()({
  code: 'SS701',
  name: 'figure-differs',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6

published "Paper" { a.mean = 4.99 }`),
    right: study(`indicator a on 1..6

published "Paper" { a.mean < 4.99 }`),
    files: survey,
  },
});
