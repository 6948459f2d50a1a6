// A predictor that is the same for all cases.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const constantPredictor = defineProblem<{ regression: string; terms: readonly string[] }>({
  code: 'SS511',
  name: 'constant-predictor',
  severity: 'warning',
  title: 'A predictor that is the same for all cases',
  message: ({ regression, terms }) =>
    `Left out of ${regression}: ${terms.join(', ')} ${terms.length > 1 ? 'are' : 'is'} the same for all its cases.`,
  help: () => 'Nothing needs to be done if that is how the cases were chosen; otherwise merge the level with another.',
  explanation:
    `In a subset a level may not occur at all, or a question may have only one answer. Such ` +
    `a predictor ` +
    `cannot have a ` +
    `coefficient. It is left out, as SPSS does, and said so.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator same on 1..6

regression r { explain a  by b, same }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`),
    files: { 'survey.csv': csv() },
  },
});
