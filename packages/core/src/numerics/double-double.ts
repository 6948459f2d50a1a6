// Numbers of twice the precision: an unevaluated sum of two doubles, some 32 digits (Dekker 1971, Numerische Mathematik 18:224–242; Hida,
// Li & Bailey 2001, ARITH-15). For what is so ill conditioned that ordinary numbers keep too few digits; it costs
// some twenty times as much.

/** high + low, |low| at most half a unit in the last place of high. */
export interface Twofold {
  readonly high: number;
  readonly low: number;
}
/** A column of them. */
export interface TwofoldColumn {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** 2²⁷ + 1: splits a double into two of 26 bits (Veltkamp). */
const SPLIT = 134217729;

export const twofold = (high: number, low = 0): Twofold => ({ high, low });
export const twofoldColumn = (values: Float64Array): TwofoldColumn => ({
  high: Float64Array.from(values),
  low: new Float64Array(values.length),
});

function settled(high: number, low: number): Twofold {
  const sum = high + low;
  return { high: sum, low: low - (sum - high) };
}

export function plus(a: Twofold, b: Twofold): Twofold {
  const sum = a.high + b.high;
  const part = sum - a.high;
  return settled(sum, a.high - (sum - part) + (b.high - part) + (a.low + b.low));
}

export const negative = (a: Twofold): Twofold => ({ high: -a.high, low: -a.low });

export function times(a: Twofold, b: Twofold): Twofold {
  const product = a.high * b.high;
  const [x, y] = [SPLIT * a.high, SPLIT * b.high];
  const [aTop, bTop] = [x - (x - a.high), y - (y - b.high)];
  const [aRest, bRest] = [a.high - aTop, b.high - bTop];
  const error = aTop * bTop - product + aTop * bRest + aRest * bTop + aRest * bRest;
  return settled(product, error + (a.high * b.low + a.low * b.high));
}

export function over(a: Twofold, b: Twofold): Twofold {
  const first = a.high / b.high;
  const rest = plus(a, negative(times(b, twofold(first))));
  const second = rest.high / b.high;
  const left = plus(rest, negative(times(b, twofold(second))));
  return plus(plus(twofold(first), twofold(second)), twofold(left.high / b.high));
}

/** Of a number above 0 or 0: Newton's step from the ordinary root (Karp & Markstein 1997, ACM TOMS 23:561–589). */
export function root(a: Twofold): Twofold {
  if (a.high <= 0) return twofold(0);
  const guess = Math.sqrt(a.high);
  const rest = plus(a, negative(times(twofold(guess), twofold(guess))));
  return plus(twofold(guess), twofold(rest.high / (2 * guess)));
}

/** Σ aᵢbᵢ from row `from`. */
export function product(a: TwofoldColumn, b: TwofoldColumn, from = 0): Twofold {
  let [high, low] = [0, 0];
  for (let i = from; i < a.high.length; i++) {
    const [p, q] = [a.high[i]!, b.high[i]!];
    const one = p * q;
    const [x, y] = [SPLIT * p, SPLIT * q];
    const [pTop, qTop] = [x - (x - p), y - (y - q)];
    const [pRest, qRest] = [p - pTop, q - qTop];
    const error = pTop * qTop - one + pTop * qRest + pRest * qTop + pRest * qRest + (p * b.low[i]! + a.low[i]! * q);
    const sum = high + one;
    const part = sum - high;
    const rest = high - (sum - part) + (one - part) + (low + error);
    high = sum + rest;
    low = rest - (high - sum);
  }
  return { high, low };
}

/** a + factor·b in place, from row `from`. */
export function addTimes(a: TwofoldColumn, factor: Twofold, b: TwofoldColumn, from = 0): void {
  const y = SPLIT * factor.high;
  const top = y - (y - factor.high);
  const bottom = factor.high - top;
  for (let i = from; i < a.high.length; i++) {
    const q = b.high[i]!;
    const one = factor.high * q;
    const x = SPLIT * q;
    const qTop = x - (x - q);
    const qRest = q - qTop;
    const error = top * qTop - one + top * qRest + bottom * qTop + bottom * qRest + (factor.high * b.low[i]! + factor.low * q);
    const own = a.high[i]!;
    const sum = own + one;
    const part = sum - own;
    const rest = own - (sum - part) + (one - part) + (a.low[i]! + error);
    const high = sum + rest;
    a.high[i] = high;
    a.low[i] = rest - (high - sum);
  }
}
