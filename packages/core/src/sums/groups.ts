// The clusters that a spec's errors ask for: a column of the file by the texts of its cells, or a category.
import { missingIn, columnOf, type Frame } from '../data/frame.ts';
import { rowGroups } from '../data/row-groups.ts';
import { cellText } from '../data/values.ts';
import type { ValueSet } from '../contract/variables.ts';
import { columnsOf } from '../contract/option.ts';
import type { Job, Plan } from '../methods/plan.ts';
import { errors } from '../methods/regression/errors.ts';

/** What the errors of a job are clustered by. */
export const clusterOfJob = (job: Job): string | null => (job.kind === 'regression' ? (columnsOf(errors, job.errors)[0] ?? null) : null);

/** Columns that are clusters and no variables. */
export function groupsNeeded(plan: Plan): readonly string[] {
  const declared = new Set(plan.variables.map(({ name }) => name));
  return [...new Set(plan.jobs.map(clusterOfJob))].filter((name): name is string => name !== null && !declared.has(name));
}

/** The texts of a column, in the order of code units, and which of them each row has; null where there is no such column. */
export function groupsIn(
  frame: Frame,
  name: string,
  missing: ValueSet,
): { readonly levels: readonly string[]; readonly codes: Int32Array } | null {
  const column = columnOf(frame, name);
  if (column === undefined) return null;
  const groups = rowGroups(column, missingIn(column, missing));
  const texts = new Map<number, string>();
  for (const [row, group] of groups.entries()) if (group >= 0 && !texts.has(group)) texts.set(group, cellText(column, row) ?? '');
  const levels = [...texts.values()].sort();
  const places = new Map([...texts].map(([group, text]) => [group, levels.indexOf(text)]));
  return { levels, codes: groups.map((group) => places.get(group) ?? -1) };
}
