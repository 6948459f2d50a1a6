// What the audit says in English: a catalogue of all kinds of facts, and what is said around them.
import { list } from '../../../text/digits.ts';
import type { AuditWords } from '../../audit-words.ts';
import { answerWords } from './answers.ts';
import { claimWords } from './claims.ts';
import { compositeWords } from './composites.ts';
import { modelWords } from './models.ts';
import { readingLine, readingSentence } from './readings.ts';
import { relationWords } from './relations.ts';
import { shareWords } from './shares.ts';
import { skippedWhat, skippedWhy } from './skipped.ts';
import { solutionWords } from './solutions.ts';

export const englishAudit: AuditWords = {
  findings: {
    ...relationWords,
    ...answerWords,
    ...shareWords,
    ...modelWords,
    ...solutionWords,
    ...compositeWords,
    ...claimWords,
  },
  skipped: { what: skippedWhat, why: skippedWhy },
  reading: { sentence: readingSentence, line: readingLine },
  assuming: (message, clauses) => `${message} The study does not say so: ${list(clauses)} ${clauses.length === 1 ? 'is' : 'are'} assumed.`,
  padded: (figures, consistent) => {
    const read = list([...new Set(figures.map((one) => `${one.printed} as ${one.read}`))], 4);
    return `The figures go together if zeros at their end were only added in setting the table (${read}). ${consistent}`.trim();
  },
};
