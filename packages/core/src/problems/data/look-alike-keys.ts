// Keys that look alike.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `same`: they are one key, written in two ways; else they are two. */
export const lookAlikeKeys = defineProblem<{ column: string; file: string; first: string; second: string; same: boolean; count: number }>({
  code: 'SS335',
  name: 'look-alike-keys',
  severity: 'warning',
  title: 'Keys that look alike',
  message: ({ column, file, first, second, same, count }) =>
    `"${file}", ${column}: "` +
    `${first}" and "` +
    `${second}" look alike, ` +
    `${same ? 'and are taken as one key' : 'but are two keys, since they are not written alike'}` +
    `${count > 1 ? ` (${count} such pairs)` : ''}.`,
  help: ({ same }) =>
    same
      ? 'Write them alike in the file; if they are two, give one of them another name.'
      : 'If they are one, write them alike in the file.',
  explanation: `The columns that \`id\`, \`cluster\` and \`join … on\` name hold keys, and keys are names: they compare as they are
written, but for blanks around them and for letters of another width (\`Ａ１\` is \`A1\`). \`A1\` and \`a1\`, \`Site 3\` and \`Site3\` are
two keys: two respondents, two clusters, and only one of them finds its row in a joined file. Most often they were meant as one.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V08', 'v02']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
