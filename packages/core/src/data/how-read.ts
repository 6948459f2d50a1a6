// How the files of a study were read, and each column as what: facts for the line that `check` prints and for its JSON. The sentence is in
// words/; what is wrong with a file is a problem.
import type { ColumnRead, DataRead, FileRead, Shaping } from '../words/how-read.ts';
import type { FileFacts } from './codebook.ts';
import { numbersIn, type Column, type Frame } from './frame.ts';
import type { FileShape } from './options.ts';
import { describeStyle } from './readers/number-style.ts';
import type { SurveyPlan } from './survey-plan.ts';
import { isComputed } from './uses.ts';
import { isLongInteger } from './values.ts';

/** A file whose columns are in a frame, and so many of them that were decoded. */
export interface FileIn {
  readonly file: string;
  readonly rows: number;
  readonly decoded: number;
  readonly about: FileFacts;
}

/** The file of answers and those joined to it, as far as they say anything of themselves. */
export function filesIn(frame: Frame): readonly FileIn[] {
  const own = frame.stacked?.files ?? [{ ...frame, decoded: decodedOf(frame, null) }];
  const joined = (frame.joined ?? []).map((one) => ({ ...one, decoded: decodedOf(frame, one.file) }));
  return [...own, ...joined].flatMap(({ file, rows, about, decoded }) => (about === undefined ? [] : [{ file, rows, about, decoded }]));
}

export function filesRead({ data }: Pick<SurveyPlan, 'data'>, files: readonly FileIn[]): readonly FileRead[] {
  return files.map(({ about, ...rest }) => {
    const isOf = ({ file }: { readonly file: string }): boolean => file === rest.file && file !== data?.file;
    const join = data?.joins.find(isOf);
    const append = data?.appends?.find(isOf);
    const role = join !== undefined ? 'joined' : append !== undefined ? 'appended' : 'answers';
    return fileRead(about, join ?? append ?? data, { ...rest, role });
  });
}

/** Of the frame of all files of a study, in their order. */
export function howRead(plan: SurveyPlan, frame: Frame): DataRead {
  return { files: filesRead(plan, filesIn(frame)), columns: frame.columns.map((column) => columnRead(column, plan, frame)) };
}

const decodedOf = ({ columns }: Frame, from: string | null): number =>
  columns.filter(({ joinedFrom = null }) => joinedFrom === from).length;

type Shape = (FileShape & { readonly encoding?: string; readonly sheet?: string; readonly table?: string }) | null;

function fileRead(about: FileFacts, shape: Shape, rest: Pick<FileRead, 'file' | 'role' | 'rows' | 'decoded'>): FileRead {
  const clauses: readonly Shaping[] =
    about.format === 'csv'
      ? ['encoding', 'header', 'decimal']
      : about.format === 'xlsx'
        ? ['sheet', 'header']
        : about.format === 'parquet'
          ? []
          : about.format === 'duckdb'
            ? ['table']
            : ['encoding'];
  const stated = clauses.filter((clause) => shape?.[clause] !== undefined);
  return {
    ...rest,
    format: about.format,
    version: about.version,
    encoding: about.encoding,
    columns: about.names.length,
    layout: about.layout ?? null,
    export: about.export ?? null,
    weight: about.weight ?? null,
    stated,
    found: clauses.filter((clause) => !stated.includes(clause)),
  };
}

function columnRead(column: Column, plan: SurveyPlan, frame: Frame): ColumnRead {
  const { id, cluster, joins = [], design, text = [] } = plan.data ?? {};
  const { name } = column;
  const asked = plan.variables.filter((variable) => !isComputed(variable) && (variable.column ?? variable.name) === name);
  const key =
    name === id
      ? 'id'
      : name === cluster
        ? 'cluster'
        : name === design?.stratum
          ? 'stratum'
          : joins.some(({ on, key: other = on }) => name === on || name === other)
            ? 'join'
            : text.includes(name)
              ? 'text'
              : null;
  const ways = column.kind === 'text' && column.style !== undefined ? describeStyle(column) : [];
  const [first] = asked;
  const as = key !== null ? 'names' : first === undefined ? unasked(column) : askedAs(first.kind, column);
  return {
    file: column.joinedFrom ?? frame.file,
    name,
    label: column.label ?? null,
    as,
    ways,
    variables: asked.map((variable) => variable.name),
    clause:
      key ??
      (ways.some(({ is }) => is !== 'unit' && is !== 'full width')
        ? 'decimal'
        : as === 'points' || as === 'words'
          ? 'on'
          : as === 'codes'
            ? (first?.kind ?? null)
            : null),
  };
}

function askedAs(kind: SurveyPlan['variables'][number]['kind'], column: Column): ColumnRead['as'] {
  if (kind === 'category') return 'codes';
  if (kind === 'number') return 'numbers';
  return column.kind === 'number' || column.numbers?.some((value) => value !== null) === true ? 'points' : 'words';
}

function unasked(column: Column): ColumnRead['as'] {
  if (column.kind === 'number' ? numbersIn(column).every((value) => Number.isNaN(value)) : column.levels.length === 0) return 'blank';
  if (column.kind === 'number') return column.valueLabels === undefined ? 'numbers' : 'codes';
  if (column.moment !== undefined) return 'dates';
  if (column.numbers?.some((value) => value !== null) === true) return 'numbers';
  return column.levels.length > 0 && column.levels.every((level) => isLongInteger(level)) ? 'names' : 'texts';
}
