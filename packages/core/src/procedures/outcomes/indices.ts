// Likelihoods whose every case depends on the parameters through a few linear indices η_r = x′β_r: binary, ordered, multinomial, count
// and censored outcomes are kernels of this form. Here: the parameters' layout, maximum likelihood, the information, scores of cases.
import { choleskyFactor, inverseSymmetric, multiply, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { mean } from '../../numerics/sums.ts';
import { square } from '../../numerics/powers.ts';
import { minimise } from '../../numerics/minimise.ts';

/** One linear index: an intercept, the predictors' slopes, or both. */
export interface Block {
  readonly intercept: boolean;
  readonly slopes: boolean;
  /**
   * The intercepts that take up Σ b·m when predictors have their means m taken off, and with which sign; the block's own, with −1, when
   * left out.
   */
  readonly constant?: readonly { readonly block: number; readonly sign: 1 | -1 }[];
}

export interface Kernel {
  readonly blocks: readonly Block[];
  /**
   * ln likelihood of a case at its indices (−∞ where it is impossible); writes its derivatives by the indices, the second ones row by row.
   */
  at(row: number, eta: Float64Array, gradient: Float64Array, hessian: Float64Array): number;
  /** Writes the expected information of a case by the indices, where it is not the observed one. */
  readonly expected?: (row: number, eta: Float64Array, information: Float64Array) => void;
  /** Directions in η that may not fall if the case's likelihood is not to: for the search of separation. */
  readonly recession?: (row: number) => readonly Float64Array[];
}

export interface Sample {
  readonly n: number;
  /** Predictors, no missing values. */
  readonly x: readonly Float64Array[];
  /** Cases may count with weights; once each when left out. */
  readonly weights?: Float64Array;
}

export interface Layout {
  readonly size: number;
  /** Where a block's intercept and first slope stand; −1 where it has none. */
  readonly intercepts: readonly number[];
  readonly slopes: readonly number[];
}

export function layoutOf(blocks: readonly Block[], k: number): Layout {
  let size = 0;
  const intercepts: number[] = [];
  const slopes: number[] = [];
  for (const block of blocks) {
    intercepts.push(block.intercept ? size++ : -1);
    slopes.push(block.slopes ? size : -1);
    if (block.slopes) size += k;
  }
  return { size, intercepts, slopes };
}

export interface IndexFit {
  readonly kernel: Kernel;
  readonly layout: Layout;
  readonly sample: Sample;
  /** In the layout's order, of the predictors as they are. */
  readonly theta: Float64Array;
  /** Inverse of the expected information where the kernel has one, else of the observed. */
  readonly covariance: Matrix;
  /** Inverse of the observed information. */
  readonly observedCovariance: Matrix;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** The largest |η| with standardised predictors: very large where something separates. */
  readonly reach: number;
}
export type IndexFailure = { readonly problem: 'not-converged'; readonly why: string; readonly reach: number };

interface Standard {
  readonly x: readonly Float64Array[];
  readonly means: readonly number[];
  readonly sds: readonly number[];
}

/** Of cases that each stand for so many. */
export const casesIn = (column: Float64Array, times: Float64Array | undefined): number =>
  times === undefined ? column.length : times.reduce((total, one) => total + one, 0);
export const meanBy = (column: Float64Array, times: Float64Array | undefined): number =>
  times === undefined ? mean(column) : column.reduce((total, value, at) => total + times[at]! * value, 0) / casesIn(column, times);

/** Mean 0 (where an intercept takes it up) and SD 1, so that units and far-off means cost no digits; a constant stays. */
export function standardised(x: readonly Float64Array[], centred = true, weights?: Float64Array): Standard {
  const means = x.map((column) => (centred ? meanBy(column, weights) : 0));
  const sds = x.map((column, j) => {
    let total = 0;
    for (let row = 0; row < column.length; row++) total += (weights?.[row] ?? 1) * square(column[row]! - means[j]!);
    const sd = Math.sqrt(total / casesIn(column, weights));
    return sd > 0 ? sd : 1;
  });
  return { x: x.map((column, j) => column.map((value) => (value - means[j]!) / sds[j]!)), means, sds };
}

/** θ of the predictors as they are = T · θ of the standardised ones. */
export function back(kernel: Pick<Kernel, 'blocks'>, layout: Layout, { means, sds }: Standard): Matrix {
  const t = Array.from({ length: layout.size }, (_, i) => Array.from({ length: layout.size }, (_, j): number => (i === j ? 1 : 0)));
  for (const [r, block] of kernel.blocks.entries()) {
    const first = layout.slopes[r]!;
    if (first < 0) continue;
    const takers = block.constant ?? [{ block: r, sign: -1 as const }];
    for (const [j, sd] of sds.entries()) {
      t[first + j]![first + j] = 1 / sd;
      for (const taker of takers) {
        const at = layout.intercepts[taker.block]!;
        t[at]![first + j] = t[at]![first + j]! + (taker.sign * means[j]!) / sd;
      }
    }
  }
  return t;
}

/** The indices of a case. */
export function indicesOf(layout: Layout, x: readonly Float64Array[], theta: ArrayLike<number>, row: number, eta: Float64Array): void {
  for (let r = 0; r < eta.length; r++) {
    let value = layout.intercepts[r]! < 0 ? 0 : theta[layout.intercepts[r]!]!;
    const first = layout.slopes[r]!;
    if (first >= 0) for (let j = 0; j < x.length; j++) value += theta[first + j]! * x[j]![row]!;
    eta[r] = value;
  }
}

/** Adds a derivative by the indices, times a weight, to one by the parameters. */
export function addGradient(layout: Layout, x: readonly Float64Array[], row: number, by: Float64Array, weight: number, to: Float64Array) {
  for (let r = 0; r < by.length; r++) {
    const g = by[r]! * weight;
    if (g === 0) continue;
    const at = layout.intercepts[r]!;
    if (at >= 0) to[at] = to[at]! + g;
    const first = layout.slopes[r]!;
    if (first >= 0) for (let j = 0; j < x.length; j++) to[first + j] = to[first + j]! + g * x[j]![row]!;
  }
}

interface Sums {
  value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array[];
}

/** Value, gradient and second derivatives of the ln likelihood; with `expected` minus the expected information in the last one's place. */
function sumsOf(kernel: Kernel, layout: Layout, { n, x, weights }: Sample, theta: ArrayLike<number>, expected = false): Sums {
  const q = kernel.blocks.length;
  const eta = new Float64Array(q);
  const g = new Float64Array(q);
  const h = new Float64Array(q * q);
  const sums: Sums = {
    value: 0,
    gradient: new Float64Array(layout.size),
    hessian: Array.from({ length: layout.size }, () => new Float64Array(layout.size)),
  };
  for (let row = 0; row < n; row++) {
    const weight = weights === undefined ? 1 : weights[row]!;
    if (weight === 0) continue;
    indicesOf(layout, x, theta, row, eta);
    sums.value += weight * kernel.at(row, eta, g, h);
    if (!(sums.value > -Infinity)) return { ...sums, value: -Infinity };
    addGradient(layout, x, row, g, weight, sums.gradient);
    if (expected && kernel.expected !== undefined) {
      kernel.expected(row, eta, h);
      for (let at = 0; at < h.length; at++) h[at] = -h[at]!;
    }
    for (let r = 0; r < q; r++) for (let s = 0; s < q; s++) addBlock(layout, x, row, r, s, weight * h[r * q + s]!, sums.hessian);
  }
  return sums;
}

function addBlock(layout: Layout, x: readonly Float64Array[], row: number, r: number, s: number, h: number, to: Float64Array[]): void {
  if (h === 0) return;
  const [ar, as] = [layout.intercepts[r]!, layout.intercepts[s]!];
  const [br, bs] = [layout.slopes[r]!, layout.slopes[s]!];
  if (ar >= 0) {
    const line = to[ar]!;
    if (as >= 0) line[as] = line[as]! + h;
    if (bs >= 0) for (let j = 0; j < x.length; j++) line[bs + j] = line[bs + j]! + h * x[j]![row]!;
  }
  if (br < 0) return;
  for (let i = 0; i < x.length; i++) {
    const line = to[br + i]!;
    const factor = h * x[i]![row]!;
    if (factor === 0) continue;
    if (as >= 0) line[as] = line[as]! + factor;
    if (bs >= 0) for (let j = 0; j < x.length; j++) line[bs + j] = line[bs + j]! + factor * x[j]![row]!;
  }
}

const negative = (rows: readonly Float64Array[]): number[][] => rows.map((row) => Array.from(row, (one) => (one === 0 ? 0 : -one)));

/**
 * Maximum likelihood by Newton's method on standardised predictors. `start`: the indices' intercepts where slopes are 0. The information
 * is inverted there and brought back to the predictors' own units.
 */
export function maximise(kernel: Kernel, sample: Sample, start: readonly number[]): IndexFit | IndexFailure {
  const layout = layoutOf(kernel.blocks, sample.x.length);
  const standard = standardised(
    sample.x,
    kernel.blocks.every((block) => block.constant?.length !== 0),
    sample.weights,
  );
  const own: Sample = { ...sample, x: standard.x };
  const first = new Float64Array(layout.size);
  for (const [r, at] of layout.intercepts.entries()) if (at >= 0) first[at] = start[r]!;
  let last: { readonly theta: Float64Array; readonly sums: Sums } | null = null;
  const at = (theta: Float64Array): Sums => {
    if (last?.theta !== theta) last = { theta, sums: sumsOf(kernel, layout, own, theta) };
    return last.sums;
  };
  const found = minimise(
    { value: (x) => -at(x).value, gradient: (x) => at(x).gradient.map((one) => -one), hessian: (x) => negative(at(x).hessian) },
    first,
    { tolerance: 1e-11 },
  );
  const eta = new Float64Array(kernel.blocks.length);
  let reach = 0;
  for (let row = 0; row < sample.n; row++) {
    indicesOf(layout, standard.x, found.x, row, eta);
    for (const one of eta) reach = Math.max(reach, Math.abs(one));
  }
  if (!found.converged) return { problem: 'not-converged', why: found.reason, reach };
  const turn = back(kernel, layout, standard);
  const covarianceOf = (information: Matrix): Matrix | null => {
    if (choleskyFactor(information) === null) return null;
    const inverse = inverseSymmetric(information);
    return inverse === null ? null : multiply(multiply(turn, inverse), transpose(turn));
  };
  const observedCovariance = covarianceOf(negative(at(found.x).hessian));
  const covariance =
    kernel.expected === undefined ? observedCovariance : covarianceOf(negative(sumsOf(kernel, layout, own, found.x, true).hessian));
  if (observedCovariance === null || covariance === null) return { problem: 'not-converged', why: 'the information is singular', reach };
  return {
    kernel,
    layout,
    sample,
    theta: Float64Array.from(turn, (row) => row.reduce((sum, one, j) => sum + one * found.x[j]!, 0)),
    covariance,
    observedCovariance,
    logLikelihood: -found.value,
    iterations: found.iterations,
    converged: true,
    reach,
  };
}

/** ln likelihood at parameters in the predictors' own units. */
export function logLikelihoodAt(kernel: Kernel, sample: Sample, theta: ArrayLike<number>): number {
  return sumsOf(kernel, layoutOf(kernel.blocks, sample.x.length), sample, theta).value;
}

/** Each case's derivative of its ln likelihood by the parameters, at the maximum. */
export function caseScores({ kernel, layout, sample, theta }: IndexFit): Float64Array[] {
  const q = kernel.blocks.length;
  const eta = new Float64Array(q);
  const g = new Float64Array(q);
  const h = new Float64Array(q * q);
  return Array.from({ length: sample.n }, (_, row) => {
    indicesOf(layout, sample.x, theta, row, eta);
    kernel.at(row, eta, g, h);
    const score = new Float64Array(layout.size);
    addGradient(layout, sample.x, row, g, sample.weights?.[row] ?? 1, score);
    return score;
  });
}
