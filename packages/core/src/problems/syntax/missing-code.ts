// A name without what must follow it.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingCode = defineProblem<{ subject: string; sort: string }>({
  code: 'SS116',
  name: 'missing-code',
  severity: 'error',
  title: 'A name without what must follow it',
  message: ({ subject, sort }) =>
    `"${subject}" ` +
    `${sort === 'level' ? 'has no code' : sort === 'claim' ? 'claims nothing' : sort === 'weight' ? 'has no weight' : sort === 'map' ? 'is mapped to nothing' : 'has no figures'}.`,
  help: ({ subject, sort }) =>
    sort === 'level'
      ? `Write ${subject} = and the code that the data file has for it.`
      : sort === 'claim'
        ? `Write ${subject} = 0.812, or < or > and a figure.`
        : sort === 'weight'
          ? `Write ${subject} = 0.4.`
          : sort === 'map'
            ? `Write ${subject} from and its column (from ${subject} when it has the same name), or ${subject} absent.`
            : 'Write what follows it, or delete the line.',
  explanation: `A level needs the code that stands for it in the data (\`female = 2\`), a claim a comparison with a figure, a given
weight its number, a row of a table its figures, a line of a map the column.`,
  example: {
    command: 'check',
    wrong: spec(`category sex {
  male = 1
  female
}`),
    right: spec(`category sex {
  male = 1
  female = 2
}`),
    files,
  },
});
