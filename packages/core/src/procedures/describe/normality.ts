// Is a variable, are several variables together, distributed normally? Shapiro–Wilk, Lilliefors, Anderson–Darling, Mardia.
import { exp, log } from '../../numerics/exponential.ts';
import { cube, square } from '../../numerics/powers.ts';
import { chiSquareUpper, normalQuantile, normalUpper } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { inverseSymmetric } from '../../numerics/linear-algebra.ts';
import { asin } from '../../numerics/trigonometry.ts';
import { covarianceOf, momentsOf } from '../../moments/moments.ts';
import { listwiseColumns } from '../../moments/rows.ts';
import { describe, type Description } from './describe.ts';

export interface ShapiroWilk {
  readonly w: number | null;
  readonly p: number | null;
}

export interface Mardia {
  /** b₁ₚ and b₂ₚ with the covariance of divisor n. */
  readonly skewness: number;
  readonly skewnessChi2: number;
  readonly skewnessDf: number;
  readonly skewnessP: number | null;
  /** With the correction for few cases, k = (p + 1)(n + 1)(n + 3)/(n((n + 1)(p + 1) − 6)). */
  readonly skewnessChi2Few: number;
  readonly skewnessPFew: number | null;
  readonly kurtosis: number;
  readonly kurtosisExpected: number;
  readonly kurtosisZ: number;
  readonly kurtosisP: number | null;
  /** With the covariance of divisor n − 1. */
  readonly skewnessUnbiased: number;
  readonly kurtosisUnbiased: number;
}

export interface NormalityOfVariable {
  readonly description: Description;
  readonly zSkewness: number | null;
  readonly zKurtosis: number | null;
  readonly shapiroWilk: ShapiroWilk;
  /** Statistics alone: their tables are not those of a known mean and variance. */
  readonly lillieforsD: number | null;
  readonly andersonDarling: number | null;
}

export interface Normality {
  readonly n: number;
  readonly variables: readonly NormalityOfVariable[];
  /** Null where a covariance matrix cannot be inverted. */
  readonly mardia: Mardia | null;
  /** Squared distances from the mean by the covariance of divisor n − 1, and how many lie beyond χ² at 0.001. */
  readonly distances: { readonly max: number; readonly mean: number; readonly beyond: number } | null;
}

/** Tests of normality, each column's and of all together, over the rows that have all of the columns. */
export function normality(columns: readonly Float64Array[]): Normality {
  const used = listwiseColumns(columns);
  return {
    n: used[0]?.length ?? 0,
    variables: used.map((values) => {
      const description = describe(values);
      const { skewness, seSkewness, kurtosis, seKurtosis } = description;
      return {
        description,
        zSkewness: skewness === null || seSkewness === null ? null : finite(skewness / seSkewness),
        zKurtosis: kurtosis === null || seKurtosis === null ? null : finite(kurtosis / seKurtosis),
        shapiroWilk: shapiroWilk(values),
        ...againstNormal(values),
      };
    }),
    ...together(used),
  };
}

/**
 * W = (Σaᵢx₍ᵢ₎)²/Σ(x − x̄)² with Royston's weights and p (1995, Applied Statistics 44:547–551, AS R94), for 3 to 5,000 cases; null
 * otherwise and for a constant.
 */
export function shapiroWilk(given: Float64Array): ShapiroWilk {
  const x = given.filter((value) => !Number.isNaN(value)).sort();
  const n = x.length;
  if (n < 3 || n > 5000 || x[0] === x[n - 1]) return { w: null, p: null };
  const half = n >> 1;
  const a = new Float64Array(half);
  if (n === 3) a[0] = Math.SQRT1_2;
  else {
    // Expected order statistics, nearly: Blom's scores of the lower half.
    const m = Float64Array.from({ length: half }, (_, i) => normalQuantile((i + 1 - 0.375) / (n + 0.25)));
    const squares = 2 * m.reduce((total, value) => total + square(value), 0);
    const root = Math.sqrt(squares);
    const u = 1 / Math.sqrt(n);
    const first = polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], u) - m[0]! / root;
    if (n > 5) {
      const second = polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], u) - m[1]! / root;
      const scale = Math.sqrt((squares - 2 * square(m[0]!) - 2 * square(m[1]!)) / (1 - 2 * square(first) - 2 * square(second)));
      a.set([first, second]);
      for (let i = 2; i < half; i++) a[i] = -m[i]! / scale;
    } else {
      const scale = Math.sqrt((squares - 2 * square(m[0]!)) / (1 - 2 * square(first)));
      a[0] = first;
      for (let i = 1; i < half; i++) a[i] = -m[i]! / scale;
    }
  }
  const range = x[n - 1]! - x[0]!;
  const middle = x.reduce((total, value) => total + (value - x[0]!) / range, 0) / n;
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < n; i++) bottom += square((x[i]! - x[0]!) / range - middle);
  for (let i = 0; i < half; i++) top += a[i]! * ((x[n - 1 - i]! - x[i]!) / range);
  const w = Math.min(1, square(top) / bottom);
  return { w, p: finite(shapiroP(w, n)) };
}

function shapiroP(w: number, n: number): number {
  // With three cases W has an exact distribution; π/3 is where its arcsine begins.
  if (n === 3) return Math.max(0, (6 / Math.PI) * (asin(Math.sqrt(w)) - asin(Math.sqrt(0.75))));
  let y = log(1 - w);
  const size = log(n);
  let centre: number;
  let spread: number;
  if (n <= 11) {
    const gamma = polynomial([-2.273, 0.459], n);
    if (y >= gamma) return 1e-99;
    y = -log(gamma - y);
    centre = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n);
    spread = exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n));
  } else {
    centre = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], size);
    spread = exp(polynomial([-0.4803, -0.082676, 0.0030302], size));
  }
  return normalUpper((y - centre) / spread);
}

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduceRight((total, c) => total * x + c, 0);

/**
 * Largest distance of the observed from the normal distribution with the sample's mean and SD (Lilliefors 1967, JASA 62:399–402), and
 * A² = −n − Σ(2i − 1)(ln Φ(z₍ᵢ₎) + ln(1 − Φ(z₍ₙ₊₁₋ᵢ₎)))/n (Anderson & Darling 1954, JASA 49:765–769).
 */
function againstNormal(values: Float64Array): Pick<NormalityOfVariable, 'lillieforsD' | 'andersonDarling'> {
  const { mean, sd } = describe(values);
  if (mean === null || sd === null || !(sd > 0)) return { lillieforsD: null, andersonDarling: null };
  const z = values.map((value) => (value - mean) / sd).sort();
  const n = z.length;
  let d = 0;
  let a = 0;
  for (let i = 0; i < n; i++) {
    const below = normalUpper(-z[i]!);
    d = Math.max(d, (i + 1) / n - below, below - i / n);
    a += (2 * i + 1) * (log(below) + log(normalUpper(z[n - 1 - i]!)));
  }
  return { lillieforsD: finite(d), andersonDarling: finite(-n - a / n) };
}

/** Mardia 1970, Biometrika 57:519–530; the correction for few cases: Mardia 1974, Sankhyā B 36:115–128. */
function together(columns: readonly Float64Array[]): Pick<Normality, 'mardia' | 'distances'> {
  const p = columns.length;
  const n = columns[0]?.length ?? 0;
  const none = { mardia: null, distances: null };
  if (p === 0 || n < p + 2) return none;
  const moments = momentsOf(columns);
  const inverse = inverseSymmetric(covarianceOf(moments));
  if (inverse === null) return none;
  const centred = columns.map((column, j) => column.map((value) => value - moments.means[j]!));
  const turned = inverse.map((row) => centred[0]!.map((_, i) => row.reduce((total, value, j) => total + value * centred[j]![i]!, 0)));
  let cubes = 0;
  let fourth = 0;
  let max = 0;
  let total = 0;
  let beyond = 0;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k <= i; k++) {
      let product = 0;
      for (let j = 0; j < p; j++) product += centred[j]![i]! * turned[j]![k]!;
      cubes += (k === i ? 1 : 2) * cube(product);
      if (k < i) continue;
      fourth += square(product);
      max = Math.max(max, product);
      total += product;
      if (chiSquareUpper(product, p) < 0.001) beyond++;
    }
  }
  const factor = n / (n - 1);
  const unbiasedSkewness = cubes / square(n);
  const unbiasedKurtosis = fourth / n;
  const skewness = unbiasedSkewness * cube(factor);
  const kurtosis = unbiasedKurtosis * square(factor);
  const df = (p * (p + 1) * (p + 2)) / 6;
  const few = ((p + 1) * (n + 1) * (n + 3)) / (n * ((n + 1) * (p + 1) - 6));
  const chi2 = (n * skewness) / 6;
  const expected = p * (p + 2);
  const z = (kurtosis - expected) / Math.sqrt((8 * expected) / n);
  return {
    mardia: {
      skewness,
      skewnessChi2: chi2,
      skewnessDf: df,
      skewnessP: finite(chiSquareUpper(chi2, df)),
      skewnessChi2Few: chi2 * few,
      skewnessPFew: finite(chiSquareUpper(chi2 * few, df)),
      kurtosis,
      kurtosisExpected: expected,
      kurtosisZ: z,
      kurtosisP: finite(2 * normalUpper(Math.abs(z))),
      skewnessUnbiased: unbiasedSkewness,
      kurtosisUnbiased: unbiasedKurtosis,
    },
    distances: { max, mean: total / n, beyond },
  };
}
