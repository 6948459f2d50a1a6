// Whether a column varies: decided here and nowhere else. Whether a fit leaves only rounding is another question (regression/ols.ts).

/** As many units in the last place can separate what a computation of a few dozen steps finds twice for the same number. */
const ROUNDINGS = 16 * Number.EPSILON;

/**
 * Whether the least and the largest of some numbers are one number: equal or, where they are not both whole, as close as the rounding of
 * computed numbers (0.1 + 0.2 + 0.7 and 0.3 + 0.3 + 0.4). Whole numbers are exact, however large: 10¹⁵ and 10¹⁵ + 1 are two.
 */
export function areOneNumber(low: number, high: number): boolean {
  if (low === high) return true;
  if (Number.isInteger(low) && Number.isInteger(high)) return false;
  return high - low <= ROUNDINGS * Math.max(Math.abs(low), Math.abs(high));
}

/**
 * Whether the numbers of a column (NaN, missing, is skipped), or of some of its rows, are one number. A column without numbers does not
 * vary.
 */
export function isConstant(values: ArrayLike<number>, rows?: ArrayLike<number>): boolean {
  let [low, high] = [Infinity, -Infinity];
  const count = rows === undefined ? values.length : rows.length;
  for (let i = 0; i < count; i++) {
    const value = values[rows === undefined ? i : rows[i]!]!;
    if (!(value < low || value > high)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    // Values further out only part the ends more.
    if (high - low > ROUNDINGS * Math.max(Math.abs(low), Math.abs(high))) return false;
  }
  return low > high || areOneNumber(low, high);
}
