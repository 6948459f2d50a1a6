// What an author can choose of the answers' reading and coding.
import { type Impossible } from '../contract/impossible.ts';
import { option, type ChosenOf } from '../contract/option.ts';

const outOfRange = option()({
  word: 'out of range',
  doc: 'What happens to an answer outside its scale; it is dropped (missing) when left out.',
  example: 'out of range kept',
  default: 'dropped',
  choices: {
    dropped: { doc: 'An answer outside its scale is reported and treated as missing.' },
    kept: { doc: 'It is reported and used as it stands: to reproduce a paper that did not clean its data.' },
  },
});

/** More rows of headings than any program writes. */
const MOST = 20;
const rows = ({ names, last = names }: Readonly<Record<string, unknown>>): Impossible | null =>
  (names as number) >= 1 && (last as number) >= (names as number) && (last as number) <= MOST
    ? null
    : { what: { is: 'heading rows' }, expected: { is: 'rows', most: MOST } };

/** Rows of a file that are no answers: the names of the columns, and what stands below them (Qualtrics has three). */
const header = option()({
  word: 'header',
  doc:
    'The rows of headings: the names of the columns stand in the first, words of the questions below them; found and said when ' +
    'left out.',
  example: 'header 1..3',
  default: 'found',
  choices: {
    found: { doc: 'The names stand in the first row; rows of headings below them are recognised, left out and told.' },
    row: {
      doc: 'The row that holds the names; answers begin in the next one.',
      phrase: [{ names: 'whole' }],
      example: '1',
      counts: { is: 'name row' },
      check: rows,
    },
    rows: {
      doc: 'Names in the first of these rows, other headings down to the last.',
      phrase: [{ names: 'whole' }, '..', { last: 'whole' }],
      counts: { is: 'name rows' },
      example: '1..3',
      check: rows,
    },
  },
});

const decimal = option()({
  word: 'decimal',
  doc: 'What parts the decimals of numbers in the file; found and said when left out.',
  example: 'decimal comma',
  default: 'found',
  choices: {
    found: { doc: 'Each column by its own numbers, with the others as witness.' },
    point: { doc: '3.5; a comma parts thousands.' },
    comma: { doc: '3,5; a point parts thousands.' },
  },
});

const rising = ({ low, high }: Readonly<Record<string, unknown>>): Impossible | null =>
  (low as number) < (high as number) ? null : { what: { is: 'goalposts' }, expected: { is: 'rising' } };

const rescale = option()({
  word: 'rescale',
  doc: 'The range onto which the values are brought linearly, from the goalposts; as they stand when left out.',
  example: 'rescale 0..1',
  default: 'none',
  choices: {
    none: { doc: 'Values stay as they are.' },
    range: {
      doc: 'Onto these ends, from the goalposts.',
      phrase: [{ low: 'number' }, '..', { high: 'number' }],
      example: '0..1',
      check: rising,
    },
  },
});

const goalposts = option()({
  word: 'goalposts',
  doc:
    'The values that become the ends of `rescale` (of 0..100 without one): what lies beyond is held at the end, and told. The smallest ' +
    'and the largest value that there is when left out; stated ones make samples comparable.',
  example: 'goalposts 6.2..9.9',
  default: 'observed',
  choices: {
    observed: { doc: 'The smallest and the largest value that there is.' },
    range: {
      doc: 'These values, whatever the data hold.',
      phrase: [{ low: 'number' }, '..', { high: 'number' }],
      example: '6.2..9.9',
      check: rising,
    },
  },
});

const quantiles = option()({
  word: 'quantiles',
  doc: 'Groups of as good as equal size, counted from the lowest values: what the codes of the levels are then.',
  example: 'quantiles 5',
  default: 'none',
  choices: {
    none: { doc: 'Codes are values.' },
    groups: {
      doc: 'So many groups, with borders as SPSS computes percentiles; a value on a border is in the lower group.',
      phrase: [{ count: 'whole' }],
      example: '5',
      counts: { is: 'quantile groups' },
      check: ({ count }) =>
        (count as number) >= 2 && (count as number) <= 100
          ? null
          : { what: { is: 'quantile groups' }, expected: { is: 'whole within', low: 2, high: 100 } },
    },
  },
});

const needs = option()({
  word: 'needs',
  doc:
    'How many of the values in `sum`, `mean`, `min` or `max` must be there. A sum of fewer than all is prorated: the mean of those that ' +
    'are there times how many there are, and told. When left out, a sum needs all, the others one.',
  example: 'needs 3',
  default: 'function',
  defaultSays: 'all of a sum, one of the others',
  choices: {
    function: { doc: 'A sum needs all, the others one.' },
    count: { doc: 'So many.', phrase: [{ count: 'whole' }], example: '3', counts: { is: 'needed values' } },
  },
});

const population = option()({
  word: 'population',
  doc: 'How many the population has of each level: the report sets what was sampled beside it.',
  example: 'population given { male = 1480, female = 1505 }',
  default: 'unknown',
  choices: {
    unknown: { doc: 'Nobody says.' },
    given: { doc: 'So many of each level; one that is left out is not known.', body: true, weighted: true },
  },
});

/** Of a number, and of a category. */
export const numberOptions = { rescale, goalposts, needs };
export const categoryOptions = { quantiles, population };
/** What becomes of a stratum of which one unit was drawn. */
const lonely = option()({
  word: 'lonely',
  doc: 'What a stratum with a single sampling unit adds to the variance; it is an error when left out.',
  example: 'lonely adjust',
  default: 'refused',
  defaultSays: 'refused',
  choices: {
    refused: { doc: 'It is an error, and no standard errors are shown.' },
    adjust: { doc: 'The square of its distance from the mean of all units: on the safe side (R’s survey.lonely.psu = "adjust").' },
    certainty: { doc: 'Nothing, as if it had been drawn for certain (SPSS).' },
    average: { doc: 'The mean variance of the other strata.' },
  },
});

export const dataOptions = { outOfRange, header, decimal, lonely };
/** What may be said of a joined file too. */
export const fileOptions = { header, decimal };

/** Where the rows of headings are, and the decimal mark, as far as they are stated. */
export interface FileShape {
  readonly header?: { readonly names: number; readonly last: number };
  readonly decimal?: '.' | ',';
}

export function shapeOfFile({ header: stated, decimal: mark }: ChosenOf<typeof fileOptions>): FileShape {
  return {
    ...(stated.kind === 'found' ? {} : { header: { names: stated.names, last: stated.kind === 'rows' ? stated.last : stated.names } }),
    ...(mark.kind === 'found' ? {} : { decimal: mark.kind === 'comma' ? (',' as const) : ('.' as const) }),
  };
}
