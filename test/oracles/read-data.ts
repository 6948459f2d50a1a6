// Reads a data set of an oracle folder: the CSV by its codebook (none: every column is numeric).
import { existsSync, readFileSync } from 'node:fs';
import { readCsvRows } from '@studyspec/core';
import type { OracleColumn, OracleData } from './types.ts';

interface Codebook { readonly variables: readonly { readonly name: string; readonly type: string; readonly levels?: readonly string[] }[] }

/** `folder` is the one with the CSV files. */
export function readOracleData(folder: string, dataset: string): OracleData {
  const [header, ...rows] = readCsvRows(readFileSync(`${folder}/${dataset}.csv`, 'utf8')).filter((row) => row.length > 1 || row[0] !== '');
  const book = `${folder}/${dataset}.codebook.json`;
  const variables = existsSync(book) ? (JSON.parse(readFileSync(book, 'utf8')) as Codebook).variables : [];
  const columnNames = header ?? [];
  const read = (name: string): OracleColumn => {
    const at = columnNames.indexOf(name);
    if (at < 0) throw new Error(`${dataset} has no column ${name}`);
    const cells = rows.map((row) => row[at] ?? '');
    const variable = variables.find((candidate) => candidate.name === name);
    if (variable === undefined || variable.type === 'numeric') return { kind: 'number', values: Float64Array.from(cells, (cell) => (cell === '' ? NaN : Number(cell))) };
    const levels = variable.levels ?? [...new Set(cells.filter((cell) => cell !== ''))].sort();
    const index = new Map(levels.map((level, i) => [level, i]));
    return { kind: 'text', levels, codes: Int32Array.from(cells, (cell) => (cell === '' ? -1 : index.get(cell) ?? -1)) };
  };
  const known = new Map<string, OracleColumn>();
  return {
    rows: rows.length, columnNames,
    column(name) {
      const column = known.get(name) ?? read(name);
      known.set(name, column);
      return column;
    },
  };
}
