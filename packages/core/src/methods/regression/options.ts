// What an author can choose of a regression.
import { list, type ChosenOf } from '../option.ts';
import { errors } from './errors.ts';

export const show = list()({
  word: 'show', doc: 'Which columns the report shows.', example: 'show standardized, b, se', default: 'standardized',
  choices: {
    standardized: { doc: 'β, the standardised coefficients.' },
    b: { doc: 'The coefficients themselves.' },
    se: { doc: 'Their standard errors.' },
    intervals: { doc: 'Their 95 % confidence intervals.' },
  },
});

export const regressionOptions = { errors, show };
export type RegressionOptions = ChosenOf<typeof regressionOptions>;
