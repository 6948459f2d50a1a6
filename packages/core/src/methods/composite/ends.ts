// What a member of an index can be at the least and at the most, as the plan says: what `normalize scale` and `goalposts scale` rest on.
import type { GroupPlan, VariablePlan } from '../../contract/variables.ts';
import type { Ends } from '../../procedures/composite/aggregate.ts';
import { endsAfter } from '../../procedures/composite/normalise.ts';
import type { IndexJob } from '../index/job.ts';
import type { CompositeJob } from './job.ts';

/** The declarations that ends are read from. */
export interface Declarations {
  readonly variable: (name: string) => VariablePlan | undefined;
  readonly group: (name: string) => GroupPlan | undefined;
  readonly score: (name: string) => IndexJob | CompositeJob | undefined;
}

/**
 * An indicator has the ends of its scale, a number those onto which it is brought, else those that it must lie within; 0 and 1 where a
 * condition makes it. A dimension has the mean of its items' ends, and an index those that `rescale` gives it. Null where nobody says.
 */
export function endsOf(name: string, all: Declarations): Ends | null {
  const variable = all.variable(name);
  if (variable !== undefined) return endsOfVariable(variable);
  const group = all.group(name);
  if (group !== undefined) return meanEnds(group.members.map((member) => endsOf(member, all)));
  const job = all.score(name);
  if (job === undefined) return null;
  if (job.rescale.kind === 'range' || job.rescale.kind === 'components') return { low: job.rescale.low, high: job.rescale.high };
  return job.kind === 'composite' && job.rescale.kind === 'none' ? rawEnds(job, all) : null;
}

function endsOfVariable(variable: VariablePlan): Ends | null {
  if (variable.kind === 'indicator') return variable.scale === null ? null : { low: variable.scale.low, high: variable.scale.high };
  if (variable.kind === 'category') return null;
  if (variable.rescale !== undefined) return { low: variable.rescale.low, high: variable.rescale.high };
  if (variable.when !== undefined || variable.chosen !== undefined) return { low: 0, high: 1 };
  const { low, high } = variable.within ?? { low: null, high: null };
  return low === null || high === null ? null : { low: low.value, high: high.value };
}

function meanEnds(ends: readonly (Ends | null)[]): Ends | null {
  if (ends.length === 0 || ends.some((one) => one === null)) return null;
  const mean = (end: 'low' | 'high'): number => ends.reduce((total, one) => total + one![end], 0) / ends.length;
  return { low: mean('low'), high: mean('high') };
}

/** Least and largest value of an index before it is rescaled; null where a member has no ends, or weights come from the data. */
export function rawEnds(job: CompositeJob, all: Declarations): Ends | null {
  const own = job.members.map((name) => endsAfter(job.normalize, endsOf(name, all)));
  if (own.some((one) => one === null)) return null;
  const ends = own as readonly Ends[];
  const alike = ends.every(({ low, high }) => low === ends[0]!.low && high === ends[0]!.high);
  if (job.score === 'sum')
    return { low: ends.reduce((total, one) => total + one.low, 0), high: ends.reduce((total, one) => total + one.high, 0) };
  // A weighted mean of members with the same ends has these, whatever the weights.
  if (alike) return ends[0]!;
  if (job.score === 'mean' || (job.weight.kind === 'equal' && job.aggregate === 'arithmetic')) return meanEnds(ends);
  return null;
}
