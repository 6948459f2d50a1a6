// Logistic regression with Jeffreys' prior, which has estimates where separation leaves ordinary maximum likelihood none.
import { log } from '../../numerics/exponential.ts';
import { choleskyFactor, inverseSymmetric, logDeterminant, multiply, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { mean } from '../../numerics/sums.ts';
import { back, layoutOf, logLikelihoodAt, standardised, type Kernel, type Layout } from './indices.ts';
import { binaryKernel, type Responses } from './kernels.ts';
import { links } from './links.ts';
import { minimise } from '../../numerics/minimise.ts';

export interface FirthFit {
  readonly kernel: Kernel & { readonly responses: Responses };
  readonly layout: Layout;
  /** Intercept first. */
  readonly theta: Float64Array;
  /** Inverse of the unpenalised expected information at the estimate. */
  readonly covariance: Matrix;
  /** ln L + ½ ln |I|, in the predictors' own units. */
  readonly penalisedLogLikelihood: number;
  readonly logLikelihood: number;
  /** Each case's share of the modified score, the residual y − π + h(½ − π). */
  readonly residuals: Float64Array;
}

/**
 * The penalised likelihood L·|I|^½ (Firth 1993, Biometrika 80:27–38; Heinze & Schemper 2002, Statistics in Medicine 21:2409–2419): the
 * score Σ (yᵢ − πᵢ + hᵢ(½ − πᵢ))xᵢ, h the leverages of the weighted fit, is brought to 0. `y` is 0 or 1, both of which occur.
 */
export function firthLogit(
  y: Float64Array,
  x: readonly Float64Array[],
): FirthFit | { readonly problem: 'not-converged'; readonly why: string } {
  const n = y.length;
  const kernel = binaryKernel(y, 'logit');
  const layout = layoutOf(kernel.blocks, x.length);
  const standard = standardised(x);
  const own = standard.x;
  const p = layout.size;
  const at = (theta: ArrayLike<number>) => {
    const chance = new Float64Array(n);
    const information = Array.from({ length: p }, () => new Float64Array(p));
    for (let row = 0; row < n; row++) {
      let eta = theta[0]!;
      for (let j = 1; j < p; j++) eta += theta[j]! * own[j - 1]![row]!;
      chance[row] = links.logit.p(eta);
      const weight = links.logit.density(eta);
      for (let i = 0; i < p; i++) {
        const left = weight * (i === 0 ? 1 : own[i - 1]![row]!);
        for (let j = 0; j <= i; j++) information[i]![j] = information[i]![j]! + left * (j === 0 ? 1 : own[j - 1]![row]!);
      }
    }
    return { chance, information: information.map((line, i) => Array.from(line, (one, j) => (j <= i ? one : information[j]![i]!))) };
  };
  const value = (theta: Float64Array): number => {
    const determinant = logDeterminant(at(theta).information);
    return determinant === null ? Infinity : -(logLikelihoodAt(kernel, { n, x: own }, theta) + 0.5 * determinant);
  };
  const residualsAt = (theta: ArrayLike<number>): Float64Array | null => {
    const { chance, information } = at(theta);
    const inverse = choleskyFactor(information) === null ? null : inverseSymmetric(information);
    if (inverse === null) return null;
    const line = new Float64Array(p);
    return chance.map((pi, row) => {
      for (let j = 0; j < p; j++) line[j] = j === 0 ? 1 : own[j - 1]![row]!;
      let leverage = 0;
      for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) leverage += line[i]! * inverse[i]![j]! * line[j]!;
      return y[row]! - pi + pi * (1 - pi) * leverage * (0.5 - pi);
    });
  };
  const gradient = (theta: Float64Array): Float64Array => {
    const residuals = residualsAt(theta);
    const g = new Float64Array(p);
    if (residuals === null) return g.fill(NaN);
    for (let row = 0; row < n; row++) for (let j = 0; j < p; j++) g[j] = g[j]! - residuals[row]! * (j === 0 ? 1 : own[j - 1]![row]!);
    return g;
  };
  const start = new Float64Array(p);
  start[0] = log(mean(y) / (1 - mean(y)));
  const found = minimise({ value, gradient, hessian: (theta) => at(theta).information }, start, { tolerance: 1e-10, iterations: 500 });
  if (!found.converged) return { problem: 'not-converged', why: found.reason };
  const turn = back(kernel, layout, standard);
  const { information } = at(found.x);
  const inverse = inverseSymmetric(information);
  const residuals = residualsAt(found.x);
  if (inverse === null || residuals === null) return { problem: 'not-converged', why: 'the information is singular' };
  const theta = Float64Array.from(turn, (row) => row.reduce((sum, one, j) => sum + one * found.x[j]!, 0));
  // |I| in the predictors' own units: each standardised column is its own over the SD.
  const scale = standard.sds.reduce((sum, sd) => sum + log(sd), 0);
  return {
    kernel,
    layout,
    theta,
    covariance: multiply(multiply(turn, inverse), transpose(turn)),
    penalisedLogLikelihood: -found.value + scale,
    logLikelihood: logLikelihoodAt(kernel, { n, x: own }, found.x),
    residuals,
  };
}
