// A share that may be a fraction or a percentage.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const ambiguousShare = defineProblem<{ found: string; share: string }>({
  code: 'SS230',
  name: 'ambiguous-share',
  severity: 'error',
  title: 'A share that may be a fraction or a percentage',
  message: ({ found, share }) =>
    `Is ${found} here ${found} % or ${share.replace('%', ' %')}? A share of the variance is written in percent.`,
  help: ({ found, share }) => `Write \`keep variance ${share}\`, or \`keep variance ${found}%\` if so little is meant.`,
  explanation: `\`keep variance 60%\` keeps as many components as explain 60 % of the variance. Other programs write the same share as
0.6; read as 0.6 % it would keep a single component whatever the data are, and nothing would look wrong. With the percent sign there is
no doubt.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  keep variance 0.6
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  keep variance 60%
}`),
    files,
  },
});
