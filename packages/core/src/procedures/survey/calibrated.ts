// Variances under weights that were brought to margins, where every row is a sampling unit: what `taylor` of design.ts has by taking the
// residuals of all rows within the margins, here from sums by stratum, cell of the margins and level, made in one look at the rows.
import { isPoints, type Codes, type Values } from '../../counts/points.ts';
import { marginsOf, sweptOff, type Margins } from './cells.ts';
import type { SurveyDesign } from './design.ts';
import { unitsOf, type Units } from './units.ts';

/** A total over the rows that have a value and a level: of each w·(constant[level] + slope[level]·(x − offset)). */
export interface Part {
  readonly constant: Float64Array;
  readonly slope: Float64Array;
}

/** More sums than these take more room than they are worth. */
const MOST_SUMS = 1 << 16;

const units = new WeakMap<SurveyDesign, Units | null>();

/** Of a design of one stage whose rows are its units, and whose weights were brought to margins; null of any other. */
export function calibratedUnits(design: SurveyDesign): Units | null {
  if (design.calibrated.length === 0) return null;
  const known = units.get(design);
  if (known !== undefined) return known;
  const plain = unitsOf({ ...design, calibrated: [] });
  const found = plain?.alone === true && plain.count * marginsOf(design).cells.count <= MOST_SUMS ? plain : null;
  units.set(design, found);
  return found;
}

/**
 * By place (stratum, cell, level, and last of each cell who has no level or value): Σw, Σwd, Σw², Σw²d, Σw²d², d = x − offset. By margin
 * and place (cell, level): Σv, Σvd, v its weights.
 */
interface Sums {
  readonly levels: number;
  readonly byRow: Float64Array;
  readonly byMargin: readonly Float64Array[];
}
const FIELDS = 5;

/** Of rows with a weight, a level (all have level 0 without codes) and a value (all have the offset without values). */
function sumsOf({ weights, calibrated }: SurveyDesign, units: Units, { cells }: Margins, { values, codes, levels, offset }: Column): Sums {
  const byRow = new Float64Array(FIELDS * units.count * cells.count * (levels + 1));
  const distinct = [...new Set(calibrated.map(({ within }) => within))];
  const byWithin = distinct.map(() => new Float64Array(2 * cells.count * levels));
  const [table, own] = values === null ? [null, null] : isPoints(values) ? [values.values, values.codes] : [null, null];
  const plain = values === null || isPoints(values) ? null : values;
  for (let row = 0; row < weights.length; row++) {
    const cell = cells.of[row]!;
    if (cell < 0) continue;
    let level = codes === null ? 0 : codes[row]!;
    let d = 0;
    if (plain !== null) d = plain[row]! - offset;
    else if (table !== null) d = own![row]! < 0 ? NaN : table[own![row]!]! - offset;
    const out = level < 0 || level >= levels || d !== d;
    if (out) [level, d] = [levels, 0];
    const w = weights[row]!;
    const at = FIELDS * ((units.cells[row]! * cells.count + cell) * (levels + 1) + level);
    byRow[at] = byRow[at]! + w;
    byRow[at + 1] = byRow[at + 1]! + w * d;
    byRow[at + 2] = byRow[at + 2]! + w * w;
    byRow[at + 3] = byRow[at + 3]! + w * w * d;
    byRow[at + 4] = byRow[at + 4]! + w * w * d * d;
    if (out) continue;
    const place = 2 * (cell * levels + level);
    for (let one = 0; one < distinct.length; one++) {
      const v = distinct[one]![row]!;
      const to = byWithin[one]!;
      to[place] = to[place]! + v;
      to[place + 1] = to[place + 1]! + v * d;
    }
  }
  return { levels, byRow, byMargin: calibrated.map(({ within }) => byWithin[distinct.indexOf(within)]!) };
}

export interface Column {
  readonly values: Values | null;
  readonly codes: Codes | null;
  readonly levels: number;
  readonly offset: number;
}

/**
 * Covariances of totals of one column: with zᵢ what a row adds and a of its cell what comes off (`sweptOff`), Σ over strata of
 * scale·(Σ(z − wa)(z − wa)′ − TT′/n), T the sums of z − wa and n all of the stratum's rows.
 */
export function calibratedCovariance(design: SurveyDesign, units: Units, column: Column): (parts: readonly Part[]) => number[][] {
  const margins = marginsOf(design);
  const sums = sumsOf(design, units, margins, column);
  return (parts) => covarianceOf(units, margins, sums, parts);
}

function covarianceOf(units: Units, { cells, bases }: Margins, sums: Sums, parts: readonly Part[]): number[][] {
  const { levels, byRow, byMargin } = sums;
  const off = parts.map(({ constant, slope }) =>
    sweptOff(
      cells,
      byMargin.map((own) =>
        Float64Array.from({ length: cells.count }, (_, cell) => {
          let total = 0;
          for (let level = 0; level < levels; level++) {
            const at = 2 * (cell * levels + level);
            total += constant[level]! * own[at]! + slope[level]! * own[at + 1]!;
          }
          return total;
        }),
      ),
      bases,
    ),
  );
  const p = parts.length;
  const variance = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
  for (const [stratum, { size, scale, centred }] of units.strata.entries()) {
    if (scale === 0) continue;
    const totals = new Float64Array(p);
    const products = Array.from({ length: p }, () => new Float64Array(p));
    const [left, slopes] = [new Float64Array(p), new Float64Array(p)];
    for (let cell = 0; cell < cells.count; cell++) {
      for (let level = 0; level <= levels; level++) {
        const at = FIELDS * ((stratum * cells.count + cell) * (levels + 1) + level);
        if (byRow[at] === 0) continue;
        // Of a row there w·(left + slope·d).
        for (let i = 0; i < p; i++) {
          left[i] = (level < levels ? parts[i]!.constant[level]! : 0) - off[i]![cell]!;
          slopes[i] = level < levels ? parts[i]!.slope[level]! : 0;
          totals[i] = totals[i]! + left[i]! * byRow[at]! + slopes[i]! * byRow[at + 1]!;
        }
        for (let i = 0; i < p; i++)
          for (let j = 0; j <= i; j++)
            products[i]![j] =
              products[i]![j]! +
              left[i]! * left[j]! * byRow[at + 2]! +
              (left[i]! * slopes[j]! + left[j]! * slopes[i]!) * byRow[at + 3]! +
              slopes[i]! * slopes[j]! * byRow[at + 4]!;
      }
    }
    for (let i = 0; i < p; i++)
      for (let j = 0; j <= i; j++) {
        const between = centred ? (totals[i]! * totals[j]!) / size : 0;
        variance[i]![j] = variance[i]![j]! + scale * (products[i]![j]! - between);
      }
  }
  for (let i = 0; i < p; i++) {
    // What rounding leaves below zero of nothing is nothing.
    variance[i]![i] = Math.max(0, variance[i]![i]!);
    for (let j = 0; j < i; j++) variance[j]![i] = variance[i]![j]!;
  }
  return variance;
}
