// What the study goes without because something was not asked.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const notAsked = defineProblem<{ name: string; lost: readonly string[] }>({
  code: 'SS247',
  name: 'not-asked',
  severity: 'info',
  title: 'Something of the original that was not asked here',
  message: ({ name, lost }) =>
    `${name} was not asked here; ${lost.length === 0 ? 'nothing else uses it.' : `it is dropped from ${list(lost)}.`}`,
  help: () =>
    'Say so where the results are compared: a model with fewer predictors, or a score of fewer items, is not quite the original one.',
  explanation: `\`absent\` in a map says that the survey does not have a question. The question is dropped from every dimension, block,
index, comparison and regression that uses it, and from claims about it; everything that lost something is listed here, so that nothing
goes unnoticed. A block or model that loses everything goes too. A dimension that loses every item, and a component whose marker was not
asked, are errors: somebody has to decide.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['  t3  from q3\n', '  t3  absent\n']),
    right: exampleReplication(),
    files,
  },
});

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
