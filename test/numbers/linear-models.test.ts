// Linear models beyond one ordinary fit, against documents computed by R.
import { hierarchical, relativeImportance, robust, wls } from '../oracles/adapters/linear-models.ts';
import { mediation, moderation } from '../oracles/adapters/mediation.ts';
import { holdTo } from './agreement.ts';

/** Least numbers that must agree: an adapter that lost its own would pass unseen otherwise. */
const documents = [
  ['pub-hier-attitude', hierarchical, 60],
  ['pub-hc-mtcars', robust, 70],
  ['pub-wls-apistrat', wls, 40],
  ['pub-lmg-attitude', relativeImportance, 75],
  ['pub-moderation-mtcars-centred', moderation, 60],
  ['pub-moderation-attitude-uncentred-cov', moderation, 60],
  ['pub-mediation-attitude-covariate', mediation, 55],
] as const;

holdTo(documents, { absent: true });
