// A mediation as a plan states it.
import type { Condition, Label } from '../../contract/variables.ts';
import type { RegressionJob } from '../regression/job.ts';
import type { MediationOptions } from './options.ts';

export interface MediationJob extends MediationOptions {
  readonly kind: 'mediation';
  readonly name: string;
  readonly label: Label;
  /** Every row counts once, whatever the study's design. */
  readonly unweighted?: true;
  readonly outcome: string;
  /** Whose effect it is: a number, or a category of two levels. */
  readonly predictor: string;
  /** In order; those of one step are parallel, those of a later one may depend on the ones before. */
  readonly mediators: readonly { readonly name: string; readonly step: number }[];
  /** They enter every equation. */
  readonly covariates: RegressionJob['terms'];
  readonly where: Condition | null;
  readonly confidence: number;
  readonly defaults: readonly string[];
}

/** One way from predictor to outcome: the mediators that it passes, in order. */
export type Route = readonly string[];

/** More mediators than this in a row have no address. */
export const LONGEST_WAY = 3;

/** All ways, the shorter ones first: mediators of rising steps. */
export function waysThrough(mediators: MediationJob['mediators']): readonly Route[] {
  const ways: Route[] = [];
  const longer = (way: Route, after: number): void => {
    for (const { name, step } of mediators) {
      if (step <= after) continue;
      ways.push([...way, name]);
      longer([...way, name], step);
    }
  };
  longer([], -1);
  return ways.sort((one, two) => one.length - two.length);
}

/** Pairs of which the second may depend on the first. */
export const betweenMediators = (mediators: MediationJob['mediators']): readonly (readonly [string, string])[] =>
  mediators.flatMap((to) => mediators.flatMap((from): [string, string][] => (from.step < to.step ? [[from.name, to.name]] : [])));
