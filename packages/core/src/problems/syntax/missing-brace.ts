// A brace is missing.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingBrace = defineProblem<{ brace: string; after: string }>({
  code: 'SS101',
  name: 'missing-brace',
  severity: 'error',
  title: 'A brace is missing',
  message: ({ brace, after }) =>
    `${after === '' ? 'A block' : `"${after}"`} lacks its ${brace === '{' ? 'opening' : 'closing'} brace "${brace}".`,
  help: ({ brace }) => `Add "${brace}" ${brace === '{' ? 'at the end of the line' : 'after the last line of the block'}.`,
  explanation:
    `What belongs to a declaration stands between \`{\` and \`}\`. One of them is ` +
    `missing; the ` +
    `indentation ` +
    `shows where ` +
    `it was meant.`,
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
