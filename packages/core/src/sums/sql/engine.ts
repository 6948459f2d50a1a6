// Sums of a table that stays where it is: SQL that counts, and what its rows mean. First which texts each column holds; these are coded as a
// file's answers would be; then all joint counts in one scan, or as few as the engine's limits allow. How an engine is reached is the host's.
import { conditionVariables, FALSE, rulesOf, testRows, TRUE, writeCondition } from '../../data/condition.ts';
import type { Frame } from '../../data/frame.ts';
import { usedNames } from '../../data/uses.ts';
import { plainNumberOf } from '../../data/values.ts';
import type { CodedStudy } from '../../data/coding.ts';
import type { Condition, VariablePlan } from '../../contract/variables.ts';
import { codeStudy } from '../../execute/code-study.ts';
import type { Plan } from '../../methods/plan.ts';
import type { Problem } from '../../problems/problem.ts';
import { NEEDS_ROWS } from '../../rowless/needs-rows.ts';
import { dataDigest } from '../digest.ts';
import { countsNeeded, meansNeeded, type Needed } from '../needed.ts';
import { tableOfCounts } from '../table.ts';
import { meanName, sizeOf, type AskedForm, type Ranges, type Sums, type SumsColumn, type SumsTable } from '../sums.ts';
import { tableOf, type Dialect, type Group } from './dialects.ts';

/** Above so many different texts a column is not counted. */
const MOST_TEXTS = 256;
/** Keys pack which table, and two levels of 12 bits. */
const LEVELS = 4096;

export interface Engine {
  readonly dialect: Dialect;
  /** Names of the columns of a table, given as SQL. */
  readonly columns: (table: string) => Promise<readonly string[]>;
  /** Throws where the engine does. */
  readonly rows: (sql: string) => Promise<readonly (readonly (string | null)[])[]>;
}

export interface Counted {
  /** Null where the plan asks for what the table has not, or what cannot be asked of a table; the problems say. */
  readonly sums: Sums | null;
  readonly problems: readonly Problem[];
  /** How often the table was gone through. */
  readonly scans: number;
  /** Conditions of the data block that could not be asked. */
  readonly refused: readonly string[];
  /** The table is not what it was when it was first gone through: then there are no sums. */
  readonly changed: boolean;
  /** The second round, in one scan more. */
  readonly ends: (forms: readonly string[]) => Promise<Ranges | null>;
}

/** Of each column its different texts, null last, and how many rows have each. */
interface Dictionary {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, { readonly texts: readonly (string | null)[]; readonly counts: readonly number[] }>;
}

export async function sumsOfEngine(plan: Plan, engine: Engine, threshold: number): Promise<Counted> {
  const { dialect } = engine;
  const table = tableOf(plan.data!.file, dialect);
  const there = await engine.columns(table);
  const roots = rootsOf(plan, there);
  const wanted = [...new Set([...roots.values()].filter((root) => there.includes(root)))];
  const texts = new Map(wanted.map((name, at) => [name, `v${at}`]));
  const raw = wanted.map((name, at) => `${dialect.text(dialect.identifier(name))} AS v${at}`);
  const source = (where: string | null): string =>
    `(SELECT * FROM (SELECT ${['1 AS one', ...raw].join(', ')} FROM ${table}) AS a${where === null ? '' : ` WHERE ${where}`})`;
  let scans = 0;
  const dictionary = async (where: string | null): Promise<Dictionary> => {
    scans += 1;
    return read(await engine.rows(dialect.dictionary(source(where), [...texts.values()], MOST_TEXTS + 1)), wanted);
  };
  const all = await dictionary(null);
  let known = all;
  let flow: Sums['flow'] = { rows: all.rows, rules: [] };
  let inside: string | null = null;
  const lost = there.length === 0 || all.rows === 0 ? [] : rulesOfData(plan);
  if (lost.length > 0) {
    const frame = frameOf(plan, all, there);
    const first = codeStudy(plan, frame);
    const asked = lost.map((rule) => askedAs(rule, first, frame, all, { roots, texts, dialect }));
    const refused = lost.filter((_, at) => asked[at] === null).map(writeCondition);
    const problems = errorsOf(first);
    if (refused.length > 0 || problems.length > 0) return { sums: null, problems, scans, refused, changed: false, ends: nothing };
    inside = asked.map((one) => `(${one!.holds})`).join(' AND ');
    // In the order of the rules: each is asked of those whom the ones before it left.
    const before = (at: number): string => ['1 = 1', ...asked.slice(0, at).map((one) => `(${one!.holds})`)].join(' AND ');
    const groups = asked.flatMap((one, at): Group[] => [
      { when: `${before(at)} AND NOT (${one!.holds})`, keys: [String(2 * at + 1)] },
      { when: `${before(at)} AND NOT (${one!.holds}) AND NOT (${one!.fails})`, keys: [String(2 * at + 2)] },
    ]);
    scans += 1;
    const left = new Map((await engine.rows(dialect.counts(source(null), groups))).map(([key, count]) => [Number(key), Number(count)]));
    flow = {
      rows: all.rows,
      rules: lost.map((rule, at) => ({
        text: writeCondition(rule),
        left: left.get(2 * at + 1) ?? 0,
        unknown: left.get(2 * at + 2) ?? 0,
      })),
    };
    known = await dictionary(inside);
  }
  const frame = frameOf(plan, known, there);
  const coded = codeStudy(plan, frame);
  const problems = errorsOf(coded);
  if (problems.length > 0) return { sums: null, problems, scans, refused: [], changed: false, ends: nothing };
  const own: Asked = { roots, texts, dialect };
  const columns = columnsOf(plan, coded, known, own);
  const conditions = new Map<string, string | null>();
  const holds = (condition: Condition): string | null => {
    const key = JSON.stringify(condition);
    if (!conditions.has(key)) conditions.set(key, askedAs(condition, coded, frame, known, own)?.holds ?? null);
    return conditions.get(key)!;
  };
  const counting = tablesOf(plan, columns, holds);
  const counts = new Map<number, number>();
  const inner = `(SELECT ${['one', ...[...columns.values()].map((one) => `${one.expression} AS ${one.alias}`), ...counting.masks].join(', ')} FROM ${source(inside)} AS b${dialect.fence})`;
  for (const groups of split(counting.groups, dialect.mostKeys)) {
    scans += 1;
    for (const [key, count] of await engine.rows(dialect.counts(inner, groups))) counts.set(Number(key), Number(count));
  }
  // A table that somebody writes into: not all scans saw the same rows.
  if (counts.get(counting.first) !== known.rows && known.rows > 0)
    return { sums: null, problems: [], scans, refused: [], changed: true, ends: nothing };
  const listed = [...columns].map(([name, column]): SumsColumn => column.column(levelsOf(counts, column, counting.everything.get(name)!)));
  const unusable = problemsIn(coded, known, roots);
  return {
    problems: [],
    scans,
    refused: [],
    changed: false,
    ends: (forms) =>
      endsOf(forms, plan, engine, inner, { columns, listed, counts, everything: counting.everything, holds, rows: known.rows }),
    sums: {
      digest: dataDigest(plan),
      rows: known.rows,
      parts: 1,
      threshold,
      ...unusable,
      flow,
      lacking: plan.variables.flatMap(({ name }): [string, string][] => (columns.has(name) ? [] : [[name, NEEDS_ROWS]])),
      columns: listed,
      tables: counting.tables(counts, new Map(listed.map((one) => [one.name, one])), threshold),
    },
  };
}

const nothing = (): Promise<null> => Promise.resolve(null);
const rulesOfData = (plan: Plan): readonly Condition[] => (plan.data?.where === undefined ? [] : rulesOf(plan.data.where));
const errorsOf = ({ problems }: CodedStudy): readonly Problem[] =>
  problems.filter((one) => one.severity === 'error' && one.code !== 'SS301');

/** Of each variable, and each column that a condition names, the one column that its value follows from; others need rows. */
function rootsOf(plan: Plan, there: readonly string[]): ReadonlyMap<string, string> {
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
  for (const name of [...declared.keys(), ...conditions.flatMap(conditionVariables)]) {
    const root = rootOf(name);
    if (root !== null) found.set(name, root);
  }
  return found;
}

function read(rows: readonly (readonly (string | null)[])[], wanted: readonly string[]): Dictionary {
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
function frameOf(plan: Plan, { columns }: Dictionary, there: readonly string[]): Frame {
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

interface Asked {
  readonly roots: ReadonlyMap<string, string>;
  /** Of a column, what its text is called in SQL. */
  readonly texts: ReadonlyMap<string, string>;
  readonly dialect: Dialect;
}

/** When a condition holds and when it fails, as SQL; null where it cannot be told of one column at a time. */
function askedAs(
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
function among(texts: readonly (string | null)[], expression: string, { literal }: Dialect): string {
  const some = texts.filter((text) => text !== null);
  const parts = [
    // Never unknown: what is null is told apart.
    ...(some.length === 0 ? [] : [`(${expression} IS NOT NULL AND ${expression} IN (${some.map(literal).join(', ')}))`]),
    ...(texts.includes(null) ? [`${expression} IS NULL`] : []),
  ];
  return parts.length === 0 ? '1 = 0' : parts.join(' OR ');
}

interface Column {
  readonly alias: string;
  /** 0: no answer. */
  readonly expression: string;
  /** Of what was counted: levels by key. */
  readonly column: (keys: ReadonlyMap<number, number>) => SumsColumn;
  /** The value of a key. */
  readonly valueOf: (key: number) => number;
  readonly fixed: number | null;
}

function columnsOf(plan: Plan, coded: CodedStudy, { columns }: Dictionary, asked: Asked): ReadonlyMap<string, Column> {
  const found = new Map<string, Column>();
  const codeOf = (name: string, levelOf: (row: number) => number | null): string | null => {
    const root = asked.roots.get(name);
    const known = root === undefined ? undefined : columns.get(root);
    if (root === undefined || known === undefined || known.texts.length > MOST_TEXTS) return null;
    const by = new Map<number, (string | null)[]>();
    for (const [row, text] of known.texts.entries()) {
      const level = levelOf(row);
      if (level !== null) by.set(level, [...(by.get(level) ?? []), text]);
    }
    const cases = [...by]
      .sort(([a], [b]) => a - b)
      .map(([level, texts]) => `WHEN ${among(texts, asked.texts.get(root)!, asked.dialect)} THEN ${level}`);
    return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE 0 END`;
  };
  /** Values that a number can have, ascending; null where it is not counted. */
  const valuesOf = new Map<string, readonly number[]>();
  for (const variable of plan.variables) {
    const { name } = variable;
    const alias = `k${found.size}`;
    if (variable.kind === 'category') {
      const codes = coded.categories.get(name)!;
      const expression = codeOf(name, (row) => (codes[row]! < 0 ? null : codes[row]! + 1));
      const levels = variable.levels.map((level) => level.name);
      if (expression !== null)
        found.set(name, {
          alias,
          expression,
          fixed: levels.length,
          valueOf: (key) => key - 1,
          column: () => ({ kind: 'category', name, levels }),
        });
      continue;
    }
    const numbers = coded.numbers.get(name)!;
    const root = asked.roots.get(name);
    const many = columns.get(root ?? '')?.texts.length ?? 0;
    const values = [...new Set([...numbers].slice(0, many).filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b);
    const expression = codeOf(name, (row) => (Number.isNaN(numbers[row]!) ? null : values.indexOf(numbers[row]!) + 1));
    if (expression === null) continue;
    valuesOf.set(name, values);
    found.set(name, {
      alias,
      expression,
      fixed: values.length,
      valueOf: (key) => values[key - 1]!,
      column: () => ({ kind: 'number', name, values }),
    });
  }
  for (const of of meansNeeded(plan)) {
    const name = meanName(of);
    const all = of.flatMap((one) => valuesOf.get(one) ?? [NaN]);
    const least = Math.min(0, ...all);
    const most = (Math.max(0, ...all) - least) * of.length;
    const wide = of.length + 1;
    // Sums are told apart as whole numbers, which every engine adds up alike.
    if (!all.every(Number.isInteger) || of.some((one) => !valuesOf.has(one)) || (most + 1) * wide > LEVELS) continue;
    const parts = of.map((one) => {
      const { alias: _, expression } = found.get(one)!;
      const cases = valuesOf.get(one)!.map((value, at) => `WHEN ${at + 1} THEN ${(value - least) * wide + 1}`);
      return cases.length === 0 ? '0' : `CASE ${expression} ${cases.join(' ')} ELSE 0 END`;
    });
    const valueOf = (key: number): number => {
      const count = key % wide;
      return ((key - count) / wide + count * least) / count;
    };
    found.set(name, {
      alias: `k${found.size}`,
      expression: parts.join(' + '),
      fixed: null,
      valueOf,
      column: (keys) => ({ kind: 'mean', name, of, values: [...new Set([...keys.keys()].map(valueOf))].sort((a, b) => a - b) }),
    });
  }
  return found;
}

/** The ends of sums of answers; null where a form is of what was not counted. */
async function endsOf(
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
  },
): Promise<Ranges | null> {
  const asked: string[] = [];
  for (const form of forms) {
    const { where, needs, constant, parts } = JSON.parse(form) as AskedForm;
    // Conditions are on texts, which do not come as far as levels do.
    if (where.length > 0 || [...needs, ...parts.map(([name]) => name)].some((name) => !given.columns.has(name))) return null;
    const sum = parts.reduce((before, [name, table]) => {
      const column = given.columns.get(name)!;
      const keys = keysByLevel(given.counts, column, given.listed.find((one) => one.name === name)!, given.everything.get(name)!);
      const cases = table.flatMap((value, level) => keys[level]!.map((key) => `WHEN ${key} THEN ${dialect.double(value)}`));
      return cases.length === 0 ? before : `(${before} + CASE ${column.alias} ${cases.join(' ')} ELSE ${dialect.double(0)} END)`;
    }, dialect.double(constant));
    const there = ['1 = 1', ...needs.map((name) => `${given.columns.get(name)!.alias} > 0`)].join(' AND ');
    for (const end of ['min', 'max']) asked.push(`${end}(CASE WHEN ${there} THEN ${sum} ELSE NULL END)`);
  }
  const [found] = await rows(`SELECT ${asked.map((one) => dialect.text(one)).join(', ')} FROM ${from} AS c`);
  const number = (at: number): number | null => (found?.[at] == null ? null : Number(found[at]));
  return {
    digest: dataDigest(plan),
    rows: given.rows,
    parts: 1,
    ends: forms.map((form, at) => ({ form, low: number(2 * at), high: number(2 * at + 1) })),
  };
}

interface Counting {
  readonly masks: readonly string[];
  readonly groups: readonly Group[];
  /** The key under which all rows are counted. */
  readonly first: number;
  /** Of each column, where its own counts over all rows stand. */
  readonly everything: ReadonlyMap<string, number>;
  readonly tables: (
    counts: ReadonlyMap<number, number>,
    columns: ReadonlyMap<string, SumsColumn>,
    threshold: number,
  ) => readonly SumsTable[];
}

/** What has to be counted for the tables that a plan needs, and how they are read from it. */
function tablesOf(plan: Plan, columns: ReadonlyMap<string, Column>, holds: (condition: Condition) => string | null): Counting {
  const groups: Group[] = [];
  const masks: string[] = [];
  const everything = new Map<string, number>();
  let next = 0;
  /** So many places of two levels each. */
  const reserve = (many: number): number => {
    const at = next;
    next += many;
    return at;
  };
  const made = countsNeeded(plan).flatMap((rule, first): (readonly [Needed, readonly string[], number])[] => {
    const conditions = rule.where.map(holds);
    if (conditions.includes(null) || rule.complete.some((name) => !columns.has(name))) return [];
    const by = rule.by === null ? null : columns.get(rule.by);
    if (by === undefined) return [];
    const own = rule.columns.filter((name) => columns.has(name));
    const when = [...conditions.map((one) => `(${one})`), ...rule.complete.map((name) => `${columns.get(name)!.alias} > 0`)];
    if (by !== null) when.push(`${by.alias} > 0`);
    const levels = by === null ? 1 : by.fixed! + 1;
    const shift = by === null ? '' : `${by.alias} * ${LEVELS * LEVELS} + `;
    const at = reserve(levels);
    const keys = [`${shift}${at * LEVELS * LEVELS}`];
    for (const [i, a] of own.entries()) {
      const single = reserve(levels);
      if (first === 0) everything.set(a, single);
      keys.push(`${shift}${single * LEVELS * LEVELS} + ${columns.get(a)!.alias}`);
      for (const b of own.slice(i + 1))
        keys.push(`${shift}${reserve(levels) * LEVELS * LEVELS} + ${columns.get(a)!.alias} * ${LEVELS} + ${columns.get(b)!.alias}`);
    }
    const mask = when.length === 0 ? null : `m${masks.length}`;
    // Conditions stand where texts are, answers where levels are: both one column further in.
    if (mask !== null) masks.push(`CASE WHEN ${when.map((one) => replaced(one, columns)).join(' AND ')} THEN 1 ELSE 0 END AS ${mask}`);
    groups.push({ when: mask === null ? null : `${mask} = 1`, keys });
    return [[rule, own, at]];
  });
  return {
    masks,
    groups,
    everything,
    first: made[0]![2] * LEVELS * LEVELS,
    tables: (counts, all, threshold) =>
      made.flatMap(([rule, own, at]): SumsTable[] => {
        const by = rule.by === null ? null : columns.get(rule.by)!;
        const levels = by === null ? 1 : by.fixed! + 1;
        const sizes = own.map((name) => sizeOf(all.get(name)!));
        const keysOf = own.map((name) => keysByLevel(counts, columns.get(name)!, all.get(name)!, everything.get(name)!));
        return (by === null ? [0] : Array.from({ length: by.fixed! }, (_, level) => level + 1)).map((level) => {
          const count = (place: number, key: number): number => counts.get((place + level) * LEVELS * LEVELS + key) ?? 0;
          // As they were reserved: a single, then its pairs.
          const placeOf = (i: number, j: number): number => {
            let place = at + levels;
            for (let one = 0; one < i; one++) place += levels * (own.length - one);
            return place + (i === j ? 0 : levels * (j - i));
          };
          return tableOfCounts(
            {
              where: rule.where.map((one) => JSON.stringify(one)),
              complete: rule.complete,
              level: by === null ? null : [rule.by!, level - 1],
              columns: own,
            },
            sizes,
            {
              n: count(at, 0),
              cell: (i, s, j, t) => {
                const [a, b] = [keysOf[i]![s]!, keysOf[j]![t]!];
                let sum = 0;
                if (i === j) for (const key of a) sum += count(placeOf(i, i), key);
                else for (const x of a) for (const y of b) sum += count(placeOf(i, j), x * LEVELS + y);
                return sum;
              },
            },
            threshold,
          );
        });
      }),
  };
}

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
function levelsOf(counts: ReadonlyMap<number, number>, column: Column, place: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (column.fixed !== null) return found;
  for (let key = 1; key < LEVELS; key++) {
    const count = counts.get(place * LEVELS * LEVELS + key);
    if (count !== undefined) found.set(key, count);
  }
  return found;
}

/** As many groups a statement as the engine takes; a group is never parted. */
function split(groups: readonly Group[], most: number): readonly (readonly Group[])[] {
  const found: Group[][] = [];
  let size = Infinity;
  for (const group of groups) {
    if (size + group.keys.length > most) {
      found.push([]);
      size = 0;
    }
    found.at(-1)!.push(group);
    size += group.keys.length;
  }
  return found;
}

/** Answers that could not be used: as often as their texts occur. */
function problemsIn(coded: CodedStudy, { columns }: Dictionary, roots: ReadonlyMap<string, string>) {
  let [unusable, kept] = [0, 0];
  for (const { row, column, kept: used } of coded.dataProblems) {
    const root = columns.has(column) ? column : roots.get(column);
    const count = columns.get(root ?? '')?.counts[row - 1] ?? 0;
    if (used) kept += count;
    else unusable += count;
  }
  return { unusable, kept };
}
