// What the problems of the audit share: the sentence, its arithmetic, what is wrong for the same cause, and what to do.
import { joined } from '../../../text/listed.ts';
import { sentencesOf } from '../../audit-words.ts';
import { englishAudit } from '../audit/index.ts';
import type { AuditFacts } from '../../../problems/audit/facts.ts';

export const auditMessage = (facts: AuditFacts): string => {
  const { message, arithmetic } = sentencesOf(facts, englishAudit);
  const { also } = facts;
  const more =
    also.length === 0
      ? ''
      : ` The same cause: ${also
          .slice(0, 3)
          .map((one) => sentencesOf(one, englishAudit).message)
          .join(' ')}${also.length > 3 ? ` And ${also.length - 3} more.` : ''}`;
  return `${arithmetic === '' ? message : `${message} ${arithmetic}`}${more}`;
};

/** Most contradictions are slips of whoever typed the table: the paper comes first. */
export const auditHelp = (facts: AuditFacts): string => {
  const { consistent } = sentencesOf(facts, englishAudit);
  const { cells } = facts;
  const different = [...new Set(cells)];
  const shown = different.slice(0, 3);
  const more = different.length - shown.length;
  const names = more > 0 ? `${shown.join(', ')} and ${more} more` : joined(shown);
  const compare =
    cells.length === 0
      ? 'First compare with the paper.'
      : `First compare with the paper: ${different.length === 1 ? 'was' : 'were'} ${names} typed as printed?`;
  return `${compare} ${consistent === '' ? 'If so, ask the authors.' : consistent}`;
};
