// What executing a plan yields. Every figure that a report shows is here; reports never compute.
// A value that is not defined is null, never NaN, and the job's `problems` say why.
import type { DataProblem } from '../data/data-problem.ts';
import type { Problem } from '../problems/problem.ts';
import type { Quantities, QuantitySource } from '../contract/quantity.ts';
import type { Collected } from './collector.ts';
import type { Description, Summary } from '../procedures/describe/describe.ts';
import type { FrequencyTable } from '../procedures/describe/frequencies.ts';
import type { Histogram } from '../procedures/describe/histogram.ts';
import type { Reliability } from '../procedures/reliability/alpha.ts';
import type { Factorability } from '../procedures/factor/factorability.ts';
import type { Retention } from '../procedures/factor/retention.ts';
import type { GroupComparison } from '../procedures/compare/groups.ts';
import type { LinearFit } from '../procedures/regression/ols.ts';
import type { ComparedKind, CompareJob } from './compare/job.ts';
import type { CorrelateJob } from './correlate/job.ts';
import type { FactorFit } from '../procedures/factor/likelihood.ts';
import type { IndexJob } from './index/job.ts';
import type { CompositeJob } from './composite/job.ts';
import type { PublishedFigure } from '../contract/address.ts';
import type { MeasurementResult } from './measurement/run.ts';
import type { DeprivationResult } from './deprivation/run.ts';
import type { MediationResult } from './mediation/run.ts';
import type { RegressionJob } from './regression/job.ts';
import type { Slopes } from './regression/moderation.ts';
import type { RelativeImportance } from './regression/relative-importance.ts';
import type { RobustnessResult } from './robustness/run.ts';
import type { Step } from './regression/steps.ts';
import type { ModelFit } from './regression/models.ts';
import type { CategoryPlan, GroupPlan, VariablePlan } from '../contract/variables.ts';
import type { HypothesisPlan, ClaimPlan, Plan, PublishedPlan } from './plan.ts';

/** Frequencies without the counts that are hidden (`report { cells }`). */
export interface ShownFrequencies extends Pick<FrequencyTable, 'n' | 'missing'> {
  readonly rows: readonly {
    readonly value: string;
    /** Null: hidden. */
    readonly count: number | null;
    readonly validPercent: number | null;
  }[];
}
export interface ShownHistogram extends Pick<Histogram, 'edges' | 'whole'> {
  /** Null: hidden. */
  readonly counts: readonly (number | null)[];
}

export interface VariableResult {
  readonly variable: VariablePlan;
  /** Indicators and numbers. */
  readonly description: Description | null;
  /** Categories: one count a level. Indicators on a scale of whole numbers: one count a scale point. */
  readonly frequencies: ShownFrequencies | null;
  /** Numbers, and indicators without counts a scale point. */
  readonly histogram: ShownHistogram | null;
}

export interface GroupResult {
  readonly group: GroupPlan;
  readonly items: readonly string[];
  /** Respondents who answered any of the items. */
  readonly n: number;
  /** Mean of the item means, as the field's tables print it, and SD of the respondents' scores (mean of their items). */
  readonly mean: number | null;
  readonly sd: number | null;
  readonly reliability: Reliability | null;
}

export interface ComponentResult {
  readonly name: string;
  readonly marker: string;
  /** Position in the rotated solution, from 0, ordered by explained variance. */
  readonly position: number;
  /** Rotated sum of squares / p × 100. */
  readonly explained: number;
  /** Weight in the composite after normalising to sum 1; null when it is not composed. */
  readonly weight: number | null;
}

export type ScoreSummary = Summary;

export interface IndexResult {
  readonly job: IndexJob;
  /** Cases of the correlations (for pairwise: the smallest pairwise n). */
  readonly n: number;
  /** Cells that mean substitution filled. */
  readonly filled: number;
  readonly reliability: Reliability | null;
  readonly factorability: Factorability | null;
  readonly retention: Retention | null;
  readonly kept: number;
  readonly eigenvalues: readonly number[];
  /** Of the items, as the components are made of them; empty where there are none. */
  readonly correlations: readonly (readonly number[])[];
  /** items × kept, unrotated; and rotated, reordered by explained variance and signed. */
  readonly unrotated: readonly (readonly number[])[];
  /** Of oblique factors the pattern. */
  readonly loadings: readonly (readonly number[])[];
  /** Of the factors, by position; null where they are uncorrelated. */
  readonly factorCorrelations: readonly (readonly number[])[] | null;
  /** Items with factors, by position: the loadings where factors are uncorrelated. */
  readonly structure: readonly (readonly number[])[];
  /** Where iterated communalities began; empty for components. */
  readonly initialCommunalities: readonly number[];
  readonly communalities: readonly number[];
  /** Whether as many factors are enough, of a likelihood; null elsewhere. */
  readonly factorFit: FactorFit | null;
  /** Rotated % of variance by position, and their sum. */
  readonly explained: readonly number[];
  readonly explainedTotal: number;
  readonly scoreCoefficients: readonly (readonly number[])[];
  readonly rotation: { readonly iterations: number; readonly converged: boolean } | null;
  readonly components: readonly ComponentResult[];
  /** Scores by declared name: the index itself and each component, one value a row of the file (NaN: no score). */
  readonly scores: ReadonlyMap<string, Float64Array>;
  readonly summaries: ReadonlyMap<string, ScoreSummary>;
}

/** An index without components. */
export interface CompositeResult {
  readonly job: CompositeJob;
  /** Cases that have enough of the members. */
  readonly n: number;
  /** Of the members, in their order; null for a mean or a sum of answers, and where there are none. */
  readonly weights: readonly number[] | null;
  /** Consistency ratio of judgements; null without them. */
  readonly consistency: number | null;
  /** Of the members as they enter the index. */
  readonly reliability: Reliability | null;
  readonly summary: ScoreSummary | null;
  /** Its scores by its name, one value a row of the file (NaN: no score). */
  readonly scores: ReadonlyMap<string, Float64Array>;
}

/** A comparison of other things than means of groups: its numbers are at their addresses. */
export interface OtherCell {
  readonly kind: ComparedKind;
  readonly outcome: string;
  /** The category of the groups; null where there are none. */
  readonly by: string | null;
  readonly reason: string | null;
  /** Those that have cases, in order of their levels. */
  readonly groups: readonly string[];
}

export interface CompareResult {
  readonly job: CompareJob;
  readonly others: readonly OtherCell[];
  readonly cells: readonly {
    readonly outcome: string;
    readonly category: CategoryPlan;
    /** Without the groups, and the pairs of them, that are hidden (`report { cells }`). */
    readonly comparison: GroupComparison | null;
    /** Groups that have cases, shown or not, in order of their levels. */
    readonly groups: readonly string[];
    readonly reason: string | null;
  }[];
}

export interface CorrelatedPair {
  readonly n: number;
  readonly r: number | null;
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly holm: number | null;
}

export interface CorrelateResult {
  readonly job: CorrelateJob;
  /** Rows that satisfy `where`; those of the table (pairwise: the fewest that a variable has). */
  readonly cases: number;
  readonly n: number;
  readonly variables: readonly { readonly n: number; readonly mean: number | null; readonly sd: number | null }[];
  /** By position of the two variables; empty where nothing could be computed. */
  readonly pairs: readonly (readonly CorrelatedPair[])[];
  /** Why not; empty when it could. */
  readonly reason: string;
}

/** One column of the design matrix: canonical term text, e.g. `age.middle`, `pol_training`, `a:mode.cities`. */
export interface TermInfo {
  readonly text: string;
  readonly variables: readonly string[];
  readonly levels: readonly (string | null)[];
  readonly block: string | null;
}

export interface RegressionResult {
  readonly job: RegressionJob;
  /** Rows that satisfy `where`. */
  readonly cases: number;
  readonly terms: readonly TermInfo[];
  readonly outcomes: readonly {
    readonly outcome: string;
    readonly fit: LinearFit | null;
    /** The fit by another method than least squares. */
    readonly model: ModelFit | null;
    /** The outcome's levels, of methods that have an equation or a threshold for each. */
    readonly levels: readonly string[];
    readonly reason: string | null;
    readonly filled: number;
    /** Empty without a second step. */
    readonly steps: readonly Step[];
    /** Null unless `slopes` asks for them. */
    readonly slopes: Slopes | null;
    /** Null unless `show importance` asks for it. */
    readonly importance: RelativeImportance | null;
  }[];
}

export interface CheckedFigure {
  readonly figure: PublishedFigure;
  readonly computed: number | null;
  readonly reason: string | null;
  /** Does the computed value round to what is printed (and, with stars, fall in the printed band)? Null when not computed. */
  readonly agrees: boolean | null;
  readonly starsAgree: boolean | null;
  readonly computedStars: string | null;
  /** The computed value in the unit of print: 46.9 for 0.469 where `46.9%` is printed. */
  readonly inPrint: number | null;
}

export interface PublishedResult {
  readonly plan: PublishedPlan;
  readonly figures: readonly CheckedFigure[];
}

export interface CheckedClaim {
  readonly claim: ClaimPlan;
  readonly left: number | null;
  readonly right: number | null;
  readonly holds: boolean | null;
  readonly reason: string | null;
}

export interface HypothesisResult {
  readonly plan: HypothesisPlan;
  readonly claims: readonly CheckedClaim[];
  readonly verdict: 'holds' | 'fails' | 'partly' | 'undecided';
}

export interface StudyResults {
  readonly plan: Plan;
  /** Rows of the data file. */
  readonly sample: number;
  readonly variables: readonly VariableResult[];
  readonly groups: readonly GroupResult[];
  readonly indices: readonly IndexResult[];
  readonly composites: readonly CompositeResult[];
  readonly comparisons: readonly CompareResult[];
  readonly regressions: readonly RegressionResult[];
  /** Left out where nobody asked: a grid is thousands of fits. */
  readonly robustness?: readonly RobustnessResult[];
  readonly correlations: readonly CorrelateResult[];
  readonly measurements: readonly MeasurementResult[];
  readonly mediations: readonly MediationResult[];
  readonly deprivations: readonly DeprivationResult[];
  readonly published: readonly PublishedResult[];
  readonly hypotheses: readonly HypothesisResult[];
  readonly quantities: Quantities;
  readonly dataProblems: readonly DataProblem[];
  /** Where the rows are elsewhere: how many answers could not be used there. */
  readonly unusableElsewhere?: number;
  readonly problems: readonly Problem[];
}

/** What `execute` hands out: nothing of it is computed before it is read. */
export interface Execution extends StudyResults {
  readonly quantities: Collected;
  /** Single quantities: reading one computes what it is of, and what that rests on, and nothing else. */
  readonly asked: QuantitySource;
  /** The same without the jobs of other names: reading it runs these, what they rest on, and nothing else. */
  readonly only: (names: readonly string[]) => Execution;
  /** What was found wrong in what has been computed so far, in order of the plan. */
  readonly raised: () => readonly Problem[];
}

export const isExecution = (results: StudyResults): results is Execution => 'asked' in results;

/** Results of the jobs of these names; of an execution, without running the others. */
export const partOf = (results: StudyResults, names: readonly string[]): StudyResults =>
  isExecution(results) ? results.only(names) : results;
