// Respondents as a table to be written: id, recoded answers, means of dimensions, scores, categories of scores, and who was used in which
// model. One row a row of the file, in its order; nothing is computed here. How a table is written is data/writers.
import { labelText } from '../../contract/label-text.ts';
import type { CategoryPlan, IndicatorPlan, Label, ScalePlan, ValueSet, VariablePlan } from '../../contract/variables.ts';
import { waitingFor } from '../../data/coding.ts';
import { columnOf, fileOf, missingIn, rowNumber, type Column } from '../../data/frame.ts';
import { reasonText } from '../../data/readers/binary/reading.ts';
import { levelNumbers, levelsIn, plainNumberOf, setMatchesNumber, writeNumber } from '../../data/values.ts';
import type { MissingCode, OutColumn, OutNumber, OutTable, PointLabel } from '../../data/writers/table.ts';
import { wordsIn } from '../../words/words.ts';
import type { IndexJob } from '../index/job.ts';
import { scoreDeclarations } from '../plan.ts';
import type { RegressionJob } from '../regression/job.ts';
import { rowsTaken } from '../regression/fitted-rows.ts';
import type { Execution } from '../results.ts';
import { casesWhere, valuesOf, withoutDesign, type State } from '../state.ts';
import { ofRespondents, type Answered } from './of-respondents.ts';

/** Scores are shown to so many digits; the values are whole. */
const DECIMALS = 3;

export function respondentsTable(answered: Answered, language?: string): OutTable {
  const { results } = answered;
  const state = ofRespondents(answered);
  const { plan, coded } = state;
  const spoken = language ?? plan.report.language;
  const words = wordsIn(spoken);
  const text = (label: Label, name: string): string => labelText(label, spoken, name);
  const late = waitingFor(plan, new Map());
  const variables = (ofScores: boolean): OutColumn[] =>
    plan.variables.filter(({ name }) => late.has(name) === ofScores).map((variable) => variableColumn(state, variable, spoken));
  const score = (name: string, label: string): OutColumn[] => {
    const values = state.scores.get(name);
    return [plainColumn(name, label, values ?? new Float64Array(coded.rows).fill(NaN))];
  };
  const indices = plan.jobs.filter((job): job is IndexJob => job.kind === 'index');
  const regressions = plan.jobs.filter((job): job is RegressionJob => job.kind === 'regression');
  const flags = (name: string, model: string, taken: Taken): OutColumn[] => [
    flagColumn(`used_in_${name}`, words.usedIn(model), taken.used, words),
    ...(taken.filled === null
      ? []
      : [plainColumn(`filled_in_${name}`, words.substitutedIn(model), Float64Array.from(taken.filled), 'scale', 0)]),
  ];
  return {
    title: text(plan.title, ''),
    rows: coded.rows,
    columns: [
      idColumn(state, words),
      ...rowColumn(state, words),
      ...fileColumn(state, words),
      ...variables(false),
      ...plan.groups
        .filter(({ kind }) => kind === 'dimension')
        .flatMap((group): OutColumn[] => {
          const values = valuesOf(state, group.name);
          return values === null ? [] : [plainColumn(group.name, words.meanOfItems(text(group.label, group.name)), values)];
        }),
      ...indices.flatMap((job) => [
        ...job.components.flatMap((component) => score(component.name, text(component.label, component.name))),
        ...score(job.name, text(job.label, job.name)),
      ]),
      ...plan.jobs.flatMap((job) => (job.kind === 'composite' ? score(job.name, text(job.label, job.name)) : [])),
      ...variables(true),
      ...indices.flatMap((job) => flags(job.name, text(job.label, job.name), takenByIndex(state, job))),
      ...regressions.flatMap((job) =>
        job.outcomes.flatMap((outcome) => {
          const model = text(job.label, job.name);
          const several = job.outcomes.length > 1;
          return flags(
            several ? `${job.name}_${outcome}` : job.name,
            several ? words.outcomeOf(model, labelOf(plan, outcome, spoken)) : model,
            takenByRegression(results, state, job, outcome),
          );
        }),
      ),
    ],
  };
}

type Words = ReturnType<typeof wordsIn>;

/** The `id` column as written; a number where the file has one, so that files can be matched. Without `id` the row's number in the file. */
function idColumn({ plan, coded, frame }: State, words: Words): OutColumn {
  const name = plan.data?.id;
  const { ids } = coded;
  const column = name === undefined ? undefined : columnOf(frame, name);
  if (name === undefined || ids === null || column === undefined) {
    const numbers = Float64Array.from({ length: coded.rows }, (_, row) => rowNumber(frame, row));
    return plainColumn('row', words.rowInFile, numbers, 'nominal', 0);
  }
  const label = column.label ?? words.respondent;
  // A number in a file of SPSS or Stata, which is told by the format that it is shown in.
  const wasNumber = column.kind === 'number' || (column.format !== undefined && !/^(?:A\d|AHEX|%-?\d*s)/u.test(column.format));
  const numbers = wasNumber ? ids.map(plainNumberOf) : [];
  if (wasNumber && ids.every((id, row) => id === '' || (numbers[row] !== null && writeNumber(numbers[row]!) === id))) {
    const values = Float64Array.from(numbers, (value) => value ?? NaN);
    return plainColumn(name, label, values, 'nominal', decimalsOf(values));
  }
  return { kind: 'text', name, label, measure: 'nominal', values: ids };
}

/** Which rows of the file they are, where some were left out (blank ones, no respondents): by it the files can be put side by side. */
function rowColumn({ frame, coded, plan }: State, words: Words): OutColumn[] {
  if (frame.rowNumbers === undefined || coded.ids === null || plan.data?.id === undefined) return [];
  const numbers = Float64Array.from({ length: coded.rows }, (_, row) => rowNumber(frame, row));
  return [plainColumn('row', words.rowInFile, numbers, 'nominal', 0)];
}

/** Of several files one below another, in which of them each row stands. */
function fileColumn({ frame, coded }: State, words: Words): OutColumn[] {
  if (frame.stacked === undefined) return [];
  const values = Array.from({ length: coded.rows }, (_, row) => fileOf(frame, row));
  return [{ kind: 'text', name: 'file', label: words.dataFile, measure: 'nominal', values }];
}

function plainColumn(
  name: string,
  label: string,
  values: Float64Array,
  measure: OutNumber['measure'] = 'scale',
  decimals: number = DECIMALS,
): OutNumber {
  return { kind: 'number', name, label, measure, values, decimals, labels: [], missing: [] };
}

function flagColumn(name: string, label: string, used: Uint8Array, words: Words): OutNumber {
  const labels = [
    { value: 0, label: words.no },
    { value: 1, label: words.yes },
  ];
  return { ...plainColumn(name, label, Float64Array.from(used), 'nominal', 0), labels };
}

function variableColumn(state: State, variable: VariablePlan, language: string): OutColumn {
  const label = labelText(variable.label, language, variable.name);
  const { name } = variable;
  if (variable.kind === 'category') {
    const codes = codesOf(variable);
    const levels = state.coded.categories.get(name)!;
    const values = Float64Array.from<number>(levels, (level) => (level < 0 ? NaN : codes[level]!));
    return withMissing(state, variable, {
      ...plainColumn(name, label, values, 'nominal', decimalsOf(Float64Array.from(codes))),
      labels: variable.levels.map((level, at) => ({ value: codes[at]!, label: labelText(level.label, language, level.name) })),
      names: new Map(variable.levels.map((level, at) => [codes[at]!, level.name])),
    });
  }
  const values = state.coded.numbers.get(name)!;
  const { language: spoken, reversedLabel } = wordsIn(language);
  const shown = variable.kind === 'indicator' && variable.reversed ? reversedLabel(label) : label;
  return withMissing(state, variable, {
    ...plainColumn(name, shown, values, variable.kind === 'indicator' && variable.scale !== null ? 'ordinal' : 'scale', decimalsOf(values)),
    labels: variable.kind === 'indicator' ? pointsOf(variable, language === '' ? spoken : language) : [],
  });
}

/** A level's own code where each has one number, none twice; else their places, from 1. */
function codesOf({ levels }: CategoryPlan): readonly number[] {
  const own = levels.map(({ codes: [first, ...more] }) => (first?.kind === 'number' && more.length === 0 ? first.value : NaN));
  return own.every(Number.isFinite) && new Set(own).size === own.length ? own : levels.map((_, at) => at + 1);
}

/** The labels of a scale's points, where its answers stand after recoding: at the other end when they were reversed. */
function pointsOf(indicator: IndicatorPlan, language: string): readonly PointLabel[] {
  const asked: Pick<ScalePlan, 'low' | 'high'> | null = indicator.askedOn ?? indicator.scale;
  const own = indicator.scale ?? asked;
  const words = indicator.askedOn === null ? indicator.scale : (indicator.askedOn.scale ?? null);
  if (asked === null || own === null || words === null) return [];
  const moved = (value: number): number => {
    const at = value === asked.high ? own.high : own.low + ((value - asked.low) * (own.high - own.low)) / (asked.high - asked.low);
    return indicator.reversed ? own.low + own.high - at : at;
  };
  const labels = new Map<number, string>();
  const add = (value: number, label: Label): void => {
    const text = labelText(label, language);
    if (text !== '' && !labels.has(moved(value))) labels.set(moved(value), text);
  };
  for (const point of words.points) add(point.value, point.label);
  add(words.low, words.lowLabel);
  add(words.high, words.highLabel);
  return [...labels].map(([value, label]) => ({ value, label })).sort((a, b) => a.value - b.value);
}

/** Which code stood where there is no answer: it is written as one that the file declares as none. */
function withMissing(state: State, variable: VariablePlan, column: OutNumber): OutNumber {
  const { frame, coded } = state;
  const source = variable.kind === 'category' && variable.variable !== null ? undefined : columnOf(frame, variable.column ?? '');
  if (source === undefined) return column;
  const set = variable.missing ?? missingIn(source, coded.missing);
  const known = new Map<string, number>();
  const missing: MissingCode[] = [];
  const gone = new Uint8Array(coded.rows);
  const codeOf = codeReader(source, set);
  const labelled = new Map((source.valueLabels ?? []).map(({ value, label }) => [String(value), label]));
  for (let row = 0; row < coded.rows; row++) {
    if (!Number.isNaN(column.values[row]!)) continue;
    const text = codeOf(row);
    if (text === null) continue;
    let at = known.get(text);
    if (at === undefined) {
      if (missing.length === 255) continue;
      at = missing.push({ text, value: text.startsWith('.') ? null : Number(text), label: labelled.get(text) ?? '' });
      known.set(text, at);
    }
    gone[row] = at;
  }
  if (missing.length === 0) return column;
  // In order of value, whoever comes first.
  const order = [...missing].sort((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity) || (a.text < b.text ? -1 : 1));
  const place = [0, ...missing.map((code) => order.indexOf(code) + 1)];
  return { ...column, missing: order, gone: gone.map((code) => place[code]!) };
}

/** The code for no answer in a row's cell; null where there is none, or it is no number. */
function codeReader(source: Column, set: ValueSet): (row: number) => string | null {
  if (source.kind === 'number')
    return (row) => {
      const reason = source.reasons?.[row] ?? 0;
      if (reason > 0) return reasonText(reason);
      const value = source.values[row]!;
      return !Number.isNaN(value) && setMatchesNumber(set, value) ? writeNumber(value) : null;
    };
  const gone = levelsIn(set, source);
  const texts = levelNumbers(source).map((value, at) => (gone[at]! && value !== null ? writeNumber(value) : null));
  return (row) => (source.codes[row]! < 0 ? null : texts[source.codes[row]!]!);
}

/** As many as the values have, at most `DECIMALS`. */
function decimalsOf(values: Float64Array): number {
  let most = 0;
  for (const value of values) {
    if (Number.isNaN(value) || Number.isInteger(value)) continue;
    const digits = /\.(\d+)$/u.exec(writeNumber(value))?.[1]?.length ?? DECIMALS;
    most = Math.max(most, Math.min(DECIMALS, digits));
    if (most === DECIMALS) break;
  }
  return most;
}

interface Taken {
  readonly used: Uint8Array;
  /** Values substituted a row; null where nothing is ever substituted. */
  readonly filled: Uint16Array | null;
}

/** Whose answers the correlations of an index are made of: complete ones; with substituted means all; pairwise those with two answers. */
function takenByIndex(state: State, job: IndexJob): Taken {
  const { rows } = state.coded;
  const used = new Uint8Array(rows);
  const filled = job.missing === 'mean' ? new Uint16Array(rows) : null;
  if (state.failed.has(job.name)) return { used, filled };
  const items = job.items.map((item) => valuesOf(state, item)!);
  const inside = casesWhere(withoutDesign(state, job.unweighted), job.where);
  for (let row = 0; row < rows; row++) {
    if (inside[row] !== 1) continue;
    const answered = items.reduce((count, item) => count + (Number.isNaN(item[row]!) ? 0 : 1), 0);
    used[row] = job.missing === 'mean' || answered === items.length || (job.missing === 'pairwise' && answered > 1) ? 1 : 0;
    if (filled !== null) filled[row] = items.length - answered;
  }
  return { used, filled };
}

function takenByRegression(results: Execution, state: State, job: RegressionJob, outcome: string): Taken {
  const used = new Uint8Array(state.coded.rows);
  const found = results.regressions.find((one) => one.job.name === job.name)?.outcomes.find((one) => one.outcome === outcome);
  if (found === undefined || (found.fit === null && found.model === null))
    return { used, filled: job.missing === 'mean' ? new Uint16Array(state.coded.rows) : null };
  const { rows, filled } = rowsTaken(state, job, outcome);
  for (const row of rows) used[row] = 1;
  return { used, filled: job.missing === 'mean' ? filled : null };
}

function labelOf(plan: State['plan'], name: string, language: string): string {
  const labelled = [...plan.variables, ...plan.groups, ...scoreDeclarations(plan)].find((one) => one.name === name);
  return labelled === undefined ? name : labelText(labelled.label, language, name);
}
