// The data file is written in another encoding.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/**
 * `said`: the encoding of the data block, null when it names none (then UTF-8 was tried). `likely`: null when nothing fits. `sample`: a
 * word read by it.
 */
export const wrongEncoding = defineProblem<{ file: string; said: string | null; likely: string | null; sample: string | null }>({
  code: 'SS305',
  name: 'wrong-encoding',
  severity: 'error',
  title: 'The data file is written in another encoding',
  message: ({ file, said, likely, sample }) =>
    `The data file "${file}" is not in ${said ?? 'UTF-8'}` +
    (likely === null ? '.' : `; it reads as ${likely}${sample === null ? '' : ` ("${sample}")`}.`),
  help: ({ said, likely }) =>
    likely === 'utf-8'
      ? `Take \`encoding ${said ?? ''}\` out of the data block: UTF-8 needs no mention.`
      : likely === null
        ? 'Save the file as "CSV UTF-8", or name its encoding in the data block, for example `encoding gb18030`.'
        : `Write \`encoding ${likely}\` in the data block, or save the file as "CSV UTF-8".`,
  explanation: `Text is stored as numbers, and an encoding says which number is which letter. Read with the wrong one, 编号 becomes
\`±àºÅ\`, and no column is found. StudySpec reads UTF-8 unless the data block names another encoding, and never guesses in silence:

\`\`\`study
data "survey.csv" {
  encoding gb18030
}
\`\`\`

Chinese Excel often writes GB18030 (also called GBK) when one saves as plain *CSV*; *CSV UTF-8* is the safer choice. Others in use
are \`big5\` (Taiwan, Hong Kong), \`shift_jis\` (Japan), \`windows-1252\` (Western Europe) and \`utf-16le\` (Excel's *Unicode text*).`,
  example: {
    command: 'check',
    wrong: exampleStudy(['  id id\n', '  encoding gb18030\n  id 编号\n']),
    right: exampleStudy(['  id id\n', '  id 编号\n']),
    files: { 'survey.csv': exampleAnswers(['id,', '编号,']) },
  },
});
