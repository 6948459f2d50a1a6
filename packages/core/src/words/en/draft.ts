// The comments of a spec that was drafted, in English. Each is one line of a comment, without its slashes.
import type { DraftAside, DraftNote, DraftRole } from '../draft-notes.ts';
import type { Sayings } from '../say.ts';

const whys: Readonly<Record<DraftAside, string>> = {
  blank: 'Blank throughout',
  constant: 'The same throughout',
  date: 'Dates and times',
  text: 'Texts of their own',
  name: 'Codes that are names',
  several: 'Several answers in a cell',
  'no question': 'No questions',
};

const roles: Readonly<Record<DraftRole, string>> = { weight: 'Weights', stratum: 'Strata', psu: 'Primary sampling units' };

const notes: Sayings<DraftNote> = {
  'no answer': ({ code, label }) => `${code}${label === null ? '' : ` (${label})`} stands for no answer`,
  'no answers': ({ codes }) => `${codes.join(' | ')} stand for no answer`,
  'no label': ({ value }) => `${value} has no label`,
  slip: ({ value }) => `${value} is a slip of the pen`,
  'two codes': () => 'what its two codes mean',
  'shared labels': () => 'a scale, since several columns have these labels',
  'range of answers': () => 'within the range of its answers',
  'category without labels': () => 'a category; its codes have no labels',
  'called so': () => 'it is called so',
  'scale by answers': ({ low, high }) => `a scale ${low}..${high}, by its answers`,
  'scale like others': ({ low, high }) => `a scale ${low}..${high}, as those like it`,
  'scale by numbers': ({ low, high }) => `a scale ${low}..${high}, by the numbers before its words`,
  answers: ({ low, high }) => `answers run from ${low} to ${high}`,
  'scale of words': ({ points, found }) => `a scale of ${points} points, of which ${found} occur`,
  'against the others': () => 'it runs against the other items',
  'reversed by pattern': () => 'reversed, since it runs against the others',
  'codebook on direction': ({ reversed }) => `the codebook says it is ${reversed ? '' : 'not '}reversed, its correlations say otherwise`,
  'one dimension': ({ since }) => `one dimension, since their ${since === 'names' ? 'names begin alike' : 'answers go together'}`,
  'not found': ({ fitting }) => `not found${fitting.length === 0 ? '' : `; the answers of ${fitting.join(', ')} would fit`}`,
  'no codes': ({ column }) => `may be ${column}: no codes could be given to its levels`,
  'no code for': ({ levels }) => `no code for ${levels.join(', ')}`,
  'codes of the original': () => "the original's codes; no codebook says that they mean the same here",
  'groups by labels': () => 'groups read off the labels of the levels: check the unit',
  'codes by order': () => 'codes without a label of their own go by order',
  'codes of what is left': () => 'codes without a label of their own go to the level that is left',
  'codes of no level': () => 'some codes belong to no level that could be recognised',
  'yes and no': ({ yes, no, question }) => `yes and no read as ${yes} and ${no}${question === null ? '' : ` of "${question}"`}`,
  'name alone': () => 'only its name says so',
  'little in common': () => 'the wordings have little in common',
  'another alike': () => 'another question is worded nearly alike',
};

export const draftEnglish = {
  notes,
  guess: (told: readonly string[]) => `guess: ${told.join('; ')}`,
  notesOf: (told: readonly string[]) => told.join('; '),
  head: [
    'A first draft, made of the file and of what is said beside it. Check it with the questionnaire, first each line that says `guess`;',
    'take the comment out when the line is right.',
  ] as readonly string[],
  replicationHead: [
    'A first draft, proposed from names, wordings, codes and correlations. Check each line with the questionnaire, those ' +
      'marked `guess` first;',
    'take the word out when a line is right.',
  ] as readonly string[],
  role: (role: DraftRole, column: string) => `${roles[role]}: ${column} (guess: it is called so)`,
  aside: (why: DraftAside, columns: readonly string[]) => `${whys[why]}, not declared: ${columns.join(', ')}`,
  leftOut: (column: string, code: string) => `Left out: ${column} (its first draft had ${code})`,
  givenWeights: (weights: string): readonly string[] => [
    `The original gives weights: ${weights}. Were they estimated from its answers? Then they are`,
    "estimated anew here; to score by the original's rule instead, write:",
  ],
};

export type DraftWords = typeof draftEnglish;
