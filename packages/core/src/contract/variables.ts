// What was asked, as a plan states it: labels, codes, scales, variables and groups of them, conditions and formulas. Types only.

/** A label in several languages; the first entry is the author's own and has `lang: null`. */
export type Label = readonly { readonly lang: string | null; readonly text: string }[];

export type Bound = { readonly value: number; readonly open: boolean } | null;

/** One member of a value set: codes, ranges, missing values. `blank` is an empty cell. */
export type Code =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'range'; readonly low: Bound; readonly high: Bound };

export type ValueSet = readonly Code[];

export interface ScalePlan {
  readonly name: string | null;
  readonly low: number;
  readonly high: number;
  readonly lowLabel: Label;
  readonly highLabel: Label;
  /** `texts`: what the file may hold for the point beside its label. */
  readonly points: readonly { readonly value: number; readonly label: Label; readonly texts?: readonly string[] }[];
}

/** Codes of an outer list of missing values that the inner one does not hold, and whose list it was. */
export interface DroppedCodes {
  readonly codes: ValueSet;
  /** A dimension or a block; null: the data block. */
  readonly from: { readonly kind: string; readonly name: string } | null;
}

export interface IndicatorPlan {
  readonly kind: 'indicator';
  readonly name: string;
  readonly label: Label;
  readonly column: string;
  /** `from a | b`: the columns of which each file has one; `column` is the name of what is made of them. */
  readonly either?: readonly string[];
  readonly scale: ScalePlan | null;
  /** The scale it was asked on when that differs: answers are brought linearly, end to end, to `scale`. */
  readonly askedOn: {
    readonly low: number;
    readonly high: number /** With its labels, where it has a name. */;
    readonly scale?: ScalePlan;
  } | null;
  readonly reversed: boolean;
  /** What stands for no answer, beside a blank; null: what the data block says. */
  readonly missing: ValueSet | null;
  readonly dropped?: DroppedCodes;
}

export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  /** `needs`: so many of its arguments must be there; a sum of fewer than all is prorated. */
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Formula[]; readonly needs?: number }
  /** As an argument of a call: the columns from one to another, in the file's order. */
  | { readonly kind: 'run'; readonly first: string; readonly last: string }
  | { readonly kind: 'negate'; readonly operand: Formula }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Formula; readonly right: Formula };

/** How one of several answers stands in the file. */
export interface ChosenOption {
  /** What parts the answers in a cell; null: the option has a column of its own. */
  readonly split: string | null;
  /** What stands in the cell where it was chosen. */
  readonly codes: ValueSet;
  /** The columns of all options: who has an answer in any of them has answered. */
  readonly beside: readonly string[];
  /** Of the first option of a cell: what all of them are, so that anything else can be told once. */
  readonly listed?: readonly { readonly name: string; readonly codes: ValueSet }[];
}

/** `0..1000000`, `0..`: one end at least. */
export interface Within {
  readonly low: Bound;
  readonly high: Bound;
}

export interface NumberPlan {
  readonly kind: 'number';
  readonly name: string;
  readonly label: Label;
  /** Exactly one of `column`, `formula` and `when` is set. A formula names declared numbers and indicators, or columns. */
  readonly column: string | null;
  /** As of an indicator. */
  readonly either?: readonly string[];
  readonly formula: Formula | null;
  /** An option of a question with several answers: 1 where it was chosen, 0 where others were, missing where nobody answered. */
  readonly chosen?: ChosenOption;
  /** 1 where it holds, 0 where it does not, missing where nobody knows. */
  readonly when?: Condition;
  /** What a value can be; one outside is treated as an answer outside its scale. */
  readonly within?: Within;
  /** Brought linearly onto these ends from the goalposts; null: from the smallest and the largest value that there is. */
  readonly rescale?: {
    readonly low: number;
    readonly high: number;
    readonly goalposts: { readonly low: number; readonly high: number } | null;
  };
  /** x becomes low + high − x, of what it was brought to, or else of `within`. */
  readonly reversed?: true;
  /** Each case has the mean of all that share its value of this key: a category or a column. */
  readonly per?: string;
  readonly missing: ValueSet | null;
  readonly dropped?: DroppedCodes;
}

export interface LevelPlan {
  readonly name: string;
  readonly label: Label;
  readonly codes: ValueSet;
}

export interface CategoryPlan {
  readonly kind: 'category';
  readonly name: string;
  readonly label: Label;
  /** A column of the file, or a declared number that is binned. */
  readonly column: string | null;
  /** As of an indicator. */
  readonly either?: readonly string[];
  readonly variable: string | null;
  readonly missing: ValueSet | null;
  readonly dropped?: DroppedCodes;
  /** So many groups of as good as equal size; the codes of the levels count them, the lowest values first. */
  readonly quantiles?: number;
  readonly levels: readonly LevelPlan[];
  /** Units that the population has of each level, in their order; null where nobody says. */
  readonly population?: readonly (number | null)[];
  /** Name of the reference level. */
  readonly reference: string;
}

export type VariablePlan = IndicatorPlan | NumberPlan | CategoryPlan;

/** A dimension or a block: a named list of variables; or a question with several answers, whose members are its options. */
export interface GroupPlan {
  readonly kind: 'dimension' | 'block' | 'choices';
  readonly name: string;
  readonly label: Label;
  readonly members: readonly string[];
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  /** `levels` when the variable is a category (each code is one of its levels, or `blank` among the values), `values` otherwise. */
  | {
      readonly kind: 'is';
      readonly variable: string;
      readonly not: boolean;
      readonly levels: readonly string[] | null;
      readonly values: ValueSet | null;
    }
  | { readonly kind: 'compare'; readonly variable: string; readonly operator: '<' | '<=' | '>' | '>=' | '='; readonly value: number };

export type MissingPolicy = 'listwise' | 'pairwise' | 'mean';
