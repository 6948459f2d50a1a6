// Two groups that say different things about an item's missing answers.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unlikeMissing = defineProblem<{ name: string; first: string; second: string }>({
  code: 'SS232',
  name: 'unlike-missing',
  severity: 'error',
  title: 'Two groups with different missing codes for one variable',
  message: ({ name, first, second }) => `${name} belongs to ${first} and to ${second}, which list different codes for no answer.`,
  help: ({ name }) => `Say it once, at ${name} itself: \`missing …\` there holds before both.`,
  explanation: `\`missing\` on a dimension or a block holds for its members. A variable that belongs to two of them with different lists
would have two sets of missing codes, and its numbers would depend on which came last.`,
  example: {
    command: 'check',
    wrong: spec(`dimension ties on agreement missing 9 {
  indicator a
  indicator b
}
block support missing 8 of a, b`),
    right: spec(`dimension ties on agreement missing 9 {
  indicator a missing 8 | 9
  indicator b missing 8 | 9
}
block support missing 8 of a, b`),
    files,
  },
});
