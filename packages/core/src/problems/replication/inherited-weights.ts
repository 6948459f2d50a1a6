// Weights that another study's answers gave, carried over without a word.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const inheritedWeights = defineProblem<{
  index: string;
  weights: readonly { readonly name: string; readonly weight: number }[];
  original: string;
}>()({
  code: 'SS252',
  name: 'inherited-weights',
  severity: 'info',
  example: {
    command: 'check',
    wrong: exampleReplication(),
    right: exampleReplication(['map {', 'index trusting { weight by explained variance }\n\nmap {']),
    files: Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        text.replace('component trustful marked by t1', 'component trustful marked by t1\n  weight given { trustful = 2 }'),
      ]),
    ),
  },
});
