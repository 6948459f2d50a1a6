// Newton's method with a line search, for the concave likelihoods of this room.
import { solvePositive, type Matrix } from '../../numerics/linear-algebra.ts';

export interface Objective {
  value(x: Float64Array): number;
  gradient(x: Float64Array): Float64Array;
  hessian(x: Float64Array): Matrix;
}
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  readonly reason: string;
}

export function minimise(objective: Objective, start: Float64Array, { iterations: most = 200 } = {}): Minimum {
  let x = start;
  let value = objective.value(x);
  let gradient = objective.gradient(x);
  const end = (iterations: number, converged: boolean, reason: string): Minimum => ({ x, value, gradient, iterations, converged, reason });
  for (let step = 1; step <= most; step++) {
    const hessian = objective.hessian(x);
    const direction = descent(hessian, gradient);
    if (direction === null) return end(step, false, 'the curvature is not defined');
    const slope = direction.reduce((sum, one, j) => sum + one * gradient[j]!, 0);
    if (-slope <= 1e-20 * (1 + Math.abs(value))) return end(step, true, 'the gradient vanishes');
    let length = 1;
    let next = x;
    let reached = Infinity;
    for (let halving = 0; halving < 60; halving++, length /= 2) {
      next = x.map((one, j) => one + length * direction[j]!);
      reached = objective.value(next);
      if (reached <= value + 1e-4 * length * slope) break;
      // Where the decrease is less than rounding, the full step is the better point.
      if (-slope <= 1e-10 * (1 + Math.abs(value)) && reached <= value + 1e-12 * (1 + Math.abs(value))) break;
    }
    if (!Number.isFinite(reached)) return end(step, false, 'no step goes down');
    x = next;
    value = reached;
    gradient = objective.gradient(x);
  }
  return end(most, false, `${most} iterations were not enough`);
}

/** −H⁻¹g; with a growing ridge where H is not positive definite. */
function descent(hessian: Matrix, gradient: Float64Array): number[] | null {
  const largest = Math.max(...hessian.map((row, j) => Math.abs(row[j]!)));
  if (!Number.isFinite(largest)) return null;
  for (let ridge = 0, tries = 0; tries < 30; tries++, ridge = ridge === 0 ? 1e-10 * (largest || 1) : ridge * 10) {
    const raised = ridge === 0 ? hessian : hessian.map((row, i) => row.map((one, j) => (i === j ? one + ridge : one)));
    const found = solvePositive(
      raised,
      [...gradient].map((one) => -one),
    );
    if (found !== null) return found;
  }
  return null;
}
