// Weights that another study's answers gave, carried over without a word.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const inheritedWeights = defineProblem<{
  index: string;
  weights: readonly { readonly name: string; readonly weight: number }[];
  original: string;
}>({
  code: 'SS252',
  name: 'inherited-weights',
  severity: 'info',
  title: 'Given weights of the original, inherited',
  message: ({ index, weights, original }) =>
    `${index} is weighted by constants of "${original}": ${weights.map(({ name, weight }) => `${name} = ${weight}`).join(', ')}.`,
  help: ({ index, weights }) =>
    `If they were estimated from the original's answers, estimate them ` +
    `here: \`index ${index} { weight by explained variance ` +
    `}\`. To score by the original's rule, say ` +
    `so: \`index ${index} { weight given { ` +
    `${weights.map(({ name, weight }) => `${name} = ${weight}`).join(', ')} } }\`.`,
  explanation: `\`weight given\` holds numbers. Where they came out of the original's own answers (shares of explained variance, say), a
replication that inherits them is no replication of the procedure: it scores its people by another survey's estimates. That may be
wanted, to compare scores, or not. Either way the replicating study should say it.`,
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
