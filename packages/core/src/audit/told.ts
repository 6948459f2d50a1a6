// What findings say: sentences made of their facts by the words of a language, where they are shown.
import type { FindingFact, Skipped } from '../contract/audit-facts/index.ts';
import { auditWordsIn, type AuditWords, type FindingWords } from '../words/audit-words.ts';
import type { AlsoFound, Finding } from './finding.ts';
import type { Reading } from './readings.ts';

export interface Sentences {
  /** One sentence: what cannot be. */
  readonly message: string;
  /** One line that a reader can redo by hand. */
  readonly arithmetic: string;
  /** What values would do. Empty when nothing follows. */
  readonly consistent: string;
}

export interface ToldFinding extends Omit<Finding, 'also'>, Sentences {
  readonly also: readonly (AlsoFound & Pick<Sentences, 'message' | 'arithmetic'>)[];
}

function sentencesOf(fact: FindingFact, words: AuditWords): Sentences {
  const { message, arithmetic, consistent } = words.findings[fact.kind] as FindingWords<FindingFact>;
  return { message: message(fact), arithmetic: arithmetic(fact), consistent: consistent(fact) };
}

/** A finding with what it says. */
export function toldFinding(finding: Finding, language = 'en'): ToldFinding {
  const words = auditWordsIn(language);
  const said = sentencesOf(finding.fact, words);
  return {
    ...finding,
    message: finding.assumed.length === 0 ? said.message : words.assuming(said.message, finding.assumed),
    arithmetic: said.arithmetic,
    consistent: finding.padded.length === 0 ? said.consistent : words.padded(finding.padded, said.consistent),
    also: finding.also.map((one) => {
      const { message, arithmetic } = sentencesOf(one.fact, words);
      return { ...one, message, arithmetic };
    }),
  };
}

export interface ToldSkipped {
  readonly what: string;
  readonly why: string;
}

/** What could not be checked, and why. */
export function toldSkipped({ what, why }: Skipped, language = 'en'): ToldSkipped {
  const { skipped } = auditWordsIn(language);
  return { what: skipped.what(what), why: skipped.why(why) };
}

export interface ToldReading {
  readonly sentence: string;
  readonly arithmetic: readonly string[];
}

/** A reading of an index, and what the tables say of it. */
export function toldReading({ fact, lines }: Reading, language = 'en'): ToldReading {
  const { reading } = auditWordsIn(language);
  return { sentence: reading.sentence(fact), arithmetic: lines.map(reading.line) };
}
