// The one place where a number of the results becomes text: digits after the point, p-values, signs, thousands, very
// large and very small numbers, and the split that aligns columns at the decimal point. No words, no colours.
import { tenTo } from '../numerics/powers.ts';
import type { Hidden, QuantityFormat } from '../contract/quantity.ts';

/** What stands for a number that is hidden and is not told to be below a bound. */
export const HIDDEN_NUMBER = '–';
/** `<10`, or a dash. */
export const hiddenText = ({ below }: Hidden): string => (below === null ? HIDDEN_NUMBER : `<${below}`);

export interface FormatOptions {
  /** Digits after the point; default: the format's own. */
  readonly decimals?: number;
  /** Write what would print as zero in scientific notation (coefficients of large-valued predictors, determinants). */
  readonly small?: boolean;
}

/** What stands where a number is not defined, as in SPSS and Stata. */
export const NOT_AVAILABLE = '.';

const DECIMALS: Readonly<Record<QuantityFormat, number>> = {
  count: 0,
  percent: 1,
  mean: 3,
  coefficient: 3,
  p: 3,
  statistic: 3,
  df: 2,
  information: 2,
  score: 2,
};

/** Digits after the point that a format has when nobody asks for others. */
export function decimalsOf(format: QuantityFormat): number {
  return DECIMALS[format];
}

/**
 * Text of a value: `0.812`, `<0.001`, `3,985`, `1.2e-9`; `.` when it is null (or, against the rules, not finite). Halves are rounded away
 * from zero.
 */
export function formatQuantity(value: number | null, format: QuantityFormat, options: FormatOptions = {}): string {
  if (value === null || !Number.isFinite(value)) return NOT_AVAILABLE;
  const decimals = Math.min(15, Math.max(0, Math.trunc(options.decimals ?? DECIMALS[format])));
  switch (format) {
    case 'p':
      return formatP(value, Math.max(1, decimals));
    case 'count':
      return Number.isInteger(value) ? thousands(value) : fixed(value, Math.max(1, decimals), false);
    case 'df':
      return isWhole(value) ? plainInteger(Math.round(value)) : fixed(value, Math.max(1, decimals), false);
    default:
      return fixed(value, decimals, options.small ?? false);
  }
}

/** `[0.12, 0.31]`; `.` when an end is missing. */
export function formatInterval(low: number | null, high: number | null, format: QuantityFormat, options: FormatOptions = {}): string {
  return low === null || high === null
    ? NOT_AVAILABLE
    : `[${formatQuantity(low, format, options)}, ${formatQuantity(high, format, options)}]`;
}

/** `61.7%`. */
export function formatPercent(value: number | null, decimals?: number): string {
  const text = formatQuantity(value, 'percent', decimals === undefined ? {} : { decimals });
  return text === NOT_AVAILABLE ? text : `${text}%`;
}

/** A threshold as it stands in a note: `0.10` for 0.1, `0.05`, `0.001`. */
export function formatThreshold(value: number): string {
  return fixed(value, Math.max(2, (String(value).split('.')[1] ?? '').length), false);
}

/** A number as an author wrote it (ends of a scale, given weights): as few digits as say it. */
export function formatPlain(value: number): string {
  return Number.isFinite(value) ? String(Object.is(value, -0) ? 0 : Number(value.toPrecision(12))) : NOT_AVAILABLE;
}

/** Where a printed number is aligned: what stands before the decimal point, and the rest with the point. */
export function splitAtPoint(text: string): readonly [string, string] {
  const match = /^([^\d.]*(?:\d{1,3}(?:,\d{3})+|\d*))(.*)$/u.exec(text);
  return match === null ? ['', text] : [match[1] ?? '', match[2] ?? ''];
}

function formatP(value: number, decimals: number): string {
  const least = tenTo(-decimals);
  if (value < least) return `<${least.toFixed(decimals)}`;
  if (value < 1 && roundHalfAway(value, decimals) === (1).toFixed(decimals)) return `>${(1 - least).toFixed(decimals)}`;
  return roundHalfAway(value, decimals);
}

function fixed(value: number, decimals: number, small: boolean): string {
  const size = Math.abs(value);
  if (size >= 1e9) return scientific(value);
  if (small && size !== 0 && size < 0.5 * tenTo(-decimals)) return scientific(value);
  return roundHalfAway(value, decimals);
}

function scientific(value: number): string {
  const [digits, exponent] = value.toExponential(2).split('e') as [string, string];
  return `${digits}e${exponent.replace('+', '')}`;
}

/**
 * Rounds to what a reader computes by hand: a quotient such as 3.3445 is stored a hair below itself, so it is nudged by
 * four units of its last binary place before the digits are cut. A zero has no sign.
 */
function roundHalfAway(value: number, decimals: number): string {
  const text = (value * (1 + 4 * Number.EPSILON)).toFixed(decimals);
  return /^-0(?:\.0*)?$/u.test(text) ? text.slice(1) : text;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));
}

function plainInteger(value: number): string {
  return Math.abs(value) >= 1e15 ? scientific(value) : String(Object.is(value, -0) ? 0 : value);
}

function thousands(value: number): string {
  const text = plainInteger(value);
  return text.includes('e') ? text : text.replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
