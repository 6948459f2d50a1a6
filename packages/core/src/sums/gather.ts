// Rows into sums: what whoever holds answers does. Nothing of a row leaves but counts, and of these none below the threshold.
import { selectRows } from '../data/condition.ts';
import { jointCounts } from '../counts/joint.ts';
import { columnAt, emptyCodes, floatsOf, isPoints, pointsOf, tallyIn, type Codes, type Points, type Values } from '../counts/points.ts';
import { letGoOfRemade } from '../counts/remade.ts';
import type { CodedStudy } from '../data/coding.ts';
import type { Frame } from '../data/frame.ts';
import { meanOfColumns } from '../data/row-means.ts';
import { noMemo } from '../memo/memo.ts';
import type { Plan } from '../methods/plan.ts';
import { NEEDS_ROWS } from '../rowless/needs-rows.ts';
import { crossedOf, MOST_CROSSED } from '../rowless/products.ts';
import { isOfHidden, mayBeAsked } from './asked.ts';
import { dataDigest, partDigest } from './digest.ts';
import { toldFlow } from './flow.ts';
import { groupsIn, groupsNeeded } from './groups.ts';
import { measureOf, sumsByLevel, sumsTogether, type Measure } from './exact.ts';
import { countsNeeded, meansNeeded } from './needed.ts';
import { kinOf } from './nested.ts';
import { added, weigh } from './weigh.ts';
import { tablesOfCounts, type RawTable } from './small.ts';
import { meanName, MOST_VALUES, type AskedForm, type Ranges, type ScoresPlan, type Sums, type SumsColumn, type SumsTable } from './sums.ts';

interface Column {
  readonly column: SumsColumn;
  /** -1: no answer. */
  readonly codes: Codes;
  readonly size: number;
  /** Of what is added up beside its counts. */
  readonly measure?: Measure;
}

/** Counts of a study's own rows. `threshold`: the smallest count that leaves. */
export function sumsOf(plan: Plan, coded: CodedStudy, frame: Frame, threshold: number): Sums {
  const columns = columnsOf(plan, coded, frame);
  const rules = countsNeeded(plan);
  const kin = kinOf(plan);
  const lacking = plan.variables.flatMap(({ name }): [string, string][] => (columns.has(name) ? [] : [[name, NEEDS_ROWS]]));
  lacking.sort(([a], [b]) => (a < b ? -1 : 1));
  const raws = rules.flatMap((rule): RawTable[] => {
    const own = rule.columns.filter((name) => columns.has(name));
    if (rule.complete.some((name) => !columns.has(name))) return [];
    const mask = new Uint8Array(coded.rows).fill(1);
    for (const condition of rule.where) {
      const holds = selectRows(condition, coded, frame);
      for (let row = 0; row < mask.length; row++) if (holds[row] !== 1) mask[row] = 0;
    }
    for (const name of rule.complete) {
      const { codes } = columns.get(name)!;
      for (let row = 0; row < mask.length; row++) if (codes[row]! < 0) mask[row] = 0;
    }
    const where = rule.where.map((one) => JSON.stringify(one));
    const counting = own.map((name) => columns.get(name)!);
    const table = (rows: Uint8Array, level: SumsTable['level']): RawTable => {
      const { n, starts, size, counts } = jointCounts(
        counting.map((one) => ({ codes: one.codes, levels: one.size })),
        rows,
      );
      const both = (i: number, s: number, j: number, t: number): number => counts[(starts[i]! + s) * size + starts[j]! + t]!;
      const sizeAt = (i: number): number => counting[i]!.size;
      const over = (many: number, of: (level: number) => number): number => {
        let sum = 0;
        for (let level = 0; level < many; level++) sum += of(level);
        return sum;
      };
      // No answer is no level: who has none are those whom no level counts.
      const single = (i: number, s: number): number =>
        s < sizeAt(i) ? both(i, s, i, s) : n - over(sizeAt(i), (level) => both(i, level, i, level));
      const cell = (i: number, s: number, j: number, t: number): number => {
        if (i === j) return s === t ? single(i, s) : 0;
        if (t === sizeAt(j)) return single(i, s) - over(sizeAt(j), (level) => cell(i, s, j, level));
        return s < sizeAt(i) ? both(i, s, j, t) : single(j, t) - over(sizeAt(i), (level) => both(i, level, j, t));
      };
      return {
        head: { where, complete: rule.complete, level, columns: own },
        sizes: counting.map((one) => one.size),
        n,
        cell,
        kin,
        measured: counting.map(({ measure }) => measure !== undefined),
        sums: (i, j) => {
          const [a, b] = [counting[i]!, counting[j]!];
          if (a.measure !== undefined && b.measure !== undefined && i !== j)
            return sumsTogether(a.measure, b.measure, rows, cell(i, 0, j, 0));
          const [measure, by] = a.measure === undefined ? [b.measure!, a] : [a.measure, b];
          return sumsByLevel(
            measure,
            by,
            rows,
            Array.from({ length: by.size }, (_, level) => (a.measure === undefined ? cell(i, level, j, 0) : cell(i, 0, j, level))),
          );
        },
      };
    };
    if (rule.by === null) return [table(mask, null)];
    const by = columns.get(rule.by);
    if (by === undefined) return [];
    return Array.from({ length: by.size }, (_, level) =>
      table(
        mask.map((inside, row) => (inside === 1 && by.codes[row] === level ? 1 : 0)),
        [rule.by!, level],
      ),
    );
  });
  const listed = [...columns.values()].map(({ column }) => column);
  const tables = tablesOfCounts(raws, threshold, listed);
  const kept = coded.dataProblems.filter((problem) => problem.kept).length;
  return {
    digest: dataDigest(plan),
    rows: coded.rows,
    parts: [coded.rows],
    sources: [partDigest(coded.rows, listed, tables)],
    threshold,
    unusable: coded.dataProblems.length - kept,
    kept,
    flow: toldFlow(frame.flow ?? { rows: coded.rows, rules: [] }, threshold),
    lacking,
    columns: listed,
    tables,
  };
}

function columnsOf(plan: Plan, coded: CodedStudy, frame: Frame): ReadonlyMap<string, Column> {
  const found = new Map<string, Column>();
  const all = countsNeeded(plan)[0]!.columns;
  for (const name of all) {
    const codes = coded.categories.get(name);
    const levels = coded.levelNames.get(name);
    if (codes !== undefined && levels !== undefined)
      found.set(name, { column: { kind: 'category', name, levels }, codes, size: levels.length });
    const values = columnAt(coded.numbers, name);
    const points = values === undefined ? null : counted(values);
    if (points !== null) found.set(name, columnOf({ kind: 'number', name, values: [...points.values] }, points));
    else if (values !== undefined && plan.variables.some((one) => one.name === name)) {
      const measure = measureOf(floatsOf(values));
      if (measure !== null) found.set(name, { column: { kind: 'measure', name }, codes: measure.codes, size: 1, measure });
    }
  }
  for (const name of groupsNeeded(plan)) {
    const groups = groupsIn(frame, name, coded.missing);
    if (groups !== null && groups.levels.length <= MOST_VALUES)
      found.set(name, { column: { kind: 'groups', name, levels: groups.levels }, codes: groups.codes, size: groups.levels.length });
  }
  for (const of of meansNeeded(plan)) {
    const columns = of.map((name) => columnAt(coded.numbers, name));
    if (columns.some((values) => values === undefined)) continue;
    const points = counted(meanOfColumns(noMemo, { columns: columns as Values[] }));
    const name = meanName(of);
    if (points !== null) found.set(name, columnOf({ kind: 'mean', name, of, values: [...points.values] }, points));
  }
  for (const name of new Set(countsNeeded(plan).flatMap(({ columns }) => columns))) {
    const of = crossedOf(name);
    // Of measures there are no combined levels.
    if (of.length < 2 || of.some((one) => found.get(one) === undefined || found.get(one)!.measure !== undefined)) continue;
    const sizes = of.map((one) => found.get(one)!.size);
    const size = sizes.reduce((product, one) => product * one, 1);
    if (size > MOST_CROSSED) continue;
    const codes = emptyCodes(coded.rows, size);
    const factors = of.map((one) => found.get(one)!.codes);
    row: for (let row = 0; row < codes.length; row++) {
      let code = 0;
      for (const [i, own] of factors.entries()) {
        if (own[row]! < 0) continue row;
        code = code * sizes[i]! + own[row]!;
      }
      codes[row] = code;
    }
    found.set(name, { column: { kind: 'cross', name, of, sizes }, codes, size });
  }
  return found;
}

const columnOf = (column: SumsColumn, { codes, values }: Points): Column => ({ column, codes, size: values.length });

/** Different values ascending, each once; null where there are too many of them. */
function counted(values: Values): Points | null {
  if (!isPoints(values)) return pointsOf(values, MOST_VALUES);
  const { codes, values: table } = values;
  const tally = tallyIn(values);
  const there = [...new Set([...table].filter((value, code) => tally[code]! > 0 && !Number.isNaN(value)))].sort((x, y) => x - y);
  if (there.length > MOST_VALUES) return null;
  const places = new Map(there.map((value, place) => [value, place]));
  const into = Int32Array.from(table, (value) => places.get(value) ?? -1);
  const own = emptyCodes(codes.length, there.length);
  for (let row = 0; row < own.length; row++) if (codes[row]! >= 0) own[row] = into[codes[row]!]!;
  letGoOfRemade();
  return { codes: own, values: Float64Array.from(there) };
}

/**
 * A later round: the ends of sums of answers over these rows. `threshold`: of those who answer; who asks may have a higher one. Null where
 * another spec asks; `refused`: which form, from 1, is none that a study of this spec asks for.
 */
export function rangesOf(
  plan: Plan,
  coded: CodedStudy,
  frame: Frame,
  asked: ScoresPlan,
  threshold: number,
): Ranges | { readonly refused: number } | null {
  if (asked.digest !== dataDigest(plan)) return null;
  const least = Math.max(threshold, asked.threshold);
  const columns = columnsOf(plan, coded, frame);
  const places = new Map([...columns].map(([name, { column }]) => [name, column]));
  const forms = asked.forms.map((text) => ({ text, form: JSON.parse(text) as AskedForm }));
  const may = mayBeAsked(plan, places);
  const wrong = forms.findIndex(({ form }) => !may(form));
  if (wrong >= 0) return { refused: wrong + 1 };
  const hidden = isOfHidden(least > 1 && forms.length > 0 ? sumsOf(plan, coded, frame, least).tables : []);
  const ends = forms.map(({ text: form, form: { where, needs, level, constant, parts, values, slopes = [], residuals } }) => {
    if (hidden({ where, needs, level })) return { form, low: null, high: null, kept: true };
    const inside = where.map((one) => selectRows(JSON.parse(one) as never, coded, frame));
    // The ends of what holds a single respondent's number are that respondent's.
    if (slopes.length > 0 && residuals === undefined && least > 0) return { form, low: null, high: null, kept: true };
    // Another part's numbers may have too many values to be counted, and these not.
    const measured = slopes.map(([name, ...slope]) => ({ slope, values: floatsOf(columnAt(coded.numbers, name)!) }));
    const answered = needs.filter((name) => !parts.some(([own]) => own === name)).map((name) => columns.get(name)!.codes);
    const category = level === null ? null : columns.get(level[0])!.codes;
    let [low, high, count] = [Infinity, -Infinity, 0];
    const weighing =
      residuals === undefined
        ? null
        : weigh(residuals, new Map([...parts, ...slopes].map(([name], at) => [name, at < parts.length ? at : at - parts.length])));
    const tables = parts.map(([name, table], at) => {
      const own = columns.get(name)!;
      const column = places.get(name)!;
      const known = values[at]!;
      const by = !('values' in column) ? null : column.values.map((value) => known.indexOf(value));
      return { codes: own.codes, table, by, needed: needs.includes(name) };
    });
    row: for (let row = 0; row < coded.rows; row++) {
      if (inside.some((mask) => mask[row] !== 1) || answered.some((codes) => codes[row]! < 0)) continue;
      if (category !== null && category[row] !== level![1]) continue;
      let value = constant;
      for (const { codes, table, by, needed } of tables) {
        const code = codes[row]!;
        if (code < 0 && needed) continue row;
        if (code >= 0) value += table[by === null ? code : by[code]!]!;
      }
      for (const { slope, values: own } of measured) value += added(slope, own[row]!);
      count++;
      weighing?.add(
        tables.map(({ codes, by }) => (codes[row]! < 0 ? -1 : by === null ? codes[row]! : by[codes[row]!]!)),
        measured.map((one) => one.values[row]!),
      );
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (count < least && count > 0) return { form, low: null, high: null, kept: true };
    if (weighing !== null) return { form, low: null, high: null, kept: false, sums: weighing.sums() };
    if (count === 0) return { form, low: null, high: null, kept: false };
    return { form, low, high, kept: false };
  });
  return { digest: dataDigest(plan), rows: coded.rows, parts: [coded.rows], ends };
}
