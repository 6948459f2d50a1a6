// A printed percentage that contradicts its count.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const percentContradictsCount = defineProblem<AuditFacts>()({
  code: 'SS804',
  name: 'percent-contradicts-count',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

category sex { male = 1  female = 2 }

published "Paper" {
  table "Table 1" row.column {
    columns    count percent
    sex.male   190   67.1
    sex.female 118   38.3
  }
}
`,
    right: `study "Example"

category sex { male = 1  female = 2 }

published "Paper" {
  table "Table 1" row.column {
    columns    count percent
    sex.male   190   61.7
    sex.female 118   38.3
  }
}
`,
  },
});
