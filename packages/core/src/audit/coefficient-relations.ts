// Coefficients against other tables: β against b and the SDs, t against β, VIF and R², intervals without b or SE. The rows themselves are
// tests.ts's and
// marks.ts's.
import { tQuantile } from '../numerics/distributions.ts';
import { pRange, type CoefficientRow, type Freedom } from './coefficient-rows.ts';
import { show } from '../text/digits.ts';
import type { CheckReport } from './finding.ts';
import { rooted } from './fit-relations.ts';
import { absolute, add, divided, exactly, multiplied, scale, subtract, type Interval } from './interval.ts';
import { casesOf, type Model } from './models.ts';
import { cellAt, countAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

const CHECK = 'tests' as const;
/** The .975 quantile of the normal distribution. */
const NORMAL = 1.959963984540054;

export function coefficientRelations(
  study: PrintedStudy,
  out: CheckReport,
  model: Model,
  rows: readonly CoefficientRow[],
  freedom: Freedom,
): void {
  const at = (quantity: string): PrintedCell | null => cellAt(study, `${model.job.name}.${model.outcome}.${quantity}`);
  for (const row of rows) {
    if (row.term !== 'intercept') {
      standardised(study, out, model, row);
      againstTolerance(study, out, model, row, at(`vif(${row.term})`));
      for (const end of ['low', 'high'] as const) ofBeta(out, row, row[end], at(`beta.${end}(${row.term})`));
    }
    halfWidth(out, model, row, freedom);
  }
}

/** β = b·s(x)/s(y), where the SDs are of the model's own cases: as many answered as it has. */
function standardised(study: PrintedStudy, out: CheckReport, model: Model, { term, b, beta }: CoefficientRow): void {
  const n = casesOf(study, model);
  if (b === null || beta === null || n === null || model.job.where !== null || study.variables.get(term)?.kind === 'category') return;
  const [x, y] = [term, model.outcome].map((name) => (countAt(study, `${name}.n`) === n ? cellAt(study, `${name}.sd`) : null));
  if (x == null || y == null || y.low <= 0) return;
  out.follows(CHECK, 'inconsistent', beta, [b, x, y], `${b.printed}·${x.printed}/${y.printed}`, divided(multiplied(b, x), y));
}

/** |t| = |β|·√((n − k − 1)/((1 − R²)·VIF)), and VIF is at least 1 (Cohen, Cohen, West & Aiken 2003, ch. 10), with classical errors. */
function againstTolerance(study: PrintedStudy, out: CheckReport, model: Model, { t, beta }: CoefficientRow, vif: PrintedCell | null): void {
  const n = casesOf(study, model);
  const { job, k, r2 } = model;
  if (t === null || beta === null || r2 === null || r2.high >= 1 || n === null || n - k - 1 < 1 || job.errors.kind !== 'classical') return;
  const assumed = assumedClauses(job, 'errors');
  const rest = subtract(exactly(1), r2);
  const size = absolute(t);
  const cell: PrintedCell = { ...t, ...size, printed: show(Math.abs(t.value), t.decimals) };
  if (vif !== null && vif.low > 0) {
    const value = multiplied(absolute(beta), rooted(divided(exactly(n - k - 1), multiplied(rest, vif))));
    out.follows(
      CHECK,
      'inconsistent',
      cell,
      [beta, vif, r2],
      `|${beta.printed}|·√(${n - k - 1}/((1 − ${r2.printed})·${vif.printed}))`,
      value,
      { assumed },
    );
    return;
  }
  const most = absolute(beta).high * Math.sqrt((n - k - 1) / rest.low);
  out.bounded(CHECK, 'inconsistent', cell, [beta, r2], `|${beta.printed}|·√(${n - k - 1}/(1 − ${r2.printed}))`, 'at-most', most, {
    assumed,
  });
}

/** The interval of β is that of b in other units. */
function ofBeta(out: CheckReport, { b, beta }: CoefficientRow, end: PrintedCell | null, printed: PrintedCell | null): void {
  if (b === null || beta === null || end === null || (b.low <= 0 && b.high >= 0)) return;
  out.follows(
    CHECK,
    'worth a look',
    printed,
    [b, beta, end],
    `${end.printed}·${beta.printed}/${b.printed}`,
    multiplied(end, divided(beta, b)),
    { otherwise: { of: 'interval-of-beta' } },
  );
}

/** t is the middle of the interval over its half width, times the quantile. */
function ofInterval(out: CheckReport, p: PrintedCell, low: PrintedCell, high: PrintedCell, quantile: number, freedom: Freedom): void {
  const half = scale(subtract(high, low), 0.5);
  if (half.low <= 0) return;
  const range = pRange(divided(scale(add(low, high), quantile / 2), half), freedom);
  // On the other side of the level is told as that.
  if ((low.low > 0 || high.high < 0) !== p.high < 0.05) return;
  out.follows(CHECK, 'inconsistent', p, [low, high], { of: 'p-of-t-from-interval', df: freedom.df }, range, {
    assumed: freedom.assumed,
    decimals: 4,
  });
}

/** Half the width of an interval is t₍df₎·SE: beside SE without b, and beside b and t without SE. */
function halfWidth(out: CheckReport, { job }: Model, { b, se, t, p, low, high }: CoefficientRow, { df, n, assumed }: Freedom): void {
  if (low === null || high === null || low.low > high.high) return;
  if (df === null) {
    // Whatever the degrees of freedom, no interval is narrower than that of the normal distribution.
    const widest = (high.high - low.low) / 2 / NORMAL;
    if (job.confidence === 0.95)
      out.bounded(CHECK, 'inconsistent', se, [low, high], `(${high.printed} − ${low.printed})/2/${show(NORMAL, 2)}`, 'at-most', widest);
    return;
  }
  if (b !== null && se !== null) return;
  const quantile = tQuantile((1 + job.confidence) / 2, df);
  if (p !== null && se === null && t === null) ofInterval(out, p, low, high, quantile, { df, n, assumed });
  const half = scale(subtract(high, low), 0.5);
  const text = `(${high.printed} − ${low.printed})/2`;
  if (se !== null)
    out.follows(CHECK, 'inconsistent', se, [low, high], `${text}/${show(quantile, 3)}`, scale(half, 1 / quantile), { assumed });
  else if (b !== null && t !== null && half.low > 0) {
    const value: Interval = divided(scale(b, quantile), half);
    out.follows(CHECK, 'inconsistent', t, [b, low, high], `${b.printed}·${show(quantile, 3)}/(${text})`, value, { assumed });
  }
}
