// Files of DuckDB for tests, made by the package that reads them.
import { DuckDBInstance } from '@duckdb/node-api';

/** Runs statements on a file, which is made where it is not there. */
export async function duckdb(path: string, ...statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    for (const sql of statements) await connection.run(sql);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
