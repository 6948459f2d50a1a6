// A robustness as a plan states it: a number, the options that are tried, and the jobs as they would read under each. The jobs are lowered
// like any other, so that nothing here knows what an option does.
import type { Address } from '../../contract/address.ts';
import type { Label } from '../../contract/variables.ts';
import type { Job } from '../plan.ts';

export interface Alternative {
  /** The name that its number has behind that of the declaration: `choices.varimax`. */
  readonly name: string;
  /** As it is written: `by explained variance`. */
  readonly text: string;
}

/** One option and the ways of it that are tried. */
export interface Axis {
  readonly word: string;
  readonly alternatives: readonly Alternative[];
}

/** A declaration under some alternatives: one for each axis that concerns it, null where it stays as the spec states it. */
export interface Way {
  readonly chosen: readonly (number | null)[];
  /** Null: it cannot be written so; `refused` is the code of the problem that it would be. */
  readonly job: Job | null;
  readonly refused: string | null;
}

export interface Changes {
  readonly declaration: string;
  /** Places in the list of axes. */
  readonly axes: readonly number[];
  readonly ways: readonly Way[];
}

export interface RobustnessPlan {
  readonly name: string;
  readonly label: Label;
  readonly number: Address;
  readonly axes: readonly Axis[];
  readonly changes: readonly Changes[];
}

/** Above this a grid is refused: at a hundred specifications a second it is nearly a minute. */
export const MOST_SPECIFICATIONS = 5000;

/** How many specifications there are: every combination. */
export const specificationsOf = (axes: readonly { readonly alternatives: readonly unknown[] }[]): number =>
  axes.reduce((product, axis) => product * axis.alternatives.length, 1);
