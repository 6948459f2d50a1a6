// Stars of one predictor that contradict each other.
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const starsContradict = defineProblem<AuditFacts>({
  code: 'SS818',
  name: 'stars-contradict',
  severity: 'warning',
  title: 'Stars that contradict each other',
  message: auditMessage,
  help: auditHelp,
  explanation: `In one table a predictor has one tolerance, whatever the outcome: |t| = |β|·√(tol·df/(1 − R²)). Two coefficients of
nearly the same size in columns of nearly the same R² cannot be far apart in significance, and no coefficient can be more significant
than with tolerance 1. Classical standard errors are assumed.`,
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
