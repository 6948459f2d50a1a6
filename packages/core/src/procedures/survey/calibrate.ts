// Weights brought to what is known of the population: post-stratification to one margin, raking to several.
import { coding, type Codes } from '../../counts/points.ts';
import { sum } from '../../numerics/sums.ts';
import { cellsOf, sumsByCell } from './cells.ts';
import type { SurveyDesign } from './design.ts';

export interface Margin {
  /** Level of each row, from 0; -1 where it is missing. */
  readonly codes: Codes;
  /** Population of each level. */
  readonly populations: readonly number[];
}

export interface Calibrated {
  readonly design: SurveyDesign;
  readonly iterations: number;
  /** Largest relative distance of a margin's level from its population. */
  readonly distance: number;
}

export type CalibrationFailure =
  /** A level of the population without a case, or cases without a population. */
  | { readonly problem: 'empty'; readonly margin: number; readonly level: number }
  | { readonly problem: 'unpopulated'; readonly margin: number; readonly level: number }
  /** Margins of populations that differ in size. */
  | { readonly problem: 'totals'; readonly totals: readonly [number, number] }
  | { readonly problem: 'missing'; readonly margin: number; readonly rows: number }
  | { readonly problem: 'diverges'; readonly distance: number };

const ITERATIONS = 2000;

/**
 * Iterative proportional fitting of the weights to the margins in turn (Deming & Stephan 1940, Annals of Mathematical Statistics
 * 11:427–444) until no level is off by more than 1e-14 of its population; one margin is post-stratification. What is estimated afterwards
 * varies around the margins only: `taylor` takes residuals within their levels, those of one margin weighted by the weights as they were
 * (Särndal, Swensson & Wretman 1992, section 7.6), of several unweighted in turn (R's survey::rake, whose numbers these are).
 */
export function calibrate(design: SurveyDesign, margins: readonly Margin[]): Calibrated | CalibrationFailure {
  const start = design.weights;
  for (const [at, { codes, populations }] of margins.entries()) {
    let missing = 0;
    const found = populations.map(() => 0);
    for (let row = 0; row < codes.length; row++) {
      if (!(start[row]! > 0)) continue;
      if (codes[row]! < 0) missing += 1;
      else found[codes[row]!] = found[codes[row]!]! + 1;
    }
    if (missing > 0) return { problem: 'missing', margin: at, rows: missing };
    for (const [level, count] of found.entries()) {
      if (count === 0 && populations[level]! > 0) return { problem: 'empty', margin: at, level };
      if (count > 0 && !(populations[level]! > 0)) return { problem: 'unpopulated', margin: at, level };
    }
  }
  const totals = margins.map(({ populations }) => sum(populations));
  const off = totals.findIndex((total) => Math.abs(total - totals[0]!) > 1e-6 * totals[0]!);
  if (off > 0) return { problem: 'totals', totals: [totals[0]!, totals[off]!] };
  const byCell = start.length < coding.from ? null : cellsWith(start, margins);
  const weights = byCell?.weights ?? Float64Array.from(start);
  const own = byCell?.margins ?? margins;
  let distance = Infinity;
  let best = Infinity;
  let iterations = 0;
  while (iterations < ITERATIONS && distance > 1e-14) {
    iterations += 1;
    for (const margin of own) fit(weights, margin);
    distance = Math.max(...own.map((margin) => distanceFrom(weights, margin)));
    // Rounding keeps it from coming nearer.
    if (iterations > 50 && distance >= best && best < 1e-12) break;
    best = Math.min(best, distance);
  }
  if (!(distance < 1e-9)) return { problem: 'diverges', distance };
  const within = margins.length === 1 ? start : start.map((weight) => (weight > 0 ? 1 : 0));
  return {
    design: { ...design, weights: byCell?.spread(weights) ?? weights, calibrated: margins.map(({ codes }) => ({ levels: codes, within })) },
    iterations,
    distance,
  };
}

/** The rows of a cell of the margins keep their shares of it: cells in the place of rows, and what these become. */
function cellsWith(start: Float64Array, margins: readonly Margin[]) {
  const cells = cellsOf(
    margins.map((one) => one.codes),
    start,
  );
  const before = sumsByCell(cells, start);
  return {
    weights: before.slice(),
    margins: margins.map((one, at) => ({ ...one, codes: cells.levels[at]! })),
    spread: (weights: Float64Array): Float64Array => {
      const factors = weights.map((weight, cell) => weight / before[cell]!);
      return start.map((weight, row) => (cells.of[row]! < 0 ? weight : weight * factors[cells.of[row]!]!));
    },
  };
}

function sumsBy(weights: Float64Array, { codes, populations }: Margin): number[] {
  const sums = populations.map(() => 0);
  for (let row = 0; row < codes.length; row++) if (weights[row]! > 0) sums[codes[row]!] = sums[codes[row]!]! + weights[row]!;
  return sums;
}

function fit(weights: Float64Array, margin: Margin): void {
  const sums = sumsBy(weights, margin);
  for (let row = 0; row < weights.length; row++)
    if (weights[row]! > 0) weights[row] = (weights[row]! * margin.populations[margin.codes[row]!]!) / sums[margin.codes[row]!]!;
}

function distanceFrom(weights: Float64Array, margin: Margin): number {
  return Math.max(
    ...sumsBy(weights, margin).map((value, level) =>
      margin.populations[level]! > 0 ? Math.abs(value / margin.populations[level]! - 1) : 0,
    ),
  );
}
