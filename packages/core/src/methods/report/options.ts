// What an author can choose of a report, and of the marks of significance in it and in a printed paper.
import { type Impossible } from '../../contract/impossible.ts';
import { figures, option } from '../../contract/option.ts';
import { languageInEnglish, languages } from '../../words/words.ts';

/** One to three levels between 0 and 1: of *, ** and ***. */
const levels = (given: readonly number[]): Impossible | null => {
  if (given.every((level) => level > 0 && level < 1) && given.length <= 3 && new Set(given).size === given.length) return null;
  return {
    what: { is: given.length > 3 ? 'levels' : 'level' },
    expected: { is: 'levels' },
  };
};

/** As the field's papers have it; SPSS's and APA's are 0.05, 0.01, 0.001. */
const LEVELS = { default: [0.1, 0.05, 0.01], defaultSays: '0.10, 0.05, 0.01' } as const;

const stars = figures({
  word: 'stars',
  doc: 'The significance levels of *, ** and ***; 0.10, 0.05, 0.01 when left out.',
  example: 'stars 0.05, 0.01, 0.001',
  ...LEVELS,
  check: levels,
});

const language = option()({
  word: 'language',
  doc: 'The language of labels and tables in the report; en when left out.',
  example: 'language zh',
  default: 'en',
  choices: Object.fromEntries(languages.map((tag) => [tag, { doc: `${languageInEnglish(tag)}.` }])),
});
const tables = option()({
  word: 'tables',
  doc: 'Which tables the report holds.',
  example: 'tables all',
  default: 'all',
  choices: { all: { doc: 'All tables.' }, none: { doc: 'No tables.' } },
});
const pictures = option()({
  word: 'figures',
  doc: 'Which figures the report holds.',
  example: 'figures none',
  default: 'all',
  choices: { all: { doc: 'All figures.' }, none: { doc: 'No figures.' } },
});
const decimals = option()({
  word: 'decimals',
  doc: 'How many decimals the report prints; 3 when left out.',
  example: 'decimals 2',
  default: 'digits',
  defaultGives: { count: 3 },
  choices: {
    digits: {
      doc: 'Digits after the point, 0 to 10.',
      phrase: [{ count: 'whole' }],
      counts: { is: 'digits' },
      example: '3',
      check: ({ count }) =>
        (count as number) >= 0 && (count as number) <= 10
          ? null
          : { what: { is: 'decimals' }, expected: { is: 'whole within', low: 0, high: 10 } },
    },
  },
});

const ids = option()({
  word: 'ids',
  doc: 'Whether what is written names respondents by their ids.',
  example: 'ids hidden',
  default: 'shown',
  choices: {
    shown: { doc: 'Ids stand in problems, in scores and in answers that could not be used.' },
    hidden: { doc: 'No id leaves the program: respondents have the numbers of their rows, in every form.' },
  },
});

export const reportOptions = { language, tables, figures: pictures, decimals, stars, ids };
/** The levels that a paper prints its stars by. */
export const publishedOptions = {
  stars: { ...stars, doc: 'The significance levels of *, ** and *** in print; the report’s own when left out.' },
};
