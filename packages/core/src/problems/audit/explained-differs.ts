// Printed loadings that do not give the explained variance.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const explainedDiffers = defineProblem<AuditFacts>()({
  code: 'SS812',
  name: 'explained-differs',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

indicator a on 1..5
indicator b on 1..5
indicator c on 1..5
indicator d on 1..5

index i {
  of a, b, c, d
  rotate none
  component x marked by a
  component y marked by c
}

published "Paper" {
  i.explained(x) = 39.5
  table "Table 3" i.loading(row, column) {
    columns x y
    a 0.80 0.10
    b 0.70 0.20
    c 0.10 0.90
    d 0.20 0.60
  }
}
`,
    right: `study "Example"

indicator a on 1..5
indicator b on 1..5
indicator c on 1..5
indicator d on 1..5

index i {
  of a, b, c, d
  rotate none
  component x marked by a
  component y marked by c
}

published "Paper" {
  i.explained(x) = 29.5
  table "Table 3" i.loading(row, column) {
    columns x y
    a 0.80 0.10
    b 0.70 0.20
    c 0.10 0.90
    d 0.20 0.60
  }
}
`,
  },
});
