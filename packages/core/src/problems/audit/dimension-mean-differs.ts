// A dimension whose printed mean is not the mean of its items.
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const dimensionMeanDiffers = defineProblem<AuditFacts>({
  code: 'SS803',
  name: 'dimension-mean-differs',
  severity: 'warning',
  title: 'A dimension whose mean is not that of its items',
  message: auditMessage,
  help: auditHelp,
  explanation: `The mean of a dimension is the mean of its items' means. If one item turned round (6 − 2.10 on a scale from 1 to 5) makes
it fit, the item's mean was printed before reversal.`,
  example: {
    command: 'check',
    wrong: `study "Example"

dimension d on 1..5 {
  indicator a
  indicator b
  indicator c
}

published "Paper" {
  a.mean = 3.10
  b.mean = 3.50
  c.mean = 2.10
  d.mean = 3.50
}
`,
    right: `study "Example"

dimension d on 1..5 {
  indicator a
  indicator b
  indicator c
}

published "Paper" {
  a.mean = 3.10
  b.mean = 3.50
  c.mean = 3.90
  d.mean = 3.50
}
`,
  },
});
