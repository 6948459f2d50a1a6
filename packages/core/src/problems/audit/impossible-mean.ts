// A printed mean that no whole answers have (GRIM).
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const impossibleMean = defineProblem<AuditFacts>()({
  code: 'SS801',
  name: 'impossible-mean',
  severity: 'warning',
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
