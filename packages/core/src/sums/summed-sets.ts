// Of which rows sums of a measure are told, whatever table and column they stand by: what all of a set are known to be. Of two sets of
// which one is within the other few rows may be left, though no table holds the two at one place.
import type { Condition } from '../contract/variables.ts';
import { crossedOf } from '../rowless/products.ts';
import type { RawTable } from './small.ts';
import type { SumsColumn } from './sums.ts';

export interface SummedSet {
  readonly raw: RawTable;
  readonly slot: readonly string[];
  /** Conditions, columns with an answer, levels: what holds of every row of it, and of no other. */
  readonly known: ReadonlySet<string>;
  readonly n: number;
}

const answers = (name: string): string => JSON.stringify(['answers', name]);
const isAt = (name: string, level: number): string => JSON.stringify(['level', name, level]);

/** A set for each number of rows that is told of the measure. */
export function summedSets(raws: readonly RawTable[], measure: string, columns: readonly SumsColumn[]): SummedSet[] {
  const levels = new Map(columns.flatMap((column) => (column.kind === 'category' ? [[column.name, column.levels] as const] : [])));
  return raws.flatMap((raw): SummedSet[] => {
    const { head, sizes, cell, measured } = raw;
    const i = head.columns.indexOf(measure);
    if (i < 0) return [];
    const own = [...head.where.flatMap((one) => whatHolds(one, levels)), ...head.complete.map(answers), answers(measure)];
    if (head.level !== null) own.push(answers(head.level[0]), isAt(...head.level));
    const set = (slot: readonly string[], n: number, ...more: readonly string[]): SummedSet => ({
      raw,
      slot,
      known: new Set([...own, ...more]),
      n,
    });
    return [
      set([measure], cell(i, 0, i, 0)),
      ...head.columns.flatMap((name, j): SummedSet[] => {
        if (j === i) return [];
        const slot = [measure, name].sort();
        const counts = Array.from({ length: sizes[j]! }, (_, level) => cell(i, 0, j, level));
        const there = crossedOf(name).map(answers);
        const all = set(
          slot,
          counts.reduce((sum, count) => sum + count, 0),
          ...there,
        );
        return measured?.[j] === true ? [all] : [all, ...counts.map((count, level) => set(slot, count, ...there, isAt(name, level)))];
      }),
    ];
  });
}

/** What a condition says of each row where it holds; that it holds, where it is no single level. */
function whatHolds(text: string, levels: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const condition = JSON.parse(text) as Condition;
  return (condition.kind === 'and' ? condition.parts : [condition]).flatMap((one) => {
    if (one.kind !== 'is' || one.not || one.levels?.length !== 1 || !levels.has(one.variable)) return [JSON.stringify(one)];
    return [answers(one.variable), isAt(one.variable, levels.get(one.variable)!.indexOf(one.levels[0]!))];
  });
}

/** The sets, ascending by their numbers, that lack fewer rows than so many of one that holds them, and some. */
export function nearlyWhole(sets: readonly SummedSet[], least: number): readonly SummedSet[] {
  return sets.filter(({ known, n }, at) => {
    if (n === 0) return false;
    for (let next = at + 1; next < sets.length && sets[next]!.n < n + least; next++) {
      const larger = sets[next]!;
      if (larger.n > n && larger.known.size < known.size && [...larger.known].every((one) => known.has(one))) return true;
    }
    return false;
  });
}
