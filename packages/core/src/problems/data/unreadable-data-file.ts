// The data file cannot be read.
import type { FileRefusal } from '../data-phrases.ts';
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** Raised by whoever reads files for core. */
export const unreadableDataFile = defineProblem<{ file: string; reason: FileRefusal; nearest?: string | null }>()({
  code: 'SS301',
  name: 'unreadable-data-file',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survy.csv']),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers() },
  },
});
