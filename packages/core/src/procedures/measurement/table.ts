// A factor model as a table of parameters: what is free, what is fixed, and what is equal across groups. Who builds one: model.ts for one
// group (cross-loadings, a second order, correlated errors), invariance/model.ts for several. How it is fitted: estimate.ts.

/** `other` of a residual is another item where errors are correlated, of a covariance another factor; else the same, for the variance. */
export type ParameterSlot =
  | { readonly kind: 'loading'; readonly item: number; readonly factor: number }
  /** The loading of a factor on one of the second order. */
  | { readonly kind: 'path'; readonly factor: number; readonly other: number }
  | { readonly kind: 'residual'; readonly item: number; readonly other: number }
  | { readonly kind: 'covariance'; readonly factor: number; readonly other: number }
  | { readonly kind: 'intercept'; readonly item: number }
  | { readonly kind: 'mean'; readonly factor: number };

export interface FactorTable {
  readonly items: readonly string[];
  /** Those of the second order last. */
  readonly factors: readonly string[];
  readonly slots: readonly ParameterSlot[];
  /** Group × slot: number of the free parameter, or −1. Equal numbers are equal parameters. */
  readonly index: readonly (readonly number[])[];
  /** Group × slot: the value where the parameter is fixed. */
  readonly fixed: readonly (readonly number[])[];
  readonly parameters: number;
}
