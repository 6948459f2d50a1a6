// A brace too many.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const extraBrace = defineProblem<{ brace: string }>()({
  code: 'SS102',
  name: 'extra-brace',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`block all of a
}
indicator a on agreement
indicator b on agreement
indicator c on agreement
`),
    right: spec(`block all of a
indicator a on agreement
indicator b on agreement
indicator c on agreement
`),
    files,
  },
});
