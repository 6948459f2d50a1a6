// A computed number has no value.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const undefinedValue = defineProblem<FoundAnswers>({
  code: 'SS324',
  name: 'undefined-value',
  severity: 'warning',
  title: 'A computed number has no value',
  message: ({ where, variable, value, expected, count }) =>
    `${where}: ${variable} has no value, for ` +
    `${expected.replace('a value of ', '')} is not defined where ${value}; it is treated ` +
    `as missing${count > 1 ? ` (${count} such rows).` : '.'}`,
  help: () =>
    'Usually a 0 stands for "no answer" in a column that is divided by, or whose ' +
    'logarithm is ' +
    'taken: declare ' +
    'it, as `number ' +
    'size missing 0`.',
  explanation: `Nothing can be divided by zero, and zero and negative numbers have no logarithm. A computed number that would need it is
treated as missing in that row, and reported with the values it was computed from.

Often the zero is not a real answer: nobody lives in a household of 0. Then declare the number with its missing code and compute from it.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['scale agreement', 'number share "Share" = happy / size\n\nscale agreement']),
    right: exampleStudy([
      'scale agreement',
      'number persons "Persons in the household" from size missing 0\nnumber share "Share" = happy / persons\n\nscale agreement',
    ]),
    files: {
      'survey.csv': exampleAnswers()
        .trimEnd()
        .split('\n')
        .map((line, row) => `${line},${row === 0 ? 'size' : row % 5}`)
        .join('\n'),
    },
  },
});
