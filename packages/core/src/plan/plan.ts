// The plan: a checked study as plain JSON. `dsl` writes it, `core` executes it. No text positions, no functions.
// Names in a plan are the declared names; a plan path is `declaration/clause/member`.
import type { Keep } from '../methods/index/keep.ts';
import type { FileShape } from '../methods/data/options.ts';
import type { IndexOptions } from '../methods/index/options.ts';
import type { RegressionOptions } from '../methods/regression/options.ts';

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

export interface DataPlan extends FileShape {
  /** As the spec names it, relative to the spec that names it. */
  readonly file: string;
  /** Path of the spec that names it (a replication inherits nothing of `data`, but a chain of files has several folders). */
  readonly from: string;
  readonly encoding?: string;
  readonly id?: string;
  readonly cluster?: string;
  /** Blank cells are always missing, whether or not they are listed. */
  readonly missing: ValueSet;
  readonly outOfRange: 'dropped' | 'kept';
  readonly joins: readonly JoinPlan[];
  /** Columns that the original's spec names and this file calls or codes otherwise (a map line for a column). */
  readonly columns?: readonly MappedColumn[];
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
  readonly from: string;
}

export interface IndicatorPlan {
  readonly kind: 'indicator';
  readonly name: string;
  readonly label: Label;
  readonly column: string;
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
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Formula[] }
  /** As an argument of a call: the columns from one to another, in the file's order. */
  | { readonly kind: 'run'; readonly first: string; readonly last: string }
  | { readonly kind: 'negate'; readonly operand: Formula }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Formula; readonly right: Formula };

export interface NumberPlan {
  readonly kind: 'number';
  readonly name: string;
  readonly label: Label;
  /** Exactly one of `column` and `formula` is set. A formula names declared numbers and indicators, or columns. */
  readonly column: string | null;
  readonly formula: Formula | null;
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
  readonly variable: string | null;
  readonly missing: ValueSet | null;
  readonly dropped?: DroppedCodes;
  readonly levels: readonly LevelPlan[];
  /** Name of the reference level. */
  readonly reference: string;
}

export type VariablePlan = IndicatorPlan | NumberPlan | CategoryPlan;

/** A dimension or a block: a named list of variables. */
export interface GroupPlan {
  readonly kind: 'dimension' | 'block';
  readonly name: string;
  readonly label: Label;
  readonly members: readonly string[];
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  /** `levels` when the variable is a category (and every code is one of its levels), `values` otherwise. */
  | {
      readonly kind: 'is';
      readonly variable: string;
      readonly not: boolean;
      readonly levels: readonly string[] | null;
      readonly values: ValueSet | null;
    }
  | { readonly kind: 'compare'; readonly variable: string; readonly operator: '<' | '<=' | '>' | '>=' | '='; readonly value: number };

export type MissingPolicy = 'listwise' | 'pairwise' | 'mean';

export interface ComponentPlan {
  readonly name: string;
  readonly label: Label;
  readonly marker: string;
}

export type KeepRule = Keep;

export type WeightRule =
  | { readonly kind: 'explained' }
  | { readonly kind: 'equal' }
  /** A list, since a component may have any name (`__proto__`, `constructor`). */
  | { readonly kind: 'given'; readonly weights: readonly (readonly [component: string, weight: number])[] };

/** The weight that a component was given; undefined where it has none. */
export function givenWeight(rule: WeightRule, component: string): number | undefined {
  return rule.kind === 'given' ? rule.weights.find(([name]) => name === component)?.[1] : undefined;
}

export type RescaleRule =
  /** Composite (and each component) by min–max to low..high. */
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  /** Each component to low..high first, then their weighted mean. */
  | { readonly kind: 'components'; readonly low: number; readonly high: number }
  | { readonly kind: 'none' }
  | { readonly kind: 't' };

export interface IndexJob extends IndexOptions {
  readonly kind: 'index';
  readonly name: string;
  readonly label: Label;
  /** Items in declaration order, and the dimensions they came by (for reports). */
  readonly items: readonly string[];
  readonly groups: readonly string[];
  readonly missing: MissingPolicy;
  readonly components: readonly ComponentPlan[];
  /** Names of the composed components. */
  readonly compose: readonly string[];
  readonly weight: WeightRule;
  readonly rescale: RescaleRule;
  /** Clauses that the spec left out, with the default that was used: reports and hovers state them. */
  readonly defaults: readonly string[];
}

export interface CompareJob {
  readonly kind: 'compare';
  readonly name: string;
  readonly label: Label;
  /** Indices, components, indicators, numbers, dimensions (mean of items). */
  readonly outcomes: readonly string[];
  /** Categories; with several, one comparison each. */
  readonly by: readonly string[];
  readonly where: Condition | null;
  /** `pairwise`: each outcome over the cases that have it; `listwise`: over those that have all of them and the group. */
  readonly missing: 'pairwise' | 'listwise';
  readonly postHoc: 'tukey' | 'games_howell' | 'bonferroni' | 'holm';
  readonly defaults: readonly string[];
}

/** A variable or a product of variables. */
export type Term = readonly string[];

export interface RegressionJob extends RegressionOptions {
  readonly kind: 'regression';
  readonly name: string;
  readonly label: Label;
  readonly outcomes: readonly string[];
  /** Terms in order, each with the block it came by (null when named alone). */
  readonly terms: readonly { readonly term: Term; readonly block: string | null; readonly step: number }[];
  readonly where: Condition | null;
  readonly missing: MissingPolicy;
  readonly confidence: number;
  readonly defaults: readonly string[];
}

export type Job = IndexJob | CompareJob | RegressionJob;

/** The index that a score, the index itself or one of its components, belongs to; undefined for what is no score. */
export function indexOfScore(plan: Pick<Plan, 'jobs'>, name: string): IndexJob | undefined {
  return plan.jobs.find(
    (job): job is IndexJob => job.kind === 'index' && (job.name === name || job.components.some((component) => component.name === name)),
  );
}

/** An address: `path` is dotted names, `args` the arguments; an argument is a dotted name, `a:b` products, or a number. */
export interface Address {
  readonly path: readonly string[];
  readonly args: readonly AddressArgument[] | null;
}
export type AddressArgument =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'term'; readonly parts: readonly (readonly string[])[] };

/** A printed figure. `decimals` counts printed digits after the point; the value is what the digits say, as printed. */
export interface PrintedFigure {
  readonly value: number /** As it stands in print, with its percent sign and its stars. */;
  readonly text: string;
  readonly decimals: number;
  readonly percent: boolean;
  readonly stars: '*' | '**' | '***' | 'ns' | null;
}

export type Comparison = '=' | '<' | '<=' | '>' | '>=';

/** One published figure, its address fully resolved (no `row`, `column`, `each`, block or run is left). */
export interface PublishedFigure {
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly address: Address;
  readonly operator: Comparison;
  readonly printed: PrintedFigure;
  /** Plan path of the figure, for diagnostics. */
  readonly at: string;
}

export interface PublishedPlan {
  readonly label: Label;
  readonly stars: readonly number[] /** False: the paper does not say; `stars` are the language's own. */;
  readonly starsStated: boolean;
  readonly figures: readonly PublishedFigure[];
}

export type Operand = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'address'; readonly address: Address };
export interface ClaimPlan {
  readonly left: Address;
  readonly operator: Comparison;
  readonly right: Operand;
  readonly text: string;
  readonly at: string;
}
export interface HypothesisPlan {
  readonly name: string;
  readonly label: Label;
  readonly claims: readonly ClaimPlan[];
}

export interface ReportPlan {
  readonly language: string;
  readonly decimals: number;
  readonly tables: 'all' | 'none';
  readonly figures: 'all' | 'none';
  /** Significance levels of ***, ** and *: from the highest to the lowest. */
  readonly stars: readonly number[];
}

/** `accept`: problems of a code that the author lets stand, and why. */
export interface AcceptedPlan {
  readonly code: string;
  readonly reason: Label /** Plan path, for diagnostics. */;
  readonly at: string;
}

export interface Plan {
  readonly revision: 1;
  readonly title: Label;
  readonly source: { readonly text: string; readonly doi: string | null } | null;
  /** Null for a framework: it can be checked and replicated, not run. */
  readonly data: DataPlan | null;
  readonly variables: readonly VariablePlan[];
  readonly groups: readonly GroupPlan[];
  readonly jobs: readonly Job[];
  readonly hypotheses: readonly HypothesisPlan[];
  readonly published: readonly PublishedPlan[];
  readonly report: ReportPlan;
  /** Names whose map line is marked as a guess, in order of declaration; left out where there are none. */
  readonly guesses?: readonly string[];
  /** Codes of problems that the author lets stand; left out where there are none. */
  readonly accepted?: readonly AcceptedPlan[];
  readonly seed: number;
}
