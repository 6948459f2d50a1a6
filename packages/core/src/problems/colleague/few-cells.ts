// A level with fewer than five respondents.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const fewCells = defineProblem<{ category: string; levels: readonly string[] }>({
  code: 'SS602',
  name: 'few-cells',
  severity: 'info',
  title: 'A level with fewer than five respondents',
  message: ({ category, levels }) => `Fewer than five respondents in ${category}: ${levels.join(', ')}.`,
  help: () => 'Merge the level with a neighbour before comparing or regressing by it.',
  explanation: `Means and coefficients of so few cases say little, and one respondent can turn them round.`,
  example: {
    command: 'run',
    wrong: study(`category young from age { under20 = ..<20  older = 20.. }`),
    right: study(`category young from age { under40 = ..<40  older = 40.. }`),
    files: { 'survey.csv': csv() },
  },
});
