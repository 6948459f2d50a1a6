// A finding as a problem: which kind of problem a check raises, and the mend where only one reading of a cell is left.
import { raise, type Problem, type ProblemKind } from '../problems/problem.ts';
import { auditProblemKinds } from '../problems/audit/by-check.ts';
import type { AuditFacts } from '../problems/audit/facts.ts';
import type { Finding } from './finding.ts';
import type { PrintedCell } from './printed-study.ts';

/**
 * Placed by `locate` through the plan path of the first offending cell. What is impossible or inconsistent is a warning: the paper is
 * wrong, the spec is not.
 */
export function problemOf(finding: Finding, cellOf: (at: string) => PrintedCell | null): Problem {
  const kind: ProblemKind<string, AuditFacts> = auditProblemKinds[finding.check as keyof typeof auditProblemKinds];
  const cells = finding.at.flatMap((at) => {
    const cell = cellOf(at);
    return cell === null ? [] : [`${cell.printed}${cell.stars === 'ns' ? ' ns' : (cell.stars ?? '')}`];
  });
  const { fact, padded, assumed, also } = finding;
  const facts: AuditFacts = { fact, padded, assumed, cells, also };
  const problem = raise(kind, facts, { at: finding.at[0]!, ...(finding.repairs.length === 0 ? {} : { repairs: finding.repairs }) });
  return { ...problem, severity: finding.certainty === 'worth a look' ? 'info' : 'warning' };
}
