// A brace is missing.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingBrace = defineProblem<{ brace: string; after: string }>()({
  code: 'SS101',
  name: 'missing-brace',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`dimension d on agreement {
  indicator a
  indicator b

block all of a`),
    right: spec(`dimension d on agreement {
  indicator a
  indicator b
}

block all of a`),
    files,
  },
});
