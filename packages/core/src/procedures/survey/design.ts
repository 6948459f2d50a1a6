// How respondents were drawn: weights, strata, primary and second-stage units, populations; and the variance of a total under that design,
// from which every standard error of a weighted study comes. What is estimated is in the files beside it.
import { coding, type Codes } from '../../counts/points.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { marginsOf, SWEEPS, sweptOff } from './cells.ts';

/**
 * What becomes of a stratum with a single unit: its deviation from zero (the grand mean of what is linearised), nothing, or the
 * others' mean.
 */
export type LonelyRule = 'adjust' | 'certainty' | 'average';

/** One stage of sampling. `strata` and `units` are numbered from 0, a number a row; -1 where the row is not in the sample. */
export interface Stage {
  readonly strata: Codes;
  readonly units: Codes;
  /** Units sampled in the stratum of that number. */
  readonly sizes: readonly number[];
  /** Units that the stratum has in the population; null: drawn with replacement, or as good as that. */
  readonly populations: readonly number[] | null;
}

/** Margins that the weights were brought to: residuals of what is linearised are taken within their levels. */
export interface CalibratedMargin {
  /** Level of each row, from 0. */
  readonly levels: Codes;
  /** Weight of each row in the mean of its level. */
  readonly within: Float64Array;
}

export interface SurveyDesign {
  /** One a row; 0 where the row is not in the sample. */
  readonly weights: Float64Array;
  readonly stages: readonly Stage[];
  readonly lonely: LonelyRule;
  readonly calibrated: readonly CalibratedMargin[];
}

export interface DesignInput {
  /** A row without a positive, finite weight is not in the sample. */
  readonly weights: Float64Array;
  /** Codes a row; a code below 0 puts the row out of the sample. */
  readonly strata?: Codes | undefined;
  /**
   * Units of each stage, the first stage first; each row its own unit when there is none. Ids nest in strata, and in units of the
   * stage before.
   */
  readonly clusters?: readonly Codes[] | undefined;
  /** How many units the row's stratum (at later stages: its unit of the stage before) has in the population, by stage. */
  readonly populations?: readonly Float64Array[] | undefined;
  readonly lonely?: LonelyRule | undefined;
}

/** Why a design can say nothing of a population. */
export type DesignFailure =
  | { readonly problem: 'nobody' }
  /** A stratum is said to have fewer units in the population than were sampled, or to have several sizes. `row` is one of it. */
  | { readonly problem: 'population'; readonly row: number; readonly sampled: number; readonly population: number }
  | { readonly problem: 'populations'; readonly row: number; readonly other: number; readonly values: readonly [number, number] };

/** Puts a design together; units are numbered anew within strata, so that an id may come again in another stratum. */
export function surveyDesign(input: DesignInput): SurveyDesign | DesignFailure {
  const { strata, clusters = [], populations = [] } = input;
  const rows = input.weights.length;
  const inSample = (row: number): boolean =>
    input.weights[row]! > 0 &&
    input.weights[row]! < Infinity &&
    (strata === undefined || strata[row]! >= 0) &&
    clusters.every((stage) => stage[row]! >= 0) &&
    populations.every((stage) => !Number.isNaN(stage[row]!));
  const weights = new Float64Array(rows);
  const sampled = new Int8Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    if (!inSample(row)) continue;
    weights[row] = input.weights[row]!;
    sampled[row] = 0;
  }
  if (!sampled.includes(0)) return { problem: 'nobody' };
  const stages: Stage[] = [];
  let within = numbered(sampled, strata ?? sampled);
  for (let at = 0; at < Math.max(1, clusters.length); at++) {
    const above = within;
    const units = numbered(above, clusters[at]);
    const sizes = countUnits(above, units);
    const given = populations[at];
    const found = given === undefined ? null : populationsOf(above, sizes, given);
    if (found !== null && 'problem' in found) return found;
    stages.push({ strata: above, units, sizes, populations: found });
    within = units;
  }
  return { weights, stages, lonely: input.lonely ?? 'adjust', calibrated: [] };
}

/** Pairs that fit in a table are looked up in one. */
const TABLE = 1 << 22;

/** Numbers from 0 for the distinct pairs, in order of appearance; -1 where `outer` is. Without `inner` each row has its own. */
function numbered(outer: Codes, inner: Codes | undefined): Codes {
  const numbers = new Int32Array(outer.length).fill(-1);
  let next = 0;
  if (inner === undefined) {
    for (let row = 0; row < numbers.length; row++) if (outer[row]! >= 0) numbers[row] = next++;
    return numbers;
  }
  const width = largest(inner) + 1;
  const size = (largest(outer) + 1) * width;
  const table = size <= TABLE ? new Int32Array(size).fill(-1) : null;
  const map = new Map<number, number>();
  for (let row = 0; row < numbers.length; row++) {
    if (outer[row]! < 0) continue;
    const pair = outer[row]! * width + inner[row]!;
    const known = table === null ? (map.get(pair) ?? -1) : table[pair]!;
    if (known < 0) {
      if (table === null) map.set(pair, next);
      else table[pair] = next;
    }
    numbers[row] = known < 0 ? next++ : known;
  }
  return numbers;
}

function largest(codes: Codes): number {
  let most = -1;
  for (let row = 0; row < codes.length; row++) if (codes[row]! > most) most = codes[row]!;
  return most;
}

/** Units are numbered as they appear. */
function countUnits(strata: Codes, units: Codes): number[] {
  const sizes: number[] = [];
  let seen = 0;
  for (let row = 0; row < strata.length; row++) {
    if (strata[row]! < 0 || units[row]! < seen) continue;
    seen++;
    sizes[strata[row]!] = (sizes[strata[row]!] ?? 0) + 1;
  }
  return sizes;
}

function populationsOf(strata: Codes, sizes: readonly number[], given: Float64Array): number[] | DesignFailure {
  const found: number[] = [];
  const first: number[] = [];
  for (let row = 0; row < strata.length; row++) {
    const stratum = strata[row]!;
    if (stratum < 0) continue;
    const own = given[row]!;
    if (found[stratum] === undefined) {
      if (own < sizes[stratum]!) return { problem: 'population', row, sampled: sizes[stratum]!, population: own };
      found[stratum] = own;
      first[stratum] = row;
    } else if (found[stratum] !== own) return { problem: 'populations', row, other: first[stratum]!, values: [own, found[stratum]] };
  }
  return found;
}

/** Rows of the first stage's strata that have one sampled unit and not all of the population: their variance cannot be estimated. */
export function lonelyStrata(design: SurveyDesign): readonly { readonly row: number; readonly stratum: number }[] {
  const { strata, sizes, populations } = design.stages[0]!;
  return sizes.flatMap((size, stratum) =>
    size > 1 || (populations !== null && populations[stratum]! <= 1) ? [] : [{ row: strata.indexOf(stratum), stratum }],
  );
}

export interface DesignSize {
  readonly strata: number;
  readonly psus: number;
  /** PSUs − strata. */
  readonly df: number;
}

/**
 * Units and strata with a row among `members` (all rows when left out), and the degrees of freedom of t (SPSS CSDESCRIPTIVES, R's
 * degf).
 */
export function designSize(design: SurveyDesign, members?: Uint8Array): DesignSize {
  const { strata, units } = design.stages[0]!;
  const [seenStrata, seenUnits] = [new Uint8Array(largest(strata) + 1), new Uint8Array(largest(units) + 1)];
  for (let row = 0; row < strata.length; row++) {
    if (strata[row]! < 0 || (members !== undefined && members[row] !== 1)) continue;
    seenStrata[strata[row]!] = 1;
    seenUnits[units[row]!] = 1;
  }
  const [seen, psus] = [seenStrata, seenUnits].map((all) => all.reduce((count, one) => count + one, 0)) as [number, number];
  return { strata: seen, psus, df: psus - seen };
}

/** Rows that are in the sample and, with `members`, in the domain. */
export function sampledRows(design: SurveyDesign, members?: Uint8Array): Uint8Array {
  return Uint8Array.from(design.weights, (weight, row) => (weight > 0 && (members === undefined || members[row] === 1) ? 1 : 0));
}

/**
 * Covariances of the totals of `influence`, weighted values that are 0 outside a domain (one array a total, one value a row):
 * Σ over strata of (1 − n/N)·n/(n − 1)·Σ (zᵢ − z̄)(zᵢ − z̄)′ over the n sampled units, plus n/N times the same within each unit when
 * later stages have populations (Taylor linearisation; Wolter 2007, Introduction to Variance Estimation, 2nd ed., sections 1.4 and 6.3;
 * Särndal, Swensson & Wretman 1992, result 4.3.1; as R's survey::svyrecvar). `members`: the domain, whose strata the rule `average` is
 * about.
 */
export function taylor(design: SurveyDesign, influence: readonly Float64Array[], members?: Uint8Array): number[][] {
  const p = influence.length;
  const values = withinMargins(design, influence);
  const variance = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
  const rows = design.weights.length;
  // n/N of all stages before, by unit.
  let shares: Float64Array | null = null;
  for (const [at, stage] of design.stages.entries()) {
    if (at > 0 && shares === null) break;
    const { ofUnits, order, starts } = unitTotals(stage, values);
    const inDomain = new Uint8Array(stage.sizes.length);
    for (let row = 0; row < rows; row++)
      if (stage.strata[row]! >= 0 && (members === undefined || members[row] === 1)) inDomain[stage.strata[row]!] = 1;
    const own = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
    let lonely = 0;
    for (let stratum = 0; stratum < stage.sizes.length; stratum++) {
      const [first, end] = [starts[stratum]!, starts[stratum + 1]!];
      if (first === end) continue;
      const n = stage.sizes[stratum]!;
      const population = stage.populations?.[stratum] ?? Infinity;
      const factor = (population === Infinity ? 1 : (population - n) / population) * (at === 0 ? 1 : shares![stratum]!);
      if (population !== Infinity && (population - n) / population < 1e-7) continue;
      if (n === 1 && design.lonely !== 'adjust') {
        if (design.lonely === 'average' && inDomain[stratum] === 1) lonely += 1;
        continue;
      }
      const scale = n > 1 ? (factor * n) / (n - 1) : factor;
      const units = order.subarray(first, end);
      const centre = ofUnits.map((totals) => (n > 1 ? sumOver(units, totals) / n : 0));
      for (let i = 0; i < p; i++)
        for (let j = 0; j <= i; j++)
          own[i]![j] = addProducts(own[i]![j]!, units, scale, [ofUnits[i]!, centre[i]!], [ofUnits[j]!, centre[j]!]);
    }
    const among = inDomain.reduce((count, one) => count + one, 0);
    const raise = lonely > 0 && among > lonely ? among / (among - lonely) : 1;
    for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) variance[i]![j] = variance[j]![i] = variance[i]![j]! + raise * own[i]![j]!;
    shares = nextShares(stage, shares);
  }
  return variance;
}

/** By unit of the stage: n/N of its stratum times that of the stages before; null where a population is not known. */
function nextShares(stage: Stage, before: Float64Array | null): Float64Array | null {
  if (stage.populations === null) return null;
  const shares: number[] = [];
  for (let row = 0; row < stage.units.length; row++) {
    const [unit, stratum] = [stage.units[row]!, stage.strata[row]!];
    if (unit >= 0) shares[unit] ??= (stage.sizes[stratum]! / stage.populations[stratum]!) * (before?.[stratum] ?? 1);
  }
  return Float64Array.from(shares);
}

/** Totals of each unit, and the units of each stratum in their order: `order` from `starts[stratum]` to before that of the next. */
function unitTotals(
  stage: Stage,
  values: readonly Float64Array[],
): { readonly ofUnits: readonly Float64Array[]; readonly order: Int32Array; readonly starts: Int32Array } {
  const { units, strata, sizes } = stage;
  const count = largest(units) + 1;
  const stratum = new Int32Array(count).fill(-1);
  for (let row = 0; row < units.length; row++) if (units[row]! >= 0) stratum[units[row]!] = strata[row]!;
  const ofUnits = values.map((column) => {
    const totals = new Float64Array(count);
    for (let row = 0; row < units.length; row++) if (units[row]! >= 0) totals[units[row]!] = totals[units[row]!]! + column[row]!;
    return totals;
  });
  const starts = new Int32Array(sizes.length + 1);
  for (const own of stratum) if (own >= 0) starts[own + 1] = starts[own + 1]! + 1;
  for (let at = 0; at < sizes.length; at++) starts[at + 1] = starts[at + 1]! + starts[at]!;
  const next = starts.slice();
  const order = new Int32Array(starts[sizes.length]!);
  for (const [unit, own] of stratum.entries()) {
    if (own < 0) continue;
    order[next[own]!] = unit;
    next[own] = next[own]! + 1;
  }
  return { ofUnits, order, starts };
}

function sumOver(units: Int32Array, totals: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < units.length; at++) sum += totals[units[at]!]!;
  return sum;
}

type Centred = readonly [totals: Float64Array, centre: number];

/** Adds scale·(a − ā)(b − b̄) of each unit. */
function addProducts(to: number, units: Int32Array, scale: number, [a, ofA]: Centred, [b, ofB]: Centred): number {
  let total = to;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    total += scale * (a[unit]! - ofA) * (b[unit]! - ofB);
  }
  return total;
}

/** What the margins that the weights meet leave of the influence, since a total of a margin does not vary any more. */
function withinMargins(design: SurveyDesign, influence: readonly Float64Array[]): readonly Float64Array[] {
  const { calibrated, weights } = design;
  if (calibrated.length === 0) return influence;
  if (weights.length >= coding.from) return withinCells(design, influence);
  return influence.map((given) => {
    const rest = Float64Array.from(given, (value, row) => (weights[row]! > 0 ? value / weights[row]! : 0));
    for (let sweep = 0; sweep < (calibrated.length === 1 ? 1 : SWEEPS); sweep++)
      for (const { levels, within } of calibrated) {
        const sums: number[] = [];
        const bases: number[] = [];
        for (let row = 0; row < rest.length; row++) {
          const level = levels[row]!;
          if (!(weights[row]! > 0)) continue;
          sums[level] = (sums[level] ?? 0) + within[row]! * rest[row]!;
          bases[level] = (bases[level] ?? 0) + within[row]!;
        }
        for (let row = 0; row < rest.length; row++)
          if (weights[row]! > 0) rest[row] = rest[row]! - sums[levels[row]!]! / bases[levels[row]!]!;
      }
    return rest.map((value, row) => value * weights[row]!);
  });
}

/** The same by cells of the margins, whose rows have the same taken off: two looks at the rows. */
function withinCells(design: SurveyDesign, influence: readonly Float64Array[]): readonly Float64Array[] {
  const { calibrated, weights } = design;
  const { cells, bases } = marginsOf(design);
  const same = calibrated.every(({ within }) => within === calibrated[0]!.within);
  return influence.map((given) => {
    const totals = (same ? calibrated.slice(0, 1) : calibrated).map(({ within }) => {
      const own = new Float64Array(cells.count);
      for (let row = 0; row < given.length; row++) {
        const cell = cells.of[row]!;
        if (cell >= 0) own[cell] = own[cell]! + (within[row]! * given[row]!) / weights[row]!;
      }
      return own;
    });
    const off = sweptOff(
      cells,
      calibrated.map((_, at) => totals[same ? 0 : at]!),
      bases,
    );
    return given.map((value, row) => (cells.of[row]! < 0 ? 0 : value - off[cells.of[row]!]! * weights[row]!));
  });
}

/** c′Vc′ of a contrast. */
export function contrastVariance(covariance: Matrix, contrast: readonly number[]): number {
  return contrast.reduce((sum, a, i) => sum + a * contrast.reduce((own, b, j) => own + b * covariance[i]![j]!, 0), 0);
}
