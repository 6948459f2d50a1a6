// A printed F that does not follow from the groups.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const fContradictsGroups = defineProblem<AuditFacts>()({
  code: 'SS808',
  name: 'f-contradicts-groups',
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

compare by_sex {
  of x
  by sex
}

published "Paper" {
  by_sex.x.f = 9.12
  table "Table 1" column.mean(row) {
    columns    n = i.n(row) x sd = x.sd(row)
    sex.male   60            52.00 10.00
    sex.female 40            57.00 12.00
    all        100           54.00 11.06
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

compare by_sex {
  of x
  by sex
}

published "Paper" {
  by_sex.x.f = 5.10
  table "Table 1" column.mean(row) {
    columns    n = i.n(row) x sd = x.sd(row)
    sex.male   60            52.00 10.00
    sex.female 40            57.00 12.00
    all        100           54.00 11.06
  }
}
`,
  },
});
