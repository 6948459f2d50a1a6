// A level without codes, or a category without levels.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const noCodes = defineProblem<{ name: string; category: string | null }>({
  code: 'SS213',
  name: 'no-codes',
  severity: 'error',
  title: 'A level without codes, or a category without levels',
  message: ({ name, category }) =>
    category === null ? `The category ${name} has no levels.` : `The level ${name} of ${category} has no codes: which answers are it?`,
  help: ({ name, category }) =>
    category === null
      ? `List its levels in braces: ${name} { first = 1  second = 2 }.`
      : `Write ${name} = and the code, range or text that the data file holds for it.`,
  explanation: `A category turns what the data file holds (codes, texts, numbers) into named levels, so each level has to say which
codes belong to it. Answers that no level lists would be lost.`,
  example: {
    command: 'check',
    wrong: spec(`category sex`),
    right: spec(`category sex { male = 1  female = 2 }`),
    files,
  },
});
