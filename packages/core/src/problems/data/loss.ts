// How much of a variable is lost. Counted where answers are coded.

/** From a twentieth of the answers on; `severe` from a fifth and five cells on. */
export interface LossFacts {
  readonly lost: number;
  readonly answered: number;
  readonly severe: boolean;
}
