// A comparison of groups as a plan states it.
import type { Condition, Label } from '../../contract/variables.ts';
import type { PostHocRule } from './post-hoc.ts';

export interface CompareJob {
  readonly kind: 'compare';
  readonly name: string;
  readonly label: Label;
  /** Every row counts once, whatever the study's design. */
  readonly unweighted?: true;
  /** Indices, components, indicators, numbers, dimensions (mean of items); categories; options of questions with several answers. */
  readonly outcomes: readonly string[];
  /** Those of the outcomes that are categories, and that are options; left out where there are none. */
  readonly categories?: readonly string[];
  readonly options?: readonly string[];
  /** Categories; with several, one comparison each. Empty where they are crossed. */
  readonly by: readonly string[];
  /** `by mode * sex`: categories whose levels are crossed in one model; left out where none are. */
  readonly factors?: readonly string[];
  /** `adjust age`: numbers that are held at their means; left out where there are none. */
  readonly adjust?: readonly string[];
  /** `of a, b with c, d`: the second measurement of each outcome, in their order; left out where there are none. */
  readonly with?: readonly string[];
  /** `by none against 60`: the value that means are held against. */
  readonly against?: number;
  readonly where: Condition | null;
  /** `pairwise`: each outcome over the cases that have it; `listwise`: over those that have all of them and the group. */
  readonly missing: 'pairwise' | 'listwise';
  readonly postHoc: PostHocRule;
  readonly defaults: readonly string[];
}

/** What an outcome is compared as: the kind of its numbers (methods/quantities.ts). */
export type ComparedKind =
  | 'outcome of compare'
  | 'category of compare'
  | 'option of compare'
  | 'adjusted outcome of compare'
  | 'crossed outcome of compare'
  | 'paired outcome of compare'
  | 'single outcome of compare';

export function comparedAs(job: CompareJob, outcome: string): ComparedKind {
  if (job.categories?.includes(outcome) === true) return 'category of compare';
  if (job.options?.includes(outcome) === true) return 'option of compare';
  if (job.with !== undefined) return 'paired outcome of compare';
  if (job.against !== undefined) return 'single outcome of compare';
  if (job.factors !== undefined) return 'crossed outcome of compare';
  return job.adjust === undefined ? 'outcome of compare' : 'adjusted outcome of compare';
}

/** The outcomes that are told by their mean. */
export const meanOutcomes = (job: CompareJob): readonly string[] =>
  job.outcomes.filter((outcome) => comparedAs(job, outcome) === 'outcome of compare');

/** The question that an option belongs to, and the option's own name: `needs.meals`. */
export const questionOf = (option: string): string => option.slice(0, option.indexOf('.'));
/** The options of a question that a comparison has. */
export const membersOfOptions = ({ options = [] }: CompareJob, question: string): readonly string[] =>
  options.filter((one) => questionOf(one) === question);
const ownName = (option: string): string => option.slice(option.indexOf('.') + 1);

/** An outcome as it stands in addresses: an option without its question, unless another outcome is called so too. */
export function outcomeName(job: CompareJob, outcome: string): string {
  if (job.options?.includes(outcome) !== true) return outcome;
  const own = ownName(outcome);
  const alike = job.outcomes.filter((one) => one === own || (job.options!.includes(one) && ownName(one) === own));
  return alike.length === 1 ? own : outcome;
}

/** The outcome that stands so in an address; the name itself where there is none. */
export const outcomeCalled = (job: CompareJob, name: string): string =>
  job.outcomes.find((outcome) => outcome === name || outcomeName(job, outcome) === name) ?? name;

/** Where the addresses of one comparison begin: `by_mode.integration`, with the category's name behind it when there are several. */
export function comparePath(job: CompareJob, outcome: string, category: string): readonly string[] {
  return [job.name, outcomeName(job, outcome), ...(job.by.length > 1 ? [category] : [])];
}
