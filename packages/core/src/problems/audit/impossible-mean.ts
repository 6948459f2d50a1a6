// A printed mean that no whole answers have (GRIM).
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const impossibleMean = defineProblem<AuditFacts>({
  code: 'SS801',
  name: 'impossible-mean',
  severity: 'warning',
  title: 'A mean that whole answers cannot have',
  message: auditMessage,
  help: auditHelp,
  explanation: `The mean of 20 whole answers is a whole number divided by 20: it moves in steps of 0.05, and 3.33 is none of them. This
test (GRIM, Brown & Heathers 2017) needs the number of answers and the digits as printed. Where the item's own n is not printed, the n of
the sample is tried: then the figure may only mean that some people did not answer, and the n that would do are listed.`,
  example: {
    command: 'check',
    wrong: `study "Example"

indicator a on 1..5

published "Paper" {
  a.n    = 20
  a.mean = 3.33
}
`,
    right: `study "Example"

indicator a on 1..5

published "Paper" {
  a.n    = 20
  a.mean = 3.35
}
`,
  },
});
