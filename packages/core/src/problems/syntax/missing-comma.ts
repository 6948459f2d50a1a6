// A list without a comma.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingComma = defineProblem<{ before: string; after: string }>({
  code: 'SS109',
  name: 'missing-comma',
  severity: 'error',
  title: 'A list without a comma',
  message: ({ before, after }) => `A comma is missing between "${before}" and "${after}".`,
  help: ({ before, after }) => `Write ${before}, ${after}.`,
  explanation: `Names in a list are parted by commas. Without them nobody could tell a name from the next clause.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a b, c`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a, b, c`),
    files,
  },
});
