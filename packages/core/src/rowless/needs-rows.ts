// What is thrown where something asks a column for its rows and they are elsewhere. Whoever makes a quantity of it says so in its place
// (contract/declared-quantity.ts): there is never a number that only looks right.

/** Of a quantity that sums do not give. */
export const NEEDS_ROWS = 'needs the answers row by row, which sums do not hold';
/** Of one that rests on a table of counts which whoever counted has kept back. */
export const KEPT_BACK = 'rests on counts below the threshold, which are kept back';
/** Of scores that are brought from their own range, before a second round has told it. */
export const NEEDS_RANGE = 'needs the smallest and the largest score, which another round over the rows tells';

/** Of what rests on residuals, before a round has told what they weigh. */
export const NEEDS_ROUND = 'needs what the residuals weigh, which another round over the rows tells';

export class NeedsRows extends Error {
  override readonly name = 'NeedsRows';
  readonly reason: string;
  constructor(reason: string = NEEDS_ROWS) {
    super(reason);
    this.reason = reason;
  }
}

/** Fields of a result that are made of rows: whoever reads one is told so. */
export function lackingFields<T extends object>(known: T, lacking: readonly string[], reason: string = NEEDS_ROWS): T {
  for (const field of lacking)
    Object.defineProperty(known, field, {
      get() {
        throw new NeedsRows(reason);
      },
      enumerable: false,
    });
  return known;
}

/** The value, or why there is none where it needs rows. */
export function orReason<T>(make: () => T): { readonly value: T } | { readonly reason: string } {
  try {
    return { value: make() };
  } catch (error) {
    if (error instanceof NeedsRows) return { reason: error.reason };
    throw error;
  }
}
