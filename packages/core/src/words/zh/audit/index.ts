// What the audit says in Chinese: a catalogue of all kinds of facts, and what is said around them.
import type { AuditWords } from '../../audit-words.ts';
import { clauseText } from '../clauses.ts';
import { listed, zh } from '../text.ts';
import { answerWords } from './answers.ts';
import { claimWords } from './claims.ts';
import { compositeWords } from './composites.ts';
import { modelWords } from './models.ts';
import { readingLine, readingSentence } from './readings.ts';
import { relationWords } from './relations.ts';
import { shareWords } from './shares.ts';
import { skippedWhat, skippedWhy } from './skipped.ts';
import { solutionWords } from './solutions.ts';

export const chineseAudit: AuditWords = {
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
  assuming: (message, clauses) => `${message}${zh`研究说明未写明，此处假定${listed(clauses.map(clauseText))}。`}`,
  padded: (figures, consistent) => {
    const read = listed([...new Set(figures.map((one) => `${one.printed} 读作 ${one.read}`))], 4);
    return `若末尾的零只是排版时补上的，则各数值相符（${read}）。${consistent}`;
  },
};
