// A fact of asking that has no meaning for what is mapped.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const mapMisfit = defineProblem<{ word: string | null; name: string; kind: string }>()({
  code: 'SS242',
  name: 'map-misfit',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleReplication(['sex from q4 {', 'sex from q4 reversed {']),
    right: exampleReplication(),
    files,
  },
});
