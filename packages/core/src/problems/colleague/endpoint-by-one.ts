// One respondent sets the end of a 0–100 score.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const endpointByOne = defineProblem<{ score: string; row: number; id: string | null; share: number; end: string }>({
  code: 'SS610',
  name: 'endpoint-by-one',
  severity: 'warning',
  title: 'One respondent sets the end of a 0–100 score',
  message: ({ score, row, id, share, end }) =>
    `The ${end} value of ${score} is set by one ` +
    `respondent (row ${row}` +
    `${id === null ? '' : `, ${id}`}) far from everyone else: ` +
    `${Math.round(100 * share)} % of the range lies ` +
    `between this one ` +
    `and the next.`,
  help: () => 'Check that respondent for a typing error. Min–max scores hang on their two most extreme cases.',
  explanation:
    `Min–max rescaling maps the lowest score to 0 and the highest to 100. One wrong ` +
    `answer can push ` +
    `everyone else ` +
    `together at the other end. Reported when the gap is at least 30 % of the range.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
number far
number p = far + a
number q = far + b
number r = far + c

index i { of p, q, r  keep 1  component one "One" marked by p }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  component one "One" marked by a }`),
    files: { 'survey.csv': csv() },
  },
});
