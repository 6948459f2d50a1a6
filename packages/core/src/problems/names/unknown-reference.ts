// A reference level that does not exist.
import { listed } from '../../text/listed.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unknownReference = defineProblem<{ level: string; category: string; levels: readonly string[]; nearest: string | null }>({
  code: 'SS212',
  name: 'unknown-reference',
  severity: 'error',
  title: 'A reference level that does not exist',
  message: ({ level, category, levels }) => `The reference of ${category} is to be "${level}", but its levels are ${listed(levels)}.`,
  help: ({ nearest }) =>
    nearest !== null ? `Did you mean "${nearest}"?` : 'Name one of the levels; without a reference clause the first one is used.',
  explanation: `In a regression every other level of the category is compared with its reference level. If the reference is not one of
the levels, no coefficient of the category means anything.`,
  example: {
    command: 'check',
    wrong: spec(`category sex {
  male = 1
  female = 2
  reference men
}`),
    right: spec(`category sex {
  male = 1
  female = 2
  reference male
}`),
    files,
  },
});
