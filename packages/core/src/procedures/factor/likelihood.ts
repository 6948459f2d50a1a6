// Common factors by maximum likelihood, unrotated, and how well they fit. One factor alone, for omega, is reliability/one-factor.ts.
import { chiSquareUpper } from '../../numerics/distributions.ts';
import { exp, log } from '../../numerics/exponential.ts';
import { symmetricEigen, type Matrix } from '../../numerics/linear-algebra.ts';
import { minimise, type Minimum, type Objective } from '../../numerics/minimise.ts';
import { square } from '../../numerics/powers.ts';
import { seededRandom } from '../../numerics/random.ts';
import { communalitiesOf } from './components.ts';
import { principalAxis, squaredMultipleCorrelations } from './extraction.ts';
import { arrange, orderAndSigns } from './varimax.ts';

export interface LikelihoodFactors {
  /** Items × k, columns by sum of squares, each column's sum ≥ 0. */
  readonly loadings: number[][];
  readonly communalities: readonly number[];
  readonly initial: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
  /** Items whose unique variance ends at its least: improper solutions (Heywood cases) that the bound holds. */
  readonly atEdge: readonly number[];
  /** ln|Σ| − ln|R| + tr(Σ⁻¹R) − p at the minimum. */
  readonly discrepancy: number;
  readonly df: number;
}

/** Unique variances are kept above this. */
const LEAST = 1e-8;
const RANDOM_STARTS = 3;

/**
 * Maximum-likelihood factors (Lawley 1940; Jöreskog 1967, Psychometrika 32:443–482): minimises Σ_{m>k}(λₘ − ln λₘ − 1) over θ = ln ψ, λ and
 * ω the eigenvalues and eigenvectors of Ψ^(−½)RΨ^(−½), with the exact second derivatives (Clarke 1970, British Journal of Mathematical and
 * Statistical Psychology 23:43–52); Λ = Ψ^½Ω(λ − 1)^½. From Jöreskog's start, the principal axes and seeded others: the lowest minimum is
 * kept. Null when R has no inverse, or there are more factors than (p − k)² ≥ p + k allows.
 */
export function likelihoodFactors(correlation: Matrix, k: number): LikelihoodFactors | null {
  const p = correlation.length;
  const df = ((p - k) * (p - k) - p - k) / 2;
  const initial = squaredMultipleCorrelations(correlation);
  if (initial === null || k < 1 || df < 0) return null;
  const random = seededRandom(1);
  const axes = principalAxis(correlation, k);
  const starts = [
    initial.map((smc) => (1 - (0.5 * k) / p) * (1 - smc)),
    ...(axes === null ? [] : [axes.communalities.map((value) => 1 - value)]),
    ...Array.from({ length: RANDOM_STARTS }, () => initial.map(() => 0.1 + 0.8 * random.uniform())),
  ];
  const objective = likelihoodOf(correlation, k);
  const low = new Float64Array(p).fill(log(LEAST));
  let best: Minimum | null = null;
  for (const [at, start] of starts.entries()) {
    const theta = Float64Array.from(start, (psi) => log(Math.min(1, Math.max(0.005, psi))));
    const found = minimise(objective, theta, { low, tolerance: 1e-11 });
    // A difference in the last digits is the same minimum: the first start, that of every program, then stands.
    const agrees = best !== null && best.converged && found.converged && Math.abs(found.value - best.value) < 1e-9;
    const lower = best === null || found.value < best.value - 1e-9;
    if (Number.isFinite(found.value) && (lower || (found.converged && !best!.converged && found.value <= best!.value + 1e-9))) best = found;
    // Two that end in one proper solution leave nothing to look for.
    if (at === 1 && agrees && Math.min(...found.x) > log(0.02)) break;
  }
  if (best === null) return null;
  const psi = Array.from(best.x, exp);
  const { values, vectors } = scaledEigen(correlation, best.x);
  const raw = vectors.map((row, i) =>
    Array.from({ length: k }, (_, j) => Math.sqrt(psi[i]!) * row[j]! * Math.sqrt(Math.max(0, values[j]! - 1))),
  );
  const { order, signs } = orderAndSigns(raw);
  const loadings = arrange(raw, order, signs);
  return {
    loadings,
    communalities: communalitiesOf(loadings),
    initial,
    iterations: best.iterations,
    converged: best.converged,
    atEdge: psi.flatMap((value, i) => (value <= LEAST * 1.0001 ? [i] : [])),
    discrepancy: best.value,
    df,
  };
}

export interface FactorFit {
  readonly chi2: number;
  readonly df: number;
  /** Null without degrees of freedom. */
  readonly p: number | null;
}

/**
 * Whether k factors are enough: χ² = (n − 1 − (2p + 5)/6 − 2k/3)·F with ((p − k)² − p − k)/2 degrees of freedom, F the discrepancy at the
 * minimum (Bartlett 1951, Biometrika 38:337–344; Lawley 1940). As SPSS and R's factanal have it.
 */
export function factorFit({ discrepancy, df }: Pick<LikelihoodFactors, 'discrepancy' | 'df'>, p: number, k: number, n: number): FactorFit {
  const chi2 = Math.max(0, (n - 1 - (2 * p + 5) / 6 - (2 * k) / 3) * discrepancy);
  return { chi2, df, p: df > 0 ? chiSquareUpper(chi2, df) : null };
}

const scaledEigen = (correlation: Matrix, theta: Float64Array): ReturnType<typeof symmetricEigen> => {
  const root = Array.from(theta, (value) => exp(-value / 2));
  return symmetricEigen(correlation.map((row, i) => row.map((r, j) => r * root[i]! * root[j]!)));
};

function likelihoodOf(correlation: Matrix, k: number): Objective {
  const p = correlation.length;
  let last: { readonly theta: Float64Array; readonly eigen: ReturnType<typeof symmetricEigen> } | null = null;
  const at = (theta: Float64Array): ReturnType<typeof symmetricEigen> => {
    if (last === null || theta.some((value, i) => value !== last!.theta[i]))
      last = { theta: theta.slice(), eigen: scaledEigen(correlation, theta) };
    return last.eigen;
  };
  return {
    value(theta) {
      const { values } = at(theta);
      if (!(values[p - 1]! > 0)) return NaN;
      return values.slice(k).reduce((sum, value) => sum + (value - log(value) - 1), 0);
    },
    gradient(theta) {
      const { values, vectors } = at(theta);
      return Float64Array.from(vectors, (row) => {
        let slope = 0;
        for (let m = k; m < p; m++) slope += (1 - values[m]!) * square(row[m]!);
        return slope;
      });
    },
    hessian(theta) {
      const { values, vectors } = at(theta);
      return vectors.map((vi) =>
        vectors.map((vj) => {
          let plain = 0;
          let scaled = 0;
          let across = 0;
          for (let m = k; m < p; m++) {
            const product = vi[m]! * vj[m]!;
            plain += product;
            scaled += values[m]! * product;
            for (let l = 0; l < k; l++)
              across += (((values[m]! - 1) * (values[m]! + values[l]!)) / (values[m]! - values[l]!)) * product * vi[l]! * vj[l]!;
          }
          return scaled * plain + across;
        }),
      );
    },
  };
}
