// What findings say: sentences made of their facts by the words of a language, where they are shown.
import type { Skipped } from '../contract/audit-facts/index.ts';
import { sentencesOf, type FindingSentences } from '../words/audit-words.ts';
import { catalogueIn } from '../words/words.ts';
import type { AlsoFound, Finding } from './finding.ts';
import type { Reading } from './readings.ts';

export interface ToldFinding extends Omit<Finding, 'also'>, FindingSentences {
  readonly also: readonly (AlsoFound & Pick<FindingSentences, 'message' | 'arithmetic'>)[];
}

/** A finding with what it says. */
export function toldFinding(finding: Finding, language = 'en'): ToldFinding {
  const words = catalogueIn(language).audit;
  return {
    ...finding,
    ...sentencesOf(finding, words),
    also: finding.also.map((one) => {
      const { message, arithmetic } = sentencesOf(one, words);
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
  const { skipped } = catalogueIn(language).audit;
  return { what: skipped.what(what), why: skipped.why(why) };
}

export interface ToldReading {
  readonly sentence: string;
  readonly arithmetic: readonly string[];
}

/** A reading of an index, and what the tables say of it. */
export function toldReading({ fact, lines }: Reading, language = 'en'): ToldReading {
  const { reading } = catalogueIn(language).audit;
  return { sentence: reading.sentence(fact), arithmetic: lines.map(reading.line) };
}
