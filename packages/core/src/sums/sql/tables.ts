// What has to be counted for the tables of sums, as keys that are counted in one scan; and the tables, and the ends of scores, read from
// what came back.
import type { Condition } from '../../contract/variables.ts';
import type { Plan } from '../../methods/plan.ts';
import { dataDigest } from '../digest.ts';
import { countsNeeded, type Needed } from '../needed.ts';
import { kinOf } from '../nested.ts';
import { tablesOfCounts, type RawTable } from '../small.ts';
import { decimalText } from '../../numerics/decimals.ts';
import { addedList } from '../added.ts';
import { sizeOf, sumPlaces, type SumsOfMeasure, type AskedForm, type Ends, type Ranges, type SumsColumn, type SumsTable } from '../sums.ts';
import { LEVELS, type Column } from './counted-columns.ts';
import type { Addend, Adding, Engine, Group, Key } from './dialects.ts';

export interface Counting {
  readonly masks: readonly string[];
  readonly groups: readonly Group[];
  /** How many places keys take. */
  readonly places: number;
  /** What is added up. */
  readonly adding: readonly Adding[];
  /** The key under which all rows are counted. */
  readonly first: number;
  /** Of each column, where its own counts over all rows stand. */
  readonly everything: ReadonlyMap<string, number>;
  readonly tables: (
    counts: ReadonlyMap<number, number>,
    added: ReadonlyMap<number, Added>,
    columns: ReadonlyMap<string, SumsColumn>,
    threshold: number,
  ) => readonly SumsTable[];
}

/** What was added up under a key: of the measure itself the least and the largest too. In the last place of its numbers. */
export interface Added {
  readonly sum: bigint;
  readonly low: bigint;
  readonly high: bigint;
}

/** What has to be counted for the tables that a plan needs, and how they are read from it. */
export function tablesOf(plan: Plan, columns: ReadonlyMap<string, Column>, holds: (condition: Condition) => string | null): Counting {
  const kin = kinOf(plan);
  const groups: Group[] = [];
  const adding: Adding[] = [];
  const masks: string[] = [];
  const everything = new Map<string, number>();
  let next = 0;
  /** So many places of two levels each. */
  const reserve = (many: number): number => {
    const at = next;
    next += many;
    return at;
  };
  const made = countsNeeded(plan).flatMap((rule, first): (readonly [Needed, readonly string[], number, ReadonlyMap<string, number>])[] => {
    const conditions = rule.where.map(holds);
    if (conditions.includes(null) || rule.complete.some((name) => !columns.has(name))) return [];
    const by = rule.by === null ? null : columns.get(rule.by);
    if (by === undefined) return [];
    const own = rule.columns.filter((name) => columns.has(name));
    const when = [...conditions.map((one) => `(${one})`), ...rule.complete.map((name) => `${columns.get(name)!.alias} > 0`)];
    if (by !== null) when.push(`${by.alias} > 0`);
    const levels = by === null ? 1 : by.fixed! + 1;
    const shift = by === null ? [] : [{ column: by.alias, times: LEVELS * LEVELS }];
    const keyAt = (place: number, ...more: Key['by']): Key => ({ at: place * LEVELS * LEVELS, by: [...shift, ...more] });
    const at = reserve(levels);
    const keys = [keyAt(at)];
    for (const [i, a] of own.entries()) {
      const single = reserve(levels);
      if (first === 0) everything.set(a, single);
      const one = { column: columns.get(a)!.alias, times: 1 };
      keys.push(keyAt(single, one));
      for (const b of own.slice(i + 1))
        keys.push(keyAt(reserve(levels), { ...one, times: LEVELS }, { column: columns.get(b)!.alias, times: 1 }));
    }
    const mask = when.length === 0 ? null : `m${masks.length}`;
    // Conditions stand where texts are, answers where levels are: both one column further in.
    if (mask !== null) masks.push(`CASE WHEN ${when.map((one) => replaced(one, columns)).join(' AND ')} THEN 1 ELSE 0 END AS ${mask}`);
    const when_ = mask === null ? null : `${mask} = 1`;
    groups.push({ when: when_, keys });
    const measureOf = (name: string): Column['measure'] => columns.get(name)!.measure;
    const addends: Addend[] = [];
    const placesOf = new Map<string, number>();
    for (const [i, j] of sumPlaces(own.map((name) => measureOf(name) !== undefined))) {
      const [a, b] = [own[i]!, own[j]!];
      const [x, y] = [measureOf(a), measureOf(b)];
      const present = [...new Set([x, y])].filter((one) => one !== undefined);
      const counted = x === undefined ? a : y === undefined ? b : null;
      const more = counted === null ? [] : [{ column: columns.get(counted)!.alias, times: 1 }];
      placesOf.set(placeName(i, j), next);
      for (const one of present)
        for (const of of [[one.units], [one.units, one.units]]) addends.push({ ...keyAt(reserve(levels), ...more), of, present });
      if (present.length === 2) addends.push({ ...keyAt(reserve(levels)), of: present.map(({ units }) => units), present });
    }
    if (addends.length > 0) adding.push({ when: when_, keys: addends });
    return [[rule, own, at, placesOf]];
  });
  return {
    masks,
    groups,
    adding,
    places: next,
    everything,
    first: made[0]![2] * LEVELS * LEVELS,
    tables: (counts, added, all, threshold) => {
      const raws = made.flatMap(([rule, own, at, placesOf]): RawTable[] => {
        const by = rule.by === null ? null : columns.get(rule.by)!;
        const levels = by === null ? 1 : by.fixed! + 1;
        const sizes = own.map((name) => sizeOf(all.get(name)!));
        const keysOf = own.map((name) => keysByLevel(counts, columns.get(name)!, all.get(name)!, everything.get(name)!));
        const measures = own.map((name) => columns.get(name)!.measure);
        const measured = measures.map((one) => one !== undefined);
        const sumsAt = (i: number, j: number, from: number, level: number, cell: RawTable['cell']): SumsOfMeasure => {
          const at = (place: number, key: number): Added | undefined => added.get((from + place * levels + level) * LEVELS * LEVELS + key);
          const text = (units: bigint | undefined, places: number): string => decimalText({ units: units ?? 0n, places });
          const list = (first: number, key: number, count: number, { places }: { readonly places: number }): readonly string[] => {
            const [own, squares] = [at(first, key), at(first + 1, key)];
            const told = [text(own?.sum, places), text(squares?.sum, 2 * places)];
            return count === 0 ? told : [...told, text(own?.low, places), text(own?.high, places)];
          };
          const [x, y] = [measures[i], measures[j]];
          if (i === j) return [list(0, 0, cell(i, 0, i, 0), x!)];
          if (x !== undefined && y !== undefined) {
            const count = cell(i, 0, j, 0);
            return [list(0, 0, count, x), list(2, 0, count, y), [text(at(4, 0)?.sum, x.places + y.places)]];
          }
          const other = x === undefined ? i : j;
          return keysOf[other]!.slice(0, -1).map((keys, t) => {
            const count = x === undefined ? cell(i, t, j, 0) : cell(i, 0, j, t);
            return keys.map((key) => list(0, key, count, (x ?? y)!)).reduce(addedList);
          });
        };
        return (by === null ? [0] : Array.from({ length: by.fixed! }, (_, level) => level + 1)).map((level) => {
          const count = (place: number, key: number): number => counts.get((place + level) * LEVELS * LEVELS + key) ?? 0;
          // As they were reserved: a single, then its pairs.
          const placeOf = (i: number, j: number): number => {
            let place = at + levels;
            for (let one = 0; one < i; one++) place += levels * (own.length - one);
            return place + (i === j ? 0 : levels * (j - i));
          };
          const cell = (i: number, s: number, j: number, t: number): number => {
            if (i > j) return cell(j, t, i, s);
            const [a, b] = [keysOf[i]![s]!, keysOf[j]![t]!];
            let sum = 0;
            if (i === j) for (const key of s === t ? a : []) sum += count(placeOf(i, i), key);
            else for (const x of a) for (const y of b) sum += count(placeOf(i, j), x * LEVELS + y);
            return sum;
          };
          return {
            head: {
              where: rule.where.map((one) => JSON.stringify(one)),
              complete: rule.complete,
              level: by === null ? null : [rule.by!, level - 1],
              columns: own,
            },
            sizes,
            n: count(at, 0),
            cell,
            kin,
            measured,
            sums: (i, j) => sumsAt(i, j, placesOf.get(placeName(i, j))!, level, cell),
          };
        });
      });
      return tablesOfCounts(raws, threshold, [...all.values()]);
    },
  };
}

const placeName = (i: number, j: number): string => `${i} ${j}`;

/** A level's name in SQL is not known beside it: in its place stands what it is. */
function replaced(condition: string, columns: ReadonlyMap<string, Column>): string {
  const found = /^(k\d+) > 0$/u.exec(condition);
  if (found === null) return condition;
  return `(${[...columns.values()].find((one) => one.alias === found[1])!.expression}) > 0`;
}

/** The keys under which rows of each level were counted, no answer last. */
function keysByLevel(
  counts: ReadonlyMap<number, number>,
  column: Column,
  listed: SumsColumn,
  place: number,
): readonly (readonly number[])[] {
  const size = sizeOf(listed);
  if (column.fixed !== null) return [...Array.from({ length: size }, (_, level) => [level + 1]), [0]];
  const values = listed.kind === 'mean' ? listed.values : [];
  const keys = [...levelsOf(counts, column, place).keys()];
  return [...values.map((value) => keys.filter((key) => column.valueOf(key) === value)), [0]];
}

/** Counts of each key but no answer. */
export function levelsOf(counts: ReadonlyMap<number, number>, column: Column, place: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (column.fixed !== null) return found;
  for (let key = 1; key < LEVELS; key++) {
    const count = counts.get(place * LEVELS * LEVELS + key);
    if (count !== undefined) found.set(key, count);
  }
  return found;
}

interface Grouped<K> {
  readonly when: string | null;
  readonly keys: readonly K[];
}

/** As many keys a statement as the engine takes; a group that has more of them is parted, its condition standing in each. */
export function split<K>(groups: readonly Grouped<K>[], most: number): readonly (readonly Grouped<K>[])[] {
  const found: Grouped<K>[][] = [];
  let size = Infinity;
  const small = groups.flatMap(({ when, keys }) =>
    Array.from({ length: Math.ceil(keys.length / most) }, (_, at): Grouped<K> => ({ when, keys: keys.slice(at * most, (at + 1) * most) })),
  );
  for (const group of small) {
    if (size + group.keys.length > most) {
      found.push([]);
      size = 0;
    }
    found.at(-1)!.push(group);
    size += group.keys.length;
  }
  return found;
}

/** The ends of sums of answers; null where a form is of what was not counted. */
export async function endsOf(
  forms: readonly string[],
  plan: Plan,
  { dialect, rows }: Engine,
  from: string,
  given: {
    readonly columns: ReadonlyMap<string, Column>;
    readonly listed: readonly SumsColumn[];
    readonly counts: ReadonlyMap<number, number>;
    readonly everything: ReadonlyMap<string, number>;
    readonly holds: (condition: Condition) => string | null;
    readonly rows: number;
    /** Ends of fewer rows than this are kept back. */
    readonly threshold: number;
  },
): Promise<Ranges | null> {
  const asked: string[] = [];
  const sums = new Map<string, string>();
  const aliasOf = (name: string): string => given.columns.get(name)!.alias;
  const told: string[] = [];
  for (const form of forms) {
    const { where, needs, level, constant, parts, values, slopes, residuals } = JSON.parse(form) as AskedForm;
    const named = [...needs, ...parts.map(([name]) => name), ...(level === null ? [] : [level[0]])];
    // Conditions are on texts, which do not come as far as levels do.
    if (where.length > 0 || residuals !== undefined || slopes !== undefined || named.some((name) => !given.columns.has(name))) continue;
    told.push(form);
    const sum = parts.reduce((before, [name, table], at) => {
      const column = given.columns.get(name)!;
      const own = given.listed.find((one) => one.name === name)!;
      const keys = keysByLevel(given.counts, column, own, given.everything.get(name)!);
      // Who asks may know of values that stand in other parts only.
      const places = 'values' in own ? own.values.map((value) => values[at]!.indexOf(value)) : table.map((_, place) => place);
      const cases = places.flatMap((place, at) => keys[at]!.map((key) => `WHEN ${key} THEN ${dialect.double(table[place]!)}`));
      return cases.length === 0 ? before : `(${before} + CASE ${column.alias} ${cases.join(' ')} ELSE ${dialect.double(0)} END)`;
    }, dialect.double(constant));
    // Of many levels each sum is made once.
    const alias = sums.get(sum) ?? `s${sums.size}`;
    sums.set(sum, alias);
    const there = [
      '1 = 1',
      ...needs.map((name) => `${aliasOf(name)} > 0`),
      ...(level === null ? [] : [`${aliasOf(level[0])} = ${level[1] + 1}`]),
    ];
    if (given.threshold > 0) asked.push(`count(CASE WHEN ${there.join(' AND ')} THEN 1 ELSE NULL END)`);
    for (const end of ['min', 'max']) asked.push(`${end}(CASE WHEN ${there.join(' AND ')} THEN ${alias} ELSE NULL END)`);
  }
  const untold = forms.filter((form) => !told.includes(form));
  const silent = untold.map((form): Ends => ({ form, low: null, high: null, kept: false, untold: true }));
  const head = { digest: dataDigest(plan), rows: given.rows, parts: [given.rows] };
  if (told.length === 0) return { ...head, ends: silent };
  const names = [...given.columns.values()].map(({ alias }) => alias);
  const made = [...names, ...[...sums].map(([sum, alias]) => `${sum} AS ${alias}`)];
  const summed = `(SELECT ${made.join(', ')} FROM ${from} AS c${dialect.fence})`;
  const [found] = await rows(`SELECT ${asked.map((one) => dialect.text(one)).join(', ')} FROM ${summed} AS d`);
  const number = (at: number): number | null => (found?.[at] == null ? null : Number(found[at]));
  const known = told.map((form, at): Ends => {
    if (given.threshold === 0) return { form, low: number(2 * at), high: number(2 * at + 1), kept: false };
    const count = number(3 * at) ?? 0;
    if (count < given.threshold) return { form, low: null, high: null, kept: count > 0 };
    return { form, low: number(3 * at + 1), high: number(3 * at + 2), kept: false };
  });
  // In the order in which they were asked: as other parts answer.
  const all = new Map([...known, ...silent].map((one) => [one.form, one]));
  return { ...head, ends: forms.map((form) => all.get(form)!) };
}
