// A code that belongs to two levels.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const overlappingCodes = defineProblem<{ category: string; first: string; second: string; codes: string }>({
  code: 'SS214',
  name: 'overlapping-codes',
  severity: 'error',
  title: 'A code that belongs to two levels',
  message: ({ category, first, second, codes }) => `${codes} belongs to two levels of ${category}: ${first} and ${second}.`,
  help: () => 'Give each code to one level. Ranges that meet are written half open: ..<3 and 3..<15.',
  explanation: `Each answer can be in one level only. With whole numbers write \`..18\` and \`19..45\`; with real values write half-open
ranges such as \`..<3\` and \`3..<15\`, so that exactly 3 belongs to one of them.`,
  example: {
    command: 'check',
    wrong: spec(`category age {
  young = ..40
  old   = 40..
}`),
    right: spec(`category age {
  young = ..<40
  old   = 40..
}`),
    files,
  },
});
