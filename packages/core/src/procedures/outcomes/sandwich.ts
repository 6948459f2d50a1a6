// Covariances of maximum-likelihood estimates that hold when the cases' variances are not the model's, or cases are alike in groups.
import type { Codes } from '../../counts/points.ts';
import { power } from '../../numerics/exponential.ts';
import { multiply, type Matrix } from '../../numerics/linear-algebra.ts';
import { caseScores, type IndexFit } from './indices.ts';

/** V·(Σ sᵢsᵢ′)·V, V the inverse of the information, s a case's score times its weight (Huber 1967; White 1982, Econometrica 50:1–25). */
function sandwich(bread: Matrix, scores: readonly ArrayLike<number>[], weightOf: (row: number) => number): Matrix {
  const size = bread.length;
  const meat = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const [row, score] of scores.entries()) {
    const weight = weightOf(row);
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) meat[i]![j]! += weight * score[i]! * score[j]!;
  }
  return multiply(multiply(bread, meat), bread);
}

export type Correction = 'hc0' | 'hc1' | 'hc2' | 'hc3' | 'hc4' | 'hc4m';

/** `leverages` of the weighted fit, which models of one index have; `power(1 − h)` as in a linear model. Null where a case fits itself. */
export function scoreSandwich(
  fit: Pick<IndexFit, 'covariance' | 'kernel' | 'layout' | 'sample' | 'theta'>,
  correction: Correction = 'hc0',
  leverages: Float64Array | null = null,
  scores: readonly Float64Array[] = caseScores(fit as IndexFit),
): Matrix | null {
  const n = scores.length;
  const size = fit.layout.size;
  if (correction === 'hc0') return sandwich(fit.covariance, scores, () => 1);
  if (correction === 'hc1') return sandwich(fit.covariance, scores, () => n / (n - size));
  if (leverages === null || leverages.some((h) => 1 - h < 1e-10)) return null;
  const exponent = (h: number): number => {
    const relative = (n * h) / size;
    switch (correction) {
      case 'hc2':
        return 1;
      case 'hc3':
        return 2;
      case 'hc4':
        return Math.min(4, relative);
      case 'hc4m':
        return Math.min(1, relative) + Math.min(1.5, relative);
    }
  };
  return sandwich(fit.covariance, scores, (row) => 1 / power(1 - leverages[row]!, exponent(leverages[row]!)));
}

/** Clusters: scores summed within them, times G/(G − 1) (Cameron & Miller 2015, §III). Null with fewer than two. */
export function clusterSandwich(
  covariance: Matrix,
  scores: readonly Float64Array[],
  groups: Codes,
): { readonly covariance: Matrix; readonly clusters: number } | null {
  const sums = new Map<number, Float64Array>();
  for (const [row, score] of scores.entries()) {
    const own = sums.get(groups[row]!) ?? new Float64Array(score.length);
    for (let j = 0; j < score.length; j++) own[j] = own[j]! + score[j]!;
    sums.set(groups[row]!, own);
  }
  const clusters = sums.size;
  if (clusters < 2) return null;
  return { covariance: sandwich(covariance, [...sums.values()], () => clusters / (clusters - 1)), clusters };
}

/** Diagonal of the hat matrix of the weighted fit, w·x′Vx with w the expected information: for models of one index. */
export function leveragesOf({ kernel, layout, sample, theta, covariance }: IndexFit): Float64Array | null {
  if (kernel.blocks.length !== 1) return null;
  const { x, n } = sample;
  const [eta, gradient, information] = [new Float64Array(1), new Float64Array(1), new Float64Array(1)];
  const line = new Float64Array(layout.size);
  const leverages = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    line[0] = 1;
    let at = theta[0]!;
    for (const [j, column] of x.entries()) {
      line[j + 1] = column[row]!;
      at += theta[j + 1]! * column[row]!;
    }
    eta[0] = at;
    if (kernel.expected === undefined) {
      kernel.at(row, eta, gradient, information);
      information[0] = -information[0]!;
    } else kernel.expected(row, eta, information);
    let quadratic = 0;
    for (let i = 0; i < layout.size; i++) for (let j = 0; j < layout.size; j++) quadratic += line[i]! * covariance[i]![j]! * line[j]!;
    leverages[row] = information[0]! * quadratic;
  }
  return leverages;
}
