// Polychoric correlations: of the normal variables that ordered answers are cut from.
import { columnsOfCrossing, crossingOf, linesOf, type Crossing } from '../../counts/cross.ts';
import type { Joint } from '../../counts/joint.ts';
import type { Tabled } from '../../counts/moments.ts';
import type { Codes } from '../../counts/points.ts';
import { normalCdf, normalQuantile } from '../../numerics/distributions.ts';
import { tellPart } from '../../numerics/parts.ts';
import { rootBetween } from '../../numerics/roots.ts';
import { listwiseColumns } from '../../moments/rows.ts';
import { bivariateNormalCdf, bivariateNormalDensity } from '../../numerics/bivariate-normal.ts';

/** Beyond this the two variables order the cases alike and the likelihood has no maximum inside. */
const LIMIT = 0.9999;

export interface Polychoric {
  readonly n: number;
  readonly rho: number | null;
}

/** Where the latent normal is cut: Φ⁻¹ of the cumulative share of each value but the last, ascending values. NaN is left out. */
export function thresholdsOf(values: Float64Array): number[] {
  const valid = values.filter((value) => !Number.isNaN(value)).sort();
  const cuts: number[] = [];
  for (let i = 1; i < valid.length; i++) if (valid[i] !== valid[i - 1]) cuts.push(normalQuantile(i / valid.length));
  return cuts;
}

/** Every pair of columns, and each column's thresholds; with `listwise`, over the rows that have them all. */
export function polychoricTable(
  columns: readonly Float64Array[],
  missing: 'listwise' | 'pairwise' = 'listwise',
): { cells: Polychoric[][]; thresholds: number[][] } {
  const used = missing === 'pairwise' ? columns : listwiseColumns(columns);
  const cells: Polychoric[][] = used.map(() => []);
  for (let i = 0; i < used.length; i++) {
    for (let j = 0; j < i; j++) {
      tellPart((i * (i - 1)) / 2 + j, (used.length * (used.length - 1)) / 2);
      cells[i]![j] = cells[j]![i] = polychoric(used[i]!, used[j]!);
    }
    cells[i]![i] = { n: used[i]!.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0), rho: 1 };
  }
  return { cells, thresholds: used.map(thresholdsOf) };
}

/** Every pair of columns over the rows that were counted and have both. */
export function countedPolychorics(joint: Joint, tables: readonly Tabled[]): Polychoric[][] {
  const cells: Polychoric[][] = tables.map(() => []);
  for (const [i, x] of tables.entries()) {
    for (let j = 0; j < i; j++) cells[i]![j] = cells[j]![i] = polychoricOfCrossing(crossingOf(joint, x, tables[j]!));
    cells[i]![i] = { n: crossingOf(joint, x, x).n, rho: 1 };
  }
  return cells;
}

/**
 * Two-step estimate (Olsson 1979, Psychometrika 44:443–460): thresholds from the margins of the rows that have both, then the
 * correlation that makes the cross table likeliest, with no correction for empty cells. Null when a variable has one value only.
 */
export function polychoric(x: Float64Array, y: Float64Array): Polychoric {
  const [left, right] = listwiseColumns([x, y]) as [Float64Array, Float64Array];
  const n = left.length;
  const a = codedAnswers(left);
  const b = codedAnswers(right);
  const counts = Array.from({ length: a.cuts.length + 1 }, () => new Float64Array(b.cuts.length + 1));
  for (let i = 0; i < n; i++) counts[a.codes[i]!]![b.codes[i]!]!++;
  return likeliest(n, counts, a.cuts, b.cuts);
}

/** The same of the table of two columns. */
function polychoricOfCrossing(crossing: Crossing): Polychoric {
  return likeliest(crossing.n, crossing.counts, cutsOf(linesOf(crossing)), cutsOf(columnsOfCrossing(crossing)));
}

/** Where the latent normal is cut, from how often each value occurs. */
function cutsOf(counts: readonly number[]): number[] {
  const n = counts.reduce((sum, one) => sum + one, 0);
  let upTo = 0;
  return counts.slice(0, -1).map((one) => normalQuantile((upTo += one) / n));
}

function likeliest(n: number, counts: readonly Float64Array[], first: readonly number[], second: readonly number[]): Polychoric {
  const r = first.length + 1;
  const k = second.length + 1;
  if (n === 0 || r < 2 || k < 2) return { n, rho: null };
  const score = (rho: number): number => {
    const upTo = corners(first, second, (h, l) => bivariateNormalCdf(h, l, rho), true);
    const slope = corners(first, second, (h, l) => bivariateNormalDensity(h, l, rho), false);
    let total = 0;
    for (let i = 0; i < r; i++) {
      for (let j = 0; j < k; j++) {
        if (counts[i]![j] === 0) continue;
        const cell = (m: number[][]): number => m[i + 1]![j + 1]! - m[i]![j + 1]! - m[i + 1]![j]! + m[i]![j]!;
        const rise = cell(slope);
        // A cell that has cases but no probability left to speak of: rho is too far out, whatever the others say.
        total += rise === 0 ? -Math.sign(rho) * 1e300 : (counts[i]![j]! * rise) / Math.max(cell(upTo), 1e-300);
      }
    }
    return total;
  };
  // The likelihood rises towards a perfect association: the estimate lies on the edge.
  if (!(score(LIMIT) < 0)) return { n, rho: LIMIT };
  if (!(score(-LIMIT) > 0)) return { n, rho: -LIMIT };
  return { n, rho: rootBetween(score, -LIMIT, LIMIT) };
}

/** Each answer as the number of its category, and where the latent normal is cut. Complete values. */
export function codedAnswers(values: Float64Array): { codes: Codes; cuts: number[] } {
  const distinct = [...new Set(values)].sort((p, q) => p - q);
  const index = new Map(distinct.map((value, i) => [value, i]));
  return { codes: Int32Array.from(values, (value) => index.get(value)!), cuts: thresholdsOf(values) };
}

/** A function of two variables at every pair of cuts, with the rims at ∓∞: probabilities there are 0 or the margin, densities 0. */
function corners(
  rows: readonly number[],
  columns: readonly number[],
  f: (h: number, k: number) => number,
  cumulative: boolean,
): number[][] {
  const zero = Array.from({ length: columns.length + 2 }, () => 0);
  const inner = rows.map((h) => [0, ...columns.map((k) => f(h, k)), cumulative ? normalCdf(h) : 0]);
  const last = cumulative ? [0, ...columns.map(normalCdf), 1] : [...zero];
  return [zero, ...inner, last];
}
