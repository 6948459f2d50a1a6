// English sentences of a comparison's first page. Numbers come formatted and lists joined; `''` where a list is empty.

export const firstPageEnglish = {
  title: 'At a glance',
  can: 'What can be compared',
  differs: 'What differs',
  cannot: 'What cannot be said',
  nothingCan: 'Nothing was found that can be compared as it stands.',
  nothingDiffers: 'Nothing that was looked at differs.',
  comparable: (what: 'means' | 'relations', index: string, without: string, letGo: string) =>
    `${index}: ${what === 'means' ? 'means and relations' : 'relations (correlations, coefficients)'} can be compared` +
    `${what === 'means' ? '' : ', means cannot'}` +
    `${without === '' ? '' : `, without ${without}`}${letGo === '' ? '' : `; ${letGo} may differ between the studies`}.`,
  level: (index: string, study: string, first: string, estimate: string, interval: string, sign: 'higher' | 'lower' | 'unclear') =>
    sign === 'unclear'
      ? `${index}: no difference between ${study} and ${first} is shown (${estimate}, 95 % CI ${interval}).`
      : `${index} is ${sign} in ${study} than in ${first} (${estimate}, 95 % CI ${interval}).`,
  levelNote: (first: string) =>
    `Differences of level: scores of all studies by ${first}’s rule, with Welch’s interval. The rule is taken as it is; that it ` +
    `was itself estimated is not in the interval.`,
  coefficientsAlike: (regression: string, outcomes: string, terms: string) =>
    `${regression}: none of ${terms} coefficients is shown to differ (Wald’s tests after Holm) for ${outcomes}.`,
  hypothesesAlike: (count: string) => `The verdict on each of ${count} common hypotheses is the same everywhere.`,
  moved: (item: string, study: string, from: string, to: string, mi: string, before: string, after: string, alsoIn: string) =>
    `“${item}” belongs to ${to} and not to ${from} in ${study}${alsoIn === '' ? '' : ` (and in ${alsoIn})`}: modification index ` +
    `${mi}, and χ² of the model falls from ${before} to ${after} when it is moved. Check its wording and its map line.`,
  map: (study: string, items: string) => `${study}: columns look mistaken for each other: ${items}. Check the map first.`,
  looksLike: (item: string, like: string) => `the answers under “${item}” look like those to “${like}”`,
  reversed: (item: string, study: string) => `“${item}” looks reversed in ${study}.`,
  rescaled: (item: string, study: string) => `“${item}” looks as if it had been asked on another scale in ${study}.`,
  levelFails: (index: string, reached: 'none' | 'configural' | 'metric') =>
    `${index}: ${
      reached === 'metric'
        ? 'people who stand alike do not answer alike (intercepts differ), so that means cannot be compared'
        : reached === 'configural'
          ? 'items do not weigh alike (loadings differ), so that neither relations nor means can be compared'
          : 'not even the form of the scale is the same'
    }.`,
  analysed: (names: string, clauses: string) =>
    `Analysed differently: ${names === '' ? 'the data' : names}${clauses === '' ? '' : ` (${clauses})`}.`,
  asked: (count: string, variables: string) =>
    `Asked or coded differently: ${count} ${count === '1' ? 'variable' : 'variables'} (${variables}).`,
  coefficients: (regression: string, outcome: string, terms: string, count: string, of: string) =>
    `${regression}, ${outcome}: ${count} of ${of} coefficients differ after Holm: ${terms}.`,
  opposite: (regression: string, outcome: string, terms: string) =>
    `${regression}, ${outcome}: opposite signs, each significant: ${terms}.`,
  hypothesis: (name: string) => `The verdict on “${name}” is not the same everywhere.`,
  form: (index: string, study: string, cfi: string, rmsea: string, srmr: string) =>
    `${index}: in ${study} the declared dimensions fit ` +
    `badly (CFI ${cfi}, RMSEA ${rmsea}, SRMR ${srmr}), so that every comparison of its measurement stands on weak ground.`,
  movedEverywhere: (item: string, index: string, from: string, to: string) =>
    `${index}: “${item}” is declared in ${from}, but belongs to ${to} in every study. The studies agree with each other; the ` +
    `declaration does not agree with them.`,
  unknown: (index: string) => `${index}: whether it is measured alike cannot be said.`,
  indexLeft: (index: string, studies: string, why: 'lacking' | 'few') =>
    `${index} was not compared: ${
      why === 'few' ? `in ${studies} too few respondents answered it to be shown` : `${studies} has no such index or could not compute it`
    }.`,
  outcomeLeft: (regression: string, outcome: string, why: 'too-few' | 'own-units') =>
    `${regression}, ${outcome}: ${
      why === 'own-units'
        ? 'no common rule scores it in all studies, so that coefficients would be in different units'
        : 'fewer than two studies could explain it'
    }.`,
  guessed: (study: string, count: string, names: string) =>
    `${study}: ${count} map ${count === '1' ? 'line is a guess' : 'lines are guesses'} that nobody ` +
    `has checked (${names}). What rests on them is no result yet.`,
  nothingCommon: 'The studies have no item, index or regression in common.',
  more: (list: string, count: string) => `${list} and ${count} more`,
};

export type FirstPageWords = typeof firstPageEnglish;
