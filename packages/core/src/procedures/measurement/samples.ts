// What a measurement model is fitted to: moments of complete cases, or of those who answered the same items together with what the
// saturated model makes of them; or everything that forbids a fit.
import { log } from '../../numerics/exponential.ts';
import { choleskyFactor } from '../../numerics/linear-algebra.ts';
import { listwiseColumns } from '../../moments/rows.ts';
import { floatsOf, type Values } from '../../counts/points.ts';
import { missingIn, momentsOfValues, pointsAmong } from '../../counts/values.ts';
import { momentsOf, type Moments } from '../../moments/moments.ts';
import { once } from '../../numerics/once.ts';
import { estimate } from './estimate.ts';
import type { AnswerPattern, GroupSample } from './likelihood.ts';
import type { FactorTable } from './table.ts';

export type SampleProblem =
  | { readonly problem: 'too-few-cases'; readonly n: number; readonly needed: number }
  | { readonly problem: 'constant-item'; readonly item: string }
  /** The covariances cannot be inverted; `item` is the first that the ones before it determine. */
  | { readonly problem: 'singular'; readonly item: string }
  /** Nobody answered both items. */
  | { readonly problem: 'never-together'; readonly items: readonly [string, string] };

export interface MeasurementSample {
  readonly sample: GroupSample;
  /** Sums of complete cases; null where answers are missing. */
  readonly moments: Moments | null;
  /** Of the cases that are used, in their order: made when somebody asks for them. */
  readonly columns: () => readonly Float64Array[];
  readonly logLikelihood: number;
}

export type Sampled = MeasurementSample | { readonly problem: SampleProblem };

/** Complete cases, covariances over n. */
export function completeSample(items: readonly string[], given: readonly Values[]): Sampled {
  const columns = once(() => {
    const every = given.map(floatsOf);
    return pointsAmong(given) !== null && given.every((column) => missingIn(column) === 0) ? every : listwiseColumns(every);
  });
  const moments = pointsAmong(given) === null ? momentsOf(columns()) : momentsOfValues(given);
  const { n } = moments;
  if (n <= items.length) return { problem: { problem: 'too-few-cases', n, needed: items.length + 1 } };
  const constant = items.find((_, i) => !(moments.cross[i]![i]! > 0));
  if (constant !== undefined) return { problem: { problem: 'constant-item', item: constant } };
  const covariance = moments.cross.map((row) => row.map((value) => value / n));
  const lower = choleskyFactor(covariance);
  if (lower === null) return { problem: { problem: 'singular', item: determined(items, covariance) } };
  const logDeterminant = lower.reduce((sum, row, i) => sum + 2 * log(row[i]!), 0);
  return {
    sample: { name: '', n, means: moments.means, covariance, logDeterminant },
    moments,
    columns,
    logLikelihood: -0.5 * n * (items.length * (log(2 * Math.PI) + 1) + logDeterminant),
  };
}

/** The first item that those before it determine. */
function determined(items: readonly string[], covariance: readonly (readonly number[])[]): string {
  const at = items.findIndex((_, k) => choleskyFactor(covariance.slice(0, k + 1).map((row) => row.slice(0, k + 1))) === null);
  return items[Math.max(0, at)]!;
}

/**
 * All cases with at least one answer, those who answered the same items together; means and covariances are the maximum-likelihood ones of
 * the saturated model (Little & Rubin 2002, Statistical Analysis with Missing Data, chapter 11), found by Fisher scoring.
 */
export function incompleteSample(items: readonly string[], columns: readonly Float64Array[]): Sampled {
  const rows = [...(columns[0] ?? []).keys()].filter((row) => columns.some((column) => !Number.isNaN(column[row]!)));
  const used = columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
  if (rows.length <= items.length) return { problem: { problem: 'too-few-cases', n: rows.length, needed: items.length + 1 } };
  const alone = used.map((column) => momentsOf([column.filter((value) => !Number.isNaN(value))]));
  const constant = items.find((_, i) => !(alone[i]!.cross[0]![0]! > 0));
  if (constant !== undefined) return { problem: { problem: 'constant-item', item: constant } };
  for (let i = 0; i < items.length; i++)
    for (let j = 0; j < i; j++)
      if (rows.every((_, row) => Number.isNaN(used[i]![row]!) || Number.isNaN(used[j]![row]!)))
        return { problem: { problem: 'never-together', items: [items[j]!, items[i]!] } };
  const patterns = patternsOf(used);
  const table = saturatedTable(items);
  const means = alone.map((one) => one.means[0]!);
  const variances = alone.map((one) => one.cross[0]![0]! / one.n);
  const diagonal = variances.map((value, i) => variances.map((_, j) => (i === j ? value : 0)));
  const before: GroupSample = { name: '', n: rows.length, means, covariance: diagonal, logDeterminant: 0, patterns };
  const start = table.slots.map((slot) =>
    slot.kind === 'intercept' ? means[slot.item]! : slot.kind === 'residual' && slot.item === slot.other ? variances[slot.item]! : 0,
  );
  const found = estimate(table, [before], start);
  if (found === null || !found.converged) return { problem: { problem: 'singular', item: items.at(-1)! } };
  const { implied, impliedMeans } = found.states[0]!;
  const constants = patterns.reduce((sum, pattern) => sum + pattern.n * pattern.items.length * log(2 * Math.PI), 0);
  return {
    sample: { ...before, means: impliedMeans, covariance: implied, logDeterminant: found.discrepancy },
    moments: null,
    columns: () => used,
    logLikelihood: -0.5 * (constants + rows.length * found.discrepancy),
  };
}

function patternsOf(columns: readonly Float64Array[]): AnswerPattern[] {
  const rows = new Map<string, { items: number[]; rows: number[] }>();
  for (let row = 0; row < columns[0]!.length; row++) {
    const items = [...columns.keys()].filter((i) => !Number.isNaN(columns[i]![row]!));
    const known = rows.get(items.join());
    if (known === undefined) rows.set(items.join(), { items, rows: [row] });
    else known.rows.push(row);
  }
  return [...rows.values()].map(({ items, rows: own }) => {
    const { n, means, cross } = momentsOf(items.map((i) => Float64Array.from(own, (row) => columns[i]![row]!)));
    return { items, n, means, covariance: cross.map((row) => row.map((value) => value / n)) };
  });
}

/** Every variance, covariance and mean free. */
export function saturatedTable(items: readonly string[]): FactorTable {
  const slots = [
    ...items.flatMap((_, item) =>
      Array.from({ length: item + 1 }, (_unused, other) => ({ kind: 'residual' as const, item: other, other: item })),
    ),
    ...items.map((_, item) => ({ kind: 'intercept' as const, item })),
  ];
  return { items, factors: [], slots, index: [[...slots.keys()]], fixed: [slots.map(() => 0)], parameters: slots.length };
}
