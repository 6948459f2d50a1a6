// What a later round may ask. A plan comes from whoever has all counts, and may have been written by hand: a house answers what a study of
// its own spec asks, and nothing else. Ends are of the scores that the spec makes, in groups that it names; residuals of its regressions.
import { weightOf } from '../methods/regression/heteroskedastic.ts';
import type { IndexJob } from '../methods/index/job.ts';
import { indexOfScore, type Plan } from '../methods/plan.ts';
import { countsNeeded } from './needed.ts';
import { meanName, sizeOf, type AskedForm, type SumsColumn, type SumsTable } from './sums.ts';

/** Whether a study of this plan asks for a form, of columns that were counted here. */
export function mayBeAsked(plan: Plan, columns: ReadonlyMap<string, SumsColumn>): (form: AskedForm) => boolean {
  const stated = new Set(countsNeeded(plan).flatMap(({ where }) => where.map((one) => JSON.stringify(one))));
  const indices = plan.jobs.flatMap((job) => (job.kind === 'index' ? [leavesOf(plan, job)] : []));
  const fitted = plan.jobs.flatMap((job) =>
    job.kind !== 'regression'
      ? []
      : [new Set([...job.terms.flatMap(({ term }) => term), ...job.outcomes].flatMap((name) => leavesOfName(plan, name)))],
  );
  const within = (sets: readonly ReadonlySet<string>[], names: readonly string[]): boolean =>
    sets.some((set) => names.every((name) => set.has(name)));
  return ({ where, needs, level, parts, values, slopes = [], residuals }) => {
    const names = [...parts, ...slopes].map(([name]) => name);
    const sized = (name: string, size: number): boolean => {
      const column = columns.get(name);
      return column !== undefined && ('values' in column || size === sizeOf(column));
    };
    const known =
      where.every((one) => stated.has(one)) &&
      needs.every((name) => columns.has(name)) &&
      slopes.every(([name]) => isNumber(columns.get(name))) &&
      parts.every(
        ([name, table], at) => sized(name, table.length) && values[at]!.length === table.length && holds(columns, name, values[at]!),
      );
    if (!known || new Set(names).size !== names.length) return false;
    if (level !== null) {
      const category = columns.get(level[0]);
      if (category?.kind !== 'category' || level[1] >= category.levels.length) return false;
    }
    if (residuals === undefined) return within(indices, names) && parts.every(([, table], at) => isLine(table, values[at]!));
    const { kind, bread, columns: x, residual } = residuals;
    const size = x.length + 1;
    const places = new Map(parts.map(([name], at) => [name, at]));
    // A residual takes a number by its value, as a score does; each level of a category has its own part in it.
    const isPart = ([name, table]: AskedForm['parts'][number]): boolean => {
      const own = values[places.get(name) ?? -1];
      return own !== undefined && own.length === table.length && ('levels' in columns.get(name)! || isLine(table, own));
    };
    return (
      level === null &&
      (weightOf(kind) as unknown) !== undefined &&
      within(fitted, names) &&
      bread.length === size &&
      bread.every((line) => line.length === size) &&
      [...x, residual].every(
        (form) => form.parts.every(isPart) && (form.slopes ?? []).every(([name]) => slopes.some(([own]) => own === name)),
      )
    );
  };
}

/** Added up as it is: of many values, or of few here and of many elsewhere. */
const isNumber = (column: SumsColumn | undefined): boolean => column?.kind === 'measure' || column?.kind === 'number';

/** Values of a number that were asked about are all that it has here. */
function holds(columns: ReadonlyMap<string, SumsColumn>, name: string, values: readonly number[]): boolean {
  const column = columns.get(name)!;
  return !('values' in column) || column.values.every((value) => values.includes(value));
}

function leavesOf(plan: Plan, { items }: IndexJob): ReadonlySet<string> {
  return new Set(items.flatMap((name) => leavesOfName(plan, name)));
}

function leavesOfName(plan: Plan, name: string): readonly string[] {
  const index = indexOfScore(plan, name);
  if (index?.kind === 'index') return [...leavesOf(plan, index)];
  const group = plan.groups.find((one) => one.name === name);
  return [group === undefined ? name : meanName(group.members)];
}

/** A score is a weighted sum: each answer counts by its value. What tells single answers apart otherwise is no score. */
function isLine(table: readonly number[], values: readonly number[]): boolean {
  if (table.length < 3) return true;
  const slope = (table.at(-1)! - table[0]!) / (values.at(-1)! - values[0]!);
  const most = Math.max(...table.map(Math.abs));
  return table.every((one, at) => Math.abs(one - table[0]! - slope * (values[at]! - values[0]!)) <= 1e-9 * most);
}

/** Whether a form is of rows of which not even their number is told. */
export function isOfHidden(tables: readonly SumsTable[]): (form: Pick<AskedForm, 'where' | 'needs' | 'level'>) => boolean {
  const keyOf = (where: readonly string[], complete: readonly string[], level: SumsTable['level']): string =>
    JSON.stringify([where, complete, level]);
  const hidden = new Set(tables.flatMap(({ where, complete, level, n }) => (n === null ? [keyOf(where, complete, level)] : [])));
  return ({ where, needs, level }) => hidden.has(keyOf(where, needs, level));
}
