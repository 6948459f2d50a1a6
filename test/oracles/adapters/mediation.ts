// `mediation` and `moderation`.
import {
  changeBetween,
  describe,
  linearFit,
  listwiseColumns,
  mediationOf,
  quantileOf,
  resampledMediation,
  seededRandom,
  significantRegion,
  simpleSlope,
  atOrigin,
  type BootstrapLimits,
  type Coefficient,
  type Combination,
  type SimpleSlope,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { category, names, numbers } from './columns.ts';
import { checked, designOf } from './ols.ts';

/** The collection's own generator: exact draws in any language. */
function lcg32(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const coefficient = ({ b, se, t, p, low, high, beta }: Coefficient): OracleValues => ({
  b,
  se,
  t,
  p,
  ci95_low: low,
  ci95_high: high,
  beta,
});

const limits = (found: BootstrapLimits | null): OracleValues | null =>
  found === null
    ? null
    : {
        boot_mean: found.mean,
        boot_se: found.se,
        percentile_low: found.percentile[0],
        percentile_high: found.percentile[1],
        bc_low: found.biasCorrected?.[0],
        bc_high: found.biasCorrected?.[1],
        bca_low: found.accelerated?.[0],
        bca_high: found.accelerated?.[1],
        bca_z0: found.bias,
        bca_acceleration: found.acceleration,
      };

export function mediation(data: OracleData, options: OracleOptions): OracleValues {
  const mediators = names(options.mediators);
  const covariates = designOf(data, names(options.covariates), options);
  const wanted = [String(options.x), ...mediators, String(options.y)].map((name) => numbers(data, name, options));
  const columns = listwiseColumns([...wanted, ...covariates.columns]);
  const input = {
    x: columns[0]!,
    mediators: mediators.map((name, at) => ({ name, step: options.type === 'serial' ? at : 0, values: columns[1 + at]! })),
    y: columns[1 + mediators.length]!,
    covariates: columns.slice(2 + mediators.length),
    confidence: 0.95,
  };
  const found = mediationOf(input);
  if ('problem' in found) throw new Unsupported(`a mediation that cannot be fitted: ${found.problem}`);
  const bootstrap = options.bootstrap as { generator?: string; seed?: number; reps: number } | undefined | null;
  const key = (path: readonly number[]): string => path.map((i) => mediators[i]!).join('->');
  const by = <T>(values: readonly T[], keys: readonly string[] = mediators): object =>
    Object.fromEntries(values.map((value, i) => [keys[i]!, value]));
  const keys = found.indirect.map((one) => key(one.path));
  const drawn =
    bootstrap == null
      ? null
      : resampledMediation(
          input,
          found,
          bootstrap.reps,
          bootstrap.generator === 'lcg32' ? lcg32(bootstrap.seed!) : seededRandom(20240601).integer,
        );
  const [d21] = found.between;
  return {
    n: found.n,
    a: by(found.a.map(coefficient)),
    b: by(found.b.map(coefficient)),
    direct_c_prime: coefficient(found.direct),
    total_c: coefficient(found.total),
    r2: { ...by(found.equations.map((fit) => fit.r2)), outcome: found.outcome.r2, total: found.totalFit.r2 },
    ...(d21 === undefined ? {} : { d21: coefficient(d21.coefficient) }),
    indirect: by(
      found.indirect.map((one) => ({
        effect: one.effect,
        partially_standardised: one.partlyStandardised,
        completely_standardised: one.standardised,
        sobel_se: one.se,
        sobel_z: one.z,
        sobel_p: one.p,
        ...(one.aroianSe === null ? {} : { aroian_se: one.aroianSe }),
      })),
      keys,
    ),
    total_indirect: { effect: found.totalIndirect.effect, completely_standardised: found.totalIndirect.standardised },
    proportion_mediated: found.mediated,
    ...(drawn === null ? {} : { bootstrap: { ...by(drawn.indirect.map(limits), keys), total_indirect: limits(drawn.totalIndirect) } }),
  };
}

const slopeValues = ({ slope, se, t, p, low, high }: SimpleSlope): OracleValues => ({ slope, se, t, p, ci95_low: low, ci95_high: high });

export function moderation(data: OracleData, options: OracleOptions): OracleValues {
  const [y, x, moderator] = [String(options.y), String(options.x), String(options.moderator)];
  const covariates = names(options.covariates);
  const centre = names(options.center);
  const interaction = `${x}:${moderator}`;
  const design = designOf(data, [x, moderator, interaction, ...covariates], { ...options, dependent: y, center: centre });
  const plain = designOf(data, [moderator], { ...options, center: undefined });
  const isCategory = design.terms[1] !== moderator;
  const columns = listwiseColumns([numbers(data, y, options), ...design.columns, ...(isCategory ? [] : plain.columns)]);
  const { terms } = design;
  const outcome = columns[0]!;
  const predictors = columns.slice(1, 1 + terms.length);
  const fit = checked(linearFit({ y: outcome, x: predictors, terms, confidence: 0.95 }));
  const products = terms.map((term, j) => ({ term, j })).filter(({ term }) => term.startsWith(`${x}:`));
  const without = terms.flatMap((term, j) => (products.some((one) => one.term === term) ? [] : [j]));
  const reduced = checked(
    linearFit({ y: outcome, x: without.map((j) => predictors[j]!), terms: without.map((j) => terms[j]!), confidence: 0.95 }),
  );
  const change = changeBetween(reduced, fit)!;
  const b = fit.coefficients.map((one) => one.b);
  const s2 = fit.ssResidual / fit.df2;
  const covariance = atOrigin(fit.unscaledCovariance, fit.offsets).map((row) => row.map((value) => value * s2));
  const slope = (of: Combination): SimpleSlope => simpleSlope(b, covariance, of, fit.df2, 0.95);
  const place = 1 + terms.indexOf(x);
  const values = (pick: 'b' | 'se' | 't' | 'p'): (number | null)[] => fit.coefficients.map((one) => one[pick]);
  const base = {
    n: fit.n,
    terms: ['(Intercept)', ...terms],
    b: values('b'),
    se: values('se'),
    t: values('t'),
    p: values('p'),
    r2: fit.r2,
    r2_change_interaction: change.r2,
    F_change: change.f,
    df1: change.df1,
    df2: change.df2,
    F_change_p: change.p,
  };
  if (isCategory) {
    const { levels } = category(data, moderator, options);
    return {
      ...base,
      simple_slopes: Object.fromEntries(
        levels.map((level) => {
          const own = products.find(({ term }) => term === `${x}:${moderator}=${level}`);
          return [level, slopeValues(slope([{ at: place, times: 1 }, ...(own === undefined ? [] : [{ at: 1 + own.j, times: 1 }])]))];
        }),
      ),
    };
  }
  const w = predictors[terms.indexOf(moderator)]!;
  const original = columns.at(-1)!;
  const product = 1 + products[0]!.j;
  const at = (value: number): OracleValues => ({
    moderator: value,
    ...slopeValues(
      slope([
        { at: place, times: 1 },
        { at: product, times: value },
      ]),
    ),
  });
  const { mean, sd } = describe(w);
  if (mean === null || sd === null) throw new Unsupported('a moderator without values');
  const region = significantRegion(
    { b: b[place]!, variance: covariance[place]![place]! },
    { b: b[product]!, variance: covariance[product]![product]! },
    covariance[place]![product]!,
    fit.df2,
    0.95,
  );
  const moved = original[0]! - w[0]!;
  return {
    ...base,
    moderator_mean_as_used: mean,
    moderator_sd: sd,
    simple_slopes: { minus_1sd: at(mean - sd), mean: at(mean), plus_1sd: at(mean + sd) },
    simple_slopes_percentiles: { p16: at(quantileOf(w, 0.16)), p50: at(quantileOf(w, 0.5)), p84: at(quantileOf(w, 0.84)) },
    ...(region === null
      ? {}
      : {
          johnson_neyman: {
            low: region.low,
            high: region.high,
            low_original_unit: region.low + moved,
            high_original_unit: region.high + moved,
            significant_outside: region.outside,
          },
        }),
  };
}
