// Categories that are made of the same answers: `low = 1 | 2` beside `one = 1`. Which of their levels can occur together follows from the
// spec, so that a small count of two levels may follow from what each category tells by itself, though both are large.
import { conditionVariables } from '../data/condition.ts';
import { usedNames } from '../data/uses.ts';
import type { Condition } from '../contract/variables.ts';
import type { Plan } from '../methods/plan.ts';
import type { RawTable } from './small.ts';

export type Kin = (a: string, b: string) => boolean;

/** Whether two variables are made of a column that they share. */
export function kinOf({ variables }: Pick<Plan, 'variables'>): Kin {
  const declared = new Map(variables.map((one) => [one.name, one]));
  const rootsOf = (name: string, seen: ReadonlySet<string>): readonly string[] => {
    const variable = declared.get(name);
    if (variable === undefined || seen.has(name)) return [name];
    const used = usedNames(variable);
    const own = [variable.column, ...(variable.either ?? [])].filter((one) => one !== null);
    return [...own, ...used.flatMap((one) => rootsOf(one, new Set([...seen, name])))];
  };
  const roots = new Map(variables.map(({ name }) => [name, new Set(rootsOf(name, new Set()))]));
  return (a, b) => a !== b && [...(roots.get(a) ?? [])].some((one) => roots.get(b)?.has(one) === true);
}

/**
 * What may not be told beside a kin: of each table, and of those of the same rows, the later column of two from whose totals a small count
 * follows; and the tables of its levels, by whatever they are asked for. `column` null: all of it.
 */
export function nestedIn(
  raws: readonly RawTable[],
  threshold: number,
): readonly { readonly raw: RawTable; readonly column: string | null }[] {
  const small = (count: number): boolean => count > 0 && count < threshold;
  const found: { readonly raw: RawTable; readonly column: string | null }[] = [];
  for (const raw of raws)
    for (const name of laterKin(raw, small)) {
      const { where, level } = raw.head;
      for (const other of raws) {
        const { head } = other;
        const more = head.where.filter((one) => !where.includes(one));
        const under = where.every((one) => head.where.includes(one)) && (level === null || same(level, head.level));
        if (!under) continue;
        if (head.level?.[0] === name || more.some((one) => conditionVariables(JSON.parse(one) as Condition).includes(name)))
          found.push({ raw: other, column: null });
        else if (more.length === 0 && same(level, head.level) && other.n === raw.n && head.columns.includes(name))
          found.push({ raw: other, column: name });
      }
    }
  return found;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function laterKin(raw: RawTable, small: (count: number) => boolean): readonly string[] {
  const { kin } = raw;
  if (kin === undefined) return [];
  const { columns } = raw.head;
  return columns.filter((b, j) => columns.some((a, i) => i < j && kin(a, b) && followsFromTotals(raw, i, j, small)));
}

/**
 * Where cells that are nothing are known to be nothing, a cell follows from the totals of rows and columns just where it is all that holds
 * two parts of the table together: a bridge between levels that occur together. A cell that is a level's own total is kept back by itself.
 */
function followsFromTotals({ sizes, cell }: RawTable, i: number, j: number, small: (count: number) => boolean): boolean {
  const [height, width] = [sizes[i]! + 1, sizes[j]! + 1];
  const there = (s: number, t: number): boolean => cell(i, s, j, t) > 0;
  const joined = (from: number, to: number): boolean => {
    const [rows, columns] = [new Set([from]), new Set<number>()];
    // By rows that were reached last, until none is.
    for (let last = [from]; last.length > 0; ) {
      const next: number[] = [];
      for (const s of last)
        for (let t = 0; t < width; t++) {
          if (columns.has(t) || (s === from && t === to) || !there(s, t)) continue;
          columns.add(t);
          for (let other = 0; other < height; other++)
            if (!rows.has(other) && there(other, t)) {
              rows.add(other);
              next.push(other);
            }
        }
      last = next;
    }
    return columns.has(to);
  };
  for (let s = 0; s < height; s++) for (let t = 0; t < width; t++) if (small(cell(i, s, j, t)) && !joined(s, t)) return true;
  return false;
}
