// Words before a label that say where what it names stands: `data postgres "public.answers"`. Which databases there are is core's.
import type { EngineName } from '@studyspec/core';
import type { ClauseWord } from './clause-entry.ts';

export interface EngineEntry {
  readonly word: EngineName;
  readonly doc: string;
  readonly example: string;
  /** What its label may read. */
  readonly label: string;
  /** Clauses that counts of a table can heed. */
  readonly clauses: readonly ClauseWord[];
}

const beside: readonly ClauseWord[] = ['missing', 'out of range', 'text', 'where'];

export const engineEntries: readonly EngineEntry[] = [
  {
    word: 'postgres',
    doc: 'A table of PostgreSQL, reached as `psql` is: PGHOST, PGUSER … Only counts are fetched.',
    example: 'data postgres "public.answers" { missing 99 }',
    label: 'public.answers',
    clauses: beside,
  },
  {
    word: 'clickhouse',
    doc: 'A table of ClickHouse, reached by CLICKHOUSE_URL. Only counts are fetched.',
    example: 'data clickhouse "relocation.households" { missing 99 }',
    label: 'relocation.households',
    clauses: beside,
  },
  {
    word: 'duckdb',
    doc: 'A table of a DuckDB file of any size, counted by SQL. Without this word its rows are read, and all methods work.',
    example: 'data duckdb "register.duckdb" { table "households"  missing 99 }',
    label: 'register.duckdb',
    clauses: ['table', ...beside],
  },
];
