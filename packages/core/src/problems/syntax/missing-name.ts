// A declaration without a name.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingName = defineProblem<{ kind: string; example: string }>({
  code: 'SS107',
  name: 'missing-name',
  severity: 'error',
  title: 'A declaration without a name',
  message: ({ kind }) => `This ${kind} has no name.`,
  help: ({ example }) => `For example: ${example}`,
  explanation:
    `Whatever is used elsewhere needs a name: letters, digits and \`_\` of any script, not ` +
    `beginning with ` +
    `a digit. The ` +
    `label in quotes comes after it.`,
  example: {
    command: 'check',
    wrong: spec(`indicator "Likes it" on agreement`),
    right: spec(`indicator a "Likes it" on agreement`),
    files,
  },
});
