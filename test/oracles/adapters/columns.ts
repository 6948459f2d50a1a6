// Options that all adapters share: which columns, which rows, which way round.
import { codesOfNumbers, reversedValues } from '@studyspec/core';
import type { OracleColumn, OracleData, OracleOptions } from '../types.ts';

/** A list of names, also when the option is a single name. */
export function names(option: unknown): string[] {
  return (Array.isArray(option) ? option : option === undefined || option === null ? [] : [option]).map(String);
}

/** Rows that `filter` keeps: those whose value, as text, is listed. */
function keptRows(data: OracleData, options: OracleOptions): number[] {
  const filter = Object.entries((options.filter ?? {}) as Record<string, unknown>).map(([name, values]) => {
    const { codes, levels } = asCategory(data.column(name));
    const listed = new Set(names(values));
    return (row: number): boolean => codes[row]! >= 0 && listed.has(levels[codes[row]!]!);
  });
  return Array.from({ length: data.rows }, (_, row) => row).filter((row) => filter.every((keeps) => keeps(row)));
}

/** A column as numbers: reversed where the options say so, cut to the rows of the filter. */
export function numbers(data: OracleData, name: string, options: OracleOptions): Float64Array {
  const reverse = options.reverse as { items: unknown; min: number; max: number } | undefined | null;
  const values = asNumbers(data.column(name));
  const turned = reverse && names(reverse.items).includes(name) ? reversedValues(values, reverse.min, reverse.max) : values;
  return Float64Array.from(keptRows(data, options), (row) => turned[row]!);
}

/** A column as levels, cut to the rows of the filter: in the given order where the options list its levels, else in the data's. */
export function category(data: OracleData, name: string, options: OracleOptions): { codes: Int32Array; levels: readonly string[] } {
  const { codes, levels } = asCategory(data.column(name));
  const given = (options.categorical as Record<string, { levels?: unknown }> | undefined | null)?.[name]?.levels;
  const wanted = given === undefined ? levels : names(given);
  const position = levels.map((level) => wanted.indexOf(level));
  return { codes: Int32Array.from(keptRows(data, options), (row) => position[codes[row]!] ?? -1), levels: wanted };
}

/** Levels that are numerals are those numbers; others count 1, 2, 3 … */
function asNumbers(column: OracleColumn): Float64Array {
  if (column.kind === 'number') return column.values;
  const numerals = column.levels.map((level) => (level.trim() === '' ? NaN : Number(level)));
  const values = numerals.some(Number.isNaN) ? column.levels.map((_, index) => index + 1) : numerals;
  return Float64Array.from(column.codes, (code) => values[code] ?? NaN);
}

function asCategory(column: OracleColumn): { codes: Int32Array | Int16Array | Int8Array; levels: readonly string[] } {
  return column.kind === 'number' ? codesOfNumbers(column.values) : column;
}

/** The golden documents' form of a matrix. */
export function matrix<T>(
  rows: readonly string[],
  columns: readonly string[],
  data: readonly (readonly T[])[],
): { rows: readonly string[]; cols: readonly string[]; data: readonly (readonly T[])[] } {
  return { rows, cols: columns, data };
}
