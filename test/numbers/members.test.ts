// Weights of members, what is made with them, and scores of answers against reference numbers from R: copies of the oracles' documents.
import { coupling, critic, entropy, indexWeights, obstacle, plainTopsis, topsisIndex } from '../oracles/adapters/member-weights.ts';
import { indexCategory, meanScore, nestedIndex } from '../oracles/adapters/observed-scores.ts';
import { holdTo } from './agreement.ts';

/** Least numbers that must agree: a document that lost its values would pass unseen otherwise. */
const documents = [
  ['pub-entropy-mtcars', entropy, 20],
  ['pub-critic-mtcars', critic, 20],
  ['pub-topsis-attitude', plainTopsis, 10],
  ['pub-topsisw-attitude-minmax', topsisIndex, 35],
  ['pub-iweights-mtcars-entropy-two', indexWeights, 55],
  ['pub-iweights-attitude-combined-flat', indexWeights, 50],
  ['pub-coupling-mtcars-two', coupling, 65],
  ['pub-obstacle-attitude-ahp', obstacle, 50],
  ['pub-mscore-bfi-agree-needs3', meanScore, 40],
  ['pub-nested-bfi-weighted-minmax', nestedIndex, 70],
  ['pub-indexcat-bfi-quartiles', indexCategory, 40],
] as const;

// How it was computed is a text of the document.
holdTo(documents, { passed: /^convention:/u });
