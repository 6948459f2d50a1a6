// The rows of a table of coefficients: what is printed of each, its test statistic, and the p-values that one can have. What they must
// satisfy is tests.ts's and marks.ts's.
import { OWN_DF } from './own-df.ts';
import type { TestOfT } from '../contract/audit-facts/index.ts';
import { normalUpper, tTwoSided } from '../numerics/distributions.ts';
import { showInterval } from '../text/digits.ts';
import { absolute, divided, meets, type Interval } from './interval.ts';
import { casesOf, type Model } from './models.ts';
import { cellAt, termOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

/** What is printed of one coefficient. */
export interface CoefficientRow {
  readonly name: string;
  readonly term: string;
  readonly b: PrintedCell | null;
  readonly beta: PrintedCell | null;
  readonly se: PrintedCell | null;
  readonly t: PrintedCell | null;
  readonly p: PrintedCell | null;
  readonly low: PrintedCell | null;
  readonly high: PrintedCell | null;
  /** t as printed, or b/SE. */
  readonly statistic: Interval | null;
  /** How the statistic is told: `t = 2.50`. */
  readonly source: string;
  /** Cells that the statistic comes from. */
  readonly from: readonly PrintedCell[];
}

/** The degrees of freedom of a model's tests; null when they do not follow from n. With them, where n is printed. */
export interface Freedom {
  readonly df: number | null;
  readonly n: PrintedCell | null;
  readonly assumed: readonly string[];
}

export function rowsOf(study: PrintedStudy, model: Model): CoefficientRow[] {
  const front = `${model.job.name}.${model.outcome}`;
  const terms = new Set(
    study.cells
      .filter(
        (cell) =>
          cell.address.args !== null &&
          cell.text.startsWith(`${front}.`) &&
          ['b', 'beta', 'se', 't', 'p', 'low', 'high'].includes(cell.address.path[2] ?? '') &&
          cell.address.args.length === 1,
      )
      .map(termOf),
  );
  return [...terms].map((term): CoefficientRow => {
    const at = (quantity: string): PrintedCell | null => cellAt(study, `${front}.${quantity}(${term})`);
    const [b, se, t] = [at('b'), at('se'), at('t')];
    const ratio = b !== null && se !== null && se.low > 0 ? divided(b, se) : null;
    return {
      name: `${front}, ${term}`,
      term,
      b,
      beta: at('beta'),
      se,
      t,
      p: study.by.get(`${front}.p(${term})`)?.[0] ?? null,
      low: at('low'),
      high: at('high'),
      statistic: t ?? ratio,
      source:
        t !== null
          ? `t = ${t.printed}`
          : ratio === null
            ? ''
            : `t = ${b!.printed}/${se!.printed} = ${showInterval(ratio.low, ratio.high, 2)}`,
      from: t !== null ? [t] : ratio === null ? [] : [b!, se!],
    };
  });
}

/** Rows whose p only these degrees of freedom give, before they count as known though the study does not state its standard errors. */
const ENOUGH = 3;

/**
 * Other than classical errors have other degrees of freedom: those of clusters are not in print. Where the study does not say, the paper's
 * own p-values may.
 */
export function freedomOf(study: PrintedStudy, model: Model, rows: readonly CoefficientRow[]): Freedom {
  const n = casesOf(study, model);
  const clustered = OWN_DF.has(model.job.errors.kind);
  const df = n === null || clustered || n - model.k - 1 < 1 ? null : n - model.k - 1;
  const assumed = assumedClauses(model.job, 'errors');
  const known: Freedom = { df, n: model.n, assumed };
  if (assumed.length === 0 || df === null) return known;
  const few: Freedom = { ...known, df: Math.max(1, Math.min(20, Math.floor(df / 3))) };
  let [support, against] = [0, 0];
  for (const { p, statistic } of rows) {
    if (p === null || statistic === null) continue;
    if (!meets(pRange(statistic, known), p)) against += 1;
    else if (p.operator === '=' && !meets(pRange(statistic, few), p)) support += 1;
  }
  return support >= ENOUGH && support >= ENOUGH * against ? { ...known, assumed: [] } : known;
}

/**
 * The clauses that p-values in print (or the band of their stars) would need to be otherwise: none where no degrees of freedom give them.
 */
export function excusedBy(statistic: Interval, printed: Interval, freedom: Freedom): readonly string[] {
  return freedom.assumed.length > 0 && meets(pRange(statistic, { ...freedom, df: null }), printed) ? freedom.assumed : [];
}

/**
 * The two-sided p-values that a statistic can have. Where the study does not say that errors are classical, the normal distribution will do
 * as well as t.
 */
export function pRange(statistic: Interval, { df, assumed }: Freedom): Interval {
  const size = absolute(statistic);
  const normal = (value: number): number => 2 * normalUpper(value);
  if (df === null) return { low: normal(size.high), high: tTwoSided(size.low, 1) };
  const low = tTwoSided(size.high, df);
  return { low: assumed.length > 0 ? Math.min(low, normal(size.high)) : low, high: tTwoSided(size.low, df) };
}

/** The test of a row as a fact. */
export const testOf = ({ source, statistic }: CoefficientRow, freedom: Freedom): TestOfT => ({
  source,
  df: freedom.df,
  p: { ...pRange(statistic!, freedom), decimals: 4 },
});
