// Least squares with analytic weights: each case counts by what its weight says of its variance. Sampling weights are survey/model.ts'.
import { tTwoSided } from '../../numerics/distributions.ts';
import { inverseSymmetric, type Matrix } from '../../numerics/linear-algebra.ts';
import { square } from '../../numerics/powers.ts';

export interface AnalyticFit {
  readonly n: number;
  readonly sumOfWeights: number;
  /** Intercept first. */
  readonly b: readonly number[];
  readonly se: readonly number[];
  readonly t: readonly (number | null)[];
  readonly p: readonly (number | null)[];
  readonly r2: number;
  readonly adjustedR2: number;
  readonly f: number | null;
  readonly sigma: number;
  /** White's, without a correction and times n/(n − k − 1). */
  readonly hc0: readonly number[];
  readonly hc1: readonly number[];
  /** The weights taken for numbers of cases, as SPSS WEIGHT BY: with Σw in the place of n. */
  readonly asFrequencies: {
    readonly n: number;
    readonly df: number;
    readonly se: readonly number[];
    readonly sigma: number;
    readonly adjustedR2: number;
    readonly f: number | null;
  };
}

/**
 * b = (X′WX)⁻¹X′Wy, s² = Σwe²/(n − k − 1), se = √(s²[(X′WX)⁻¹]ⱼⱼ), R² = 1 − Σwe²/Σw(y − ȳ_w)² (Cohen, Cohen, West & Aiken 2003, ch. 4;
 * R's lm with `weights`, SPSS REGRESSION /REGWGT). Weights are positive, nothing is missing. Null for too few cases, an outcome that does
 * not vary, or predictors that determine each other.
 */
export function analyticFit(y: Float64Array, x: readonly Float64Array[], weights: Float64Array): AnalyticFit | null {
  const n = y.length;
  const k = x.length;
  const df = n - k - 1;
  if (df < 1) return null;
  const sum = weights.reduce((total, w) => total + w, 0);
  const mean = (values: Float64Array): number => values.reduce((total, value, i) => total + weights[i]! * value, 0) / sum;
  const means = x.map(mean);
  const meanY = mean(y);
  const centred = x.map((column, j) => column.map((value) => value - means[j]!));
  const own = y.map((value) => value - meanY);
  const dot = (a: Float64Array, b: Float64Array): number => a.reduce((total, value, i) => total + weights[i]! * value * b[i]!, 0);
  const lengths = centred.map((column) => Math.sqrt(dot(column, column)));
  const total = dot(own, own);
  if (total === 0 || lengths.includes(0)) return null;
  const scaled = inverseSymmetric(centred.map((a, i) => centred.map((b, j) => dot(a, b) / (lengths[i]! * lengths[j]!))));
  if (scaled === null) return null;
  const inner = scaled.map((row, i) => row.map((value, j) => value / (lengths[i]! * lengths[j]!)));
  const right = centred.map((column) => dot(column, own));
  let slopes = inner.map((row) => row.reduce((so, value, j) => so + value * right[j]!, 0));
  const residualsOf = (b: readonly number[]): Float64Array =>
    own.map((value, i) => centred.reduce((rest, column, j) => rest - b[j]! * column[i]!, value));
  // One step of refinement with the residuals.
  const again = centred.map((column) => dot(column, residualsOf(slopes)));
  slopes = slopes.map((value, i) => value + inner[i]!.reduce((so, one, j) => so + one * again[j]!, 0));
  const residuals = residualsOf(slopes);
  const rest = dot(residuals, residuals);
  // (X′WX)⁻¹ with the intercept first.
  const first = inner.map((row) => -row.reduce((so, value, j) => so + value * means[j]!, 0));
  const corner = 1 / sum - first.reduce((so, value, j) => so + value * means[j]!, 0);
  const bread: Matrix = [[corner, ...first], ...inner.map((row, i) => [first[i]!, ...row])];
  const b = [slopes.reduce((so, slope, j) => so - slope * means[j]!, meanY), ...slopes];
  const columns = [new Float64Array(n).fill(1), ...x];
  const meat = columns.map((left) =>
    columns.map((other) => left.reduce((so, value, i) => so + square(weights[i]! * residuals[i]!) * value * other[i]!, 0)),
  );
  const robust = bread.map((row) => {
    const half = meat.map((line) => line.reduce((so, value, j) => so + value * row[j]!, 0));
    return half.reduce((so, value, j) => so + value * row[j]!, 0);
  });
  const r2 = 1 - rest / total;
  const of = (degrees: number) => {
    const s2 = rest / degrees;
    const share = (1 - r2) / degrees;
    return {
      se: bread.map((row, j) => Math.sqrt(s2 * row[j]!)),
      sigma: Math.sqrt(s2),
      adjustedR2: 1 - share * (degrees + k),
      f: k === 0 || share === 0 ? null : r2 / k / share,
    };
  };
  const usual = of(df);
  const t = b.map((value, j) => (usual.se[j] === 0 ? null : value / usual.se[j]!));
  return {
    n,
    sumOfWeights: sum,
    b,
    ...usual,
    t,
    p: t.map((value) => (value === null ? null : tTwoSided(value, df))),
    r2,
    hc0: robust.map((value) => Math.sqrt(value)),
    hc1: robust.map((value) => Math.sqrt((value * n) / df)),
    asFrequencies: { n: sum, df: sum - k - 1, ...of(sum - k - 1) },
  };
}
