// Something that is defined by itself.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

/** Names that are written out. */
const LISTED = 12;

export const cyclicDefinition = defineProblem<{ chain: readonly string[]; what: string }>({
  code: 'SS203',
  name: 'cyclic-definition',
  severity: 'error',
  title: 'Something that is defined by itself',
  message: ({ chain, what }) =>
    `This goes in ` +
    `a circle (${what}): ` +
    `${(chain.length <= LISTED ? chain : [...chain.slice(0, LISTED - 2), `… (${chain.length - LISTED + 1} more)`, chain.at(-1)!]).join(' → ')}.`,
  help: () => 'Break the circle: state the clauses of one of them directly.',
  explanation: `A declaration may be like another, a number may be computed from numbers, an index may be made of dimensions. If one of
them leads back to where it started, nobody can say what comes first.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

number first = second + 1
number second = first * 2`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

number first = a + 1
number second = first * 2`),
    files,
  },
});
