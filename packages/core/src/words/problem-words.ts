// What a language has to say of problems: something of every kind, made of the facts of that kind and of nothing else. The names and the
// facts are those of the catalogue: an entry that is forgotten or misspelt, or reads what is not there, does not compile.
import type { FactsOf, ProblemName } from '../problems/catalogue.ts';

export interface ProblemWords<F> {
  /** A heading for the reference page. */
  readonly title: string;
  /** One sentence: what was found and what was expected. */
  readonly message: (facts: F) => string;
  /** How to mend it. */
  readonly help: (facts: F) => string;
  /** Markdown: why it matters and what to do, for somebody who does not program. */
  readonly explanation: string;
}

export type WordsOfProblems = { readonly [Name in ProblemName]: ProblemWords<FactsOf<Name>> };
