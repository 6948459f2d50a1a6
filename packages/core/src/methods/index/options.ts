// What an author can choose of an index.
import { type Impossible } from '../../contract/impossible.ts';
import { option, type ChosenOf } from '../../contract/option.ts';
import { memberOptions, memberWeights } from '../composite/options.ts';
import { correlations } from './basis.ts';
import { extract } from './extract.ts';
import { keep } from './keep.ts';
import { rotate } from './rotate.ts';

const missing = option()({
  word: 'missing',
  weighted: true,
  doc: 'What is done about missing answers; listwise when left out.',
  example: 'missing mean',
  default: 'listwise',
  choices: {
    listwise: { doc: 'A case with a missing answer to any item is left out.' },
    pairwise: { doc: 'Every correlation is computed over the cases that answered both items; n is the smallest.' },
    mean: { doc: 'A missing answer is replaced by the mean of the item, as SPSS FACTOR /MISSING MEANSUB does.' },
  },
});

const weight = option()({
  word: 'weight',
  weighted: true,
  doc: 'How components, or members, are weighted; components by explained variance and members alike when left out.',
  example: 'weight by explained variance',
  default: 'explained',
  choices: {
    explained: { doc: 'Each composed component by its share of the rotated explained variance.', phrase: ['by', 'explained', 'variance'] },
    equal: { doc: 'All composed components, or all members, alike.' },
    given: { doc: 'Weights of your own; they are brought to a sum of 1.', body: true },
    ...memberWeights,
  },
});

const rising = ({ low, high }: Readonly<Record<string, unknown>>): Impossible | null =>
  (low as number) < (high as number) ? null : { what: { is: 'score range' }, expected: { is: 'rising' } };
const rescale = option()({
  word: 'rescale',
  weighted: true,
  doc: 'The range or unit in which scores are given; 0..100 when left out.',
  example: 'rescale 0..100',
  default: 'range',
  defaultGives: { low: 0, high: 100 },
  choices: {
    range: {
      doc: 'The composite, and each component, by min–max to these ends.',
      phrase: [{ low: 'number' }, '..', { high: 'number' }],
      example: '0..100',
      check: rising,
    },
    components: { doc: 'Each component is brought to 0..100 first; the composite is their weighted mean.' },
    componentsTo: {
      doc: 'Each component is brought to these ends first; the composite is their weighted mean.',
      phrase: ['components', { low: 'number' }, '..', { high: 'number' }],
      example: 'components 0..10',
      check: rising,
    },
    none: { doc: 'Scores stay as they are: z-scores and their weighted sum.' },
    t: { doc: 'Mean 50, SD 10.' },
  },
});

export const indexOptions = { missing, correlations, extract, keep, rotate, ...memberOptions, weight, rescale };
/** The fields that stand in the plan as they are chosen. */
export type IndexOptions = Pick<ChosenOf<typeof indexOptions>, 'correlations' | 'extract' | 'keep' | 'rotate'>;
