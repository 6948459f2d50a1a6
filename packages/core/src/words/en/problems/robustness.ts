// Problems of robustness, in English.
import type { WordsOfProblems } from '../../problem-words.ts';
import { listed } from '../../../text/listed.ts';

export const robustnessProblems = {
  'idle-alternatives': {
    title: 'Alternatives of an option that the number does not rest on',
    message: ({ word, name, declarations }) =>
      `${word} changes nothing of the number of ${name}: ` +
      (declarations.length === 0 ? 'it rests on no declaration with options.' : `no option of ${listed(declarations)} is called so.`),
    help: ({ words }) =>
      words.length === 0 ? 'Ask for a number of an index, a comparison or a regression.' : `Take it out; there are ${listed(words)}.`,
    explanation: `A robustness computes a number again under other choices: those of the declaration that it belongs to and of the indices
behind its outcome and its predictors. An option of anything else would multiply the specifications without moving one of them.`,
  },

  'robustness-of-robustness': {
    title: 'A robustness of a number that a robustness has',
    message: ({ name, number, robustness }) =>
      `${name} is of ${number}, which comes out of the robustness ${robustness}; expected a number of an analysis.`,
    help: ({ robustness }) => `Ask for the number that ${robustness} is of, and try all options in one declaration.`,
    explanation: `A robustness runs the study again under each combination of its alternatives, without other robustnesses: these would run
it again within each run. What two declarations would try together, one tries with both options.`,
  },

  'too-many-specifications': {
    title: 'More specifications than are run',
    message: ({ name, count, most, options }) => `${name} has ${count} specifications (${options.join(' × ')}); at most ${most} are run.`,
    help: () => 'Take alternatives out, or try the options in two declarations of their own.',
    explanation: `Every combination of the alternatives is a specification, so the counts multiply. Beyond a few thousand a curve shows
nothing more, and each of them is the whole analysis again.`,
  },
} satisfies Partial<WordsOfProblems>;
