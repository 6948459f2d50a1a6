// The one optimiser: a smooth function of a few dozen parameters brought to a minimum, with or without bounds, and what came of it. What
// is minimised, and where it starts, is its callers' affair.
import { solvePositive, type Matrix } from './linear-algebra.ts';
import { mayEnd } from './parts.ts';

export interface Objective {
  /** Not finite where the function is not defined: no step is taken there. */
  value(x: Float64Array): number;
  gradient(x: Float64Array): Float64Array;
  /** Second derivatives, or what stands for them (the expected information). Without it they are gathered from the gradients. */
  hessian?(x: Float64Array): Matrix;
}

export interface MinimiseOptions {
  /** Of the largest |gᵢ|/√hᵢᵢ: free of the parameters' units. 1e-9 unless said. */
  readonly tolerance?: number;
  /** 200 unless said. */
  readonly iterations?: number;
  /** Bounds, one a parameter; −∞ and ∞ where there is none. */
  readonly low?: ArrayLike<number>;
  readonly high?: ArrayLike<number>;
}

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  /** The largest |gᵢ|/√hᵢᵢ of the parameters that no bound holds. */
  readonly gradient: number;
  readonly iterations: number;
  readonly converged: boolean;
  /**
   * `gradient`: it vanished. `rounding`: no step lowers the value any more, and what is left to gain is below its last digits.
   * `no-descent`: no step lowers the value though the gradient says so. `iterations`: there were too few. `start`: the value at the start
   * is not finite.
   */
  readonly reason: 'gradient' | 'rounding' | 'no-descent' | 'iterations' | 'start';
}

const ROUNDING = 1e-12;
/** Of the fall that the gradient promises, the share that a step must bring (Armijo 1966). */
const SUFFICIENT = 1e-4;
const HALVINGS = 8;
const DAMPINGS = 30;

/**
 * Newton's method where second derivatives are given, else the BFGS method (Nocedal & Wright 2006, Numerical Optimization, 2nd ed.,
 * algorithms 3.2 and 18.2: the update is Powell's damped one, so that it stays positive definite). A step solves (H + μ·diag|H|)δ = −g
 * over the parameters that no bound holds, μ being the least of 0, 1e-4, 6e-4 … with which the matrix is positive definite and the step,
 * halved up to eight times and cut off at the bounds, lowers the value enough. Near the end the value changes in digits that rounding has
 * taken: a full undamped step that raises it by no more than those is taken. Never throws: what went wrong is `reason`.
 */
export function minimise(objective: Objective, start: Float64Array, options: MinimiseOptions = {}): Minimum {
  const { tolerance = 1e-9, iterations = 200 } = options;
  const within = bounded(options);
  let x = within(start);
  let value = objective.value(x);
  if (!Number.isFinite(value)) return { x, value, gradient: Infinity, iterations: 0, converged: false, reason: 'start' };
  let gradient = objective.gradient(x);
  const gathered = objective.hessian === undefined ? diagonalOf(x.length, 1) : null;
  let damping = 0;
  for (let iteration = 0; ; iteration++) {
    mayEnd();
    const hessian = gathered ?? objective.hessian!(x);
    const free = [...x.keys()].filter((i) => !isHeld(x[i]!, gradient[i]!, options.low?.[i], options.high?.[i]));
    const steepness = scaled(gradient, hessian, free);
    const end = (converged: boolean, reason: Minimum['reason']): Minimum => ({
      x,
      value,
      gradient: steepness,
      iterations: iteration,
      converged,
      reason,
    });
    if (steepness <= tolerance) return end(true, 'gradient');
    if (iteration >= iterations) return end(false, 'iterations');
    let found: { x: Float64Array; value: number } | null = null;
    let promised = Infinity;
    for (let trial = 0; trial < DAMPINGS && found === null; trial++) {
      const step = direction(hessian, gradient, free, damping);
      if (step !== null) {
        if (promised === Infinity) promised = -slopeAlong(gradient, step);
        found = along(objective, within, { x, value, gradient }, step, damping === 0);
      }
      if (found === null) damping = damping === 0 ? 1e-4 : damping * 6;
    }
    if (found === null)
      return promised <= ROUNDING * (1 + Math.abs(value)) ? end(true, 'rounding') : end(steepness <= 10 * tolerance, 'no-descent');
    damping = damping < 1e-5 ? 0 : damping / 8;
    const next = objective.gradient(found.x);
    if (gathered !== null) gather(gathered, x, found.x, gradient, next, iteration === 0);
    x = found.x;
    value = found.value;
    gradient = next;
  }
}

function bounded({ low, high }: MinimiseOptions): (x: Float64Array) => Float64Array {
  return (x) => x.map((value, i) => Math.min(high?.[i] ?? Infinity, Math.max(low?.[i] ?? -Infinity, value)));
}

function isHeld(x: number, slope: number, low = -Infinity, high = Infinity): boolean {
  return (x <= low && slope > 0) || (x >= high && slope < 0);
}

function scaled(gradient: Float64Array, hessian: Matrix, free: readonly number[]): number {
  let largest = 0;
  for (const i of free) {
    const own = hessian[i]![i]!;
    const slope = Math.abs(gradient[i]!) / (own > 0 ? Math.sqrt(own) : 1);
    if (!(slope <= largest)) largest = slope;
  }
  return largest;
}

function slopeAlong(gradient: Float64Array, step: Float64Array): number {
  return step.reduce((sum, value, i) => sum + value * gradient[i]!, 0);
}

/** Null where the damped matrix is not positive definite. Parameters are brought to one scale first. */
function direction(hessian: Matrix, gradient: Float64Array, free: readonly number[], damping: number): Float64Array | null {
  const scale = free.map((i) => 1 / Math.sqrt(Math.abs(hessian[i]![i]!) || 1));
  const matrix = free.map((i, a) =>
    free.map((j, b) => {
      const entry = hessian[i]![j]! * scale[a]! * scale[b]!;
      return a === b ? entry + damping + (hessian[i]![i]! === 0 ? 1 : 0) : entry;
    }),
  );
  const rest = matrix.every((row) => row.every(Number.isFinite))
    ? solvePositive(
        matrix,
        free.map((i, a) => -gradient[i]! * scale[a]!),
      )
    : null;
  if (rest === null) return null;
  const step = new Float64Array(gradient.length);
  for (const [a, i] of free.entries()) step[i] = rest[a]! * scale[a]!;
  return step;
}

/** The first of the step and its halves that falls by enough; null where none of them does. */
function along(
  objective: Objective,
  within: (x: Float64Array) => Float64Array,
  from: { x: Float64Array; value: number; gradient: Float64Array },
  step: Float64Array,
  undamped: boolean,
): { x: Float64Array; value: number } | null {
  for (let halving = 0, share = 1; halving <= HALVINGS; halving++, share /= 2) {
    const x = within(from.x.map((value, i) => value + share * step[i]!));
    const moved = x.map((value, i) => value - from.x[i]!);
    const value = objective.value(x);
    const slack = undamped && halving === 0 ? ROUNDING * (1 + Math.abs(from.value)) : 0;
    if (value <= from.value + Math.min(0, SUFFICIENT * slopeAlong(from.gradient, moved)) + slack && moved.some((by) => by !== 0))
      return { x, value };
  }
  return null;
}

function diagonalOf(n: number, value: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? value : 0)));
}

/** Powell's damped BFGS update of `matrix`, in place; the first sets its scale too. */
function gather(matrix: number[][], from: Float64Array, to: Float64Array, before: Float64Array, after: Float64Array, first: boolean): void {
  const s = to.map((value, i) => value - from[i]!);
  let y = after.map((value, i) => value - before[i]!);
  const sy = slopeAlong(s, y);
  if (first && sy > 0) {
    const unit = slopeAlong(y, y) / sy;
    for (const [i, row] of matrix.entries()) row[i] = unit;
  }
  const bs = Float64Array.from(matrix, (row) => row.reduce((sum, entry, j) => sum + entry * s[j]!, 0));
  const sbs = slopeAlong(s, bs);
  if (!(sbs > 0)) return;
  const share = sy >= 0.2 * sbs ? 1 : (0.8 * sbs) / (sbs - sy);
  y = y.map((value, i) => share * value + (1 - share) * bs[i]!);
  const curvature = slopeAlong(s, y);
  for (const [i, row] of matrix.entries())
    for (let j = 0; j < row.length; j++) row[j] = row[j]! - (bs[i]! * bs[j]!) / sbs + (y[i]! * y[j]!) / curvature;
}
