// Cronbach's alpha and what goes with it. CONTRACT STUB.
import type { Moments } from '../../moments/moments.ts';
export interface ItemReliability {
  readonly mean: number; readonly sd: number; readonly scaleMeanIfDeleted: number; readonly scaleVarianceIfDeleted: number;
  readonly correctedItemTotal: number | null; readonly itemTotal: number | null; readonly smc: number | null; readonly alphaIfDeleted: number | null; readonly standardizedIfDeleted: number | null;
}
export interface Reliability {
  readonly n: number; readonly k: number;
  readonly alpha: number | null; readonly standardized: number | null; readonly feldt: readonly [number, number] | null;
  readonly meanInterItemCorrelation: number | null; readonly omega: number | null;
  readonly scaleMean: number; readonly scaleVariance: number;
  readonly items: readonly ItemReliability[];
}
/** From listwise moments of the k items. */
export declare function reliability(moments: Moments): Reliability;
