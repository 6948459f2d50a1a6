// The table of a DuckDB file by SQL: counted by DuckDB, in this process. Its rows are duckdb/rows.ts'.
import { duckdbColumns, type Plan } from '@studyspec/core';
import { openDuckdb } from '../duckdb/open.ts';
import { inTurn, type Connection, type Refused } from './connection.ts';

/** `path`: of the file, from where the program runs. */
export async function connectDuckdb({ data }: Plan, path: string): Promise<Connection | Refused> {
  const found = await openDuckdb(path, data!.file, data!.table);
  if ('problem' in found) return found;
  const { connection, identifier, table, columns, end } = found;
  const typed = duckdbColumns(columns, {});
  // As its rows are read: true is 1, and moments have the T of ISO 8601.
  const others = typed.flatMap(({ name, type, meaning }) => {
    const column = identifier(name);
    if (type === 'BOOLEAN') return [`CAST(${column} AS TINYINT) AS ${column}`];
    return meaning === 'datetime' ? [`replace(CAST(CAST(${column} AS TIMESTAMP) AS VARCHAR), ' ', 'T') AS ${column}`] : [];
  });
  return {
    rows: inTurn(async (sql) => {
      const rows = (await connection.runAndReadAll(sql)).getRows();
      return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
    }),
    columns: () => Promise.resolve(typed.map(({ name }) => name)),
    table: others.length === 0 ? table : `(SELECT * REPLACE (${others.join(', ')}) FROM ${table})`,
    end: () => Promise.resolve(end()),
  };
}
