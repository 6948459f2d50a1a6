// The words of the audit in one language: the type that every language's catalogue has. A kind of fact without its words, or words of a
// fact that is not there, do not compile.
import type {
  FactOf,
  FindingFact,
  FindingKind,
  PaddedFigure,
  ReadingFact,
  ReadingLine,
  SkippedWhat,
  SkippedWhy,
} from '../contract/audit-facts/index.ts';

/** What a finding says: one sentence of what cannot be, one line that a reader can redo by hand, and what values would do (or nothing). */
export interface FindingWords<F> {
  readonly message: (fact: F) => string;
  readonly arithmetic: (fact: F) => string;
  readonly consistent: (fact: F) => string;
}

export type FindingCatalogue = { readonly [K in FindingKind]: FindingWords<FactOf<K>> };

export interface AuditWords {
  readonly findings: FindingCatalogue;
  /** The message of what rests on clauses that the study does not state. */
  readonly assuming: (message: string, clauses: readonly string[]) => string;
  /** What could not be checked, and why. */
  readonly skipped: { readonly what: (what: SkippedWhat) => string; readonly why: (why: SkippedWhy) => string };
  /** A way in which an index may have been made, and a line of what the tables say of it. */
  readonly reading: { readonly sentence: (fact: ReadingFact) => string; readonly line: (line: ReadingLine) => string };
  /** What would do, where zeros at the end of figures explain the contradiction. */
  readonly padded: (figures: readonly PaddedFigure[], consistent: string) => string;
}

export interface FindingSentences {
  /** One sentence: what cannot be. */
  readonly message: string;
  /** One line that a reader can redo by hand. */
  readonly arithmetic: string;
  /** What values would do. Empty when nothing follows. */
  readonly consistent: string;
}

/** A fact, what is assumed for it, and the zeros that would explain it. */
export interface FoundFact {
  readonly fact: FindingFact;
  readonly assumed?: readonly string[];
  readonly padded?: readonly PaddedFigure[];
}

export function sentencesOf({ fact, assumed = [], padded = [] }: FoundFact, words: AuditWords): FindingSentences {
  const { message, arithmetic, consistent } = words.findings[fact.kind] as FindingWords<FindingFact>;
  return {
    message: assumed.length === 0 ? message(fact) : words.assuming(message(fact), assumed),
    arithmetic: arithmetic(fact),
    consistent: padded.length === 0 ? consistent(fact) : words.padded(padded, consistent(fact)),
  };
}
