// A composed component whose sign nothing in the data decides.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const directionlessComponent = defineProblem<{ index: string; component: number; item: string }>({
  code: 'SS616',
  name: 'directionless-component',
  severity: 'warning',
  title: 'A component without a direction of its own',
  message: ({ index, component, item }) =>
    `Component ${component} of ${index} has no direction of its own: its loadings sum ` +
    `to nearly 0. ` +
    `It enters the ` +
    `index with ${item} high; turned round, the index would be another.`,
  help: () =>
    'Name the component by the item that marks it (`component NAME marked by ITEM`), or compose only components that have a name.',
  explanation: `A component can be turned round without changing what it explains. One that most items load on is turned so that they
load positively. One that sets some items against others has no such side: it is turned so that the item with the highest loading (of
equal ones, the first by name) loads positively, whatever the order of lines. In a sum with other components the choice matters, and is
the author's to make.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator against on 1..6
indicator turned from c on 1..6 reversed

index i { of a, b, against, turned  keep 1 }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator against on 1..6
indicator turned from c on 1..6 reversed

index i { of a, b, against, turned  keep 1  component one marked by a }`),
    files: { 'survey.csv': csv() },
  },
});
