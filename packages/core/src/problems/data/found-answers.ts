// The facts that the problems of a variable’s answers share.

/** The first answer of a kind and how many there are. */
export interface FoundAnswers {
  readonly variable: string;
  readonly row: number;
  /** The value of the study's `id` column there, when it has one. */
  readonly id: string | null;
  readonly value: string;
  /** What it should be as the spec writes it, a range or a formula; null: any number. */
  readonly expected: string | null;
  readonly count: number;
  /** Distinct values, most frequent first, at most ten. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly distinct: number;
}
