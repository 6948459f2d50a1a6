// The component structures of two studies compared: congruence, rotation to the original, items that moved, with bootstrap intervals.
import { isConstant } from '../../numerics/constant.ts';
import { coding } from '../../counts/points.ts';
import { timesMoments, wholeColumns } from '../../counts/whole.ts';
import { correlationOf, momentsOf, weightedMomentsOf, type Moments } from '../../moments/moments.ts';
import { listwiseColumns } from '../../moments/rows.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { tellPart } from '../../numerics/parts.ts';
import { seededRandom, type SeededRandom } from '../../numerics/random.ts';
import { solutionOf, type Solution, type SolutionRule } from './solution.ts';
import { intervalOf, type IntervalEstimate } from '../../procedures/congruence/interval.ts';
import {
  congruence,
  congruenceBand,
  congruenceMatrix,
  matchColumns,
  type ColumnMatch,
  type CongruenceBand,
} from '../../procedures/congruence/tucker.ts';
import { procrustes } from '../../procedures/congruence/procrustes.ts';

export interface StructureOptions {
  readonly components: number;
  readonly rule: SolutionRule;
  /** Bootstrap replications; 0 for none. */
  readonly replications: number;
  readonly seed: number;
  readonly confidence?: number;
  /** A difference between loadings counts from here on; .20 unless said. */
  readonly salient?: number;
  /** The original's loadings as it names and orders them; computed from its columns when absent. */
  readonly originalLoadings?: Matrix;
}

export interface ComponentCongruence {
  /** After matching and signs; null without a partner. */
  readonly phi: number | null;
  readonly band: CongruenceBand | null;
  readonly interval: IntervalEstimate | null;
  /** After rotation of the whole solution to the original. */
  readonly rotatedPhi: number | null;
  readonly rotatedBand: CongruenceBand | null;
  readonly rotatedInterval: IntervalEstimate | null;
}

export interface ItemComparison {
  readonly item: string;
  /** Where its largest loading is: in the original, and in the other study rotated to the original. */
  readonly home: number;
  readonly otherHome: number;
  /** φ of its loadings across components (an item's congruence: McCrae et al. 1996). */
  readonly congruence: number | null;
  /** In the other study, its |loading| at home less the largest elsewhere: below 0 when it has left. */
  readonly lead: number;
  readonly leadInterval: IntervalEstimate | null;
  /**
   * Established when the interval of the lead lies below 0 and the original's lies above; possible when only the lead itself is below 0.
   */
  readonly moved: 'no' | 'possible' | 'established';
  /** Other (rotated) minus original, a component. `salient`: at least the limit, with an interval that leaves out 0. */
  readonly differences: readonly { readonly difference: number; readonly interval: IntervalEstimate | null; readonly salient: boolean }[];
}

export interface StructureComparison {
  readonly n: readonly [number, number];
  readonly original: Matrix;
  /** The other's own solution, matched and signed; how its columns were matched. */
  readonly matched: Matrix;
  readonly match: Pick<ColumnMatch, 'columns' | 'signs'>;
  /** Every pair of columns, before matching: original × other. */
  readonly matrix: readonly (readonly (number | null)[])[];
  /** The other's solution rotated orthogonally to the original's. */
  readonly rotated: Matrix;
  readonly rotation: Matrix;
  readonly rootMeanSquare: number;
  readonly components: readonly ComponentCongruence[];
  readonly items: readonly ItemComparison[];
  readonly bootstrap: { readonly replications: number; readonly usable: number; readonly seed: number; readonly confidence: number } | null;
}

export type StructureFailure =
  | { readonly problem: 'too-few-cases'; readonly study: 'original' | 'other'; readonly n: number }
  | { readonly problem: 'constant-item'; readonly study: 'original' | 'other'; readonly items: readonly string[] }
  /** No proper factors, or none that converge. */
  | { readonly problem: 'no-solution'; readonly study: 'original' | 'other' }
  | { readonly problem: 'too-many-components'; readonly components: number; readonly items: number };

/**
 * The first factors, extracted and rotated; null when an item does not vary or there is no proper solution. With `counts`, each row counts
 * so many times.
 */
export function solutionOfColumns(
  columns: readonly Float64Array[],
  components: number,
  rule: SolutionRule,
  counts?: Float64Array,
): Solution['turned'] | null {
  return turnedOf(counts === undefined ? momentsOf(columns) : weightedMomentsOf(columns, counts), components, rule);
}

function turnedOf(moments: Moments, components: number, rule: SolutionRule): Solution['turned'] | null {
  const correlation = correlationOf(moments);
  if (correlation.some((row) => row.some(Number.isNaN))) return null;
  const solution = solutionOf(rule, correlation, components);
  return 'failed' in solution ? null : solution.turned;
}

/** Its loadings alone. */
export const structureOf = (...given: Parameters<typeof solutionOfColumns>): number[][] | null =>
  solutionOfColumns(...given)?.loadings ?? null;

/**
 * Compares the components of the same items in two studies (columns in the same order; rows with a missing answer are left out). The
 * other's columns are matched to the original's, then the whole solution is rotated to it (target rotation; McCrae, Zonderman, Costa,
 * Bond & Paunonen 1996, Journal of Personality and Social Psychology 70:552–566). Intervals are percentiles (R's type 7) of the bootstrap:
 * respondents are drawn within each study, both solutions computed anew and matched to the original's. Samples differ from
 * each other by chance alone, so bootstrapped congruences lie a little below the observed one.
 */
export function compareStructures(
  items: readonly string[],
  original: readonly Float64Array[],
  other: readonly Float64Array[],
  options: StructureOptions,
): StructureComparison | StructureFailure {
  const { components, rule, replications, seed } = options;
  const confidence = options.confidence ?? 0.95;
  const [first, second] = [listwiseColumns(original), listwiseColumns(other)];
  if (components < 1 || components > items.length) return { problem: 'too-many-components', components, items: items.length };
  for (const [study, columns] of [
    ['original', first],
    ['other', second],
  ] as const) {
    const n = columns[0]?.length ?? 0;
    if (n <= items.length) return { problem: 'too-few-cases', study, n };
    const constant = items.filter((_, i) => isConstant(columns[i]!));
    if (constant.length > 0) return { problem: 'constant-item', study, items: constant };
  }
  const reference = options.originalLoadings ?? structureOf(first, components, rule);
  const own = structureOf(second, components, rule);
  if (reference === null || own === null) return { problem: 'no-solution', study: reference === null ? 'original' : 'other' };
  const point = compared(reference, own);
  const draws = bootstrap(reference, first, second, options);
  const between = (values: readonly number[]): IntervalEstimate | null => intervalOf(values, confidence);
  const rows = draws.length === 0 ? null : draws;
  return {
    n: [first[0]!.length, second[0]!.length],
    original: reference,
    matched: point.match.loadings,
    match: { columns: point.match.columns, signs: point.match.signs },
    matrix: congruenceMatrix(reference, own),
    rotated: point.rotated,
    rotation: point.rotation,
    rootMeanSquare: point.rootMeanSquare,
    components: point.match.phi.map((phi, k) => ({
      phi,
      band: congruenceBand(phi),
      interval: rows && between(rows.flatMap((draw) => draw.phi[k] ?? [])),
      rotatedPhi: point.rotatedPhi[k]!,
      rotatedBand: congruenceBand(point.rotatedPhi[k]!),
      rotatedInterval: rows && between(rows.flatMap((draw) => draw.rotatedPhi[k] ?? [])),
    })),
    items: items.map((item, i) => itemComparison(item, i, reference, point.rotated, rows, between, options.salient ?? 0.2)),
    bootstrap: replications === 0 ? null : { replications, usable: draws.length, seed, confidence },
  };
}

interface Compared {
  readonly match: ColumnMatch;
  readonly phi: readonly (number | null)[];
  readonly rotated: number[][];
  readonly rotation: Matrix;
  readonly rootMeanSquare: number;
  readonly rotatedPhi: readonly (number | null)[];
}
interface Draw {
  readonly phi: readonly (number | null)[];
  readonly rotatedPhi: readonly (number | null)[];
  readonly original: Matrix;
  readonly rotated: Matrix;
}

function compared(reference: Matrix, own: Matrix): Compared {
  const match = matchColumns(reference, own);
  // Both have as many columns and hold numbers: the rotation exists.
  const turned = procrustes(own, reference)!;
  const column = (matrix: Matrix, k: number): number[] => matrix.map((row) => row[k]!);
  return {
    match,
    phi: match.phi,
    rotated: turned.loadings,
    rotation: turned.rotation,
    rootMeanSquare: turned.rootMeanSquare,
    rotatedPhi: reference[0]!.map((_, k) => congruence(column(reference, k), column(turned.loadings, k))),
  };
}

function bootstrap(reference: Matrix, first: readonly Float64Array[], second: readonly Float64Array[], options: StructureOptions): Draw[] {
  const random = seededRandom(options.seed);
  const draws: Draw[] = [];
  const [ofFirst, ofSecond] = [resampled(first, options), resampled(second, options)];
  for (let replication = 0; replication < options.replications; replication++) {
    tellPart(replication, options.replications);
    const original = ofFirst(drawn(first[0]!.length, random));
    const other = ofSecond(drawn(second[0]!.length, random));
    // A sample in which an item does not vary has no correlations; how many were usable is reported.
    if (original === null || other === null) continue;
    const turned = matchColumns(reference, original).loadings;
    const found = compared(turned, other);
    draws.push({ phi: found.phi, rotatedPhi: found.rotatedPhi, original: turned, rotated: found.rotated });
  }
  return draws;
}

/** The loadings of a sample that was drawn from some respondents. Many respondents' whole answers are added up as whole numbers. */
function resampled(columns: readonly Float64Array[], { components, rule }: StructureOptions): (counts: Float64Array) => number[][] | null {
  const whole = columns[0]!.length < coding.from ? null : wholeColumns(columns);
  return (counts) => {
    const moments = whole === null ? null : timesMoments(whole, counts);
    return moments === null ? structureOf(columns, components, rule, counts) : (turnedOf(moments, components, rule)?.loadings ?? null);
  };
}

/** How often each of n respondents is drawn in n draws with replacement. */
function drawn(n: number, random: SeededRandom): Float64Array {
  const counts = new Float64Array(n);
  for (let draw = 0; draw < n; draw++) {
    const row = random.integer(n);
    counts[row] = counts[row]! + 1;
  }
  return counts;
}

function itemComparison(
  item: string,
  i: number,
  reference: Matrix,
  rotated: Matrix,
  draws: readonly Draw[] | null,
  between: (values: readonly number[]) => IntervalEstimate | null,
  limit: number,
): ItemComparison {
  const home = largest(reference[i]!);
  const lead = leadOf(rotated[i]!, home);
  const leadInterval = draws && between(draws.map((draw) => leadOf(draw.rotated[i]!, home)));
  const originalLead = draws && between(draws.map((draw) => leadOf(draw.original[i]!, home)));
  const differences = reference[i]!.map((value, k) => {
    const difference = rotated[i]![k]! - value;
    const interval = draws && between(draws.map((draw) => draw.rotated[i]![k]! - draw.original[i]![k]!));
    return { difference, interval, salient: Math.abs(difference) >= limit && interval !== null && (interval.low > 0 || interval.high < 0) };
  });
  const established = leadInterval !== null && originalLead !== null && leadInterval.high < 0 && originalLead.low > 0;
  return {
    item,
    home,
    otherHome: largest(rotated[i]!),
    congruence: congruence(reference[i]!, rotated[i]!),
    lead,
    leadInterval,
    moved: lead >= 0 ? 'no' : established ? 'established' : 'possible',
    differences,
  };
}

function largest(values: readonly number[]): number {
  return values.reduce((best, value, k) => (Math.abs(value) > Math.abs(values[best]!) ? k : best), 0);
}

/** With one component there is nowhere else to go: its own loading. */
function leadOf(values: readonly number[], home: number): number {
  return Math.abs(values[home]!) - Math.max(0, ...values.filter((_, k) => k !== home).map(Math.abs));
}
