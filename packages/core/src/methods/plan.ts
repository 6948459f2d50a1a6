// The plan: a checked study as plain JSON. `dsl` writes it, `core` executes it. No text positions, no functions.
// Names in a plan are the declared names; a plan path is `declaration/clause/member`. What it says of answers is data/survey-plan.ts.
import type { Address, Comparison, Operand, PublishedFigure } from '../contract/address.ts';
import type { Formula, Label } from '../contract/variables.ts';
import type { ReportStyle } from '../show/document.ts';
import type { SurveyPlan } from '../data/survey-plan.ts';
import type { CompareJob } from './compare/job.ts';
import type { CompositeJob } from './composite/job.ts';
import type { CorrelateJob } from './correlate/job.ts';
import type { IndexJob } from './index/job.ts';
import type { MeasurementJob } from './measurement/job.ts';
import type { DeprivationJob } from './deprivation/job.ts';
import type { MediationJob } from './mediation/job.ts';
import type { RegressionJob } from './regression/job.ts';
import type { RobustnessPlan } from './robustness/plan.ts';

export type Job = IndexJob | CompositeJob | CompareJob | CorrelateJob | RegressionJob | MeasurementJob | MediationJob | DeprivationJob;

/** The index that a score, the index itself or one of its components, belongs to; undefined for what is no score. */
export function indexOfScore(plan: Pick<Plan, 'jobs'>, name: string): IndexJob | CompositeJob | undefined {
  return plan.jobs.find((job): job is IndexJob | CompositeJob => scoreNames(job).includes(name));
}

/** What declares a score: the indices of a plan, each before its components. */
export const scoreDeclarations = ({ jobs }: Pick<Plan, 'jobs'>): readonly (IndexJob | CompositeJob | IndexJob['components'][number])[] =>
  jobs.flatMap(
    (job): ReturnType<typeof scoreDeclarations> =>
      job.kind === 'index' ? [job, ...job.components] : job.kind === 'composite' ? [job] : [],
  );

/** The names of the scores that a job makes: an index and its components; none of what makes none. */
export function scoreNames(job: Job): readonly string[] {
  if (job.kind === 'composite') return [job.name];
  return job.kind === 'index' ? [job.name, ...job.components.map((component) => component.name)] : [];
}

/** What the scores of an index are made of. */
export const madeOf = (job: IndexJob | CompositeJob): readonly string[] => (job.kind === 'index' ? job.items : job.members);

export interface PublishedPlan {
  readonly label: Label;
  readonly stars: readonly number[] /** False: the paper does not say; `stars` are the language's own. */;
  readonly starsStated: boolean;
  readonly figures: readonly PublishedFigure[];
}

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

/** A figure made of figures. In the formula a name is an address, as `formatAddress` writes it. */
export interface QuantityPlan {
  readonly name: string;
  readonly label: Label;
  readonly formula: Formula;
}

export interface ReportPlan {
  readonly language: string;
  readonly decimals: number;
  readonly tables: 'all' | 'none';
  /** Parts of the study and declarations whose tables are shown, in this order; left out where nothing is chosen. */
  readonly shown?: readonly string[];
  readonly figures: 'all' | 'none';
  /** Of the files that are handed in; `plain` when left out. */
  readonly style?: ReportStyle;
  /** Captions in the report's language and in another; left out where they are in one. */
  readonly captions?: 'both';
  /** Significance levels of ***, ** and *: from the highest to the lowest. */
  readonly stars: readonly number[];
  /** Whether respondents are named by their ids. */
  readonly ids: 'shown' | 'hidden';
  /** Counts of fewer respondents are not shown; left out where all are. */
  readonly cells?: number;
}

/** `accept`: problems of a code that the author lets stand, and why. */
export interface AcceptedPlan {
  readonly code: string;
  readonly reason: Label /** Plan path, for diagnostics. */;
  readonly at: string;
}

export interface Plan extends SurveyPlan {
  readonly revision: 1;
  readonly title: Label;
  readonly source: { readonly text: string; readonly doi: string | null } | null;
  readonly jobs: readonly Job[];
  readonly hypotheses: readonly HypothesisPlan[];
  readonly published: readonly PublishedPlan[];
  /** In order of declaration; left out where there are none. */
  readonly quantities?: readonly QuantityPlan[];
  /** In order of declaration; left out where there are none. */
  readonly robustness?: readonly RobustnessPlan[];
  readonly report: ReportPlan;
  /** What the study calls itself that this one replicates; left out where it replicates none. */
  readonly replicates?: Label;
  /** Names whose map line is marked as a guess, in order of declaration; left out where there are none. */
  readonly guesses?: readonly string[];
  /** Codes of problems that the author lets stand; left out where there are none. */
  readonly accepted?: readonly AcceptedPlan[];
  readonly seed: number;
}

/** The declarations that a part of a report is asked for by; `quantities` stands for all figures made of figures. */
export function partNames(plan: Plan, only: readonly string[]): readonly string[] {
  return only.includes('quantities') ? [...only, ...(plan.quantities ?? []).map((one) => one.name)] : only;
}
