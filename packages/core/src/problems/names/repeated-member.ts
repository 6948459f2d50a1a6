// The same thing twice in a list.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const repeatedMember = defineProblem<{ name: string; list: string }>({
  code: 'SS215',
  name: 'repeated-member',
  severity: 'error',
  title: 'The same thing twice in a list',
  message: ({ name, list }) => `"${name}" is listed twice in ${list}.`,
  help: () => 'Remove one: counted twice it would weigh double, or make a regression impossible.',
  explanation: `A list of items, predictors or outcomes names each thing once. A dimension stands for its items, so naming a dimension
and one of its items lists that item twice.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block support of a, b, a`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block support of a, b, c`),
    files,
  },
});
