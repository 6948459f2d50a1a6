// A name that nothing declares.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unknownName = defineProblem<{ name: string; role: string; nearest: string | null; known: readonly string[] }>({
  code: 'SS201',
  name: 'unknown-name',
  severity: 'error',
  title: 'A name that nothing declares',
  message: ({ name, role }) => `Nothing is called "${name}"; ${role} is expected here.`,
  help: ({ name, nearest, known }) =>
    nearest !== null
      ? `Did you mean "${nearest}"?`
      : known.length > 0
        ? `Names that fit: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', …' : ''}.`
        : `Declare "${name}", or correct the spelling.`,
  explanation: `A dimension, block, index, comparison or regression uses things by their names. This name belongs to no declaration of
the study or of the study it replicates. Most often a letter is wrong; sometimes a column of the data file was named
that has no declaration yet: write \`indicator q7 on agreement\` or a \`category\` for it first.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block support of a, bb`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block support of a, b`),
    files,
  },
});
