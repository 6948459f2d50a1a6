// Something left out that another declaration needs.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const leftOutButUsed = defineProblem<{ name: string; role: string }>({
  code: 'SS248',
  name: 'left-out-but-used',
  severity: 'error',
  title: 'Something left out that is still needed',
  message: ({ name, role }) => `${name} is left out, but it is still needed as ${role}.`,
  help: ({ name }) =>
    `Leave out what needs it too, or refine that so that it ` +
    `does without ${name}. What the survey did not ask is \`absent\` in ` +
    `the map: it is then dropped from every model.`,
  explanation: `\`without\` drops a declaration of the original as a whole: a regression that is not wanted here, a comparison that makes
no sense. Nothing else is changed by it, so what names the dropped declaration would hang in the air.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['map {', 'without trust\n\nmap {'], ['  t1  from q1\n  t2  from q2 reversed\n  t3  from q3\n', '']),
    right: exampleReplication(
      ['map {', 'without trust, trusting\n\nmap {'],
      ['  t1  from q1\n  t2  from q2 reversed\n  t3  from q3\n', ''],
    ),
    files,
  },
});
