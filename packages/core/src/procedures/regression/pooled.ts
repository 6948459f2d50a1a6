// One model over several studies: apart, with study effects, with study effects and interactions; and Chow's test between them.
import { fUpper } from '../../numerics/distributions.ts';
import { linearFit, type FitFailure, type LinearFit } from './ols.ts';

/** Complete rows: no missing value in either. Columns in the order of the terms. */
export interface StudySample {
  readonly name: string;
  readonly y: Float64Array;
  readonly x: readonly Float64Array[];
}

/** F = (ΔSSE/df1)/(SSE/df2) between nested models. Null where the larger model fits without residual. */
export interface NestedTest {
  readonly f: number | null;
  readonly df1: number;
  readonly df2: number;
  readonly p: number | null;
}

export interface PooledModels {
  readonly studies: readonly { readonly name: string; readonly fit: LinearFit }[];
  /** One intercept and one slope a predictor for all studies. */
  readonly common: LinearFit;
  /** A dummy `study.name` for every study but the first. */
  readonly effects: LinearFit;
  /** Also every product `term:study.name`: its coefficients are differences of slopes from the first study's. */
  readonly interactions: LinearFit;
  /** All coefficients equal: common against interactions (Chow 1960, Econometrica 28:591–605). Supposes equal residual variances. */
  readonly chow: NestedTest;
  /** Intercepts equal, given equal slopes: common against effects. */
  readonly intercepts: NestedTest;
  /** Slopes equal, given study effects: effects against interactions. */
  readonly slopes: NestedTest;
}

export type PooledFailure = (FitFailure & { readonly study: string | null }) | { readonly problem: 'one-study'; readonly study: null };

/**
 * Pools the studies' rows. The model with all interactions fits each study as its own regression does, so that its residual sum of
 * squares is the sum of theirs: F of Chow's test is ((SSE − ΣSSE_g)/(k(G − 1)))/(ΣSSE_g/(N − kG)), k coefficients with the intercept. A
 * study whose own regression cannot be fitted (few cases, a predictor without variance there) is named.
 */
export function pooledModels(samples: readonly StudySample[], terms: readonly string[], confidence = 0.95): PooledModels | PooledFailure {
  if (samples.length < 2) return { problem: 'one-study', study: null };
  const studies: { name: string; fit: LinearFit }[] = [];
  for (const { name, y, x } of samples) {
    const fit = linearFit({ y, x, terms, confidence });
    if ('problem' in fit) return { ...fit, study: name };
    studies.push({ name, fit });
  }
  const y = joined(samples.map((sample) => sample.y));
  const slopes = terms.map((_, j) => joined(samples.map((sample) => sample.x[j]!)));
  const dummies = samples
    .slice(1)
    .map((own) => joined(samples.map((sample) => new Float64Array(sample.y.length).fill(sample === own ? 1 : 0))));
  const dummyTerms = samples.slice(1).map((sample) => `study.${sample.name}`);
  const fitted = (x: readonly Float64Array[], names: readonly string[]): LinearFit | FitFailure =>
    linearFit({ y, x, terms: names, confidence });
  const common = fitted(slopes, terms);
  const effects = fitted([...slopes, ...dummies], [...terms, ...dummyTerms]);
  const products = slopes.flatMap((slope) => dummies.map((dummy) => slope.map((value, row) => value * dummy[row]!)));
  const interactions = fitted(
    [...slopes, ...dummies, ...products],
    [...terms, ...dummyTerms, ...terms.flatMap((term) => dummyTerms.map((dummy) => `${term}:${dummy}`))],
  );
  if ('problem' in common) return { ...common, study: null };
  if ('problem' in effects) return { ...effects, study: null };
  if ('problem' in interactions) return { ...interactions, study: null };
  // The sum of the studies' own residuals: the same as the interactions model's, with fewer digits lost.
  const within = studies.reduce((sum, one) => sum + one.fit.ssResidual, 0);
  return {
    studies,
    common,
    effects,
    interactions,
    chow: nested(common.ssResidual, common.df2, within, interactions.df2, common.ssTotal),
    intercepts: nested(common.ssResidual, common.df2, effects.ssResidual, effects.df2, common.ssTotal),
    slopes: nested(effects.ssResidual, effects.df2, within, interactions.df2, common.ssTotal),
  };
}

function nested(small: number, smallDf: number, large: number, largeDf: number, total: number): NestedTest {
  const df1 = smallDf - largeDf;
  // A model that leaves nothing but rounding has no error to test against.
  const f = df1 > 0 && large > 1e-26 * total ? Math.max(0, small - large) / df1 / (large / largeDf) : null;
  return { f, df1, df2: largeDf, p: f === null ? null : fUpper(f, df1, largeDf) };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
