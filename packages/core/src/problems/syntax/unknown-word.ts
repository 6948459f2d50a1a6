// A line that begins with no word of the language.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const unknownWord = defineProblem<{
  word: string;
  expected: string | null;
  like: string | null /** What to do in its place, for words that other programs have. */;
  instead?: string;
}>({
  code: 'SS105',
  name: 'unknown-word',
  severity: 'error',
  title: 'A line that begins with no word of the language',
  message: ({ word }) => `"${word}" begins nothing here.`,
  help: ({ expected, like, instead }) =>
    instead !== undefined
      ? `${instead.charAt(0).toUpperCase()}${instead.slice(1)}.`
      : like !== null
        ? `Does this declare a ${like}? Then write "${like}".`
        : expected !== null
          ? `Expected here: ${expected}.`
          : 'A line begins with a declaration such as study, data, indicator, category, index or regression.',
  explanation:
    `Each entry begins with a word that says what it is: \`indicator\`, \`of\`, \`keep\` … ` +
    `What stands ` +
    `here is none of ` +
    `those that this block knows.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  factors 2
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  keep 2
}`),
    files,
  },
});
