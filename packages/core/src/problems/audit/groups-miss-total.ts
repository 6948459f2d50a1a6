// Means of groups whose weighted mean is not the mean of all cases.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const groupsMissTotal = defineProblem<AuditFacts>()({
  code: 'SS806',
  name: 'groups-miss-total',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

indicator a on 1..5
indicator b on 1..5
indicator c on 1..5
category sex { male = 1  female = 2 }

index i {
  of a, b, c
  component x marked by a
}

published "Paper" {
  table "Table 1" column.mean(row) {
    columns    n = i.n(row) x
    sex.male   60            52.00
    sex.female 40            57.00
    all        100           57.00
  }
}
`,
    right: `study "Example"

indicator a on 1..5
indicator b on 1..5
indicator c on 1..5
category sex { male = 1  female = 2 }

index i {
  of a, b, c
  component x marked by a
}

published "Paper" {
  table "Table 1" column.mean(row) {
    columns    n = i.n(row) x
    sex.male   60            52.00
    sex.female 40            57.00
    all        100           54.00
  }
}
`,
  },
});
