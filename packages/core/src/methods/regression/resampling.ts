// Standard errors and tests by resampling: cases drawn with replacement, clusters with changed signs.
import { seededRandom } from '../../numerics/random.ts';
import { bootstrapLimits } from '../../procedures/regression/bootstrap.ts';
import { clusterCovariance, clusterSums } from '../../procedures/regression/clustered.ts';
import { atOrigin } from '../../procedures/regression/ols.ts';
import { resampledCoefficients } from '../../procedures/regression/resampled.ts';
import { wildClusterBootstrap } from '../../procedures/regression/wild.ts';
import type { Choice } from '../../contract/option.ts';
import type { Impossible } from '../../contract/impossible.ts';
import type { Estimate, Estimator, Fitted } from './errors.ts';

/** Fewer say nothing of the ends of an interval; more take longer than anybody waits. */
const LEAST = 100;
const MOST = 100000;
export const checkDraws = (given: Readonly<Record<string, unknown>>): Impossible | null =>
  (given.draws as number) >= LEAST && (given.draws as number) <= MOST
    ? null
    : { what: { is: 'samples' }, expected: { is: 'whole within', low: LEAST, high: MOST } };
export const DRAWN = 'drawn by xoshiro128** from seed {seed}';
const SOURCE = 'Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 9 and 14';

const RESAMPLED = {
  se: 'SD of the b of the samples, cases drawn with replacement',
  df: 'n − k − 1',
  p: '(1 + #{|b* − b| ≥ |b|})/(1 + samples)',
};

export const percentile = {
  doc: 'Cases are drawn with replacement so many times: standard errors, p-values and percentile intervals from those samples.',
  phrase: ['bootstrap', { draws: 'whole' }],
  example: 'bootstrap 2000',
  counts: { is: 'samples' },
  check: checkDraws,
  estimate: (fitted, given) => resampled(fitted, given.draws ?? LEAST, given.confidence, false),
  formula: { ...RESAMPLED, low: 'the sample quantile of b* (type 6)', high: 'the sample quantile of b* (type 6)', source: SOURCE },
  note: `Bootstrap standard errors and percentile intervals ({samples} samples of cases, ${DRAWN}).`,
} as const satisfies Estimator & Choice;

export const accelerated = {
  doc: 'The same, with intervals that are corrected for bias and skewness (BCa).',
  phrase: ['bootstrap', { draws: 'whole' }, 'bca'],
  example: 'bootstrap 2000 bca',
  counts: { is: 'samples' },
  check: checkDraws,
  estimate: (fitted, given) => resampled(fitted, given.draws ?? LEAST, given.confidence, true),
  formula: {
    ...RESAMPLED,
    low: 'the quantile of b* at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z)))',
    high: 'the quantile of b* at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z)))',
    source: `Efron 1987, JASA 82:171–185; ${SOURCE}`,
  },
  note: `Bootstrap standard errors and bias-corrected and accelerated intervals ({samples} samples of cases, ${DRAWN}).`,
} as const satisfies Estimator & Choice;

export const wild = {
  doc:
    'A wild cluster bootstrap for few clusters: p-values and intervals from the signs of whole clusters, all of them where there ' +
    'are no more than so many. Standard errors and t are those of `cluster`.',
  phrase: ['cluster', { column: 'column' }, 'wild', { draws: 'whole' }],
  example: 'cluster site wild 9999',
  counts: { is: 'samples' },
  check: checkDraws,
  estimate: (fitted, given) => wildly(fitted, given.draws ?? LEAST, given.confidence),
  formula: {
    se: '√[c·(X′X)⁻¹(Σ_g X_g′e_g e_g′X_g)(X′X)⁻¹]ⱼⱼ, c = G/(G − 1)·(n − 1)/(n − k − 1)',
    df: 'G − 1',
    p: '#{|t*| ≥ |t|}/2^G of all signs, else (1 + #)/(1 + samples); b = 0 imposed, Rademacher signs',
    low: 'the least value of b that the same test does not reject',
    high: 'the greatest value of b that the same test does not reject',
    source:
      'Cameron, Gelbach & Miller 2008, Review of Economics and Statistics 90:414–427; Roodman, MacKinnon, Nielsen & Webb 2019, Stata ' +
      'Journal 19:4–60',
  },
  note: 'Standard errors clustered by {column} (CR1, {clusters} clusters); p and intervals by a wild cluster bootstrap of t ({samples}).',
} as const satisfies Estimator & Choice;

/** SPSS's p of bootstrapped coefficients: (1 + #{|b* − b| ≥ |b|})/(1 + samples). */
function resampled({ fit, x, y, seed }: Fitted, draws: number, confidence: number, jackknife: boolean): Estimate | string {
  const random = seededRandom(seed);
  const own = x.map((column, j) => column.map((value) => value + fit.offsets[j]!));
  const found = resampledCoefficients([...own, y], draws, random.integer, jackknife);
  const count = draws - found.unusable;
  if (count < draws / 2) return 'in most of the samples the predictors determine each other';
  const limits = fit.coefficients.map(({ b }, j) => bootstrapLimits(b, found.replicates[j]!, found.leftOut?.[j] ?? null, confidence));
  const means = limits.map((one) => one?.mean ?? 0);
  const covariance = found.replicates.map((left, i) =>
    found.replicates.map(
      (right, j) => left.reduce((sum, value, s) => sum + (value - means[i]!) * (right[s]! - means[j]!), 0) / (count - 1),
    ),
  );
  return {
    // The covariance is of the coefficients themselves; what is done with an estimate moves the intercept back to 0.
    covariance: atOrigin(
      covariance,
      fit.offsets.map((offset) => -offset),
    ),
    df: fit.df2,
    tests: fit.coefficients.map(({ b }, j) => {
      const one = limits[j] ?? null;
      const ends = jackknife ? one?.accelerated : one?.percentile;
      const beyond = found.replicates[j]!.reduce((sum, value) => sum + (Math.abs(value - b) >= Math.abs(b) ? 1 : 0), 0);
      return { p: (1 + beyond) / (1 + count), low: ends?.[0] ?? null, high: ends?.[1] ?? null };
    }),
    samples: { count, unusable: found.unusable, exact: false },
  };
}

function wildly({ fit, x, groups, seed }: Fitted, draws: number, confidence: number): Estimate | string {
  if (groups === null) return 'there is no such column';
  const sums = clusterSums(x, fit.residuals, groups);
  const usual = clusterCovariance('CR1S', sums, fit.unscaledCovariance);
  if (typeof usual === 'string') return 'the cases are all of one cluster';
  // Tests are of the coefficients themselves, the intercept where the predictors are 0.
  const moved = fit.offsets.every((offset) => offset === 0)
    ? sums
    : clusterSums(
        x.map((column, j) => column.map((value) => value + fit.offsets[j]!)),
        fit.residuals,
        groups,
      );
  const found = wildClusterBootstrap({
    sums: moved,
    b: fit.coefficients.map((one) => one.b),
    bread: atOrigin(fit.unscaledCovariance, fit.offsets),
    draws,
    confidence,
    uniform: seededRandom(seed).uniform,
  });
  if (found === 'one cluster') return 'the cases are all of one cluster';
  return {
    ...usual,
    df: usual.clusters - 1,
    tests: found.tests,
    samples: { count: found.samples, unusable: 0, exact: found.exact },
  };
}
