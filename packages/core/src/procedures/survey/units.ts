// Designs of one stage by their units: sums over the rows of each unit, one look at the rows for all of them, and the variance of totals
// from these sums. Where every row is a unit, sums are those of strata. The variance row by row, of any design: `taylor` of design.ts.
import type { Codes } from '../../counts/points.ts';
import type { SurveyDesign } from './design.ts';

export interface Units {
  /** Of each row its unit or, where every row is a unit, its stratum; -1 outside the sample. */
  readonly cells: Codes;
  readonly count: number;
  /** Every row is a unit of its own. */
  readonly alone: boolean;
  /** Of each cell. */
  readonly stratum: Int32Array;
  readonly strata: readonly Stratum[];
}

interface Stratum {
  /** Units sampled. */
  readonly size: number;
  /** What the squares of its units' totals are multiplied by; 0 where it adds nothing. */
  readonly scale: number;
  /** Totals are taken from their mean. */
  readonly centred: boolean;
  /** Its only unit has no variance, and the others' mean stands for it. */
  readonly lonely: boolean;
}

/** Above this every unit's sums would take more room than the rows. */
const MOST_UNITS = 1 << 19;

const found = new WeakMap<SurveyDesign, Units | null>();

/** Null for a design of several stages, and for weights that were brought to margins: these are computed row by row. */
export function unitsOf(design: SurveyDesign): Units | null {
  const known = found.get(design);
  if (known !== undefined) return known;
  const made = countedUnits(design);
  found.set(design, made);
  return made;
}

function countedUnits({ stages, calibrated, lonely }: SurveyDesign): Units | null {
  const [stage] = stages;
  if (stage === undefined || stages.length > 1 || calibrated.length > 0) return null;
  const { strata, units, sizes, populations } = stage;
  let [rows, count] = [0, 0];
  for (let row = 0; row < units.length; row++) {
    if (units[row]! < 0) continue;
    rows++;
    if (units[row]! >= count) count = units[row]! + 1;
  }
  const alone = rows === count;
  if (!alone && count > MOST_UNITS) return null;
  const cells = alone ? strata : units;
  const stratum = new Int32Array(alone ? sizes.length : count);
  if (alone) for (let at = 0; at < stratum.length; at++) stratum[at] = at;
  else for (let row = 0; row < units.length; row++) if (units[row]! >= 0) stratum[units[row]!] = strata[row]!;
  return {
    cells,
    count: stratum.length,
    alone,
    stratum,
    strata: sizes.map((size, at): Stratum => {
      const population = populations?.[at] ?? Infinity;
      const share = population === Infinity ? 1 : (population - size) / population;
      const nothing = { size, scale: 0, centred: true, lonely: false };
      if (population !== Infinity && share < 1e-7) return nothing;
      if (size === 1 && lonely !== 'adjust') return { ...nothing, lonely: lonely === 'average' };
      return { size, scale: size > 1 ? (share * size) / (size - 1) : share, centred: size > 1, lonely: false };
    }),
  };
}

/** Strata with a row of one of some levels, of `rows[cell * levels + level]`. */
export function strataWith({ strata, stratum, count }: Units, levels: number, rows: Float64Array, own: readonly number[]): Uint8Array {
  const seen = new Uint8Array(strata.length);
  for (let cell = 0; cell < count; cell++) for (const level of own) if (rows[cell * levels + level]! > 0) seen[stratum[cell]!] = 1;
  return seen;
}

/** What the variance is multiplied by where the rule for single units is `average`. `inDomain`: the strata with a row of the domain. */
export function raisedBy({ strata }: Units, inDomain: Uint8Array): number {
  let [lonely, among] = [0, 0];
  for (const [at, stratum] of strata.entries()) {
    if (inDomain[at] !== 1) continue;
    among++;
    if (stratum.lonely) lonely++;
  }
  return lonely > 0 && among > lonely ? among / (among - lonely) : 1;
}

/** Covariances of `p` totals, from those of each unit: `totals[cell * p + i]`. Of units that are rows: `covarianceOfRows`. */
export function covarianceOfTotals({ count, stratum, strata }: Units, totals: Float64Array, p: number): number[][] {
  const centre = new Float64Array(strata.length * p);
  for (let cell = 0; cell < count; cell++) {
    const to = stratum[cell]! * p;
    for (let i = 0; i < p; i++) centre[to + i] = centre[to + i]! + totals[cell * p + i]!;
  }
  for (const [at, { size, centred }] of strata.entries())
    for (let i = 0; i < p; i++) centre[at * p + i] = centred ? centre[at * p + i]! / size : 0;
  const variance = square(p);
  const own = new Float64Array(p);
  for (let cell = 0; cell < count; cell++) {
    const at = stratum[cell]!;
    const { scale } = strata[at]!;
    if (scale === 0) continue;
    for (let i = 0; i < p; i++) own[i] = totals[cell * p + i]! - centre[at * p + i]!;
    for (let i = 0; i < p; i++) {
      const line = variance[i]!;
      const left = scale * own[i]!;
      for (let j = 0; j <= i; j++) line[j] = line[j]! + left * own[j]!;
    }
  }
  return mirrored(variance);
}

/** By cell and level. */
export interface RowSums {
  readonly rows: Float64Array;
  readonly means: Float64Array;
  /** About the means. */
  readonly squares: Float64Array;
}

/**
 * The same where every row is a unit and has at most one of the totals, from sums by stratum and total, `[stratum * p + i]`: how many rows,
 * the mean of what they add, and the squares about that mean.
 */
export function covarianceOfRows({ strata }: Units, p: number, { rows, means, squares }: RowSums): number[][] {
  const variance = square(p);
  for (const [at, { size, scale, centred }] of strata.entries()) {
    if (scale === 0) continue;
    for (let i = 0; i < p; i++) {
      const from = at * p + i;
      const [n, mean] = [rows[from]!, means[from]!];
      const centre = centred ? (n * mean) / size : 0;
      const away = n * (mean - centre) * (mean - centre) + (size - n) * centre * centre;
      variance[i]![i] = variance[i]![i]! + scale * (squares[from]! + away);
      if (!centred) continue;
      for (let j = 0; j < i; j++) {
        const other = (rows[at * p + j]! * means[at * p + j]!) / size;
        variance[i]![j] = variance[i]![j]! - scale * size * centre * other;
      }
    }
  }
  return mirrored(variance);
}

/** Of all levels of a cell together. */
export function pooled(count: number, levels: number, { rows, means, squares }: RowSums): RowSums {
  const out = { rows: new Float64Array(count), means: new Float64Array(count), squares: new Float64Array(count) };
  for (let cell = 0; cell < count; cell++) {
    let [n, total, squared] = [0, 0, 0];
    for (let at = cell * levels; at < (cell + 1) * levels; at++) {
      n += rows[at]!;
      total += rows[at]! * means[at]!;
    }
    const mean = n === 0 ? 0 : total / n;
    for (let at = cell * levels; at < (cell + 1) * levels; at++)
      squared += squares[at]! + rows[at]! * (means[at]! - mean) * (means[at]! - mean);
    out.rows[cell] = n;
    out.means[cell] = mean;
    out.squares[cell] = squared;
  }
  return out;
}

const square = (p: number): number[][] => Array.from({ length: p }, () => Array.from({ length: p }, () => 0));

function mirrored(lower: number[][]): number[][] {
  for (let i = 0; i < lower.length; i++) for (let j = 0; j < i; j++) lower[j]![i] = lower[i]![j]!;
  return lower;
}
