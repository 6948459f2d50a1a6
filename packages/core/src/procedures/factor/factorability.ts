// KMO, MSA, Bartlett. CONTRACT STUB.
export interface Factorability {
  readonly n: number; readonly p: number;
  readonly kmo: number; readonly msa: readonly number[]; readonly antiImage: readonly (readonly number[])[];
  readonly chi2: number; readonly df: number; readonly pValue: number; readonly log10P: number; readonly determinant: number; readonly smc: readonly number[];
}
/** Null when R is singular or not positive definite. */
export declare function factorability(correlation: readonly (readonly number[])[], n: number): Factorability | null;
