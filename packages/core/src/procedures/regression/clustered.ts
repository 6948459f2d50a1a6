// Covariances of coefficients that allow for likeness within clusters: CR0 to CR3, and the degrees of freedom that go with CR2.
import type { Codes } from '../../counts/points.ts';
import { choleskyFactor, symmetricEigen, type Matrix } from '../../numerics/linear-algebra.ts';
import { square } from '../../numerics/powers.ts';

export type ClusterKind = 'CR0' | 'CR1' | 'CR1S' | 'CR2' | 'CR3';

/** What every cluster adds, in terms of the predictors alone: X_g′X_g and X_g′e_g, intercept first. */
export interface ClusterSums {
  readonly n: number;
  /** In order of first appearance. */
  readonly grams: readonly Matrix[];
  readonly scores: readonly (readonly number[])[];
}

/** `x` without the intercept; `groups` holds a whole number a case. */
export function clusterSums(x: readonly Float64Array[], residuals: Float64Array, groups: Codes): ClusterSums {
  const n = residuals.length;
  const size = x.length + 1;
  const position = new Map<number, number>();
  for (const group of groups) if (!position.has(group)) position.set(group, position.size);
  const grams = Array.from({ length: position.size }, () => Array.from({ length: size }, () => Array.from({ length: size }, () => 0)));
  const scores = Array.from({ length: position.size }, () => Array.from({ length: size }, () => 0));
  const row = new Float64Array(size);
  row[0] = 1;
  for (let i = 0; i < n; i++) {
    for (let j = 1; j < size; j++) row[j] = x[j - 1]![i]!;
    const at = position.get(groups[i]!)!;
    const gram = grams[at]!;
    const score = scores[at]!;
    for (let a = 0; a < size; a++) {
      score[a] = score[a]! + row[a]! * residuals[i]!;
      for (let b = 0; b <= a; b++) gram[a]![b] = gram[a]![b]! + row[a]! * row[b]!;
    }
  }
  for (const gram of grams) for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) gram[a]![b] = gram[b]![a]!;
  return { n, grams, scores };
}

const times = (a: Matrix, v: readonly number[]): number[] => a.map((row) => row.reduce((sum, value, j) => sum + value * v[j]!, 0));
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, j) => sum + value * b[j]!, 0);
const product = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => Array.from({ length: b[0]!.length }, (_, j) => row.reduce((sum, value, m) => sum + value * b[m]![j]!, 0)));
const turned = (a: Matrix): number[][] => a[0]!.map((_, j) => a.map((row) => row[j]!));

/** Below it, what a cluster leaves of a direction is rounding: the direction is the cluster's alone. */
const OWN = 1e-10;

/** X_g′ f(I − H_gg) v for what depends on X_g alone: f by its eigenvalues 1 − λ; `own` where a direction is the cluster's alone. */
interface Adjustment {
  /** B with X_g′A_g e_g = B·X_g′e_g. */
  readonly by: (root: 'inverse root' | 'inverse') => Matrix;
  readonly own: boolean;
}

/**
 * (I − H_gg)^(−1/2) without a matrix of the cluster's size: with (X′X)⁻¹ = LL′ and Z = X_g L, H_gg = ZZ′ has the eigenvalues λ of the small
 * Z′Z = VΛV′, and (I − ZZ′)^(−1/2) = I + Z V diag(((1 − λ)^(−1/2) − 1)/λ) V′Z′. Where λ = 1 the Moore–Penrose inverse is taken, as
 * clubSandwich does.
 */
function adjustment(gram: Matrix, lower: Matrix): Adjustment {
  const gramLower = product(gram, lower);
  const { values, vectors } = symmetricEigen(product(turned(lower), gramLower));
  const left = product(gramLower, vectors);
  const right = turned(product(lower, vectors));
  const by = (root: 'inverse root' | 'inverse'): Matrix => {
    const f = values.map((value) => {
      const rest = 1 - value;
      if (rest < OWN) return -1 / value;
      const power = root === 'inverse' ? 1 / rest : 1 / Math.sqrt(rest);
      // (1/r − 1)/λ = 1/r, and (r^(−1/2) − 1)/λ = 1/(r^(1/2)·(1 + r^(1/2))): neither loses digits where λ is small.
      return root === 'inverse' ? power : power / (1 + Math.sqrt(rest));
    });
    return gram.map((_, i) =>
      gram.map((__, j) => (i === j ? 1 : 0) + left[i]!.reduce((sum, value, m) => sum + value * f[m]! * right[m]![j]!, 0)),
    );
  };
  return { by, own: values.some((value) => 1 - value < OWN) };
}

export interface ClusterCovariance {
  readonly covariance: Matrix;
  readonly clusters: number;
}

/**
 * The sandwich (X′X)⁻¹ Σ_g X_g′A_g e_g e_g′A_g X_g (X′X)⁻¹, times c: CR0 has A = I and c = 1; CR1 c = G/(G − 1); CR1S (Stata)
 * c = G/(G − 1)·(n − 1)/(n − k − 1); CR2 A = (I − H_gg)^(−1/2) (Bell & McCaffrey 2002, Survey Methodology 28:169–181); CR3
 * A = (I − H_gg)⁻¹. A text: why there is none. Checked against clubSandwich 0.5.8 and estimatr 1.0.0.
 */
export function clusterCovariance(
  kind: ClusterKind,
  sums: ClusterSums,
  bread: Matrix,
): ClusterCovariance | 'one cluster' | 'own direction' {
  const { n, grams, scores } = sums;
  const clusters = scores.length;
  if (clusters < 2) return 'one cluster';
  const size = bread.length;
  const lower = kind === 'CR2' || kind === 'CR3' ? choleskyFactor(bread) : null;
  if ((kind === 'CR2' || kind === 'CR3') && lower === null) return 'own direction';
  const adjusted: (readonly number[])[] = [];
  for (const [g, score] of scores.entries()) {
    if (lower === null) adjusted.push(score);
    else {
      const { by, own } = adjustment(grams[g]!, lower);
      if (kind === 'CR3' && own) return 'own direction';
      adjusted.push(times(by(kind === 'CR3' ? 'inverse' : 'inverse root'), score));
    }
  }
  const factor = kind === 'CR1' ? clusters / (clusters - 1) : kind === 'CR1S' ? (clusters / (clusters - 1)) * ((n - 1) / (n - size)) : 1;
  const moved = adjusted.map((score) => times(bread, score));
  return {
    covariance: bread.map((_, i) => bread.map((__, j) => factor * moved.reduce((total, one) => total + one[i]! * one[j]!, 0))),
    clusters,
  };
}

/**
 * Satterthwaite's degrees of freedom of c′b with CR2 under independent errors of equal variance: (tr P)²/tr(P²) with
 * P_gh = p_g′p_h, p_g = (I − H)·A_g X_g(X′X)⁻¹c (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018, Journal of Business & Economic
 * Statistics 36:672–683, eq. 11). Null where all of P is rounding.
 */
export function satterthwaite({ grams }: ClusterSums, bread: Matrix, contrasts: readonly (readonly number[])[]): (number | null)[] {
  const lower = choleskyFactor(bread);
  if (lower === null) return contrasts.map(() => null);
  const adjusted = grams.map((gram) => {
    const { by } = adjustment(gram, lower);
    const root = by('inverse root');
    return { root: product(root, gram), whole: product(by('inverse'), gram) };
  });
  return contrasts.map((contrast) => {
    const direction = times(bread, contrast);
    // P = diag(d) − W(X′X)⁻¹W′ with rows w_g = X_g′A_g X_g(X′X)⁻¹c and d_g = ‖A_g X_g(X′X)⁻¹c‖².
    const w = adjusted.map(({ root }) => times(root, direction));
    const d = adjusted.map(({ whole }) => dot(direction, times(whole, direction)));
    const half = w.map((one) => times(bread, one));
    const diagonal = d.map((value, g) => value - dot(w[g]!, half[g]!));
    const trace = diagonal.reduce((sum, value) => sum + value, 0);
    // tr(P²) = Σd² − 2Σd·w′Mw + tr((MW′W)²)
    const inner = bread.map((_, i) => bread.map((__, j) => w.reduce((sum, one, g) => sum + half[g]![i]! * one[j]!, 0)));
    const squares =
      d.reduce((sum, value, g) => sum + square(value) - 2 * value * dot(w[g]!, half[g]!), 0) +
      inner.reduce((sum, row, i) => sum + row.reduce((own, value, j) => own + value * inner[j]![i]!, 0), 0);
    const largest = d.reduce((most, value) => Math.max(most, value), 0);
    return trace > 1e-12 * largest && squares > 0 ? square(trace) / squares : null;
  });
}
