// How an under-described index may have been made, and what the tables say of each way.
import type { Shown, ShownRange } from './figures.ts';
import type { ShownWeights } from './solutions.ts';

export type ReadingFact =
  /** The mean of so many answers, each in percent of its scale. */
  | { readonly of: 'answers'; readonly items: number }
  | {
      /** The sum is rescaled, or each component first. */
      readonly of: 'composed' | 'rescaled-first';
      readonly weights: 'explained' | 'equal' | 'given';
      readonly parts: number;
      /** Components that are not in it. */
      readonly left: readonly string[];
    };

/** One line of arithmetic; `name` null: all cases. */
export type ReadingLine =
  | {
      readonly of: 'means';
      readonly name: string | null;
      readonly parts: readonly { readonly weight: Shown; readonly printed: string }[];
      readonly sum: Shown;
      readonly value: Shown;
      readonly printed: string;
    }
  | {
      readonly of: 'coefficients';
      /** Null: any weight above 0. */
      readonly needs: readonly { readonly part: string; readonly range: ShownRange | null }[];
      readonly left: ShownWeights;
    }
  | { readonly of: 'answers'; readonly mean: ShownRange; readonly printed: string };
