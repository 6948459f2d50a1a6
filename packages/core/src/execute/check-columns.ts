// The check of data that needs no rows: does the file have every column that the study names.
import { scoreDeclarations, type Plan } from '../methods/plan.ts';
import { nearest } from '../text/nearest.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { noRun } from '../problems/data/no-run.ts';
import { unknownColumn } from '../problems/data/unknown-column.ts';
import { columnMeant } from '../data/column-runs.ts';
import type { Schema } from '../data/schema.ts';
import { namedColumns } from './named-columns.ts';

/** One problem for each place that names a column which the file does not have, in order of the plan. */
export function checkColumns(plan: Plan, schema: Schema): Problem[] {
  const problems: Problem[] = [];
  const columns = [...schema.columns.map((column) => column.name), ...schema.others];
  const known = new Set(columns);
  // Scores and means of items are numbers like any other.
  const declared = new Set([...plan.variables, ...plan.groups, ...scoreDeclarations(plan)].map(({ name }) => name));
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

  for (const one of namedColumns(plan)) {
    if (one.kind === 'column') need(one.name, one.at, one.orDeclared);
    else checkRun(one.first, one.last, one.at);
  }
  return problems;
}
