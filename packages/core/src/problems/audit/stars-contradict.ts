// Stars of one predictor that contradict each other.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const starsContradict = defineProblem<AuditFacts>()({
  code: 'SS818',
  name: 'stars-contradict',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

indicator y  on 1..5
indicator z  on 1..5
indicator x1 on 1..5
indicator x2 on 1..5

regression m {
  explain y, z
  by      x1, x2
  missing mean
}

published "Paper" {
  stars 0.10, 0.05, 0.01
  table "Table 5" m.column.beta(row) {
    columns y        z
    x1      0.300*** 0.290
    x2      0.010    0.020
  }
  table "Fit" m.column.row {
    columns y     z
    n       103   103
    r2      0.100 0.110
  }
}
`,
    right: `study "Example"

indicator y  on 1..5
indicator z  on 1..5
indicator x1 on 1..5
indicator x2 on 1..5

regression m {
  explain y, z
  by      x1, x2
  missing mean
}

published "Paper" {
  stars 0.10, 0.05, 0.01
  table "Table 5" m.column.beta(row) {
    columns y        z
    x1      0.300*** 0.290***
    x2      0.010    0.020
  }
  table "Fit" m.column.row {
    columns y     z
    n       103   103
    r2      0.100 0.110
  }
}
`,
  },
});
