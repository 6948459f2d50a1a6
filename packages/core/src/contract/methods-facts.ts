// What sentences about methods are told by: numbers, scales, models. Words know nothing else of a study.

/** A number as a sentence has it: what it prints as, and how many it is, for a plural. */
export interface ToldNumber {
  readonly value: number;
  /** As it is printed: `<0.001`. */
  readonly shown: string;
  /** What is put into the sentence in its place. */
  readonly text: string;
}

export interface ToldScale {
  readonly low: string;
  readonly high: string;
  /** What the ends are called; empty where they have no names. */
  readonly lowLabel: string;
  readonly highLabel: string;
  /** Dimensions whose items are all on it, how many items these have, and how many others are on it. */
  readonly dimensions: readonly string[];
  readonly items: number;
  readonly others: number;
}

/** A number of something. */
export interface ToldOf {
  readonly of: string;
  readonly number: ToldNumber;
}

/** What explains what. */
export interface Explained {
  readonly label: string;
  readonly outcomes: readonly string[];
  readonly predictors: string;
  /** Cases count by the weights of the sample. */
  readonly weighted: boolean;
}

export interface ToldClusters {
  readonly column: string;
  /** Null where there is no model. */
  readonly clusters: ToldNumber | null;
}

export interface ToldDraws {
  readonly draws: number;
  readonly seed: number;
}

/** How a rotation was carried out; κ or δ where the author gives one. */
export interface ToldTurn {
  readonly kaiser?: boolean;
  readonly kappa?: number;
  readonly delta?: number;
}
