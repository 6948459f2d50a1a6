// Where R's glm stops: for those who compare digits with it. Nothing that is shown to users is made of it.
import { log } from '../../numerics/exponential.ts';
import { inverseSymmetric, multiply, solvePositive, type Matrix } from '../../numerics/linear-algebra.ts';
import { links } from './links.ts';

/**
 * The covariances of a logit as R's `summary(glm)` and `sandwich` have them: iteratively reweighted least squares until the deviance
 * moves by less than `epsilon` of itself, with the weights of the last step, which are of the estimates before it (R 4.2, `glm.fit`). They
 * differ from those at the maximum from the eighth digit on. Null where a step has no solution.
 */
export function covariancesAsGlm(
  y: Float64Array,
  x: readonly Float64Array[],
  epsilon = 1e-8,
): { readonly covariance: Matrix; readonly hc0: Matrix } | null {
  const n = y.length;
  const columns = [new Float64Array(n).fill(1), ...x];
  let eta = y.map((one) => links.logit.at((one + 0.5) / 2));
  let before = Infinity;
  for (let step = 0; step < 100; step++) {
    const weights = eta.map((one) => links.logit.density(one));
    const working = eta.map((one, row) => one + (y[row]! - links.logit.p(one)) / weights[row]!);
    const information = columns.map((a) => columns.map((b) => a.reduce((sum, one, row) => sum + weights[row]! * one * b[row]!, 0)));
    const right = columns.map((a) => a.reduce((sum, one, row) => sum + weights[row]! * one * working[row]!, 0));
    const b = solvePositive(information, right);
    const covariance = inverseSymmetric(information);
    if (b === null || covariance === null) return null;
    eta = eta.map((_, row) => b.reduce((sum, one, j) => sum + one * columns[j]![row]!, 0));
    const deviance = -2 * y.reduce((sum, one, row) => sum + log(one === 1 ? links.logit.p(eta[row]!) : links.logit.p(-eta[row]!)), 0);
    if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < epsilon) {
      const scores = y.map((one, row) => (weights[row]! * (one - links.logit.p(eta[row]!))) / links.logit.density(eta[row]!));
      const meat = columns.map((a) =>
        columns.map((c) => a.reduce((sum, one, row) => sum + scores[row]! * scores[row]! * one * c[row]!, 0)),
      );
      return { covariance, hc0: multiply(multiply(covariance, meat), covariance) };
    }
    before = deviance;
  }
  return null;
}
