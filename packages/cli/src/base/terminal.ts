// What is known of the two streams of a terminal.

/** What every command knows besides its own options. */
export interface Terminal {
  readonly out: { readonly color: boolean; readonly width: number };
  readonly err: { readonly color: boolean; readonly width: number };
}
