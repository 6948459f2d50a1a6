// English words of a comparison of studies.

/** `= 0.012`, but `< 0.001`. */
const lead = (p: string): string => (/^[<>]/u.test(p) ? `${p[0]} ${p.slice(1)}` : `= ${p}`);

export const comparisonEnglish = {
  title: (studies: string) => `${studies}, compared`,
  subtitle: (first: string, count: number) => `${count} studies; each is held against ${first}`,
  asked: 'What was asked differently',
  askedCount: (same: string, all: string) => `${same} of ${all} variables were asked and coded alike everywhere.`,
  allAlike: 'Every variable was asked and coded alike everywhere.',
  variable: 'Variable',
  absent: 'not asked',
  added: 'asked here only',
  alike: 'alike',
  askedOn: (own: string, first: string) => `asked on ${own} (${first} there)`,
  scale: (own: string, first: string) => `scale ${own} (${first} there)`,
  direction: (own: string): string => (own === 'reversed' ? 'reversed question' : 'question not reversed'),
  levels: (own: string, first: string) => `levels ${own} (there: ${first})`,
  reference: (own: string, first: string) => `reference ${own} (${first} there)`,
  binning: (own: string) => `coded ${own}`,
  type: (own: string, first: string) => `${own} (${first} there)`,
  formula: (own: string, first: string) => `computed as ${own} (there ${first})`,
  sort: {
    indicator: 'an indicator',
    number: 'a number',
    category: 'a category',
    column: 'a column',
    formula: 'computed',
    condition: '1 or 0 by a condition',
  },
  semicolon: '; ',
  analysed: 'What was analysed differently',
  analysedAlike: 'Indices, comparisons, regressions and hypotheses are computed alike everywhere.',
  declaration: 'Declaration',
  clause: 'Clause',
  dataRules: 'Data',
  stated: 'stated',
  indexLeft: (index: string, studies: string, why: 'lacking' | 'few') =>
    why === 'few'
      ? `${index} is not compared: in ${studies} too few respondents answered it to be shown.`
      : `${index} is not compared: there is none, or it could not be computed, in ${studies}.`,
  outcomeLeft: (regression: string, outcome: string, reason: string) =>
    `${regression}: ${outcome} is not compared, since fewer than two studies explain it${reason === '' ? '' : ` (${reason})`}.`,
  items: 'Items side by side',
  item: 'Item',
  itemOfScale: 'Item',
  difference: 'd',
  itemsNote:
    'd: difference from the first study over the pooled SD. p: Welch’s test, after Holm over all items and studies. Neither ' +
    'where the scales differ.',
  looksReversed: (item: string, study: string, other: string, original: string) =>
    `${item} looks turned round in ${study}: it correlates ${other} with what the other ` +
    `items predict, ${original} in the first study. If it was asked the other way round, its map line says \`reversed\`.`,
  orInstead: (items: string) => `Or, as well by the signs: ${items}.`,
  looksRescaled: (item: string, study: string, findings: string) =>
    `${item} looks asked on another scale in ${study}: ${findings}. If so, its map line says \`on low..high\`.`,
  outsideScale: (count: string, low: string, high: string) => `${count} answers outside ${low}..${high}`,
  betweenPoints: (count: string) => `${count} answers between the points of the scale`,
  unusedPoints: (points: string) => `nobody chose ${points}, which many did in the first study`,
  otherSpread: (ratio: string) => `its SD is ${ratio} times the first study's`,
  reliability: 'Reliability',
  reliabilityNote: 'Cronbach’s α with Feldt’s 95 % interval; k items. Numbers of items differ where something was not asked.',
  structure: 'Structure of the components',
  component: (position: string) => `Component ${position}`,
  componentTitle: 'Component',
  congruenceOf: (index: string, study: string) => `Components of ${index} in ${study}: congruence`,
  loadingsOf: (index: string, study: string) => `Loadings of ${index}, and of ${study} rotated to them`,
  asFound: 'As found',
  rotatedTo: 'Rotated to the original',
  reading: 'Reading',
  band: { equal: 'equal', fair: 'fairly similar', different: 'different' },
  where: 'Where it went',
  moved: { possible: (to: string) => `perhaps to ${to}`, established: (to: string) => `to ${to}` },
  congruenceNote: (items: string) =>
    `Tucker’s φ over the ${items} items that all studies asked: .85–.94 fairly similar, from .95 equal (Lorenzo-Seva & ten Berge 2006).`,
  bootstrapNote: (draws: string, seed: string) => `Percentile intervals of ${draws} bootstrap samples of respondents, seed ${seed}.`,
  loadingsNote: 'Bold: the loading differs by .20 or more, and its interval leaves out 0. Pale: below .4.',
  movedNote: (study: string, items: string) =>
    `In ${study}, an item that moved: ${items}. Look at its wording and coding before you compare scores.`,
  noSolution: (study: string) => `${study} has no proper solution of these factors.`,
  tooManyComponents: 'There are more components than items that everyone asked.',
  invariance: 'Is it measured alike?',
  invarianceOf: (index: string) => `Measurement invariance of ${index}`,
  model: 'Held equal',
  level: { configural: 'Form', metric: 'Loadings', scalar: 'Loadings and intercepts', strict: 'Residuals too' },
  verdict: 'Holds',
  yes: 'yes',
  no: 'no',
  unclear: 'cannot be said',
  partly: (list: string) => `in part, without ${list}`,
  freedLoading: (item: string) => `the loading of ${item}`,
  freedIntercept: (item: string) => `the intercept of ${item}`,
  freedResidual: (item: string) => `the residual of ${item}`,
  verdictMoved: (items: string) =>
    `Not the same form: ${items} belongs elsewhere in some studies and not in others (below), so that scores mean different things, ` +
    `whatever a pooled model says.`,
  withoutItems: (items: string) => `Without ${items}: `,
  invarianceWithout: (index: string, items: string) => `${index} without ${items}: is it measured alike?`,
  ownForm: (index: string) => `${index}: the declared dimensions in each study by itself`,
  belongsElsewhere: 'Belongs elsewhere',
  movedTo: (item: string, to: string, mi: string, before: string, after: string) =>
    `${item} → ${to} (modification index ${mi}; χ² ${before} → ${after})`,
  ownFormNote:
    'Each study alone, maximum likelihood. An item belongs elsewhere when the model with it moved has a BIC lower by more than 6 ' +
    '(strong evidence: Raftery 1995), one item after another.',
  invarianceNote: (factors: string) =>
    `Maximum likelihood, normal; complete cases within studies; factors: ${factors}. Changes against the row above. A level ` +
    `holds by Chen’s (2007) limits for ΔCFI, ΔRMSEA and ΔSRMR; form by CFI ≥ .90, RMSEA and SRMR ≤ .08.`,
  leftOut: (items: string) => `Left out, since no other item of their dimension was asked everywhere: ${items}.`,
  verdicts: {
    none: 'Not even the form of the scale is the same: its scores mean different things in these studies and must not be compared.',
    configural: 'The same items belong together, but they do not weigh alike: neither relations nor means of the scores can be compared.',
    metric:
      'Items weigh alike: relations (correlations, coefficients) can be compared; means cannot, since people who stand alike do ' +
      'not answer alike.',
    scalar: 'Items weigh alike and are answered alike: means can be compared.',
    strict: 'Items weigh alike, are answered alike and as exactly: means and spreads can be compared.',
    unknown: 'Whether it is measured alike cannot be said.',
  },
  scoreTests: (index: string) => `What could be let go in ${index}`,
  parameter: 'Held equal',
  change: 'Expected change',
  scoreNote:
    'Score tests (modification indices) of single equalities with p < .05 after Holm, factors of variance 1: what the data would ' +
    'let differ first. Fit may hardly change for a single item that moved; look here as well.',
  partial: 'Reached after letting go what is named; it holds for what is left.',
  problem: {
    'one-group': 'Fewer than two studies have its items.',
    'no-factor': 'No two items were asked in every study.',
    'too-few-items': (name: string) => `${name} has too few items that everyone asked.`,
    'too-few-cases': (name: string, n: string) => `${name} has only ${n} complete cases.`,
    'constant-item': (name: string, item: string) => `${item} does not vary in ${name}.`,
    singular: (name: string) => `The covariances of ${name} cannot be inverted.`,
    'no-degrees-of-freedom': 'The model has no degrees of freedom: it fits whatever the data.',
    'not-converged': 'The estimation did not settle.',
    'not-identified': 'Some parameter could be anything.',
    'negative-variance': (what: string, study: string) => `The variance of ${what} comes out negative in ${study} (a Heywood case).`,
    'correlation-beyond-one': (one: string, other: string, study: string) => `${one} and ${other} correlate beyond 1 in ${study}.`,
  },
  scores: 'Scores three ways',
  scoresOf: (index: string) => `${index}, scored three ways`,
  study: 'Study',
  frozen: (first: string) => `By ${first}’s rule`,
  reestimated: 'By its own',
  pooled: 'By one of all',
  outside: 'Outside',
  against: (first: string) => `− ${first}`,
  scoresNote:
    'By the first study’s rule: its means, SDs, score coefficients, weights and goalposts. Its own: as the study’s own report has ' +
    'it. One of all: estimated from all answers together. r: of the first with the second, over the study’s respondents.',
  levelNote: (first: string) =>
    `− ${first}: difference of means by that rule, with Welch’s 95 % interval and test. The rule is taken as it is: that it was ` +
    `estimated is not in the interval.`,
  fewerItems: (count: string) =>
    `Scored by the ${count} items that all studies asked on one scale, so that even the first study’s scores differ from its own report.`,
  outsideNote: (first: string) =>
    `Outside: scores beyond ${first}’s goalposts, from answers more extreme than any there. They are kept as they are.`,
  stretchedScores: (index: string) =>
    `By their own rule, scores of ${index} fill each study’s own range: their means must not be compared across studies. Compare ` +
    `the first or the third column.`,
  coefficients: 'Coefficients',
  coefficientsOf: (regression: string, outcome: string) => `${regression}: ${outcome}`,
  equal: 'Equal?',
  together: 'Together',
  prediction: 'Expected elsewhere',
  weight: 'Weight, %',
  joint: (chi2: string, df: string, p: string) => `All slopes equal, Wald: χ² = ${chi2}, df = ${df}, p ${lead(p)}.`,
  chow: (f: string, df1: string, df2: string, p: string) =>
    `All coefficients of the common predictors equal, Chow (equal variances, independent cases): F(${df1}, ${df2}) = ${f}, p ${lead(p)}.`,
  pooledModels: (f: string, p: string, slopes: string, slopesP: string) =>
    `One model with study effects: effects F = ${f}, p ${lead(p)}; slopes differ F = ${slopes}, p ${lead(slopesP)}.`,
  incomplete: (terms: string) => `Not in every study: ${terms}.`,
  coefficientsNote:
    'Equal: Wald’s χ² between independent samples, p also after Holm over the predictors. Together: random effects (REML), I² the ' +
    'share of the variance that lies between studies.',
  opposite: (outcome: string, term: string, first: string, second: string) =>
    `${outcome}: ${term} has opposite signs in ${first} and ${second}, significantly so in both.`,
  firstUnits: (outcome: string, first: string) =>
    `${outcome}: the answers of every study scored by ${first}’s rule, so that b is in the same units everywhere. Coefficients ` +
    `of the studies’ own scores stand in their own reports.`,
  ownUnits: (regression: string, outcome: string) =>
    `${regression}, ${outcome}: not compared. It is a score, and no common rule scores it in all studies, so that coefficients ` +
    `would be in different units.`,
  studyEffect: (study: string, first: string, b: string, interval: string, p: string) =>
    `${study} against ${first} at equal predictors and slopes: ${b}, 95 % CI ${interval}, p ${lead(p)}.`,
  forestOf: (regression: string, outcome: string) => `${regression}: coefficients for ${outcome} in each study`,
  forestAlternative: (outcome: string) =>
    `For each predictor of ${outcome}, the coefficient of every study with its 95 % interval, and the pooled one as a diamond.`,
  nothingToCompare: 'There is no coefficient that two studies have.',
  hypotheses: 'Hypotheses',
  ownHypotheses: 'Hypotheses of the comparison',
  claim: 'Hypothesis',
  notStated: 'not stated',
};

export type ComparisonWords = typeof comparisonEnglish;
