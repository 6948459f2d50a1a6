// A robustness with more combinations than are run.
import { defineProblem } from '../problem.ts';
import { files, robust } from './example.ts';

export const tooManySpecifications = defineProblem<{ name: string; count: number; most: number; options: readonly string[] }>()({
  code: 'SS541',
  name: 'too-many-specifications',
  severity: 'error',
  example: {
    command: 'check',
    wrong: robust(
      `keep ${Array.from({ length: 72 }, (_, at) => `variance ${at + 20}%`).join(' | ')}
  rotate varimax | varimax raw | quartimax | none
  weight by explained variance | equal
  errors classical | hc0 | hc1 | hc2 | hc3 | hc4 | hc4m | cluster sex
  missing listwise | mean`,
      true,
    ),
    right: robust(
      `keep variance 50% | variance 60%
  rotate varimax | varimax raw | quartimax | none
  weight by explained variance | equal
  errors classical | hc0 | hc1 | hc2 | hc3 | hc4 | hc4m | cluster sex
  missing listwise | mean`,
      true,
    ),
    files,
  },
});
