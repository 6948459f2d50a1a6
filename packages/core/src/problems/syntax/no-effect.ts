// A part of an entry that nothing reads.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const noEffect = defineProblem<{ found: string; says: string }>({
  code: 'SS126',
  name: 'no-effect',
  severity: 'error',
  title: 'A part of an entry that would have no effect',
  message: ({ found, says }) => `${found} would have no effect here: ${says}.`,
  help: () => 'Delete it, or write it where it belongs.',
  explanation: `Everything that a spec says is carried out, or refused. This part can be read, but nothing could be made of it: a second
code where there is one, a label where nothing shows it, a percent sign behind a number of points. Were it passed over, the spec would
say one thing and the numbers another.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement

hypothesis high {
  a.mean > 2 | 3
}`),
    right: spec(`indicator a on agreement
indicator b on agreement

hypothesis high {
  a.mean > 2
}`),
    files,
  },
});
