// Which columns of its files a study reads: what its declarations, formulas, jobs and conditions name. Whether the files have them is
// check-columns.ts.
import { columnsOf, type AnyOption } from '../contract/option.ts';
import { formulaNames, formulaRuns } from '../data/formula.ts';
import type { ReadOptions } from '../data/readers/binary/reading.ts';
import { optionsOf } from '../methods/options.ts';
import type { Plan } from '../methods/plan.ts';
import { conditionVariables } from '../data/condition.ts';

/** Files of more columns than this are read in part. */
const WIDE = 200;

/** The names may be declared ones too: a file has no such column, or one that may be read as well. */
export function columnsNeeded(plan: Plan): Pick<ReadOptions, 'columns' | 'runs' | 'wide'> {
  const { data } = plan;
  const names = new Set<string>();
  const runs: (readonly [string, string])[] = [];
  const columnBehind = new Map(plan.variables.map((variable) => [variable.name, variable.column]));
  for (const name of [data?.id, data?.cluster]) if (name !== undefined) names.add(name);
  for (const { on, key } of data?.joins ?? []) names.add(on).add(key ?? on);
  for (const { name, from } of data?.columns ?? []) names.add(name).add(from);
  for (const variable of plan.variables) {
    if (variable.column !== null) names.add(variable.column);
    if (variable.kind === 'category' && variable.variable !== null) names.add(variable.variable);
    if (variable.kind !== 'number' || variable.formula === null) continue;
    for (const name of formulaNames(variable.formula)) names.add(name);
    // An end of a run may be a declared name; the columns behind both are meant then.
    for (const { first, last } of formulaRuns(variable.formula))
      runs.push([columnBehind.get(first) ?? first, columnBehind.get(last) ?? last]);
  }
  for (const job of plan.jobs) {
    for (const [field, option] of Object.entries<AnyOption>(optionsOf[job.kind]))
      for (const column of columnsOf(option, job[field as keyof typeof job])) names.add(column);
    if (job.kind !== 'index' && job.where !== null) for (const name of conditionVariables(job.where)) names.add(name);
  }
  return { columns: [...names].sort(), runs, wide: WIDE };
}
