// What every problem of the audit is told: a sentence, its arithmetic, and what would do.

export interface AuditFacts {
  readonly message: string;
  /** One line that a reader can redo by hand. */
  readonly arithmetic: string;
  readonly consistent: string;
  /** The figures that may be wrong, as they stand in the spec, the likeliest first. */
  readonly cells: readonly string[];
  /** What else is wrong for the same cause. */
  readonly also: readonly { readonly message: string; readonly arithmetic: string }[];
}
