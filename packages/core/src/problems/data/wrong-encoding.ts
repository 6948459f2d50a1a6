// The data file is written in another encoding.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/**
 * `said`: the encoding of the data block, null when it names none (then UTF-8 was tried). `likely`: null when nothing fits. `sample`: a
 * word read by it.
 */
export const wrongEncoding = defineProblem<{ file: string; said: string | null; likely: string | null; sample: string | null }>()({
  code: 'SS305',
  name: 'wrong-encoding',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['  id id\n', '  encoding gb18030\n  id 编号\n']),
    right: exampleStudy(['  id id\n', '  id 编号\n']),
    files: { 'survey.csv': exampleAnswers(['id,', '编号,']) },
  },
});
