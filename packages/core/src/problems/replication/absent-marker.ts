// A component marked by something that was not asked.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const absentMarker = defineProblem<{ marker: string; component: string; index: string; items: readonly string[] }>({
  code: 'SS245',
  name: 'absent-marker',
  severity: 'error',
  title: 'A component marked by something that was not asked',
  message: ({ marker, component, index }) => `${component} of ${index} is marked by ${marker}, which was not asked here.`,
  help: ({ component, index, items }) =>
    `Name another item that belongs to ` +
    `it: \`index ${index} { component ` +
    `${component} marked by ` +
    `${items[0] ?? '…'} }\`; or leave it out: \`without ${component}\`, and \`keep\` one fewer.`,
  explanation: `A component is recognised by the item that marks it, in every sample. Where that item was not asked, somebody who knows
the questions has to say which other item stands for the component; a program that chose one could silently swap two components.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['t1  from q1', 't1  absent']),
    right: exampleReplication(),
    files,
  },
});
