// Shares of all levels of a category under a design of one stage, from the weights by unit and level: what `surveyShares` has of each
// level by looking at all rows.
import type { Codes } from '../../counts/points.ts';
import { tQuantile } from '../../numerics/distributions.ts';
import { exp, log } from '../../numerics/exponential.ts';
import { finite } from '../../numerics/finite.ts';
import { calibratedCovariance } from './calibrated.ts';
import type { SurveyDesign } from './design.ts';
import type { SurveyShare } from './estimates.ts';
import { R_STOPS } from './logit-interval.ts';
import { covarianceOfRows, covarianceOfTotals, pooled, raisedBy, strataWith, type Units } from './units.ts';

interface Weights {
  /** By cell and level. */
  readonly rows: Float64Array;
  readonly weight: Float64Array;
  /** Σ(w − w̄)² about the mean weight there; only where every row is a unit. */
  readonly squares: Float64Array;
  /** Of all that answered. */
  readonly n: number;
  readonly sum: number;
  readonly ofLevel: readonly { readonly n: number; readonly sum: number }[];
  /** What the first step of the logit takes of each row, by weights that sum to n. */
  readonly start: { readonly adjusted: readonly number[]; readonly working: number; readonly deviance: number };
}

function weightsOf({ weights }: SurveyDesign, { cells, count, alone }: Units, codes: Codes, levels: number): Weights {
  const size = count * levels;
  const [rows, weight, squares] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const placeOf = (row: number): number => {
    const code = codes[row]!;
    return code >= 0 && code < levels && weights[row]! > 0 ? cells[row]! * levels + code : -1;
  };
  for (let row = 0; row < codes.length; row++) {
    const at = placeOf(row);
    if (at < 0) continue;
    rows[at] = rows[at]! + 1;
    weight[at] = weight[at]! + weights[row]!;
  }
  const ofLevel = Array.from({ length: levels }, (_, level) => {
    let [n, sum] = [0, 0];
    for (let at = level; at < size; at += levels) {
      n += rows[at]!;
      sum += weight[at]!;
    }
    return { n, sum };
  });
  const n = ofLevel.reduce((total, one) => total + one.n, 0);
  const sum = ofLevel.reduce((total, one) => total + one.sum, 0);
  const adjusted = new Float64Array(levels);
  let [working, deviance] = [0, 0];
  for (let row = 0; row < codes.length; row++) {
    const at = placeOf(row);
    if (at < 0) continue;
    // R's start, (wy + ½)/(w + 1): its logit is ± log(2w + 1), its variance the same for 0 and 1.
    const w = (weights[row]! * n) / sum;
    const own = (w * (w + 0.5) * 0.5) / ((w + 1) * (w + 1));
    adjusted[codes[row]!] = adjusted[codes[row]!]! + own * (log(2 * w + 1) + (w + 1) / (w + 0.5));
    working += own;
    deviance -= 2 * w * log((w + 0.5) / (w + 1));
    if (!alone) continue;
    const away = weights[row]! - weight[at]! / rows[at]!;
    squares[at] = squares[at]! + away * away;
  }
  return { rows, weight, squares, n, sum, ofLevel, start: { adjusted: [...adjusted], working, deviance } };
}

/** The variance of the total of w(y − centre)/Σw, y 1 in the level and 0 in the others. */
function varianceAbout(units: Units, { rows, weight, squares, sum }: Weights, levels: number, level: number, centre: number): number {
  const factor = (own: number): number => ((own === level ? 1 : 0) - centre) / sum;
  const totals = new Float64Array(units.count);
  if (!units.alone) {
    for (let cell = 0; cell < units.count; cell++)
      for (let own = 0; own < levels; own++) totals[cell] = totals[cell]! + factor(own) * weight[cell * levels + own]!;
    return covarianceOfTotals(units, totals, 1)[0]![0]!;
  }
  const each = {
    rows,
    means: weight.map((value, at) => (rows[at] === 0 ? 0 : (factor(at % levels) * value) / rows[at]!)),
    squares: squares.map((value, at) => factor(at % levels) * factor(at % levels) * value),
  };
  return covarianceOfRows(units, 1, pooled(units.count, levels, each))[0]![0]!;
}

/** The steps of `logitInterval`, of which only the first one looks at rows. Null where it is the last one too. */
function logitOf({ n, sum, ofLevel, start }: Weights, level: number): { readonly eta: number; readonly mean: number } | null {
  const inside = (ofLevel[level]!.sum * n) / sum;
  const outside = n - inside;
  const devianceOf = (mean: number): number => -2 * (inside * log(mean) + outside * log(1 - mean));
  const all = start.adjusted.reduce((total, one) => total + one, 0);
  let eta = (2 * start.adjusted[level]! - all) / start.working;
  let mean = 1 / (1 + exp(-eta));
  let deviance = devianceOf(mean);
  const far = (now: number, before: number): boolean => !(Math.abs(now - before) / (Math.abs(now) + 0.1) < R_STOPS);
  if (!far(deviance, start.deviance)) return null;
  for (let step = 1; step < 25; step++) {
    eta = log(mean / (1 - mean)) + (inside * (1 - mean) - outside * mean) / (mean * (1 - mean) * n);
    mean = 1 / (1 + exp(-eta));
    const now = devianceOf(mean);
    const on = far(now, deviance);
    deviance = now;
    if (!on) break;
  }
  return { eta, mean };
}

/** Null where a level's interval needs the rows. `df`: of t. */
export function sharesOfLevels(
  design: SurveyDesign,
  units: Units,
  codes: Codes,
  levels: number,
  df: number,
): readonly SurveyShare[] | null {
  const found = weightsOf(design, units, codes, levels);
  const { n, sum, ofLevel } = found;
  const within = design.calibrated.length === 0 ? null : calibratedCovariance(design, units, { values: null, codes, levels, offset: 0 });
  const varianceOf = (level: number, centre: number): number => {
    if (within === null) return varianceAbout(units, found, levels, level, centre);
    const constant = Float64Array.from({ length: levels }, (_, own) => ((own === level ? 1 : 0) - centre) / sum);
    return within([{ constant, slope: new Float64Array(levels) }])[0]![0]!;
  };
  const every = ofLevel.map((_, level) => level);
  const raise = raisedBy(units, strataWith(units, levels, found.rows, every));
  const known = df > 0;
  const quantile = known ? tQuantile(0.975, df) : NaN;
  const shares: SurveyShare[] = [];
  for (const [level, own] of ofLevel.entries()) {
    const none = { n: own.n, weight: 0, percent: null, se: null, logit: null, wald: null, deff: null };
    if (n === 0) {
      shares.push({ ...none, unweighted: null });
      continue;
    }
    const constant = own.n === 0 || own.n === n;
    const share = constant ? own.n / n : own.sum / sum;
    const variance = constant ? 0 : raise * varianceOf(level, share);
    const se = known ? finite(Math.sqrt(variance)) : null;
    const spread = n > 1 ? (share * (1 - share) * n) / (n - 1) : NaN;
    const simple = (spread * (sum - n)) / (sum * n);
    let logit: SurveyShare['logit'] = null;
    if (known && !constant) {
      const solved = logitOf(found, level);
      if (solved === null) return null;
      const { eta, mean } = solved;
      const half = (quantile * Math.sqrt(raise * varianceOf(level, mean))) / (mean * (1 - mean));
      logit = [100 / (1 + exp(-(eta - half))), 100 / (1 + exp(-(eta + half)))];
    }
    shares.push({
      n: own.n,
      weight: sum * share,
      percent: 100 * share,
      se: se === null ? null : 100 * se,
      logit,
      wald: se === null ? null : [100 * (share - quantile * se), 100 * (share + quantile * se)],
      deff: known && simple > 0 ? finite(variance / simple) : null,
      unweighted: (100 * own.n) / n,
    });
  }
  return shares;
}
