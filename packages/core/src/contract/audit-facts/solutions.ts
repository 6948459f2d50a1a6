// Facts of factor solutions and composites: loadings, communalities, shares, eigenvalues, the linear identity, weights.
import type { Restored, Shown, ShownRange, SlipFact } from './figures.ts';

/** A row of loadings (null: not printed), the sum of their squares, and the communality that is printed. */
export interface SquaresOfRow {
  readonly item: string;
  readonly loadings: readonly (string | null)[];
  readonly sum: ShownRange;
  readonly printed: string;
}

/** A column of loadings whose share is not the printed one. */
export interface ColumnShare {
  readonly component: string;
  readonly sum: ShownRange;
  readonly printed: string;
}

/** A cell of a row of loadings, read otherwise; `component` null: the communality. Without texts, a range. */
export interface LoadingOption {
  readonly component: string | null;
  readonly texts: readonly string[];
  readonly range: ShownRange;
}

export interface PartWeight {
  readonly part: string;
  readonly weight: number;
}

/** A row of a composite and its parts: its figures put into the identity. */
export interface IdentityRowFact {
  readonly term: string;
  readonly parts: readonly { readonly weight: number; readonly printed: string }[];
  readonly sum: ShownRange;
  readonly composite: string;
}

/** A cell of such a table. */
export interface IdentityCellFact {
  readonly term: string;
  readonly column: string;
  readonly printed: string;
  readonly stars: string;
}

/** What the rows that fit show: the weights, and how many of all rows satisfy them. */
export interface IdentityFact {
  readonly index: string;
  /** Title of the table; null without one. */
  readonly table: string | null;
  readonly weights: readonly PartWeight[];
  readonly good: number;
  readonly rows: number;
}

/** Another table with the same terms: what it says has slipped. */
export type IdentityEvidence =
  | {
      readonly of: 'parts';
      readonly where: string;
      readonly composite: { readonly printed: number; readonly moved: number };
      readonly parts: { readonly printed: number; readonly moved: number };
    }
  | { readonly of: 'composite'; readonly where: string };

/** Weights that the rows of a table leave for each part, told by their table. */
export interface ShownWeights {
  readonly where: string;
  readonly parts: readonly { readonly part: string; readonly low: number; readonly high: number }[];
}

/** The rule that gives the weights that rows show: shares of explained variance and what they come to, or equal weights. */
export type ShownRule =
  | { readonly of: 'explained'; readonly shares: readonly string[]; readonly weights: readonly number[] }
  | { readonly of: 'equal' };

export type SolutionFinding =
  | {
      readonly kind: 'eigenvalue-sum';
      readonly index: string;
      readonly terms: readonly string[];
      readonly sum: string;
      readonly items: number;
      readonly whole: boolean;
    }
  | { readonly kind: 'communality-below'; readonly of: SquaresOfRow }
  | {
      readonly kind: 'communality';
      readonly of: SquaresOfRow;
      readonly columns: readonly ColumnShare[];
      readonly options: readonly LoadingOption[];
      /** The communality that the loadings give. */
      readonly wanted: ShownRange;
    }
  | {
      readonly kind: 'communalities-slipped';
      readonly items: readonly string[];
      readonly slip: SlipFact;
      readonly first: SquaresOfRow;
      readonly block: Restored;
    }
  | { readonly kind: 'communalities'; readonly index: string; readonly failing: readonly SquaresOfRow[]; readonly all: number }
  | {
      readonly kind: 'explained';
      readonly component: string;
      readonly printed: string;
      readonly items: number;
      /** Sum of squares down the column, and the share. */
      readonly squares: Shown;
      readonly sum: ShownRange;
      readonly decimals: number;
      /** Items whose rows fail too. */
      readonly rows: readonly string[];
      readonly several: boolean;
    }
  | { readonly kind: 'explained-before-rotation'; readonly index: string; readonly columns: readonly ColumnShare[] }
  | {
      readonly kind: 'explained-total';
      readonly total: string;
      /** The shares of the components; none: the communalities of so many items. */
      readonly shares: readonly string[];
      readonly items: number;
      readonly sum: ShownRange;
    }
  | {
      readonly kind: 'rotation';
      readonly index: string;
      readonly kaiser: boolean;
      readonly pair: readonly [string, string];
      readonly angle: number;
      /** At a maximum with the other normalisation. */
      readonly otherwise: boolean;
    }
  | {
      readonly kind: 'eigenvalue-of-loadings';
      readonly index: string;
      readonly number: number;
      readonly printed: string;
      readonly eigenvalues: readonly number[];
      readonly wanted: Shown;
    }
  | {
      readonly kind: 'alpha-of-loadings';
      readonly index: string;
      readonly printed: string;
      readonly standardised: boolean;
      readonly sums: readonly number[];
      readonly least: number;
      readonly items: number;
      readonly bound: number;
      readonly decimals: number;
    }
  | {
      readonly kind: 'bartlett-of-loadings';
      readonly index: string;
      readonly printed: string;
      readonly n: number;
      readonly items: number;
      readonly eigenvalues: readonly number[];
      readonly logDeterminant: number;
      readonly bound: number;
      readonly most: number;
    }
  | {
      readonly kind: 'no-identity';
      readonly index: string;
      readonly job: string;
      readonly good: number;
      readonly rows: number;
      readonly weights: readonly PartWeight[];
      readonly worst: { readonly term: string; readonly sum: ShownRange; readonly printed: string };
    }
  | {
      readonly kind: 'identity-slipped';
      readonly of: IdentityFact;
      readonly from: string;
      readonly to: string;
      readonly column: string;
      /** The column is the composite's. */
      readonly composite: boolean;
      readonly by: number;
      readonly broken: readonly IdentityRowFact[];
      readonly restored: readonly { readonly term: string; readonly text: string }[];
      readonly evidence: IdentityEvidence | null;
    }
  | {
      readonly kind: 'identity-reordered';
      readonly of: IdentityFact;
      readonly broken: IdentityRowFact;
      readonly order: readonly { readonly term: string; readonly text: string }[];
    }
  | {
      readonly kind: 'identity-swapped';
      readonly of: IdentityFact;
      readonly one: IdentityCellFact;
      readonly other: IdentityCellFact;
      readonly sameRow: boolean;
      readonly broken: IdentityRowFact;
      readonly exchanged: IdentityRowFact;
      readonly others: boolean;
    }
  | {
      readonly kind: 'identity-misprint';
      readonly of: IdentityFact;
      readonly broken: IdentityRowFact;
      readonly options: readonly { readonly column: string; readonly texts: readonly string[]; readonly printed: string }[];
      readonly needed: readonly { readonly column: string; readonly range: ShownRange }[];
      readonly bounds: readonly ShownRange[];
    }
  | {
      readonly kind: 'other-parts';
      readonly index: string;
      readonly present: readonly string[];
      /** Parts that are stated and not in it; none: those that are in it and not stated. */
      readonly left: readonly string[];
      readonly extra: readonly string[];
      /** How many the study composes; null where that is assumed. */
      readonly stated: number | null;
      readonly good: number;
      readonly rows: number;
      /** Of each table that shows the same. */
      readonly shown: readonly ShownWeights[];
      readonly rule: ShownRule | null;
    }
  | {
      readonly kind: 'other-weights';
      readonly index: string;
      readonly assumed: boolean;
      readonly rule: 'explained' | 'equal' | 'given';
      readonly stated: ShownWeights;
      readonly shown: ShownWeights;
      readonly weights: readonly PartWeight[];
      readonly shows: ShownRule | null;
    };
