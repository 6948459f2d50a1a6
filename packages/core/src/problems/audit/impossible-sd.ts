// A printed SD that no whole answers have (GRIMMER, and the bounds of an SD).
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const impossibleSd = defineProblem<AuditFacts>()({
  code: 'SS802',
  name: 'impossible-sd',
  severity: 'warning',
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
