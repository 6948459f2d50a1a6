// One name for two things.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const duplicateName = defineProblem<{ name: string; kind: string; otherKind: string }>({
  code: 'SS202',
  name: 'duplicate-name',
  severity: 'error',
  title: 'One name for two things',
  message: ({ name, kind, otherKind }) =>
    kind === otherKind
      ? `"${name}" is declared twice (${kind}).`
      : `"${name}" is declared as ${kind}, but it is already the name of a declaration of kind ${otherKind}.`,
  help: () => 'Rename one of the two, or remove one: each result has one address, so each name means one thing.',
  explanation: `Every number of a study has an address that starts with a name. Were a name to mean two things, so would the address.
Columns of the data file are apart from this: a column may be called like a declaration.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator b "Asked again" from d on agreement`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator b_again "Asked again" from d on agreement`),
    files,
  },
});
