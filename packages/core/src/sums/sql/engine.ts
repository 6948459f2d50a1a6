// Sums of a table that stays where it is. First which texts each column holds (dictionary.ts); then all joint counts in one scan, or as
// few as the engine's limits allow (tables.ts). How an engine is reached is the host's.
import { conditionVariables, writeCondition } from '../../data/condition.ts';
import type { CodedStudy } from '../../data/coding.ts';
import type { Condition } from '../../contract/variables.ts';
import { codeStudy } from '../../execute/code-study.ts';
import type { Plan } from '../../methods/plan.ts';
import { noRows } from '../../problems/data/no-rows.ts';
import { unknownColumn } from '../../problems/data/unknown-column.ts';
import { raise, type Problem } from '../../problems/problem.ts';
import { NEEDS_ROWS } from '../../rowless/needs-rows.ts';
import { nearest } from '../../text/nearest.ts';
import { dataDigest, partDigest } from '../digest.ts';
import { toldFlow } from '../flow.ts';
import type { Ranges, Sums, SumsColumn } from '../sums.ts';
import { columnsOf, LEVELS } from './counted-columns.ts';
import { MOST_LISTED, shapesAsked } from './measures.ts';
import { askedAs, frameOf, MOST_TEXTS, read, rootsOf, rulesOfData, type Asked, type Dictionary } from './dictionary.ts';
import { tableOf, type Engine, type Group } from './dialects.ts';
import { endsOf, levelsOf, split, tablesOf, type Added } from './tables.ts';

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
  /** A later round, in one scan more; in none where rows were put aside. */
  readonly ends: (forms: readonly string[], threshold?: number) => Promise<Ranges | null>;
  readonly endsScans: number;
}

export async function sumsOfEngine(plan: Plan, engine: Engine, threshold: number): Promise<Counted> {
  const { dialect } = engine;
  const table = engine.table ?? tableOf(plan.data!.file, dialect);
  const there = await engine.columns(table);
  const roots = rootsOf(plan, there);
  const wanted = [...new Set([...roots.values()].filter((root) => there.includes(root)))];
  const texts = new Map(wanted.map((name, at) => [name, `v${at}`]));
  const raw = wanted.map((name, at) => `${dialect.text(dialect.identifier(name))} AS v${at}`);
  const source = (where: string | null): string =>
    `(SELECT * FROM (SELECT ${['1 AS one', ...raw].join(', ')} FROM ${table}) AS a${where === null ? '' : ` WHERE ${where}`})`;
  const shapes = shapesAsked(plan, texts, dialect);
  let scans = 0;
  const dictionary = async (where: string | null): Promise<Dictionary> => {
    scans += 1;
    const [names, expressions] = [
      [...wanted, ...shapes.map(([name]) => name)],
      [...texts.values(), ...shapes.map(([, one]) => one)],
    ];
    return read(await engine.rows(dialect.dictionary(source(where), expressions, MOST_TEXTS + 1)), names);
  };
  const all = await dictionary(null);
  if (all.rows === 0) {
    const problem = raise(
      noRows,
      { file: plan.data!.file, columns: there.length, inTable: true },
      { at: 'data', data: { file: plan.data!.file } },
    );
    return { sums: null, problems: [problem], scans, refused: [], changed: false, ends: nothing, endsScans: 0 };
  }
  let known = all;
  let flow: Sums['flow'] = { rows: all.rows, rules: [] };
  let inside: string | null = null;
  const lost = there.length === 0 ? [] : rulesOfData(plan);
  const nowhere = lost.flatMap((rule) => columnsNowhere(rule, plan, there));
  if (nowhere.length > 0) return { sums: null, problems: nowhere, scans, refused: [], changed: false, ends: nothing, endsScans: 0 };
  if (lost.length > 0) {
    const frame = frameOf(plan, all, there);
    const first = codeStudy(plan, frame);
    const asked = lost.map((rule) => askedAs(rule, first, frame, all, { roots, texts, dialect }));
    const refused = lost.filter((_, at) => asked[at] === null).map(writeCondition);
    const problems = errorsOf(first, all);
    if (refused.length > 0 || problems.length > 0)
      return { sums: null, problems, scans, refused, changed: false, ends: nothing, endsScans: 0 };
    inside = asked.map((one) => `(${one!.holds})`).join(' AND ');
    // In the order of the rules: each is asked of those whom the ones before it left.
    const before = (at: number): string => ['1 = 1', ...asked.slice(0, at).map((one) => `(${one!.holds})`)].join(' AND ');
    const groups = asked.flatMap((one, at): Group[] => [
      { when: `${before(at)} AND NOT (${one!.holds})`, keys: [{ at: 2 * at + 1, by: [] }] },
      { when: `${before(at)} AND NOT (${one!.holds}) AND NOT (${one!.fails})`, keys: [{ at: 2 * at + 2, by: [] }] },
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
  const problems = errorsOf(coded, known);
  if (problems.length > 0) return { sums: null, problems, scans, refused: [], changed: false, ends: nothing, endsScans: 0 };
  const own: Asked = { roots, texts, dialect };
  const columns = columnsOf(plan, coded, frame, known, own);
  const conditions = new Map<string, string | null>();
  const holds = (condition: Condition): string | null => {
    const key = JSON.stringify(condition);
    if (!conditions.has(key)) conditions.set(key, askedAs(condition, coded, frame, known, own)?.holds ?? null);
    return conditions.get(key)!;
  };
  const counting = tablesOf(plan, columns, holds);
  const counts = new Map<number, number>();
  const measures = [...columns.values()].flatMap(({ measure }) => measure ?? []);
  const expressions = [
    'one',
    ...[...columns.values()].map((one) => `${one.expression} AS ${one.alias}`),
    ...measures.map(({ read: units, units: name }) => `${units} AS ${name}`),
    ...measures.flatMap(({ outside, units }) => (outside === null ? [] : [`${outside} AS o${units}`])),
    ...counting.masks,
  ];
  const beyond = measures
    .filter(({ outside }) => outside !== null)
    .map(({ units }, at) => ({ units, key: (counting.places + at) * LEVELS * LEVELS }));
  const groups = [...counting.groups, ...beyond.map(({ units, key }): Group => ({ when: `o${units} = 1`, keys: [{ at: key, by: [] }] }))];
  const select = `SELECT ${expressions.join(', ')} FROM ${source(inside)} AS b${dialect.fence}`;
  const aside = known.rows < (dialect.aside?.from ?? Infinity) ? undefined : dialect.aside;
  const inner = aside === undefined ? `(${select})` : ASIDE;
  if (aside !== undefined) await engine.rows(aside.keep(ASIDE, select));
  const asked = split(groups, (aside ?? dialect).mostKeys).map((some) => (aside ?? dialect).counts(inner, some));
  const adding = split(counting.adding, (aside ?? dialect).mostKeys).map((some) => (aside ?? dialect).sums(inner, some));
  scans += aside === undefined ? asked.length + adding.length : 1;
  const added = new Map<number, Added>();
  for (const [key, count, low, high] of await engine.rows(...asked, ...adding))
    if (low === undefined) counts.set(Number(key), Number(count));
    else if (count != null) added.set(Number(key), { sum: wholeOf(count), low: wholeOf(low!), high: wholeOf(high!) });
  // A table that somebody writes into: not all scans saw the same rows.
  if (counts.get(counting.first) !== known.rows && known.rows > 0)
    return { sums: null, problems: [], scans, refused: [], changed: true, ends: nothing, endsScans: 0 };
  const listed = [...columns].map(
    ([name, column]): SumsColumn => column.column(levelsOf(counts, column, counting.everything.get(name) ?? 0)),
  );
  const tables = counting.tables(counts, added, new Map(listed.map((one) => [one.name, one])), threshold);
  const others = beyond.reduce((sum, { key }) => sum + Math.min(MOST_LISTED, counts.get(key) ?? 0), 0);
  const unusable = problemsIn(coded, known, roots, { others, kept: plan.data!.outOfRange === 'kept' });
  return {
    problems: [],
    scans,
    refused: [],
    changed: false,
    endsScans: aside === undefined ? 1 : 0,
    ends: (forms, least = 0) =>
      endsOf(forms, plan, engine, inner, {
        columns,
        listed,
        counts,
        everything: counting.everything,
        holds,
        rows: known.rows,
        threshold: least,
      }),
    sums: {
      digest: dataDigest(plan),
      rows: known.rows,
      parts: [known.rows],
      sources: [partDigest(known.rows, listed, tables)],
      threshold,
      ...unusable,
      flow: toldFlow(flow, threshold),
      lacking: plan.variables
        .flatMap(({ name }): [string, string][] => (columns.has(name) ? [] : [[name, NEEDS_ROWS]]))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      columns: listed,
      tables,
    },
  };
}

/** Written in one, or in parts of 15 digits. */
const wholeOf = (text: string): bigint => text.split(' ').reduce((sum, part) => sum * 1_000_000_000_000_000n + BigInt(part), 0n);

/** What was put aside of the rows. */
const ASIDE = 'studyspec_rows';

const nothing = (): Promise<null> => Promise.resolve(null);
/**
 * What was coded are the different texts, of which there are fewer than rows. Of a column of too many texts none is looked at: that it has
 * no answer is not said of it.
 */
const errorsOf = ({ problems }: CodedStudy, { rows, columns }: Dictionary): readonly Problem[] =>
  problems
    .filter(
      ({ severity, code, data }) =>
        severity === 'error' &&
        code !== 'SS301' &&
        !(code === 'SS328' && (columns.get(data?.column ?? '')?.texts.length ?? 0) > MOST_TEXTS),
    )
    .map((one) => (one.code === 'SS328' ? { ...one, facts: { ...one.facts, rows } } : one));

/** What a condition of the data block is on and the table has not. */
function columnsNowhere(rule: Condition, { data, variables }: Plan, there: readonly string[]): readonly Problem[] {
  const known = new Set([...there, ...variables.map(({ name }) => name)]);
  return conditionVariables(rule)
    .filter((column) => !known.has(column))
    .map((column) =>
      raise(
        unknownColumn,
        { column, file: data!.file, nearest: nearest(column, there), columns: there },
        { at: 'data', data: { file: data!.file, column } },
      ),
    );
}

/** Answers that could not be used: as often as their texts occur. */
function problemsIn(
  coded: CodedStudy,
  { columns }: Dictionary,
  roots: ReadonlyMap<string, string>,
  beyond: { readonly others: number; readonly kept: boolean },
) {
  let [unusable, kept] = beyond.kept ? [0, beyond.others] : [beyond.others, 0];
  for (const { row, column, kept: used } of coded.dataProblems) {
    const root = columns.has(column) ? column : roots.get(column);
    const count = columns.get(root ?? '')?.counts[row - 1] ?? 0;
    if (used) kept += count;
    else unusable += count;
  }
  return { unusable, kept };
}
