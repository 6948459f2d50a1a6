// Sums from which everything linear is computed. CONTRACT STUB.
export interface Moments {
  readonly n: number;
  readonly means: readonly number[];
  /** Centred cross-products Σ(xᵢ − x̄ᵢ)(xⱼ − x̄ⱼ), p × p. */
  readonly cross: readonly (readonly number[])[];
}
/** Moments over the rows where every column is a number (listwise). */
export declare function momentsOf(columns: readonly Float64Array[]): Moments;
export declare function mergeMoments(a: Moments, b: Moments): Moments;
export declare function covarianceOf(moments: Moments): number[][];
/** Throws nothing: a constant column has correlation NaN with all others and the caller must refuse it beforehand. */
export declare function correlationOf(moments: Moments): number[][];
