// What an author can choose of a regression.
import { list, option, type ChosenOf } from '../../contract/option.ts';
import { errors } from './errors.ts';
import { method } from './method.ts';

const missing = option()({
  word: 'missing',
  doc: 'What is done about missing answers; listwise when left out.',
  example: 'missing mean',
  default: 'listwise',
  choices: {
    listwise: { doc: 'A case with a missing answer to any variable of the model is left out.', weighted: true },
    pairwise: { doc: 'Correlations over the cases that answered both; n is the smallest, as SPSS REGRESSION /MISSING PAIRWISE.' },
    mean: {
      doc: 'Missing answers, of dummies and of outcomes too, are replaced by the mean over the cases used, as SPSS MEANSUBSTITUTION.',
    },
    multiple: {
      doc: 'So many copies of the data are filled in by chained equations (seeded), and their models made one by Rubin’s rules.',
      phrase: ['multiple', { copies: 'whole' }],
      example: 'multiple 20',
      counts: { is: 'copies' },
      check: ({ copies }) =>
        (copies as number) >= 2 && (copies as number) <= 200
          ? null
          : { what: { is: 'copies' }, expected: { is: 'whole within', low: 2, high: 200 } },
    },
  },
});

export const show = list()({
  word: 'show',
  weighted: true,
  doc: 'Which columns the report shows; standardized when left out.',
  example: 'show standardized, b, se',
  default: 'standardized',
  choices: {
    standardized: { doc: 'β, the standardised coefficients.' },
    b: { doc: 'The coefficients themselves, with the intercept.' },
    se: { doc: 'Their standard errors.' },
    t: { doc: 'b divided by its standard error.' },
    p: { doc: 'The p-values of t.' },
    intervals: { doc: 'Their 95 % confidence intervals.' },
    vif: { doc: 'Variance inflation factors.' },
    importance: { doc: 'What each predictor accounts for of R², averaged over all orders in which they can enter (LMG).' },
    odds: { doc: 'exp(b) with its interval: odds ratios of a logit, rate ratios of counts.' },
    margins: { doc: 'Average marginal effects with their standard errors.' },
  },
});

export const regressionOptions = { missing, method, errors, show };
/** The fields that stand in the plan as they are chosen. */
export type RegressionOptions = Pick<ChosenOf<typeof regressionOptions>, 'errors' | 'show' | 'method'>;
