// The facts that the problems of a variable’s answers share.

/** The first answer of a kind and how many there are; `where` is ready for a message: `Row 57 (AS-C-013)`. */
export interface FoundAnswers {
  readonly variable: string;
  readonly where: string;
  readonly value: string;
  readonly expected: string;
  readonly count: number;
  /** Distinct values, most frequent first, at most ten. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly distinct: number;
}
