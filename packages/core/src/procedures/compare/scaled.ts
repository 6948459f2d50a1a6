// A comparison of values brought to another range: what has the values' unit is brought there, tests and effect sizes are the same.
import type { Scaled } from '../../counts/scaled.ts';
import { square } from '../../numerics/powers.ts';
import type { GroupComparison, GroupStatistics } from './groups.ts';
import type { PairComparison } from './pairs.ts';
import type { IndependentTest, TResult } from './t-test.ts';

const times = (value: number | null, factor: number): number | null => (value === null ? null : factor * value);
const bothTimes = (ends: readonly [number, number] | null, factor: number): readonly [number, number] | null =>
  ends === null ? null : [factor * ends[0], factor * ends[1]];

/** `named`: what the levels are called, by what `found` calls them. What is made when it is read stays so. */
export function scaledComparison(found: GroupComparison, { factor, at }: Scaled, named: (level: string) => string): GroupComparison {
  const atOf = (value: number | null): number | null => (value === null ? null : at(value));
  const { n, anova, welch, brownForsythe, eta2, omega2, epsilon2 } = found;
  return {
    n,
    mean: at(found.mean),
    sd: factor * found.sd,
    groups: found.groups.map(
      (group): GroupStatistics => ({
        level: named(group.level),
        n: group.n,
        mean: atOf(group.mean),
        sd: times(group.sd, factor),
        se: times(group.se, factor),
        low: atOf(group.low),
        high: atOf(group.high),
        min: atOf(group.min),
        max: atOf(group.max),
      }),
    ),
    anova: {
      ...anova,
      ssBetween: square(factor) * anova.ssBetween,
      ssWithin: square(factor) * anova.ssWithin,
      msBetween: times(anova.msBetween, square(factor)),
      msWithin: times(anova.msWithin, square(factor)),
    },
    welch,
    brownForsythe,
    eta2,
    omega2,
    epsilon2,
    get kruskalWallis() {
      return found.kruskalWallis;
    },
    get leveneMean() {
      return found.leveneMean;
    },
    get leveneMedian() {
      return found.leveneMedian;
    },
    get kruskalEpsilon2() {
      return found.kruskalEpsilon2;
    },
    get pairs() {
      return found.pairs.map(
        (pair): PairComparison => ({
          ...pair,
          i: named(pair.i),
          j: named(pair.j),
          difference: factor * pair.difference,
          sePooled: times(pair.sePooled, factor),
          seSeparate: times(pair.seSeparate, factor),
          tukeyCi: bothTimes(pair.tukeyCi, factor),
          bonferroniCi: bothTimes(pair.bonferroniCi, factor),
          gamesHowellCi: bothTimes(pair.gamesHowellCi, factor),
        }),
      );
    },
  };
}

export function scaledTest(found: IndependentTest, { factor, at }: Scaled): IndependentTest {
  const result = (one: TResult): TResult => ({
    ...one,
    se: times(one.se, factor),
    low: times(one.low, factor),
    high: times(one.high, factor),
  });
  return {
    ...found,
    mean: [at(found.mean[0]), at(found.mean[1])],
    sd: [times(found.sd[0], factor), times(found.sd[1], factor)],
    se: [times(found.se[0], factor), times(found.se[1], factor)],
    difference: factor * found.difference,
    equal: result(found.equal),
    welch: result(found.welch),
  };
}
