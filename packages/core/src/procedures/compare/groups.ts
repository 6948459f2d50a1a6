// Comparison of group means. CONTRACT STUB.
export interface GroupStatistics { readonly level: string; readonly n: number; readonly mean: number | null; readonly sd: number | null; readonly se: number | null; readonly low: number | null; readonly high: number | null; readonly min: number | null; readonly max: number | null }
export interface PairComparison { readonly i: string; readonly j: string; readonly difference: number; readonly sePooled: number; readonly seSeparate: number;
  readonly lsdP: number; readonly bonferroniP: number; readonly holmP: number; readonly sidakP: number; readonly tukeyP: number; readonly tukeyCi: readonly [number, number]; readonly bonferroniCi: readonly [number, number];
  readonly scheffeP: number; readonly gamesHowellDf: number; readonly gamesHowellP: number; readonly gamesHowellCi: readonly [number, number] }
export interface GroupComparison {
  readonly n: number; readonly mean: number; readonly sd: number;
  readonly groups: readonly GroupStatistics[];
  readonly anova: { readonly ssBetween: number; readonly ssWithin: number; readonly df1: number; readonly df2: number; readonly f: number | null; readonly p: number | null };
  readonly welch: { readonly f: number | null; readonly df1: number; readonly df2: number | null; readonly p: number | null };
  readonly brownForsythe: { readonly f: number | null; readonly df1: number; readonly df2: number | null; readonly p: number | null };
  readonly kruskalWallis: { readonly h: number | null; readonly df: number; readonly p: number | null };
  readonly leveneMean: { readonly f: number | null; readonly df1: number; readonly df2: number; readonly p: number | null };
  readonly leveneMedian: { readonly f: number | null; readonly p: number | null };
  readonly eta2: number | null; readonly omega2: number | null; readonly epsilon2: number | null; readonly kruskalEpsilon2: number | null;
  readonly pairs: readonly PairComparison[];
}
/** Groups with no case are left out; needs at least two with a case, else null. `codes` -1 and NaN values are skipped. */
export declare function compareGroups(values: Float64Array, codes: Int32Array, levels: readonly string[]): GroupComparison | null;
