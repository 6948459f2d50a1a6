// Correlations hardly worth factoring.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const lowAdequacy = defineProblem<{ index: string; kmo: number }>({
  code: 'SS603',
  name: 'low-adequacy',
  severity: 'warning',
  title: 'Correlations hardly worth factoring',
  message: ({ index, kmo }) => `KMO of ${index} is ${kmo.toFixed(3)}, below .6: the items share too little for components to mean much.`,
  help: () => 'Look at the MSA of each item and leave out the lowest, or use dimensions instead of components.',
  explanation: `Kaiser called values below .6 mediocre to unacceptable. Components of such correlations depend on chance.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator d on 1..6

index i { of a, d  keep 1  component one "One" marked by a }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  component one "One" marked by a }`),
    files: { 'survey.csv': csv() },
  },
});
