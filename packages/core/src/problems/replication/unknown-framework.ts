// A built-in framework that there is not.
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const unknownFramework = defineProblem<{ name: string; nearest: string | null; known: readonly string[] }>({
  code: 'SS249',
  name: 'unknown-framework',
  severity: 'error',
  title: 'A built-in framework that there is not',
  message: ({ name }) => `There is no built-in framework "${name}".`,
  help: ({ nearest, known }) =>
    `${nearest === null ? '' : `Did you mean "${nearest}"? `}Built in: ` +
    `${known.map((one) => `"${one}"`).join(', ')}. A framework of ` +
    `your own is named by its file: \`replicates "framework.study"\`.`,
  explanation: `Names that begin with \`std:\` belong to the language's own library of frameworks: dimensions, indicators, scales and
analyses without data, ready to be replicated. Any other name is a file beside the spec.`,
  example: {
    command: 'check',
    wrong: `framework "Mine" replicates "std:social-integraton"
`,
    right: `framework "Mine" replicates "std:social-integration"
`,
    files,
  },
});
