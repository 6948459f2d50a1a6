// Which texts a table's columns hold, coded as a file's answers would be; and conditions on them as SQL. Who asks is engine.ts.
import { conditionVariables, FALSE, rulesOf, testRows, TRUE } from '../../data/condition.ts';
import type { CodedStudy } from '../../data/coding.ts';
import type { Frame } from '../../data/frame.ts';
import { usedNames } from '../../data/uses.ts';
import { plainNumberOf } from '../../data/values.ts';
import type { Condition, VariablePlan } from '../../contract/variables.ts';
import type { Plan } from '../../methods/plan.ts';
import { groupsNeeded } from '../groups.ts';
import type { Dialect } from './dialects.ts';

/** Above so many different texts a column is not counted. */
export const MOST_TEXTS = 256;

/** Of each column its different texts, null last, and how many rows have each. */
export interface Dictionary {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, { readonly texts: readonly (string | null)[]; readonly counts: readonly number[] }>;
}

export const rulesOfData = (plan: Plan): readonly Condition[] => (plan.data?.where === undefined ? [] : rulesOf(plan.data.where));

/** Of each variable, and each column that a condition names, the one column that its value follows from; others need rows. */
export function rootsOf(plan: Plan, there: readonly string[]): ReadonlyMap<string, string> {
  const declared = new Map(plan.variables.map((one) => [one.name, one]));
  const found = new Map<string, string>();
  const visiting = new Set<string>();
  const rootOf = (name: string): string | null => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const variable = declared.get(name);
    if (variable === undefined) return there.includes(name) ? name : null;
    if (visiting.has(name)) return null;
    visiting.add(name);
    const root = ofVariable(variable);
    visiting.delete(name);
    if (root !== null) found.set(name, root);
    return root;
  };
  const ofVariable = (variable: VariablePlan): string | null => {
    if (variable.either !== undefined) return null;
    if (variable.kind === 'category' && variable.quantiles !== undefined) return null;
    if (variable.kind === 'number' && (variable.per !== undefined || (variable.chosen?.beside.length ?? 1) > 1)) return null;
    const used = usedNames(variable);
    if (used.length === 0) return variable.column;
    const roots = new Set(used.map((name) => (name === variable.name ? variable.column : rootOf(name))));
    return roots.size === 1 ? [...roots][0]! : null;
  };
  const conditions = [...rulesOfData(plan), ...plan.jobs.flatMap((job) => ('where' in job && job.where !== null ? [job.where] : []))];
  for (const name of [...declared.keys(), ...conditions.flatMap(conditionVariables), ...groupsNeeded(plan)]) {
    const root = rootOf(name);
    if (root !== null) found.set(name, root);
  }
  return found;
}

export function read(rows: readonly (readonly (string | null)[])[], wanted: readonly string[]): Dictionary {
  const columns = new Map(wanted.map((name) => [name, { texts: [] as (string | null)[], counts: [] as number[] }]));
  let all = 0;
  for (const [place, text, count] of rows) {
    const name = wanted[Number(place) - 1];
    if (name === undefined) all = Number(count);
    else {
      columns.get(name)!.texts.push(text ?? null);
      columns.get(name)!.counts.push(Number(count));
    }
  }
  return { rows: all, columns };
}

/** A frame whose rows are the different texts of each column, each column by itself. */
export function frameOf(plan: Plan, { columns }: Dictionary, there: readonly string[]): Frame {
  const rows = Math.max(1, ...[...columns.values()].map(({ texts }) => texts.length));
  return {
    file: plan.data!.file,
    rows,
    columns: there.map((name) => {
      const own = columns.get(name)?.texts ?? [];
      const texts = own.length > MOST_TEXTS ? [] : own.map((text) => (text === null || text.trim() === '' ? null : text));
      const numbers = texts.map((text) => (text === null ? NaN : plainNumberOf(text)));
      if (numbers.every((value) => value !== null) && plan.data!.text?.includes(name) !== true)
        return { kind: 'number', name, values: Float64Array.from({ length: rows }, (_, row) => numbers[row] ?? NaN) };
      const levels = texts.filter((text) => text !== null);
      const codes = Int32Array.from({ length: rows }, (_, row) => (texts[row] == null ? -1 : levels.indexOf(texts[row])));
      return { kind: 'text', name, codes, levels };
    }),
  };
}

export interface Asked {
  readonly roots: ReadonlyMap<string, string>;
  /** Of a column, what its text is called in SQL. */
  readonly texts: ReadonlyMap<string, string>;
  readonly dialect: Dialect;
}

/** When a condition holds and when it fails, as SQL; null where it cannot be told of one column at a time. */
export function askedAs(
  condition: Condition,
  coded: CodedStudy,
  frame: Frame,
  { columns }: Dictionary,
  asked: Asked,
): { readonly holds: string; readonly fails: string } | null {
  if ('parts' in condition) {
    const parts = condition.parts.map((part) => askedAs(part, coded, frame, { rows: 0, columns }, asked));
    if (parts.includes(null)) return null;
    const both = (of: 'holds' | 'fails', by: 'AND' | 'OR'): string => parts.map((part) => `(${part![of]})`).join(` ${by} `);
    const [every, some] = condition.kind === 'and' ? (['AND', 'OR'] as const) : (['OR', 'AND'] as const);
    return { holds: both('holds', every), fails: both('fails', some) };
  }
  const root = asked.roots.get(condition.variable);
  const known = root === undefined ? undefined : columns.get(root);
  if (root === undefined || known === undefined || known.texts.length > MOST_TEXTS) return null;
  const truths = testRows(condition, coded, frame);
  const where = (truth: number): string =>
    among(
      known.texts.filter((_, row) => truths[row] === truth),
      asked.texts.get(root)!,
      asked.dialect,
    );
  return { holds: where(TRUE), fails: where(FALSE) };
}

/** Whether a text is one of these. */
export function among(texts: readonly (string | null)[], expression: string, { literal }: Dialect): string {
  const some = texts.filter((text) => text !== null);
  const parts = [
    // Never unknown: what is null is told apart.
    ...(some.length === 0 ? [] : [`(${expression} IS NOT NULL AND ${expression} IN (${some.map(literal).join(', ')}))`]),
    ...(texts.includes(null) ? [`${expression} IS NULL`] : []),
  ];
  return parts.length === 0 ? '1 = 0' : parts.join(' OR ');
}
