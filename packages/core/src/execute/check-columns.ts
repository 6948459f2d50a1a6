// The check of data that needs no rows: does the file have every column that the study names.
import { conditionVariables } from '../data/condition.ts';
import { columnsOf, type AnyOption } from '../contract/option.ts';
import { optionsOf } from '../methods/options.ts';
import type { Plan } from '../methods/plan.ts';
import { nearest } from '../text/nearest.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { noRun } from '../problems/data/no-run.ts';
import { unknownColumn } from '../problems/data/unknown-column.ts';
import { columnMeant } from '../data/column-runs.ts';
import { formulaNames, formulaRuns } from '../data/formula.ts';
import type { Schema } from '../data/schema.ts';

/** One problem for each place that names a column which the file does not have, in order of the plan. */
export function checkColumns(plan: Plan, schema: Schema): Problem[] {
  const problems: Problem[] = [];
  const columns = [...schema.columns.map((column) => column.name), ...schema.others];
  const known = new Set(columns);
  // Scores and means of items are numbers like any other.
  const declared = new Set(
    [...plan.variables, ...plan.groups, ...plan.jobs.flatMap((job) => (job.kind === 'index' ? [job, ...job.components] : []))].map(
      ({ name }) => name,
    ),
  );
  const need = (name: string, at: string, alsoDeclared: boolean): void => {
    if (known.has(name) || (alsoDeclared && declared.has(name))) return;
    const candidates = alsoDeclared ? [...columns, ...declared] : columns;
    problems.push(
      raise(
        unknownColumn,
        { column: name, file: schema.file, nearest: nearest(name, candidates), columns },
        { at, data: { file: schema.file, column: name } },
      ),
    );
  };

  const checkRun = (first: string, last: string, at: string): void => {
    const ends = [first, last].map((name) => columnMeant(plan, schema.columns, name));
    const lost = ends.findIndex((end) => end === null);
    // A name that is none at all has been told already.
    if (lost >= 0 && !declared.has([first, last][lost]!)) return;
    const inOrder = lost < 0 && columns.indexOf(ends[0]!) <= columns.indexOf(ends[1]!);
    if (!inOrder)
      problems.push(raise(noRun, { first, last, computed: lost < 0 ? null : [first, last][lost]! }, { at, data: { file: schema.file } }));
  };

  const data = plan.data;
  if (data !== null) {
    if (data.id !== undefined) need(data.id, 'data/id', false);
    if (data.cluster !== undefined) need(data.cluster, 'data/cluster', true);
  }
  for (const variable of plan.variables) {
    if (variable.kind === 'indicator') need(variable.column, `${variable.name}/from`, false);
    else if (variable.kind === 'category') {
      if (variable.variable !== null) need(variable.variable, `${variable.name}/from`, true);
      else if (variable.column !== null) need(variable.column, `${variable.name}/from`, false);
    } else if (variable.formula !== null) {
      for (const name of formulaNames(variable.formula)) need(name, `${variable.name}/formula/${name}`, true);
      for (const { first, last } of formulaRuns(variable.formula)) checkRun(first, last, `${variable.name}/formula/${first}..${last}`);
    } else if (variable.column !== null) need(variable.column, `${variable.name}/from`, false);
  }
  for (const job of plan.jobs) {
    for (const [field, option] of Object.entries<AnyOption>(optionsOf[job.kind]))
      for (const column of columnsOf(option, job[field as keyof typeof job])) need(column, `${job.name}/${option.word}`, true);
    if (job.kind === 'index' || job.where === null) continue;
    for (const name of conditionVariables(job.where)) need(name, `${job.name}/where`, true);
  }
  return problems;
}
