// How many components: every rule side by side. CONTRACT STUB.
export interface Retention {
  readonly eigenvalues: readonly number[];
  readonly percent: readonly number[]; readonly cumulative: readonly number[];
  readonly kaiser: number;
  readonly parallel: { readonly retained: number; readonly retainedByMean: number; readonly percentile95: readonly number[]; readonly means: readonly number[]; readonly replications: number; readonly seed: number };
  readonly map: { readonly squared: number; readonly fourth: number };
}
export declare function retention(correlation: readonly (readonly number[])[], n: number, options: { readonly seed: number; readonly replications?: number }): Retention;
