// Means of groups under a design: each group is a domain, and their estimates vary together. Wald test of all, differences of pairs.
import type { Codes } from '../../counts/points.ts';
import { chiSquareUpper, fUpper, tTwoSided } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { solve } from '../../numerics/linear-algebra.ts';
import { contrastVariance, designSize, taylor, type SurveyDesign } from './design.ts';
import { answeredRows, meanInfluence, surveyMean, type EstimateOptions, type SurveyMean } from './estimates.ts';

export interface SurveyPair {
  /** Positions among the groups that have a case. */
  readonly first: number;
  readonly second: number;
  /** Mean of the first less that of the second. */
  readonly difference: number;
  readonly se: number | null;
  readonly t: number | null;
  readonly p: number | null;
  readonly bonferroni: number | null;
}

export interface SurveyGroups<G = SurveyMean> {
  readonly n: number;
  readonly df: number;
  /** In order of the levels; a level without a case has n = 0 and no mean. */
  readonly groups: readonly G[];
  /** Covariances of the means of the groups that have a case. */
  readonly covariance: readonly (readonly number[])[];
  readonly chi2: number | null;
  readonly chi2P: number | null;
  readonly f: number | null;
  readonly df1: number;
  readonly df2: number;
  readonly p: number | null;
  readonly pairs: readonly SurveyPair[];
}

/**
 * Wald's test that all groups have one mean: W = (Cm)′(CVC′)⁻¹(Cm), F = W/(g − 1) on g − 1 and d − (g − 1) degrees of freedom, d = PSUs −
 * strata (Korn & Graubard 1990, American Statistician 44:270–276; R's survey::regTermTest after svyglm); pairs by t on d with
 * Bonferroni's p. `codes`: group a row, -1 none.
 */
export function surveyGroups(
  design: SurveyDesign,
  values: Float64Array,
  codes: Codes,
  levels: number,
  options: EstimateOptions = {},
): SurveyGroups {
  const { members, confidence } = options;
  const grouped = Uint8Array.from(codes, (code, row) =>
    code >= 0 && code < levels && (members === undefined || members[row] === 1) ? 1 : 0,
  );
  const answered = answeredRows(design, [values], grouped);
  const df = options.df ?? designSize(design, answered).df;
  const masks = Array.from({ length: levels }, (_, level) => grouped.map((inside, row) => (inside === 1 && codes[row] === level ? 1 : 0)));
  const groups = masks.map((mask) =>
    surveyMean(design, values, { members: mask, df, ...(confidence === undefined ? {} : { confidence }) }),
  );
  const there = groups.flatMap((group, level) => (group.mean === null ? [] : [{ group, mask: masks[level]! }]));
  const influence = there.map(({ group, mask }) =>
    meanInfluence(design, values, answeredRows(design, [values], mask), group.mean!, group.weights.sum),
  );
  return testedGroups(groups, taylor(design, influence, answered), df);
}

/** The tests of groups whose means are estimated. `covariance`: of the means of the groups that have a case. */
export function testedGroups<G extends Pick<SurveyMean, 'n' | 'mean'>>(
  groups: readonly G[],
  covariance: readonly (readonly number[])[],
  df: number,
): SurveyGroups<G> {
  const means = groups.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  const g = means.length;
  const known = df > 0;
  const pairs: SurveyPair[] = [];
  const comparisons = (g * (g - 1)) / 2;
  for (let first = 0; first < g; first++)
    for (let second = first + 1; second < g; second++) {
      const difference = means[first]! - means[second]!;
      const contrast = means.map((_, at) => (at === first ? 1 : at === second ? -1 : 0));
      const se = known ? Math.sqrt(Math.max(0, contrastVariance(covariance, contrast))) : NaN;
      const t = se > 0 ? difference / se : NaN;
      const p = Number.isNaN(t) ? null : finite(tTwoSided(t, df));
      pairs.push({
        first,
        second,
        difference,
        se: finite(se),
        t: finite(t),
        p,
        bonferroni: p === null ? null : Math.min(1, p * comparisons),
      });
    }
  const df1 = g - 1;
  const df2 = df - df1;
  const wald = known && g >= 2 ? waldOf(means, covariance) : null;
  const f = wald === null ? null : wald / df1;
  return {
    n: groups.reduce((total, group) => total + group.n, 0),
    df,
    groups,
    covariance,
    chi2: wald,
    chi2P: wald === null ? null : finite(chiSquareUpper(wald, df1)),
    f,
    df1,
    df2,
    p: f === null || df2 <= 0 ? null : finite(fUpper(f, df1, df2)),
    pairs,
  };
}

/** Contrasts with the first; null when they do not vary. */
function waldOf(means: readonly number[], covariance: readonly (readonly number[])[]): number | null {
  const differences = means.slice(1).map((mean) => mean - means[0]!);
  const variance = differences.map((_, i) =>
    differences.map((__, j) => covariance[i + 1]![j + 1]! - covariance[i + 1]![0]! - covariance[0]![j + 1]! + covariance[0]![0]!),
  );
  const solved = solve(
    variance,
    differences.map((value) => [value]),
  );
  return solved === null ? null : finite(differences.reduce((total, value, i) => total + value * solved[i]![0]!, 0));
}
