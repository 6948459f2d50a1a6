// What an author can choose of a report, and of the marks of significance in it and in a printed paper.
import { type Impossible } from '../../contract/impossible.ts';
import { figures, list, option } from '../../contract/option.ts';
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
const tables = list()({
  word: 'tables',
  doc:
    'Which tables the report holds, in this order: parts of the study and names of declarations; in a file that compares studies its ' +
    'sections, as `--only` has them. All when left out.',
  example: 'tables all',
  default: 'all',
  choices: {
    all: { doc: 'All tables.' },
    none: { doc: 'No tables.' },
    sample: { doc: 'The sample, and who is counted in which model.' },
    descriptives: { doc: 'Indicators, respondents and other variables.' },
    reliability: { doc: 'Reliability of dimensions, blocks and indices.' },
    quantities: { doc: 'Figures made of figures.' },
    hypotheses: { doc: 'Hypotheses with their claims.' },
  },
});
const pictures = option()({
  word: 'figures',
  doc: 'Which figures the report holds.',
  example: 'figures none',
  default: 'all',
  choices: { all: { doc: 'All figures.' }, none: { doc: 'No figures.' } },
});
const style = option()({
  word: 'style',
  doc:
    'By whose rules tables, figures and their captions look in Word and LaTeX files; plain when left out. Page and terminal keep ' +
    'their own look.',
  example: 'style apa',
  default: 'plain',
  choices: {
    plain: { doc: 'Three-line tables, number and title on one line, Times and SimSun.' },
    apa: {
      doc:
        'APA, 7th edition: a bold number, under it the title in italics, both above tables and figures; thin rules; 12 pt text in ' +
        'double lines; what tells of stars on a line of its own.',
    },
    gbt: { doc: 'GB/T 7713, three-line tables: captions centred, in SimHei, above tables and below figures; rules of 1.5 and 0.75 pt.' },
    nature: { doc: 'As Nature and its like print: sans-serif, small, thin rules, “Table 1 | Title” in bold.' },
  },
});
const captions = option()({
  word: 'captions',
  doc: 'In which languages tables and figures have their captions.',
  example: 'captions both',
  default: 'one',
  choices: {
    one: { doc: 'In the language of the report.' },
    both: {
      doc: 'In Chinese and in English, one below the other, as Chinese journals have them (GB/T 7713): the language of the report above.',
    },
  },
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

const cells = option()({
  word: 'cells',
  doc: 'Whether counts of few respondents, and what is computed of so few, are shown.',
  example: 'cells 10',
  default: 'all',
  choices: {
    all: { doc: 'All numbers are shown, of however few respondents.' },
    least: {
      doc:
        'Counts of fewer respondents are not shown, nor means, spreads and percentages of so few, nor what they could be computed from: ' +
        '2 to 1000.',
      phrase: [{ count: 'whole' }],
      counts: { is: 'cells' },
      example: '10',
      check: ({ count }) =>
        (count as number) >= 2 && (count as number) <= 1000
          ? null
          : { what: { is: 'cells' }, expected: { is: 'whole within', low: 2, high: 1000 } },
    },
  },
});

export const reportOptions = { language, tables, figures: pictures, captions, style, decimals, stars, ids, cells };
/** The levels that a paper prints its stars by. */
export const publishedOptions = {
  stars: { ...stars, doc: 'The significance levels of *, ** and *** in print; the report’s own when left out.' },
};
