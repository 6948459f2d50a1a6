// English words of the tables of an index without components.

export const compositeEnglish = {
  members: 'Members and weights',
  member: 'Member',
  consistency: 'Consistency ratio',
  score: { mean: 'The mean of the answers', sum: 'The sum of the answers' },
  needs: (needs: string, of: string) => ` of whoever has ${needs} of ${of}`,
  prorated: ', prorated where some are missing',
  aggregate: { arithmetic: 'The weighted mean of the members', geometric: 'The weighted geometric mean of the members' },
  normalize: {
    range: 'each from its smallest value 0 to its largest 1',
    scale: 'each from the lower end of its scale 0 to the upper end 1',
    z: 'each standardised (mean 0, SD 1)',
    rank: 'each by ranks, 0 to 1',
    none: 'each as it stands',
  },
  weight: {
    equal: 'weighted alike',
    given: 'with given weights, brought to a sum of 1',
    entropy: 'weighted by entropy',
    critic: 'weighted by CRITIC',
    cv: 'weighted by the coefficient of variation',
    ahp: 'weighted by judgements (AHP)',
  },
  both: (first: string, second: string) => `${first} and ${second} (the mean of the two)`,
  turned: (names: string) => `Turned round: ${names}.`,
  rescale: {
    none: 'Scores are not rescaled.',
    t: 'Scores are T scores (mean 50, SD 10).',
    range: (low: string, high: string, from: string) => `Scores are given as ${low}–${high}, ${from}.`,
  },
  goalposts: {
    observed: 'from the lowest to the highest that there is',
    scale: 'from the lowest to the highest that the scales allow',
    range: (low: string, high: string) => `from ${low} to ${high}`,
  },
  gap: ', ',
};

export type CompositeWords = typeof compositeEnglish;
