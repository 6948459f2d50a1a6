// How the files of a study are to be read, which the plan says before they are: encodings, and the columns that hold names and are kept as
// written. Reading them is readers/; what keys compare by is keys.ts.
import { columnsOf, type AnyOption } from '../contract/option.ts';
import type { FileShape } from '../data/options.ts';
import { optionsOf } from '../methods/options.ts';
import type { Condition, ValueSet } from '../contract/variables.ts';
import type { Plan } from '../methods/plan.ts';
import { columnsNeeded } from './columns-needed.ts';
import type { ReadOptions } from '../data/readers/binary/reading.ts';

/** For the file of answers, then for each join in order, then for each file that stands below it. */
export function howToRead(plan: Plan): readonly ReadOptions[] {
  const { data } = plan;
  if (data === null) return [];
  const names = namesOf(plan);
  const text = [...names].sort();
  const needed = columnsNeeded(plan);
  const answers: ReadOptions = { ...needed, text, ...(data.id === undefined ? {} : { id: data.id }), ...shapeOf(data) };
  return [
    answers,
    ...data.joins.map(
      (join): ReadOptions => ({
        ...needed,
        text: names.has(join.key ?? join.on) ? text : [...text, join.key ?? join.on].sort(),
        ...shapeOf(join),
      }),
    ),
    ...(data.appends ?? []).map(
      (append): ReadOptions => ({ ...needed, text, ...(data.id === undefined ? {} : { id: data.id }), ...shapeOf(append) }),
    ),
  ];
}

type Shape = FileShape & { readonly encoding?: string; readonly sheet?: string; readonly table?: string };

function shapeOf({ encoding, sheet, table, header, decimal }: Shape): ReadOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(table === undefined ? {} : { table }),
    ...(header === undefined ? {} : { header }),
    ...(decimal === undefined ? {} : { decimal }),
  };
}

/** Columns whose cells are names: keys, and what a text is compared with. */
function namesOf(plan: Plan): Set<string> {
  const data = plan.data!;
  const names = new Set(
    [data.id, data.cluster, data.design?.stratum, ...(data.text ?? []), ...data.joins.map((join) => join.on)].filter(
      (name) => name !== undefined,
    ),
  );
  const declared = new Set(plan.variables.map((variable) => variable.name));
  const inCondition = (condition: Condition): void => {
    if ('parts' in condition) condition.parts.forEach(inCondition);
    else if (condition.kind === 'is' && !declared.has(condition.variable) && condition.values !== null && hasTexts(condition.values))
      names.add(condition.variable);
  };
  if (data.where !== undefined) inCondition(data.where);
  for (const variable of plan.variables) {
    if (variable.kind === 'category' && variable.variable === null && variable.levels.some((level) => hasTexts(level.codes)))
      names.add(variable.column ?? variable.name);
    if (variable.kind !== 'number') continue;
    if (variable.when !== undefined) inCondition(variable.when);
    if (variable.per !== undefined && !declared.has(variable.per)) names.add(variable.per);
  }
  for (const job of plan.jobs) {
    for (const [field, option] of Object.entries<AnyOption>(job.kind === 'compare' || job.kind === 'composite' ? {} : optionsOf[job.kind]))
      for (const column of columnsOf(option, job[field as keyof typeof job])) names.add(column);
    if (job.where !== null) inCondition(job.where);
  }
  // What a file calls otherwise holds the names as well.
  for (const { name, of } of data.either ?? []) if (names.has(name)) for (const one of of) names.add(one);
  // A column that a map makes of another one: the other holds the names.
  const mapped = data.columns ?? [];
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const { name, from, values } of mapped)
      if (values === null ? names.has(name) : values.some((value) => hasTexts(value.codes))) names.add(from);
  }
  return names;
}

function hasTexts(set: ValueSet): boolean {
  return set.some((code) => code.kind === 'text');
}
