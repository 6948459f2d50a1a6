// Deprivations counted with two cutoffs, as a plan states it.
import type { Condition, Label } from '../../contract/variables.ts';
import type { DeprivationOptions } from './options.ts';

export interface DeprivationJob extends DeprivationOptions {
  readonly kind: 'deprivation';
  readonly name: string;
  readonly label: Label;
  /** Every row counts once, whatever the study's design. */
  readonly unweighted?: true;
  /** Each weighs the same, and within it each indicator. */
  readonly dimensions: readonly { readonly name: string; readonly indicators: readonly string[] }[];
  readonly by: string | null;
  readonly where: Condition | null;
  readonly defaults: readonly string[];
}

/** Indicators in order, each with its dimension and its weight; the weights sum to 1. */
export const indicatorsOf = ({ dimensions }: Pick<DeprivationJob, 'dimensions'>) =>
  dimensions.flatMap((dimension) =>
    dimension.indicators.map((name) => ({
      name,
      dimension: dimension.name,
      weight: 1 / dimensions.length / dimension.indicators.length,
    })),
  );
