// A list that ends in a comma.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const extraComma = defineProblem<{ before: string }>({
  code: 'SS110',
  name: 'extra-comma',
  severity: 'error',
  title: 'A list that ends in a comma',
  message: () => `Nothing follows this comma.`,
  help: ({ before }) => `Delete it, or write the name that was to follow "${before}".`,
  explanation: `A comma says that another name follows; after the last name of a list there is none.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a, b,

indicator d on agreement`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a, b

indicator d on agreement`),
    files,
  },
});
