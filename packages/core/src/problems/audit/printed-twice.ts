// One quantity that is printed with two values.
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const figurePrintedTwice = defineProblem<AuditFacts>({
  code: 'SS819',
  name: 'printed-twice',
  severity: 'warning',
  title: 'One quantity, two figures',
  message: auditMessage,
  help: auditHelp,
  explanation: `The same quantity is printed twice, and no number rounds to both.`,
  example: {
    command: 'check',
    wrong: `study "Example"

indicator a on 1..5

published "Paper" {
  a.mean = 3.35
  a.mean = 3.53
}
`,
    right: `study "Example"

indicator a on 1..5

published "Paper" {
  a.mean = 3.35
  a.mean = 3.4
}
`,
  },
});
