// An entry in a block where it means nothing.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const wrongBlock = defineProblem<{ word: string; block: string; homes: readonly string[] }>({
  code: 'SS106',
  name: 'wrong-block',
  severity: 'error',
  title: 'An entry in a block where it means nothing',
  message: ({ word, block }) => `"${word}" does not belong ${block === 'file' ? 'at the top of a file' : `in ${block}`}.`,
  help: ({ homes }) =>
    homes.length === 0
      ? 'Take it out.'
      : `It belongs in ${homes.map((home) => (home === 'file' ? 'no block, at the top of the file' : home)).join(', ')}.`,
  explanation:
    `Every clause belongs to certain declarations: \`rotate\` to an index, \`where\` to a ` +
    `regression or a ` +
    `comparison. It ` +
    `was read, but it has no effect here.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
block all {
  of a
  rotate varimax
}`),
    right: spec(`indicator a on agreement
block all {
  of a
}`),
    files,
  },
});
