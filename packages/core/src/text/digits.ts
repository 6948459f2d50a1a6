// Printed digits: how numbers stand in an audit's sentences, and how far one printed figure is from another.
import { tenTo } from '../numerics/powers.ts';
import { joined } from './listed.ts';

/** With so many digits after the point; halves away from zero, a zero without sign. */
export function show(value: number, decimals: number): string {
  const text = (Math.sign(value) * (Math.abs(value) + 1e-12)).toFixed(decimals);
  return /^-0\.?0*$/u.test(text) ? text.slice(1) : text;
}

/** An interval with one digit more than its ends need to be told apart. */
export function showInterval(low: number, high: number, decimals: number): string {
  return show(low, decimals) === show(high, decimals) ? show(low, decimals) : `${show(low, decimals)}…${show(high, decimals)}`;
}

/** `a, b, c and d`, cut after `most`. */
export function list(parts: readonly (string | number)[], most = 8): string {
  const shown = parts.slice(0, most).map(String);
  if (parts.length > most) return `${shown.join(', ')} …`;
  return joined(shown);
}

/** `a`, `a or b`, `a, b or c`, with a capital at the front: what would do. */
export function either(parts: readonly string[], most = 6): string {
  const shown = parts.slice(0, most);
  const text = joined(shown, 'or');
  return text.replace(/^./u, (letter) => letter.toUpperCase());
}

/** How a misprint can have come about, the likeliest first: one digit, a lost sign, two neighbouring digits exchanged, anything else. */
type Slip = 'digit' | 'sign' | 'neighbours' | 'other';

/** The slip that turns one printed figure into another of as many digits after the point; null when they are the same. */
export function slipBetween(printed: string, wanted: string): Slip | null {
  const plain = (text: string): { sign: boolean; digits: string } => ({
    sign: text.startsWith('-'),
    digits: text.replace(/^[-−+]/u, '').replace(/^0+(?=\d)/u, ''),
  });
  const a = plain(printed);
  const b = plain(wanted);
  if (a.digits === b.digits) return a.sign === b.sign ? null : 'sign';
  if (a.sign !== b.sign || a.digits.length !== b.digits.length) return 'other';
  const differing = [...a.digits].flatMap((digit, i) => (digit === b.digits[i] ? [] : [i]));
  if (differing.length === 1) return 'digit';
  const [i, j] = differing as [number, number];
  return differing.length === 2 && j === i + 1 && a.digits[i] === b.digits[j] && a.digits[j] === b.digits[i] ? 'neighbours' : 'other';
}

/** Every figure of the same digits after the point in an interval, at most `most` of them (null: more). */
export function figuresIn(low: number, high: number, decimals: number, most = 40): readonly string[] | null {
  const unit = tenTo(decimals);
  const first = Math.ceil(low * unit - 1e-6);
  const last = Math.floor(high * unit + 1e-6);
  if (last - first + 1 > most) return null;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => show((first + i) / unit, decimals));
}

/** The figures that a single slip turns into the printed one and that lie in the interval; the nearest first. */
export function slipsInto(printed: string, decimals: number, low: number, high: number): readonly string[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [];
  const value = Number(printed);
  const found = (figuresIn(low, high, decimals, 4000) ?? []).filter((text) => {
    const slip = slipBetween(printed, text);
    return slip !== null && slip !== 'other';
  });
  return [...found].sort((a, b) => Math.abs(Number(a) - value) - Math.abs(Number(b) - value));
}
