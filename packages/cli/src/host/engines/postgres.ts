// A PostgreSQL database, as its own programs find it: PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, PGSSLMODE and ~/.pgpass. Read when a
// study asks for it.
import pg from 'pg';
import { inTurn, type Connection, type Rows } from './connection.ts';

/** Values come as the texts that the server sends. */
const asText = { getTypeParser: () => (value: string | Buffer) => value };

export async function connectPostgres(): Promise<Connection> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, application_name: 'studyspec' });
  let broken: Error | null = null;
  // Between two questions nobody waits for the answer that says so.
  client.on('error', (error) => {
    broken = error;
  });
  await client.connect();
  const rows = async (text: string): Promise<Rows> => {
    if (broken !== null) throw broken;
    const found = await client.query({ text, rowMode: 'array', types: asText } as pg.QueryArrayConfig);
    return found.rows as (string | null)[][];
  };
  // Whoever ends the program ends what the server is counting; servers before version 14 know no such thing.
  await rows("SET client_connection_check_interval = '1s'").catch(() => []);
  // All questions see one state of the table, and nothing is written.
  await rows('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await rows('SET LOCAL standard_conforming_strings = on');
  return {
    rows: inTurn(rows),
    columns: async (table) => {
      const found = await client.query({ text: `SELECT * FROM ${table} LIMIT 0`, rowMode: 'array' } as pg.QueryArrayConfig);
      return found.fields.map(({ name }) => name);
    },
    end: () => client.end(),
  };
}
