// Comparisons of two groups at a time after the test of all: which p, standard error and interval a pair has. One more is one more entry
// here.
import { option, type Chosen } from '../../contract/option.ts';
import { tQuantile } from '../../numerics/distributions.ts';
import { power } from '../../numerics/exponential.ts';
import type { PairComparison } from '../../procedures/compare/pairs.ts';

export interface PairTest {
  readonly p: number | null;
  readonly se: number | null;
  /** At 95 %, for all pairs at once; null with the reason where the procedure has none. */
  readonly interval: readonly [number, number] | null;
}

interface PostHoc {
  readonly test: (pair: PairComparison, all: { readonly groups: number; readonly df: number }) => PairTest;
  /** Under its table. */
  readonly label: string;
  readonly formula: {
    readonly p: string;
    readonly se: string;
    /** Half the interval, or why there is none. */
    readonly half: string | { readonly none: string };
    readonly source: string;
  };
}

const pooled = '√(MSw·(1/nᵢ + 1/nⱼ))';

export const postHoc = option<PostHoc>()({
  word: 'post_hoc',
  doc: 'The pairwise comparison after a test of several groups; tukey when left out.',
  example: 'post_hoc games_howell',
  default: 'tukey',
  choices: {
    tukey: {
      doc: 'Tukey–Kramer, for equal variances.',
      label: 'Tukey–Kramer',
      test: (pair) => ({ p: pair.tukeyP, se: pair.sePooled, interval: pair.tukeyCi }),
      formula: {
        p: 'P(q(k, n − k) > √2·|x̄ᵢ − x̄ⱼ|/se)',
        se: pooled,
        half: 'q₀.₉₅(k, n − k)/√2 · se',
        source: 'Tukey–Kramer: Kramer 1956, Biometrics 12:307–310',
      },
    },
    games_howell: {
      doc: 'Games–Howell, for unequal variances.',
      label: 'Games–Howell',
      test: (pair) => ({ p: pair.gamesHowellP, se: pair.seSeparate, interval: pair.gamesHowellCi }),
      formula: {
        p: 'P(q(k, ν) > √2·|x̄ᵢ − x̄ⱼ|/se), ν Welch’s degrees of freedom of the pair',
        se: '√(sᵢ²/nᵢ + sⱼ²/nⱼ)',
        half: 'q₀.₉₅(k, ν)/√2 · se',
        source: 'Games & Howell 1976, Journal of Educational Statistics 1:113–125',
      },
    },
    bonferroni: {
      doc: 'Bonferroni’s correction.',
      weighted: true,
      label: 'Bonferroni',
      test: (pair) => ({ p: pair.bonferroniP, se: pair.sePooled, interval: pair.bonferroniCi }),
      formula: {
        p: 'min(1, m·p of t on n − k), m the number of pairs',
        se: pooled,
        half: 't(1 − 0.025/m; n − k) · se',
        source: 'Dunn 1961, JASA 56:52–64',
      },
    },
    sidak: {
      doc: 'Šidák’s correction, a little closer than Bonferroni’s.',
      label: 'Šidák',
      test: (pair, { groups, df }) => ({
        p: pair.sidakP,
        se: pair.sePooled,
        interval: sidakInterval(pair, (groups * (groups - 1)) / 2, df),
      }),
      formula: {
        p: '1 − (1 − p)^m, p of t on n − k, m the number of pairs',
        se: pooled,
        half: 't(½ + ½·0.95^(1/m); n − k) · se',
        source: 'Šidák 1967, JASA 62:626–633',
      },
    },
    holm: {
      doc: 'Holm’s step-down correction.',
      weighted: true,
      label: 'Holm',
      test: (pair) => ({ p: pair.holmP, se: pair.sePooled, interval: null }),
      formula: {
        p: 'p of t on n − k, from the smallest times m, m − 1, …, never less than the one before',
        se: pooled,
        half: { none: 'Holm’s procedure has no simultaneous interval' },
        source: 'Holm 1979, Scandinavian Journal of Statistics 6:65–70',
      },
    },
  },
});

function sidakInterval({ difference, sePooled }: PairComparison, pairs: number, df: number): readonly [number, number] | null {
  if (sePooled === null || !(df > 0)) return null;
  const half = tQuantile(0.5 + power(0.95, 1 / pairs) / 2, df) * sePooled;
  return [difference - half, difference + half];
}

export type PostHocRule = Chosen<typeof postHoc>['kind'];

export const postHocOf = (rule: PostHocRule): PostHoc => postHoc.choices[rule];
