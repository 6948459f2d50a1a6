// One common factor of a correlation matrix, by maximum likelihood and by least squares: what omega is computed from. General
// factor analysis is procedures/factor.
import { exp, log } from '../../numerics/exponential.ts';
import { once } from '../../numerics/once.ts';
import { square } from '../../numerics/powers.ts';
import { solve, symmetricEigen } from '../../numerics/linear-algebra.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { minimise } from '../../numerics/minimise.ts';

/** Unique variances are kept above this; one that arrives here is a Heywood case. */
const LEAST = 1e-8;

export interface OneFactor {
  /** Sum not negative. */
  readonly loadings: readonly number[];
  readonly uniquenesses: readonly number[];
  readonly converged: boolean;
  /** A unique variance of zero or below: the solution is improper and omega rests on it. */
  readonly heywood: boolean;
}

/**
 * Maximum-likelihood loadings of one factor. Minimises Σ_{m>1}(λₘ − ln λₘ − 1) over θ = ln ψ, λ and ω the eigenvalues and
 * eigenvectors of Ψ^(−½)·R·Ψ^(−½) (Jöreskog 1967, Psychometrika 32:443–482), by Newton's method with the exact second derivatives
 * (Clarke 1970, Br. J. Math. Stat. Psychol. 23:43–52) and step halving. Items that share little have several minima: the lowest of
 * those reached from the squared multiple correlations, from the least-squares factor, from the first component and from each item
 * standing for the factor is kept. Null for fewer than three items or a singular R.
 */
export function oneFactorLikelihood(correlation: Matrix, smc: readonly number[], leastSquares: OneFactor | null): OneFactor | null {
  const p = correlation.length;
  if (p < 3) return null;
  const { values, vectors } = symmetricEigen(correlation);
  const starts = [smc.map((value) => (1 - 0.5 / p) * (1 - value))];
  if (leastSquares !== null) starts.push([...leastSquares.uniquenesses]);
  starts.push(vectors.map((row) => 1 - square(row[0]!) * values[0]!));
  // An item that is (nearly) the factor itself: where improper solutions lie, and proper ones beside them.
  for (let item = 0; item < p; item++) starts.push(correlation.map((row, i) => (i === item ? 0.05 : 1 - square(row[item]!))));
  const general = starts.length - p;
  let best: Descent | null = null;
  let agreed = 0;
  for (const [index, start] of starts.entries()) {
    // Starts that all end in one proper solution leave nothing to look for at the edges.
    if (index === general && best !== null && agreed === general && Math.min(...best.theta) > log(0.02)) break;
    const end = descend(
      correlation,
      start.map((psi) => log(Math.min(1, Math.max(0.005, psi)))),
    );
    if (end !== null && end.converged && (best === null || Math.abs(end.at.value - best.at.value) <= 1e-9)) agreed += 1;
    // A difference in the last digits is the same minimum: the first start, that of every program, then stands.
    if (
      end !== null &&
      (best === null || end.at.value < best.at.value - 1e-9 || (end.converged && !best.converged && end.at.value <= best.at.value + 1e-9))
    )
      best = end;
  }
  if (best === null) return null;
  const psi = best.theta.map(exp);
  const scale = Math.sqrt(Math.max(0, best.at.first - 1));
  return signed(
    psi.map((value, i) => Math.sqrt(value) * best.at.direction[i]! * scale),
    psi,
    best.converged,
  );
}

interface Descent {
  readonly theta: number[];
  readonly at: Likelihood;
  readonly converged: boolean;
}

function descend(correlation: Matrix, start: readonly number[]): Descent | null {
  const known = new Map<Float64Array, Likelihood | null>();
  const at = (theta: Float64Array): Likelihood | null => {
    const before = known.get(theta);
    if (before !== undefined) return before;
    const now = likelihoodAt(correlation, theta);
    known.set(theta, now);
    return now;
  };
  const found = minimise(
    {
      value: (theta) => at(theta)?.value ?? Infinity,
      gradient: (theta) => at(theta)!.slopes().gradient,
      hessian: (theta) => at(theta)!.slopes().hessian,
    },
    Float64Array.from(start),
    { tolerance: 1e-12, low: start.map(() => log(LEAST)) },
  );
  return found.reason === 'start' ? null : { theta: [...found.x], at: at(found.x)!, converged: found.converged };
}

interface Likelihood {
  readonly value: number;
  readonly slopes: () => { readonly gradient: Float64Array; readonly hessian: number[][] };
  readonly first: number;
  readonly direction: readonly number[];
}

function likelihoodAt(correlation: Matrix, theta: Float64Array): Likelihood | null {
  const p = theta.length;
  const root = theta.map((value) => exp(-value / 2));
  const { values, vectors } = symmetricEigen(correlation.map((row, i) => row.map((r, j) => r * root[i]! * root[j]!)));
  if (!(values[p - 1]! > 0)) return null;
  let value = 0;
  for (let m = 1; m < p; m++) value += values[m]! - log(values[m]!) - 1;
  return { value, slopes: once(() => slopesOf(values, vectors)), first: values[0]!, direction: vectors.map((row) => row[0]!) };
}

/** First and second derivatives. A step that is not taken never asks for them. */
function slopesOf(values: readonly number[], vectors: Matrix): { readonly gradient: Float64Array; readonly hessian: number[][] } {
  const p = values.length;
  const gradient = new Float64Array(p);
  const hessian = vectors.map((row) => row.map(() => 0));
  const times = values.map((value) => ((value - 1) * (value + values[0]!)) / (value - values[0]!));
  for (let i = 0; i < p; i++) {
    const vi = vectors[i]!;
    for (let m = 1; m < p; m++) gradient[i] = gradient[i]! + (1 - values[m]!) * square(vi[m]!);
    for (let j = 0; j <= i; j++) {
      const vj = vectors[j]!;
      let plain = 0;
      let scaled = 0;
      let across = 0;
      for (let m = 1; m < p; m++) {
        const product = vi[m]! * vj[m]!;
        plain += product;
        scaled += values[m]! * product;
        across += times[m]! * product;
      }
      hessian[i]![j] = hessian[j]![i] = scaled * plain + across * vi[0]! * vj[0]!;
    }
  }
  return { gradient, hessian };
}

/**
 * Least-squares loadings of one factor (minres, Harman & Jones 1966, Psychometrika 31:351–368; the point where iterated principal
 * axes stand still): minimises Σ_{i<j}(rᵢⱼ − lᵢlⱼ)² by damped Newton steps, after some principal-axis steps from the squared
 * multiple correlations, which find the region of the minimum and the signs.
 */
export function oneFactorLeastSquares(correlation: Matrix, smc: readonly number[]): OneFactor | null {
  const p = correlation.length;
  if (p < 3) return null;
  let loadings = smc.map((value) => Math.sqrt(Math.max(0, value)));
  for (let step = 0; step < 25; step++) {
    const { values, vectors } = symmetricEigen(correlation.map((row, i) => row.map((r, j) => (i === j ? square(loadings[i]!) : r))));
    loadings = vectors.map((row) => row[0]! * Math.sqrt(Math.max(0, values[0]!)));
  }
  let loss = lossAt(correlation, loadings);
  let damping = 1e-3;
  let converged = false;
  for (let iteration = 0; iteration < 500 && !converged; iteration++) {
    const total = loadings.reduce((t, l) => t + l * l, 0);
    const gradient = loadings.map(
      (l, i) => -loadings.reduce((t, other, j) => (i === j ? t : t + (correlation[i]![j]! - l * other) * other), 0),
    );
    if (gradient.every((slope) => Math.abs(slope) < 1e-14)) {
      converged = true;
      break;
    }
    let moved = false;
    for (; damping < 1e12; damping *= 10) {
      const step = solve(
        loadings.map((l, i) =>
          loadings.map((other, j) => (i === j ? (total - l * l) * (1 + damping) : 2 * l * other - correlation[i]![j]!)),
        ),
        gradient.map((slope) => [-slope]),
      );
      if (step === null) continue;
      const next = loadings.map((l, i) => l + step[i]![0]!);
      const there = lossAt(correlation, next);
      if (!(there < loss)) continue;
      loadings = next;
      loss = there;
      damping = Math.max(1e-15, damping / 100);
      moved = true;
      break;
    }
    if (!moved) {
      converged = gradient.every((slope) => Math.abs(slope) < 1e-7);
      break;
    }
  }
  return signed(
    loadings,
    loadings.map((l) => 1 - l * l),
    converged,
  );
}

function lossAt(correlation: Matrix, loadings: readonly number[]): number {
  let loss = 0;
  for (let i = 0; i < loadings.length; i++) for (let j = 0; j < i; j++) loss += square(correlation[i]![j]! - loadings[i]! * loadings[j]!);
  return loss;
}

function signed(loadings: readonly number[], uniquenesses: readonly number[], converged: boolean): OneFactor {
  const flip = loadings.reduce((total, l) => total + l, 0) < 0 ? -1 : 1;
  return { loadings: loadings.map((l) => l * flip), uniquenesses, converged, heywood: uniquenesses.some((psi) => psi <= LEAST * 1.0001) };
}
