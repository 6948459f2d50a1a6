// Decimal numbers that nothing is rounded of: what adds them up comes to the same sum in whatever order, on any machine. As they are
// written, 0.1 is a tenth. Sums of many binary numbers are sums.ts.

/** `units` times 10 to the power of minus `places`. */
export interface Decimal {
  readonly units: bigint;
  /** 0 or more. */
  readonly places: number;
}

export const NOTHING: Decimal = { units: 0n, places: 0 };

const tens: bigint[] = [1n];
function ten(power: number): bigint {
  while (tens.length <= power) tens.push(tens.at(-1)! * 10n);
  return tens[power]!;
}

/** A finite number as it is written with as few digits as tell it from all others. */
export function decimalOf(value: number): Decimal {
  const [digits, exponent = '0'] = String(value).split('e');
  const [whole, broken = ''] = digits!.split('.');
  const places = broken.length - Number(exponent);
  const units = BigInt(whole! + broken);
  return places < 0 ? { units: units * ten(-places), places: 0 } : { units, places };
}

/** Reads what `decimalText` writes; null of anything else. */
export function readDecimal(text: string): Decimal | null {
  const found = /^-?(\d+)(?:\.(\d+))?$/u.exec(text);
  if (found === null) return null;
  const read = { units: BigInt(text.replace('.', '')), places: found[2]?.length ?? 0 };
  return decimalText(read) === text ? read : null;
}

/** Without a needless zero. */
export function decimalText({ units, places }: Decimal): string {
  const negative = units < 0n;
  const digits = String(negative ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const broken = places === 0 ? '' : digits.slice(-places).replace(/0+$/u, '');
  return `${negative ? '-' : ''}${whole}${broken === '' ? '' : `.${broken}`}`;
}

const unitsAt = ({ units, places }: Decimal, at: number): bigint => units * ten(at - places);

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { units: unitsAt(a, places) + unitsAt(b, places), places };
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { units: -b.units, places: b.places });

export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, places: a.places + b.places });

export const timesWhole = (a: Decimal, by: number): Decimal => ({ units: a.units * BigInt(by), places: a.places });

/** a ÷ by, to the nearest double but for a hair; `by` is a whole number above 0. */
export function over(a: Decimal, by: number): number {
  const divisor = ten(a.places) * BigInt(by);
  const size = a.units < 0n ? -a.units : a.units;
  // So many binary places that 64 and more are left of the quotient.
  let shift = Math.max(0, 64 + 4 * (divisor.toString(16).length - size.toString(16).length));
  let quotient = Number((size << BigInt(shift)) / divisor);
  for (; shift >= 30; shift -= 30) quotient /= 1 << 30;
  quotient /= 1 << shift;
  return a.units < 0n ? -quotient : quotient;
}
