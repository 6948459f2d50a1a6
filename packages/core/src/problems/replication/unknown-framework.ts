// A built-in framework that there is not.
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const unknownFramework = defineProblem<{ name: string; nearest: string | null; known: readonly string[] }>()({
  code: 'SS249',
  name: 'unknown-framework',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `framework "Mine" replicates "std:social-integraton"
`,
    right: `framework "Mine" replicates "std:social-integration"
`,
    files,
  },
});
