// Predictors that the others leave too little of: SPSS's limit of tolerance.
import type { FitFailure, LinearFit } from '../../procedures/regression/ols.ts';

const LEAST_TOLERANCE = 1e-4;

/**
 * SPSS's limit of tolerance, REGRESSION /CRITERIA=TOLERANCE(.0001): a predictor that the others leave less of than that is treated as one
 * that they determine, also when it is another, already in the model, that it takes the tolerance from. (SPSS leaves such a predictor out
 * and goes on; which of two twins is left out would be a matter of their order, so we stop and name both.) Of several below the limit the
 * one of least tolerance is named, the later of equals; beside it those that make up a tenth or more of it.
 */
export function tolerable(fit: LinearFit | FitFailure, spreads: readonly number[]): LinearFit | FitFailure {
  if ('problem' in fit) return fit;
  const slopes = fit.coefficients.slice(1);
  const least = slopes.reduce<number>(
    (best, one, j) =>
      one.tolerance !== null && one.tolerance < LEAST_TOLERANCE && (best < 0 || one.tolerance <= slopes[best]!.tolerance! * (1 + 1e-6))
        ? j
        : best,
    -1,
  );
  if (least < 0) return fit;
  // Of the regression of x_j on the others: b_m = −c_jm/c_jj, with C = (X′X)⁻¹.
  const row = fit.unscaledCovariance[least + 1]!;
  const share = (m: number): number => Math.abs((row[m + 1]! * spreads[m]!) / (row[least + 1]! * spreads[least]!));
  const on = slopes.flatMap((one, m) => (m !== least && share(m) >= 0.1 ? [one.term] : []));
  return { problem: 'collinear', term: slopes[least]!.term, on };
}
