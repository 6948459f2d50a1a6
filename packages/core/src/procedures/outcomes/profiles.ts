// What takes further fits: limits of the profiled likelihood, and tests of whole predictors.
import { chiSquareQuantile, chiSquareUpper } from '../../numerics/distributions.ts';
import { inverseSymmetric } from '../../numerics/linear-algebra.ts';
import { rootBetween } from '../../numerics/roots.ts';
import type { DesignColumn } from '../regression/design.ts';
import { maximise, type Kernel } from './indices.ts';
import type { OutcomeModel } from './models.ts';

/** The kernel with an amount of its own added to each case's first index. */
function offset(kernel: Kernel, by: (row: number) => number, intercept: boolean): Kernel {
  const moved = new Float64Array(kernel.blocks.length);
  const to = (row: number, eta: Float64Array): Float64Array => {
    moved.set(eta);
    moved[0] = moved[0]! + by(row);
    return moved;
  };
  const { expected } = kernel;
  return {
    blocks: intercept ? kernel.blocks : [{ intercept: false, slopes: true, constant: [] }],
    at: (row, eta, gradient, hessian) => kernel.at(row, to(row, eta), gradient, hessian),
    ...(expected === undefined
      ? {}
      : { expected: (row: number, eta: Float64Array, information: Float64Array) => expected(row, to(row, eta), information) }),
  };
}

/**
 * Where twice the ln likelihood, the other parameters at their best, has fallen by the χ²(1) quantile (Venzon & Moolgavkar 1988): of a
 * model of one index. `at` 0 is the intercept. Null where there is no such place.
 */
export function profileInterval(
  { fit, kernel }: OutcomeModel,
  at: number,
  confidence: number,
): { readonly low: number | null; readonly high: number | null } {
  const { sample, theta, covariance } = fit;
  const quantile = chiSquareQuantile(confidence, 1);
  const rest = sample.x.filter((_, j) => j !== at - 1);
  const fall = (value: number): number => {
    const own = sample.x[at - 1];
    const held = offset(kernel, (row) => value * (own === undefined ? 1 : own[row]!), at > 0);
    const found = rest.length === 0 && at === 0 ? null : maximise(held, { ...sample, x: rest }, [theta[0]!]);
    if (found === null || 'problem' in found) return NaN;
    return 2 * (fit.logLikelihood - found.logLikelihood) - quantile;
  };
  const se = Math.sqrt(covariance[at]![at]!);
  const end = (sign: 1 | -1): number | null => {
    for (let far = 1.5; far < 100; far *= 1.6) {
      const outside = fall(theta[at]! + sign * far * se);
      if (Number.isNaN(outside)) return null;
      if (outside < 0) continue;
      return rootBetween((value) => fall(theta[at]! + sign * value * se), 0, far) * sign * se + theta[at]!;
    }
    return null;
  };
  return { low: end(-1), high: end(1) };
}

export interface TermTest {
  readonly variable: string;
  readonly df: number;
  /** Likelihood ratio against the model without the variable. */
  readonly chi2: number;
  readonly p: number;
  readonly wald: number;
}

/** Each variable with all its columns left out: of a model of one index without products. */
export function termTests({ fit, kernel }: OutcomeModel, columns: readonly DesignColumn[]): readonly TermTest[] {
  return [...new Set(columns.map((column) => column.variables.join(':')))].flatMap((variable): TermTest[] => {
    const places = columns.flatMap((column, j) => (column.variables.join(':') === variable ? [j] : []));
    const x = fit.sample.x.filter((_, j) => !places.includes(j));
    const found = maximise(kernel, { ...fit.sample, x }, [fit.theta[0]!]);
    const inverse = inverseSymmetric(places.map((i) => places.map((j) => fit.covariance[i + 1]![j + 1]!)));
    if ('problem' in found || inverse === null) return [];
    const chi2 = 2 * (fit.logLikelihood - found.logLikelihood);
    const wald = places.reduce(
      (total, i, a) => total + places.reduce((inner, j, b) => inner + fit.theta[i + 1]! * inverse[a]![b]! * fit.theta[j + 1]!, 0),
      0,
    );
    return [{ variable, df: places.length, chi2, p: chiSquareUpper(Math.max(0, chi2), places.length), wald }];
  });
}
