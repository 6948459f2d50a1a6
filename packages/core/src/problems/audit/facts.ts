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

export const auditMessage = ({ message, arithmetic, also }: AuditFacts): string => {
  const more =
    also.length === 0
      ? ''
      : ` The same cause: ${also
          .slice(0, 3)
          .map((one) => one.message)
          .join(' ')}${also.length > 3 ? ` And ${also.length - 3} more.` : ''}`;
  return `${arithmetic === '' ? message : `${message} ${arithmetic}`}${more}`;
};

/** Most contradictions are slips of whoever typed the table: the paper comes first. */
export const auditHelp = ({ consistent, cells }: AuditFacts): string => {
  const different = [...new Set(cells)];
  const shown = different.slice(0, 3);
  const more = different.length - shown.length;
  const names =
    more > 0
      ? `${shown.join(', ')} and ${more} more`
      : shown.length < 2
        ? shown.join('')
        : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
  const compare =
    cells.length === 0
      ? 'First compare with the paper.'
      : `First compare with the paper: ${different.length === 1 ? 'was' : 'were'} ${names} typed as printed?`;
  return `${compare} ${consistent === '' ? 'If so, ask the authors.' : consistent}`;
};
