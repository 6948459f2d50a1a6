// What the clauses of an option can say, with a line on each: for completion and hovers. Only what can be run stands here; a test
// compiles every one of them.
import { optionsOf, waysOf, type Options } from '@studyspec/core';
import type { ClauseWord, Kind } from '../syntax/vocabulary.ts';

export interface Phrase {
  /** As it is written; with `snippet`, what is written in snippet form. */
  readonly text: string;
  readonly snippet?: string;
  readonly doc: string;
  /** How what is written begins, when numbers follow that are the author's. */
  readonly pattern?: RegExp;
}

const p = (text: string, doc: string, more: Partial<Phrase> = {}): Phrase => ({ text, doc, ...more });

/** The phrases of options that core declares. */
const declared = (options: Options): Partial<Record<ClauseWord, readonly Phrase[]>> => Object.fromEntries(Object.values(options).map((option) => [option.word, waysOf(option).filter((way) => !way.notYet)]));

const indexMissing = [
  p('listwise', 'A case with a missing answer to any item is left out. The default.'),
  p('pairwise', 'Every correlation is computed over the cases that answered both items; n is the smallest.'),
  p('mean', 'A missing answer is replaced by the mean of the item, as SPSS FACTOR /MISSING MEANSUB does.'),
];
const modelMissing = [
  p('listwise', 'A case with a missing answer to any variable of the model is left out. The default.'),
  p('pairwise', 'Correlations over the cases that answered both; n is the smallest, as SPSS REGRESSION /MISSING PAIRWISE.'),
  p('mean', 'Missing answers, of dummies and of outcomes too, are replaced by the mean over the cases used, as SPSS MEANSUBSTITUTION.'),
];
const values = [p('blank', 'An empty cell. Always missing, whether it is listed or not.')];

export const phrases: Readonly<Partial<Record<Kind, Readonly<Partial<Record<ClauseWord, readonly Phrase[]>>>>>> = {
  data: {
    'out of range': [p('dropped', 'An answer outside its scale is reported and treated as missing. The default.'), p('kept', 'It is reported and used as it stands: to reproduce a paper that did not clean its data.')],
    missing: values,
    encoding: ['utf-8', 'gb18030', 'gbk', 'big5', 'shift_jis', 'euc-kr', 'windows-1252', 'utf-16le'].map((name) => p(name, 'Character encoding of the file.')),
  },
  indicator: { missing: values }, category: { missing: values }, number: { missing: values },
  index: {
    missing: indexMissing,
    extract: [p('components', 'Principal components of the correlation matrix. The default.')],
    keep: [
      p('4', 'So many components; as many as are named when left out.', { snippet: '${1:4}', pattern: /^\d+$/u }),
      p('eigenvalue > 1', 'Components whose eigenvalue is larger (Kaiser’s criterion).', { snippet: 'eigenvalue > ${1:1}', pattern: /^eigenvalue/u }),
      p('variance 60%', 'As many as explain this share of the variance.', { snippet: 'variance ${1:60}%', pattern: /^variance/u }),
      p('parallel', 'As many as have an eigenvalue above that of random data (parallel analysis, 95th percentile).'),
    ],
    ...declared(optionsOf.index),
    weight: [
      p('by explained variance', 'Each composed component by its share of the rotated explained variance. The default.'),
      p('equal', 'All composed components alike.'),
      p('given { … }', 'Weights of your own; they are brought to a sum of 1.', { pattern: /^given/u }),
    ],
    rescale: [
      p('0..100', 'The composite, and each component, by min–max to these ends. The default.', { snippet: '${1:0}..${2:100}', pattern: /^-?\d.*\.\./u }),
      p('components', 'Each component is brought to 0..100 first; the composite is their weighted mean.', { pattern: /^components/u }),
      p('none', 'Scores stay as they are: z-scores and their weighted sum.'),
      p('t', 'Mean 50, SD 10.'),
    ],
  },
  compare: {
    post_hoc: [p('tukey', 'Tukey–Kramer, for equal variances. The default.'), p('games_howell', 'Games–Howell, for unequal variances.'), p('bonferroni', 'Bonferroni’s correction.'), p('holm', 'Holm’s step-down correction.')],
  },
  regression: {
    missing: modelMissing,
    method: [p('linear', 'Ordinary least squares. The default.')],
    ...declared(optionsOf.regression),
  },
  report: {
    language: [p('en', 'English.'), p('zh', 'Chinese.')],
    tables: [p('all', 'All tables.'), p('none', 'No tables.')], figures: [p('all', 'All figures.'), p('none', 'No figures.')],
    decimals: [p('3', 'Digits after the point.', { snippet: '${1:3}', pattern: /^\d+$/u })],
  },
};

export function phrasesOf(kind: string, word: string): readonly Phrase[] {
  const of = Object.hasOwn(phrases, kind) ? phrases[kind as Kind] : undefined;
  return of?.[word as ClauseWord] ?? [];
}

export function phraseDoc(kind: string, word: string, text: string): string | null {
  return phrasesOf(kind, word).find((one) => one.text === text || one.pattern?.test(text) === true)?.doc ?? null;
}
