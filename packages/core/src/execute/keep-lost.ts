// Results of a text that is broken in places, completed by what the last whole text gave for just those places: while a line is half
// typed its numbers stay, and all others are of the text as it is.
import type { StudyResults } from '../methods/results.ts';

const firstName = /^(?:`([^`]*)`|([^.(]+))/u;

/** `now` with whatever `before` has beside it that is still declared. `lost` says whether there is any. */
export function keepLost(
  now: StudyResults,
  before: StudyResults,
  isDeclared: (name: string) => boolean,
): { readonly results: StudyResults; readonly lost: boolean } {
  const names = new Set([...now.plan.variables, ...now.plan.groups, ...now.plan.jobs].map((one) => one.name));
  const isLost = (name: string): boolean => !names.has(name) && isDeclared(name);
  const lost = new Set([...before.plan.variables, ...before.plan.groups, ...before.plan.jobs].map((one) => one.name).filter(isLost));
  if (lost.size === 0) return { results: now, lost: false };
  const owners = new Set(lost);
  for (const job of before.plan.jobs)
    if (job.kind === 'index' && lost.has(job.name)) for (const component of job.components) owners.add(component.name);
  const quantities = new Map(now.quantities);
  for (const [address, quantity] of before.quantities) {
    const match = firstName.exec(address);
    if (!quantities.has(address) && owners.has(match?.[1] ?? match?.[2] ?? '')) quantities.set(address, quantity);
  }
  const kept = <T>(own: readonly T[], earlier: readonly T[], nameOf: (one: T) => string): readonly T[] => [
    ...own,
    ...earlier.filter((one) => lost.has(nameOf(one))),
  ];
  const results: StudyResults = {
    ...now,
    quantities,
    plan: {
      ...now.plan,
      variables: kept(now.plan.variables, before.plan.variables, (one) => one.name),
      groups: kept(now.plan.groups, before.plan.groups, (one) => one.name),
      jobs: kept(now.plan.jobs, before.plan.jobs, (one) => one.name),
    },
    variables: kept(now.variables, before.variables, (one) => one.variable.name),
    groups: kept(now.groups, before.groups, (one) => one.group.name),
    indices: kept(now.indices, before.indices, (one) => one.job.name),
    composites: kept(now.composites, before.composites, (one) => one.job.name),
    comparisons: kept(now.comparisons, before.comparisons, (one) => one.job.name),
    correlations: kept(now.correlations, before.correlations, (one) => one.job.name),
    regressions: kept(now.regressions, before.regressions, (one) => one.job.name),
    measurements: kept(now.measurements, before.measurements, (one) => one.job.name),
    mediations: kept(now.mediations, before.mediations, (one) => one.job.name),
    deprivations: kept(now.deprivations, before.deprivations, (one) => one.job.name),
  };
  return { results, lost: true };
}
