// The data file cannot be read.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** Raised by whoever reads files for core: `reason` is a plain sentence part, such as "there is no such file". */
export const unreadableDataFile = defineProblem<{ file: string; reason: string; nearest?: string | null }>({
  code: 'SS301',
  name: 'unreadable-data-file',
  severity: 'error',
  title: 'The data file cannot be read',
  message: ({ file, reason }) => `The data file "${file}" cannot be read: ${reason}.`,
  help: ({ nearest }) =>
    nearest === undefined || nearest === null
      ? 'Write the file name as it stands in the folder of this spec; a path such as "data/survey.csv" starts from that folder.'
      : `Did you mean "${nearest}"? A path starts from the folder of this spec.`,
  explanation: `The \`data\` block names the file that holds the answers. The name is looked up from the folder in which the spec
lies, not from the folder in which you happen to work.

Check the spelling, the ending (\`.csv\`), capital letters (they matter on many machines), and whether another program,
such as Excel, has the file open and keeps it locked.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survy.csv']),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers() },
  },
});
