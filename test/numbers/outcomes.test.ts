// Outcomes that are no plain numbers and cases in groups, against reference documents of R: one a procedure.
import { describe } from 'vitest';
import { binary, logit, mixed, multinomial, orderedModels, polr, separation, tobit } from '../oracles/adapters/outcomes.ts';
import { holdTo } from './agreement.ts';

/** Least numbers that must agree. */
const documents = [
  ['pub-binary-synth323-site', binary, 160],
  ['pub-logit-mtcars', logit, 25],
  ['pub-polr-wine', polr, 16],
  ['pub-ordered-logit-wine-ame', orderedModels, 50],
  ['pub-multinomial-mass-smoke', multinomial, 70],
  ['pub-tobit-synth323-right', tobit, 30],
  ['pub-separation-complete', separation, 15],
  ['pub-separation-quasi', separation, 20],
  ['pub-lmer-sleepstudy', mixed, 35],
] as const;

describe('reference numbers', () => {
  holdTo(documents, { absent: true });
});
