// Previews of the questionnaire and unfinished answers stand among the respondents.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** The answers with what Qualtrics writes of each: the first row is a preview, the last but one was broken off. */
const exported = (): string =>
  exampleAnswers()
    .trimEnd()
    .split('\n')
    .map((line, row) => {
      if (row === 0) return `StartDate,EndDate,Status,Progress,Finished,${line}`;
      const times = `2024-03-04 08:0${row % 10}:00,2024-03-04 09:0${row % 10}:00`;
      return `${times},${row === 1 ? 1 : 0},${row === 11 ? '40,0' : '100,1'},${line}`;
    })
    .join('\n');

/** Rows of each sort, by their numbers; `clause`: the condition that leaves them out. */
export const oddSubmissions = defineProblem<{
  file: string;
  previews: readonly number[];
  unfinished: readonly number[];
  clause: string;
}>()({
  code: 'SS380',
  name: 'odd-submissions',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['  id id\n', '  id id\n  where Status is not 1 and Finished is 1\n']),
    files: {
      get 'survey.csv'() {
        return exported();
      },
    },
  },
});
