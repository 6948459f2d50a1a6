// Problems of files that compare studies (SS28x), in English.
import type { WordsOfProblems } from '../../problem-words.ts';
import type { WhyNotComparable } from '../../../problems/names/not-comparable.ts';
import { say, type Sayings } from '../../say.ts';

const whyNot: Sayings<WhyNotComparable> = {
  errors: ({ errors }) => `it has ${errors === 1 ? 'an error' : `${errors} errors`}, told at ${errors === 1 ? 'its' : 'their'} own place`,
  comparison: () => 'it is a comparison itself',
  'no data': () => 'it has no data',
  'no file': () => 'nothing says in which file it is',
  'several files': () => 'one study is one file',
};

export const comparisonProblems = {
  'comparison-apart': {
    title: 'A comparison is a file of its own',
    message: ({ kind, file }) =>
      file === 'comparison'
        ? kind === 'comparison'
          ? 'This file has a comparison already; each is a file of its own.'
          : `A file that compares studies takes no ${kind}: comparison, quantity, hypothesis and report may stand in it.`
        : 'A comparison cannot stand in the file of a study.',
    help: ({ kind, file }) =>
      file === 'comparison'
        ? kind === 'comparison'
          ? 'Put it into another file.'
          : `State the ${kind} in a study that is compared: in every one that it is true of.`
        : 'Put it into a file of its own, with the quantities and hypotheses that use its numbers.',
    explanation: `A comparison holds whole studies against each other: each has its own file with its data, scales and analyses, and can be
run without the others. The file of the comparison names them, and may make figures of its numbers (\`quantity\`),
claim something of them (\`hypothesis\`) and say how it is written (\`report\`).`,
  },

  'too-few-studies': {
    title: 'Fewer than two studies to compare',
    message: ({ name, count }) => `The comparison "${name}" names ${count === 0 ? 'no study' : 'one study only'}; it takes two or more.`,
    help: () => 'Write each as a line of its own: a name, =, and its file in quotation marks, the original first.',
    explanation: `The first study is what the others are held against. So there must be another one: \`bijie = "bijie.study"\`.`,
  },

  'not-comparable': {
    title: 'A study that cannot be compared',
    message: ({ name, file, why }) => `${file === '' ? `"${name}"` : `"${file}"`} cannot be compared: ${say(whyNot, why)}.`,
    help: ({ name, file, why }) => {
      switch (why.is) {
        case 'errors':
          return `Mend them first: studyspec check "${file}" tells them too.`;
        case 'comparison':
          return 'Name the studies that it compares instead.';
        case 'no data':
          return 'Name a study with a data block, or take the line out.';
        case 'no file':
        case 'several files':
          return `Write its file in quotation marks: ${name} = "${name}.study".`;
      }
    },
    explanation: `A comparison computes each of its studies first, as \`studyspec run\` does. From a study with errors nothing is
computed, and a framework has no answers to compare.`,
  },

  'compared-twice': {
    title: 'One study twice in a comparison',
    message: ({ name, other, file }) => `"${name}" is the same study as "${other}": "${file}".`,
    help: () => 'Take one of the two lines out, or correct its file.',
    explanation: `Held against itself a study differs in nothing, and taken twice it counts for two in what is estimated of all studies
together: intervals would be too narrow.`,
  },
} satisfies Partial<WordsOfProblems>;
