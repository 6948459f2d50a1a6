// A finding as a problem: which kind of problem a check raises, and the mend where only one reading of a cell is left.
import { raise, type Problem, type ProblemKind } from '../problems/problem.ts';
import { auditProblemKinds, type AuditFacts } from '../problems/audit/index.ts';
import type { Finding } from './finding.ts';

/** Placed by `locate` through the plan path of the first offending cell. What is impossible or inconsistent is a warning: the paper is wrong, the spec is not. */
export function problemOf(finding: Finding): Problem {
  const kind: ProblemKind<AuditFacts> = auditProblemKinds[finding.check as keyof typeof auditProblemKinds];
  const problem = raise(kind, { message: finding.message, arithmetic: finding.arithmetic, consistent: finding.consistent }, { at: finding.at[0]!, ...(finding.repairs.length === 0 ? {} : { repairs: finding.repairs }) });
  return { ...problem, severity: finding.certainty === 'worth a look' ? 'info' : 'warning' };
}
