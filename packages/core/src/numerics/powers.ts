// Whole powers, powers of ten and lengths, from the basic operations alone: ** and Math.pow give other last digits in other versions of
// the JavaScript engine. Powers with any exponent are in exponential.ts.

export function square(x: number): number {
  return x * x;
}

export function cube(x: number): number {
  return x * x * x;
}

/** xⁿ for a whole n, by repeated squaring: the relative error grows with log₂|n|, by less than one unit in the last place a step. */
export function wholePower(x: number, n: number): number {
  let result = 1;
  let factor = x;
  for (let rest = Math.abs(n); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= factor;
    factor *= factor;
  }
  return n < 0 ? 1 / result : result;
}

/** 10ⁿ for a whole n: the double that is nearest to it, as the literal `1e-5` is. 0 and Infinity out of range. */
export function tenTo(n: number): number {
  return Number(`1e${n}`);
}

/** The exponent e of |x| = m·10ᵉ, 1 ≤ m < 10, exactly (⌊log₁₀|x|⌋ without the rounding of a logarithm); 0 for 0 and what is not finite. */
export function decimalExponent(x: number): number {
  return x === 0 || !Number.isFinite(x) ? 0 : Number(x.toExponential().split('e')[1]);
}

const TWO_700 = 5.260135901548374e210;

/** √(a² + b²), without overflow on the way; one unit in the last place. */
export function hypotenuse(a: number, b: number): number {
  const squares = a * a + b * b;
  if (squares > 1e-290 && squares < 1e300) return Math.sqrt(squares);
  const larger = Math.max(Math.abs(a), Math.abs(b));
  if (larger === 0 || !(larger < Infinity)) return larger;
  // A power of two brings the squares into range and takes no digit away.
  const unit = larger > 1 ? TWO_700 : 1 / TWO_700;
  return unit * Math.sqrt((a / unit) * (a / unit) + (b / unit) * (b / unit));
}
