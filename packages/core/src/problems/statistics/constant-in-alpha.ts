// Alpha over cases among whom an item does not vary.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const constantInAlpha = defineProblem<{ name: string; items: readonly string[]; n: number; answered: number }>({
  code: 'SS513',
  name: 'constant-in-alpha',
  severity: 'warning',
  title: 'An item that does not vary among the cases of alpha',
  message: ({ name, items, n, answered }) =>
    `${items.join(', ')} ` +
    `${items.length > 1 ? 'do' : 'does'} not vary among the ${n} respondents ` +
    `who answered ` +
    `every item of ${name}` +
    `${answered > n ? ` (${answered} answered ${items.length > 1 ? 'the first of them' : 'it'})` : ''}: alpha counts ` +
    `${items.length > 1 ? 'them as items that add' : 'it as an item that adds'} nothing.`,
  help: ({ items }) => `Look at who left items unanswered; leave ${items.join(', ')} out if everyone answers alike.`,
  explanation: `Alpha rests on the respondents who answered every item (listwise, as SPSS RELIABILITY). Among them an item may have one
answer only, although it varies among all who answered it. It has no covariance with the others then, lowers alpha, and has no
standardised alpha, omega or squared multiple correlation.`,
  example: {
    command: 'run',
    wrong: study('dimension d on 1..6 { indicator a  indicator b  indicator same }'),
    right: study('dimension d on 1..6 { indicator a  indicator b  indicator c }'),
    files: { 'survey.csv': csv() },
  },
});
