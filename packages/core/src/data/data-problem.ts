// An answer that could not be used.

/** One answer that could not be used, or (with `kept`) was used although it is outside its scale or between two points of it. */
export interface DataProblem {
  readonly kind: 'out-of-range' | 'unlisted-code' | 'not-a-number' | 'several-answers' | 'between-points' | 'unmatched-key';
  readonly variable: string;
  readonly column: string;
  readonly file: string;
  /** Data row from 1; the spreadsheet's row is `row + 1` when no cell spans lines. */
  readonly row: number;
  readonly id: string | null;
  readonly value: string;
  readonly expected: string;
  readonly kept: boolean;
}
