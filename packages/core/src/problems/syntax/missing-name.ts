// A declaration without a name.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingName = defineProblem<{ kind: string; example: string }>()({
  code: 'SS107',
  name: 'missing-name',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator "Likes it" on agreement`),
    right: spec(`indicator a "Likes it" on agreement`),
    files,
  },
});
