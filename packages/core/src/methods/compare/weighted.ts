// Groups of a sample that was drawn by a design: means of domains, Wald's F, pairs by t. What an analysis of variance has besides has no
// weighted form and is null.
import { floatsOf, type Codes, type Values } from '../../counts/points.ts';
import { tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { rangeOfValues } from '../../procedures/composite/composite.ts';
import type { GroupComparison, GroupStatistics, PairComparison } from '../../procedures/compare/groups.ts';
import { holmAdjusted } from '../../procedures/compare/pairs.ts';
import { surveyDomains, type DomainMean } from '../../procedures/survey/domains.ts';
import { surveyGroups, testedGroups, type SurveyGroups } from '../../procedures/survey/groups.ts';
import { surveyMean, type SurveyMean } from '../../procedures/survey/estimates.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import type { StudyDesign } from '../design/study-design.ts';
import { domainUnits } from '../design/weighted.ts';

/** Null where fewer than two groups have a case. */
export const weightedGroups = derivation(
  'groups',
  { values: same<Values>(), codes: same<Codes>(), levels: plain<readonly string[]>(), design: same<StudyDesign>() },
  ({ values, codes, levels, design }): GroupComparison | null => {
    const { found, all } = groupsOf(design, values, codes, levels.length);
    const there = levels.flatMap((level, at) => (found.groups[at]!.n > 0 ? [{ level, at, group: found.groups[at]! }] : []));
    if (there.length < 2) return null;
    const statistics = (level: string, { n, mean, sd, se, low, high, min, max }: Ranged): GroupStatistics => ({
      level,
      n,
      mean,
      sd,
      se,
      low,
      high,
      min,
      max,
    });
    const groups = there.map(({ level, group }) => statistics(level, group));
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
      drawn: statistics('all', all),
    };
  },
);

type Ranged = Omit<SurveyMean, 'weights'> & Pick<DomainMean, 'weights' | 'min' | 'max'>;

/** Every group with its ends, and all of them together. */
function groupsOf(
  design: StudyDesign,
  values: Values,
  codes: Codes,
  levels: number,
): { readonly found: SurveyGroups<Ranged>; readonly all: Ranged } {
  const { survey, broken } = design;
  const df = broken === null ? {} : { df: 0 };
  const units = domainUnits(design);
  if (units !== null) {
    const domains = surveyDomains(survey, units, values, { codes, levels, ...df });
    return { found: testedGroups(domains.levels, domains.covariance, domains.df), all: domains.all };
  }
  const numbers = floatsOf(values);
  const ranged = (mean: SurveyMean, inside: (row: number) => boolean): Ranged => {
    const range = rangeOfValues(numbers.map((value, row) => (survey.weights[row]! > 0 && inside(row) ? value : NaN)));
    return { ...mean, min: range?.low ?? null, max: range?.high ?? null };
  };
  const found = surveyGroups(survey, numbers, codes, levels, df);
  const members = Uint8Array.from(codes, (code) => (code >= 0 ? 1 : 0));
  return {
    found: { ...found, groups: found.groups.map((group, at) => ranged(group, (row) => codes[row] === at)) },
    all: ranged(surveyMean(survey, numbers, { members, df: found.df }), (row) => codes[row]! >= 0),
  };
}

function pairsOf({ pairs, df }: SurveyGroups<Ranged>, levels: readonly string[]): readonly PairComparison[] {
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
