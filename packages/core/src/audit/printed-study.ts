// What a paper printed, as the checks read it: every figure by its address, as the interval of all numbers that round to it,
// with what the plan says of scales, members, levels and models. Derived from a plan; no answers are needed.
import { tenTo } from '../numerics/powers.ts';
import { formatAddress } from '../contract/quantity.ts';
import { indexOfScore, type Plan } from '../methods/plan.ts';
import { type Address, type Comparison } from '../contract/address.ts';
import { type CategoryPlan, type IndicatorPlan, type VariablePlan } from '../contract/variables.ts';
import { meanOutcomes, type CompareJob } from '../methods/compare/job.ts';
import type { IndexJob } from '../methods/index/job.ts';
import type { RegressionJob } from '../methods/regression/job.ts';
import type { Interval } from './interval.ts';

export interface PrintedCell extends Interval {
  readonly address: Address;
  /** As formatAddress writes it. */
  readonly text: string;
  readonly value: number;
  readonly decimals: number;
  readonly operator: Comparison;
  /** Its digits, as printed. */
  readonly printed: string;
  readonly stars: '*' | '**' | '***' | 'ns' | null;
  /** Bounds of the stars of its block, loosest first. */
  readonly bands: readonly number[];
  /** The clause that is assumed for them, where the paper does not say; null when it does, or its own figures do. */
  readonly bandsAssumed: string | null;
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly at: string;
}

export interface PrintedStudy {
  readonly plan: Plan;
  readonly cells: readonly PrintedCell[];
  readonly by: ReadonlyMap<string, readonly PrintedCell[]>;
  readonly variables: ReadonlyMap<string, VariablePlan>;
  /** The sample's size, when it is printed as a whole number. */
  readonly sample: number | null;
}

/** What a comparison has of each group. */
const GROUP: ReadonlySet<string> = new Set(['n', 'mean', 'sd', 'se', 'low', 'high']);

/** Quantities that are percentages themselves: `46.9%` of anything else means 0.469. */
const PERCENTAGES: ReadonlySet<string> = new Set(['percent', 'explained', 'total', 'sampled']);

/** `assumed`: the published blocks whose levels of significance are the language's. */
export function printedStudyOf(plan: Plan, assumed: readonly number[] = []): PrintedStudy {
  const cells: PrintedCell[] = [];
  const by = new Map<string, PrintedCell[]>();
  for (const [position, published] of plan.published.entries()) {
    const bands = [...published.stars].sort((a, b) => b - a);
    const bandsAssumed = assumed.includes(position) ? `stars ${bands.join(', ')}` : null;
    for (const { address, printed, operator, table, row, column, at } of published.figures) {
      const unit = printed.percent && !PERCENTAGES.has(address.path.at(-1) ?? '') ? 0.01 : 1;
      const value = printed.value * unit;
      const half = 0.5 * unit * tenTo(-printed.decimals);
      const low = operator === '=' ? value - half : operator === '<' || operator === '<=' ? -Infinity : value;
      const high = operator === '=' ? value + half : operator === '>' || operator === '>=' ? Infinity : value;
      const text = formatAddress(address);
      const decimals = printed.decimals + (unit === 1 ? 0 : 2);
      const cell: PrintedCell = {
        address,
        text,
        value,
        low,
        high,
        decimals,
        operator,
        printed: printed.text.replace(/\s*(?:\*+|ns)$/u, ''),
        stars: printed.stars,
        bands,
        bandsAssumed,
        table,
        row,
        column,
        at,
      };
      cells.push(cell);
      const own = scoreOfGroup(plan, address);
      for (const name of own === null ? [text] : [text, formatAddress(own)]) {
        const known = by.get(name);
        if (known === undefined) by.set(name, [cell]);
        else known.push(cell);
      }
    }
  }
  const sample = by.get('sample')?.find((cell) => cell.operator === '=' && Number.isInteger(cell.value))?.value ?? null;
  return { plan, cells, by, variables: new Map(plan.variables.map((variable) => [variable.name, variable])), sample };
}

/**
 * A group's mean within a comparison is that of the score where both are of the same cases: `by_mode.integration.mean(mode.cities)` is
 * `integration.mean(mode.cities)`. Not all cases, since those of no group are left out of a comparison.
 */
function scoreOfGroup(plan: Plan, address: Address): Address | null {
  const { path, args } = address;
  const job = args?.length === 1 && path.length > 2 ? plan.jobs.find((one) => one.name === path[0]) : undefined;
  return job?.kind === 'compare' &&
    meanOutcomes(job).includes(path[1]!) &&
    job.where === null &&
    ofSameCases(plan, job) === 'surely' &&
    GROUP.has(path.at(-1)!) &&
    !formatAddress(address).endsWith('(all)')
    ? { path: [path[1]!, path.at(-1)!], args }
    : null;
}

/** Whether nobody is left out of the comparison of one outcome for another's missing answers: scores of one index have the same cases. */
export function ofSameCases(plan: Plan, job: CompareJob): 'surely' | 'unless stated otherwise' | 'no' {
  const [first, ...others] = job.outcomes.map((outcome) => indexOfScore(plan, outcome));
  if (job.outcomes.length === 1 || (first !== undefined && others.every((one) => one === first))) return 'surely';
  if (job.missing === 'listwise') return 'no';
  return job.defaults.some((one) => one.startsWith('missing ')) ? 'unless stated otherwise' : 'surely';
}

/** The figure printed at an address, written as in a spec; the first when it is printed twice. */
export function cellAt(study: PrintedStudy, text: string): PrintedCell | null {
  return study.by.get(text)?.find((cell) => cell.operator === '=') ?? null;
}

/** A printed count: a whole number without digits after the point. */
export function countAt(study: PrintedStudy, text: string): number | null {
  const cell = cellAt(study, text);
  return cell !== null && cell.decimals === 0 && cell.value >= 0 ? cell.value : null;
}

/** The term of a coefficient's address: `age.middle`, `a:b`. */
export function termOf(cell: PrintedCell): string {
  return formatAddress({ path: ['x'], args: cell.address.args }).slice(2, -1);
}

export function indicatorsOf(study: PrintedStudy): IndicatorPlan[] {
  return study.plan.variables.filter((one): one is IndicatorPlan => one.kind === 'indicator');
}

export function categoriesOf(study: PrintedStudy): CategoryPlan[] {
  return study.plan.variables.filter((one): one is CategoryPlan => one.kind === 'category');
}

export function indicesOf(study: PrintedStudy): IndexJob[] {
  return study.plan.jobs.filter((job): job is IndexJob => job.kind === 'index');
}

/** Those by least squares: what the audit holds printed figures to (sums of squares, linear identities) is of no other method. */
export function regressionsOf(study: PrintedStudy): RegressionJob[] {
  return study.plan.jobs.filter((job): job is RegressionJob => job.kind === 'regression' && job.method.kind === 'linear');
}

/** The parts of a comparison of means, as their addresses begin: one for each outcome and category. */
export interface ComparisonPart {
  readonly job: CompareJob;
  readonly outcome: string;
  readonly by: string;
  readonly front: string;
}

export function comparisonsOf(study: PrintedStudy): ComparisonPart[] {
  const jobs = study.plan.jobs.filter((job): job is CompareJob => job.kind === 'compare');
  return jobs.flatMap((job) =>
    meanOutcomes(job).flatMap((outcome) =>
      job.by.map((by) => ({ job, outcome, by, front: `${job.name}.${outcome}${job.by.length > 1 ? `.${by}` : ''}` })),
    ),
  );
}

/** The cases that the correlations of an index rest on: with pairs of their own, scores are of fewer. */
export function correlatedOf(study: PrintedStudy, job: IndexJob): PrintedCell | null {
  const cell = cellAt(study, `${job.name}.n.correlations`) ?? (job.missing === 'pairwise' ? null : cellAt(study, `${job.name}.n`));
  return cell !== null && cell.decimals === 0 ? cell : null;
}

/** Names that have scores: indices, their components, and what else can be averaged by group. */
export function scoresOf(study: PrintedStudy): string[] {
  const composites = indicesOf(study).flatMap((job) => [job.name, ...job.components.map((component) => component.name)]);
  return [
    ...composites,
    ...study.plan.groups.map((group) => group.name),
    ...study.plan.variables.filter((one) => one.kind !== 'category').map((one) => one.name),
  ];
}

/** Answers of an item that are printed: its own n, or the sample without those missing. */
export function answersOf(study: PrintedStudy, name: string): number | null {
  const own = countAt(study, `${name}.n`);
  if (own !== null) return own;
  const missing = countAt(study, `${name}.missing`);
  return missing === null || study.sample === null ? null : study.sample - missing;
}
