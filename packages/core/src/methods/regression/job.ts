// A regression as a plan states it.
import type { Condition, Label, MissingPolicy } from '../../contract/variables.ts';
import type { SlopesJob } from './moderation.ts';
import type { RegressionOptions } from './options.ts';

/** A variable or a product of variables. */
export type Term = readonly string[];

export interface RegressionJob extends RegressionOptions {
  readonly kind: 'regression';
  readonly name: string;
  readonly label: Label;
  /** Every row counts once, whatever the study's design. */
  readonly unweighted?: true;
  readonly outcomes: readonly string[];
  /** Terms in order, each with the block it came by (null when named alone). */
  readonly terms: readonly { readonly term: Term; readonly block: string | null; readonly step: number }[];
  /** Predictors whose slopes vary between the groups of a mixed model. */
  readonly random: readonly string[];
  /** Numbers that are taken less their mean over the cases; left out where there are none. */
  readonly center?: readonly string[];
  readonly slopes?: SlopesJob;
  readonly where: Condition | null;
  readonly missing: MissingPolicy | 'multiple';
  /** Of `missing multiple`: how many copies of the data are made. */
  readonly copies?: number;
  readonly confidence: number;
  readonly defaults: readonly string[];
}
