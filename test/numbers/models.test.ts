// Factorability, components, composites and regressions against reference numbers from R (partly checked with PSPP).
import { describe, expect, test } from 'vitest';
import cfa from '../oracles/adapters/cfa.ts';
import composite from '../oracles/adapters/composite.ts';
import kmoBartlett from '../oracles/adapters/kmo-bartlett.ts';
import { meanSubstitution, ols, pairwise } from '../oracles/adapters/ols.ts';
import pca from '../oracles/adapters/pca.ts';
import pipeline from '../oracles/adapters/pipeline.ts';
import { map, parallel } from '../oracles/adapters/retention.ts';
import { readOracleData } from '../oracles/read-data.ts';
import { holdTo, readGolden } from './agreement.ts';
import { fileURLToPath } from 'node:url';

/** Least numbers that must agree: a document that lost its values, or an adapter that lost its own, would pass unseen otherwise. */
const documents = [
  ['pub-kmo-hs1939', kmoBartlett, 100],
  ['pub-kmo-bfi-pairwise', kmoBartlett, 600],
  ['pub-pca-hs1939-varimax-3', pca, 170],
  ['pub-pca-hs1939-varimax-nokaiser', pca, 170],
  ['pub-pca-bfi-mean', pca, 570],
  ['pub-pca-bfi-kaiser-pairwise', pca, 650],
  ['pub-pca-attitude-none', pca, 80],
  ['pub-map-bfi', map, 50],
  ['pub-composite-hs1939', composite, 40],
  ['pub-pipeline-synth323', pipeline, 1200],
  ['pub-ols-mtcars', ols, 110],
  ['pub-ols-attitude', ols, 160],
  ['pub-ols-interaction-mtcars', ols, 90],
  ['pub-ols-bfi-dummies', ols, 220],
  ['pub-ols-synth323-25dummies', ols, 800],
  ['pub-cfa-hs1939-second-order', cfa, 270],
  ['pub-cfa-hs1939-residual-covariance', cfa, 280],
  ['pub-cfa-hs1939-mlr', cfa, 260],
  ['pub-cfa-attitude-heywood', cfa, 180],
  ['pub-cfa-bfi-two-factors-fiml', cfa, 240],
  ['pub-olspair-bfi', pairwise, 30],
  ['pub-olsmeansub-bfi', meanSubstitution, 130],
] as const;

describe('reference numbers', () => {
  // What R reports beyond core's results: Cook's distances, RESET …
  holdTo(documents, { absent: true });

  test('parallel analysis retains what R retains, with percentiles within Monte Carlo error', () => {
    const document = readGolden('pub-parallel-hs1939');
    const expected = document.values as {
      observed: number[];
      sim_p95: number[];
      sim_mean: number[];
      retained_p95: number;
      retained_mean: number;
    };
    const found = parallel(
      readOracleData(fileURLToPath(new URL('data', import.meta.url)), document.dataset),
      document.options,
    ) as unknown as typeof expected;
    expect([found.retained_p95, found.retained_mean]).toEqual([expected.retained_p95, expected.retained_mean]);
    expected.observed.forEach((value, i) => {
      expect(found.observed[i]).toBeCloseTo(value, 10);
    });
    expected.sim_p95.forEach((value, i) => {
      expect(Math.abs(found.sim_p95[i]! - value)).toBeLessThan(0.02);
    });
    expected.sim_mean.forEach((value, i) => {
      expect(Math.abs(found.sim_mean[i]! - value)).toBeLessThan(0.01);
    });
  });
});
