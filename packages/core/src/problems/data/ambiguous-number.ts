// A number can be read in two ways.
import type { NumberWitness } from '../data-phrases.ts';
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const ambiguousNumber = defineProblem<{
  file: string;
  column: string;
  cell: string;
  read: number;
  other: number;
  why: NumberWitness;
  others: number;
}>()({
  code: 'SS315',
  name: 'ambiguous-number',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(['scale agreement', 'number income "Income"\n\nscale agreement']),
    right: exampleStudy(['scale agreement', 'number income "Income"\n\nscale agreement'], ['  id id\n', '  id id\n  decimal point\n']),
    files: { 'survey.csv': withIncome((row) => `1,${250 + row}`) },
  },
});

function withIncome(income: (row: number) => string): string {
  return exampleAnswers()
    .trimEnd()
    .split('\n')
    .map((line, row) => `${line.replaceAll(',', ';')};${row === 0 ? 'income' : income(row)}`)
    .join('\n');
}
