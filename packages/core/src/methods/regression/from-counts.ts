// A regression whose rows are elsewhere: least squares from the moments of predictors and outcome, which counts give to the last digit.
// What needs residuals row by row is not there, and whoever reads it is told so.
import { columnsOf } from '../../contract/option.ts';
import { correlationOf, momentsOf } from '../../moments/moments.ts';
import { meanSubstituted } from '../../moments/substitution.ts';
import { dependentAmong, linearFitFromCorrelations, type FitFailure, type LinearFit } from '../../procedures/regression/ols.ts';
import { lackingFields, NeedsRows } from '../../rowless/needs-rows.ts';
import { errors } from './errors.ts';
import type { RegressionJob } from './job.ts';
import type { Design } from './job-design.ts';
import { fitSteps, type Step } from './steps.ts';
import { tolerable } from './tolerance.ts';

/** Below it what is left of the outcome is the rounding of sums: whether a fit is perfect only rows can tell. */
const ROUNDING = 1e-9;

export function fitOfCounts(given: {
  readonly design: Design;
  readonly y: Float64Array;
  readonly job: Pick<RegressionJob, 'missing' | 'errors' | 'confidence' | 'center' | 'slopes'>;
}): { readonly fit: LinearFit | FitFailure; readonly filled: number; readonly steps: readonly Step[]; readonly slopes: null } {
  const { design, y, job } = given;
  // Who belongs to no cluster takes no part, and products of predictors have no sums.
  if ((job.center ?? []).length > 0 || job.slopes !== undefined || columnsOf(errors, job.errors).length > 0) throw new NeedsRows();
  const substituted = job.missing === 'mean' ? meanSubstituted([y]) : null;
  const filled = design.filled + (substituted?.filled[0] ?? 0);
  const terms = design.used.map((column) => column.text);
  const moments = momentsOf([...design.columns, substituted?.columns[0] ?? y]);
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
    return withoutRows(found, job.errors.kind === 'classical');
  };
  const fit = tolerable(fitOf(k), sds);
  const entered = design.used.map((column) => column.step);
  return { fit, filled, steps: 'problem' in fit ? [] : fitSteps(design.steps, entered, fit, fitOf), slopes: null };
}

function withoutRows(fit: LinearFit, classical: boolean): LinearFit {
  const lacking = ['durbinWatson', 'breuschPagan'];
  if (classical) return lackingFields({ ...fit }, lacking);
  const coefficients = fit.coefficients.map((one) => lackingFields({ ...one }, ['se', 't', 'p', 'low', 'high', 'df']));
  return lackingFields({ ...fit, coefficients }, [...lacking, 'f', 'p', 'df2']);
}
