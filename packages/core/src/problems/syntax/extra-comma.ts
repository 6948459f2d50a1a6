// A list that ends in a comma.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const extraComma = defineProblem<{ before: string }>()({
  code: 'SS110',
  name: 'extra-comma',
  severity: 'error',
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
