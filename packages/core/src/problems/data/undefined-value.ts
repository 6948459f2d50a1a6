// A computed number has no value.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const undefinedValue = defineProblem<FoundAnswers>()({
  code: 'SS324',
  name: 'undefined-value',
  severity: 'warning',
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
