// Comparisons of two groups at a time after an analysis of variance, with the usual protections against many tests.
import { expm1, log1p } from '../../numerics/exponential.ts';
import { square } from '../../numerics/powers.ts';
import { fUpper, studentizedRangeQuantile, studentizedRangeUpper, tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { finite, finitePair } from '../../numerics/finite.ts';
import type { GroupMoments } from './groups.ts';

/** Null where a group of one case has no variance of its own, or where nothing varies. */
export interface PairComparison {
  readonly i: string;
  readonly j: string;
  readonly difference: number;
  /** From the pooled within-group variance; from the two groups' own. */
  readonly sePooled: number | null;
  readonly seSeparate: number | null;
  readonly lsdP: number | null;
  readonly bonferroniP: number | null;
  readonly holmP: number | null;
  readonly sidakP: number | null;
  readonly tukeyP: number | null;
  readonly tukeyCi: readonly [number, number] | null;
  readonly bonferroniCi: readonly [number, number] | null;
  readonly scheffeP: number | null;
  readonly gamesHowellDf: number | null;
  readonly gamesHowellP: number | null;
  readonly gamesHowellCi: readonly [number, number] | null;
}

/**
 * All pairs i < j, `difference` = mean i − mean j, intervals at 95 %. LSD: t with the pooled variance on n − k degrees of freedom;
 * Bonferroni, Holm (1979, Scand. J. Statist. 6:65–70) and Šidák (1967) on its p; Tukey–Kramer (Kramer 1956) by the studentised range;
 * Scheffé 1959 by F; Games & Howell 1976 (J. Educ. Statist. 1:113–125) with the groups' own variances and Welch's degrees of freedom.
 */
export function comparePairs(groups: readonly GroupMoments[], msWithin: number | null, df: number): PairComparison[] {
  const k = groups.length;
  const count = (k * (k - 1)) / 2;
  // Where nothing varies within the groups, there is nothing to test a difference against.
  const ms = msWithin !== null && msWithin > 0 ? msWithin : NaN;
  const tukeyFactor = df > 0 ? studentizedRangeQuantile(0.95, k, df) / Math.SQRT2 : NaN;
  const bonferroniFactor = df > 0 ? tQuantile(1 - 0.025 / count, df) : NaN;
  const pairs: Omit<PairComparison, 'holmP'>[] = [];
  for (let first = 0; first < k; first++) {
    for (let second = first + 1; second < k; second++) {
      const a = groups[first]!;
      const b = groups[second]!;
      const difference = a.mean - b.mean;
      const se = Math.sqrt(ms * (1 / a.n + 1 / b.n));
      const t = Math.abs(difference / se);
      const p = tTwoSided(t, df);
      const separate = gamesHowell(a, b, k);
      pairs.push({
        i: a.level,
        j: b.level,
        difference,
        sePooled: finite(se),
        lsdP: finite(p),
        bonferroniP: finite(Math.min(1, p * count)),
        sidakP: finite(-expm1(count * log1p(-p))),
        tukeyP: finite(studentizedRangeUpper(t * Math.SQRT2, k, df)),
        tukeyCi: around(difference, tukeyFactor * se),
        bonferroniCi: around(difference, bonferroniFactor * se),
        scheffeP: finite(fUpper((t * t) / (k - 1), k - 1, df)),
        ...separate,
      });
    }
  }
  const holm = holmAdjusted(pairs.map((pair) => pair.lsdP));
  return pairs.map((pair, index) => ({ ...pair, holmP: holm[index]! }));
}

/**
 * Pairs of adjusted means by the same protections, each with its own standard error; Tukey's as R's emmeans has it: P(q(k, df) > √2·|t|).
 * Of variances of their own there are none.
 */
export function adjustedPairs(
  differences: readonly { readonly i: string; readonly j: string; readonly difference: number; readonly se: number | null }[],
  groups: number,
  df: number,
): PairComparison[] {
  const count = differences.length;
  const tukeyFactor = df > 0 ? studentizedRangeQuantile(0.95, groups, df) / Math.SQRT2 : NaN;
  const bonferroniFactor = df > 0 ? tQuantile(1 - 0.025 / count, df) : NaN;
  const pairs = differences.map(({ i, j, difference, se: known }): Omit<PairComparison, 'holmP'> => {
    const se = known ?? NaN;
    const t = Math.abs(difference / se);
    const p = tTwoSided(t, df);
    return {
      i,
      j,
      difference,
      sePooled: known,
      lsdP: finite(p),
      bonferroniP: finite(Math.min(1, p * count)),
      sidakP: finite(-expm1(count * log1p(-p))),
      tukeyP: finite(studentizedRangeUpper(t * Math.SQRT2, groups, df)),
      tukeyCi: around(difference, tukeyFactor * se),
      bonferroniCi: around(difference, bonferroniFactor * se),
      scheffeP: finite(fUpper((t * t) / (groups - 1), groups - 1, df)),
      seSeparate: null,
      gamesHowellDf: null,
      gamesHowellP: null,
      gamesHowellCi: null,
    };
  });
  const holm = holmAdjusted(pairs.map((pair) => pair.lsdP));
  return pairs.map((pair, index) => ({ ...pair, holmP: holm[index]! }));
}

function gamesHowell(
  a: GroupMoments,
  b: GroupMoments,
  k: number,
): Pick<PairComparison, 'seSeparate' | 'gamesHowellDf' | 'gamesHowellP' | 'gamesHowellCi'> {
  const va = a.variance / a.n;
  const vb = b.variance / b.n;
  const se = Math.sqrt(va + vb);
  const df = square(va + vb) / (square(va) / (a.n - 1) + square(vb) / (b.n - 1));
  if (!(df > 0) || !Number.isFinite(df)) return { seSeparate: finite(se), gamesHowellDf: null, gamesHowellP: null, gamesHowellCi: null };
  const difference = a.mean - b.mean;
  return {
    seSeparate: se,
    gamesHowellDf: df,
    gamesHowellP: finite(studentizedRangeUpper(Math.abs(difference / se) * Math.SQRT2, k, df)),
    gamesHowellCi: around(difference, (studentizedRangeQuantile(0.95, k, df) / Math.SQRT2) * se),
  };
}

function around(centre: number, half: number): readonly [number, number] | null {
  return finitePair(centre - half, centre + half);
}

/** Holm's step-down p-values, in the order given; a null stays null and is not counted. */
export function holmAdjusted(values: readonly (number | null)[]): (number | null)[] {
  const order = values.flatMap((value, index) => (value === null ? [] : [{ value, index }])).sort((a, b) => a.value - b.value);
  const out: (number | null)[] = values.map(() => null);
  let most = 0;
  order.forEach(({ value, index }, rank) => {
    most = Math.max(most, Math.min(1, value * (order.length - rank)));
    out[index] = most;
  });
  return out;
}
