// What an author can choose of a measurement model.
import { option, type ChosenOf } from '../../contract/option.ts';

const estimator = option()({
  word: 'estimator',
  doc: 'How the parameters are estimated; ml when left out.',
  example: 'estimator mlr',
  default: 'ml',
  choices: {
    ml: { doc: 'Maximum likelihood: χ² and errors for answers that are normal. lavaan’s ML, AMOS with n in place of n − 1.' },
    wlsmv: { doc: 'Ordered answers: polychoric correlations, weighted least squares, a χ² scaled and shifted, as Mplus’ WLSMV.' },
    mlr: { doc: 'The same estimates with errors and a χ² that hold without normality (sandwich; Yuan and Bentler), as Mplus’ MLR.' },
  },
});

const missing = option()({
  word: 'missing',
  doc: 'What is done about missing answers; listwise when left out.',
  example: 'missing fiml',
  default: 'listwise',
  choices: {
    listwise: { doc: 'A case with a missing answer to any item of the model is left out.' },
    fiml: { doc: 'Every case counts with what it answered: full information maximum likelihood.' },
  },
  refused: { mean: 'hides differences', pairwise: 'hides differences' },
});

export const measurementOptions = { estimator, missing };
export type MeasurementOptions = ChosenOf<typeof measurementOptions>;
