// What is computed of several weighted systems together: coupling coordination, obstacle degree, TOPSIS. In the language they are formulas
// of members (docs/statistics.md).
import { exp, log } from '../../numerics/exponential.ts';

export interface Coupling {
  readonly coupling: Float64Array;
  readonly development: Float64Array;
  readonly coordination: Float64Array;
  /** The modified degree of Wang et al. 2021, and the coordination that it gives. */
  readonly modified: Float64Array;
  readonly modifiedCoordination: Float64Array;
}

const geometric = (values: readonly number[], parts: number): number =>
  values.some((value) => value <= 0) ? 0 : exp(values.reduce((total, value) => total + log(value), 0) / parts);

/**
 * Coupling coordination of m systems U in 0..1, row by row: C = (ΠU)^(1/m) / (ΣU/m), T = Σ aⱼUⱼ, D = √(C·T) (e.g. Li et al. 2012,
 * Ecological Modelling 240:1–9). Modified: C = √((1 − mean |Uᵢ − Uⱼ|) · (Π(U / max U))^(1/(m−1))) (Wang et al. 2021, Journal of
 * Natural Resources 36:793–810). Columns are complete; where all U are 0, C is 0.
 */
export function couplingCoordination(systems: readonly Float64Array[], importance: readonly number[]): Coupling {
  const rows = systems[0]?.length ?? 0;
  const m = systems.length;
  const out = Array.from({ length: 5 }, () => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    const u = systems.map((system) => system[row]!);
    const mean = u.reduce((total, value) => total + value, 0) / m;
    const most = Math.max(...u);
    const c = mean > 0 ? geometric(u, m) / mean : 0;
    const t = u.reduce((total, value, j) => total + importance[j]! * value, 0);
    let apart = 0;
    for (let i = 0; i < m; i++) for (let j = i + 1; j < m; j++) apart += Math.abs(u[i]! - u[j]!);
    const close = 1 - apart / ((m * (m - 1)) / 2);
    const others = u.filter((_, j) => j !== u.indexOf(most));
    const rest =
      most > 0
        ? geometric(
            others.map((value) => value / most),
            m - 1,
          )
        : 0;
    const modified = Math.sqrt(close * rest);
    for (const [at, value] of [c, t, Math.sqrt(c * t), modified, Math.sqrt(modified * t)].entries()) out[at]![row] = value;
  }
  const [coupling, development, coordination, modified, modifiedCoordination] = out as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { coupling, development, coordination, modified, modifiedCoordination };
}

/**
 * Obstacle degree: Oᵢⱼ = wⱼ(1 − x′ᵢⱼ) / Σⱼ wⱼ(1 − x′ᵢⱼ), in percent. Columns x′ in 0..1, complete. A case that lacks nothing (all
 * x′ = 1) has none: NaN. `means` are over the others.
 */
export function obstacleDegrees(
  columns: readonly Float64Array[],
  weights: readonly number[],
): { readonly degrees: readonly Float64Array[]; readonly means: readonly number[] } {
  const degrees = columns.map((column) => new Float64Array(column.length).fill(NaN));
  const means = columns.map(() => 0);
  let cases = 0;
  for (let row = 0; row < (columns[0]?.length ?? 0); row++) {
    const lacking = columns.map((column, j) => weights[j]! * (1 - column[row]!));
    const total = lacking.reduce((sum, one) => sum + one, 0);
    if (!(total > 0)) continue;
    cases++;
    for (const [j, one] of lacking.entries()) {
      degrees[j]![row] = (100 * one) / total;
      means[j]! += (100 * one) / total;
    }
  }
  return { degrees, means: means.map((total) => (cases > 0 ? total / cases : NaN)) };
}

export interface Closeness {
  readonly closeness: Float64Array;
  readonly toBest: Float64Array;
  readonly toWorst: Float64Array;
}

/** Columns divided by their lengths: xᵢⱼ / √Σᵢx²ᵢⱼ. */
export function vectorNormalised(columns: readonly Float64Array[]): readonly Float64Array[] {
  return columns.map((column) => {
    const length = Math.sqrt(column.reduce((total, value) => total + value * value, 0));
    return column.map((value) => value / length);
  });
}

/**
 * TOPSIS (Hwang & Yoon 1981, Multiple Attribute Decision Making): d⁺ and d⁻ are the Euclidean distances of a case's weighted members
 * to the best and the worst value of each, closeness is d⁻ / (d⁺ + d⁻). `lower`: members of which the smallest value is the best.
 */
export function topsis(columns: readonly Float64Array[], weights: readonly number[], lower: readonly boolean[]): Closeness {
  const rows = columns[0]?.length ?? 0;
  const weighted = columns.map((column, j) => column.map((value) => value * weights[j]!));
  const ends = weighted.map((column, j) => {
    const [least, most] = [Math.min(...column), Math.max(...column)];
    return lower[j] === true ? { best: least, worst: most } : { best: most, worst: least };
  });
  const distance = (row: number, end: 'best' | 'worst'): number =>
    Math.sqrt(weighted.reduce((total, column, j) => total + (column[row]! - ends[j]![end]) * (column[row]! - ends[j]![end]), 0));
  const toBest = Float64Array.from({ length: rows }, (_, row) => distance(row, 'best'));
  const toWorst = Float64Array.from({ length: rows }, (_, row) => distance(row, 'worst'));
  return { toBest, toWorst, closeness: toWorst.map((worst, row) => worst / (toBest[row]! + worst)) };
}
