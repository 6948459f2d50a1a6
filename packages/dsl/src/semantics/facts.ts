// What the meaning of an address rests on: names in order, kinds, levels, members, items, outcomes, terms. Tables of printed figures hold
// hundreds of addresses and are resolved again only when one of these is another one.
import { sameNumbers } from '@studyspec/core';
import type { Context } from './context.ts';

export type Facts = readonly (readonly unknown[])[];

/** Null where something was not asked: then resolving also notes who goes without it. */
export function factsOf(context: Context): Facts | null {
  if (context.absences.size > 0) return null;
  const { merged } = context;
  return [
    [...merged.named.keys()],
    [...merged.named.values()].map((declared) => declared.kind),
    [...merged.broken],
    [...context.variables.values()],
    [...context.groups.values()],
    // Of the options of an index and of a comparison no address knows.
    [...context.indices.values()].map(({ name, items, components }) => [name, items, components.map((one) => one.name)]),
    [...context.composites.values()].map(({ name, members }) => [name, members]),
    [...context.components.keys()],
    [...context.components.values()],
    [...context.compares.values()].map(({ name, outcomes, by }) => [name, outcomes, by]),
    [...context.correlates.values()].map(({ name, variables }) => [name, variables]),
    [...context.regressions.values()].map(({ name, outcomes, terms }) => [name, outcomes, terms]),
    [...context.deprivations.values()].map(({ name, dimensions, by }) => [name, dimensions, by]),
    [...context.mediations.values()].map(({ name, mediators }) => [name, mediators]),
    [...context.measurements.values()].map(({ name, factors, second }) => [name, factors, second]),
  ];
}

/** Whether every address means the same by both. Labels mean nothing to an address. */
export function sameFacts(a: Facts, b: Facts): boolean {
  return a === b || sameNumbers(a, b);
}
