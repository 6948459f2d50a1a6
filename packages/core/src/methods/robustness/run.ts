// A robustness: the plan is executed under every combination of the alternatives, and the number read each time. What the executions share
// they compute once, by the memo of whoever executes.
import { formatAddress, type Quantity, type QuantityFormat, type QuantitySource } from '../../contract/quantity.ts';
import type { Address } from '../../contract/address.ts';
import { runHypotheses } from '../claims/run.ts';
import type { HypothesisPlan, Job } from '../plan.ts';
import { specificationsOf, type RobustnessPlan, type Way } from './plan.ts';

export interface Estimate {
  readonly value: number | null;
  /** Why there is none. */
  readonly reason: string | null;
  /** Code of the problem that the spec would have; null where it can be written so. */
  readonly refused: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
}

export interface Specification extends Estimate {
  /** By axis, the place of the alternative. */
  readonly chosen: readonly number[];
  /** By hypothesis; null where it cannot be said. */
  readonly holds: readonly (boolean | null)[];
}

export interface RobustnessResult {
  readonly plan: RobustnessPlan;
  readonly format: QuantityFormat;
  /** As the spec states everything. */
  readonly stated: Estimate;
  /** The last axis moves first. */
  readonly specifications: readonly Specification[];
  /** By axis and alternative: that one, and all else as stated. */
  readonly alone: readonly (readonly Estimate[])[];
  /** Those that claim something of the number. */
  readonly hypotheses: readonly string[];
}

/** A study with each of its jobs as it is changed. */
export type Executing = (changed: (job: Job) => Job) => QuantitySource;

/** `all`: hypotheses of the study, without claims about grids. */
export function runRobustness(plan: RobustnessPlan, all: readonly HypothesisPlan[], executing: Executing): RobustnessResult {
  const address = formatAddress(plan.number);
  const hypotheses = all.filter((one) =>
    one.claims.some(
      ({ left, right }) => formatAddress(left) === address || (right.kind === 'address' && formatAddress(right.address) === address),
    ),
  );
  const as = plan.axes.map((): number | null => null);
  const needed = narrowing([
    plan.number,
    ...hypotheses.flatMap((one) => one.claims.flatMap(({ left, right }) => (right.kind === 'address' ? [left, right.address] : [left]))),
  ]);
  const execute = (jobs: ReadonlyMap<string, Job>): QuantitySource => executing((job) => needed(jobs.get(job.name) ?? job));
  const base = execute(new Map());
  const ways = plan.changes.map((one) => new Map(one.ways.map((way) => [way.chosen.join(), way])));
  const specifications = Array.from({ length: specificationsOf(plan.axes) }, (_, at): Specification => {
    const chosen = chosenAt(plan, at);
    const changed = jobsOf(plan, ways, chosen);
    if (typeof changed === 'string') return { ...refusal(changed), chosen, holds: hypotheses.map(() => null) };
    const numbers = execute(changed);
    const verdicts = runHypotheses({ plan: { hypotheses }, quantities: numbers, problems: [] });
    return {
      ...estimateAt(numbers, plan.number),
      chosen,
      holds: verdicts.map(({ verdict }) => (verdict === 'undecided' ? null : verdict === 'holds')),
    };
  });
  const alone = plan.axes.map((axis, position) =>
    axis.alternatives.map((_, at) => {
      // Of a single option its alternatives are the grid.
      if (plan.axes.length === 1) return specifications[at]!;
      const changed = jobsOf(
        plan,
        ways,
        as.map((_none, own) => (own === position ? at : null)),
      );
      return typeof changed === 'string' ? refusal(changed) : estimateAt(execute(changed), plan.number);
    }),
  );
  return {
    plan,
    format: base.get(address)?.format ?? 'coefficient',
    stated: estimateAt(base, plan.number),
    specifications,
    alone,
    hypotheses: hypotheses.map((one) => one.name),
  };
}

/** Of a job with several outcomes those whose numbers are read: each has its own model, and a grid has no use for the others. */
function narrowing(read: readonly Address[]): (job: Job) => Job {
  return (job) => {
    if (!('outcomes' in job)) return job;
    const paths = read.filter(({ path }) => path[0] === job.name).map(({ path }) => path.slice(1).join('.'));
    const outcomes = job.outcomes.filter((name) => paths.some((path) => path === name || path.startsWith(`${name}.`)));
    return outcomes.length === 0 || outcomes.length === job.outcomes.length ? job : { ...job, outcomes };
  };
}

/** The combination at a place: the last axis moves first. */
function chosenAt(plan: RobustnessPlan, at: number): readonly number[] {
  const chosen: number[] = [];
  let rest = at;
  for (const axis of plan.axes.toReversed()) {
    chosen.unshift(rest % axis.alternatives.length);
    rest = Math.floor(rest / axis.alternatives.length);
  }
  return chosen;
}

/**
 * What stands in place of the jobs, `ways` of each declaration by what is chosen (nothing of null); the code of a problem where one of them
 * cannot be written so.
 */
function jobsOf(
  plan: RobustnessPlan,
  ways: readonly ReadonlyMap<string, Way>[],
  chosen: readonly (number | null)[],
): ReadonlyMap<string, Job> | string {
  const jobs = new Map<string, Job>();
  for (const [at, { declaration, axes }] of plan.changes.entries()) {
    const own = axes.map((axis) => chosen[axis]!);
    if (own.every((one) => one === null)) continue;
    const way = ways[at]!.get(own.join());
    if (way?.job == null) return way?.refused ?? '';
    jobs.set(declaration, way.job);
  }
  return jobs;
}

const refusal = (refused: string): Estimate => ({ value: null, reason: null, refused, low: null, high: null, p: null });

/** `b(x)` has its interval at `low(x)`, everything else at its own name: `beta.low(x)`. Its p is its own, else that beside it. */
function estimateAt(numbers: QuantitySource, address: Address): Estimate {
  const { path, args } = address;
  const at = (...places: readonly (readonly string[])[]): Quantity | undefined => {
    for (const place of places) {
      const found = numbers.get(formatAddress({ path: place, args }));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const front = path.slice(0, -1);
  const end = (word: 'low' | 'high'): number | null =>
    at([...path, word], ...(path.at(-1) === 'b' ? [[...front, word]] : []))?.value ?? null;
  const found = at(path);
  if (found?.value == null)
    return { ...refusal(''), refused: null, reason: found === undefined ? 'it is not among the results' : (found.reason ?? '') };
  const [low, high] = [end('low'), end('high')];
  const within = low !== null && high !== null;
  return {
    value: found.value,
    reason: null,
    refused: null,
    low: within ? low : null,
    high: within ? high : null,
    p: at([...path, 'p'], [...front, 'p'])?.value ?? null,
  };
}

/** Those that have the number, from the least to the largest. */
export function sortedSpecifications({ specifications }: RobustnessResult): readonly Specification[] {
  return specifications
    .filter((one) => one.value !== null)
    .map((one, at) => ({ one, at }))
    .sort((a, b) => a.one.value! - b.one.value! || a.at - b.at)
    .map(({ one }) => one);
}
