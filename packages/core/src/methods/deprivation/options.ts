// What an author can choose of a count of deprivations.
import { option, type ChosenOf } from '../../contract/option.ts';

const cutoff = option()({
  word: 'cutoff',
  weighted: true,
  doc: 'Who is deprived in at least this share of the weights is poor; 1/3 when left out.',
  example: 'cutoff 1/3',
  default: 'share',
  defaultGives: { share: 1 / 3 },
  defaultSays: '1/3',
  choices: {
    share: {
      doc: 'A share of the weights, above 0 and up to 1 (who is deprived of everything). As a fraction or a number: `1/3`, `0.4`.',
      phrase: [{ share: 'fraction' }],
      example: '1/3',
      counts: { is: 'cutoff' },
      check: ({ share }) =>
        (share as number) > 0 && (share as number) <= 1
          ? null
          : { what: { is: 'cutoff' }, expected: { is: 'above and at most', low: 0, high: 1 } },
    },
  },
});

export const deprivationOptions = { cutoff };
export type DeprivationOptions = ChosenOf<typeof deprivationOptions>;
