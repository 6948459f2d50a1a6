// Stars of standardised coefficients where no standard errors are printed: one predictor has one tolerance, whatever the outcome.
import type { RegressionJob } from '../methods/regression/job.ts';
import { tQuantile } from '../numerics/distributions.ts';
import { list, show } from '../text/digits.ts';
import { pathsOf, report, type CheckReport, type CheckResult, type NewFinding } from './finding.ts';
import { absolute, type Interval } from './interval.ts';
import { r2Of } from './model-fit.ts';
import { casesOf, modelsOf } from './models.ts';
import { indicesOf, termOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

interface Band {
  readonly sources: readonly (PrintedCell | null)[];
  readonly cell: PrintedCell;
  readonly outcome: string;
  readonly tolerance: Interval;
  readonly t: Interval;
  readonly r2: number;
  readonly df: number;
}

/** One predictor whose stars contradict each other. */
export interface StarContradiction {
  readonly job: RegressionJob;
  readonly term: string;
  readonly lowest: Band;
  readonly highest: Band;
  readonly bands: readonly Band[];
}

/**
 * t = β·√(tol·df/(1 − R²)), where tol = 1 − R² of the predictor on the other predictors lies between 0 and 1 and is the same in every
 * model with the same predictors and cases. A band of stars bounds |t|, and so tol, in each column: the bounds must meet.
 * Classical standard errors, two-sided p. Stars of a table in which nothing is starred say nothing.
 */
export function starContradictions(study: PrintedStudy, out: CheckReport): StarContradiction[] {
  const found: StarContradiction[] = [];
  const models = modelsOf(study);
  for (const job of new Set(models.map((model) => model.job))) {
    const own = models.filter((model) => model.job === job);
    const counts = new Set(own.map((model) => casesOf(study, model)));
    const [n] = counts;
    const terms = new Map<string, Band[]>();
    const cellsOf = (outcome: string): PrintedCell[] =>
      study.cells.filter(
        (cell) =>
          cell.operator === '=' &&
          cell.address.path.length === 3 &&
          cell.address.path[0] === job.name &&
          cell.address.path[1] === outcome &&
          cell.address.path[2] === 'beta',
      );
    if (own.every((model) => cellsOf(model.outcome).every((cell) => cell.stars === null))) continue;
    if (job.errors.kind !== 'classical') {
      out.skip(`stars of ${job.name}`, 'its standard errors are not the classical ones');
      continue;
    }
    if (counts.size !== 1 || n === null || n === undefined) {
      out.skip(`stars of ${job.name}`, 'its models do not have one printed number of cases');
      continue;
    }
    if (!sameCases(study, job, n)) {
      out.skip(`stars of ${job.name}`, 'its outcomes may have been answered by different people');
      continue;
    }
    const quantiles = new Map<number, number>();
    for (const model of own) {
      const df = n - model.k - 1;
      const r2 = df < 1 ? null : r2Of(model, n);
      if (r2 === null) {
        if (cellsOf(model.outcome).length > 0)
          out.skip(`stars of ${job.name}.${model.outcome}`, 'its R² is not printed, or does not go with its F');
        continue;
      }
      for (const cell of cellsOf(model.outcome)) {
        const size = absolute(cell);
        const t = bandOf(cell, df, quantiles);
        const squares = { low: size.low * size.low * df, high: size.high * size.high * df };
        const tolerance = {
          low: (t.low * t.low * (1 - r2.high)) / squares.high,
          high: size.low > 0 ? (t.high * t.high * (1 - r2.low)) / squares.low : Infinity,
        };
        const term = termOf(cell);
        terms.set(term, [
          ...(terms.get(term) ?? []),
          {
            cell,
            outcome: model.outcome,
            tolerance,
            t,
            r2: (r2.low + r2.high) / 2,
            df,
            sources: [model.r2, model.adjusted, model.f, model.n],
          },
        ]);
      }
    }
    for (const [term, bands] of terms) {
      const lowest = bands.reduce((best, band) => (band.tolerance.low > best.tolerance.low ? band : best));
      const highest = bands.reduce((best, band) => (band.tolerance.high < best.tolerance.high ? band : best));
      const wrong = lowest.tolerance.low > Math.min(1, highest.tolerance.high) * (1 + 1e-6);
      for (const band of bands) if (!wrong || (band !== lowest && band !== highest)) out.holds([band.cell, ...band.sources]);
      if (wrong) found.push({ job, term, lowest, highest, bands });
    }
  }
  return found;
}

export const starBands = (study: PrintedStudy): CheckResult => starFindings(study, () => false);

/** `settled`: contradictions that are told with what explains them. */
export function starFindings(study: PrintedStudy, settled: (one: StarContradiction) => boolean): CheckResult {
  const out = report();
  const open = starContradictions(study, out).filter((one) => !settled(one));
  for (const job of new Set(open.map((one) => one.job))) {
    const own = open.filter((one) => one.job === job);
    const assumed = assumedOf(own);
    // Several predictors at once: what they have in common are the standard errors that are assumed.
    if (assumed.length > 0 && own.length > 1) out.findings.push(together(job, own, assumed));
    else for (const one of own) out.findings.push(findingOf(one));
  }
  return out;
}

function assumedOf(all: readonly StarContradiction[]): string[] {
  return [
    ...new Set(
      all.flatMap(({ job, bands }) => [...assumedClauses(job, 'errors'), ...bands.flatMap((band) => band.cell.bandsAssumed ?? [])]),
    ),
  ];
}

/**
 * Do all outcomes of a model rest on the same cases? With means for missing values, with everybody in, or when they are scores of one
 * index.
 */
function sameCases(study: PrintedStudy, job: RegressionJob, n: number): boolean {
  const scores = indicesOf(study).map((index) => [index.name, ...index.components.map((component) => component.name)]);
  return job.missing === 'mean' || n === study.sample || scores.some((names) => job.outcomes.every((outcome) => names.includes(outcome)));
}

/** |t| by the stars: between the quantiles of the bounds of its band. */
function bandOf(cell: PrintedCell, df: number, quantiles: Map<number, number>): Interval {
  const quantile = (bound: number): number => {
    const before = quantiles.get(bound);
    if (before !== undefined) return before;
    const found = tQuantile(1 - bound / 2, df);
    quantiles.set(bound, found);
    return found;
  };
  const passed = cell.stars === null || cell.stars === 'ns' ? 0 : Math.min(cell.stars.length, cell.bands.length);
  return {
    low: passed === 0 ? 0 : quantile(cell.bands[passed - 1]!),
    high: passed >= cell.bands.length ? Infinity : quantile(cell.bands[passed]!),
  };
}

const textOf = ({ cell }: Band): string => `${cell.printed}${cell.stars ?? ''}`;
const isAlone = ({ highest }: StarContradiction): boolean => highest.tolerance.high >= 1;

/** Message and arithmetic of one contradiction. */
export function starSentences(one: StarContradiction): { readonly message: string; readonly arithmetic: string } {
  const { job, term, lowest, highest } = one;
  const alone = isAlone(one);
  return {
    message: alone
      ? `${job.name}: ${term} on ${lowest.outcome}, ${textOf(lowest)}, is too small for its stars.`
      : `${job.name}: the stars of ` +
        `${term} on ${lowest.outcome} (` +
        `${textOf(lowest)}) and ${highest.outcome} (${textOf(highest)}) contradict each other.`,
    arithmetic:
      `|t| = |β|·√(tol·${lowest.df}/(1 − R²)): ` +
      `${textOf(lowest)} with R² = ` +
      `${show(lowest.r2, 3)} and |t| ≥ ` +
      `${show(lowest.t.low, 3)} needs tol ≥ ` +
      `${show(lowest.tolerance.low, 3)}` +
      `${alone ? ', and no tolerance is above 1' : `; ${textOf(highest)} with R² = ${show(highest.r2, 3)} and |t| < ${show(highest.t.high, 3)} needs tol ≤ ${show(highest.tolerance.high, 3)}; but one predictor has one tolerance`}.`,
  };
}

function suspectsOf(one: StarContradiction): PrintedCell[] {
  return [...new Set([...straysOf(one.bands), ...(isAlone(one) ? [one.lowest] : [one.lowest, one.highest])].map((band) => band.cell))];
}

function findingOf(one: StarContradiction): NewFinding {
  const stray = straysOf(one.bands);
  const assumed = assumedOf([one]);
  const named = (band: Band): string =>
    `${band.outcome} ${textOf(band)} (${band.cell.stars === null || band.cell.stars === 'ns' ? 'without a star' : 'with its stars'})`;
  return {
    check: 'star-bands',
    certainty: assumed.length > 0 ? 'worth a look' : 'inconsistent',
    assumed,
    at: pathsOf(suspectsOf(one)),
    ...starSentences(one),
    consistent:
      stray.length === 0
        ? 'A misprinted coefficient or other stars in one of the two would do.'
        : `${stray
            .map((band) => named(band))
            .join(', or ')
            .replace(/^/u, 'Other stars (or another figure) at ')} would do.`,
  };
}

function together(job: RegressionJob, all: readonly StarContradiction[], assumed: readonly string[]): NewFinding {
  const [first] = all as [StarContradiction];
  const pair = (one: StarContradiction): string =>
    isAlone(one)
      ? `${one.term} (${one.lowest.outcome} ${textOf(one.lowest)})`
      : `${one.term} (${one.lowest.outcome} ${textOf(one.lowest)}, ${one.highest.outcome} ${textOf(one.highest)})`;
  return {
    check: 'star-bands',
    certainty: 'worth a look',
    compound: true,
    assumed,
    at: pathsOf(all.flatMap(suspectsOf)),
    message: `${job.name}: the stars of ${all.length} predictors contradict each other: ${list(all.map(pair), 8)}.`,
    arithmetic: `${first.term}: ${starSentences(first).arithmetic}`,
    consistent:
      'Other than classical standard errors, or levels, would explain all of them; else other stars or figures at these cells would do.',
  };
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
