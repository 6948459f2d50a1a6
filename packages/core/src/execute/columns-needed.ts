// Which columns of its files a study reads: what the plan names (named-columns.ts), and what joins and maps need besides. Whether the files
// have them is check-columns.ts.
import type { ReadOptions } from '../data/readers/binary/reading.ts';
import type { Plan } from '../methods/plan.ts';
import { namedColumns } from './named-columns.ts';

/** Files of more columns than this are read in part. */
const WIDE = 200;

/** The names may be declared ones too: a file has no such column, or one that may be read as well. */
export function columnsNeeded(plan: Plan): Pick<ReadOptions, 'columns' | 'runs' | 'wide'> {
  const { data } = plan;
  const names = new Set<string>();
  const runs: (readonly [string, string])[] = [];
  for (const { on, key } of data?.joins ?? []) names.add(on).add(key ?? on);
  for (const { of } of data?.either ?? []) for (const one of of) names.add(one);
  for (const { name, from } of data?.columns ?? []) names.add(name).add(from);
  // An end of a run may be a declared name; the columns behind both are meant then.
  const columnBehind = new Map(plan.variables.map((variable) => [variable.name, variable.column]));
  for (const one of namedColumns(plan)) {
    if (one.kind === 'column') names.add(one.name);
    else runs.push([columnBehind.get(one.first) ?? one.first, columnBehind.get(one.last) ?? one.last]);
  }
  return { columns: [...names].sort(), runs, wide: WIDE };
}
