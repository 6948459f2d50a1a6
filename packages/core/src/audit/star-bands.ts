// Stars of standardised coefficients where no standard errors are printed: one predictor has one tolerance, whatever the outcome.
import type { FindingFact, StarredCell, StarsOfTerm } from '../contract/audit-facts/index.ts';
import type { RegressionJob } from '../methods/regression/job.ts';
import { tQuantile } from '../numerics/distributions.ts';
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
      out.skip({ of: 'stars', name: job.name }, 'errors-not-classical');
      continue;
    }
    if (counts.size !== 1 || n === null || n === undefined) {
      out.skip({ of: 'stars', name: job.name }, 'no-single-n');
      continue;
    }
    if (!sameCases(study, job, n)) {
      out.skip({ of: 'stars', name: job.name }, 'other-respondents');
      continue;
    }
    const quantiles = new Map<number, number>();
    for (const model of own) {
      const df = n - model.k - 1;
      const r2 = df < 1 ? null : r2Of(model, n);
      if (r2 === null) {
        if (cellsOf(model.outcome).length > 0) out.skip({ of: 'stars', name: `${job.name}.${model.outcome}` }, 'r2-not-printed');
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

/** One contradiction as a fact. */
function starsOfTerm(one: StarContradiction): StarsOfTerm {
  const { term, lowest, highest } = one;
  const side = (band: Band, end: 'low' | 'high'): StarredCell => ({
    outcome: band.outcome,
    printed: textOf(band),
    r2: band.r2,
    t: Number.isFinite(band.t[end]) ? band.t[end] : null,
    tolerance: Number.isFinite(band.tolerance[end]) ? band.tolerance[end] : null,
  });
  return { term, df: lowest.df, alone: isAlone(one), lowest: side(lowest, 'low'), highest: side(highest, 'high') };
}

/** What is found of it. */
export const starFact = (one: StarContradiction): FindingFact => ({
  kind: 'stars',
  job: one.job.name,
  of: starsOfTerm(one),
  strays: straysOf(one.bands).map((band) => ({
    outcome: band.outcome,
    printed: textOf(band),
    starred: band.cell.stars !== null && band.cell.stars !== 'ns',
  })),
});

function suspectsOf(one: StarContradiction): PrintedCell[] {
  return [...new Set([...straysOf(one.bands), ...(isAlone(one) ? [one.lowest] : [one.lowest, one.highest])].map((band) => band.cell))];
}

function findingOf(one: StarContradiction): NewFinding {
  const assumed = assumedOf([one]);
  return {
    check: 'star-bands',
    certainty: assumed.length > 0 ? 'worth a look' : 'inconsistent',
    assumed,
    at: pathsOf(suspectsOf(one)),
    fact: starFact(one),
  };
}

function together(job: RegressionJob, all: readonly StarContradiction[], assumed: readonly string[]): NewFinding {
  return {
    check: 'star-bands',
    certainty: 'worth a look',
    compound: true,
    assumed,
    at: pathsOf(all.flatMap(suspectsOf)),
    fact: { kind: 'stars-of-terms', job: job.name, terms: all.map(starsOfTerm) },
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
