// A regression whose rows are elsewhere: least squares from the moments of predictors and outcome, which counts give to the last digit.
// What needs residuals row by row is not there, and whoever reads it is told so.
import type { Codes } from '../../counts/points.ts';
import { correlationOf, momentsOf } from '../../moments/moments.ts';
import { meanSubstituted } from '../../moments/substitution.ts';
import { atOrigin, dependentAmong, linearFitFromCorrelations, type FitFailure, type LinearFit } from '../../procedures/regression/ols.ts';
import { chiSquareUpper } from '../../numerics/distributions.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { once } from '../../numerics/once.ts';
import { square } from '../../numerics/powers.ts';
import { columnIn, levelsOf, linearOf, type Levels } from '../../rowless/columns.ts';
import { combined } from '../../rowless/linear.ts';
import { productOfColumns } from '../../rowless/products.ts';
import { residualSums, type ResidualSums } from '../../rowless/residuals.ts';
import { EVERY } from '../../rowless/source.ts';
import { lackingFields, NEEDS_ROWS, NeedsRows, orReason } from '../../rowless/needs-rows.ts';
import { withErrors } from './errors.ts';
import type { RegressionJob } from './job.ts';
import type { Design } from './job-design.ts';
import { slopesOf, type Slopes } from './moderation.ts';
import { fitSteps, type Step } from './steps.ts';
import { tolerable } from './tolerance.ts';

/** Below it what is left of the outcome is the rounding of sums: whether a fit is perfect only rows can tell. */
const ROUNDING = 1e-9;

export function fitOfCounts(given: {
  readonly design: Design;
  readonly y: Float64Array;
  readonly job: Pick<RegressionJob, 'missing' | 'errors' | 'confidence' | 'center' | 'slopes'>;
  readonly groups: Codes | null;
}): { readonly fit: LinearFit | FitFailure; readonly filled: number; readonly steps: readonly Step[]; readonly slopes: Slopes | null } {
  const { design, y, job, groups } = given;
  const robust = job.errors.kind.startsWith('hc');
  const tested = robust || job.errors.kind === 'classical' || job.errors.kind === 'cluster' || job.errors.kind === 'cr2';
  if (job.slopes !== undefined && !tested) throw new NeedsRows();
  const substituted = job.missing === 'mean' ? meanSubstituted([y]) : null;
  const filled = design.filled + (substituted?.filled[0] ?? 0);
  const terms = design.used.map((column) => column.text);
  const clusters = groups === null ? null : levelsOf(groups)!;
  // Who belongs to no cluster takes no part.
  const plain = [...design.columns, substituted?.columns[0] ?? y].map((column) =>
    clusters === null ? column : columnIn(linearOf(column)!, { ...EVERY, complete: [clusters.category] }, true),
  );
  const centre = job.center ?? [];
  const { all, means } = centre.length === 0 ? { all: plain, means: new Map<string, number>() } : centredWithin(design, plain, centre);
  const moments = momentsOf(all);
  const none = { filled, steps: [], slopes: null };
  const { n } = moments;
  const k = terms.length;
  if (n < k + 2) return { fit: { problem: 'too-few', n, parameters: k + 1 }, ...none };
  if (moments.cross[k]![k] === 0) return { fit: { problem: 'constant-outcome', n }, ...none };
  const still = terms.findIndex((_, j) => moments.cross[j]![j] === 0);
  if (still >= 0) return { fit: { problem: 'collinear', term: terms[still]!, on: [] }, ...none };
  const correlation = correlationOf(moments);
  const dependent = dependentAmong(correlation, terms);
  if (dependent !== null) return { fit: dependent, ...none };
  const sds = moments.cross.map((row, i) => Math.sqrt(row[i]! / (n - 1)));
  const byCluster = once(() => (clusters === null ? null : momentsByCluster(all, clusters, moments.means)));
  const fitOf = (size: number): LinearFit | FitFailure => {
    const used = [...terms.keys()].slice(0, size).concat(k);
    const found = linearFitFromCorrelations({
      correlation: used.map((i) => used.map((j) => correlation[i]![j]!)),
      means: used.map((i) => moments.means[i]!),
      sds: used.map((i) => sds[i]!),
      n,
      terms: terms.slice(0, size),
      confidence: job.confidence,
    });
    if ('problem' in found) return found;
    if (found.r2 === null || 1 - found.r2 < ROUNDING) throw new NeedsRows();
    const offsets = moments.means.slice(0, size);
    const weighed = (kind: string): ResidualSums =>
      residualSums(kind, {
        x: all.slice(0, size).map((column) => linearOf(column)!),
        cases: all.map((column) => linearOf(column)!),
        means: offsets,
        y: linearOf(all[k]!)!,
        // The intercept where predictors are at their means is the outcome's mean.
        b: [moments.means[k]!, ...found.coefficients.slice(1).map(({ b }) => b)],
        bread: moved(found, offsets).unscaledCovariance,
        n,
      });
    const spread = (): LinearFit['breuschPagan'] => breuschPaganOf(weighed('HC0'), moved(found, offsets).unscaledCovariance, n);
    if (!tested || (clusters === null && !robust)) return withoutRows(found, tested, NEEDS_ROWS, spread);
    const errors = orReason(() => {
      if (!robust) return withClusters(found, offsets, byCluster()!, job);
      const own = withErrors({ fit: moved(found, offsets), ...NOBODY, meat: (kind) => weighed(kind).meat }, job.errors, job.confidence);
      return typeof own === 'string' ? ({ problem: 'no-errors', why: own } as const) : own;
    });
    if ('reason' in errors) return withoutRows(found, false, errors.reason, spread);
    return 'problem' in errors.value ? errors.value : withoutRows(errors.value, true, NEEDS_ROWS, spread);
  };
  const fit = tolerable(fitOf(k), sds);
  const entered = design.used.map((column) => column.step);
  if ('problem' in fit) return { fit, ...none };
  const spread = (column: number): { readonly mean: number; readonly sd: number } => ({ mean: moments.means[column]!, sd: sds[column]! });
  const slopes = job.slopes === undefined ? null : slopesOf(fit, design.used, [], means, job.slopes, job.confidence, spread);
  return { fit, filled, steps: fitSteps(design.steps, entered, fit, fitOf), slopes };
}

/** The named numbers less their mean over the cases, and products made anew of them: as `centredColumns` has it. The outcome stays. */
function centredWithin(
  design: Design,
  plain: readonly Float64Array[],
  centre: readonly string[],
): { readonly all: readonly Float64Array[]; readonly means: ReadonlyMap<string, number> } {
  const { means: middles } = momentsOf(plain);
  const means = new Map<string, number>();
  const single = new Map<string, Float64Array>();
  for (const [j, { text, variables }] of design.used.entries()) {
    if (variables.length > 1) continue;
    const moved = centre.includes(variables[0]!);
    if (moved) means.set(text, middles[j]!);
    single.set(text, moved ? combined([{ of: linearOf(plain[j]!)!, factor: 1 }], -middles[j]!) : plain[j]!);
  }
  const all = design.used.map(({ variables, levels }, j) => {
    if (!variables.some((name) => centre.includes(name))) return plain[j]!;
    const factors = variables.map((name, i) => single.get(levels[i] == null ? name : `${name}.${levels[i]}`));
    if (factors.includes(undefined)) return plain[j]!;
    return factors.slice(1).reduce<Float64Array>((product, factor) => productOfColumns(product, factor!)!, factors[0]!);
  });
  return { all: [...all, plain.at(-1)!], means };
}

/** Z′Z of a cluster's cases: a constant, the predictors and the outcome less their means over all cases. */
type ClusterMoments = readonly (readonly number[])[];

function momentsByCluster(
  all: readonly Float64Array[],
  { source, category }: Levels,
  centres: readonly number[],
): readonly ClusterMoments[] {
  return source.valuesOf(category).flatMap((level): ClusterMoments[] => {
    const { n, means, cross } = momentsOf(all.map((column) => columnIn(linearOf(column)!, { ...EVERY, level: { category, level } }, true)));
    const off = [1, ...means.map((mean, i) => mean - centres[i]!)];
    return n === 0 ? [] : [off.map((a, i) => off.map((b, j) => n * a * b + (i === 0 || j === 0 ? 0 : cross[i - 1]![j - 1]!)))];
  });
}

/** The errors from what each cluster adds: X_g′X_g and X_g′e_g = X_g′y_g − X_g′X_g b, of predictors and outcome less their means. */
function withClusters(
  fit: LinearFit,
  means: readonly number[],
  clusters: readonly ClusterMoments[],
  job: Pick<RegressionJob, 'errors' | 'confidence'>,
): LinearFit | FitFailure {
  const size = means.length + 1;
  const slopes = [0, ...fit.coefficients.slice(1).map(({ b }) => b)];
  const own = clusters.map((whole) => whole.slice(0, size).map((row) => row.slice(0, size)));
  const scores = clusters.map((whole, g) =>
    own[g]!.map((row, i) => whole[i]!.at(-1)! - row.reduce((sum, value, j) => sum + value * slopes[j]!, 0)),
  );
  const sums = { n: fit.n, grams: own, scores };
  const found = withErrors({ fit: moved(fit, means), ...NOBODY, sums }, job.errors, job.confidence);
  return typeof found === 'string' ? { problem: 'no-errors', why: found } : found;
}

/** What a fit would be told of cases, if there were any. */
const NOBODY = { x: [], y: new Float64Array(0), groups: new Int8Array(0), seed: 0 };

/** The fit with its predictors less their means. */
const moved = (fit: LinearFit, means: readonly number[]): LinearFit => ({
  ...fit,
  unscaledCovariance: atOrigin(
    fit.unscaledCovariance,
    means.map((mean) => -mean),
  ),
  offsets: means,
});

/** Koenker's LM = n·R² of the squared residuals on the predictors, which are less their means: from Σ e², Σ e²x and Σ e⁴. */
function breuschPaganOf({ meat, fourth }: ResidualSums, bread: Matrix, n: number): LinearFit['breuschPagan'] {
  const [squares, ...cross] = meat![0]!;
  const total = fourth - square(squares!) / n;
  const k = cross.length;
  if (k === 0 || !(total > 0)) return null;
  const explained = cross.reduce((sum, a, i) => sum + a * cross.reduce((inner, b, j) => inner + bread[i + 1]![j + 1]! * b, 0), 0);
  const lm = (n * explained) / total;
  return { lm, df: k, p: chiSquareUpper(Math.max(0, lm), k) };
}

/** `spread`: the test of equal variances, made when somebody reads it. */
function withoutRows(fit: LinearFit, tested: boolean, reason: string, spread: () => LinearFit['breuschPagan']): LinearFit {
  const coefficients = tested
    ? fit.coefficients
    : fit.coefficients.map((one) => lackingFields({ ...one }, ['se', 't', 'p', 'low', 'high', 'df'], reason));
  const known = lackingFields({ ...fit, coefficients }, ['durbinWatson']);
  Object.defineProperty(known, 'breuschPagan', { get: spread, enumerable: false });
  return tested ? known : lackingFields(known, ['f', 'p', 'df2'], reason);
}
