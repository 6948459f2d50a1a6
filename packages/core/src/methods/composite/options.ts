// What an author can choose of an index without components: how answers become a score, how members are normalised, weighted, put together.
import { type Impossible } from '../../contract/impossible.ts';
import { option, type Choice } from '../../contract/option.ts';

const score = option()({
  word: 'score',
  weighted: true,
  doc: 'The index is a score of its answers, without components.',
  example: 'score mean',
  default: 'components',
  defaultSays: 'components',
  choices: {
    components: { doc: 'Scores of components.' },
    mean: { doc: 'The mean of those answers that are there.' },
    sum: { doc: 'The sum of all answers; with `needs`, of fewer, prorated.' },
  },
});

const needs = option()({
  word: 'needs',
  weighted: true,
  doc:
    'How many answers, or members, must be there. A sum of fewer than all is prorated: the mean of those that are there times how many ' +
    'there are, and told. When left out, a mean needs one, a sum and weighted members all.',
  example: 'needs 4',
  default: 'all',
  defaultDepends: true,
  choices: {
    all: { doc: 'All of them.' },
    count: { doc: 'So many.', phrase: [{ count: 'whole' }], example: '4', counts: { is: 'needed values' } },
  },
});

const normalize = option()({
  word: 'normalize',
  doc:
    'How each member is brought to a common footing before it is weighted: the index is a weighted mean of its members, without ' +
    'components; by range when left out.',
  example: 'normalize range',
  default: 'none',
  defaultDepends: true,
  choices: {
    range: { weighted: true, doc: 'From the smallest value 0 to the largest 1 (min–max).' },
    scale: { weighted: true, doc: 'From the lower end of its scale, or of `within`, 0 to the upper end 1: comparable between samples.' },
    z: { weighted: true, doc: 'Mean 0, SD 1.' },
    rank: { doc: 'Ranks, from 0 to 1.' },
    none: { weighted: true, doc: 'Values stay as they are.' },
  },
});

const aggregate = option()({
  word: 'aggregate',
  weighted: true,
  doc: 'How weighted members are put together.',
  example: 'aggregate geometric',
  default: 'arithmetic',
  choices: {
    arithmetic: { doc: 'Their weighted arithmetic mean.' },
    geometric: { doc: 'Their weighted geometric mean: a member that is 0 makes it 0, which is counted and told.' },
  },
});

const rising = ({ low, high }: Readonly<Record<string, unknown>>): Impossible | null =>
  (low as number) < (high as number) ? null : { what: { is: 'goalposts' }, expected: { is: 'rising' } };

const goalposts = option()({
  word: 'goalposts',
  weighted: true,
  doc:
    'The values that become the ends of `rescale`: stated ones make samples comparable. What lies beyond is held at the end, and told. ' +
    'The lowest and the highest score that there is when left out.',
  example: 'goalposts scale',
  default: 'observed',
  choices: {
    observed: { doc: 'The lowest and the highest score that there is.' },
    scale: { doc: 'The lowest and the highest score that the answers’ scales allow.' },
    range: {
      doc: 'These values, whatever the data hold.',
      phrase: [{ low: 'number' }, '..', { high: 'number' }],
      example: '0..1',
      check: rising,
    },
  },
});

/** As many members can be judged in pairs: so far goes Saaty's random index. */
export const MOST_COMPARED = 15;

export const memberOptions = { score, needs, normalize, aggregate, goalposts };

const weightSorts = {
  equal: 'all alike',
  entropy: 'entropy',
  critic: 'CRITIC',
  cv: 'the coefficient of variation',
  ahp: 'judgements (AHP)',
} as const;
export type WeightSort = keyof typeof weightSorts;
type Pair = { readonly [A in WeightSort]: `by ${A} and ${Exclude<WeightSort, A>}` }[WeightSort];

const sorts = Object.keys(weightSorts) as WeightSort[];
const pairs = Object.fromEntries(
  sorts.flatMap((first) =>
    sorts
      .filter((second) => second !== first)
      .map((second): [string, Choice] => [
        `by ${first} and ${second}`,
        {
          doc: `The mean of two: ${weightSorts[first]}, and ${weightSorts[second]}.`,
          ...(first === 'ahp' || second === 'ahp' ? { body: true as const } : {}),
        },
      ]),
  ),
) as Readonly<Record<Pair, Choice>>;

/** Weights of members, beside those that components may have too. */
export const memberWeights = {
  'by entropy': { doc: 'By entropy: a member weighs the more, the more unevenly it is spread over the cases.' },
  'by critic': { doc: 'CRITIC: a member weighs the more, the more it varies and the less it says what the others say.' },
  'by cv': { doc: 'By the coefficient of variation.', calledAs: 'variation' },
  'by ahp': {
    doc: 'By judgements of pairs, `physical / social = 3` for three times as important: the eigenvector, with its consistency.',
    body: true,
  },
  ...pairs,
} as const satisfies Readonly<Record<string, Choice>>;
