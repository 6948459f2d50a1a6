// A ClickHouse server by HTTP: CLICKHOUSE_URL (http://localhost:8123), CLICKHOUSE_USER, CLICKHOUSE_PASSWORD, CLICKHOUSE_DATABASE.
import { inTurn, type Connection } from './connection.ts';

/** A statement holds thousands of keys. */
const SETTINGS = {
  max_query_size: '100000000',
  max_ast_elements: '10000000',
  max_expanded_ast_elements: '10000000',
  max_block_size: '8192',
  // Nothing is answered before all of it is known: an error in between is an error.
  wait_end_of_query: '1',
  readonly: '2',
};

export function connectClickhouse(environment: NodeJS.ProcessEnv = process.env): Connection {
  const url = new URL(environment['CLICKHOUSE_URL'] ?? 'http://localhost:8123/');
  const headers: Record<string, string> = {};
  const user = environment['CLICKHOUSE_USER'] ?? decodeURIComponent(url.username);
  const key = environment['CLICKHOUSE_PASSWORD'] ?? decodeURIComponent(url.password);
  if (user !== '') headers['X-ClickHouse-User'] = user;
  if (key !== '') headers['X-ClickHouse-Key'] = key;
  url.username = url.password = '';
  for (const [name, value] of Object.entries(SETTINGS)) url.searchParams.set(name, value);
  if (environment['CLICKHOUSE_DATABASE'] !== undefined) url.searchParams.set('database', environment['CLICKHOUSE_DATABASE']);
  const asked = async (sql: string): Promise<{ readonly meta: readonly { name: string }[]; readonly data: (string | null)[][] }> => {
    const answer = await fetch(url, { method: 'POST', headers, body: `${sql} FORMAT JSONCompact` });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text.trim() === '' ? `HTTP ${answer.status}` : text);
    return JSON.parse(text) as Awaited<ReturnType<typeof asked>>;
  };
  return {
    rows: inTurn(async (sql) => (await asked(sql)).data),
    columns: async (table) => (await asked(`SELECT * FROM ${table} LIMIT 0`)).meta.map(({ name }) => name),
    end: async () => {},
  };
}
