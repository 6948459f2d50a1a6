// What is asked of a database, however it is reached.

export interface Connection {
  /** Values as texts. Throws what the engine says. */
  readonly rows: (sql: string) => Promise<readonly (readonly (string | null)[])[]>;
  /** Of a table, given as SQL. */
  readonly columns: (table: string) => Promise<readonly string[]>;
  readonly end: () => Promise<void>;
}
