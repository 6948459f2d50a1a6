// The methods of a study in English: one set of sentences a procedure, and what joins them. Which of them are said, and of what, is told by
// methods/*/sentence.ts; every choice of every option has its own (methods/clauses.ts).
import {
  compareEnglish,
  correlateEnglish,
  deprivationEnglish,
  measurementEnglishMethods,
  mediationEnglish,
  regressionEnglish,
  robustnessEnglishMethods,
} from './analyses.ts';
import { inWords, list } from './grammar.ts';
import { compositeEnglish, indexEnglish } from './indices.ts';
import { sampleEnglish } from './sample.ts';

/** What of two analyses can be the same. */
const aspects = {
  missing: 'missing answers',
  errors: 'standard errors',
  suited: 'suitability and consistency',
  keep: 'the number that was kept',
  rotation: 'the rotation',
  named: 'the components',
  score: 'scores',
  composed: 'the weights',
  rescale: 'the rescaling',
  normalize: 'normalisation and weighting',
  coding: 'the entry of predictors',
  shown: 'what is reported',
  tests: 'the tests',
  pairs: 'the comparisons of pairs',
  estimator: 'the estimator',
  fit: 'what was judged',
  covariates: 'what was held constant',
  cases: 'the cases',
  cutoff: 'the cutoff',
  measures: 'the measures',
};
/** Those of one alone. */
const single: ReadonlySet<keyof typeof aspects> = new Set([
  'keep',
  'rotation',
  'rescale',
  'coding',
  'shown',
  'estimator',
  'fit',
  'covariates',
  'cutoff',
]);

export const methodsEnglish = {
  title: 'Methods',
  sample: sampleEnglish,
  index: indexEnglish,
  composite: compositeEnglish,
  compare: compareEnglish,
  correlate: correlateEnglish,
  regression: regressionEnglish,
  measurement: measurementEnglishMethods,
  mediation: mediationEnglish,
  deprivation: deprivationEnglish,
  robustness: robustnessEnglishMethods,
  list,
  /** A name as it stands in a sentence: an item is quoted, what it belongs to is not. */
  item: (label: string) => `“${label}”`,
  construct: (label: string) => (/[,;]/u.test(label) ? `“${label}”` : label),
  /** A clause made whole. */
  sentence: (clause: string) => `${clause}.`,
  where: (condition: string) => `Only cases took part in which ${condition}.`,
  unweighted: 'Every case counted once here, whatever the design.',
  repeats: (label: string, earlier: string) => `“${label}” repeats “${earlier}”.`,
  failed: (label: string) => `“${label}” could not be computed.`,
  /** `Missing answers and standard errors are as in “X”.` */
  sameAs: (of: readonly (keyof typeof aspects)[], earlier: string) => {
    const text = list(of.map((one) => aspects[one]));
    return (
      `${text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())} ` +
      `${of.length === 1 && single.has(of[0]!) ? 'was' : 'were'} as in “${earlier}”.`
    );
  },
  quantities: (names: readonly string[]) =>
    `${list(names.map((name) => `“${name}”`))} ${names.length === 1 ? 'is' : 'are'} computed from these results.`,
  hypotheses: (names: readonly string[]) =>
    names.length === 1
      ? `One hypothesis (“${names[0]!}”) was stated in terms of these numbers and checked against them.`
      : `${inWords(names.length).replace(/^./u, (letter) => letter.toUpperCase())} hypotheses ` +
        `(${list(names.map((name) => `“${name}”`))}) were stated in terms of these numbers and checked against them.`,
  star: (stars: string, level: string) => `${stars} p < ${level}`,
  stars: (bands: string) => `Significance is marked by ${bands}; tests are two-sided.`,
  printed: (paper: string) => `Computed numbers were held against those printed in ${paper}.`,
  chance: (seed: string) => `Random data of parallel analyses were drawn by xoshiro128** from seed ${seed}.`,
  cells: (least: string) =>
    `Counts of fewer than ${least} respondents are withheld, and so are means, spreads and percentages of so few; further counts are ` +
    'withheld where these could be computed from totals.',
  software: (version: string) =>
    `Everything was computed by StudySpec${version === '' ? '' : ` ${version}`} from the study’s specification.`,
};

export type MethodsWords = typeof methodsEnglish;
export type Aspect = keyof typeof aspects;
