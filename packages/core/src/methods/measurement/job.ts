// A measurement model as a plan states it.
import type { Condition, Label } from '../../contract/variables.ts';
import type { MeasurementModel } from '../../procedures/measurement/model.ts';
import type { MeasurementOptions } from './options.ts';

export interface MeasurementJob extends MeasurementOptions {
  readonly kind: 'measurement';
  readonly name: string;
  readonly label: Label;
  /** Dimensions with their items, in order. */
  readonly factors: readonly { readonly name: string; readonly items: readonly string[] }[];
  /** Items that load on another factor too. */
  readonly cross: readonly { readonly item: string; readonly factor: string }[];
  /** Pairs of items whose errors are correlated. */
  readonly residuals: readonly (readonly [string, string])[];
  /** Factors of the second order. */
  readonly second: readonly { readonly name: string; readonly label: Label; readonly factors: readonly string[] }[];
  /** The category over whose levels invariance is tested. */
  readonly by: string | null;
  readonly where: Condition | null;
  /** In a study with weights: computed as if there were none. */
  readonly unweighted?: true;
  readonly defaults: readonly string[];
}

/** The job's model; its items are in order of the factors, a cross-loading's factor has the item behind its own. */
export function modelOf(job: Pick<MeasurementJob, 'factors' | 'cross' | 'residuals' | 'second'>): MeasurementModel {
  return {
    factors: job.factors.map(({ name, items }) => ({
      name,
      items: [...items, ...job.cross.filter((one) => one.factor === name).map((one) => one.item)],
    })),
    secondOrder: job.second.map(({ name, factors }) => ({ name, factors })),
    residualCovariances: job.residuals,
  };
}
