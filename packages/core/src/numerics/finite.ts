// Where a number that is not defined becomes null: NaN and Infinity never leave a procedure.

export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Both ends or none. */
export function finitePair(low: number, high: number): readonly [number, number] | null {
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
}
