// What an author can choose of a mediation.
import { option, type ChosenOf, type Text } from '../../contract/option.ts';
import { checkDraws, DRAWN } from '../regression/resampling.ts';

/** How the products are tested, with what a report says of it; `samples` and `seed` are filled in. */
interface Interval {
  readonly note: Text;
}

const errors = option<Interval>()({
  word: 'errors',
  doc: 'How indirect effects are tested; delta when left out.',
  example: 'errors bootstrap 5000',
  default: 'delta',
  choices: {
    delta: {
      doc: 'Sobel’s standard errors of the products, and intervals of the normal distribution.',
      note: {
        en: 'Indirect effects: products of coefficients, standard errors by the delta method (Sobel), normal intervals.',
        zh: '间接效应为系数乘积；标准误由 delta 法（Sobel）得出，区间按正态分布。',
      },
    },
    bootstrap: {
      doc: 'Cases are drawn with replacement so many times: standard errors and percentile intervals of the products, as PROCESS.',
      phrase: ['bootstrap', { draws: 'whole' }],
      example: 'bootstrap 5000',
      counts: { is: 'samples' },
      check: checkDraws,
      note: {
        en: `Indirect effects: bootstrap standard errors and percentile intervals ({samples} samples of cases, ${DRAWN.en}).`,
        zh: `间接效应：自助法标准误与百分位区间（个案样本 {samples} 个，${DRAWN.zh}）。`,
      },
    },
    bca: {
      doc: 'The same, with intervals that are corrected for bias and skewness (BCa).',
      counts: { is: 'samples' },
      check: checkDraws,
      phrase: ['bootstrap', { draws: 'whole' }, 'bca'],
      example: 'bootstrap 5000 bca',
      note: {
        en:
          'Indirect effects: bootstrap standard errors, bias-corrected and accelerated intervals ({samples} samples of cases, ' +
          `${DRAWN.en}).`,
        zh: `间接效应：自助法标准误与偏差校正加速区间（个案样本 {samples} 个，${DRAWN.zh}）。`,
      },
    },
  },
});

export const mediationOptions = { errors };
export type MediationOptions = ChosenOf<typeof mediationOptions>;
