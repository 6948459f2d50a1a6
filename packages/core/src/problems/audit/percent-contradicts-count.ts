// A printed percentage that contradicts its count.
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const percentContradictsCount = defineProblem<AuditFacts>({
  code: 'SS804',
  name: 'percent-contradicts-count',
  severity: 'warning',
  title: 'A percentage that contradicts its count',
  message: auditMessage,
  help: auditHelp,
  explanation: `A valid percentage is the count divided by all valid answers. When one percentage of a table does not follow from its
count and the others do, that percentage (or, in a sampling table, one of its two counts) is misprinted.`,
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
