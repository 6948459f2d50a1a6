// A part of an entry that cannot be read.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const notUnderstood = defineProblem<{ found: string; what: string; example: string | null }>({
  code: 'SS112',
  name: 'not-understood',
  severity: 'error',
  title: 'A part of an entry that cannot be read',
  message: ({ found, what }) => `${found === '' ? 'The line ends too early' : `"${found}" cannot be read`}: ${what} is expected here.`,
  help: ({ example }) => (example === null ? 'Correct it or delete it.' : `For example: ${example}`),
  explanation:
    `The beginning of the entry is understood, this part of it is not. Nothing else ` +
    `is affected: ` +
    `the rest of ` +
    `the file is ` +
    `read as it stands.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement ?`),
    right: spec(`indicator a on agreement`),
    files,
  },
});
