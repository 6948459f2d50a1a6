// Stars of standardised coefficients where no standard errors are printed: one predictor has one tolerance, whatever the outcome.
import type { RegressionJob } from '../plan/plan.ts';
import { tQuantile } from '../numerics/distributions.ts';
import { termOf } from './composite-identity.ts';
import { show } from './digits.ts';
import { report, type CheckResult } from './finding.ts';
import { absolute, type Interval } from './interval.ts';
import { r2Of } from './model-fit.ts';
import { casesOf, modelsOf } from './models.ts';
import { indicesOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

interface Band { readonly cell: PrintedCell; readonly outcome: string; readonly tolerance: Interval; readonly t: Interval; readonly r2: number; readonly df: number }

/**
 * t = β·√(tol·df/(1 − R²)), where tol = 1 − R² of the predictor on the other predictors lies between 0 and 1 and is the same in every
 * model with the same predictors and cases. A band of stars bounds |t|, and so tol, in each column: the bounds must meet.
 * Classical standard errors, two-sided p. Stars of a table in which nothing is starred say nothing.
 */
export function starBands(study: PrintedStudy): CheckResult {
  const out = report();
  const models = modelsOf(study);
  for (const job of new Set(models.map((model) => model.job))) {
    const own = models.filter((model) => model.job === job);
    const counts = new Set(own.map((model) => casesOf(study, model)));
    const [n] = counts;
    const terms = new Map<string, Band[]>();
    const cellsOf = (outcome: string): PrintedCell[] => study.cells.filter((cell) => cell.operator === '=' && cell.address.path.length === 3 && cell.address.path[0] === job.name && cell.address.path[1] === outcome && cell.address.path[2] === 'beta');
    if (own.every((model) => cellsOf(model.outcome).every((cell) => cell.stars === null))) continue;
    if (job.errors.kind !== 'classical') { out.skipped.push({ what: `stars of ${job.name}`, why: 'its standard errors are not the classical ones' }); continue; }
    if (counts.size !== 1 || n === null || n === undefined) { out.skipped.push({ what: `stars of ${job.name}`, why: 'its models do not have one printed number of cases' }); continue; }
    if (!sameCases(study, job, n)) { out.skipped.push({ what: `stars of ${job.name}`, why: 'its outcomes may have been answered by different people' }); continue; }
    const quantiles = new Map<number, number>();
    for (const model of own) {
      const df = n - model.k - 1;
      const r2 = df < 1 ? null : r2Of(model, n);
      if (r2 === null) { if (cellsOf(model.outcome).length > 0) out.skipped.push({ what: `stars of ${job.name}.${model.outcome}`, why: 'its R² is not printed, or does not go with its F' }); continue; }
      for (const cell of cellsOf(model.outcome)) {
        const size = absolute(cell);
        const t = bandOf(cell, df, quantiles);
        const tolerance = { low: (t.low ** 2 * (1 - r2.high)) / (size.high ** 2 * df), high: size.low > 0 ? (t.high ** 2 * (1 - r2.low)) / (size.low ** 2 * df) : Infinity };
        const term = termOf(cell);
        terms.set(term, [...(terms.get(term) ?? []), { cell, outcome: model.outcome, tolerance, t, r2: (r2.low + r2.high) / 2, df }]);
      }
    }
    for (const [term, bands] of terms) judge(out, job.name, term, bands);
  }
  return out;
}

/** Do all outcomes of a model rest on the same cases? With means for missing values, with everybody in, or when they are scores of one index. */
function sameCases(study: PrintedStudy, job: RegressionJob, n: number): boolean {
  const scores = indicesOf(study).map((index) => [index.name, ...index.components.map((component) => component.name)]);
  return job.missing === 'mean' || n === study.sample || scores.some((names) => job.outcomes.every((outcome) => names.includes(outcome)));
}

/** |t| by the stars: between the quantiles of the bounds of its band. */
function bandOf(cell: PrintedCell, df: number, quantiles: Map<number, number>): Interval {
  const quantile = (bound: number): number => { const before = quantiles.get(bound); if (before !== undefined) return before; const found = tQuantile(1 - bound / 2, df); quantiles.set(bound, found); return found; };
  const passed = cell.stars === null || cell.stars === 'ns' ? 0 : Math.min(cell.stars.length, cell.bands.length);
  return { low: passed === 0 ? 0 : quantile(cell.bands[passed - 1]!), high: passed >= cell.bands.length ? Infinity : quantile(cell.bands[passed]!) };
}

function judge(out: ReturnType<typeof report>, job: string, term: string, bands: readonly Band[]): void {
  const lowest = bands.reduce((best, band) => (band.tolerance.low > best.tolerance.low ? band : best));
  const highest = bands.reduce((best, band) => (band.tolerance.high < best.tolerance.high ? band : best));
  const limit = Math.min(1, highest.tolerance.high);
  const slack = 1 + 1e-6;
  if (lowest.tolerance.low <= limit * slack) { out.right += bands.length; return; }
  const text = (band: Band): string => `${band.cell.printed}${band.cell.stars ?? ''}`;
  const stray = straysOf(bands);
  const named = (band: Band): string => `${band.outcome} ${text(band)} (${band.cell.stars === null || band.cell.stars === 'ns' ? 'without a star' : 'with its stars'})`;
  out.right += bands.length - 2;
  const alone = highest.tolerance.high >= 1;
  out.findings.push({
    check: 'star-bands', certainty: 'inconsistent', at: [...new Set([...stray, ...(alone ? [lowest] : [lowest, highest])].map((band) => band.cell.at))],
    message: alone ? `${job}: ${term} on ${lowest.outcome}, ${text(lowest)}, is too small for its stars.` : `${job}: the stars of ${term} on ${lowest.outcome} (${text(lowest)}) and ${highest.outcome} (${text(highest)}) contradict each other.`,
    arithmetic: `|t| = |β|·√(tol·${lowest.df}/(1 − R²)): ${text(lowest)} with R² = ${show(lowest.r2, 3)} and |t| ≥ ${show(lowest.t.low, 3)} needs tol ≥ ${show(lowest.tolerance.low, 3)}${alone ? ', and no tolerance is above 1' : `; ${text(highest)} with R² = ${show(highest.r2, 3)} and |t| < ${show(highest.t.high, 3)} needs tol ≤ ${show(highest.tolerance.high, 3)}; but one predictor has one tolerance`}.`,
    consistent: stray.length === 0 ? 'A misprinted coefficient or other stars in one of the two would do.' : `${stray.map((band) => named(band)).join(', or ').replace(/^/u, 'Other stars (or another figure) at ')} would do.`,
  });
}

/** The cells without which all others agree. */
function straysOf(bands: readonly Band[]): Band[] {
  return bands.filter((band) => {
    const rest = bands.filter((other) => other !== band);
    const low = Math.max(0, ...rest.map((other) => other.tolerance.low));
    const high = Math.min(1, ...rest.map((other) => other.tolerance.high));
    return low <= high * (1 + 1e-6);
  });
}
