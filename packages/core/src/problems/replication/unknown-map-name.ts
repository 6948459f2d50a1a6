// A map line for something that the original does not ask.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const unknownMapName = defineProblem<{ name: string; original: string; nearest: string | null; known: readonly string[] }>({
  code: 'SS240',
  name: 'unknown-map-name',
  severity: 'error',
  title: 'A map line for something that the original does not ask',
  message: ({ name, original }) => `"${original}" asks nothing called "${name}".`,
  help: ({ nearest, known }) =>
    (nearest !== null
      ? `Did you mean "${nearest}"?`
      : known.length === 0
        ? 'It declares no indicator, category or number.'
        : `It asks ${known.slice(0, 8).join(', ')}${known.length > 8 ? ` and ${known.length - 8} more` : ''}.`) +
    ' What only this survey asks is declared outside the map, as an indicator, a category or a number.',
  explanation: `A map says how this survey asked what the original asked. Each line begins with a name of the original: an indicator, a
category or a number it declares, or a column that it or this study names (\`site from q1\`). Names of this survey's own columns stand
after \`from\`.

A question that the original does not have is no matter of mapping: declare it as in any study.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['  t3  from q3\n', '  t3  from q3\n  t33 from village\n']),
    right: exampleReplication(),
    files,
  },
});
