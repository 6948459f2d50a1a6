// What an author can choose of a mediation.
import { option, type ChosenOf } from '../../contract/option.ts';
import { checkDraws, DRAWN } from '../regression/resampling.ts';

/** How the products are tested, with what a report says of it; `samples` and `seed` are filled in. */
interface Interval {
  readonly note: string;
}

const errors = option<Interval>()({
  word: 'errors',
  doc: 'How indirect effects are tested; delta when left out.',
  example: 'errors bootstrap 5000',
  default: 'delta',
  choices: {
    delta: {
      doc: 'Sobel’s standard errors of the products, and intervals of the normal distribution.',
      note: 'Indirect effects: products of coefficients, standard errors by the delta method (Sobel), normal intervals.',
    },
    bootstrap: {
      doc: 'Cases are drawn with replacement so many times: standard errors and percentile intervals of the products, as PROCESS.',
      phrase: ['bootstrap', { draws: 'whole' }],
      example: 'bootstrap 5000',
      counts: { is: 'samples' },
      check: checkDraws,
      note: `Indirect effects: bootstrap standard errors and percentile intervals ({samples} samples of cases, ${DRAWN}).`,
    },
    bca: {
      doc: 'The same, with intervals that are corrected for bias and skewness (BCa).',
      counts: { is: 'samples' },
      check: checkDraws,
      phrase: ['bootstrap', { draws: 'whole' }, 'bca'],
      example: 'bootstrap 5000 bca',
      note:
        'Indirect effects: bootstrap standard errors, bias-corrected and accelerated intervals ({samples} samples of cases, ' +
        `${DRAWN}).`,
    },
  },
});

export const mediationOptions = { errors };
export type MediationOptions = ChosenOf<typeof mediationOptions>;
