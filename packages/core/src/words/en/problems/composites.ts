// Problems of indices without components (SS390–), in English.
import type { WordsOfProblems } from '../../problem-words.ts';

const plain = (value: number): string => String(Number(value.toPrecision(4)));

export const compositesProblems = {
  'scores-beyond-goalposts': {
    title: 'Scores of an index lie beyond its goalposts',
    message: ({ index, count, low, high, goalposts: [from, to] }) =>
      `${count} ${count === 1 ? 'score' : 'scores'} of ${index} ${count === 1 ? 'lies' : 'lie'} beyond the goalposts ` +
      `${plain(from)}..${plain(to)} (they run from ${plain(low)} to ${plain(high)}) and ${count === 1 ? 'is' : 'are'} held at the nearer ` +
      `one.`,
    help: ({ low, high, goalposts: [from, to] }) =>
      `If they are to be told apart, set wider ones: \`goalposts ${plain(Math.min(low, from))}..${plain(Math.max(high, to))}\`.`,
    explanation: `Goalposts say which scores, before they are rescaled, become the ends of the range in which the index is given, so
that samples can be compared. A score beyond them is held at the nearer end, as the Human Development Index does
(UNDP, Technical note 1).`,
  },

  'unweightable-members': {
    title: 'Members from which no weights can be made',
    message: ({ index, by, why, member }) =>
      ({
        negative: `${member} has values below 0 as it enters ${index}: they have no share, so there is no weight by ${by}.`,
        constant: `${member} does not vary among the cases of ${index}, or its mean is 0: there is no weight by ${by}.`,
        nothing: `The members of ${index} tell no case from another: there is no weight by ${by}.`,
      })[why],
    help: ({ why }) =>
      why === 'nothing' ? 'Weight them alike: `weight equal`.' : 'Bring the members to 0 and more first: `normalize range`.',
    explanation: `Entropy takes each case's share of a member's total, which a negative value has not; the coefficient of variation
divides by the mean, which is 0 of standard scores. Both are meant for members that were brought to the range 0..1.`,
  },

  'constant-score': {
    title: 'An index that is the same for everyone',
    message: ({ index }) => `The scores of ${index} do not vary: they have no range of their own that could be stretched.`,
    help: () => 'State the range that they could have: `goalposts scale` or `goalposts 1..6`; or leave them as they are: `rescale none`.',
    explanation: `Without goalposts the lowest and the highest score become the ends of the range. Where all are alike there are no
such ends.`,
  },

  'geometric-zeros': {
    title: 'Zeros in a geometric mean',
    message: ({ index, zeros, negatives, cases }) =>
      [
        ...(zeros > 0 ? [`${zeros} of ${cases} scores of ${index} are 0, since one of their members is 0`] : []),
        ...(negatives > 0
          ? [`${negatives} of ${cases} cases have no score${zeros > 0 ? '' : ` of ${index}`}, since one of their members is below 0`]
          : []),
      ].join('; ') + '.',
    help: ({ negatives }) =>
      negatives > 0
        ? 'Bring the members to 0 and more: `normalize range`.'
        : 'If that is not meant, take the mean of the members: `aggregate arithmetic`; or goalposts that nobody reaches.',
    explanation: `A geometric mean does not let one member make up for another: where one is 0, the index is 0 whatever the others
are. With \`normalize range\` the lowest case of each member is such a case.`,
  },

  'inconsistent-judgements': {
    title: 'Judgements of importance that contradict each other',
    message: ({ index, ratio, pair: [first, second], said, implied }) =>
      `The judgements of ${index} contradict each other: their consistency ratio is ${ratio.toFixed(3)}, above 0.1. ` +
      `${first} / ${second} fits the others least: it was judged ${plain(said)}, and the others make it ${plain(implied)}.`,
    help: ({ pair: [first, second], implied }) =>
      `Look at it again: the others ask for \`${first} / ${second} = ${implied >= 1 ? plain(implied) : `1/${plain(1 / implied)}`}\`.`,
    explanation: `If a is three times as important as b, and b three times as important as c, then a is nine times as important as c.
The consistency ratio measures how far judgements are from that, by the average of random ones: Saaty (1980) sends
those above 0.1 back to whoever judged.`,
  },

  'weights-brought-to-one': {
    title: 'Given weights are brought to a sum of 1',
    message: ({ index, sum, weights }) =>
      `The weights of ${index} sum to ${plain(sum)}; they are brought to 1: ` +
      `${weights.map(({ name, weight }) => `${name} ${plain(weight)}`).join(', ')}.`,
    help: () => 'Nothing has to be done; to see the weights that are used where they are given, write these.',
    explanation: `An index of weighted members is their weighted mean, so weights count by their shares of the sum.`,
  },

  'bad-judgements': {
    title: 'Judgements of pairs that are missing or are none',
    message: ({ index, found, members }) => {
      switch (found.is) {
        case 'missing':
          return `Nobody judged ${found.pairs.map(([first, second]) => `${first} / ${second}`).join(', ')} of ${index}.`;
        case 'no pair':
          return `"${found.text}" is no pair of members of ${index} (${members.join(', ')}).`;
        case 'not positive':
          return `The judgement of ${found.text} is not a positive number.`;
        case 'twice':
          return `${found.text} is judged twice.`;
        case 'too many':
          return `${index} has ${found.count} members; judgements of more than 15 have no random index to be held against.`;
      }
    },
    help: ({ found, members }) => {
      const [first = 'a', second = 'b'] = found.is === 'missing' ? found.pairs[0]! : members;
      return `Write each pair once: \`${first} / ${second} = 3\` where ${first} is three times as important, a third the other way round.`;
    },
    explanation: `Weights by judgements (AHP) are made of one judgement for each pair of members: how many times as important the
first is as the second.`,
  },

  'two-kinds-of-index': {
    title: 'An index that is to be made in two ways at once',
    message: ({ index, first, second, of }) =>
      of === 'components'
        ? `\`${first}\` makes ${index} an index without components, and \`${second}\` speaks of components.`
        : `\`${first}\` makes ${index} a score of its answers, and \`${second}\` is of weighted members.`,
    help: ({ second }) => `Take \`${second}\` out, or the other.`,
    explanation: `An index is made of components (\`extract\`, \`keep\`, \`rotate\`, \`component\`, \`compose\`), or it is the mean
or the sum of its answers (\`score\`), or the weighted mean of its members (\`normalize\`, \`weight by entropy\`,
\`aggregate\`): one of these.`,
  },

  'no-ends': {
    title: 'A scale that nobody has stated',
    message: ({ index, members, clause }) =>
      members.length === 0
        ? `\`${clause}\` of ${index} needs the ends that its scores can have, and weights from the data leave them open.`
        : `\`${clause}\` of ${index} needs the ends that ${members.join(', ')} can have, and nobody states them.`,
    help: ({ members, clause }) =>
      members.length === 0
        ? 'State them: `goalposts 0..1`; or bring the members to one range: `normalize range`.'
        : `Say what ${members[0]!} can be, \`within 0..24\`, or give it a scale` +
          `${clause === 'goalposts scale' ? '; or state the goalposts: `goalposts 0..1`' : ''}.`,
    explanation: `A scale has its ends, a number those of \`within\` or \`rescale\`, a dimension those of its items, an index those
of its \`rescale\`. What is measured from the ends of scales, and not from the lowest and highest answer, is
comparable between samples.`,
  },

  'turned-elsewhere': {
    title: 'A number that is reversed in one place only',
    message: ({ number, indices, users }) =>
      `${number} is turned round where ${indices.join(', ')} ${indices.length > 1 ? 'normalize' : 'normalizes'} it; ` +
      `in ${users.join(', ')} it is as it stands.`,
    help: ({ number }) => `If it is to be turned round everywhere, say what ${number} can be: \`within 0..24\`.`,
    explanation: `The opposite of a number is known when the ends of its range are. \`normalize\` finds or knows them, and turns it
round there; elsewhere nobody says what low + high − x would be.`,
  },
} satisfies Partial<WordsOfProblems>;
