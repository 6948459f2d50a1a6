// Printed loadings that are not at a varimax maximum.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const notVarimax = defineProblem<AuditFacts>()({
  code: 'SS813',
  name: 'not-varimax',
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
  rotate varimax
  component x marked by a
  component y marked by c
}

published "Paper" {
  table "Table 3" i.loading(row, column) {
    columns x y
    a 0.71 0.51
    b 0.70 0.53
    c 0.10 0.90
    d 0.06 0.88
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
  rotate varimax
  component x marked by a
  component y marked by c
}

published "Paper" {
  table "Table 3" i.loading(row, column) {
    columns x y
    a 0.90 0.10
    b 0.90 0.10
    c 0.10 0.90
    d 0.10 0.90
  }
}
`,
  },
});
