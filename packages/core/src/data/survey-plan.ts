// What a plan says of the answers: the files they stand in, and the variables that are coded from them. What is done with them is
// methods/plan.ts.
import type { Condition, GroupPlan, ValueSet, VariablePlan } from '../contract/variables.ts';
import type { LonelyRule } from '../procedures/survey/design.ts';
import type { EngineName } from './engines.ts';
import type { FileShape } from './options.ts';

export interface DataPlan extends FileShape {
  /** As the spec names it, relative to the spec that names it; of an engine on a server a table. */
  readonly file: string;
  /** The database that has the answers; left out where they are files. */
  readonly engine?: EngineName;
  /** Path of the spec that names it (a replication inherits nothing of `data`, but a chain of files has several folders). */
  readonly from: string;
  readonly encoding?: string;
  readonly sheet?: string;
  /** Of a database file. */
  readonly table?: string;
  readonly id?: string;
  readonly cluster?: string;
  /** How respondents were drawn: left out where nothing of it is stated. `cluster` names the primary sampling units then. */
  readonly design?: DesignPlan;
  /** What a stratum with a single sampling unit adds to the variance; left out where that is an error. */
  readonly lonely?: LonelyRule;
  /** Who is a respondent: rows in which it does not hold, or is not known, are left out before anything else is made of them. */
  readonly where?: Condition;
  /** Blank cells are always missing, whether or not they are listed. */
  readonly missing: ValueSet;
  /** Columns whose cells are names, whatever they look like. */
  readonly text?: readonly string[];
  readonly outOfRange: 'dropped' | 'kept';
  readonly joins: readonly JoinPlan[];
  /** Files whose rows stand below those of `file`, in order. */
  readonly appends?: readonly AppendPlan[];
  /** Columns that have another name in some of the files. */
  readonly either?: readonly EitherColumn[];
  /** Columns that the original's spec names and this file calls or codes otherwise (a map line for a column). */
  readonly columns?: readonly MappedColumn[];
}

/** Weight, strata and populations: columns, or declared names. */
export interface DesignPlan {
  /** How many of the population a row stands for; 1 when left out. */
  readonly weight?: string;
  readonly stratum?: string;
  /** Units that the population, or the row's stratum, has: a figure, or a column of figures. */
  readonly population?: number | string;
  /** What the weights are brought to: the population of each level of a category. */
  readonly margins?: readonly DesignMargin[];
}

export interface DesignMargin {
  readonly category: string;
  /** In order of the category's levels. */
  readonly levels: readonly { readonly name: string; readonly population: number }[];
}

/**
 * A file whose columns stand beside the answers, by a key. The data block's missing codes and encoding are the survey's and hold in none of
 * them.
 */
export interface JoinPlan extends FileShape {
  readonly file: string;
  /** Column of the answers. */
  readonly on: string;
  /** Column of the joined file, where it has another name. */
  readonly key?: string;
  readonly missing?: ValueSet;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly table?: string;
}

/** A file of the same questions; what stands for no answer is the data block's to say. */
export interface AppendPlan extends FileShape {
  readonly file: string;
  /** The column that says of each row in which file it stands. */
  readonly as?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly table?: string;
}

/** `from a | b`: of each row the column that its file has. `at` is the place of the clause. */
export interface EitherColumn {
  readonly name: string;
  readonly of: readonly string[];
  readonly at: string;
}

/** A column made of another one: the same values under another name, or texts for its codes. */
export interface MappedColumn {
  readonly name: string;
  readonly from: string;
  /** Null: the data block's. */
  readonly missing: ValueSet | null;
  readonly values: readonly { readonly text: string; readonly codes: ValueSet }[] | null;
  /** Part of its line could not be read (and was reported): it holds nothing, and nothing is said of that. */
  readonly broken?: true;
}

/** The part of a plan that coding needs. */
export interface SurveyPlan {
  /** Null for a framework: it can be checked and replicated, not run. */
  readonly data: DataPlan | null;
  readonly variables: readonly VariablePlan[];
  readonly groups: readonly GroupPlan[];
  /** What is done with the answers; coding asks only which scores come of it. */
  readonly jobs: readonly MakesScores[];
}

/** Something that may make scores which variables are computed from: an index, by its own name and those of its components. */
interface MakesScores {
  readonly kind: string;
  readonly name: string;
  readonly components?: readonly { readonly name: string }[];
}
