// A clause or a claim without its value.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingValue = defineProblem<{ word: string; example: string | null }>({
  code: 'SS108',
  name: 'missing-value',
  severity: 'error',
  title: 'A clause or a claim without its value',
  message: ({ word }) => `"${word}" says nothing: its value is missing.`,
  help: ({ example }) => (example === null ? 'Write the value, or delete the line.' : `For example: ${example}`),
  explanation: `The word is there, what it is to be is not. Perhaps the line is not finished yet.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  extract
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  extract components
}`),
    files,
  },
});
