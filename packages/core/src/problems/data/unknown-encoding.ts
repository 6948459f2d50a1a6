// No encoding has that name.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unknownEncoding = defineProblem<{ encoding: string; nearest: string | null }>({
  code: 'SS306',
  name: 'unknown-encoding',
  severity: 'error',
  title: 'No encoding has that name',
  message: ({ encoding }) => `No encoding is called "${encoding}".`,
  help: ({ nearest }) =>
    nearest === null
      ? 'Common ones are `utf-8`, `gb18030`, `gbk`, `big5`, `shift_jis`, `windows-1252`, `utf-16le`.'
      : `Did you mean \`${nearest}\`?`,
  explanation: `\`encoding\` in the data block names how the letters of a file are stored. Leave it out when the file is UTF-8. The names
are those of the web's Encoding Standard: \`utf-8\`, \`utf-16le\`, \`gb18030\` (and \`gbk\`, \`gb2312\`, which it contains), \`big5\`,
\`shift_jis\`, \`euc-kr\`, \`windows-1250\` to \`windows-1258\`, \`iso-8859-1\` to \`iso-8859-16\`.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['  id id\n', '  encoding gb1803\n  id id\n']),
    right: exampleStudy(['  id id\n', '  encoding gb18030\n  id id\n']),
    files: { 'survey.csv': exampleAnswers() },
  },
});
