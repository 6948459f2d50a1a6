// Where a number that is not defined becomes null: NaN and Infinity never leave a procedure.

export function finite(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value;
}

/** Both ends or none. */
export function finitePair(low: number, high: number): readonly [number, number] | null {
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
}
