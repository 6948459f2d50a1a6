// A dimension of which nothing was asked.
import { defineProblem } from '../problem.ts';
import { exampleOriginal, exampleReplication, files } from './example.ts';

export const nothingAsked = defineProblem<{ name: string; items: readonly string[]; users: readonly string[] }>()({
  code: 'SS246',
  name: 'nothing-asked',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleReplication(['  t3  from q3\n', '  t3  from q3\n  w1  absent\n']),
    right: exampleReplication(['  t3  from q3\n', '  t3  from q3\n  w1  absent\n'], ['map {', 'without wealth\n\nmap {']),
    files: {
      ...files,
      'original.study': exampleOriginal([
        'category sex',
        'dimension wealth "Wealth" on agreement { indicator w1 "Has enough money" }\n\ncategory sex',
      ]),
    },
    rightFiles: {
      'original.study': exampleOriginal([
        'category sex',
        'dimension wealth "Wealth" on agreement { indicator w1 "Has enough money" }\n\ncategory sex',
      ]),
    },
  },
});
