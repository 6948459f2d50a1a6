// How well a model fits, from its χ² and that of the baseline: for one group and for several, plain and scaled.
import { chiSquareUpper } from '../../numerics/distributions.ts';
import { noncentralChiSquareCdf, noncentralityAt } from '../../numerics/noncentral-chi-square.ts';
import { square } from '../../numerics/powers.ts';

export interface FitIndices {
  readonly p: number | null;
  readonly cfi: number | null;
  readonly tli: number | null;
  /** Normed, incremental and relative noncentrality: NFI, IFI, RNI. */
  readonly nfi: number | null;
  readonly ifi: number | null;
  readonly rni: number | null;
  readonly rmsea: number | null;
  /** 90 %, from the non-central χ²; and P(a misfit as large as this, were RMSEA .05): the test of close fit. */
  readonly rmseaInterval: { readonly low: number; readonly high: number } | null;
  readonly closeFit: number | null;
}

export interface TestedFit {
  readonly chi2: number;
  readonly df: number;
  readonly baselineChi2: number;
  readonly baselineDf: number;
  /** What χ² is a multiple of: cases, or one less. */
  readonly n: number;
  readonly groups: number;
  /** χ² and df that RMSEA's interval is read from, where it is scaled: before scaling, and times the factor. */
  readonly interval?: { readonly chi2: number; readonly df: number };
}

/**
 * CFI after Bentler 1990 (Psychological Bulletin 107:238–246) and TLI after Tucker & Lewis 1973, NFI after Bentler & Bonett 1980, IFI
 * after Bollen 1989, RNI after McDonald & Marsh 1990; RMSEA = √G·√(max(χ² − df, 0)/(N·df)) (Steiger 1998, Structural Equation Modeling
 * 5:411–419), its interval and close fit after Browne & Cudeck 1993. CFI and TLI are null without a baseline misfit, RMSEA, p and TLI
 * without degrees of freedom.
 */
export function fitIndices({ chi2, df, baselineChi2, baselineDf, n, groups, interval }: TestedFit): FitIndices {
  const excess = Math.max(chi2 - df, 0);
  const baselineExcess = Math.max(baselineChi2 - baselineDf, excess);
  const tliScale = baselineDf > 0 ? baselineChi2 / baselineDf - 1 : 0;
  const from = interval ?? { chi2, df };
  const rmseaAt = (probability: number): number => Math.sqrt((groups * noncentralityAt(from.chi2, from.df, probability)) / (n * from.df));
  return {
    p: df > 0 ? chiSquareUpper(chi2, df) : null,
    cfi: baselineExcess > 0 ? 1 - excess / baselineExcess : null,
    tli: df > 0 && tliScale !== 0 ? (baselineChi2 / baselineDf - chi2 / df) / tliScale : null,
    nfi: baselineChi2 > 0 ? 1 - chi2 / baselineChi2 : null,
    ifi: baselineChi2 !== df ? (baselineChi2 - chi2) / (baselineChi2 - df) : null,
    rni: baselineChi2 !== baselineDf ? 1 - (chi2 - df) / (baselineChi2 - baselineDf) : null,
    rmsea: df > 0 ? Math.sqrt((groups * excess) / (n * df)) : null,
    rmseaInterval: df > 0 ? { low: rmseaAt(0.95), high: rmseaAt(0.05) } : null,
    closeFit: df > 0 ? Math.max(0, 1 - noncentralChiSquareCdf(from.chi2, from.df, (square(0.05) * n * from.df) / groups)) : null,
  };
}
