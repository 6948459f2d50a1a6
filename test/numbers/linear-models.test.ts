// Linear models beyond one ordinary fit, against documents computed by R.
import { expect, test } from 'vitest';
import { hierarchical, relativeImportance, robust, wls } from '../oracles/adapters/linear-models.ts';
import { mediation, moderation } from '../oracles/adapters/mediation.ts';
import { disagreements, readGolden } from './agreement.ts';

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

test.each(documents)('%s', (id, adapt, values) => {
  const { compared, differences } = disagreements(readGolden(id), adapt);
  // What R reports beyond core's results is absent, never different.
  const absent = differences.filter((line) => line.endsWith('got undefined'));
  expect(differences.filter((line) => !absent.includes(line))).toEqual([]);
  expect(compared - absent.length).toBeGreaterThanOrEqual(values);
});
