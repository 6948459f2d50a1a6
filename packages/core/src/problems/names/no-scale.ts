// A reversal without a scale.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const noScale = defineProblem<{ name: string }>({
  code: 'SS229',
  name: 'no-scale',
  severity: 'error',
  title: 'A reversal without a scale',
  message: ({ name }) => `${name} is reversed, but it has no scale: nobody can say what the opposite of an answer is.`,
  help: ({ name }) => `Say on which scale ${name} was asked: on 1..5, or on a declared scale.`,
  explanation: `Reversing maps an answer x to lowest + highest − x, so the ends of the scale must be known.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a reversed`),
    right: spec(`indicator a on 1..5 reversed`),
    files,
  },
});
