// What every problem of the audit is told: a sentence, its arithmetic, and what would do.

export interface AuditFacts {
  readonly message: string;
  /** One line that a reader can redo by hand. */
  readonly arithmetic: string;
  readonly consistent: string;
}

export const auditMessage = ({ message, arithmetic }: AuditFacts): string => (arithmetic === '' ? message : `${message} ${arithmetic}`);
export const auditHelp = ({ consistent }: AuditFacts): string => (consistent === '' ? 'Check it against the paper; if it stands there, ask the authors.' : consistent);
