// A text without its closing quote.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const unclosedText = defineProblem<{ quote: string }>()({
  code: 'SS103',
  name: 'unclosed-text',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a "Likes it on agreement
`),
    right: spec(`indicator a "Likes it" on agreement
`),
    files,
  },
});
