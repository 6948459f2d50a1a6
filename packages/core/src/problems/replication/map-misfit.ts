// A fact of asking that has no meaning for what is mapped.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const mapMisfit = defineProblem<{ word: string; name: string; kind: string }>({
  code: 'SS242',
  name: 'map-misfit',
  severity: 'error',
  title: 'A fact of asking that does not fit what is mapped',
  message: ({ word, name, kind }) => `${word} says nothing about ${name}, which is ${/^[aeiou]/u.test(kind) ? 'an' : 'a'} ${kind}.`,
  help: ({ word, kind }) =>
    word === 'A list of levels'
      ? `${kind === 'column' ? 'The values of a column are texts in quotes: `site from q1 { "A" = 1 }`.' : `Only a category has levels; ${kind === 'indicator' ? 'an indicator takes `on 1..7`, `reversed`, `missing 99`' : 'a number takes `missing 999`'}.`}`
      : 'Only an indicator has a scale and a direction. In a category, write the codes in the order of its levels instead.',
  explanation: `\`on\` and \`reversed\` are about rating scales, so they belong to indicators. Levels in braces belong to categories (and
to columns that are recoded into texts). A number has neither: its map line holds \`from\` and \`missing\`.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['sex from q4 {', 'sex from q4 reversed {']),
    right: exampleReplication(),
    files,
  },
});
