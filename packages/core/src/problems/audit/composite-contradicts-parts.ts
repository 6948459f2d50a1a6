// Rows of a table that break the identity between a composite and its parts.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const compositeContradictsParts = defineProblem<AuditFacts>()({
  code: 'SS815',
  name: 'composite-contradicts-parts',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

indicator a on 1..5
indicator b on 1..5
indicator c on 1..5
indicator d on 1..5
indicator p1 on 1..5
indicator p2 on 1..5
indicator p3 on 1..5
indicator p4 on 1..5
indicator p5 on 1..5
indicator p6 on 1..5
indicator p7 on 1..5

index i {
  of a, b, c, d
  component x marked by a
  component y marked by c
}

regression m {
  explain i, x, y
  by p1, p2, p3, p4, p5, p6, p7
}

published "Paper" {
  table "Table 5" m.column.beta(row) {
    columns i x y
    p1 0.320 0.310 0.120
    p2 -0.128 -0.220 0.080
    p3 -0.042 0.150 -0.270
    p4 0.294 0.410 0.060
    p5 0.170 0.280 -0.090
    p6 -0.290 -0.130 -0.310
    p7 0.222 0.090 0.250
  }
}
`,
    right: `study "Example"

indicator a on 1..5
indicator b on 1..5
indicator c on 1..5
indicator d on 1..5
indicator p1 on 1..5
indicator p2 on 1..5
indicator p3 on 1..5
indicator p4 on 1..5
indicator p5 on 1..5
indicator p6 on 1..5
indicator p7 on 1..5

index i {
  of a, b, c, d
  component x marked by a
  component y marked by c
}

regression m {
  explain i, x, y
  by p1, p2, p3, p4, p5, p6, p7
}

published "Paper" {
  table "Table 5" m.column.beta(row) {
    columns i x y
    p1 0.320 0.310 0.120
    p2 -0.128 -0.220 0.080
    p3 -0.042 0.150 -0.270
    p4 0.294 0.060 0.410
    p5 0.170 0.280 -0.090
    p6 -0.290 -0.130 -0.310
    p7 0.222 0.090 0.250
  }
}
`,
  },
});
