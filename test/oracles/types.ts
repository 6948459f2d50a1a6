// What an adapter is given and what it returns. An adapter maps option names to the core's API and the core's result to the
// paths of the golden documents; it computes nothing.

/** A column of an oracle's data set: numbers (NaN: missing), or texts by level (-1: missing) in the codebook's order of levels. */
export type OracleColumn =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'text'; readonly codes: Int32Array; readonly levels: readonly string[] };

export interface OracleData {
  /** Throws when the data set has no such column. */
  column(name: string): OracleColumn;
  readonly rows: number;
  readonly columnNames: readonly string[];
}

export type OracleOptions = Readonly<Record<string, unknown>>;
export type OracleValues = Record<string, unknown>;
export type Adapter = (data: OracleData, options: OracleOptions) => OracleValues;
