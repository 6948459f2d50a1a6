// A table of two categories under a design: weighted shares with their standard errors, and whether rows and columns go together.
import type { Codes } from '../../counts/points.ts';
import { chiSquareUpper, fUpper } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { multiply, solve, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { designSize, taylor, type SurveyDesign } from './design.ts';
import { answeredRows, meanInfluence, surveyMean, weightSummary } from './estimates.ts';

export interface SurveyCrosstab {
  readonly n: number;
  readonly counts: Matrix;
  readonly weighted: Matrix;
  /** In percent of all, and of the row; null where a row is empty. */
  readonly cellPercent: readonly (readonly (number | null)[])[];
  readonly rowPercent: readonly (readonly (number | null)[])[];
  readonly rowPercentSe: readonly (readonly (number | null)[])[];
  /** Of the weighted shares, times n; null where a table has one row or column with cases. */
  readonly pearson: number | null;
  readonly v: number | null;
  /** Rao and Scott's second-order correction: Pearson over the trace of the design effects, F on df1 and df2. */
  readonly f: number | null;
  readonly df1: number | null;
  readonly df2: number | null;
  readonly p: number | null;
  /** First order: Pearson over the mean design effect, χ² on (r − 1)(c − 1). */
  readonly firstOrderP: number | null;
  readonly df: number;
}

/**
 * Rao & Scott 1984, Annals of Statistics 12:46–60: with Δ the generalised design effects of the interaction, F = X²/tr Δ on (tr Δ)²/tr Δ²
 * and d times that, d = PSUs − strata (Thomas & Rao 1987, JASA 82:630–636; R's survey::svychisq(statistic = "F"); SPSS CSTABULATE's
 * adjusted F). Codes from 0, -1 missing: who has either missing, or is outside `members`, counts as outside the domain. Rows and columns
 * without a case are left out of the test.
 */
export function surveyCrosstab(
  design: SurveyDesign,
  rowCodes: Codes,
  columnCodes: Codes,
  rows: number,
  columns: number,
  members?: Uint8Array,
): SurveyCrosstab {
  const both = Float64Array.from(rowCodes, (code, row) => (code < 0 || columnCodes[row]! < 0 ? NaN : 1));
  const inside = answeredRows(design, [both], members);
  const { n, sum } = weightSummary(design.weights, inside);
  const { df } = designSize(design, inside);
  const empty = (): number[][] => Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
  const [counts, weighted] = [empty(), empty()];
  for (let row = 0; row < inside.length; row++) {
    if (inside[row] !== 1) continue;
    const [i, j] = [rowCodes[row]!, columnCodes[row]!];
    counts[i]![j] = counts[i]![j]! + 1;
    weighted[i]![j] = weighted[i]![j]! + design.weights[row]!;
  }
  const rowSum = weighted.map((line) => line.reduce((total, value) => total + value, 0));
  const inRow = Array.from({ length: rows }, (_, i) => inside.map((one, row) => (one === 1 && rowCodes[row] === i ? 1 : 0)));
  const errors = weighted.map((line, i) =>
    line.map((_, j) => {
      const { se } = surveyMean(design, indicator(columnCodes, j), { members: inRow[i]!, df });
      return se === null || rowSum[i] === 0 ? null : 100 * se;
    }),
  );
  return {
    n,
    counts,
    weighted,
    cellPercent: weighted.map((line) => line.map((value) => (n === 0 ? null : (100 * value) / sum))),
    rowPercent: weighted.map((line, i) => line.map((value) => (rowSum[i] === 0 ? null : (100 * value) / rowSum[i]!))),
    rowPercentSe: errors,
    df,
    ...association(design, rowCodes, columnCodes, weighted, inside, n, df),
  };
}

const indicator = (codes: Codes, level: number): Float64Array =>
  Float64Array.from(codes, (code) => (code < 0 ? NaN : code === level ? 1 : 0));

type Association = Pick<SurveyCrosstab, 'pearson' | 'v' | 'f' | 'df1' | 'df2' | 'p' | 'firstOrderP'>;
const NONE: Association = { pearson: null, v: null, f: null, df1: null, df2: null, p: null, firstOrderP: null };

function association(
  design: SurveyDesign,
  rowCodes: Codes,
  columnCodes: Codes,
  weighted: Matrix,
  inside: Uint8Array,
  n: number,
  df: number,
): Association {
  const used = (sums: readonly number[]): number[] => sums.flatMap((value, at) => (value > 0 ? [at] : []));
  const rows = used(weighted.map((line) => line.reduce((total, value) => total + value, 0)));
  const columns = used((weighted[0] ?? []).map((_, j) => weighted.reduce((total, line) => total + line[j]!, 0)));
  const [r, c] = [rows.length, columns.length];
  if (r < 2 || c < 2) return NONE;
  const total = weighted.reduce((sum, line) => sum + line.reduce((own, value) => own + value, 0), 0);
  const share = rows.map((i) => columns.map((j) => weighted[i]![j]! / total));
  const rowShare = share.map((line) => line.reduce((sum, value) => sum + value, 0));
  const columnShare = columns.map((_, j) => share.reduce((sum, line) => sum + line[j]!, 0));
  let pearson = 0;
  for (let i = 0; i < r; i++)
    for (let j = 0; j < c; j++) {
      const expected = rowShare[i]! * columnShare[j]!;
      pearson += (n * (share[i]![j]! - expected) * (share[i]![j]! - expected)) / expected;
    }
  const v = finite(Math.sqrt(pearson / (n * Math.min(r - 1, c - 1))));
  if (df <= 0) return { ...NONE, pearson, v };
  // The interaction's contrasts, free of rows and columns: products of deviations, (r − 1)(c − 1) of them.
  const contrasts: number[][] = [];
  for (let a = 1; a < r; a++)
    for (let b = 1; b < c; b++)
      contrasts.push(rows.flatMap((_, i) => columns.map((__, j) => ((i === a ? 1 : 0) - 1 / r) * ((j === b ? 1 : 0) - 1 / c))));
  const cells = share.flat();
  const inverse = cells.map((value) => (value > 0 ? 1 / value : 0));
  const influence = rows.flatMap((i, at) =>
    columns.map((j, to) =>
      meanInfluence(
        design,
        Float64Array.from(rowCodes, (code, row) => (code === i && columnCodes[row] === j ? 1 : 0)),
        inside,
        share[at]![to]!,
        total,
      ),
    ),
  );
  const variance = taylor(design, influence, inside);
  const scaled = contrasts.map((line) => line.map((value, cell) => value * inverse[cell]!));
  const numerator = multiply(multiply(scaled, variance), transpose(scaled));
  const denominator = contrasts.map((one) =>
    contrasts.map((other) => one.reduce((sum, value, cell) => sum + (value * other[cell]! * inverse[cell]!) / n, 0)),
  );
  const delta = solve(denominator, numerator);
  if (delta === null) return { ...NONE, pearson, v };
  const trace = delta.reduce((sum, line, i) => sum + line[i]!, 0);
  const squares = multiply(delta, delta).reduce((sum, line, i) => sum + line[i]!, 0);
  const df1 = finite((trace * trace) / squares);
  const f = finite(pearson / trace);
  return {
    pearson,
    v,
    f,
    df1,
    df2: df1 === null ? null : df1 * df,
    p: f === null || df1 === null ? null : finite(fUpper(f, df1, df1 * df)),
    firstOrderP: trace > 0 ? finite(chiSquareUpper(pearson / (trace / delta.length), delta.length)) : null,
  };
}
