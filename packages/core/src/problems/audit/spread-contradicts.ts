// Smallest, largest, mean, median and SD of one group that do not go together.
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const spreadContradicts = defineProblem<AuditFacts>({
  code: 'SS822',
  name: 'spread-contradicts',
  severity: 'warning',
  title: 'Smallest, largest, mean, median and SD that do not go together',
  message: auditMessage,
  help: auditHelp,
  explanation: `Mean and median lie between the smallest and the largest value; an SD is at most half their distance (with n − 1, a
little more); the median is within one SD of the mean; kurtosis is at least the square of skewness minus 2; a group's smallest and
largest value lie within those of all.`,
  example: {
    command: 'check',
    wrong: `study "Example"

number income from income

published "Paper" {
  income.mean = 3.2
  income.min  = 4.1
  income.max  = 9.8
}
`,
    right: `study "Example"

number income from income

published "Paper" {
  income.mean = 5.2
  income.min  = 4.1
  income.max  = 9.8
}
`,
  },
});
