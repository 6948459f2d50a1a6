// Sums that travel: what whoever holds rows counts of them, so that others can execute the study without the rows. As text a line a piece:
// the first says what the file is, each other one a column, a table of counts, or the ends of a score. docs/sums.md describes it.
import type { Flow } from '../data/frame.ts';
import type { PlainSlope } from '../rowless/columns.ts';
import type { AskedResiduals } from '../rowless/residuals.ts';

/** Grows when an older program could not read the file: one that holds what version 1 has not says so. */
export const SUMS_VERSION = 2;

/** Above so many different values a number is no column of counts, but one of sums. */
export const MOST_VALUES = 256;

/** What was counted a level: the values of a number, ascending, or the levels of a category, in order of declaration. */
export type SumsColumn =
  | { readonly kind: 'number'; readonly name: string; readonly values: readonly number[] }
  /** Each row's mean of the answers that it has among `of`. */
  | { readonly kind: 'mean'; readonly name: string; readonly of: readonly string[]; readonly values: readonly number[] }
  /** A number of more values than are counted: it has one level, to have an answer, and beside its counts stand its sums. */
  | { readonly kind: 'measure'; readonly name: string }
  | { readonly kind: 'category'; readonly name: string; readonly levels: readonly string[] }
  /** The levels of several columns together, the last changing first: products of predictors. */
  | { readonly kind: 'cross'; readonly name: string; readonly of: readonly string[]; readonly sizes: readonly number[] }
  /** Clusters: the texts of a column that the spec declares nothing of, in the order of code units. */
  | { readonly kind: 'groups'; readonly name: string; readonly levels: readonly string[] };

/** Counts of the rows in which every condition of `where` holds, every column of `complete` has an answer, and the category the level. */
export interface SumsTable {
  /** Conditions as the plan has them, as JSON, in the order of their texts. */
  readonly where: readonly string[];
  readonly complete: readonly string[];
  /** A category and the place of its level, from 0. */
  readonly level: readonly [category: string, level: number] | null;
  /** Null: kept back. */
  readonly n: number | null;
  readonly columns: readonly string[];
  /** Of each column a count a level, of the rows that have an answer. Null: kept back. */
  readonly frequencies: readonly (readonly number[] | null)[];
  /** Of each two columns i < j, (0,1), (0,2) … (1,2) …: levels of i times levels of j, row by row. Null: kept back. */
  readonly pairs: readonly (readonly number[] | null)[];
  /** What measures among the columns add up to, in the order of `sumPlaces`. Null: kept back. */
  readonly sums?: readonly (SumsOfMeasure | null)[];
}

/**
 * Of one measure a single list: Σx and Σx² and, where there is no threshold, the least and the largest x. With a counted column a list a
 * level of it; with another measure a list of each of both over the rows that have both, and one of Σxy. As decimal numbers, to the last
 * digit.
 */
export type SumsOfMeasure = readonly (readonly string[])[];

/** Each place of `sums`: a measure twice, in order; then each two i < j of which one is a measure, in the order of `pairs`. */
export function sumPlaces(measured: readonly boolean[]): readonly (readonly [i: number, j: number])[] {
  const singles = [...measured.keys()].flatMap((i): [number, number][] => (measured[i]! ? [[i, i]] : []));
  if (singles.length === 0) return [];
  return [
    ...singles,
    ...[...measured.keys()].flatMap((i) =>
      [...measured.keys()].slice(i + 1).flatMap((j): [number, number][] => (measured[i]! || measured[j]! ? [[i, j]] : [])),
    ),
  ];
}

export interface SumsHeader {
  /** Of what of the spec says how answers are read and coded (`dataDigest`). */
  readonly digest: string;
  readonly rows: number;
  /** Of each part that was counted how many rows it has, ascending. */
  readonly parts: readonly number[];
  /** By what each part is known again (`partDigest`), in order; '' of one that tells next to nothing. */
  readonly sources: readonly string[];
  /** A table that has a count from 1 to under it, also of rows without an answer, is kept back; 0: none. Of parts the largest. */
  readonly threshold: number;
  readonly unusable: number;
  readonly kept: number;
  readonly flow: Flow;
  /** Variables that were not counted. */
  readonly lacking: readonly (readonly [name: string, reason: string])[];
}

export interface Sums extends SumsHeader {
  readonly columns: readonly SumsColumn[];
  readonly tables: readonly SumsTable[];
}

/** What a later round is asked: sums of answers, by their text (`formOf`), of which the ends are wanted. */
export interface ScoresPlan {
  readonly digest: string;
  /** The ends of fewer rows than this are kept back. */
  readonly threshold: number;
  readonly forms: readonly string[];
}

/** Of a form the smallest and the largest value; null where no row has one, or where so few have one that they are kept back. */
export interface Ends {
  readonly form: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly kept: boolean;
  /** Of residuals Σ ωᵢxᵢxᵢ′, row by row, and Σ eᵢ⁴; null among them where a case determines a coefficient by itself. */
  readonly sums?: readonly (number | null)[];
  /** Some part cannot tell it: a database, of what depends on a whole row. */
  readonly untold?: true;
}

/** What it answers. */
export interface Ranges {
  readonly digest: string;
  readonly rows: number;
  /** As of counts. */
  readonly parts: readonly number[];
  readonly ends: readonly Ends[];
}

/** A form as it is read: a constant and, of each column, what every level adds. */
export interface AskedForm {
  readonly where: readonly string[];
  readonly needs: readonly string[];
  readonly level: readonly [category: string, level: number] | null;
  readonly constant: number;
  readonly parts: readonly (readonly [name: string, table: readonly number[]])[];
  /** The values that each table is of. */
  readonly values: readonly (readonly number[])[];
  readonly slopes?: readonly PlainSlope[];
  /** Not the ends of the form are asked for, but what residuals weigh. */
  readonly residuals?: AskedResiduals;
}

/** Whether a form is of a measure: quotation marks within names are escaped, so that no name looks like it. */
export const holdsMeasure = (form: string): boolean => form.includes('"slopes":[');

/** The name of a column of means. */
export const meanName = (of: readonly string[]): string => `mean(${of.map((name) => JSON.stringify(name)).join(', ')})`;

export const sizeOf = (column: SumsColumn): number =>
  column.kind === 'cross'
    ? column.sizes.reduce((product, size) => product * size, 1)
    : column.kind === 'measure'
      ? 1
      : ('levels' in column ? column.levels : column.values).length;

/** Where the pair of columns i < j stands among those of p columns. */
export const pairAt = (i: number, j: number, p: number): number => i * p - (i * (i + 1)) / 2 + (j - i - 1);
