// Figures of a factor analysis that the printed loadings exclude.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const structureContradicts = defineProblem<AuditFacts>()({
  code: 'SS814',
  name: 'structure-contradicts',
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
  i.eigenvalue(1) = 1.93
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
  i.eigenvalue(1) = 1.63
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
