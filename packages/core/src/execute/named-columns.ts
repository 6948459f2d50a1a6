// Every place in which a plan names a column of its answers, or something declared that may stand there: the one walk, for whoever checks
// that columns are there (check-columns.ts) and whoever reads only those (columns-needed.ts).
import { columnsOf, type AnyOption } from '../contract/option.ts';
import { conditionVariables } from '../data/condition.ts';
import { formulaNames, formulaRuns } from '../data/formula.ts';
import { optionsOf } from '../methods/options.ts';
import type { Plan } from '../methods/plan.ts';

export type NamedColumn =
  /** `orDeclared`: a declared name will do as well. */
  | { readonly kind: 'column'; readonly name: string; readonly at: string; readonly orDeclared: boolean }
  /** Everything from one column to another; an end may be a declared name. */
  | { readonly kind: 'run'; readonly first: string; readonly last: string; readonly at: string };

/** In order of the plan. */
export function* namedColumns(plan: Plan): Generator<NamedColumn> {
  const column = (name: string, at: string, orDeclared: boolean): NamedColumn => ({ kind: 'column', name, at, orDeclared });
  const { data } = plan;
  if (data?.id !== undefined) yield column(data.id, 'data/id', false);
  if (data?.cluster !== undefined) yield column(data.cluster, 'data/cluster', true);
  const { weight, stratum, population } = data?.design ?? {};
  if (weight !== undefined) yield column(weight, 'data/weight', true);
  if (stratum !== undefined) yield column(stratum, 'data/stratum', true);
  if (typeof population === 'string') yield column(population, 'data/population', true);
  for (const name of data?.text ?? []) yield column(name, `data/text/${name}`, false);
  if (data?.where !== undefined) for (const used of conditionVariables(data.where)) yield column(used, `data/where/${used}`, true);
  for (const variable of plan.variables) {
    const { name } = variable;
    if (variable.kind === 'category' && variable.variable !== null) yield column(variable.variable, `${name}/from`, true);
    else if (variable.kind === 'number' && variable.formula !== null) {
      for (const used of formulaNames(variable.formula)) yield column(used, `${name}/formula/${used}`, true);
      for (const { first, last } of formulaRuns(variable.formula))
        yield { kind: 'run', first, last, at: `${name}/formula/${first}..${last}` };
    } else if (variable.column !== null) yield column(variable.column, `${name}/from`, false);
    if (variable.kind !== 'number') continue;
    if (variable.when !== undefined) for (const used of conditionVariables(variable.when)) yield column(used, `${name}/when/${used}`, true);
    if (variable.per !== undefined) yield column(variable.per, `${name}/per`, true);
  }
  for (const job of plan.jobs) {
    if (job.kind === 'composite') continue;
    for (const [field, option] of Object.entries<AnyOption>(optionsOf[job.kind]))
      for (const used of columnsOf(option, job[field as keyof typeof job])) yield column(used, `${job.name}/${option.word}`, true);
    if (job.where === null) continue;
    for (const used of conditionVariables(job.where)) yield column(used, `${job.name}/where`, true);
  }
}
