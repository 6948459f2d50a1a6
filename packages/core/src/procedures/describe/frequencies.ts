// Frequency table of one coded variable. CONTRACT STUB.
export interface FrequencyTable {
  readonly n: number; readonly missing: number;
  /** In level order: count, percent of all rows, valid percent, cumulative valid percent. */
  readonly rows: readonly { readonly value: string; readonly count: number; readonly percent: number | null; readonly validPercent: number | null; readonly cumulative: number | null }[];
}
/** `codes`: level index a row, -1 missing. */
export declare function frequencies(codes: Int32Array, levels: readonly string[]): FrequencyTable;
