// A named component that the composite leaves out.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const leftOutOfComposite = defineProblem<{ index: string; components: readonly string[] }>({
  code: 'SS607',
  name: 'left-out-of-composite',
  severity: 'warning',
  title: 'A named component that the composite leaves out',
  message: ({ index, components }) =>
    `${index} is composed without ${components.join(', ')}: the composite says nothing about ${components.length > 1 ? 'them' : 'it'}.`,
  help: () => 'Intended? Then say so in the text. Otherwise leave out the compose clause: by default every named component is composed.',
  explanation: `The composite is the weighted sum of the composed components only. Readers will assume that it holds all that are named.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6

index i {
  of a, b, c, d
  keep 2
  component first  "First"  marked by a
  component second "Second" marked by d
  compose first
}`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6

index i {
  of a, b, c, d
  keep 2
  component first  "First"  marked by a
  component second "Second" marked by d
  compose first, second
}`),
    files: { 'survey.csv': csv() },
  },
});
