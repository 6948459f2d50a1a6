// Problems of tables of correlations, groups, cross tables and designs, in English.
import type { WordsOfProblems } from '../../problem-words.ts';

export const tablesProblems = {
  'constant-correlated': {
    title: 'A variable that does not vary has no correlations',
    message: ({ name, variable }) => `${variable} is the same for all cases of ${name}: it correlates with nothing.`,
    help: ({ variable }) => `Take ${variable} out of the table, or widen the condition.`,
    explanation:
      'A correlation says how two variables vary together. One that is the same for everybody varies with nothing, and its ' +
      'correlations are not defined: they are left empty in the table.',
  },
  'controls-determined': {
    title: 'What is held constant determines itself',
    message: ({ name, controls }) =>
      `${name} cannot hold ${controls.join(', ')} constant: ` +
      `${controls.length > 1 ? 'one of them does not vary, or follows from the others' : 'it does not vary'}.`,
    help: () => 'Leave out of `control` what does not vary or is computed from the others.',
    explanation:
      'A partial correlation is what is left of a correlation when the linear effect of the controls is taken out of both ' +
      'variables. A control that does not vary has no effect; of controls that determine each other the effects cannot be told apart.',
  },
  'controls-need-complete': {
    title: 'Partial correlations of pairs with different cases',
    message: ({ name }) =>
      `${name} holds something constant and takes each pair over its own cases: partial correlations need the same cases.`,
    help: () => 'Write `missing listwise`, or leave the clause out.',
    explanation:
      'What a control explains of two variables is taken out of both at once. With pairwise deletion each of the correlations involved ' +
      'would be of other cases, and the result may be no correlation of anybody.',
  },
  'correlations-unweighted': {
    title: 'Correlations in a study with weights',
    message: ({ name }) => `The study has weights or a design, and ${name} cannot take them into account.`,
    help: () => 'Write `unweighted` to have the correlations of the respondents as they are.',
    explanation:
      'With weights a case stands for several people, and strata and clusters change how sure a correlation is. Tables of correlations ' +
      'are computed of respondents alone; that they are must be stated, so that nobody takes them for the population’s.',
  },
  'too-few-correlated': {
    title: 'Too few cases for correlations',
    message: ({ name, n, least }) =>
      `${name} has ${n === 1 ? 'one case' : `${n} cases`}: a correlation that can be tested needs at least ${least}.`,
    help: () => 'Widen the condition, check missing codes, or take `missing pairwise`.',
    explanation:
      'Through two points there is always a line: with two cases every correlation is 1 or −1. Each variable that is held constant needs ' +
      'one case more.',
  },
  'correlated-and-controlled': {
    title: 'A table of correlations that has nothing to correlate',
    message: ({ name, variable }) =>
      variable === null
        ? `${name} names a single variable: a correlation has two.`
        : `${variable} stands in ${name} both in \`of\` and in \`control\`: held constant, it does not vary.`,
    help: ({ variable }) => (variable === null ? 'Add another to `of`.' : `Take ${variable} out of one of the two.`),
    explanation:
      'A table of correlations lists two variables or more in `of`. What stands in `control` is held constant: what is left of it has no ' +
      'variance, so it cannot be among those that are correlated.',
  },
} satisfies Partial<WordsOfProblems>;
