// A dimension of which nothing was asked.
import { defineProblem } from '../problem.ts';
import { exampleOriginal, exampleReplication, files } from './example.ts';

export const nothingAsked = defineProblem<{ name: string; items: readonly string[]; users: readonly string[] }>({
  code: 'SS246',
  name: 'nothing-asked',
  severity: 'error',
  title: 'A dimension of which nothing was asked',
  message: ({ name, items }) =>
    `Nothing of the dimension ${name} was asked here: ${items.join(', ')} ${items.length === 1 ? 'is' : 'are'} absent.`,
  help: ({ name, users }) =>
    `Leave it out: ` +
    `\`without ${name}\`` +
    `${users.length === 0 ? '' : `, and say what ${users.join(' and ')} ${users.length === 1 ? 'is' : 'are'} made of without it: \`index ${users[0]} { of … }\``}. Its scores then mean something else than the original's.`,
  explanation: `An item that was not asked is dropped, and the dimension goes on with the others. A dimension without any item is another
matter: an index of three dimensions is not the index of four. That is to be decided and written down, not to be done in passing.`,
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
