// Reads a data set of an oracle folder: the CSV by its codebook (none: every column is numeric).
import { existsSync, readFileSync } from 'node:fs';
import { tell, readCsv } from '@studyspec/core';
import type { OracleColumn, OracleData } from './types.ts';

interface Codebook {
  readonly variables: readonly { readonly name: string; readonly type: string; readonly levels?: readonly string[] }[];
}

/** `folder` is the one with the CSV files. */
export function readOracleData(folder: string, dataset: string): OracleData {
  const bytes = readFileSync(`${folder}/${dataset}.csv`);
  const book = `${folder}/${dataset}.codebook.json`;
  const variables = existsSync(book) ? (JSON.parse(readFileSync(book, 'utf8')) as Codebook).variables : [];
  // Levels are compared as they stand in the codebook, so columns that have some are kept as text.
  const text = variables.filter((variable) => variable.type !== 'numeric').map((variable) => variable.name);
  const { frame, problems } = readCsv(bytes, `${dataset}.csv`, { text });
  if (frame === null) throw new Error(`${dataset}: ${problems[0] === undefined ? 'no table' : tell(problems[0], 'en').message}`);
  // Rows without a cell at the end of a file are no respondents to the product; to the programs behind the documents they are.
  const blank = /(?:\r?\n,+)*(?=\s*$)/u.exec(readFileSync(`${folder}/${dataset}.csv`, 'utf8').trimEnd())?.[0].match(/\n/gu)?.length ?? 0;
  const rows = frame.rows + blank;
  const columnNames = frame.columns.map((column) => column.name);
  const read = (name: string): OracleColumn => {
    const column = frame.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new Error(`${dataset} has no column ${name}`);
    if (column.kind === 'number')
      return { kind: 'number', values: Float64Array.from({ length: rows }, (_, row) => column.values[row] ?? NaN) };
    const levels = variables.find((candidate) => candidate.name === name)?.levels ?? [...column.levels].sort();
    const places = column.levels.map((level) => levels.indexOf(level));
    return { kind: 'text', levels, codes: Int32Array.from({ length: rows }, (_, row) => places[column.codes[row] ?? -1] ?? -1) };
  };
  const known = new Map<string, OracleColumn>();
  return {
    rows,
    columnNames,
    column(name) {
      const column = known.get(name) ?? read(name);
      known.set(name, column);
      return column;
    },
  };
}
