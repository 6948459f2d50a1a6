// A data file in memory: typed columns, one value a row. Nothing here knows scales, missing codes or levels;
// that is coding.ts.
import type { ValueSet } from '../contract/variables.ts';
import { floatsOf, type Codes, type Points } from '../counts/points.ts';
import { codeAt } from '../counts/remade.ts';
import type { FileFacts, Moment, ValueLabel } from './codebook.ts';
import type { NumberStyle } from './readers/number-style.ts';
import type { Texts } from './texts.ts';

interface ColumnBase {
  readonly name: string;
  /**
   * Codes that stand for no answer in the file that this column comes from; without it the data block's hold. A declaration's own replace
   * either.
   */
  readonly missing?: ValueSet;
  /** The joined file that it comes from; without it, the file of answers. */
  readonly joinedFrom?: string;
  /** Codes that the file itself declares as no answer: they hold beside the data block's, and a declaration's own replace them. */
  readonly declaredMissing?: ValueSet;
  readonly label?: string;
  /** In the file's order; labels of codes that never occur are kept. */
  readonly valueLabels?: readonly ValueLabel[];
  readonly measure?: 'nominal' | 'ordinal' | 'scale';
  /** How the program that wrote the file shows it: `F8.2`, `%td`. */
  readonly format?: string;
  /** How it is stored where that says more than the kind: `double`, `str18`, `INT64`. */
  readonly storedAs?: string;
}

/** Every non-blank cell is a number, plainly written; a blank cell is NaN. */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
  readonly values: Float64Array;
  /** The same, where few distinct numbers stand in many rows: then `values` are made when somebody asks for them (`pointColumn`). */
  readonly points?: Points;
  /** Per row, which of Stata's missing values stands there: 1 for `.a` to 26 for `.z`, 0 elsewhere. Without it there is none. */
  readonly reasons?: Uint8Array;
  /** The values are lengths of time. */
  readonly unit?: 'seconds' | 'milliseconds';
}

/** Cells are texts as they stand, stored once each; a blank cell is -1. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text';
  readonly codes: Codes;
  readonly levels: Texts;
  /** How numbers are written in it, where that is not plainly (`3,5`, `1,234`, `４`): set by the reader, by the cells that are numbers. */
  readonly style?: NumberStyle;
  /** With a style: what each level reads as; null where it is no number. */
  readonly numbers?: readonly (number | null)[];
  /** Its texts are moments, in ISO 8601. */
  readonly moment?: Moment;
}

export type Column = NumberColumn | TextColumn;

/** A column of numbers as points; its floats are made when somebody asks. `about`: everything else that is known of it. */
export function pointColumn(
  about: Omit<NumberColumn, 'values' | 'points' | 'kind'>,
  points: Points,
  instead: Partial<Omit<NumberColumn, 'values' | 'points' | 'kind'>> = {},
): NumberColumn {
  // Without reading its values, which would make them.
  const { values: _values, ...rest } = Object.getOwnPropertyDescriptors(about as NumberColumn);
  return Object.defineProperties(
    { ...(Object.defineProperties({}, rest) as Omit<NumberColumn, 'values'>), ...instead, kind: 'number', points },
    { values: { get: () => floatsOf(points), enumerable: true, configurable: true } },
  ) as NumberColumn;
}

/** The number of a row, without making those of all. */
export function numberAt(column: NumberColumn, row: number): number {
  if (column.points === undefined) return column.values[row]!;
  const code = codeAt(column.points, row);
  return code < 0 ? NaN : column.points.values[code]!;
}

/** All numbers that stand in it, at least once each; NaN may be among them. */
export function numbersIn(column: NumberColumn): Float64Array {
  return column.points === undefined ? column.values : column.points.values;
}

/** From the rows of a file to its respondents. */
export interface Flow {
  readonly rows: number;
  /** In order: each is asked of those that the rules before it left. */
  readonly rules: readonly Rule[];
}

interface Rule {
  /** As one writes it in a spec. */
  readonly text: string;
  /** Rows that it left out, and how many of them have no answer to what it asks. */
  readonly left: number;
  readonly unknown: number;
}

/** One of several files whose rows stand one below another; `decoded` of its columns were read. */
export interface StackedFile {
  readonly file: string;
  readonly rows: number;
  readonly decoded: number;
  readonly about?: FileFacts;
}

export interface Frame {
  /** As the spec names it. */
  readonly file: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  /**
   * Number of each row in the file, from 1 (the header is not one), where the reader left blank rows out; without it row i has number i +
   * 1.
   */
  readonly rowNumbers?: Int32Array;
  /** Where several files stand one below another: they in order, and of each row which of them it stands in. */
  readonly stacked?: { readonly files: readonly StackedFile[]; readonly of: Uint16Array };
  /** Where rows were left out as no respondents: how many the file has, and how many each rule took. */
  readonly flow?: Flow;
  /** What the file says of itself, where its format has room for it. */
  readonly about?: FileFacts;
  /** The files whose columns stand among its own, in the order of their joins. */
  readonly joined?: readonly { readonly file: string; readonly rows: number; readonly about?: FileFacts }[];
}

/** What stands for no answer in a column where its declaration says nothing: `outer` is what the data block says. */
export function missingIn(column: Column, outer: ValueSet): ValueSet {
  const said = column.missing ?? outer;
  return column.declaredMissing === undefined ? said : [...said, ...column.declaredMissing];
}

export function columnOf(frame: Frame, name: string): Column | undefined {
  return frame.columns.find((column) => column.name === name);
}

/** The file that row `index` (from 0) stands in, as the spec names it. */
export function fileOf(frame: Frame, index: number): string {
  return frame.stacked?.files[frame.stacked.of[index] ?? 0]?.file ?? frame.file;
}

/** Of several files one below another each by itself, with its own rows; else the frame. Columns joined to the answers stand in each. */
export function filesApart(frame: Frame): readonly Frame[] {
  const { stacked, ...whole } = frame;
  if (stacked === undefined) return [frame];
  return stacked.files.map(({ file, about }, at) => {
    const from = stacked.of.indexOf(at);
    const rows = from < 0 ? 0 : stacked.of.lastIndexOf(at) + 1 - from;
    const start = Math.max(0, from);
    const part = <A extends Float64Array | Codes | Uint8Array>(values: A): A => values.subarray(start, start + rows) as A;
    const { about: _, ...rest } = whole;
    return {
      ...rest,
      file,
      rows,
      columns: frame.columns.map((column): Column => {
        if (column.kind === 'text') return { ...column, codes: part(column.codes) };
        const reasons = column.reasons === undefined ? {} : { reasons: part(column.reasons) };
        return column.points === undefined
          ? { ...column, values: part(column.values), ...reasons }
          : pointColumn(column, { codes: part(column.points.codes), values: column.points.values }, reasons);
      }),
      ...(frame.rowNumbers === undefined ? {} : { rowNumbers: part(frame.rowNumbers) }),
      ...(about === undefined ? {} : { about }),
    };
  });
}

/** The number of row `index` (from 0) as a person counts it: data rows from 1; in a spreadsheet it stands one lower, under the header. */
export function rowNumber(frame: Frame, index: number): number {
  return frame.rowNumbers?.[index] ?? index + 1;
}
