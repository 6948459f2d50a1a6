// Fewer cases than the analysis needs.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const tooFewCases = defineProblem<{ name: string; n: number; needed: number; what: string }>({
  code: 'SS502',
  name: 'too-few-cases',
  severity: 'error',
  title: 'Fewer cases than the analysis needs',
  message: ({ name, n, needed, what }) => `${name} has ${n} usable ${n === 1 ? 'case' : 'cases'} for ${what}; it needs at least ${needed}.`,
  help: () => 'Use fewer predictors or items, merge rare levels, or relax the condition of `where`.',
  explanation:
    `With as many parameters as cases a regression fits perfectly whatever the ` +
    `data say; with ` +
    `fewer cases ` +
    `than items the ` +
    `correlations cannot be inverted. So nothing is computed.`,
  example: {
    command: 'run',
    wrong: study(`number x from age
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, x  where x < 21 }`),
    right: study(`number x from age
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, x  where x > 23 }`),
    files: { 'survey.csv': csv() },
  },
});
