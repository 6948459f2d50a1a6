// How many components are kept.
import { option, type Chosen } from '../../contract/option.ts';

export const keep = option()({
  word: 'keep',
  weighted: true,
  doc: 'How many components are kept; as many as are named when left out.',
  example: 'keep eigenvalue > 1',
  default: 'eigenvalue',
  defaultGives: { above: 1 },
  defaultDepends: true,
  choices: {
    fixed: {
      doc: 'So many components; as many as are named when left out.',
      phrase: [{ count: 'whole' }],
      example: '4',
      counts: { is: 'components' },
    },
    eigenvalue: {
      doc: 'Components whose eigenvalue is larger (Kaiser’s criterion). The default without named components.',
      phrase: ['eigenvalue', '>', { above: 'number' }],
      example: 'eigenvalue > 1',
    },
    variance: {
      doc: 'As many as explain this share of the variance.',
      phrase: ['variance', { percent: 'percent' }],
      example: 'variance 60%',
      check: ({ percent }) =>
        (percent as number) > 0 && (percent as number) <= 100 ? null : { what: { is: 'kept share' }, expected: { is: 'share' } },
    },
    parallel: { doc: 'As many as have an eigenvalue above that of random data (parallel analysis, 95th percentile).' },
  },
});

export type Keep = Chosen<typeof keep>;
