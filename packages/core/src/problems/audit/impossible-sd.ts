// A printed SD that no whole answers have (GRIMMER, and the bounds of an SD).
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const impossibleSd = defineProblem<AuditFacts>({
  code: 'SS802',
  name: 'impossible-sd',
  severity: 'warning',
  title: 'A standard deviation that whole answers cannot have',
  message: auditMessage,
  help: auditHelp,
  explanation: `Answers from 1 to 5 cannot spread more than when everybody stands at one of the two ends, and their squares sum to whole
numbers. An SD that is too large often betrays a typing error that was never removed, such as 55 for 5: where a single answer off the
scale would explain it, that answer is named.`,
  example: {
    command: 'check',
    wrong: `study "Example"

indicator a on 1..5

published "Paper" {
  a.n    = 20
  a.mean = 3.35
  a.sd   = 2.41
}
`,
    right: `study "Example"

indicator a on 1..5

published "Paper" {
  a.n    = 20
  a.mean = 3.35
  a.sd   = 0.99
}
`,
  },
});
