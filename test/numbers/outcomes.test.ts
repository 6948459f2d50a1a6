// Outcomes that are no plain numbers and cases in groups, against reference documents of R: one a procedure.
import { classified } from '@studyspec/core';
import { describe, expect, test } from 'vitest';
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

test('a case whose probability is just the cut is predicted to have the event', () => {
  const { truePositive, falsePositive, trueNegative } = classified(Float64Array.of(1, 0, 0), Float64Array.of(0.5, 0.5, 0.49), 0.5);
  expect([truePositive, falsePositive, trueNegative]).toEqual([1, 1, 1]);
});
