// The data as a spec sees them: of each variable what was answered, by which code, how much is missing and why; respondents who gave one
// answer throughout, who stand twice, and how long they took. Facts for a codebook; how they are shown is pages/codebook.ts.
import { labelText } from '../contract/label-text.ts';
import type { Hidden } from '../contract/quantity.ts';
import type { IndicatorPlan, ValueSet, VariablePlan } from '../contract/variables.ts';
import { columnAt, isPoints, type Values } from '../counts/points.ts';
import { describe, describePoints } from '../procedures/describe/describe.ts';
import { waitingFor, type CodedStudy } from './coding.ts';
import { inPart, isEqual } from './duplicates.ts';
import { columnOf, missingIn, numberAt, rowNumber, type Column, type Frame } from './frame.ts';
import { keyOf } from './keys.ts';
import { reasonText } from './readers/binary/reading.ts';
import type { SurveyPlan } from './survey-plan.ts';
import type { Texts } from './texts.ts';
import { cellText, levelNumbers, levelsIn, setMatchesNumber } from './values.ts';

export interface SeenValue {
  /** As it stands in the file; of computed values the number. */
  readonly code: string;
  readonly label: string;
  /** Null: hidden. */
  readonly count: number | null;
  readonly hidden?: Hidden;
}

export interface SeenVariable {
  readonly name: string;
  /** Null: computed. */
  readonly column: string | null;
  readonly label: string;
  /** `column`: of the file, not declared. */
  readonly kind: VariablePlan['kind'] | 'column';
  readonly reversed: boolean;
  /** Answers that are used, and cells that hold none: blank ones, those with a code for no answer, those that cannot be used. */
  readonly n: number;
  readonly missing: number;
  readonly blank: number;
  readonly missingByCode: readonly SeenValue[];
  readonly unusable: number;
  readonly distinct: number;
  /** In order of value, those that a spec or the file lists first among texts; null where there are too many to list. */
  readonly values: readonly SeenValue[] | null;
  /** Of what is analysed: reversed and brought to its scale. Null for categories and texts. */
  readonly mean: number | null;
  readonly sd: number | null;
  readonly min: number | null;
  readonly q25: number | null;
  readonly median: number | null;
  readonly q75: number | null;
  readonly max: number | null;
}

export interface StraightLining {
  /** The dimension, or the scale across dimensions. */
  readonly name: string;
  readonly items: readonly string[];
  /** Respondents who answered all of them, and those of them who gave one answer throughout. */
  readonly answered: number;
  /** Null: hidden. */
  readonly straight: number | null;
}

export interface TimeUsed {
  readonly column: string;
  readonly n: number;
  readonly min: number | null;
  readonly q25: number | null;
  readonly median: number | null;
  readonly q75: number | null;
  readonly max: number | null;
  /** Respondents who took less than a third of the median; null: hidden. */
  readonly fast: number | null;
}

export interface SeenData {
  readonly file: string;
  readonly format: string | null;
  readonly encoding: string | null;
  /** Of the file; of them those that are respondents, and what left the others out. */
  readonly rows: number;
  readonly respondents: number;
  readonly leftOut: readonly { readonly rule: string; readonly rows: number }[];
  readonly columns: number;
  readonly variables: readonly SeenVariable[];
  readonly straightLining: readonly StraightLining[];
  readonly duplicates: {
    /** Ids of several rows. */
    readonly ids: readonly { readonly id: string; readonly rows: readonly number[] }[];
    /** Rows that are equal in every cell but the id, to an earlier one. */
    readonly rows: readonly (readonly [first: number, second: number])[];
  };
  readonly time: readonly TimeUsed[];
}

/** More different values than these are not listed. */
const LISTED = 25;
/** Fewer items say nothing of who answers without reading. */
const LEAST_ITEMS = 3;
/** A scale of two points is answered alike by chance too often. */
const LEAST_POINTS = 3;

export function seenThrough(plan: SurveyPlan, coded: CodedStudy, frame: Frame, language: string): SeenData {
  const late = waitingFor(plan, new Map());
  const declared = plan.variables.filter(({ name }) => !late.has(name));
  const used = new Set(declared.flatMap((variable) => ('column' in variable && variable.column !== null ? [variable.column] : [])));
  const rest = frame.columns.filter(({ name }) => !used.has(name));
  return {
    file: frame.file,
    format: frame.about?.version ?? null,
    encoding: frame.about?.encoding ?? null,
    rows: frame.flow?.rows ?? frame.rows,
    respondents: frame.rows,
    leftOut: (frame.flow?.rules ?? []).map(({ text, left }) => ({ rule: text, rows: left })),
    columns: frame.about?.names.length ?? frame.columns.length,
    variables: [
      ...declared.map((variable) => ofVariable(variable, coded, frame, language)),
      ...rest.map((column) => ofColumn(column, coded.missing)),
    ],
    straightLining: straightLining(plan, coded),
    duplicates: { ids: repeatedIds(frame, coded.ids), rows: repeatedRows(frame, plan.data?.id) },
    time: frame.columns.flatMap((column) => timeUsed(column, coded.missing)),
  };
}

const NO_NUMBERS = { mean: null, sd: null, min: null, q25: null, median: null, q75: null, max: null };

function numbersOf(values: Values): Pick<SeenVariable, keyof typeof NO_NUMBERS> {
  const { mean, sd, min, q25, median, q75, max } = isPoints(values) ? describePoints(values) : describe(values);
  return { mean, sd, min, q25, median, q75, max };
}

/** What the cells of a column hold, apart by what becomes of them. */
interface Told {
  readonly counts: Map<string, number>;
  readonly gone: Map<string, number>;
  readonly blank: number;
  readonly unusable: number;
}

function told(column: Column, missing: ValueSet, isUsed: (row: number) => boolean): Told {
  const counts = new Map<string, number>();
  const gone = new Map<string, number>();
  let [blank, unusable] = [0, 0];
  const add = (into: Map<string, number>, text: string): void => void into.set(text, (into.get(text) ?? 0) + 1);
  const rows = column.kind === 'number' ? column.values.length : column.codes.length;
  const without = column.kind === 'text' ? levelsIn(missing, column) : [];
  for (let row = 0; row < rows; row++) {
    const text = cellText(column, row);
    if (isUsed(row)) add(counts, text ?? '');
    else if (text === null) {
      const reason = column.kind === 'number' ? (column.reasons?.[row] ?? 0) : 0;
      if (reason > 0) add(gone, reasonText(reason));
      else blank++;
    } else if (column.kind === 'number' ? setMatchesNumber(missing, numberAt(column, row)) : without[column.codes[row]!]!) add(gone, text);
    else unusable++;
  }
  return { counts, gone, blank, unusable };
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Numbers by value, then texts as they came. */
function ordered(counts: ReadonlyMap<string, number>, labelOf: (code: string) => string): SeenValue[] {
  const number = (code: string): number => (code.trim() === '' ? NaN : Number(code));
  return [...counts]
    .map(([code, count]) => ({ code, label: labelOf(code), count }))
    .sort((a, b) => {
      const [x, y] = [number(a.code), number(b.code)];
      if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) === Number.isNaN(y) ? 0 : Number.isNaN(x) ? 1 : -1;
      return x - y;
    });
}

function ofVariable(variable: VariablePlan, coded: CodedStudy, frame: Frame, language: string): SeenVariable {
  const { name } = variable;
  const label = labelText(variable.label, language);
  const levels = coded.categories.get(name);
  const values = coded.numbers.get(name);
  const column = variable.column === null ? undefined : columnOf(frame, variable.column);
  const isUsed = (row: number): boolean => (levels === undefined ? !Number.isNaN(values![row]!) : levels[row]! >= 0);
  const base = { name, kind: variable.kind, reversed: variable.kind === 'indicator' && variable.reversed };
  const numbers = values === undefined ? NO_NUMBERS : numbersOf(columnAt(coded.numbers, name)!);
  if (column === undefined) {
    const counts = new Map<string, number>();
    for (let row = 0; row < frame.rows; row++) {
      if (!isUsed(row)) continue;
      const code = levels === undefined ? String(values![row]!) : coded.levelNames.get(name)![levels[row]!]!;
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const n = total(counts);
    const words = variable.kind === 'category' ? levelLabels(variable, language) : new Map<string, string>();
    return {
      ...base,
      ...numbers,
      column: null,
      label,
      n,
      missing: frame.rows - n,
      blank: frame.rows - n,
      missingByCode: [],
      unusable: 0,
      distinct: counts.size,
      values: counts.size > LISTED ? null : ordered(counts, (code) => words.get(code) ?? ''),
    };
  }
  const { counts, gone, blank, unusable } = told(column, variable.missing ?? missingIn(column, coded.missing), isUsed);
  const words = labelsFor(variable, column, language);
  // Points and levels that nobody chose are listed too.
  if (variable.kind !== 'number') for (const code of words.listed) if (!counts.has(code)) counts.set(code, 0);
  const n = total(counts);
  return {
    ...base,
    ...numbers,
    column: column.name,
    label: label === '' ? (column.label ?? '') : label,
    n,
    missing: frame.rows - n,
    blank,
    missingByCode: ordered(gone, words.of),
    unusable,
    distinct: [...counts.values()].filter((count) => count > 0).length,
    values: counts.size > LISTED ? null : ordered(counts, words.of),
  };
}

function ofColumn(column: Column, missing: ValueSet): SeenVariable {
  const rows = column.kind === 'number' ? column.values.length : column.codes.length;
  const set = missingIn(column, missing);
  const without = column.kind === 'text' ? levelsIn(set, column) : [];
  const isUsed = (row: number): boolean =>
    column.kind === 'number'
      ? !Number.isNaN(numberAt(column, row)) && !setMatchesNumber(set, numberAt(column, row))
      : column.codes[row]! >= 0 && !without[column.codes[row]!]!;
  const { counts, gone, blank } = told(column, set, isUsed);
  const labels = new Map((column.valueLabels ?? []).map(({ value, label }) => [String(value), label]));
  const of = (code: string): string => labels.get(code) ?? '';
  return {
    name: column.name,
    column: column.name,
    label: column.label ?? '',
    kind: 'column',
    reversed: false,
    n: total(counts),
    missing: rows - total(counts),
    blank,
    missingByCode: ordered(gone, of),
    unusable: 0,
    distinct: counts.size,
    // Texts that are each one respondent's own are names.
    values:
      counts.size > LISTED || (column.kind === 'text' && counts.size > 2 && counts.size === total(counts) && labels.size === 0)
        ? null
        : ordered(counts, of),
    ...(column.kind === 'number' ? numbersOf(column.values.map((value, row) => (isUsed(row) ? value : NaN))) : NO_NUMBERS),
  };
}

interface Labels {
  readonly of: (code: string) => string;
  /** Codes that the spec lists, one each. */
  readonly listed: readonly string[];
}

function labelsFor(variable: VariablePlan, column: Column, language: string): Labels {
  const words = new Map((column.valueLabels ?? []).map(({ value, label }) => [String(value), label]));
  const listed: string[] = [];
  if (variable.kind === 'category') {
    const byCode = levelLabels(variable, language);
    for (const { codes, name } of variable.levels)
      for (const code of codes) {
        const text = code.kind === 'number' ? String(code.value) : code.kind === 'text' ? code.text : null;
        if (text === null) continue;
        words.set(text, byCode.get(name)!);
        if (codes.length === 1) listed.push(text);
      }
  } else if (variable.kind === 'indicator') {
    const scale = variable.askedOn === null ? variable.scale : (variable.askedOn.scale ?? null);
    const asked = variable.askedOn ?? variable.scale;
    for (const { value, label } of scale?.points ?? [])
      words.set(String(value), labelText(label, language, words.get(String(value)) ?? ''));
    if (scale !== null) {
      const end = (value: number, label: string): void => {
        if (label !== '') words.set(String(value), label);
      };
      end(scale.low, labelText(scale.lowLabel, language));
      end(scale.high, labelText(scale.highLabel, language));
    }
    // Where points are texts in the file, those texts are the codes.
    const numbers = column.kind === 'number' || levelNumbers(column).some((one) => one !== null);
    if (asked !== null && numbers && asked.high - asked.low < LISTED)
      for (let point = Math.ceil(asked.low); point <= asked.high; point++) listed.push(String(point));
  }
  return { of: (code) => words.get(code) ?? '', listed };
}

function levelLabels(variable: Extract<VariablePlan, { kind: 'category' }>, language: string): Map<string, string> {
  return new Map(variable.levels.map((level) => [level.name, labelText(level.label, language, level.name)]));
}

/** By dimension, and by scale where one is used in several. Answers as they were given: a reversed item is turned back. */
function straightLining(plan: SurveyPlan, coded: CodedStudy): StraightLining[] {
  const indicators = new Map(
    plan.variables.flatMap((one) => (one.kind === 'indicator' && one.scale !== null ? [[one.name, one] as const] : [])),
  );
  const sameScale = (items: readonly IndicatorPlan[]): boolean => {
    const asked = items.map((item) => item.askedOn ?? item.scale!);
    return asked.every(({ low, high }) => low === asked[0]!.low && high === asked[0]!.high && high - low >= LEAST_POINTS - 1);
  };
  const found: StraightLining[] = [];
  const add = (name: string, items: readonly IndicatorPlan[]): void => {
    if (items.length < LEAST_ITEMS || !sameScale(items)) return;
    const columns = items.map((item) => {
      const { low, high } = item.scale!;
      const values = coded.numbers.get(item.name)!;
      return item.reversed ? values.map((value) => low + high - value) : values;
    });
    let [answered, straight] = [0, 0];
    for (let row = 0; row < coded.rows; row++) {
      if (columns.some((values) => Number.isNaN(values[row]!))) continue;
      answered++;
      if (columns.every((values) => Math.abs(values[row]! - columns[0]![row]!) < 1e-9)) straight++;
    }
    found.push({ name, items: items.map((item) => item.name), answered, straight });
  };
  for (const group of plan.groups)
    if (group.kind === 'dimension')
      add(
        group.name,
        group.members.flatMap((name) => indicators.get(name) ?? []),
      );
  const byScale = new Map<string, IndicatorPlan[]>();
  for (const item of indicators.values()) {
    const scale = item.askedOn?.scale ?? item.scale!;
    const name = scale.name ?? `${scale.low}..${scale.high}`;
    byScale.set(name, [...(byScale.get(name) ?? []), item]);
  }
  const known = new Set(found.map(({ items }) => items.join()));
  for (const [name, items] of byScale) if (!known.has(items.map((item) => item.name).join())) add(name, items);
  return found;
}

function repeatedIds(frame: Frame, ids: Texts | null): SeenData['duplicates']['ids'] {
  const rows = new Map<string, number[]>();
  for (const [row, id] of (ids ?? []).entries())
    if (id !== '') rows.set(keyOf(id), [...(rows.get(keyOf(id)) ?? []), rowNumber(frame, row)]);
  return [...rows].flatMap(([id, of]) => (of.length > 1 ? [{ id, rows: of }] : []));
}

function repeatedRows(frame: Frame, id: string | undefined): SeenData['duplicates']['rows'] {
  const columns = frame.columns.filter(({ name }) => name !== id);
  if (columns.length === 0 || inPart(frame)) return [];
  const answers: Frame = { ...frame, columns };
  const first = new Map<string, number[]>();
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0; row < frame.rows; row++) {
    const cells = columns.map((column) => cellText(column, row) ?? '');
    if (cells.every((cell) => cell === '')) continue;
    const key = cells.join('\u001f');
    const before = first.get(key)?.find((one) => isEqual(answers, one, row));
    if (before === undefined) first.set(key, [...(first.get(key) ?? []), row]);
    else pairs.push([rowNumber(frame, before), rowNumber(frame, row)]);
  }
  return pairs;
}

/** Of survey programs and of those who name columns by hand. */
const TIME = new RegExp(
  '^(?:duration|time[ _]?(?:used|taken)|total[ _]?time|interview[ _]?(?:length|time)|minutes|seconds|' +
    '(?:所用|答题|填写|作答)(?:时间|时长)|用时|时长)(?:[ _]*[(（].*[)）])?$',
  'iu',
);
/** `356秒`, `5分56秒`, `1小时2分`. */
const CLOCK = /^(?:(\d+)\s*(?:小时|时|h))?\s*(?:(\d+)\s*(?:分钟?|min|m))?\s*(?:(\d+)\s*(?:秒|s))?$/iu;

function timeUsed(column: Column, missing: ValueSet): TimeUsed[] {
  const unit = column.kind === 'number' && column.unit !== undefined;
  if (!unit && !TIME.test(column.name.trim()) && !TIME.test(column.label?.trim() ?? '')) return [];
  const seconds = (text: string): number => {
    const found = CLOCK.exec(text.trim());
    return found === null || text.trim() === '' ? NaN : 3600 * Number(found[1] ?? 0) + 60 * Number(found[2] ?? 0) + Number(found[3] ?? 0);
  };
  const set = missingIn(column, missing);
  const gone = column.kind === 'text' ? levelsIn(set, column) : [];
  const lengths =
    column.kind === 'number'
      ? []
      : levelNumbers(column).map((value, code) => (gone[code]! ? NaN : (value ?? seconds(column.levels.at(code)!))));
  const values =
    column.kind === 'number'
      ? column.values.map((value) => (setMatchesNumber(set, value) ? NaN : value))
      : Float64Array.from(column.codes, (code) => (code < 0 ? NaN : lengths[code]!));
  const { n, min, q25, median, q75, max } = describe(values);
  if (n === 0 || median === null) return [];
  return [{ column: column.name, n, min, q25, median, q75, max, fast: values.filter((value) => value < median / 3).length }];
}
