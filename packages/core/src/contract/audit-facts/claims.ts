// Facts of figures printed twice, of claims in words, and of figures against what data give.
import type { Shown } from './figures.ts';

/** A figure printed once more: what numbers round to it. */
export interface PrintedOnce {
  readonly printed: string;
  readonly table: string | null;
  /** Printed as a bound: less, or more, than its digits. */
  readonly side: 'less' | 'more' | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly decimals: number;
}

/** A side of a claim as it is read: a figure in print, the p that stars beside a coefficient leave, or a number. */
export type ClaimSide =
  | { readonly of: 'figure'; readonly address: string; readonly printed: string }
  | {
      readonly of: 'stars';
      readonly printed: string;
      readonly stars: string | null;
      readonly side: 'at-least' | 'below';
      readonly level: number;
    }
  | { readonly of: 'number'; readonly value: number };

/** What the tables say of a claim. */
export type ClaimSays =
  | { readonly of: 'not'; readonly left: ClaimSide; readonly operator: string; readonly right: ClaimSide }
  | { readonly of: 'no-star'; readonly address: string; readonly printed: string; readonly level: number };

/** A printed figure that is not what data give; `stars`: its digits are, its mark is not (null: none in the data). */
export type ComputedDifference =
  | { readonly of: 'stars'; readonly address: string; readonly printed: string; readonly stars: string | null }
  | { readonly of: 'figure'; readonly address: string; readonly printed: string; readonly computed: Shown; readonly percent: boolean };

export type ClaimFinding =
  | { readonly kind: 'printed-twice'; readonly address: string; readonly first: PrintedOnce; readonly other: PrintedOnce }
  | {
      readonly kind: 'claims';
      readonly hypothesis: string;
      readonly all: number;
      readonly claims: readonly { readonly text: string; readonly says: ClaimSays }[];
      readonly certain: boolean;
    }
  | {
      readonly kind: 'computed';
      readonly table: string | null;
      readonly figures: number;
      readonly off: number;
      /** The furthest first, at most four. */
      readonly furthest: readonly ComputedDifference[];
    };
