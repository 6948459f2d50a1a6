// Ranges of numbers asked of a column of texts.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleSurvey, files } from './example.ts';

export const binsOnText = defineProblem<{ category: string; column: string; range: string; texts: readonly string[] }>({
  code: 'SS334',
  name: 'bins-on-text',
  severity: 'error',
  title: 'Ranges of numbers asked of a column of texts',
  message: ({ category, column, range, texts }) =>
    `${category} bins ${column} by ranges such as ${range}, but ${column} holds texts: ${texts
      .slice(0, 3)
      .map((text) => `"${text}"`)
      .join(', ')}.`,
  help: ({ texts }) => `List the texts of each level instead, as \`= "${texts[0] ?? 'A'}"\`; or name the column that holds the number.`,
  explanation: `\`= ..18\` takes every number up to 18. A column in which no answer is a number has none of them: it is another column
than was meant, or the file holds labels ("18 and younger") where numbers were expected.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['age from q5', 'age from village']),
    right: exampleReplication(),
    files: { ...files, 'survey.csv': exampleSurvey() },
  },
});
