// What the audit's facts are made of: printed figures by their address, numbers with the digits they are shown with. No sentence is here:
// core/words has them.

/** A printed figure as a sentence names it; `of`: what is made of it, or stands for it, where it is not the figure itself. */
export interface NamedFigure {
  readonly address: string;
  readonly printed: string;
  readonly of?: FigureOf;
}

export type FigureOf = 'square' | 'sum-of-shares' | 'interval' | 'interval-of-difference' | 'items' | 'coefficients' | 'groups' | 'p-of-it';

/** A number, and how many digits of it are shown after the point. */
export interface Shown {
  readonly value: number;
  readonly decimals: number;
}

/** All numbers between two ends, with the digits that are shown. */
export interface ShownRange {
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
}

/** The ends of a scale. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** What is said of a p-value. */
export type SaidOfP =
  | { readonly p: 'between'; readonly low: number; readonly high: number }
  | { readonly p: 'printed'; readonly printed: string }
  | { readonly p: 'range'; readonly range: ShownRange }
  | { readonly p: 'below' | 'above'; readonly level: number; readonly zero?: 'held' | 'left-out' };

/** Columns that slipped by a row within a block, or (two rows only) were exchanged. */
export interface SlipFact {
  readonly columns: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly exchanged: boolean;
}

/** Rows of a block that fit once it is moved back. */
export interface Restored {
  readonly restored: number;
  readonly rows: number;
}
