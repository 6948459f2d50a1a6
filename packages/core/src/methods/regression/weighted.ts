// The fit of a regression in a study with a design: weighted least squares with Taylor's standard errors, in the shape of an ordinary fit.
// What has no weighted form in it (likelihoods, Durbin–Watson, partial correlations) is null.
import { finite } from '../../numerics/finite.ts';
import { inverseSymmetric } from '../../numerics/linear-algebra.ts';
import { correlationOf, type Moments } from '../../moments/moments.ts';
import { scattered } from '../../moments/rows.ts';
import { designMomentsOf } from '../../moments/design-weights.ts';
import { countedSurveyFit } from '../../procedures/survey/counted-model.ts';
import { surveyFit, surveyTests, type SurveyFit } from '../../procedures/survey/model.ts';
import { countedFit, countedPredictors, type CodedTerm } from '../../procedures/regression/counted.ts';
import { linearFit, type Coefficient, type FitFailure, type LinearFit } from '../../procedures/regression/ols.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import type { StudyDesign } from '../design/study-design.ts';
import { countedUnits } from '../design/weighted.ts';

export interface WeightedFit {
  readonly fit: LinearFit;
  /** Lengths of the predictors, √Σw(x − x̄)². */
  readonly spreads: readonly number[];
}

/** `columns` are the predictors in the chosen `rows` of the file, `values` the outcome in all rows. */
export const weightedFit = derivation(
  'weighted fit',
  {
    columns: each<Float64Array>(),
    terms: plain<readonly string[]>(),
    values: same<Float64Array>(),
    rows: same<Uint32Array>(),
    sample: same<StudyDesign>(),
    confidence: plain<number>(),
  },
  ({ columns, terms, values, rows, sample: { survey, broken }, confidence }): WeightedFit | FitFailure => {
    const all = values.length;
    // Rows that `where` leaves out stay in the design, without a value.
    const x = columns.map((column) => scattered(column, rows, all));
    const chosen = new Uint8Array(all);
    for (const row of rows) chosen[row] = 1;
    const found = surveyFit(survey, { family: 'gaussian', y: values, x, members: chosen });
    if ('problem' in found) {
      if (found.problem === 'too-few') return found;
      if (found.problem === 'constant-outcome') return found;
      const at = found.problem === 'collinear' ? found.at : terms.length - 1;
      // Which others determine it, an ordinary fit of the same rows tells.
      const used = Uint32Array.from(rows.keys()).filter(
        (row) => !Number.isNaN(values[rows[row]!]!) && columns.every((column) => !Number.isNaN(column[row]!)),
      );
      const plainly = linearFit({
        y: Float64Array.from(used, (row) => values[rows[row]!]!),
        x: columns.map((column) => Float64Array.from(used, (row) => column[row]!)),
        terms,
        confidence,
      });
      return 'problem' in plainly && plainly.problem === 'collinear'
        ? plainly
        : { problem: 'collinear', term: terms[at]!, on: terms.slice(0, at) };
    }
    return shaped(found, designMomentsOf([...x, values], survey.weights, found.rows), { terms, broken, confidence });
  },
);

/** The same of coded predictors, whose columns are not written out. `mask`: rows that are chosen and have every predictor; null: all. */
export const countedWeightedFit = derivation(
  'weighted fit of codes',
  {
    coded: each<CodedTerm>(),
    terms: plain<readonly string[]>(),
    values: same<Float64Array>(),
    mask: same<Uint8Array | null>(),
    sample: same<StudyDesign>(),
    confidence: plain<number>(),
  },
  ({ coded, terms, values, mask: complete, sample, confidence }): WeightedFit | FitFailure => {
    const { survey, broken } = sample;
    const mask = new Uint8Array(values.length);
    for (let row = 0; row < mask.length; row++)
      if (survey.weights[row]! > 0 && complete?.[row] !== 0 && !Number.isNaN(values[row]!)) mask[row] = 1;
    const found = countedSurveyFit(survey, countedUnits(sample)!, coded, values, mask);
    if (!('problem' in found)) return shaped(found, found.moments, { terms, broken, confidence });
    if (found.problem === 'too-few' || found.problem === 'constant-outcome') return found;
    const plainly = countedFit(countedPredictors(coded, mask), values, terms, confidence);
    if ('problem' in plainly && plainly.problem === 'collinear') return plainly;
    const at = found.problem === 'collinear' ? found.at : terms.length - 1;
    return { problem: 'collinear', term: terms[at]!, on: terms.slice(0, at) };
  },
);

/** The first columns of a design, as terms. */
export function firstColumns(terms: readonly CodedTerm[], size: number): readonly CodedTerm[] {
  let left = size;
  const first = terms.flatMap((term) => {
    const columns = term.columns.slice(0, left);
    left -= columns.length;
    return columns.length === 0 ? [] : [columns.length === term.columns.length ? term : { ...term, columns }];
  });
  return first.length === terms.length && first.every((term, at) => term === terms[at]) ? terms : first;
}

function shaped(
  found: Pick<SurveyFit, 'b' | 'covariance' | 'df' | 'r2'>,
  moments: Moments,
  { terms, broken, confidence }: { readonly terms: readonly string[]; readonly broken: string | null; readonly confidence: number },
): WeightedFit {
  const k = terms.length;
  const df = broken === null ? found.df : 0;
  const tests = surveyTests(found, df, confidence);
  const { n } = moments;
  const correlation = correlationOf(moments);
  const inner = inverseSymmetric(correlation.slice(0, k).map((row) => row.slice(0, k)));
  const ssTotal = moments.cross[k]![k]!;
  const r2 = found.r2 ?? 0;
  const ssResidual = ssTotal * (1 - r2);
  const perfect = 1 - r2 <= 1e-26;
  const spreads = moments.cross.slice(0, k).map((row, j) => Math.sqrt(row[j]!));
  const coefficients = found.b.map((b, j): Coefficient => {
    const own = perfect ? null : tests.se[j]!;
    const common = {
      term: j === 0 ? 'intercept' : terms[j - 1]!,
      b,
      se: own,
      t: perfect ? null : tests.t[j]!,
      p: perfect ? null : tests.p[j]!,
      low: perfect ? null : tests.low[j]!,
      high: perfect ? null : tests.high[j]!,
      partial: null,
      part: null,
    };
    if (j === 0) return { ...common, beta: null, tolerance: null, vif: null, zeroOrder: null };
    const vif = inner === null ? null : finite(inner[j - 1]![j - 1]!);
    return {
      ...common,
      beta: (b * spreads[j - 1]!) / Math.sqrt(ssTotal),
      tolerance: vif === null ? null : 1 / vif,
      vif,
      zeroOrder: finite(correlation[j - 1]![k]!),
    };
  });
  const df2 = n - k - 1;
  return {
    spreads,
    fit: {
      n,
      predictors: k,
      perfect,
      r2: perfect ? 1 : r2,
      adjustedR2: perfect ? 1 : 1 - ((1 - r2) * (n - 1)) / df2,
      f: perfect ? null : tests.f,
      df1: k,
      df2: df,
      p: perfect ? null : tests.fP,
      rmse: perfect ? 0 : Math.sqrt(ssResidual / df2),
      ssRegression: ssTotal - ssResidual,
      ssResidual,
      ssTotal,
      aic: null,
      bic: null,
      aicFull: null,
      bicFull: null,
      logLikelihood: null,
      durbinWatson: null,
      breuschPagan: null,
      coefficients,
      residuals: new Float64Array(0),
      covariance: found.covariance,
      unscaledCovariance: unscaled(moments.means.slice(0, k), spreads, inner, n),
      offsets: terms.map(() => 0),
    },
  };
}

/** (X′WX)⁻¹ with weights that sum to n, the intercept first. */
function unscaled(
  means: readonly number[],
  spreads: readonly number[],
  inner: readonly (readonly number[])[] | null,
  n: number,
): readonly (readonly number[])[] {
  const slopes = means.map((_, i) => means.map((__, j) => (inner === null ? NaN : inner[i]![j]! / (spreads[i]! * spreads[j]!))));
  const first = slopes.map((row) => -row.reduce((sum, value, j) => sum + value * means[j]!, 0));
  const corner = 1 / n - first.reduce((sum, value, j) => sum + value * means[j]!, 0);
  return [[corner, ...first], ...slopes.map((row, i) => [first[i]!, ...row])];
}
