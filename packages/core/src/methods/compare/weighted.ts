// Groups of a sample that was drawn by a design: means of domains, Wald's F, pairs by t. What an analysis of variance has besides has no
// weighted form and is null.
import type { Codes } from '../../counts/points.ts';
import { tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { rangeOfValues } from '../../procedures/composite/composite.ts';
import type { GroupComparison, GroupStatistics, PairComparison } from '../../procedures/compare/groups.ts';
import { holmAdjusted } from '../../procedures/compare/pairs.ts';
import { surveyGroups } from '../../procedures/survey/groups.ts';
import { surveyMean, type SurveyMean } from '../../procedures/survey/estimates.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import type { StudyDesign } from '../design/study-design.ts';

/** Null where fewer than two groups have a case. */
export const weightedGroups = derivation(
  'groups',
  { values: same<Float64Array>(), codes: same<Codes>(), levels: plain<readonly string[]>(), design: same<StudyDesign>() },
  ({ values, codes, levels, design: { survey, broken } }): GroupComparison | null => {
    const found = surveyGroups(survey, values, codes, levels.length, broken === null ? {} : { df: 0 });
    const there = levels.flatMap((level, at) => (found.groups[at]!.n > 0 ? [{ level, at, group: found.groups[at]! }] : []));
    if (there.length < 2) return null;
    const inside = (row: number, at: number | null): boolean =>
      survey.weights[row]! > 0 && (at === null ? codes[row]! >= 0 : codes[row] === at);
    const statistics = (level: string, { n, mean, sd, se, low, high }: SurveyMean, at: number | null): GroupStatistics => {
      const range = rangeOfValues(values.map((value, row) => (inside(row, at) ? value : NaN)));
      return { level, n, mean, sd, se, low, high, min: range?.low ?? null, max: range?.high ?? null };
    };
    const members = Uint8Array.from(codes, (code) => (code >= 0 ? 1 : 0));
    const all = surveyMean(survey, values, { members, df: found.df });
    const groups = there.map(({ level, at, group }) => statistics(level, group, at));
    // By weights that sum to n.
    const unit = found.n / all.weights.sum;
    const ssBetween = there.reduce(
      (sum, { group }) => sum + group.weights.sum * unit * (group.mean! - all.mean!) * (group.mean! - all.mean!),
      0,
    );
    const ssTotal = (all.sd ?? 0) * (all.sd ?? 0) * (found.n - 1);
    const { df1, df2, f, p } = found;
    return {
      n: found.n,
      mean: all.mean!,
      sd: all.sd ?? NaN,
      groups,
      anova: { ssBetween, ssWithin: Math.max(0, ssTotal - ssBetween), df1, df2, msBetween: null, msWithin: null, f, p },
      welch: { f: null, df1, df2: null, p: null },
      brownForsythe: { f: null, df1, df2: null, p: null },
      kruskalWallis: { h: null, df: df1, p: null },
      leveneMean: { f: null, df1, df2, p: null },
      leveneMedian: { f: null, p: null },
      eta2: ssTotal > 0 ? finite(ssBetween / ssTotal) : null,
      omega2: null,
      epsilon2: null,
      kruskalEpsilon2: null,
      pairs: pairsOf(
        found,
        there.map((one) => one.level),
      ),
      drawn: statistics('all', all, null),
    };
  },
);

function pairsOf({ pairs, df }: ReturnType<typeof surveyGroups>, levels: readonly string[]): readonly PairComparison[] {
  const m = pairs.length;
  const holm = holmAdjusted(pairs.map((pair) => pair.p));
  return pairs.map(({ first, second, difference, se, t, bonferroni }, at): PairComparison => {
    const half = se === null || df <= 0 ? null : tQuantile(1 - 0.025 / m, df) * se;
    return {
      i: levels[first]!,
      j: levels[second]!,
      difference,
      sePooled: se,
      lsdP: t === null ? null : finite(tTwoSided(t, df)),
      bonferroniP: bonferroni,
      bonferroniCi: half === null ? null : [difference - half, difference + half],
      holmP: holm[at]!,
      sidakP: null,
      scheffeP: null,
      tukeyP: null,
      tukeyCi: null,
      seSeparate: null,
      gamesHowellDf: null,
      gamesHowellP: null,
      gamesHowellCi: null,
    };
  });
}
