// What is known of the two streams of a terminal, and of whoever sits before it.

/** What every command knows besides its own options. */
export interface Terminal {
  readonly out: { readonly color: boolean; readonly width: number };
  readonly err: { readonly color: boolean; readonly width: number };
  /** The call says in which language (`--lang`): what the study states does not matter. */
  readonly asked: boolean;
}
