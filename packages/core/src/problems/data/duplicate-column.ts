// Two columns have the same name.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const duplicateColumn = defineProblem<{ file: string; column: string; positions: readonly number[]; others: number }>({
  code: 'SS311',
  name: 'duplicate-column',
  severity: 'warning',
  title: 'Two columns have the same name',
  message: ({ column, positions, others }) =>
    `Columns ${list(positions)} are all called "${column}"; the name ` +
    `means column ${positions[0]}` +
    `${others > 0 ? ` (${others} more ${others === 1 ? 'name is' : 'names are'} used twice)` : ''}.`,
  help: () => 'Give each column a name of its own in the first row of the file.',
  explanation: `A study names columns, so a name must mean one column. When two have the same name, the first one is used, which may not
be the one that was meant. The others can be reached as \`from "name [2]"\`, \`from "name [3]"\` and so on, but it is better to rename
them in the file.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: {
      'survey.csv': exampleAnswers(['id,happy,sex', 'id,happy,sex,sex'], ['V01,4,1', 'V01,4,1,2']).replaceAll(
        /^(V(?!01)\d\d,\d,\d)$/gmu,
        '$1,1',
      ),
    },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});

function list(positions: readonly number[]): string {
  return `${positions.slice(0, -1).join(', ')} and ${positions.at(-1)}`;
}
