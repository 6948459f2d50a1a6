// What is printed of a regression's fit against other figures: its cases against the sample and its subsample, its F against its t, its
// standard error
// of the estimate against the outcome's SD. F, R² and n among themselves are model-fit.ts's.
import { OWN_DF } from './own-df.ts';
import { log } from '../numerics/exponential.ts';
import { square } from '../numerics/powers.ts';
import { rowsOf, type CoefficientRow } from './coefficient-rows.ts';
import { named, type CheckReport } from './finding.ts';
import { absolute, exactly, multiplied, scale, squared, subtract, type Interval } from './interval.ts';
import { casesOf, type Model } from './models.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';
import { subsampleOf } from './subsamples.ts';

const CHECK = 'model-fit' as const;
type At = (quantity: string) => PrintedCell | null;

export const rooted = (a: Interval): Interval => ({ low: Math.sqrt(Math.max(0, a.low)), high: Math.sqrt(Math.max(0, a.high)) });

export function fitRelations(study: PrintedStudy, out: CheckReport, model: Model): void {
  const at: At = (quantity) => cellAt(study, `${model.job.name}.${model.outcome}.${quantity}`);
  const rows = rowsOf(study, model).filter((row) => row.term !== 'intercept');
  sizes(study, out, model, at);
  twoPredictors(study, out, model);
  onePredictor(out, model, rows);
  largestTest(study, out, model, rows);
  estimate(study, out, model, at);
}

/** A sample has as many cases as n − k − 1 degrees of freedom take; a model as many as it has clusters, and no more than its subsample. */
function sizes(study: PrintedStudy, out: CheckReport, { job, outcome, k, known, n }: Model, at: At): void {
  const sample = cellAt(study, 'sample');
  const [df2, clusters] = [at('df2'), at('clusters')];
  if (sample !== null && study.sample !== null && df2 !== null) {
    const coefficients = known && !OWN_DF.has(job.errors.kind) && df2.value < study.sample ? k : 0;
    out.bounded(
      CHECK,
      'inconsistent',
      df2,
      [sample],
      `${sample.printed} − ${coefficients === 0 ? '' : `${coefficients} − `}1`,
      'at-most',
      study.sample - coefficients - 1,
      { assumed: coefficients === 0 ? [] : assumedClauses(job, 'errors'), decimals: 0 },
    );
  }
  for (const cases of [n, sample]) {
    if (clusters !== null && cases !== null)
      out.relate(clusters.low <= cases.high, CHECK, 'impossible', [clusters, cases], () => ({
        kind: 'order',
        less: named(clusters),
        more: named(cases),
        why: { of: 'clusters-have-cases' },
      }));
  }
  const answered = cellAt(study, `${outcome}.n`);
  if (job.missing === 'listwise' && answered !== null) {
    out.bounded(CHECK, 'inconsistent', n, [answered], { of: 'cases-with', name: outcome }, 'at-most', answered.value, {
      assumed: assumedClauses(job, 'missing'),
      decimals: 0,
    });
  }
  const subsample = job.where === null ? null : subsampleOf(study, job.where);
  if (subsample !== null)
    out.bounded(
      CHECK,
      'inconsistent',
      n,
      subsample.cells,
      subsample.cells.map((cell) => cell.printed).join(' + '),
      'at-most',
      subsample.n,
      { decimals: 0 },
    );
}

/** Of two predictors each has the R² of the other on it, and so its VIF. */
function twoPredictors(study: PrintedStudy, out: CheckReport, { job, outcome, k, known }: Model): void {
  const cells = study.cells.filter((cell) => cell.operator === '=' && cell.text.startsWith(`${job.name}.${outcome}.vif(`));
  if (!known || k !== 2 || cells.length !== 2) return;
  const [first, second] = cells as [PrintedCell, PrintedCell];
  out.follows(CHECK, 'inconsistent', second, [first], { of: 'two-predictors' }, first);
}

/** With one predictor R² = β², and F = t² with classical errors. */
function onePredictor(out: CheckReport, { job, k, known, r2, f }: Model, rows: readonly CoefficientRow[]): void {
  const [row] = rows;
  if (!known || k !== 1 || rows.length !== 1 || row === undefined) return;
  if (row.beta !== null) out.follows(CHECK, 'inconsistent', r2, [row.beta], `${row.beta.printed}²`, squared(row.beta));
  if (row.statistic !== null)
    out.follows(CHECK, 'inconsistent', f, row.from, { of: 'formula', formula: 't²', given: [row.source] }, squared(row.statistic), {
      assumed: assumedClauses(job, 'errors'),
    });
}

/**
 * t² = sr²·df/(1 − R²), and the squared semipartial correlation sr² is at most R²: so F ≥ t²/k and R² ≥ t²/(t² + df) of every coefficient
 * (Cohen, Cohen, West & Aiken 2003, ch. 3), with classical errors.
 */
function largestTest(study: PrintedStudy, out: CheckReport, model: Model, rows: readonly CoefficientRow[]): void {
  const { job, k, known, f, r2 } = model;
  if (job.errors.kind !== 'classical' || !known || k < 2) return;
  const assumed = assumedClauses(job, 'errors');
  const sizesOf = rows.flatMap((row) => (row.statistic === null ? [] : [{ row, size: absolute(row.statistic).low }]));
  if (sizesOf.length === 0) return;
  const { row, size } = sizesOf.reduce((largest, one) => (one.size > largest.size ? one : largest));
  if (f !== null) {
    out.bounded(
      CHECK,
      'inconsistent',
      f,
      row.from,
      { of: 'formula', formula: 't²/k', given: [row.source, `k = ${k}`] },
      'at-least',
      square(size) / k,
      { assumed },
    );
    return;
  }
  const n = casesOf(study, model);
  if (n !== null && n - k - 1 > 0)
    out.bounded(
      CHECK,
      'inconsistent',
      r2,
      row.from,
      { of: 'formula', formula: `t²/(t² + ${n - k - 1})`, given: [row.source] },
      'at-least',
      square(size) / (square(size) + n - k - 1),
      { assumed },
    );
}

/**
 * The standard error of the estimate is s(y)·√((1 − R²)(n − 1)/(n − k − 1)) over the same cases; AIC = n·ln(SSres/n) + 2(k + 1) as SPSS
 * prints it.
 */
function estimate(study: PrintedStudy, out: CheckReport, model: Model, at: At): void {
  const { job, outcome, k, r2 } = model;
  const n = casesOf(study, model);
  const rmse = at('rmse');
  if (rmse === null || n === null || n - k - 1 < 1) return;
  const df = n - k - 1;
  const sd = cellAt(study, `${outcome}.sd`);
  if (sd !== null && r2 !== null && job.missing !== 'pairwise' && job.where === null && cellAt(study, `${outcome}.n`)?.value === n) {
    const value = multiplied(sd, rooted(scale(subtract(exactly(1), r2), (n - 1) / df)));
    out.follows(CHECK, 'inconsistent', rmse, [sd, r2], `${sd.printed}·√((1 − ${r2.printed})·${n - 1}/${df})`, value, {
      assumed: assumedClauses(job, 'missing'),
    });
  }
  if (rmse.low <= 0) return;
  const ofSquares = (root: number): number => n * log((square(root) * df) / n) + 2 * (k + 1);
  out.follows(
    CHECK,
    'worth a look',
    at('aic'),
    [rmse],
    `${n}·ln(${rmse.printed}²·${df}/${n}) + 2·${k + 1}`,
    { low: ofSquares(rmse.low), high: ofSquares(rmse.high) },
    { otherwise: { of: 'constant-of-another-program' } },
  );
}
