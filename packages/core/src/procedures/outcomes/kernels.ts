// The likelihoods of outcomes that are no plain numbers, a case at a time: two values, ordered levels, unordered levels, counts, censored
// numbers. Each with what it predicts (probabilities, an expected value) and the derivatives that marginal effects are made of.
import { exp, log } from '../../numerics/exponential.ts';
import { logGamma } from '../../numerics/special-functions.ts';
import { normalCdf, normalDensity } from '../../numerics/distributions.ts';
import { inverseMills, logNormalCdf } from './normal-tails.ts';
import { links, type Link } from './links.ts';
import type { Block, Kernel } from './indices.ts';

const LOG_ROOT_TWO_PI = 0.5 * log(2 * Math.PI);

/** What a model predicts of a case: `count` values, with first and second derivatives by the indices. */
export interface Responses {
  readonly count: number;
  /** `d[m·q + r]`, `dd[(m·q + r)·q + s]`. */
  at(eta: Float64Array, value: Float64Array, d: Float64Array, dd: Float64Array): void;
}

const whole: Block = { intercept: true, slopes: true };

/**
 * P(Y = 1) = F(x′β) (McCullagh & Nelder 1989, Generalized Linear Models, ch. 4). `y` is 0 or 1. Standard errors from the expected
 * information, as R's glm and SPSS have them.
 */
export function binaryKernel(y: Float64Array, link: Link): Kernel & { readonly responses: Responses } {
  const of = links[link];
  const { information } = of;
  return {
    blocks: [whole],
    at(row, eta, gradient, hessian) {
      const [value, first, second] = of.likelihood(y[row]! === 1, eta[0]!);
      gradient[0] = first;
      hessian[0] = second;
      return value;
    },
    ...(information === null
      ? {}
      : {
          expected(_row: number, eta: Float64Array, to: Float64Array) {
            to[0] = information(eta[0]!);
          },
        }),
    recession: (row) => [Float64Array.of(y[row]! === 1 ? 1 : -1)],
    responses: {
      count: 1,
      at(eta, value, d, dd) {
        value[0] = of.p(eta[0]!);
        d[0] = of.density(eta[0]!);
        dd[0] = of.slope(eta[0]!);
      },
    },
  };
}

/**
 * P(Y ≤ j) = F(τ_j − x′β), j = 1 … J − 1 (McCullagh 1980, JRSS B 42:109–142). `y` is 0 … J − 1. Index 0 is x′β, index j is τ_j. Concave
 * in both (Pratt 1981, JASA 76:103–106); observed information, as SPSS PLUM, R's polr and Stata have it.
 */
export function orderedKernel(y: Float64Array, levels: number, link: Exclude<Link, 'cloglog'>): Kernel & { readonly responses: Responses } {
  const of = links[link];
  const q = levels;
  const takers = Array.from({ length: levels - 1 }, (_, j) => ({ block: j + 1, sign: 1 as const }));
  return {
    blocks: [{ intercept: false, slopes: true, constant: takers }, ...takers.map((): Block => ({ intercept: true, slopes: false }))],
    at(row, eta, gradient, hessian) {
      gradient.fill(0);
      hessian.fill(0);
      const j = y[row]!;
      const upper = j === levels - 1 ? null : eta[j + 1]! - eta[0]!;
      const lower = j === 0 ? null : eta[j]! - eta[0]!;
      if (upper !== null && lower !== null && !(upper > lower)) return -Infinity;
      // On the side where probabilities are small, so that no digits are lost in their difference.
      const turned = lower !== null && lower > 0;
      const p =
        upper === null ? of.p(-lower!) : lower === null ? of.p(upper) : turned ? of.p(-lower) - of.p(-upper) : of.p(upper) - of.p(lower);
      if (!(p > 0)) return -Infinity;
      const up = upper === null ? 0 : of.density(upper) / p;
      const down = lower === null ? 0 : of.density(lower) / p;
      const bendUp = upper === null ? 0 : of.slope(upper) / p;
      const bendDown = lower === null ? 0 : of.slope(lower) / p;
      const along = down - up;
      gradient[0] = along;
      hessian[0] = bendUp - bendDown - along * along;
      if (upper !== null) {
        const at = j + 1;
        gradient[at] = up;
        hessian[at * q + at] = bendUp - up * up;
        hessian[at * q] = hessian[at] = -bendUp - up * along;
      }
      if (lower !== null) {
        gradient[j] = -down;
        hessian[j * q + j] = -bendDown - down * down;
        hessian[j * q] = hessian[j] = bendDown + down * along;
        if (upper !== null) hessian[j * q + j + 1] = hessian[(j + 1) * q + j] = up * down;
      }
      return log(p);
    },
    recession(row) {
      const j = y[row]!;
      const rows: Float64Array[] = [];
      const direction = (threshold: number, sign: 1 | -1): void => {
        const one = new Float64Array(q);
        one[threshold] = sign;
        one[0] = -sign;
        rows.push(one);
      };
      if (j < levels - 1) direction(j + 1, 1);
      if (j > 0) direction(j, -1);
      return rows;
    },
    responses: {
      count: levels,
      at(eta, value, d, dd) {
        d.fill(0);
        dd.fill(0);
        for (let j = 0; j < levels; j++) {
          const upper = j === levels - 1 ? null : eta[j + 1]! - eta[0]!;
          const lower = j === 0 ? null : eta[j]! - eta[0]!;
          value[j] = (upper === null ? 1 : of.p(upper)) - (lower === null ? 0 : of.p(lower));
          for (const [at, z, sign] of [
            [j + 1, upper, 1],
            [j, lower, -1],
          ] as const) {
            if (z === null) continue;
            const [f, bend] = [sign * of.density(z), sign * of.slope(z)];
            d[j * q] = d[j * q]! - f;
            d[j * q + at] = d[j * q + at]! + f;
            const base = j * q * q;
            dd[base] = dd[base]! + bend;
            dd[base + at * q + at] = dd[base + at * q + at]! + bend;
            dd[base + at] = dd[base + at]! - bend;
            dd[base + at * q] = dd[base + at * q]! - bend;
          }
        }
      },
    },
  };
}

/**
 * P(Y = j) = exp(η_j)/Σ exp(η), η of the base 0 (McFadden 1974). `y` is 0 … J − 1; index r is of the r-th level but the base.
 */
export function multinomialKernel(y: Float64Array, levels: number, base: number): Kernel & { readonly responses: Responses } {
  const q = levels - 1;
  const indexOf = (level: number): number => (level === base ? -1 : level < base ? level : level - 1);
  const p = new Float64Array(levels);
  const probabilities = (eta: Float64Array): number => {
    let most = 0;
    for (const one of eta) most = Math.max(most, one);
    let total = 0;
    for (let level = 0; level < levels; level++) {
      const r = indexOf(level);
      p[level] = exp((r < 0 ? 0 : eta[r]!) - most);
      total += p[level]!;
    }
    for (let level = 0; level < levels; level++) p[level] = p[level]! / total;
    return most + log(total);
  };
  return {
    blocks: Array.from({ length: q }, () => whole),
    at(row, eta, gradient, hessian) {
      const total = probabilities(eta);
      const own = indexOf(y[row]!);
      for (let level = 0; level < levels; level++) {
        const r = indexOf(level);
        if (r < 0) continue;
        gradient[r] = (r === own ? 1 : 0) - p[level]!;
        for (let other = 0; other < levels; other++) {
          const s = indexOf(other);
          if (s >= 0) hessian[r * q + s] = p[level]! * (p[other]! - (r === s ? 1 : 0));
        }
      }
      return (own < 0 ? 0 : eta[own]!) - total;
    },
    recession(row) {
      const own = indexOf(y[row]!);
      return Array.from({ length: levels }, (_, level) => indexOf(level))
        .filter((r) => r !== own)
        .map((r) => {
          const one = new Float64Array(q);
          if (own >= 0) one[own] = 1;
          if (r >= 0) one[r] = -1;
          return one;
        });
    },
    responses: {
      count: levels,
      at(eta, value, d, dd) {
        probabilities(eta);
        for (let j = 0; j < levels; j++) {
          value[j] = p[j]!;
          for (let level = 0; level < levels; level++) {
            const r = indexOf(level);
            if (r < 0) continue;
            const own = (j === level ? 1 : 0) - p[level]!;
            d[j * q + r] = p[j]! * own;
            for (let other = 0; other < levels; other++) {
              const s = indexOf(other);
              if (s < 0) continue;
              const second = (j === other ? 1 : 0) - p[other]!;
              dd[(j * q + r) * q + s] = p[j]! * (own * second - p[level]! * ((r === s ? 1 : 0) - p[other]!));
            }
          }
        }
      },
    },
  };
}

/** Counts: ln E(Y) = x′β (McCullagh & Nelder 1989, ch. 6). */
export function poissonKernel(y: Float64Array): Kernel & { readonly responses: Responses } {
  return {
    blocks: [whole],
    at(row, eta, gradient, hessian) {
      const expected = exp(eta[0]!);
      gradient[0] = y[row]! - expected;
      hessian[0] = -expected;
      return y[row]! * eta[0]! - expected - logGamma(y[row]! + 1);
    },
    // A count of 0 lets η fall for ever; one that is not 0 holds it.
    recession: (row) => (y[row]! === 0 ? [Float64Array.of(-1)] : [Float64Array.of(1), Float64Array.of(-1)]),
    responses: {
      count: 1,
      at(eta, value, d, dd) {
        value[0] = d[0] = dd[0] = exp(eta[0]!);
      },
    },
  };
}

/**
 * A normal outcome of which values at or beyond `low` and `high` are known only to be there (Tobin 1958, Econometrica 26:24–36), in
 * Olsen's parameters δ = β/σ and γ = 1/σ, in which it is concave (Olsen 1978, Econometrica 46:1211–1215). Index 0 is x′δ, index 1 is γ.
 */
export function tobitKernel(y: Float64Array, low: number, high: number): Kernel & { readonly responses: Responses } {
  const ends = (eta: Float64Array): readonly [number, number] => [
    low === -Infinity ? -Infinity : eta[1]! * low - eta[0]!,
    high === Infinity ? Infinity : eta[1]! * high - eta[0]!,
  ];
  const density = (z: number): number => (Number.isFinite(z) ? normalDensity(z) : 0);
  const cdf = (z: number): number => (z === -Infinity ? 0 : z === Infinity ? 1 : normalCdf(z));
  const times = (limit: number, value: number): number => (Number.isFinite(limit) ? limit * value : 0);
  return {
    blocks: [whole, { intercept: true, slopes: false }],
    at(row, eta, gradient, hessian) {
      const own = y[row]!;
      const gamma = eta[1]!;
      if (!(gamma > 0)) return -Infinity;
      const censored = own <= low ? -1 : own >= high ? 1 : 0;
      if (censored === 0) {
        const z = gamma * own - eta[0]!;
        gradient[0] = z;
        gradient[1] = 1 / gamma - z * own;
        hessian[0] = -1;
        hessian[1] = hessian[2] = own;
        hessian[3] = -1 / (gamma * gamma) - own * own;
        return log(gamma) - 0.5 * z * z - LOG_ROOT_TWO_PI;
      }
      // ln Φ(s·z), s = 1 at the lower limit and −1 at the upper.
      const s = censored === -1 ? 1 : -1;
      const limit = censored === -1 ? low : high;
      const z = s * (gamma * limit - eta[0]!);
      const mills = inverseMills(z);
      const bend = -mills * (mills + z);
      gradient[0] = -s * mills;
      gradient[1] = s * limit * mills;
      hessian[0] = bend;
      hessian[1] = hessian[2] = -limit * bend;
      hessian[3] = limit * limit * bend;
      return logNormalCdf(z);
    },
    responses: {
      count: 1,
      // E of the outcome as it is observed: limits where it is censored (McDonald & Moffitt 1980).
      at(eta, value, d, dd) {
        const gamma = eta[1]!;
        const [a, b] = ends(eta);
        const inside = cdf(b) - cdf(a);
        const edge = density(a) - density(b);
        value[0] = times(low, cdf(a)) + times(high, 1 - cdf(b)) + (inside * eta[0]! + edge) / gamma;
        d[0] = inside / gamma;
        d[1] = -(inside * eta[0]! + edge) / (gamma * gamma);
        dd[0] = edge / gamma;
        dd[1] = dd[2] = (times(high, density(b)) - times(low, density(a))) / gamma - inside / (gamma * gamma);
        dd[3] = 0; // by γ twice: no marginal effect needs it
      },
    },
  };
}
