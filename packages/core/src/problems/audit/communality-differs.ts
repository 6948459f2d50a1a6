// Printed loadings that do not give the communality.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const communalityDiffers = defineProblem<AuditFacts>()({
  code: 'SS811',
  name: 'communality-differs',
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
  table "Table 3" i.loading(row, column) {
    columns x y communality = i.communality(row)
    a 0.80 0.10 0.65
    b 0.70 0.20 0.53
    c 0.10 0.90 0.62
    d 0.20 0.60 0.40
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
  table "Table 3" i.loading(row, column) {
    columns x y communality = i.communality(row)
    a 0.80 0.10 0.65
    b 0.70 0.20 0.53
    c 0.10 0.90 0.82
    d 0.20 0.60 0.40
  }
}
`,
  },
});
