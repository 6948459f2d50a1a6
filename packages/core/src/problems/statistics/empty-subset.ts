// A condition that no respondent satisfies.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const emptySubset = defineProblem<{ name: string; rows: number }>({
  code: 'SS507',
  name: 'empty-subset',
  severity: 'error',
  title: 'A condition that no respondent satisfies',
  message: ({ name, rows }) => `None of the ${rows} respondents satisfies the condition of ${name}.`,
  help: () => 'Check the codes and the `and`/`or` of the condition: a respondent with a missing answer satisfies no test of it.',
  explanation:
    `The \`where\` clause chooses the cases. If it chooses nobody there is nothing to ` +
    `compute. Often a ` +
    `code was meant ` +
    `that the data write differently.`,
  example: {
    command: 'run',
    wrong: study(`number x from age
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b  where x > 150 }`),
    right: study(`number x from age
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b  where x > 20 }`),
    files: { 'survey.csv': csv() },
  },
});
