// What is asked of a database, however it is reached.
import type { Problem } from '@studyspec/core';

export type Rows = readonly (readonly (string | null)[])[];

export interface Connection {
  /** Values as texts; of several statements one after another. Throws what the engine says. */
  readonly rows: (...sql: readonly string[]) => Promise<Rows>;
  /** Of a table, given as SQL. */
  readonly columns: (table: string) => Promise<readonly string[]>;
  /** As SQL, where it is not what the spec calls it. */
  readonly table?: string;
  readonly end: () => Promise<void>;
}

/** Why there is no connection, where that is a matter of the study. */
export interface Refused {
  readonly problem: Problem;
}

export const inTurn =
  (one: (sql: string) => Promise<Rows>): Connection['rows'] =>
  async (...statements) => {
    const found: Rows[] = [];
    for (const sql of statements) found.push(await one(sql));
    return found.flat();
  };
